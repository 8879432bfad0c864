"""The time a sandbox lives in. It passes at a speed of its own, and it can be advanced."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import formatdate

from anyio.lowlevel import checkpoint

FASTEST = 86_400.0  # A day in each second.
END = datetime(9999, 1, 1, tzinfo=UTC).timestamp()  # A later year has five digits, which no header and no stamp has.


class Clock:
    """Seconds since 1970, from *start*, or from now.

    *speed* 0 stands still until it is advanced, 1 is real time, 60 is a minute in each second; 86,400 is the most.
    """

    def __init__(self, *, speed: float = 0.0, start: float | None = None) -> None:
        if not 0 <= speed <= FASTEST:
            raise ValueError(f"speed must be from 0 to {FASTEST:,.0f}")
        self.speed = speed
        self._start = time.time() if start is None else start
        self._began = time.monotonic()
        self._advanced = 0.0
        self.listeners: list[Callable[[], object]] = []

    def now(self) -> float:
        """Return the time, in seconds since 1970."""
        return self._start + self.monotonic()

    def monotonic(self) -> float:
        """Return the seconds since the clock began."""
        passed = (time.monotonic() - self._began) * self.speed if self.speed else 0.0
        return passed + self._advanced

    def advance(self, seconds: float) -> None:
        """Let *seconds* pass at once; what falls due in them happens."""
        if seconds < 0:
            raise ValueError("time does not go back")
        if not self.now() + seconds < END:  # Nor is it NaN, from which there would be no way back.
            raise ValueError("time ends before the year 9999")
        self._advanced += seconds
        for listener in self.listeners:
            listener()

    def sleep(self, seconds: float) -> None:
        """Take the place of `time.sleep` in a program under test: the time passes at once."""
        self.advance(seconds)

    async def async_sleep(self, seconds: float) -> None:
        """Take the place of `asyncio.sleep` in a program under test: other tasks have their turn meanwhile."""
        await checkpoint()
        self.advance(seconds)

    def for_caller(self, seconds: float) -> float:
        """Return how long *seconds* of this clock are for a caller, whose own time is real."""
        return seconds / self.speed if self.speed else seconds

    def date(self) -> str:
        """Return the `Date` header of now."""
        return formatdate(self.now(), usegmt=True)

    def stamp(self) -> str:
        """Return now as FoxReach writes the times of its resources: UTC, without a zone."""
        return datetime.fromtimestamp(int(self.now()), UTC).replace(tzinfo=None).isoformat()
