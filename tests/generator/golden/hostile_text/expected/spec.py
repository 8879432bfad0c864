# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Which document this client was made from; the document itself is `openapi.json` beside this module."""

SPEC_VERSION = "1.0.0-rc.1"
"""`info.version` of the document."""

SPEC_SHA256 = "e7705ebd0d9749daef6f7016fcb60aaf41e8dfc87029475658eb1036b856946c"
"""SHA-256 of `openapi.json`, in hexadecimal."""
