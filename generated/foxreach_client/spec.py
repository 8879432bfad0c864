# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Which document this client was made from; the document itself is `openapi.json` beside this module."""

SPEC_VERSION = "1.0.0"
"""`info.version` of the document."""

SPEC_SHA256 = "07469fa0564556baddcd5f021375b50b1d35fb57aa0c7007cae06a8732ca2c27"
"""SHA-256 of `openapi.json`, in hexadecimal."""
