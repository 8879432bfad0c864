# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Which document this client was made from; the document itself is `openapi.json` beside this module."""

SPEC_VERSION = "1.0.0"
"""`info.version` of the document."""

SPEC_SHA256 = "ad7f1294a0eb205cca9736c343ce0554dafb2bd330a8e980f7e4d203ac5b6366"
"""SHA-256 of `openapi.json`, in hexadecimal."""
