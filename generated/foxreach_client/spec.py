# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Which document this client was made from; the document itself is `openapi.json` beside this module."""

SPEC_VERSION = "1.0.0"
"""`info.version` of the document."""

SPEC_SHA256 = "caf1a5cbd91be41c0a6f519376e8387dd53935119698e9e39850ae9c741336e5"
"""SHA-256 of `openapi.json`, in hexadecimal."""
