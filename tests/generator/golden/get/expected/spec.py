# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Which document this client was made from; the document itself is `openapi.json` beside this module."""

SPEC_VERSION = "1.2.3"
"""`info.version` of the document."""

SPEC_SHA256 = "a319eb2cb0d8010ca8aa1dd671cf99cabea8d67cf648ac8749061f2954603ac1"
"""SHA-256 of `openapi.json`, in hexadecimal."""
