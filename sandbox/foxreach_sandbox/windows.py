"""The windows in which a server may count calls: fixed, sliding log, sliding counter. Pure: the caller passes the time.

*phase* is the second at which a window begins. `next_at(now)` returns the earliest time from *now* on at which one more
call is accepted, which is *now* while calls remain. A refused call is not counted.
"""

from bisect import bisect_right
from math import floor

LIMIT = 100
WINDOW = 60.0
EPSILON = 1e-9  # Seconds. A time at the end of a window counts as after it, whatever the rounding.


class Counts:
    """The calls in the current window and in the previous one."""

    def __init__(self) -> None:
        self._counts: dict[int, int] = {}

    def of(self, number: int) -> int:
        """Return the count of window *number*."""
        return self._counts.get(number, 0)

    def add(self, number: int) -> None:
        """Count a call in window *number*."""
        self._counts = {each: count for each, count in self._counts.items() if each >= number - 1}
        self._counts[number] = self.of(number) + 1


class FixedWindow:
    """At most *limit* calls in each window."""

    def __init__(self, phase: float = 0.0, limit: int = LIMIT, window: float = WINDOW) -> None:
        self._phase, self.limit, self.window = phase, limit, window
        self._counts = Counts()

    def _number(self, now: float) -> int:
        return floor((now - self._phase) / self.window)

    def accept(self, now: float) -> None:
        """Count a call."""
        self._counts.add(self._number(now))

    def remaining(self, now: float) -> int:
        """Return the number of calls that are still accepted now."""
        return self.limit - self._counts.of(self._number(now))

    def reset(self, now: float) -> float:
        """Return the end of the window."""
        return (self._number(now) + 1) * self.window + self._phase

    def next_at(self, now: float) -> float:
        """Return when one more call is accepted."""
        return now if self.remaining(now) > 0 else self.reset(now) + EPSILON


class SlidingLog:
    """At most *limit* calls in any period of the length of a window; *phase* is ignored."""

    def __init__(self, phase: float = 0.0, limit: int = LIMIT, window: float = WINDOW) -> None:  # noqa: ARG002
        self._accepted: list[float] = []
        self.limit, self.window = limit, window

    def accept(self, now: float) -> None:
        """Count a call."""
        self._accepted.append(now)
        del self._accepted[: -self.limit]

    def remaining(self, now: float) -> int:
        """Return the number of calls that are still accepted now."""
        return self.limit - (len(self._accepted) - bisect_right(self._accepted, now - self.window))

    def reset(self, now: float) -> float:
        """Return when the last counted call leaves the window."""
        return (self._accepted[-1] if self._accepted else now) + self.window

    def next_at(self, now: float) -> float:
        """Return when one more call is accepted."""
        return now if self.remaining(now) > 0 else self._accepted[-self.limit] + self.window + EPSILON


class SlidingCounter:
    """At most *limit* calls, counting this window and the part of the previous one that the sliding window covers."""

    def __init__(self, phase: float = 0.0, limit: int = LIMIT, window: float = WINDOW) -> None:
        self._phase, self.limit, self.window = phase, limit, window
        self._counts = Counts()

    def _position(self, now: float) -> tuple[int, float]:
        number = floor((now - self._phase) / self.window)
        return number, (now - self._phase) / self.window - number

    def accept(self, now: float) -> None:
        """Count a call."""
        number, _ = self._position(now)
        self._counts.add(number)

    def remaining(self, now: float) -> int:
        """Return the number of calls that are still accepted now."""
        number, passed = self._position(now)
        counted = self._counts.of(number - 1) * (1 - passed) + self._counts.of(number)
        return floor(self.limit - counted + EPSILON)

    def reset(self, now: float) -> float:
        """Return the end of the current window."""
        return (self._position(now)[0] + 1) * self.window + self._phase

    def next_at(self, now: float) -> float:
        """Return when one more call is accepted."""
        while self.remaining(now) < 1:
            number, _ = self._position(now)
            last, current = self._counts.of(number - 1), self._counts.of(number)
            part = 1 - (self.limit - 1 - current) / last if last and current < self.limit else 1.0
            now = min((number + max(part, 0.0)) * self.window + self._phase, self.reset(now)) + EPSILON
        return now


Window = FixedWindow | SlidingLog | SlidingCounter
WINDOWS: dict[str, type[Window]] = {"fixed": FixedWindow, "log": SlidingLog, "counter": SlidingCounter}
