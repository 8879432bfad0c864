# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Which document this client was made from; the document itself is `openapi.json` beside this module."""

SPEC_VERSION = "1.2.3"
"""`info.version` of the document."""

SPEC_SHA256 = "d58b02a457e0cd7317b8ccbb5edfe83dffb462b338b4d3d75751a0c789f3b2a7"
"""SHA-256 of `openapi.json`, in hexadecimal."""
