"""The client measured beside others: `python -m benchmarks [ROW ...] [--write]`, or `nox -s bench`.

CPU time, not the clock on the wall: a busy machine makes a run longer, not the client slower.
"""
