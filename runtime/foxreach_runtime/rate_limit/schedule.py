"""When the next call may begin, by all that is known of a key. Pure: the time is always an argument.

There are three sources, and the earliest of their times counts: the own calls (buckets.py), which no server of this
quota refuses while the key is ours alone; the calls that the server reports to remain, less those that began since,
which is a promise for the same reason; and the end of the window that it names, when one call may try. A refusal stops
all of them (hold.py).
"""

from __future__ import annotations

from msgspec import Struct

from .buckets import ALL, BURST, SMOOTH, Buckets
from .hold import PATIENCE, Hold, Refusal
from .ledger import Ledger
from .pacing import Pacing, Quota
from .usable import Usable

FREE = 40 / 100  # of the limit: there is no delay while more remain, and for each call that waits or is in flight
ROOM = 2  # more
LOW = 5 / 100  # of the limit: below it, calls go one by one and ever slower


class Flight(Struct, frozen=True, eq=False, weakref=True):
    """A call in flight: when it *started*, and how many calls had *ended* by then."""

    started: float
    ended: int


class Report(Struct, frozen=True):
    """What one answer says: calls *remaining* of *limit*, seconds until the window *resets_in*, the *wait* to make."""

    limit: int | None = None
    remaining: int | None = None
    resets_in: float | None = None
    wait: float | None = None
    refused: bool = False


