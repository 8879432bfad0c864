# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Which document this client was made from; the document itself is `openapi.json` beside this module."""

SPEC_VERSION = "1.2.3"
"""`info.version` of the document."""

SPEC_SHA256 = "26f0d41dbd8b9c95212ed23a8661cef09062a853917bf11438fe321bf982afa3"
"""SHA-256 of `openapi.json`, in hexadecimal."""
