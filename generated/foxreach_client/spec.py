# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Which document this client was made from; the document itself is `openapi.json` beside this module."""

SPEC_VERSION = "1.0.0"
"""`info.version` of the document."""

SPEC_SHA256 = "43e605c1928ba92e0fbcdd6bc631273dc96f4be87bf81775de52c31c86f408e9"
"""SHA-256 of `openapi.json`, in hexadecimal."""
