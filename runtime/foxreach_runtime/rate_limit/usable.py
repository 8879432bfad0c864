"""How much of the quota is ours: the limit less the use by others, or what refusals have taught. Pure."""

from __future__ import annotations

from .pacing import Quota

FORGET = 1 / 4  # a window: how fast the highest use by others is forgotten while reports show less
CAUTIOUS, LESS, MORE = 0.95, 0.9, 0.05
"""By the first refusal, of what was accepted; by each further one; calls more by each call that is accepted (AIMD)."""


class Usable:
    """The calls of a window that are ours.

    A server that reports how many calls remain shows the use by others. One that does not is known by its refusals.
    """

    def __init__(self, quota: Quota) -> None:
        self.elsewhere = 0.0  # calls of others in a window
        self._at = float("-inf")
        self._learned: float | None = None
        self.keep_to(quota)

    def keep_to(self, quota: Quota) -> None:
        """Keep to another *quota* from now on."""
        self.quota = quota
        self._reckon()

    def _reckon(self) -> None:
        """Update *calls*, the usable calls of a window. They are asked for at each call, and seldom change."""
        ours = max(1.0, self.quota.calls - self.quota.reserve - self.elsewhere)
        self.calls = ours if self._learned is None else self._learned

    @property
    def learned(self) -> bool:
        """True if a refusal has taught the limit of a server that reports none."""
        return self._learned is not None

    def report(self, now: float, elsewhere: float) -> None:
        """Note that others have used so many calls."""
        if not elsewhere and not self.elsewhere and self._learned is None:
            return
        self._learned = None
        kept = max(0.0, 1 - FORGET * (now - self._at) / self.quota.window)
        self.elsewhere, self._at = max(elsewhere, self.elsewhere * kept), now
        self._reckon()

    def refuse(self, accepted: float) -> None:
        """Learn from a refusal that came after so many *accepted* calls of one window."""
        if self._learned is None:
            self._learned = max(self.quota.calls, accepted) * CAUTIOUS
        else:
            self._learned = max(1.0, self._learned * LESS)
        self._reckon()

    def accept(self) -> None:
        """Learn from an accepted call."""
        if self._learned is not None:
            self._learned += MORE
            self._reckon()
