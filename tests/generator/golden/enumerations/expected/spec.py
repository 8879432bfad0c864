# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Which document this client was made from; the document itself is `openapi.json` beside this module."""

SPEC_VERSION = "1.2.3"
"""`info.version` of the document."""

SPEC_SHA256 = "da69e3b782db9e03767d88cf82ed7161b787bb97af357fead81b29ea944a3bb0"
"""SHA-256 of `openapi.json`, in hexadecimal."""
