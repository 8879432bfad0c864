"""A permit of the shared quota, or of this process' own share while Redis is away."""

from __future__ import annotations

import threading

from ...response.outcome import Answer, Failure
from ...response.rate_limit_headers import RateLimit, named_wait
from ...response.status import meaning_of
from ...waiter import Waiter
from ..limiter import SOON, LimiterUnavailableError, LocalPermit
from .line import SharedLine
from .store import AwayError, BusyError

BRIEF = 0.05  # seconds


class RedisPermit:
    """The permit of one call. `acquire` may still run in a thread when a cancelled task calls `end`."""

    def __init__(self, line: SharedLine, on_failure: str) -> None:
        self._line = line
        self._on_failure = on_failure
        self._lock = threading.Lock()
        self._alone: LocalPermit | None = None
        self._waiter = Waiter()
        self._begin()

    def _begin(self) -> None:
        self._slot: int | None = None
        self._due = self._started = 0.0
        self._in_flight = self._ended = False

    @property
    def until(self) -> Waiter | None:
        """The early end of the wait for which `acquire` asked."""
        return self._waiter if self._alone is None else self._alone.until

    @property
    def blocking(self) -> bool:
        """True until there is a slot, and if Redis may be back."""
        return self._slot is None if self._alone is None else not self._line.resting()

    def again(self) -> RedisPermit:
        """Return the permit for a retry: this one, which has ended."""
        return self

    def acquire(self, now: float, max_wait: float) -> float:
        """Return 0 to go ahead, else the seconds to wait; more than *max_wait* means that nothing is reserved."""
        if self._alone is not None:
            if self._line.resting():
                return self._acquire_alone(now, max_wait)
            self._alone.end(now, None, 0.0)  # It asks Redis again.
            self._alone = None
        if self._slot is not None:
            held = self._due - now <= SOON < self._line.held_until - now
            if held or self._waiter.woken:
                self._return_slot()  # for a slot after the hold, of which Redis learns soon, or of another pace
                return BRIEF if held else SOON
            if self._due - now > SOON:
                return self._due - now
            self._go(now)
            return 0.0
        return self._reserve(now, max_wait)

    def _reserve(self, now: float, max_wait: float) -> float:
        try:
            reserved = self._line.take(now, max_wait)
        except BusyError as busy:
            return busy.wait + SOON
        except AwayError as away:
            if self._on_failure == "raise":
                raise LimiterUnavailableError(f"The shared quota is away ({away}).") from None
            with self._lock:
                if not self._ended:
                    self._alone = self._line.alone(now).permit("")
            return self._acquire_alone(now, max_wait)
        if reserved.due is None:
            return max(reserved.wait, max_wait + SOON)
        with self._lock:
            self._slot, self._due, self._waiter = reserved.due, now + reserved.wait, Waiter()
            if self._ended:
                self._return_slot()
                return SOON
            self._line.hold_slot(self._waiter)
            if reserved.wait <= SOON and self._line.held_until <= now:
                self._go(now)
                return 0.0
        return max(reserved.wait, SOON)

    def _acquire_alone(self, now: float, max_wait: float) -> float:
        with self._lock:
            if self._alone is None:  # It was cancelled.
                return SOON
            wait = self._alone.acquire(now, max_wait)
            if wait == 0:
                self._started = now
                self._line.sent_alone(now)
        return wait

    def _go(self, now: float) -> None:
        self._in_flight, self._started = True, now
        self._line.let_go(self._waiter)

    def end(self, now: float, outcome: Answer | Failure | None, wall: float) -> None:
        """End the attempt, or return the permit if there was none."""
        with self._lock:
            if self._alone is not None:
                self._alone.end(now, outcome, wall)
            elif not self._in_flight or (isinstance(outcome, Failure) and outcome.stage == "not_sent"):
                self._return_slot()
            started, over = self._started, outcome is None
            self._alone = None
            self._begin()
            self._ended = over  # If it was cancelled, a slot that comes later goes back at once.
        if isinstance(outcome, Answer):
            self._learn(now, started, outcome, wall)

    def _learn(self, now: float, started: float, answer: Answer, wall: float) -> None:
        said = RateLimit.of(answer.headers)
        if said.limit:
            self._line.hear(said.limit)
        if meaning_of(answer.status).throttled:
            self._line.refuse(now, started, named_wait(answer, wall))
        elif answer.status < 500:
            self._line.accept(started)

    def _return_slot(self) -> None:
        self._line.let_go(self._waiter)
        if self._slot is not None:
            self._line.give_back(self._slot)
            self._slot = None
