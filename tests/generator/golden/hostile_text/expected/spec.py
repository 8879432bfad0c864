# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Which document this client was made from; the document itself is `openapi.json` beside this module."""

SPEC_VERSION = "1.0.0-rc.1"
"""`info.version` of the document."""

SPEC_SHA256 = "65beebf8a7b8b5013496807bd87fd39882c175c0185823ec7bc614f6612aed62"
"""SHA-256 of `openapi.json`, in hexadecimal."""
