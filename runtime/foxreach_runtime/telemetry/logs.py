"""Reports about attempts: the log `foxreach_client` and the caller's `on_attempt`.

No report has the API key, a value of a path or query, a body or an e-mail address.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from ..response.outcome import Attempt

log = logging.getLogger("foxreach_client")


@dataclass(frozen=True, slots=True)
class AttemptEvent:
    """One attempt of one call, after it ended.

    *path* is the template, such as ``/leads/{lead_id}``. *duration* is in seconds. *attempt* has number, stage,
    status or failure, and the wait before the next attempt, None if there is none.
    """

    operation: str
    method: str
    path: str
    duration: float
    attempt: Attempt


OnAttempt = Callable[[AttemptEvent], None]


def observer(on_attempt: OnAttempt | None) -> OnAttempt | None:
    """Return the function to call after each attempt of a call, or None if nothing would be reported."""
    if on_attempt is None:
        return _log if log.isEnabledFor(logging.INFO) else None

    def tell(event: AttemptEvent) -> None:
        _log(event)
        try:
            on_attempt(event)
        except Exception:  # A fault of on_attempt must not become a fault of the call.
            log.exception("on_attempt raised")

    return tell


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
