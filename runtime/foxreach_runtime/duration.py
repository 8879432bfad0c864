"""The check of numbers that a caller passes as an amount of time or of anything else. Pure."""

from __future__ import annotations

LONGEST = 1_000_000.0  # Seconds, eleven days. A socket takes no timeout above 2**31 milliseconds.


def is_amount(value: object) -> bool:
    """Return True for a number from 0 to LONGEST; a boolean and nan are no such number."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= LONGEST
