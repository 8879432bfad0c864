"""Converts mappings and iterables inside an argument to what its field holds."""
