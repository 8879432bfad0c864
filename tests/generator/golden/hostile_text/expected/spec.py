# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Which document this client was made from; the document itself is `openapi.json` beside this module."""

SPEC_VERSION = "1.0.0-rc.1"
"""`info.version` of the document."""

SPEC_SHA256 = "55863402c3f1e03fb7a5c024a08b3c9837a028d723adc7c11bf54172c38b6733"
"""SHA-256 of `openapi.json`, in hexadecimal."""
