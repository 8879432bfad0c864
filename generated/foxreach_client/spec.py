# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Which document this client was made from; the document itself is `openapi.json` beside this module."""

SPEC_VERSION = "1.0.0"
"""`info.version` of the document."""

SPEC_SHA256 = "f7e61df23fedc7d8d41e988eaa129711992c12944c35a7c5bb2eeb0f079e2434"
"""SHA-256 of `openapi.json`, in hexadecimal."""
