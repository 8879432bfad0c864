# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Which document this client was made from; the document itself is `openapi.json` beside this module."""

SPEC_VERSION = "1.2.3"
"""`info.version` of the document."""

SPEC_SHA256 = "23b51d90fedca8671cf3c8960f6041d5b06696c96b5c716b2d7b07524977bf6f"
"""SHA-256 of `openapi.json`, in hexadecimal."""
