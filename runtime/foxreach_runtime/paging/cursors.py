"""Lists whose pages name the next one by a cursor: their pages, and the way through them. Pure, but for `next_page`.

The server decides what is on a page, so a list is as complete as the server makes it. Promised here: each page is asked
for once and in order, an item of the last pages is not given again, and a chain of pages without an end is an error.

Memory is constant: the ids of the last ten pages are remembered, or of a thousand items if that is more, and at least
the last thousand cursors.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NoReturn, Self, TypeVar, cast
from urllib.parse import unquote

from ..operation import Call
from ..raw import RawReply
from .page import AnyPage, AsyncPage, Page, Source, Walk, contradiction, ids_of, named, rule_of
from .walk import ITEMS, PAGES, Known

T = TypeVar("T")
A = TypeVar("A", bound=AnyPage[Any])
CURSORS = 1000  # remembered
IDLE = 1000  # pages one after the other that bring no new item
UNKNOWN = "the server says neither how many items nor how many pages there are; `has_next` says if there are more"


class _ByCursor(AnyPage[T]):
    """The part that both flavours share."""

    __slots__ = ()

    def __init__(self, items: Sequence[T], source: Source, cursor: str | None, fetch: Callable[[Any], Any]) -> None:
        for name, value in (("items", items), ("source", source), ("next_cursor", cursor), ("_fetch", fetch)):
            object.__setattr__(self, name, value)

    def _unknown(self) -> NoReturn:
        raise AttributeError(f"{self.source.operation} is paged by cursor: {UNKNOWN}")

    number = cast("Any", property(_unknown))
    size = cast("Any", property(_unknown))
    total = cast("Any", property(_unknown))
    total_pages = cast("Any", property(_unknown))

    @property
    def has_next(self) -> bool:
        """True if a further page is to be expected."""
        return self.next_cursor is not None

    @property
    def following(self) -> str:
        """The place of the next page."""
        return self.next_cursor or ""

    @property
    def summary(self) -> str:
        """What is known of the page, in words and numbers alone."""
        return f"{len(self.items)} items on it"

    @property
    def counts(self) -> dict[str, Any]:
        """What is known beside the items."""
        return {"next_cursor": self.next_cursor}

    def with_items(self, items: Sequence[T]) -> Self:
        """Return the same page with other items."""
        return type(self)(items, self.source, self.next_cursor, cast("Any", self)._fetch)

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return False
        return (self.items, self.next_cursor) == (cast("Self", other).items, cast("Self", other).next_cursor)

    __hash__ = None  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]

    def __repr__(self) -> str:
        more = "more to come" if self.has_next else "the last"
        return f"<{type(self).__name__} of {self.source.operation}: {len(self.items)} items, {more}>"


class CursorPage(_ByCursor[T], Page[T]):
    """One page of a list by cursor."""

    __slots__ = ()


class AsyncCursorPage(_ByCursor[T], AsyncPage[T]):
    """One page of a list by cursor."""

    __slots__ = ()


def cursor_of(call: Call[Any]) -> str | None:
    """Return the cursor that *call* names, or None."""
    cursor = named(call, rule_of(call).number)
    return None if cursor is None else unquote(cursor)


def cursor_info(call: Call[Any], reply: RawReply[Any]) -> tuple[Sequence[Any], Source, str | None]:
    """Return items, source and next cursor of the page that *reply* is; an empty cursor is none."""
    rule, cursor = rule_of(call), reply.envelope
    for name in rule.cursor:
        cursor = getattr(cursor, name, None)
    source = Source(call.operation.name, ".".join(rule.cursor), reply.status, reply.history)
    text = str(cursor) if isinstance(cursor, (str, int)) else ""
    return reply.value, source, text or None


def follow(start: str | None) -> Walk[A]:
    """Give the pages of a list from the cursor *start* on, each with the items that were on none of the last ones."""
    known, chain = Known(), _Chain(start)
    cursor, idle, size = start, 0, 0
    while True:
        page = yield cursor
        assert page is not None  # noqa: S101  # for the type checker: the driver sends what it was asked for
        size = max(size, len(page.items))
        names = ids_of(page.items) or ()
        new = [item for name, item in zip(names, page.items, strict=True) if name not in known] if names else page.items
        known.add(names, max(ITEMS, PAGES * size))
        cursor = page.next_cursor
        idle = 0 if new else idle + 1
        if cursor is not None and not chain.add(cursor):
            raise contradiction(page, "the cursor of an earlier page came again")
        if idle > IDLE:
            raise contradiction(page, f"{IDLE} pages came without a new item")
        yield page if len(new) == len(page.items) else page.with_items(new)
        if cursor is None:
            return


class _Chain:
    """The latest cursors of a list, and one of its earlier ones, so that no circle is too long to be found (Brent)."""

    def __init__(self, start: str | None) -> None:
        self._latest: set[str | None] = {start}
        self._before: set[str | None] = set()
        self._mark, self._left, self._power = start, 1, 1

    def add(self, cursor: str) -> bool:
        """Return False if *cursor* was in the chain before, as far as that is remembered."""
        if cursor in self._latest or cursor in self._before or cursor == self._mark:
            return False
        self._latest.add(cursor)
        if len(self._latest) >= CURSORS:
            self._latest, self._before = set(), self._latest
        self._left -= 1
        if not self._left:
            self._power *= 2
            self._mark, self._left = cursor, self._power
        return True
