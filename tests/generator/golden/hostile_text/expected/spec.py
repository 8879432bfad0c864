# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Which document this client was made from; the document itself is `openapi.json` beside this module."""

SPEC_VERSION = "1.0.0-rc.1"
"""`info.version` of the document."""

SPEC_SHA256 = "b46e59284c1e9f864d65cfbacd6d7d3a361a0ef43a20a792e0585a3c1cd966b6"
"""SHA-256 of `openapi.json`, in hexadecimal."""
