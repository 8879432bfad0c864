# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Which document this client was made from; the document itself is `openapi.json` beside this module."""

SPEC_VERSION = "1.0.0"
"""`info.version` of the document."""

SPEC_SHA256 = "a12486cc41b16ee6a2720bfa60bc32ed363fb1205c8af4f5f9a0786048cc08f4"
"""SHA-256 of `openapi.json`, in hexadecimal."""
