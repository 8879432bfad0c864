# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Which document this client was made from; the document itself is `openapi.json` beside this module."""

SPEC_VERSION = "1.0.0"
"""`info.version` of the document."""

SPEC_SHA256 = "bf9070176fd93a19278ea506d160827517a1d9580af111c5c46e1b28a21ff5ee"
"""SHA-256 of `openapi.json`, in hexadecimal."""
