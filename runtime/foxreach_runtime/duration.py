"""Amounts of time: the check of those that a caller passes, and the text of those in a message. Pure."""

from __future__ import annotations

LONGEST = 1_000_000.0  # Seconds, eleven days. A socket takes no timeout above 2**31 milliseconds.


def seconds_text(seconds: float, digits: int = 1) -> str:
    """Return *seconds* for a message. A server may name any number, also one of 300 digits."""
    return f"{seconds:.{digits}f} s" if seconds <= LONGEST else f"more than {LONGEST:.0f} s"


def is_amount(value: object) -> bool:
    """Return True for a number from 0 to LONGEST; a boolean and nan are no such number."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= LONGEST
