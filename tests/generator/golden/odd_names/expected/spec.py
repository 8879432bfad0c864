# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Which document this client was made from; the document itself is `openapi.json` beside this module."""

SPEC_VERSION = "1.2.3"
"""`info.version` of the document."""

SPEC_SHA256 = "3bb940275fb0121a58bcdc67b638df46f93a8bc456cd00007713e043adb58526"
"""SHA-256 of `openapi.json`, in hexadecimal."""
