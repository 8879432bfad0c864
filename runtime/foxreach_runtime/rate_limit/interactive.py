"""No delay while there is room, slower before it runs out, and no call that may be refused. Pure.

How much room there is, two sources say, and the greater is right while the key is ours alone. The server's own
report: whatever kind of window it has, the room it reports shrinks by calls alone, so that a report less the calls
since is a promise. And our own ledger, which holds under every kind of window. What a report lacks and the ledger
cannot explain was used by others: it is taken off the ledger's room until a later report.
"""

from __future__ import annotations

from .ledger import Ledger
from .pacing import Flight, Line, Quota, Report, Slot, pace_of

SLOW = 1 / 4  # of the limit: below it, what is left is spread over the time until there is more


class Interactive:
    """The room of one client's key, and the line of the calls that wait for it."""

    def __init__(self, quota: Quota) -> None:
        self._line = Line()
        self._window = quota.window
        self._ledger = Ledger(quota.window)
        self._held = float("-inf")
        self._waiting = 0
        self._promised: int | None = None  # calls that the server will take for sure
        self._elsewhere = 0.0  # calls that others made
        self._reset = float("-inf")  # the end of the window, as last reported
        self._ended = 0
        self._unmetered = False
        self.keep_to(quota)

    def keep_to(self, quota: Quota) -> None:
        """Keep to another *quota* from now on."""
        self._quota = quota
        self._slow = quota.calls * SLOW
        self._interval = pace_of("bulk", quota).interval

    def hold(self, until: float) -> None:
        """Let no call begin before *until*: the server said so."""
        self._held = max(self._held, until)

    def offer(self, now: float) -> Slot:
        """Return the place in the line that a call asking *now* would get."""
        if now >= self._held and (self._unmetered or self._plenty(now)):
            return Slot(now, now)
        room = self._room(now) - self._waiting
        if room < 1:
            free_at = self._free_at(now, 1 + self._waiting)
            return self._line.slot(now, self._interval, not_before=max(free_at, self._held))
        plenty_at = self._ledger.free_at(now, self._usable(now) - self._slow, slices=16)
        until = min(plenty_at, self._reset) if self._reset > now else plenty_at
        gap = (until - now - self._line.ahead(now)) / room
        return self._line.slot(now, max(gap, self._interval), not_before=self._held)

    def take(self, slot: Slot) -> None:
        """Take the slot that was just offered."""
        self._waiting += 1
        if slot.until > slot.even:
            self._line.take(slot)

    def give_back(self, slot: Slot) -> None:
        """Let others have a slot that is not used."""
        self._waiting -= 1
        if slot.until > slot.even:
            self._line.give_back(slot)

    def due(self, slot: Slot) -> float:
        """Return when a call in *slot* may be made."""
        return slot.even

    def ready(self, now: float) -> bool:
        """Return True if a call that is due may be made."""
        return now >= self._held and (self._unmetered or self._room(now) >= 1)

    def start(self, slot: Slot) -> Flight:
        """Begin the call in *slot*."""
        self._waiting -= 1
        self._ledger.start()
        if self._promised is not None:
            self._promised -= 1
        return Flight(slot, self._ended)

    def end(self, now: float, flight: Flight, report: Report | None, *, sent: bool) -> None:
        """End a call that was *sent* or not, with what its answer reports, or None where there is no answer."""
        crossed = self._ended - flight.ended  # They ended while this one was under way: counted in its report or not.
        self._ended += 1
        self._ledger.end(now, sent=sent)
        if report is None:
            return
        self._unmetered = report.remaining is None
        if report.remaining is not None:
            sure = report.remaining - self._ledger.flying - crossed
            promised = sure if self._promised is None else self._promised
            self._promised = max(sure, min(promised, report.remaining))
            self._reset = now + (self._window if report.resets_in is None else min(report.resets_in, self._window))
            self._elsewhere = self._unexplained(now, report.remaining)

    def _usable(self, now: float) -> float:
        """Return how many calls of a window are ours."""
        return self._quota.calls - self._quota.reserve - (self._elsewhere if now < self._reset else 0)

    def _free_at(self, now: float, room: float) -> float:
        """Return the time at which there is *room* for sure; what others used is back when the window ends."""
        free_at = self._ledger.free_at(now, self._usable(now) - room)
        if self._elsewhere and now < self._reset:
            later = self._ledger.free_at(now, self._usable(self._reset) - room)
            return min(free_at, max(self._reset, later))
        return free_at

    def _plenty(self, now: float) -> bool:
        if self._promised is not None and self._promised - self._waiting >= self._slow:
            return True
        if self._usable(now) - self._ledger.most(now) - self._waiting >= self._slow:
            return True
        return self._room(now) - self._waiting >= self._slow

    def _room(self, now: float) -> float:
        own = self._usable(now) - self._ledger.most(now)
        if own < 1:
            own = self._usable(now) - self._ledger.heaviest(now)
        return own if self._promised is None else max(own, self._promised)

    def _unexplained(self, now: float, remaining: int) -> float:
        used = self._quota.calls - remaining
        if used <= self._ledger.flying + 1:
            return 0.0
        return max(0.0, used - self._ledger.heaviest(now))
