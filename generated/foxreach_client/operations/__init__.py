# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The operations of the API as calls: facts and functions, one module per resource. No I/O."""
