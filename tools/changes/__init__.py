"""Lists the changes between two releases that callers see, and proposes a version.

Writes no generated file.
"""
