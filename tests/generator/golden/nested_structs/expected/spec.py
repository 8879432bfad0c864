# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Which document this client was made from; the document itself is `openapi.json` beside this module."""

SPEC_VERSION = "1.2.3"
"""`info.version` of the document."""

SPEC_SHA256 = "a6986d85fc0dbf804256ed0a66228f67791eee6a30ed537ad815d4d5ecb4f7b9"
"""SHA-256 of `openapi.json`, in hexadecimal."""
