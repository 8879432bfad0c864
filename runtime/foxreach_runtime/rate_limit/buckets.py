"""How many calls may begin without a refusal, however the server counts: a family of token buckets. Pure.

Each bucket holds up to B tokens and gets r of them a window, with B + r equal to the usable quota. Each call takes one
token from every bucket, below zero too. A call for which ANY bucket has a token is accepted by a fixed window, a
sliding log and two weighted buckets of that quota, whatever was sent before. The proof is in
docs/decisions/0215-one-queue-for-the-quota.md.
"""

from __future__ import annotations

from .pacing import EVEN, FAST

SIZES = (EVEN, 20 / 100, FAST, 98 / 100)  # of the usable quota
SMOOTH, BURST, ALL = 0, 2, 3
"""The largest bucket that may be used: for an even pace; for a burst of 40 %; for nearly all of the quota at once."""


class Buckets:
    """The tokens that the own calls took from *usable* calls per *window* seconds."""

    def __init__(self, usable: float, window: float) -> None:
        self._window = window
        self._taken = [0.0] * len(SIZES)
        self._at = float("-inf")
        self._usable = 0.0
        self.resize(usable)

    def resize(self, usable: float) -> None:
        """Change the usable quota; tokens that were taken stay taken."""
        if usable == self._usable:
            return
        self._usable = usable
        self._sizes = [float(max(1, int(usable * size + 0.5))) for size in SIZES]
        self._rates = [max(usable - size, usable / 100) / self._window for size in self._sizes]
        self._rates[SMOOTH] = max(usable - self._sizes[SMOOTH], usable / 4) / self._window  # where the limit is 1 or 2

    @property
    def interval(self) -> float:
        """The seconds between two calls at an even pace."""
        return 1 / self._rates[SMOOTH]

    def take(self, now: float) -> None:
        """Begin a call."""
        self._refill(now, 1.0)

    def give_back(self) -> None:
        """Return the token of a call that never reached the server."""
        self._taken = [max(0.0, taken - 1) for taken in self._taken]

    def empty(self, now: float) -> None:
        """Note that the server has no room: every bucket is empty, and none is below zero."""
        self._refill(now)
        self._taken = [min(taken, size) for taken, size in zip(self._taken, self._sizes, strict=True)]

    def drain(self, now: float) -> None:
        """Go on without any tokens: others may have used them."""
        self._refill(now)
        self._taken = [max(taken, size) for taken, size in zip(self._taken, self._sizes, strict=True)]

    def ready_at(self, now: float, largest: int = SMOOTH, ahead: int = 0) -> float:
        """Return when a call may begin if *ahead* others begin before it, by the buckets up to the *largest*."""
        passed = max(0.0, now - self._at)
        soonest = float("inf")
        for index in range(largest + 1):
            rate = self._rates[index]
            missing = max(0.0, self._taken[index] - passed * rate) + 1 + ahead - self._sizes[index]
            soonest = min(soonest, missing / rate)
        return now + max(0.0, soonest)

    def _refill(self, now: float, taken: float = 0.0) -> None:
        """Add the tokens of the time that has passed, then take so many from each bucket.

        Every call does this: written out, it takes a third of the time of a loop.
        """
        passed = max(0.0, now - self._at)
        self._at = max(self._at, now)
        (even, some, fast, all_), (first, second, third, fourth) = self._taken, self._rates
        even, some = even - passed * first, some - passed * second
        fast, all_ = fast - passed * third, all_ - passed * fourth
        self._taken = [
            even + taken if even > 0 else taken,
            some + taken if some > 0 else taken,
            fast + taken if fast > 0 else taken,
            all_ + taken if all_ > 0 else taken,
        ]
