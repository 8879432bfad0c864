# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Which document this client was made from; the document itself is `openapi.json` beside this module."""

SPEC_VERSION = "1.0.0"
"""`info.version` of the document."""

SPEC_SHA256 = "9a4591b7fa29c05b87b2207d547af6259de10ce7fba064e71f0c7373cfe493fb"
"""SHA-256 of `openapi.json`, in hexadecimal."""
