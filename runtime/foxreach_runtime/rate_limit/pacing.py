"""How far apart calls are made, so that a key stays inside its quota. Pure: the time is always an argument.

What it does not do: wait, lock, count what the server counts (ledger.py), or know of other processes
(redis_limiter.py).

A window of the server may be fixed, sliding, or two buckets weighted; FoxReach documents more than one of them. A
`Line` with burst B and rate r lets B + r calls through in any window, wherever it begins, and no model counts more
than that: with B + r below the limit, none of the three refuses a call while the key is ours alone.
"""

from __future__ import annotations

from bisect import insort
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple, cast

from ..duration import LONGEST, is_amount
from ..errors import ConfigurationError

Pacing = Literal["interactive", "bulk"]
"""No delay while there is room, and slower before it runs out; or an even pace, for work that uses the quota up."""

RESERVE = 1 / 100  # of the limit, for what arrives later than it was sent
BURST = {"interactive": 45 / 100, "bulk": 3 / 100}  # of the limit


@dataclass(frozen=True, slots=True)
class Quota:
    """How many *calls* a *window* of seconds has: 100 a minute, as FoxReach documents it for every key."""

    calls: int = 100
    window: float = 60.0

    def __post_init__(self) -> None:
        if type(self.calls) is not int or self.calls < 1:
            raise ConfigurationError("Quota: calls must be a whole number from 1 on.")
        if not is_amount(self.window) or self.window == 0:
            raise ConfigurationError(f"Quota: window must be above 0 and up to {LONGEST:.0f} seconds.")

    @property
    def reserve(self) -> int:
        """How many calls of a window are left unused."""
        return max(1, round(self.calls * RESERVE)) if self.calls > 2 else 0


@dataclass(frozen=True, slots=True)
class Pace:
    """*burst* calls at once, and then one every *interval* seconds."""

    burst: int
    interval: float

    @property
    def tolerance(self) -> float:
        """How many seconds before its even time a call may be made."""
        return (self.burst - 1) * self.interval


def pace_of(pacing: Pacing, quota: Quota) -> Pace:
    """Return burst B and interval such that B + r <= calls - reserve, where r is the rate in calls a window."""
    burst = max(1, int(quota.calls * BURST[pacing]))
    rate = max(quota.calls - quota.reserve - burst, quota.calls / 4)  # A quarter where the limit is 1 or 2.
    return Pace(burst, quota.window / rate)


def checked_quota(quota: Quota, share: float = 1.0) -> Quota:
    """Return the *share* of *quota*, at least one call of it, or raise ConfigurationError."""
    if not isinstance(cast("object", quota), Quota):
        raise ConfigurationError("quota must be a Quota.")
    if not is_amount(share) or not 0 < share <= 1:
        raise ConfigurationError("share must be a number above 0 and up to 1.")
    return replace(quota, calls=max(1, int(quota.calls * share)))


def checked_pacing(pacing: Pacing) -> Pacing:
    """Return *pacing*, or raise ConfigurationError."""
    if pacing not in tuple(BURST):  # no look-up, since what the caller passed may have no hash
        raise ConfigurationError('pacing must be "interactive" or "bulk".')
    return pacing


class KnownQuota:
    """The *quota* that holds. Another limit holds as soon as two answers in a row name it.

    A single one may be the slip of a proxy or of a server that is just starting, and a limit of 1 closes a key for
    two windows. What that answer says of calls remaining counts all the same.
    """

    def __init__(self, quota: Quota) -> None:
        self.quota = quota
        self._named = quota.calls

    def hear(self, calls: int) -> bool:
        """Note the limit that an answer names, and return True if another quota holds from now on."""
        again, self._named = calls == self._named, calls
        if not again or calls == self.quota.calls:
            return False
        self.quota = replace(self.quota, calls=calls)
        return True


class Slot(NamedTuple):
    """A place in the line: its *even* time, and *until* when it keeps the next one from its own."""

    even: float
    until: float


class Flight(NamedTuple):
    """A call under way: the *slot* it had, and how many calls had *ended* when it began."""

    slot: Slot
    ended: int = 0


class Report(NamedTuple):
    """What an answer says of the quota: calls *remaining*, seconds until the window *resets_in*; None for silence."""

    remaining: int | None = None
    resets_in: float | None = None


class Line:
    """The order of the calls in time (GCRA): each gets a slot when it asks, and may give it back.

    What is given back goes to the next that asks, as long as its even time is not over.
    """

    def __init__(self) -> None:
        self._next = float("-inf")  # the even time of the next slot
        self._freed: list[Slot] = []

    def ahead(self, now: float) -> float:
        """Return how many seconds of slots are taken from *now* on."""
        return max(0.0, self._next - now)

    def slot(self, now: float, interval: float, tolerance: float = 0.0, not_before: float = float("-inf")) -> Slot:
        """Return the slot that `take` would, without taking it."""
        self._freed = [slot for slot in self._freed if slot.even >= now]
        for slot in self._freed:
            if slot.even - tolerance >= not_before:
                return slot
        even = max(now, self._next, not_before + tolerance)
        return Slot(even, even + interval)

    def take(self, slot: Slot) -> None:
        """Take the *slot* that was just offered."""
        if slot in self._freed:
            self._freed.remove(slot)
        else:
            self._next = slot.until

    def give_back(self, slot: Slot) -> None:
        """Let others have *slot*: the line gets shorter if it was the last one."""
        insort(self._freed, slot)
        while self._freed and self._freed[-1].until == self._next:
            self._next = self._freed.pop().even
