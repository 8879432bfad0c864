# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Which document this client was made from; the document itself is `openapi.json` beside this module."""

SPEC_VERSION = "1.0.0"
"""`info.version` of the document."""

SPEC_SHA256 = "df6763d479bd9cb3e64d3083e28e2321eae182d3972e1f97f8cdee063bac699f"
"""SHA-256 of `openapi.json`, in hexadecimal."""
