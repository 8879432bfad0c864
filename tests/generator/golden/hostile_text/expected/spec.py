# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Which document this client was made from; the document itself is `openapi.json` beside this module."""

SPEC_VERSION = "1.0.0-rc.1"
"""`info.version` of the document."""

SPEC_SHA256 = "096d13f134b47430ca5d91a62f6c23c79d4eb6ba5f549dd6eb803b8dd822ab33"
"""SHA-256 of `openapi.json`, in hexadecimal."""
