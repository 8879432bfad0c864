# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Which document this client was made from; the document itself is `openapi.json` beside this module."""

SPEC_VERSION = "1.0.0"
"""`info.version` of the document."""

SPEC_SHA256 = "7f27d5afeb19bdd26c7947aed1da1537844cb8fe2eb9d3894ef422b4b642adba"
"""SHA-256 of `openapi.json`, in hexadecimal."""
