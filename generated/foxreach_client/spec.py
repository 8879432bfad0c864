# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Which document this client was made from; the document itself is `openapi.json` beside this module."""

SPEC_VERSION = "1.0.0"
"""`info.version` of the document."""

SPEC_SHA256 = "a1521b0c353a41ec08bd8d5c479467e405f65f679351b054bdb0dc9ea2188ecb"
"""SHA-256 of `openapi.json`, in hexadecimal."""
