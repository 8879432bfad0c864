"""Finds out the outcome of a call in doubt, by reading."""
