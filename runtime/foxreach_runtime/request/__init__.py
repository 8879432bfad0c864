"""Turns arguments into the path, query and body of a request, checked before any I/O.

Pure: no I/O.
"""
