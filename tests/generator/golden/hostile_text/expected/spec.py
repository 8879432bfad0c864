# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Which document this client was made from; the document itself is `openapi.json` beside this module."""

SPEC_VERSION = "1.0.0-rc.1"
"""`info.version` of the document."""

SPEC_SHA256 = "02bc838116f2816c33dfbff4c4458b16c1eae1f95fbefa2ee302317e7c924701"
"""SHA-256 of `openapi.json`, in hexadecimal."""
