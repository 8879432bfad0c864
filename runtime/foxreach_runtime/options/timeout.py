"""The time limits of one attempt, checked where they are written. Pure."""

from __future__ import annotations

import httpx2
from msgspec import UNSET, UnsetType

from ..duration import LONGEST, is_amount
from ..errors import ConfigurationError

DEFAULT_TIMEOUT = httpx2.Timeout(30.0, connect=5.0)

Seconds = float | UnsetType | None


class Timeout(httpx2.Timeout):
    """How many seconds each step of one attempt may take; None for no limit but the deadline of the RetryPolicy.

    Args:
        timeout: for every step that is not named. Without it, such a step has what a client has by itself: 5 s to
            connect, 30 s for all else.
        connect: for a connection, TLS included.
        read: for each part of the answer.
        write: for each part of the request.
        pool: for a free connection, while others use all of them.

    Raises:
        ConfigurationError: one of them is not a number above 0.
    """

    def __init__(
        self,
        timeout: Seconds = UNSET,
        *,
        connect: Seconds = UNSET,
        read: Seconds = UNSET,
        write: Seconds = UNSET,
        pool: Seconds = UNSET,
    ) -> None:
        steps = {"timeout": timeout, "connect": connect, "read": read, "write": write, "pool": pool}
        for name, seconds in steps.items():
            if seconds is not UNSET and not is_time_limit(seconds):
                raise ConfigurationError(f"Timeout: {name} must be above 0 and up to {LONGEST:.0f} seconds, or None.")
        named = {name: seconds for name, seconds in steps.items() if seconds is not UNSET}
        others = DEFAULT_TIMEOUT.as_dict() if timeout is UNSET else dict.fromkeys(steps, named.pop("timeout"))
        every = {**others, **named}
        super().__init__(connect=every["connect"], read=every["read"], write=every["write"], pool=every["pool"])


def is_time_limit(value: object) -> bool:
    """Return True for what can limit a step: a number of seconds above 0, or None for no limit."""
    return value is None or (is_amount(value) and value != 0)


def checked_timeout(timeout: float | httpx2.Timeout | None) -> httpx2.Timeout:
    """Return the timeouts of one attempt. A number is for each of its steps, except that connecting has 5 s at most."""
    steps = timeout.as_dict().values() if isinstance(timeout, httpx2.Timeout) else [timeout]
    if not all(map(is_time_limit, steps)):
        raise ConfigurationError("timeout must be a number of seconds above 0, a Timeout of such numbers, or None.")
    if isinstance(timeout, httpx2.Timeout):
        return timeout
    return httpx2.Timeout(None) if timeout is None else httpx2.Timeout(timeout, connect=min(timeout, 5.0))
