"""Finds what is wrong with a body that was refused, by names in Python and without its values."""
