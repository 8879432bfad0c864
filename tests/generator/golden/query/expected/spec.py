# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Which document this client was made from; the document itself is `openapi.json` beside this module."""

SPEC_VERSION = "1.2.3"
"""`info.version` of the document."""

SPEC_SHA256 = "3f4af665113d29818321737dd80b7225a4fdf27c31171750c7fc9bb61db87d5e"
"""SHA-256 of `openapi.json`, in hexadecimal."""
