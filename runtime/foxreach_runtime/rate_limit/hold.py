"""What a 429 means for all calls of a key: a pause, and then a slow start until the server accepts again. Pure."""

from __future__ import annotations

from msgspec import Struct

FIRST = 1 / 60  # of a window: the first backoff after a refusal that names no time
LONGEST = 2  # windows: a longer time is not obeyed, since no way of counting knows of calls that are older
ENOUGH = 16  # calls in a row that are accepted end the slow start
PATIENCE = 1 / 30  # of a window: how long a call in flight may keep the next one of a slow start waiting
NAMED, LEARNED, UNPACED = 2.0, 4.0, 8.0
"""Factors of the backoff: after times that the server named in vain; at a learned pace; after calls without any pace,
which have used up the whole quota at once: three retries of one call then reach the end of the window."""


class Refusal(Struct, frozen=True):
    """A 429 for a call that *started* then. *named* is the wait that the server asks for; None if it names none.

    *explained*: the answer reports how many calls remain. *unpaced*: calls had no pace so far.
    """

    started: float
    named: float | None
    explained: bool
    unpaced: bool


class Hold:
    """When calls may begin after a refusal."""

    def __init__(self, window: float) -> None:
        self._window = window
        self.until = float("-inf")
        self.named_until = float("-inf")  # the part of it that the server named
        self.searching = False  # in the slow start
        self.tells = False  # True if the last refusal says something about the pace
        self._began = float("-inf")
        self._last = Refusal(0.0, None, explained=False, unpaced=False)
        self._first = float("-inf")  # the first refusal of this search
        self._failures = 0  # probes refused in a row
        self._trickles = 0  # how often some calls were accepted and then one refused
        self._credit = 0  # calls that may begin in the slow start
        self._accepted = 0
        self._probed = float("-inf")

    def refuse(self, now: float, refusal: Refusal) -> bool:
        """Begin or prolong the hold; return False if the call had started before the hold, so that it tells nothing."""
        if refusal.named:
            self.named_until = max(self.named_until, now + min(refusal.named, LONGEST * self._window))
            self.until = max(self.until, self.named_until)
        if refusal.started < self._began:
            return False
        if not self.searching:
            self._trickles, self._last = 0, refusal
        if not self.searching or now >= self._first + self._window:
            self._first, self._failures = now, 0
        self._trickles += self._accepted > 0
        self._failures = 1 if self._accepted else self._failures + 1
        self.tells = not self.searching or self._trickles > 1
        if refusal.named is None or self._failures > 1:
            self.until = max(self.until, now + self._backoff(now, refusal))
        self._began, self.searching, self._credit, self._accepted = now, True, 1, 0
        return True

    def _backoff(self, now: float, refusal: Refusal) -> float:
        """Return our own wait, which does not go past the end of a window that begins with the first refusal."""
        factor = NAMED if refusal.named is not None else UNPACED if self._last.unpaced else LEARNED
        first = FIRST * self._window
        left = self._first + self._window - now
        return min(first * factor ** min(self._failures - 1, 60), max(left, first))

    def ready_at(self, now: float) -> float:
        """Return when the next call may begin as far as the hold goes."""
        if self.searching and self._credit < 1:
            return max(now, self.until, self._probed + PATIENCE * self._window)
        return max(now, self.until)

    def start(self, now: float) -> None:
        """Note that a call begins."""
        if self.searching:
            self._credit -= 1
            self._probed = now

    def accept(self, started: float, *, reported: bool) -> None:
        """Note that a call *started* then was accepted: two more may begin. *reported*: it says how many remain."""
        if self.searching and started >= self._began:
            self._credit += 2
            self._accepted += 1
            if self._accepted >= ENOUGH or (reported and self._last.explained):
                self.searching, self._accepted = False, 0
