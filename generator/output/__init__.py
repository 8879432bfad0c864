"""Renders, formats and writes the generated files."""
