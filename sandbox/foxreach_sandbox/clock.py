"""The clock of a sandbox: it runs at a speed of its own and can be advanced."""

import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import formatdate
from functools import lru_cache

from anyio.lowlevel import checkpoint

INSTANT = 1e-6  # Seconds. Times that are closer are the same: a float of today resolves a quarter of it.
FASTEST = 86_400.0  # A day in each second.
END = datetime(9999, 1, 1, tzinfo=UTC).timestamp()  # No header can hold a year of five digits.


class Clock:
    """A clock that starts at *start*, in seconds since 1970, or at the real time.

    *speed* is its seconds per real second, up to 86,400; at 0, the default, it moves only when it is advanced.
    """

    def __init__(self, *, speed: float = 0.0, start: float | None = None) -> None:
        if not 0 <= speed <= FASTEST:
            raise ValueError(f"speed must be from 0 to {FASTEST:,.0f}")
        self.speed = speed
        self._start = time.time() if start is None else start
        self._began = time.monotonic()
        self._advanced = 0.0
        self.listeners: list[Callable[[], object]] = []
        """Called at each time at which an advancing clock stops: at each alarm, and at the end."""
        self.alarms: list[Callable[[float], float | None]] = []
        """Each returns the first time after the given one at which something is due, None if nothing is."""
        self._lock = threading.Lock()

    def now(self) -> float:
        """Return the time, in seconds since 1970."""
        return self._start + self.monotonic()

    def monotonic(self) -> float:
        """Return the seconds since the clock was created."""
        passed = (time.monotonic() - self._began) * self.speed if self.speed else 0.0
        return passed + self._advanced

    def advance(self, seconds: float) -> None:
        """Move the clock by *seconds* at once; what is due by then happens in its order, each at its own time."""
        if seconds < 0:
            raise ValueError("seconds must be zero or more")
        if not self.now() + seconds < END:  # Refuses NaN too, from which no later time could be computed.
            raise ValueError("the clock ends before the year 9999")
        left = seconds
        while True:
            stop = self.next_alarm()
            with self._lock:
                step = left if stop is None else min(left, max(0.0, stop - self.now()))
                self._advanced += step
            left -= step
            self.tick()
            if left <= 0:
                return

    def next_alarm(self) -> float | None:
        """Return the next time at which something is due, None if nothing is."""
        now = self.now() + INSTANT
        return min((moment for alarm in self.alarms if (moment := alarm(now)) is not None), default=None)

    def tick(self) -> None:
        """Let happen what is due."""
        for listener in self.listeners:
            listener()

    def sleep(self, seconds: float) -> None:
        """Replace `time.sleep` in a program under test: advance the clock instead of waiting."""
        self.advance(seconds)

    async def async_sleep(self, seconds: float) -> None:
        """Replace `asyncio.sleep` in a program under test: let other tasks run, then advance the clock."""
        await checkpoint()
        self.advance(seconds)

    def for_caller(self, seconds: float) -> float:
        """Convert *seconds* of this clock to real seconds, which the caller waits."""
        return seconds / self.speed if self.speed else seconds

    def caller_now(self) -> float:
        """Return the time of the callers' own clocks: the real one, unless this clock is moved by hand alone."""
        return time.time() if self.speed else self.now()

    def date(self) -> str:
        """Return the time as a `Date` header."""
        return _date(int(self.now()))

    def stamp(self) -> str:
        """Return the time as FoxReach writes it in resources: UTC, without a zone."""
        return stamp(self.now())


def stamp(moment: float) -> str:
    """Return *moment* as FoxReach writes it in resources."""
    return _iso(int(moment))


@lru_cache(maxsize=16)  # Most calls happen in the same second as the one before.
def _iso(second: int) -> str:
    return datetime.fromtimestamp(second, UTC).replace(tzinfo=None).isoformat()


@lru_cache(maxsize=16)
def _date(second: int) -> str:
    return formatdate(second, usegmt=True)
