"""Runs one call: a state machine without I/O for attempts, retries and results, and its two drivers."""
