# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Which document this client was made from; the document itself is `openapi.json` beside this module."""

SPEC_VERSION = "1.2.3"
"""`info.version` of the document."""

SPEC_SHA256 = "cefc4d3346ae6fcbc44f69ea06f8df87bfc4b4eefe13c27f78be68cb556052aa"
"""SHA-256 of `openapi.json`, in hexadecimal."""
