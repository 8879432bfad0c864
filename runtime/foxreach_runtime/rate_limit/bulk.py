"""An even pace, for work that uses the quota up: no window of any kind gets more calls than the limit. Pure.

It takes the key to be ours alone and looks at two things in an answer only: the limit, and a refusal.
"""

from __future__ import annotations

from .pacing import Flight, Line, Quota, Report, Slot, pace_of


class Bulk:
    """The line of one client."""

    def __init__(self, quota: Quota) -> None:
        self._line = Line()
        self._held = float("-inf")
        self._pace = pace_of("bulk", quota)

    def keep_to(self, quota: Quota) -> None:
        """Keep to another *quota* from now on."""
        self._pace = pace_of("bulk", quota)

    def hold(self, until: float) -> None:
        """Let no call begin before *until*: the server said so."""
        self._held = max(self._held, until)

    def offer(self, now: float) -> Slot:
        """Return the place in the line that a call asking *now* would get."""
        return self._line.slot(now, self._pace.interval, self._pace.tolerance, self._held)

    def take(self, slot: Slot) -> None:
        """Take the slot that was just offered."""
        self._line.take(slot)

    def give_back(self, slot: Slot) -> None:
        """Let others have a slot that is not used."""
        self._line.give_back(slot)

    def due(self, slot: Slot) -> float:
        """Return when a call in *slot* may be made."""
        return slot.even - self._pace.tolerance

    def ready(self, now: float) -> bool:
        """Return True if a call that is due may be made."""
        return now >= self._held

    def start(self, slot: Slot) -> Flight:
        """Begin the call in *slot*."""
        return Flight(slot)

    def end(self, now: float, flight: Flight, report: Report | None, *, sent: bool) -> None:  # noqa: ARG002
        """End the call; one that was never *sent* gives its slot back."""
        if not sent:
            self._line.give_back(flight.slot)
