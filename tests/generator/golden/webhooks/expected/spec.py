# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Which document this client was made from; the document itself is `openapi.json` beside this module."""

SPEC_VERSION = "1.2.3"
"""`info.version` of the document."""

SPEC_SHA256 = "ae3d76ff725d4ff9f974b605093797904cadfc1e6314efe78ed33896784d1e4e"
"""SHA-256 of `openapi.json`, in hexadecimal."""
