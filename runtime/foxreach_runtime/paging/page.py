"""One page of a list, the call for it, and the error of a list that cannot be read. No I/O but `next_page`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Generator, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import Any, Generic, NoReturn, Self, TypeVar
from urllib.parse import quote

from ..errors import ResponseDecodeError
from ..model import Mode, is_json, plain
from ..operation import Call
from ..raw import RawReply
from ..response.outcome import Attempt
from ..rules.paging import PageRule

T = TypeVar("T")
A = TypeVar("A", bound="AnyPage[Any]")

Reply = Callable[[Call[list[T]]], RawReply[list[T]]]
AsyncReply = Callable[[Call[list[T]]], Awaitable[RawReply[list[T]]]]

_ID = attrgetter("id")
TELL = "The list cannot be read to its end; tell the operator of the API."

Place = int | str  # The number of a page, or its cursor.
Walk = Generator[Place | A | None, A | None, None]
"""Yields the place of the page to fetch (None: the one that the call names) and is sent it, or yields a page."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a page comes from: *operation*, the field *meta* of its counts or cursor, and how its reply came."""

    operation: str
    meta: str
    status: int
    history: tuple[Attempt, ...]


@dataclass(frozen=True, slots=True, repr=False)
class AnyPage(Generic[T]):
    """One page: its *items*, its *number* from 1 on, its *size*, and the *total* of items and *total_pages*.

    While a list is iterated, *items* are those that were not on a page before. A page of a list by cursor has
    *next_cursor*, None on the last one; its number and the counts are unknown, and raise AttributeError.
    """

    items: Sequence[T]
    number: int
    size: int
    total: int
    total_pages: int
    source: Source = field(compare=False)
    next_cursor: str | None = field(default=None, kw_only=True)

    @property
    def has_next(self) -> bool:
        """True if a further page is to be expected."""
        return self.number < self.total_pages

    @property
    def following(self) -> Place:
        """The place of the next page."""
        return self.number + 1

    def with_items(self, items: Sequence[T]) -> Self:
        """Return the same page with other items."""
        return replace(self, items=items)

    @property
    def counts(self) -> dict[str, Any]:
        """What is known beside the items."""
        return {"number": self.number, "size": self.size, "total": self.total, "total_pages": self.total_pages}

    @property
    def summary(self) -> str:
        """What is known of the page, in words and numbers alone."""
        counts = f"{len(self.items)} items on it, {self.size} a page, {self.total} in all"
        return f"page {self.number} of {self.total_pages}, {counts}"

    def __len__(self) -> int:
        return len(self.items)

    def __bool__(self) -> bool:
        return True  # A page without items is still a page.

    def to_dict(self, *, mode: Mode = "python") -> dict[str, Any]:
        """Return items and counts as a dict of plain values, as the `to_dict` of a model does."""
        return {"items": plain(self.items, wire=False, json=is_json(mode)), **self.counts}

    def __repr__(self) -> str:
        place = f"{self.number} of {self.total_pages} of {self.source.operation}"
        return f"<{type(self).__name__} {place}: {len(self.items)} of {self.total} items>"

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, known: dict[int, Any]) -> Self:
        return self.with_items(deepcopy(self.items, known))

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("A page cannot be pickled, since it leads to others through its client: pickle its `items`.")


@dataclass(frozen=True, slots=True, repr=False)
class Page(AnyPage[T]):
    """One page of a list."""

    _fetch: Callable[[Any], Page[T]] = field(compare=False)

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    def next_page(self) -> Page[T] | None:
        """Fetch the next page, or return None if this is the last.

        Items that moved to another page meanwhile are not looked for: iterate over the list or its `pages()` for that.
        """
        return _other(self, self._fetch(self.following)) if self.has_next else None


@dataclass(frozen=True, slots=True, repr=False)
class AsyncPage(AnyPage[T]):
    """One page of a list."""

    _fetch: Callable[[Any], Awaitable[AsyncPage[T]]] = field(compare=False)

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    async def next_page(self) -> AsyncPage[T] | None:
        """Fetch the next page, or return None if this is the last.

        Items that moved to another page meanwhile are not looked for: iterate over the list or its `pages()` for that.
        """
        return _other(self, await self._fetch(self.following)) if self.has_next else None


def rule_of(call: Call[Any]) -> PageRule:
    """Return how the list of *call* is paged."""
    rule = call.operation.page
    if rule is None:
        raise TypeError(f"{call.operation.name} is not a paged list")
    return rule


def named(call: Call[Any], parameter: str) -> str | None:
    """Return the value of a query parameter of *call* as it is sent; None if it has none."""
    for item in call.request.query:
        if item.startswith(f"{parameter}="):
            return item.partition("=")[2]
    return None


def page_number(call: Call[Any]) -> int | None:
    """Return the page number that *call* names, or None."""
    number = named(call, rule_of(call).number)
    return None if number is None else int(number)


def at_page(call: Call[T], place: Place) -> Call[T]:
    """Return *call* for another page of the list."""
    if rule_of(call).cursor:
        place = quote(str(place), safe="")
    return call.with_query(rule_of(call).number, place)


def ids_of(items: Sequence[Any]) -> tuple[str, ...] | None:
    """Return what tells the items apart, their ids; None if one of them has no id."""
    try:
        ids: tuple[Any, ...] = tuple(map(_ID, items))
    except AttributeError:
        return None
    return ids if set(map(type, ids)) <= {str} else None


def _other(page: AnyPage[Any], following: A) -> A:
    """Return *following*, the page after *page*, or raise if it has the same items again."""
    ids = ids_of(following.items)
    if ids and ids == ids_of(page.items) and (page.next_cursor is not None or following.total == page.total):
        raise contradiction(following, "the items of the page before came again")
    return following


def contradiction(page: AnyPage[Any], wrong: str, advice: str = TELL) -> ResponseDecodeError:
    """Return the error of a list that cannot be read to its end; it has numbers alone, nothing of an item."""
    source = page.source
    words = f"{source.operation}: {wrong} ({page.summary}). {advice}"
    error = ResponseDecodeError(words, operation=source.operation, history=source.history)
    error.status, error.path_in_body, error.next_page = source.status, source.meta, page.counts.get("number")
    return error
