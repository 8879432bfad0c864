"""The line of one key as Redis has it, seen from one process, and the share of this process while Redis is away.

Each side counts what was sent through the other. Slots that this process still holds when Redis goes away come before
those of its own share; calls that were sent meanwhile take slots of the line when Redis is back.
"""

from __future__ import annotations

import math
import threading
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from weakref import WeakSet

from ...fork import reset_after_fork
from ...waiter import Waiter
from ..hold import Hold, Refusal
from ..limiter import LocalLimiter
from ..pacing import EVEN, FAST, KnownQuota, Pacing, Quota, pace_of
from .background import BackgroundWork
from .store import AwayError, BusyError, Store

MICRO = 1_000_000
LIFETIME = 10  # windows for which Redis remembers a line; no slot is further ahead


@dataclass(frozen=True, slots=True)
class Reserved:
    """A slot: when it is *due* on Redis' clock in microseconds, None if there is none in time; *wait* in seconds."""

    due: int | None
    wait: float


@dataclass(frozen=True, slots=True)
class LineOptions:
    """The *pacing*, the *quota* that holds until answers name another limit, and the share without Redis."""

    pacing: Pacing
    quota: Quota
    local_share: float


class SharedLine:
    """May be used by threads; no lock is held while Redis is asked."""

    def __init__(self, name: str, store: Store, background: BackgroundWork, options: LineOptions) -> None:
        self._keys = (f"foxreach:quota:{{{name}}}", f"foxreach:quota:{{{name}}}:freed")
        self._store = store
        self._background = background
        self._options = options
        self._known_quota = KnownQuota(options.quota)
        self._known = (0, 0, 0)
        self._hold = Hold(options.quota.window)
        self._outage = 0  # the outage for which `_alone` was made
        self._untold: deque[float] = deque()  # when calls were sent that Redis does not know of
        self._alone = self._local()
        self.reset()
        reset_after_fork(self)

    def reset(self) -> None:
        """Keep what is known of the line, and no lock that a thread of the parent may have held at a fork."""
        self._lock = threading.RLock()  # since the garbage collector may end a forgotten call while it is held
        self._waiting: WeakSet[Waiter] = WeakSet()  # An interrupt may keep a call from leaving it.

    @property
    def window(self) -> float:
        """The seconds of a window."""
        return self._options.quota.window

    @property
    def slots(self) -> int:
        """The slots that calls hold which wait."""
        return len(self._waiting)

    @property
    def held_until(self) -> float:
        """The end of the hold after a refusal."""
        return self._hold.until

    def resting(self) -> bool:
        """Return True while Redis is left alone."""
        return self._store.resting()

    def take(self, now: float, max_wait: float) -> Reserved:
        """Reserve a slot that is due within *max_wait* seconds, or raise AwayError."""
        due, wait = self._run("take", int(min(max_wait, LIFETIME * self.window) * MICRO), now)
        return Reserved(due if due >= 0 else None, wait / MICRO)

    def alone(self, now: float) -> LocalLimiter:
        """Return the limiter of this process' share, which begins anew, behind its slots, with each outage."""
        with self._lock:
            if self._outage != self._store.outages:
                self._outage = self._store.outages
                self._alone = self._local()
                self._alone.begin_behind(now, self.slots)
            return self._alone

    def _local(self) -> LocalLimiter:
        return LocalLimiter("bulk", self._known_quota.quota, share=self._options.local_share)

    def sent_alone(self, now: float) -> None:
        """Note a call that Redis does not know of."""
        with self._lock:
            self._untold.append(now)

    def hold_slot(self, waiter: Waiter) -> None:
        """Note that a call waits for its slot."""
        with self._lock:
            self._waiting.add(waiter)

    def let_go(self, waiter: Waiter) -> None:
        """Note that a call waits for its slot no longer."""
        with self._lock:
            self._waiting.discard(waiter)

    def give_back(self, due: int) -> None:
        """Let others have a slot that is not used, soon."""
        self._background.add(lambda: self._tell("return", due))

    def refuse(self, now: float, started: float, named: float | None) -> None:
        """Hold the key after a refusal: for the time that the server named, else for our own backoff."""
        with self._lock:
            before = max(now, self._hold.until)
            self._hold.refuse(now, Refusal(started, named, explained=False, unpaced=False))
            longer = self._hold.until > before
        if longer:
            self._background.add(lambda: self._tell("hold", int((self._hold.until - now) * MICRO)))

    def accept(self, started: float) -> None:
        """Note that a call *started* then was accepted."""
        if self._hold.searching:
            with self._lock:
                self._hold.accept(started, reported=False)

    def hear(self, calls: int) -> None:
        """Note the limit that an answer names; calls that wait get new slots if another one holds from now on."""
        with self._lock:
            changed = self._known_quota.hear(calls)
            waiting = list(self._waiting) if changed else []
        for waiter in waiting:
            waiter.wake()

    def _tell(self, action: str, number: int) -> None:
        try:
            self._run(action, number)
        except (AwayError, BusyError):
            return  # The slot passes by itself: nothing has to be returned before others can go on.

    def _run(self, action: str, number: int, now: float | None = None) -> tuple[int, int]:
        lifetime, bursts = int(LIFETIME * self.window * MICRO), int(self._options.pacing == "interactive")
        untold = 0 if now is None else self._take_untold(now)
        by_all = math.ceil(untold / self._options.local_share)  # The others have been alone as well.
        numbers = [number, lifetime, *self._spans(), bursts, *self._known, untold, by_all]
        try:
            first, wait, until, count, _, at = self._store.run(self._keys, [action, *map(str, numbers)])
        except (AwayError, BusyError):
            with self._lock:
                self._untold.extendleft([now or 0.0] * untold)
            raise
        with self._lock:
            self._known = max(self._known, (count, until, at))
        return first, wait

    def _spans(self) -> Iterator[int]:
        """Yield interval and tolerance of an even pace and of a burst, in microseconds."""
        for part in (EVEN, FAST):
            pace = pace_of(self._known_quota.quota, part)
            interval = int(pace.interval * MICRO) + 1
            yield from (interval, (pace.burst - 1) * interval)

    def _take_untold(self, now: float) -> int:
        """Return how many calls of the last window Redis does not know of, and forget them."""
        if not self._untold:
            return 0
        with self._lock:
            recent = sum(time > now - self.window for time in self._untold)
            self._untold.clear()
        return recent
