"""The three ways in which a server may count calls, on a clock of its caller's. Pure.

*phase* is the second at which a window begins. Each answers `next_at`: the earliest time from *now* on at which one
more call is accepted, which is *now* itself while there is room. A refused call is not counted.
"""

from bisect import bisect_right
from math import floor

LIMIT = 100
WINDOW = 60.0
HAIR = 1e-9  # Seconds. What is due at the very end of a window is due after it, whatever the rounding.


class Counts:
    """How many calls fell into the windows that still matter: the current one and the one before."""

    def __init__(self) -> None:
        self._counts: dict[int, int] = {}

    def of(self, number: int) -> int:
        """Return the calls in window *number*."""
        return self._counts.get(number, 0)

    def add(self, number: int) -> None:
        """Count a call in window *number*."""
        self._counts = {each: count for each, count in self._counts.items() if each >= number - 1}
        self._counts[number] = self.of(number) + 1


class FixedWindow:
    """So many calls in each window."""

    def __init__(self, phase: float = 0.0, limit: int = LIMIT, window: float = WINDOW) -> None:
        self._phase, self.limit, self.window = phase, limit, window
        self._counts = Counts()

    def _number(self, now: float) -> int:
        return floor((now - self._phase) / self.window)

    def accept(self, now: float) -> None:
        """Count a call."""
        self._counts.add(self._number(now))

    def remaining(self, now: float) -> int:
        """Return how many more calls are accepted now."""
        return self.limit - self._counts.of(self._number(now))

    def reset(self, now: float) -> float:
        """Return the end of the window."""
        return (self._number(now) + 1) * self.window + self._phase

    def next_at(self, now: float) -> float:
        """Return when one more call is accepted."""
        return now if self.remaining(now) > 0 else self.reset(now) + HAIR


class SlidingLog:
    """So many calls in any time as long as a window; *phase* means nothing here."""

    def __init__(self, phase: float = 0.0, limit: int = LIMIT, window: float = WINDOW) -> None:  # noqa: ARG002
        self._accepted: list[float] = []
        self.limit, self.window = limit, window

    def accept(self, now: float) -> None:
        """Count a call."""
        self._accepted.append(now)
        del self._accepted[: -self.limit]

    def remaining(self, now: float) -> int:
        """Return how many more calls are accepted now."""
        return self.limit - (len(self._accepted) - bisect_right(self._accepted, now - self.window))

    def reset(self, now: float) -> float:
        """Return when everything is forgotten, if nothing more is sent."""
        return (self._accepted[-1] if self._accepted else now) + self.window

    def next_at(self, now: float) -> float:
        """Return when one more call is accepted."""
        return now if self.remaining(now) > 0 else self._accepted[-self.limit] + self.window + HAIR


class TwoBuckets:
    """So many calls in this window and the part of the last one that a window up to now still covers."""

    def __init__(self, phase: float = 0.0, limit: int = LIMIT, window: float = WINDOW) -> None:
        self._phase, self.limit, self.window = phase, limit, window
        self._counts = Counts()

    def _place(self, now: float) -> tuple[int, float]:
        number = floor((now - self._phase) / self.window)
        return number, (now - self._phase) / self.window - number

    def accept(self, now: float) -> None:
        """Count a call."""
        number, _ = self._place(now)
        self._counts.add(number)

    def remaining(self, now: float) -> int:
        """Return how many more calls are accepted now."""
        number, passed = self._place(now)
        counted = self._counts.of(number - 1) * (1 - passed) + self._counts.of(number)
        return floor(self.limit - counted + HAIR)

    def reset(self, now: float) -> float:
        """Return the end of the current window."""
        return (self._place(now)[0] + 1) * self.window + self._phase

    def next_at(self, now: float) -> float:
        """Return when one more call is accepted."""
        while self.remaining(now) < 1:
            number, _ = self._place(now)
            last, current = self._counts.of(number - 1), self._counts.of(number)
            part = 1 - (self.limit - 1 - current) / last if last and current < self.limit else 1.0
            now = min((number + max(part, 0.0)) * self.window + self._phase, self.reset(now)) + HAIR
        return now


Window = FixedWindow | SlidingLog | TwoBuckets
WINDOWS: dict[str, type[Window]] = {"fixed": FixedWindow, "log": SlidingLog, "counter": TwoBuckets}
