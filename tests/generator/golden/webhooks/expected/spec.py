# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Which document this client was made from; the document itself is `openapi.json` beside this module."""

SPEC_VERSION = "1.2.3"
"""`info.version` of the document."""

SPEC_SHA256 = "40635f5471ab5f814b118b97e0af44b3861bf19c7ec5dbb67938cb993241d935"
"""SHA-256 of `openapi.json`, in hexadecimal."""
