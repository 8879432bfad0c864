"""Drafts a spec in our dialect from any OpenAPI document.

Writes one file, where it is told to.
"""
