# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Which document this client was made from; the document itself is `openapi.json` beside this module."""

SPEC_VERSION = "1.2.3"
"""`info.version` of the document."""

SPEC_SHA256 = "80c69ca9c551311fae64b404593dbde144d432418fa38a4b0ddbae445d67dd6a"
"""SHA-256 of `openapi.json`, in hexadecimal."""
