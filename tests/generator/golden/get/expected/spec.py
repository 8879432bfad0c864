# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Which document this client was made from; the document itself is `openapi.json` beside this module."""

SPEC_VERSION = "1.2.3"
"""`info.version` of the document."""

SPEC_SHA256 = "9c215f84fd71706e1f8d6b40efcaeb22fb4e49ddb74c41cb7d06141e2743b5c8"
"""SHA-256 of `openapi.json`, in hexadecimal."""
