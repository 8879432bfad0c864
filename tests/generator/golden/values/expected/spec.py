# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Which document this client was made from; the document itself is `openapi.json` beside this module."""

SPEC_VERSION = "1.2.3"
"""`info.version` of the document."""

SPEC_SHA256 = "738016a88d5b80d74633442d0f9b6f11cc7e348de6eb45bc26b9b5d9aacd8118"
"""SHA-256 of `openapi.json`, in hexadecimal."""
