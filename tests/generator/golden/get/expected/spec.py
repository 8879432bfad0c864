# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Which document this client was made from; the document itself is `openapi.json` beside this module."""

SPEC_VERSION = "1.2.3"
"""`info.version` of the document."""

SPEC_SHA256 = "02419447d6682378ffe45edfd652af03f356c59377d7d8fb00f344a969cb7d2d"
"""SHA-256 of `openapi.json`, in hexadecimal."""
