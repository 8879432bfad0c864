# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Which document this client was made from; the document itself is `openapi.json` beside this module."""

SPEC_VERSION = "1.0.0"
"""`info.version` of the document."""

SPEC_SHA256 = "342aca645fd2e692ef494e9a2cc7b356ccaf65bf2a034b2ae4385fb129889050"
"""SHA-256 of `openapi.json`, in hexadecimal."""
