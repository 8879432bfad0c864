# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Which document this client was made from; the document itself is `openapi.json` beside this module."""

SPEC_VERSION = "1.0.0"
"""`info.version` of the document."""

SPEC_SHA256 = "7bf80c50b516b6af578e0e47cc3550f0a213b1dc4e7f47a8b34c07d1d8616ee6"
"""SHA-256 of `openapi.json`, in hexadecimal."""
