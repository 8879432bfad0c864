# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Which document this client was made from; the document itself is `openapi.json` beside this module."""

SPEC_VERSION = "1.0.0"
"""`info.version` of the document."""

SPEC_SHA256 = "e09f086d57980787773e73c76e7cb4832120429ffaa3b9eaae3eb316725d0543"
"""SHA-256 of `openapi.json`, in hexadecimal."""
