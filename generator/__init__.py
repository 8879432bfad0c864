"""The generator: pours spec/foxreach.yaml through templates/ into generated/. Never in the wheel."""
