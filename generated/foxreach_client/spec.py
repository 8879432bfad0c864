# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Which document this client was made from; the document itself is `openapi.json` beside this module."""

SPEC_VERSION = "1.0.0"
"""`info.version` of the document."""

SPEC_SHA256 = "f53983b220d5c8f3da2858258837fce47017d7d00df060afb8ba76fe1b667c88"
"""SHA-256 of `openapi.json`, in hexadecimal."""
