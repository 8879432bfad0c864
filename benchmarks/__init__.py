"""Compares the client with other clients: `python -m benchmarks [ROW ...] [--write]`, or `nox -s bench`.

Measures CPU time, not elapsed time, which depends on what else the machine does.
"""
