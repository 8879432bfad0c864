"""The retry budget of one client: an outage is not answered with four times the load. No clock, no I/O."""

from __future__ import annotations

import threading


class RetryBudget:
    """Counts what the retries of all calls of a client cost; success pays back. May be shared by threads."""

    def __init__(self) -> None:
        self._spent = 0
        self._counting = threading.Lock()

    def take(self, cost: int, capacity: int | None) -> bool:
        """Return True and spend *cost* if *capacity* has room for it; None is endless room."""
        if capacity is None:
            return True
        with self._counting:
            if self._spent + cost > capacity:
                return False
            self._spent += cost
            return True

    def leave_behind(self) -> None:
        """Make a lock anew, in the child of a fork: a thread of the parent may have held this one."""
        self._counting = threading.Lock()

    def pay_back(self, tokens: int) -> None:
        """Give back what a successful call has earned."""
        if self._spent:  # Looked at without the lock: most calls find nothing spent.
            with self._counting:
                self._spent = max(0, self._spent - tokens)
