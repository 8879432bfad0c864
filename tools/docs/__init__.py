"""Builds the documentation site from docs/, the spec and the docstrings, without any network."""
