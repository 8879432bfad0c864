"""What the server may have counted of our own calls, whichever way it counts. Pure: the time is always an argument.

A call is counted somewhere between being sent and being answered. So one that is in flight weighs as if it arrived
now, and one that ended as if it arrived at its end: both never weigh less than what the server has.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from math import ceil
from weakref import ref

SLICES = 128  # of a window: an end counts at the end of its slice, so that many calls cost no more than a few


class Ledger:
    """The calls of the last two windows; *window* is in seconds."""

    def __init__(self, window: float) -> None:
        self._window = window
        self._width = window / SLICES
        self._ends: list[float] = []
        self._counts: list[int] = []
        self._ended = 0  # calls in all slices
        self._old, self._old_calls = 0, 0  # slices that end before the last window, and their calls
        self.flights: set[ref[object]] = set()  # the calls that are being sent

    def start(self, flight: object) -> None:
        """Note a call that is being sent, until its end or until nobody has *flight*: an interrupt may skip the end."""
        self.flights.add(ref(flight, self.flights.discard))

    def end(self, flight: object, now: float, *, sent: bool = True) -> None:
        """Note that a call ended; one that was never *sent* is forgotten."""
        self.flights.discard(ref(flight))
        if sent:
            self._add(now)

    def _add(self, now: float) -> None:
        end = ceil(now / self._width) * self._width
        if self._ends and self._ends[-1] >= end:
            self._counts[-1] += 1
        else:
            self._ends.append(end)
            self._counts.append(1)
        self._ended += 1

    def most(self, now: float) -> int:
        """Return a bound on `heaviest` that costs nothing: all calls of the last two windows."""
        if self._ends and self._ends[0] < now - 2 * self._window:
            self._forget(bisect_left(self._ends, now - 2 * self._window))
        return self._ended + len(self.flights)

    def _forget(self, past: int) -> None:
        calls = sum(self._counts[:past])
        del self._ends[:past], self._counts[:past]
        self._ended -= calls
        self._old, self._old_calls = max(0, self._old - past), max(0, self._old_calls - calls)

    def latest(self, now: float) -> int:
        """Return the calls of the last window, those in flight included. Time does not go back."""
        self.most(now)
        begin = now - self._window
        while self._old < len(self._ends) and self._ends[self._old] < begin:
            self._old_calls += self._counts[self._old]
            self._old += 1
        return self._ended - self._old_calls + len(self.flights)

    def forgets_at(self, now: float) -> float:
        """Return when the first of our calls is forgotten, or *now* if that may have happened already."""
        if self.most(now) > self.latest(now) or not self._ends:
            return now
        return self._ends[0] + self._window

    def heaviest(self, now: float) -> float:
        """Return the most that a fixed window, a sliding log or two buckets may count, wherever they begin."""
        return len(self.flights) + _heaviest(self._ends, self._counts, self._window, now)


def _heaviest(ends: list[float], counts: list[int], window: float, now: float) -> float:
    """Return the highest count of two buckets over all places where the current one may begin.

    They count the last bucket by the part of it that is inside a window still, and so never less than the other
    models do with the same beginning. The count is highest where a call enters the current bucket or leaves the last.
    """
    before = [0, *accumulate(counts)]
    begins = {end for end in ends if end < now} | {end + window for end in ends} | {now}

    def counted(begin: float) -> float:
        current, last = bisect_left(ends, begin), bisect_left(ends, begin - window)
        return before[-1] - before[current] + (before[current] - before[last]) * (1 - (now - begin) / window)

    return max(counted(begin) for begin in begins if now - window < begin <= now)
