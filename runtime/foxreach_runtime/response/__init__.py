"""Turns a response into values: headers, body, rate limit and redacted error details.

Pure: no I/O.
"""
