"""Rate limiter: grants a permit for each attempt. This one serves the clients of one process, without any I/O.

Calls that have to wait stand in one queue, in the order in which they asked, and permits are granted from its front.
The time is always an argument. What it does not do: wait (the drivers do), or decide when there is room (schedule.py).
"""

from __future__ import annotations

import threading
from bisect import insort
from itertools import count
from math import ceil
from typing import Protocol

from ..fork import reset_after_fork
from ..response.outcome import Answer, Failure
from ..response.rate_limit_headers import named_wait, resets_in, whole
from ..response.status import meaning_of
from ..waiter import Waiter
from .pacing import KnownQuota, Pacing, Quota, checked_pacing, checked_quota
from .schedule import Flight, Report, Schedule

SOON = 0.001  # Seconds. A clock may be behind its sleeper by that much; it is no reason to sleep again.
URGENT = 1.0  # Seconds before a call gives up: from then on it need not keep an even pace.
RETRY = -(1 << 60)  # Added to the ticket of a retry: it asked before all calls that were not sent yet.
HALF = 1 / 2  # of the limit: with more calls remaining, the end of the window does not matter
DOCUMENTED = Quota()
NEVER = float("inf")
UNREPORTED = Report()  # of an answer without any number


class Permit(Protocol):
    """The permission for one attempt of a call.

    It may have an attribute *until*, the Waiter that ends the wait for which `acquire` asked before its time, and a
    method *again*, which returns the permit for a retry.
    """

    @property
    def blocking(self) -> bool:
        """True if the next `acquire` does I/O, so that an event loop has to run it in a thread."""
        ...

    def acquire(self, now: float, max_wait: float) -> float:
        """Return 0 if the attempt may begin now, else the seconds to wait before acquiring again.

        More than *max_wait* means that the call left the queue: the time before which there is certainly no room for
        it, or infinity if nobody can say. Raises LimiterUnavailableError.
        """
        ...

    def end(self, now: float, outcome: Answer | Failure | None, wall: float) -> None:
        """End the attempt: with its outcome, or with None if it was interrupted, sent or not."""
        ...


class Limiter(Protocol):
    """Something that keeps calls inside the quota of a key; all calls of a client share it."""

    def permit(self, key: str) -> Permit:
        """Return a permit for an attempt with this API key, still to be acquired."""
        ...


class LimiterUnavailableError(Exception):
    """The limiter cannot answer, and calls must not be made without it: the text says why."""


class LocalLimiter:
    """Keeps the calls of one process inside the quota; one limiter for each key. Threads and tasks may share it.

    *quota* is what holds until two answers in a row name another limit; *share* is the part of it that may be used.
    """

    def __init__(self, pacing: Pacing = "interactive", quota: Quota = DOCUMENTED, *, share: float = 1.0) -> None:
        self._pacing: Pacing = checked_pacing(pacing)
        self._known = KnownQuota(checked_quota(quota, share))
        self._share = share
        self.reset()
        reset_after_fork(self)

    def reset(self) -> None:
        """Begin with nothing known and nothing in flight: the parent's calls never end in its child."""
        self._schedule = Schedule(self._pacing, self._known.quota)
        self._queue: list[LocalPermit] = []
        self._tickets = count(1)
        self._granted = float("-inf")  # when the last permit was
        # A lock that its own thread may take again: the garbage collector may end a forgotten call at any time.
        self._lock = threading.RLock()

    def permit(self, key: str) -> LocalPermit:  # noqa: ARG002 - one limiter, one key
        """Return a permit still to be acquired."""
        return LocalPermit(self)

    def begin_behind(self, now: float, calls: int) -> None:
        """Begin as if so many calls were under way and the burst were used up."""
        with self._lock:
            self._schedule.drain(now, calls)

    def acquire(self, permit: LocalPermit, now: float, max_wait: float) -> float:
        """Return 0 if *permit* is granted, else the seconds to wait; more than *max_wait* if it left the queue."""
        with self._lock:
            if permit.flight is None:
                if not self._queue and self._schedule.next_at(now) <= now + SOON:
                    self._grant(permit, now)
                    return 0.0
                if permit not in self._queue:
                    permit.ticket, permit.asked = next(self._tickets) + (RETRY if permit.ticket else 0), now
                    insort(self._queue, permit, key=_ticket)
                permit.due = float("-inf")  # This one needs no waking.
                self._deal(now)
            return 0.0 if permit.flight is not None else self._wait(permit, now, max_wait)

    def _wait(self, permit: LocalPermit, now: float, max_wait: float) -> float:
        index = self._queue.index(permit)
        certain = self._certain_wait(now, index)
        wait = max(self._expected_at(now, index) - now, certain, SOON)
        left = min(self._gives_up(permit) - now, max_wait)
        if certain > max_wait or left <= SOON:
            self._queue.remove(permit)
            self._deal(now)
            return certain if certain > max_wait else NEVER
        wait = min(wait, left)
        permit.due, permit.until = now + wait, Waiter()
        return wait

    def _grant(self, permit: LocalPermit, now: float) -> None:
        permit.flight, self._granted = self._schedule.start(now), now
        permit.ticket = permit.ticket or next(self._tickets)

    def _deal(self, now: float) -> None:
        """Grant permits from the front of the queue while there is room, and wake its first if it sleeps too long."""
        while self._queue:
            first, at = self._queue[0], self._next_at(now)
            if at > now + SOON:
                if first.due > at + SOON:
                    first.wake()
                return
            self._grant(first, now)
            del self._queue[0]
            first.wake()

    def _next_at(self, now: float) -> float:
        """Return when the first of the queue may begin."""
        urgent_at = max(now, self._gives_up(self._queue[0]) - URGENT)
        at = self._schedule.next_at(now, len(self._queue), urgent=urgent_at == now)
        return min(at, max(urgent_at, self._schedule.next_at(now, urgent=True))) if at > urgent_at > now else at

    def _gives_up(self, permit: LocalPermit) -> float:
        """Return when a call gives up: at its deadline, or after its patience with no call getting any further."""
        return min(permit.ends, max(permit.asked, self._granted, self._schedule.hold.until) + permit.patience)

    def _expected_at(self, now: float, index: int) -> float:
        at = self._next_at(now)
        return max(at, self._schedule.expected_at(now, index)) if index else at

    def _certain_wait(self, now: float, index: int) -> float:
        """Return the seconds before which no server of this quota can accept the call at that place of the queue.

        In n windows and less from now, it accepts at most n + 2 times its limit: two windows may begin in one of them.
        """
        wait = max(0.0, self._schedule.hold.named_until - now)
        if self._known.certain:
            quota = self._known.quota
            wait += max(0, ceil((index + 1) / quota.calls) - 2) * quota.window
        return wait

    def end(self, permit: LocalPermit, now: float, outcome: Answer | Failure | None, wall: float) -> None:
        """End the attempt of *permit*, or take it out of the queue, and learn from the answer."""
        with self._lock:
            if permit.flight is not None:
                self._learn(permit.flight, now, outcome if permit.taken else NOT_SENT, wall)
                permit.flight = None
            elif permit in self._queue:
                self._queue.remove(permit)
            if self._queue:
                self._deal(now)

    def _learn(self, flight: Flight, now: float, outcome: Answer | Failure | None, wall: float) -> None:
        report, known, before = None, self._known, self._known.certain
        if isinstance(outcome, Answer):
            report = _said(outcome, self._share, wall, always=self._pacing == "bulk")
            if report is not None and report.limit is not None and known.hear(report.limit):
                self._schedule.keep_to(known.quota, now)
                before = False
        self._schedule.end(now, flight, report, sent=not isinstance(outcome, Failure) or outcome.stage != "not_sent")
        if known.certain > before or (report is not None and report.refused):
            for each in self._queue:  # What it was told may be wrong by now.
                each.wake()


