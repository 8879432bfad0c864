"""Compares the vendor's own OpenAPI document with the spec, and proposes edits.

Writes no edit: a person decides which of the two is true.
"""
