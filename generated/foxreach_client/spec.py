# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Which document this client was made from; the document itself is `openapi.json` beside this module."""

SPEC_VERSION = "1.0.0"
"""`info.version` of the document."""

SPEC_SHA256 = "5e312cf038ca215847b5f80535aa725fc3c1eb6a87b540f4ac1f13833f3a05b4"
"""SHA-256 of `openapi.json`, in hexadecimal."""
