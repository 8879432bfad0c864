# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Which document this client was made from; the document itself is `openapi.json` beside this module."""

SPEC_VERSION = "1.0.0"
"""`info.version` of the document."""

SPEC_SHA256 = "dabfd4b2c0a4896f558d2e5c6be9883f8666ab66eb20a41007d5c70f8a2cbb77"
"""SHA-256 of `openapi.json`, in hexadecimal."""
