# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Which document this client was made from; the document itself is `openapi.json` beside this module."""

SPEC_VERSION = "1.0.0"
"""`info.version` of the document."""

SPEC_SHA256 = "02791decfba9b6efff190b7bb71da5aaf6fe386ec7c0ab2bd587864212812a7f"
"""SHA-256 of `openapi.json`, in hexadecimal."""
