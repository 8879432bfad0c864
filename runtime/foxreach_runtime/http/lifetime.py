"""Whether a client is open, and the waits that end when it is closed."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

from ..errors import ClientClosedError
from ..waiter import Waiter


class Lifetime:
    """The time until a client is closed. The lifetime of a client made by `with_options` ends with its parent's, too.

    May be used by threads and by tasks of several event loops; it holds no lock.
    """

    __slots__ = ("_closed", "_parent", "_waiting")

    def __init__(self, parent: Lifetime | None = None) -> None:
        self._closed = False
        self._parent = parent
        # All waits of a client and of those made from it: the dictionary is shared, each wait has its own lifetime.
        self._waiting: dict[Waiter, Lifetime] = {} if parent is None else parent._waiting

    @property
    def ended(self) -> bool:
        """True once the client, or one that it was made from, is closed."""
        return self._closed or (self._parent is not None and self._parent.ended)

    def end(self) -> None:
        """Close the client and end its waits."""
        self._closed = True
        for waiter, lifetime in self._waiting.copy().items():  # `copy` is atomic; others may begin to wait meanwhile
            if lifetime.ended:
                waiter.wake()

    @contextmanager
    def waiting(self, waiter: Waiter | None = None) -> Generator[Waiter]:
        """Have *waiter*, or a new one, woken when the client is closed within the block, or has been already."""
        waiter = Waiter() if waiter is None else waiter
        self._waiting[waiter] = self
        try:
            if self.ended:  # Looked at after it was added: `end` either finds the waiter, or is seen here.
                waiter.wake()
            yield waiter
        finally:
            self._waiting.pop(waiter, None)

    def forget_waits(self) -> None:
        """Forget the waits of threads that do not exist in this process, the child of a fork."""
        self._waiting.clear()


def closed_error(operation: str) -> ClientClosedError:
    """Return the error of a call on a closed client."""
    return ClientClosedError(f"{operation}: the client is closed. {ClientClosedError.advice}", operation=operation)
