"""Whether a client has changed anything between two moments: lists ask, since a change may move their items. No I/O."""

from __future__ import annotations

from types import TracebackType

from ..fork import reset_after_fork


class Changes:
    """The calls of a client, and of every `with_options` of it, that change something: all but those that read.

    Without a lock, for threads and forks: each statement that more than one thread may run is atomic. A moment is an
    object, and a newer one replaces it whenever such a call begins or ends, whatever its outcome.
    """

    def __init__(self) -> None:
        self._latest = object()
        reset_after_fork(self)

    def reset(self) -> None:
        """Start with no call in flight: in the child of a fork, those of the parent never end."""
        self._in_flight: set[Change] = set()

    def moment(self) -> object:
        """Return a mark of now, for `since`."""
        latest = self._latest  # Read before what is in flight, and in `since` after it: a call may end in between.
        return object() if self._in_flight else latest

    def since(self, moment: object) -> bool:
        """Return True if a call that changes something began, ended or was in flight after *moment*."""
        return bool(self._in_flight) or moment is not self._latest

    def made(self) -> Change:
        """Return a context in which a call that changes something is made."""
        return Change(self)

    def began(self, change: Change) -> None:
        """Remember that *change* is in flight."""
        self._in_flight.add(change)
        self._latest = object()

    def ended(self, change: Change) -> None:
        """Remember that *change* has ended."""
        self._latest = object()
        self._in_flight.discard(change)


class Change:
    """One call that changes something, from before it is sent until its outcome is there or is given up."""

    __slots__ = ("_among",)

    def __init__(self, among: Changes) -> None:
        self._among = among

    def __enter__(self) -> None:
        self._among.began(self)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._among.ended(self)
