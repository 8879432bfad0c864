# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Which document this client was made from; the document itself is `openapi.json` beside this module."""

SPEC_VERSION = "1.0.0"
"""`info.version` of the document."""

SPEC_SHA256 = "c3cd410484a63102ffc8b478c6cfb64cdb874e233676f2295756da6c772c2843"
"""SHA-256 of `openapi.json`, in hexadecimal."""
