"""How a server may count calls, and the best possible speed against it. Pure.

Three of the models are the sandbox's, and FoxReach documents more than one of them. A token bucket fills up evenly. The
last one is a sliding log that counts the calls that it refuses as well.
"""

from bisect import bisect_right
from math import floor

from foxreach_sandbox.windows import EPSILON, LIMIT, WINDOW, FixedWindow, SlidingCounter, SlidingLog
from foxreach_sandbox.windows import Window as Documented

__all__ = [
    "DOCUMENTED",
    "LIMIT",
    "SERVERS",
    "WINDOW",
    "Documented",
    "FixedWindow",
    "RefusalsCounted",
    "Server",
    "SlidingCounter",
    "SlidingLog",
    "TokenBucket",
    "best_possible",
]


class TokenBucket:
    """At most *limit* calls at once, and then as many a window, evenly; *phase* is ignored."""

    def __init__(self, phase: float = 0.0, limit: int = LIMIT, window: float = WINDOW) -> None:  # noqa: ARG002
        self.limit, self.window = limit, window
        self._tokens, self._at = float(limit), 0.0

    def _tokens_at(self, now: float) -> float:
        return min(self.limit, self._tokens + (now - self._at) * self.limit / self.window)

    def accept(self, now: float) -> None:
        """Count a call."""
        self._tokens, self._at = self._tokens_at(now) - 1, now

    def remaining(self, now: float) -> int:
        """Return the number of calls that are still accepted now."""
        return floor(self._tokens_at(now) + EPSILON)

    def reset(self, now: float) -> float:
        """Return when the bucket is full if nothing more is sent."""
        return now + (self.limit - self._tokens_at(now)) * self.window / self.limit

    def next_at(self, now: float) -> float:
        """Return when one more call is accepted."""
        if self.remaining(now) > 0:
            return now
        return now + (1 - self._tokens_at(now)) * self.window / self.limit + EPSILON


class RefusalsCounted(SlidingLog):
    """A sliding log that counts refused calls as well: a client that keeps asking is never accepted again."""

    def accept(self, now: float) -> None:
        """Count a call."""
        self._accepted.append(now)

    def refuse(self, now: float) -> None:
        """Count a call that is refused."""
        self.accept(now)

    def remaining(self, now: float) -> int:
        """Return the number of calls that are still accepted now."""
        del self._accepted[: bisect_right(self._accepted, now - self.window)]
        return self.limit - len(self._accepted)


Server = Documented | TokenBucket
DOCUMENTED: dict[str, type[Documented]] = {
    "fixed window": FixedWindow,
    "sliding log": SlidingLog,
    "sliding counter": SlidingCounter,
}
SERVERS: dict[str, type[Server]] = {**DOCUMENTED, "token bucket": TokenBucket, "refusals counted": RefusalsCounted}


def best_possible(server: Server, calls: int) -> float:
    """Return the seconds that *calls* take a client that knows the server's counts and has no latency."""
    now = 0.0
    for _ in range(calls):
        now = server.next_at(now)
        server.accept(now)
    return now