class Schedule:
    """The calls of one key."""

    def __init__(self, pacing: Pacing, quota: Quota) -> None:
        self._interactive = pacing == "interactive"
        self._window = quota.window
        self._ledger = Ledger(quota.window)
        self._usable = Usable(quota)
        self._buckets = Buckets(self._usable.calls, quota.window)
        self.hold = Hold(quota.window)
        self._started = float("-inf")  # of the last call
        self._ended = 0
        self._metered: bool | None = None  # whether the server reports; None: no answer yet
        self._unpaced = False  # It reports nothing and has refused nothing: calls need no pace, and take no tokens.
        self._promised = 0  # calls that the server will accept for sure
        self._reset = self._opens = self._closed = float("-inf")
        self._low = False
        self.keep_to(quota, 0.0)

    def keep_to(self, quota: Quota, now: float) -> None:
        """Keep to another *quota* from now on; calls made under a higher one emptied the buckets of a lower one."""
        lower = quota.calls < self._usable.quota.calls
        self._usable.keep_to(quota)
        self._free, self._few = quota.calls * FREE, quota.calls * LOW
        self._even = quota.window / quota.calls
        self._buckets.resize(self._usable.calls)
        if lower:
            self._buckets.drain(now)

    def drain(self, now: float, calls: int) -> None:
        """Begin with an empty bucket and so many calls already under way."""
        self._buckets.drain(now)
        for _ in range(calls):
            self._buckets.take(now)

    def next_at(self, now: float, waiting: int = 0, *, urgent: bool = False) -> float:
        """Return when the next call may begin. *urgent*: it would give up otherwise, so it need not be spread out."""
        at = self.hold.ready_at(now)
        if self._interactive:
            if self._metered and self._promised >= self._free + ROOM * (waiting + len(self._ledger.flights)):
                return at
            if self._unpaced:
                return at
        soonest = self._buckets.ready_at(now, self._largest(urgent=urgent))
        if self._metered:
            soonest = max(min(soonest, self._reported_at(now, waiting, urgent=urgent)), self._closed)
            if self._low and self._ledger.flights:  # Its answer says more.
                soonest = max(soonest, self._started + PATIENCE * self._window)
        return max(at, soonest)

    def _largest(self, *, urgent: bool) -> int:
        """Return the largest bucket that may be used: while others use the key, a burst may have no room."""
        if urgent:
            return ALL
        return BURST if self._interactive and not self.hold.searching and not self._usable.elsewhere else SMOOTH

    def _reported_at(self, now: float, waiting: int, *, urgent: bool) -> float:
        """Return when the server's report lets a call begin: evenly, and faster if calls would be left unused."""
        if self._promised < 1:
            return max(now, self._opens)
        if urgent:
            return now
        if now >= self._reset:
            return max(now, self._started + self._even)
        since = max(self._started, self._reset - self._window)
        fastest = self._even if waiting <= self._promised else 0.0
        return max(now, since + max((self._reset - since) / self._promised, fastest))

    def expected_at(self, now: float, ahead: int) -> float:
        """Return when a call will begin, as far as anybody can say, if *ahead* others begin before it."""
        at = self._buckets.ready_at(now, SMOOTH, ahead)
        if self._metered:
            at = min(at, now + self._spread(max(0.0, self._reset - now), max(0, self._promised), ahead + 1))
        return max(at, self.hold.until)

    def _spread(self, left: float, promised: int, calls: int) -> float:
        """Return the seconds that *calls* take, the promised ones evenly in what is *left* of the window."""
        soon = min(calls, promised)
        return (
            max(left * soon / (promised + 1), soon * self._even)
            if soon == calls
            else left + (calls - soon) * self._even
        )

    def start(self, now: float) -> Flight:
        """Begin a call."""
        self.hold.start(now)
        if not self._unpaced:
            self._buckets.take(now)
        flight = Flight(now, self._ended)
        self._ledger.start(flight)
        self._started = now
        self._promised -= 1
        if now >= self._opens:  # It looks whether the window is over; the next one waits for its answer.
            self._opens = now + PATIENCE * self._window
        return flight

    def end(self, now: float, flight: Flight, report: Report | None, *, sent: bool) -> None:
        """End a call that was *sent* or not, with the report of its answer; None: the answer tells nothing."""
        crossed = self._ended - flight.ended  # They ended in its time: counted in its report or not.
        self._ended += 1
        self._ledger.end(flight, now, sent=sent and (report is None or not report.refused))
        if not sent:
            self._buckets.give_back()
        if report is None:
            return
        if report.remaining is not None:
            self._read(now, report.remaining, report, crossed)
        if report.refused:
            self._refuse(now, flight, report)
        else:
            self._accept(now, flight, report)
        unpaced = self._unpaced
        self._unpaced = self._interactive and self._metered is False and not self._usable.learned
        if not self._unpaced:
            self._buckets.resize(self._usable.calls)
            if unpaced:  # The pace begins.
                self._buckets.drain(now)

    def _read(self, now: float, remaining: int, report: Report, crossed: int) -> None:
        sure = remaining - len(self._ledger.flights) - crossed
        self._promised = max(sure, min(self._promised, remaining)) if self._metered else sure
        self._metered = True
        self._reset = now + (self._window if report.resets_in is None else min(report.resets_in, self._window))
        ours = self._ledger.latest(now)
        # Two buckets have no room yet at the very end of one that we have filled.
        self._opens = self._reset + self._even if ours > self._few else self._reset
        if report.limit is None or report.limit == self._usable.quota.calls:
            used = self._usable.quota.calls - remaining
            # How many others made for sure: those that no way of counting ours explains.
            elsewhere = 0.0 if used <= ours else max(0.0, used - self._ledger.heaviest(now) - 1)
            self._usable.report(now, elsewhere)
            self._low = remaining < self._few and self._usable.elsewhere > 0
        elif remaining == 0:
            self._closed = self._opens  # That limit may be a mistake, but no call remains.

    def _refuse(self, now: float, flight: Flight, report: Report) -> None:
        explained = report.remaining is not None
        if not self.hold.refuse(now, Refusal(flight.started, report.wait, explained, self._unpaced)):
            return
        self._buckets.empty(now)
        if explained:  # What a refusal asks for is nearer to the truth than the end of its window.
            self._opens, self._closed = min(self._opens, self.hold.until), min(self._closed, self.hold.until)
        if not self._metered and self.hold.tells:
            self._metered = False
            self._usable.refuse(self._ledger.latest(now) - len(self._ledger.flights))

    def _accept(self, now: float, flight: Flight, report: Report) -> None:
        if report.remaining is None:
            self._metered = self._metered is True and now < self._reset  # Some answers may come without a report.
            if not self.hold.searching:
                self._usable.accept()
        elif self._low:
            self._closed = self._slow_until(now, report.remaining)
        if self.hold.searching:
            self.hold.accept(flight.started, reported=report.remaining is not None)

    def _slow_until(self, now: float, remaining: int) -> float:
        """Return until when the next call waits, with so few *remaining*: longer the fewer there are.

        Before the first of our calls is forgotten, or the window ends, nothing comes back; others use it meanwhile.
        """
        comes_back = min(self._opens, self._ledger.forgets_at(now))
        theirs = self._usable.elsewhere * max(0.0, comes_back - now) / self._window
        spread = (comes_back - self._started) / (max(0.0, remaining - theirs) + 1)
        slower = self._buckets.interval * self._few / (remaining + 1)
        return self._started + max(spread, min(slower, self._opens - self._started))
