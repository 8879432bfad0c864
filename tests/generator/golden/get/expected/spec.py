# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Which document this client was made from; the document itself is `openapi.json` beside this module."""

SPEC_VERSION = "1.2.3"
"""`info.version` of the document."""

SPEC_SHA256 = "0c7fcbc492412351a86f5b1bd31df3d94b87faa689924438299f2325f9a0f82f"
"""SHA-256 of `openapi.json`, in hexadecimal."""