class LocalPermit:
    """A permit of a LocalLimiter, for the attempts of one call, one after the other."""

    # What holds until it is set: most permits are granted at once and set two of these.
    blocking = False
    ticket = 0  # the place in the queue; 0 before the first attempt
    flight: Flight | None = None
    taken = False
    until: Waiter | None = None
    due = asked = patience = 0.0
    ends = NEVER

    def __init__(self, limiter: LocalLimiter) -> None:
        self._limiter = limiter

    def acquire(self, now: float, max_wait: float) -> float:
        """Return 0 to go ahead, else the seconds to wait; more than *max_wait* means that the call left the queue.

        The call stays there for as long as its first *max_wait* while no call gets any further. A shorter one later is
        what is left of the deadline.
        """
        if max_wait >= self.patience:
            self.patience, self.ends = max_wait, NEVER
        else:
            self.ends = now + max_wait
        wait = self._limiter.acquire(self, now, max_wait)
        self.taken = wait == 0
        return wait

    def end(self, now: float, outcome: Answer | Failure | None, wall: float) -> None:
        """End the attempt, or return the permit if there was none."""
        self._limiter.end(self, now, outcome, wall)

    def again(self) -> LocalPermit:
        """Return the permit for a retry: this one, which has ended."""
        return self

    def wake(self) -> None:
        """End the wait."""
        if self.until is not None:
            self.until.wake()


NOT_SENT = Failure("not_sent", "broken", "")  # A permit that was granted and never taken.


def _ticket(permit: LocalPermit) -> int:
    return permit.ticket


def _said(answer: Answer, share: float, wall: float, *, always: bool) -> Report | None:
    """Return the report of an answer, with our *share* of its numbers, or None: a 5xx without any tells nothing.

    The end of the window matters when few calls remain, or *always*; a date takes longer to read than all the rest.
    """
    remaining = whole(answer.headers.get("x-ratelimit-remaining"))
    refused = answer.status >= 300 and meaning_of(answer.status).throttled
    if remaining is None and not refused:
        return UNREPORTED if answer.status < 500 else None
    wait = named_wait(answer, wall) if refused else None
    if remaining is None:
        return Report(wait=wait, refused=refused)
    named = whole(answer.headers.get("x-ratelimit-limit"))
    limit = max(1, int(named * share)) if named else None
    needed = always or named is None or remaining < named * HALF
    return Report(limit, int(remaining * share), resets_in(answer, wall) if needed else None, wait, refused)
