# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Which document this client was made from; the document itself is `openapi.json` beside this module."""

SPEC_VERSION = "1.2.3"
"""`info.version` of the document."""

SPEC_SHA256 = "83ef699693a642dc83b6408485a51e82411a201f46393720e56d8072d45e0945"
"""SHA-256 of `openapi.json`, in hexadecimal."""
