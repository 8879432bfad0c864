# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Which document this client was made from; the document itself is `openapi.json` beside this module."""

SPEC_VERSION = "1.0.0"
"""`info.version` of the document."""

SPEC_SHA256 = "362f18678ac53fb9eef673f339d98ad8233ea016b38a397332cafa3f1b2ac72d"
"""SHA-256 of `openapi.json`, in hexadecimal."""
