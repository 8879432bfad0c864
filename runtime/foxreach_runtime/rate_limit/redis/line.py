"""The line of one key as Redis has it, seen from one process: questions to the script, and what the answers teach."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass

from ...fork import begin_in_every_process
from ..limiter import LocalLimiter
from ..pacing import KnownQuota, Pacing, Quota, pace_of
from .background import BackgroundWork
from .store import AwayError, Store

log = logging.getLogger("foxreach_client")
MICRO = 1_000_000
LIFETIME = 10  # windows for which Redis remembers a line; no slot is further ahead


@dataclass(frozen=True, slots=True)
class Reserved:
    """A slot: its *even* time on Redis' clock in microseconds, None if there is none in time; *wait* in seconds."""

    even: int | None
    wait: float


class SharedLine:
    """May be used by threads; no lock is held while Redis is asked."""

    def __init__(
        self, name: str, store: Store, background: BackgroundWork, *, pacing: Pacing, quota: Quota, local_share: float
    ) -> None:
        self._keys = (f"foxreach:quota:{{{name}}}", f"foxreach:quota:{{{name}}}:freed")
        self._store = store
        self._background = background
        self._pacing: Pacing = pacing
        self._known_quota = KnownQuota(quota)
        self._known = (0, 0)
        self.held = float("-inf")
        self.alone = LocalLimiter("bulk", quota, share=local_share)
        begin_in_every_process(self)

    def begin(self) -> None:
        """Keep what is known of the line, and no lock that a thread of the parent may have held at a fork."""
        self._lock = threading.Lock()

    @property
    def quota(self) -> Quota:
        """The quota that holds."""
        return self._known_quota.quota

    def take(self, max_wait: float) -> Reserved:
        """Reserve a slot that is due within *max_wait* seconds, or raise AwayError."""
        even, wait = self._run("take", int(min(max_wait, LIFETIME * self.quota.window) * MICRO))
        return Reserved(even if even >= 0 else None, wait / MICRO)

    def give_back(self, even: int) -> None:
        """Let others have a slot that is not used, soon."""
        self._background.add(lambda: self._tell("give back", even))

    def hold(self, now: float, seconds: float) -> None:
        """Let nobody begin for so many seconds: the server said so."""
        self.held = max(self.held, now + seconds)
        self._background.add(lambda: self._tell("hold", int(seconds * MICRO)))

    def hear(self, calls: int) -> None:
        """Note the limit that an answer names."""
        with self._lock:
            self._known_quota.hear(calls)

    def _tell(self, question: str, number: int) -> None:
        try:
            self._run(question, number)
        except AwayError:
            return  # The slot is over once its time has passed: nothing has to be given back for others to go on.

    def _run(self, question: str, number: int) -> tuple[int, int]:
        pace = pace_of(self._pacing, self.quota)
        interval = int(pace.interval * MICRO) + 1
        spans = (interval, (pace.burst - 1) * interval, int(LIFETIME * self.quota.window * MICRO))
        numbers = [number, *spans, *self._known]
        first, wait, until, count, lost = self._store.run(self._keys, [question, *map(str, numbers)])
        with self._lock:
            self._known = max(self._known, (count, until))
        if lost:
            log.warning("Redis lost the state of the shared quota; it goes on from what this process knew")
        return first, wait
