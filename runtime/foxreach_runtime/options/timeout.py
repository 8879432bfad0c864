"""The timeouts of one attempt, checked at construction. Pure."""

from __future__ import annotations

import httpx2
from msgspec import UNSET, UnsetType

from ..duration import LONGEST, is_amount
from ..errors import ConfigurationError

DEFAULT_TIMEOUT = httpx2.Timeout(30.0, connect=5.0)

Seconds = float | UnsetType | None


class Timeout(httpx2.Timeout):
    """The seconds that each step of one attempt may take; None for no limit but the deadline of the RetryPolicy.

    Args:
        timeout: for each step that is not named. Without it, such a step has the default: 5 s to connect, 30 s for any
            other step.
        connect: to connect, including TLS.
        read: to receive the next part of the response.
        write: to send the next part of the request.
        pool: to get a connection from the pool.

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
    """Return True for a number of seconds above 0, and for None, which is no limit."""
    return value is None or (is_amount(value) and value != 0)


def checked_timeout(timeout: float | httpx2.Timeout | None) -> httpx2.Timeout:
    """Return the timeouts of one attempt. A number is for each step, except that connecting has at most 5 s."""
    steps = timeout.as_dict().values() if isinstance(timeout, httpx2.Timeout) else [timeout]
    if not all(map(is_time_limit, steps)):
        raise ConfigurationError("timeout must be a number of seconds above 0, a Timeout of such numbers, or None.")
    if isinstance(timeout, httpx2.Timeout):
        return timeout
    return httpx2.Timeout(None) if timeout is None else httpx2.Timeout(timeout, connect=min(timeout, 5.0))
