"""Reports about attempts and waits: the log `foxreach_client` and the caller's `on_attempt` and `on_wait`.

No report has the API key, a value of a path or query, a body or an e-mail address.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Literal, TypeVar

from msgspec import Struct

from ..response.outcome import Attempt

LONG_WAIT = 1.0  # Seconds. A longer wait is announced before it begins.
WaitReason = Literal["retry", "quota"]
E = TypeVar("E")
log = logging.getLogger("foxreach_client")


class AttemptEvent(Struct, frozen=True):
    """One attempt of one call, after it ended.

    *path* is the template, such as ``/leads/{lead_id}``. *duration* is in seconds. *attempt* has number, stage,
    status or failure, and the wait before the next attempt, None if there is none.
    """

    operation: str
    method: str
    path: str
    duration: float
    attempt: Attempt


class WaitEvent(Struct, frozen=True):
    """A wait of more than a second within a call, before it begins.

    *path* is the template, such as ``/leads/{lead_id}``. *seconds* is an estimate if *reason* is "quota": the wait for
    the rate limit may end earlier, and is announced again if it grows by more than a second. "retry" is the wait
    before another attempt. *attempt* is the number of the attempt that follows.
    """

    operation: str
    method: str
    path: str
    seconds: float
    reason: WaitReason
    attempt: int


OnAttempt = Callable[[AttemptEvent], None]
OnWait = Callable[[WaitEvent], None]


def observer(on_attempt: OnAttempt | None) -> OnAttempt:
    """Return the function to call after each attempt of a call."""
    if on_attempt is None:
        return _log

    def tell(event: AttemptEvent) -> None:
        _log(event)
        _tell(on_attempt, event, "on_attempt")

    return tell


def announce(event: WaitEvent, on_wait: OnWait | None) -> None:
    """Log a wait for the quota at INFO, and call *on_wait*. A retry's wait is in the line of the attempt before it."""
    if event.reason == "quota":
        log.info(
            "%s: %s %s, attempt %d: waits %.3f s for the quota",
            event.operation,
            event.method,
            event.path,
            event.attempt,
            event.seconds,
        )
    if on_wait is not None:
        _tell(on_wait, event, "on_wait")


def _tell(listener: Callable[[E], None], event: E, name: str) -> None:
    try:
        listener(event)
    except Exception:  # A fault of the listener must not become a fault of the call.
        log.exception("%s raised", name)


def _log(event: AttemptEvent) -> None:
    """Log an attempt, at INFO if it will be retried, otherwise at DEBUG."""
    attempt = event.attempt
    log.log(
        logging.DEBUG if attempt.wait is None else logging.INFO,
        "%s: %s %s, attempt %d: %s in %.3f s%s",
        event.operation,
        event.method,
        event.path,
        attempt.number,
        attempt.failure if attempt.status is None else attempt.status,
        event.duration,
        "" if attempt.wait is None else f", retry in {attempt.wait:.3f} s",
    )


class MismatchLog:
    """Warns about each place where replies do not match the spec, once for all calls of a client."""

    def __init__(self) -> None:
        self._told: set[tuple[str, str]] = set()

    def __call__(self, operation: str, path: str) -> None:
        """Warn about *path* in the replies of *operation*, unless that was done before."""
        if (operation, path) not in self._told:
            self._told.add((operation, path))
            log.warning("%s: %s does not match the spec; kept as the server sent it", operation, path)
