# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Which document this client was made from; the document itself is `openapi.json` beside this module."""

SPEC_VERSION = "1.2.3"
"""`info.version` of the document."""

SPEC_SHA256 = "f63bf27f37afef45ff7e9c027660f22c02cc896354c7c8047860a3c6748b3f53"
"""SHA-256 of `openapi.json`, in hexadecimal."""
