"""Turns spec/foxreach.yaml and templates/ into generated/; it is never part of the wheel."""
