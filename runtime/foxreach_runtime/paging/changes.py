"""Whether a client has changed anything between two moments: lists ask, since a change may move their items. No I/O."""

from __future__ import annotations

from weakref import ref

from ..fork import reset_after_fork


class Changes:
    """The calls of a client, and of every `with_options` of it, that change something: all but those that read.

    Without a lock, for threads and forks: each statement that more than one thread may run is atomic. A moment is an
    object, and a newer one replaces it whenever such a call begins or ends, whatever its outcome.
    """

    def __init__(self) -> None:
        self.latest = object()
        reset_after_fork(self)

    def reset(self) -> None:
        """Start with no call in flight: in the child of a fork, those of the parent never end."""
        self.in_flight: set[ref[Change]] = set()  # Weak: an interrupt may keep a call from leaving it.

    def moment(self) -> object:
        """Return a mark of now, for `since`."""
        latest = self.latest  # Read before what is in flight, and in `since` after it: a call may end in between.
        return object() if self.in_flight else latest

    def since(self, moment: object) -> bool:
        """Return True if a call that changes something began, ended or was in flight after *moment*."""
        return bool(self.in_flight) or moment is not self.latest

    def made(self) -> Change:
        """Return a context in which a call that changes something is made."""
        return Change(self)


class Change:
    """One call that changes something, from before it is sent until its outcome is there or is given up."""

    __slots__ = ("__weakref__", "_among")

    def __init__(self, among: Changes) -> None:
        self._among = among

    def __enter__(self) -> None:
        among = self._among
        among.in_flight.add(ref(self, among.in_flight.discard))
        among.latest = object()

    def __exit__(self, *_: object) -> None:
        among = self._among
        among.latest = object()
        among.in_flight.discard(ref(self))
