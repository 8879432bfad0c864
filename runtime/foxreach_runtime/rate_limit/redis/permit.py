"""A permit of the shared quota, or of this process' own share while Redis is away."""

from __future__ import annotations

import threading

from ...response.outcome import Answer, Failure
from ...response.rate_limit_headers import RateLimit
from ...response.status import meaning_of
from ..limiter import SOON, LimiterUnavailableError, Permit, hold_after
from .line import SharedLine
from .store import AwayError


class RedisPermit:
    """The permit for one attempt. A cancelled task may call `end` while `acquire` still runs in a thread."""

    def __init__(self, line: SharedLine, on_failure: str) -> None:
        self._line = line
        self._on_failure = on_failure
        self._lock = threading.Lock()
        self._even: int | None = None
        self._due = 0.0
        self._flying = False
        self._ended = False
        self._alone: Permit | None = None

    @property
    def blocking(self) -> bool:
        """True until there is a slot."""
        return self._even is None and self._alone is None

    def acquire(self, now: float, max_wait: float) -> float:
        """Return 0 to go ahead, else the seconds to wait; more than *max_wait* means that nothing is reserved."""
        if self._alone is not None:
            return self._alone.acquire(now, max_wait)
        if self._even is None:
            return self._reserve(now, max_wait)
        if self._due - now > SOON:
            return self._due - now
        if self._line.held - now > SOON:
            self._give_back()
            return SOON  # and then a slot after the hold
        self._flying = True
        return 0.0

    def _reserve(self, now: float, max_wait: float) -> float:
        try:
            reserved = self._line.take(max_wait)
        except AwayError as away:
            if self._on_failure == "raise":
                raise LimiterUnavailableError(f"The shared quota is away ({away}).") from None
            self._alone = self._line.alone.permit("")
            return self._alone.acquire(now, max_wait)
        if reserved.even is None:
            return reserved.wait
        with self._lock:
            self._even, self._due = reserved.even, now + reserved.wait
            if self._ended:
                self._give_back()
            elif reserved.wait <= SOON and self._line.held <= now:
                self._flying = True
                return 0.0
        return max(reserved.wait, SOON)

    def end(self, now: float, outcome: Answer | Failure | None, wall: float) -> None:
        """End the attempt, or give the permit back if there was none."""
        with self._lock:
            self._ended = True
            if self._alone is not None:
                self._alone.end(now, outcome, wall)
            elif not self._flying or (isinstance(outcome, Failure) and outcome.stage == "not_sent"):
                self._give_back()
        if isinstance(outcome, Answer):
            self._learn(now, outcome, wall)

    def _learn(self, now: float, answer: Answer, wall: float) -> None:
        said = RateLimit.of(answer.headers)
        if said.limit:
            self._line.hear(said.limit)
        if meaning_of(answer.status).throttled:
            self._line.hold(now, hold_after(answer, wall, self._line.quota))

    def _give_back(self) -> None:
        if self._even is not None:
            self._line.give_back(self._even)
            self._even = None
