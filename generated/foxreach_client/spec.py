# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Which document this client was made from; the document itself is `openapi.json` beside this module."""

SPEC_VERSION = "1.0.0"
"""`info.version` of the document."""

SPEC_SHA256 = "8469f8920179bce540972bda62840d2a8d0256b3bc4e065913cadda86769e7eb"
"""SHA-256 of `openapi.json`, in hexadecimal."""
