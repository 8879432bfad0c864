"""Limiters: each attempt acquires a permit. `LocalLimiter` serves a single client without any I/O.

The time is always an argument. What it does not do: wait (the drivers do), or decide (bulk.py and interactive.py do).
"""

from __future__ import annotations

import threading
from typing import Protocol

from ..fork import begin_in_every_process
from ..response.outcome import Answer, Failure
from ..response.rate_limit_headers import named_wait, resets_in, whole
from ..response.status import meaning_of
from .bulk import Bulk
from .interactive import Interactive
from .pacing import Flight, KnownQuota, Pacing, Quota, Report, Slot, checked_pacing, checked_quota

SOON = 0.001  # Seconds. A clock may be behind its sleeper by that much; it is no reason to sleep again.
LONGEST_HOLD = 2  # windows: then no model counts anything any more, whatever a header says.
DOCUMENTED = Quota()


class Permit(Protocol):
    """The permit for one attempt, from asking to the end of the attempt."""

    @property
    def blocking(self) -> bool:
        """True if the next `acquire` does I/O, so that an event loop has to leave it to a thread."""
        ...

    def acquire(self, now: float, max_wait: float) -> float:
        """Return 0 if the attempt may be made at once, else the seconds to wait before asking again.

        More than *max_wait* means that nothing was reserved. Raises LimiterUnavailableError.
        """
        ...

    def end(self, now: float, outcome: Answer | Failure | None, wall: float) -> None:
        """End it: with what came of the attempt, or with None if it was left in the middle, made or not."""
        ...


class Limiter(Protocol):
    """Something that keeps calls inside the quota of a key; all calls of a client share it."""

    def permit(self, key: str) -> Permit:
        """Return a permit for an attempt with this API key, still to be asked for."""
        ...


class LimiterUnavailableError(Exception):
    """The limiter cannot answer and is not to do without: the text says why."""


class LocalLimiter:
    """Keeps the calls of one process inside the quota; one limiter for each key. Threads and tasks may share it.

    *quota* is what holds until two answers in a row name another limit; *share* is the part of it that may be used.
    """

    def __init__(self, pacing: Pacing = "interactive", quota: Quota = DOCUMENTED, *, share: float = 1.0) -> None:
        self._pacing = checked_pacing(pacing)
        self._known = KnownQuota(checked_quota(quota, share))
        self._share = share
        begin_in_every_process(self)

    def begin(self) -> None:
        """Begin with nothing known and nothing under way: the parent's calls never end in its child."""
        quota = self._known.quota
        self._mode = Bulk(quota) if self._pacing == "bulk" else Interactive(quota)
        self._lock = threading.Lock()

    def permit(self, key: str) -> LocalPermit:  # noqa: ARG002 - one limiter, one key
        """Return a permit still to be asked for."""
        return LocalPermit(self)

    def reserve(self, now: float, max_wait: float) -> tuple[Slot | None, Flight | None, float]:
        """Return the begun call, or else a slot and the seconds until it is due; none beyond *max_wait*."""
        with self._lock:
            slot = self._mode.offer(now)
            wait = self._mode.due(slot) - now
            if wait > max_wait:
                return None, None, wait
            self._mode.take(slot)
            if wait <= SOON and self._mode.ready(now + SOON):
                return None, self._mode.start(slot), 0.0
            return slot, None, max(wait, SOON)

    def start(self, now: float, slot: Slot) -> Flight | None:
        """Begin the call whose *slot* is due, or give the slot back and return None: the room for it is gone."""
        with self._lock:
            if self._mode.ready(now + SOON):
                return self._mode.start(slot)
            self._mode.give_back(slot)
            return None

    def wait(self, now: float, slot: Slot) -> float:
        """Return the seconds until *slot* is due."""
        return self._mode.due(slot) - now

    def give_back(self, slot: Slot) -> None:
        """Let others have a slot that is not used."""
        with self._lock:
            self._mode.give_back(slot)

    def end(self, now: float, flight: Flight, outcome: Answer | Failure | None, wall: float) -> None:
        """End a call and learn from its answer."""
        sent = outcome is None or isinstance(outcome, Answer) or outcome.stage != "not_sent"
        limit, report = _said(outcome, self._known.quota, wall)
        with self._lock:
            if limit is not None and self._known.hear(max(1, int(limit * self._share))):
                self._mode.keep_to(self._known.quota)
            self._mode.end(now, flight, report, sent=sent)
            if isinstance(outcome, Answer) and meaning_of(outcome.status).throttled:
                self._mode.hold(now + hold_after(outcome, wall, self._known.quota))


class LocalPermit:
    """A permit of a LocalLimiter."""

    blocking = False

    def __init__(self, limiter: LocalLimiter) -> None:
        self._limiter = limiter
        self._slot: Slot | None = None
        self._flight: Flight | None = None

    def acquire(self, now: float, max_wait: float) -> float:
        """Return 0 to go ahead, else the seconds to wait; more than *max_wait* means that nothing is reserved."""
        if self._slot is not None:
            wait = self._limiter.wait(now, self._slot)
            if wait > SOON:
                return wait
            self._flight, self._slot = self._limiter.start(now, self._slot), None
            if self._flight is not None:
                return 0.0
        self._slot, self._flight, wait = self._limiter.reserve(now, max_wait)
        return wait

    def end(self, now: float, outcome: Answer | Failure | None, wall: float) -> None:
        """End the attempt, or give the permit back if there was none."""
        if self._flight is not None:
            self._limiter.end(now, self._flight, outcome, wall)
            self._flight = None
        self._give_back()

    def _give_back(self) -> None:
        if self._slot is not None:
            self._limiter.give_back(self._slot)
            self._slot = None


def hold_after(answer: Answer, wall: float, quota: Quota) -> float:
    """Return the seconds for which a 429 closes the key for all calls."""
    return min(named_wait(answer, wall) or 0.0, LONGEST_HOLD * quota.window)


def _said(outcome: Answer | Failure | None, quota: Quota, wall: float) -> tuple[int | None, Report | None]:
    """Return the limit and the report of an answer; an error without a report is no evidence of anything."""
    if not isinstance(outcome, Answer):
        return None, None
    remaining = whole(outcome.headers.get("x-ratelimit-remaining"))
    if remaining is None:
        return None, Report() if outcome.status < 300 else None
    limit = whole(outcome.headers.get("x-ratelimit-limit"))
    much = remaining >= (limit or quota.calls) / 2
    return limit or None, Report(remaining, None if much else resets_in(outcome, wall))
