"""One page of a list, the call for it, and whether its counts are right. No I/O but `next_page`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Generator, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import Any, Generic, NoReturn, Self, TypeVar

from ..errors import FoxReachError, ResponseDecodeError
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

Walk = Generator[int | A | None, A | None, None]
"""Yields the number of the page to fetch (None: the one that the call names) and is sent it, or yields a page."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a page comes from: *operation*, the field *meta* of its counts, and how its reply came."""

    operation: str
    meta: str
    status: int
    history: tuple[Attempt, ...]


@dataclass(frozen=True, slots=True, repr=False)
class AnyPage(Generic[T]):
    """One page: its *items*, its *number* from 1 on, its *size*, and the *total* of items and *total_pages*.

    While a list is iterated, *items* are those that were not on a page before.
    """

    items: Sequence[T]
    number: int
    size: int
    total: int
    total_pages: int
    source: Source = field(compare=False)

    @property
    def has_next(self) -> bool:
        """True if a further page is to be expected."""
        return self.number < self.total_pages

    def __len__(self) -> int:
        return len(self.items)

    def __bool__(self) -> bool:
        return True  # A page without items is still a page.

    def to_dict(self, *, mode: Mode = "python") -> dict[str, Any]:
        """Return items and counts as a dict of plain values, as the `to_dict` of a model does."""
        counts = {"number": self.number, "size": self.size, "total": self.total, "total_pages": self.total_pages}
        return {"items": plain(self.items, wire=False, json=is_json(mode)), **counts}

    def __repr__(self) -> str:
        place = f"{self.number} of {self.total_pages} of {self.source.operation}"
        return f"<{type(self).__name__} {place}: {len(self.items)} of {self.total} items>"

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, known: dict[int, Any]) -> Self:
        return replace(self, items=deepcopy(self.items, known))

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("A page cannot be pickled, since it leads to others through its client: pickle its `items`.")


@dataclass(frozen=True, slots=True, repr=False)
class Page(AnyPage[T]):
    """One page of a list."""

    _fetch: Callable[[int], Page[T]] = field(compare=False)

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    def next_page(self) -> Page[T] | None:
        """Fetch the page with the next number, or return None if this is the last.

        Items that moved to another page meanwhile are not looked for: iterate over the list or its `pages()` for that.
        """
        return _other(self, self._fetch(self.number + 1)) if self.has_next else None


@dataclass(frozen=True, slots=True, repr=False)
class AsyncPage(AnyPage[T]):
    """One page of a list."""

    _fetch: Callable[[int], Awaitable[AsyncPage[T]]] = field(compare=False)

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    async def next_page(self) -> AsyncPage[T] | None:
        """Fetch the page with the next number, or return None if this is the last.

        Items that moved to another page meanwhile are not looked for: iterate over the list or its `pages()` for that.
        """
        return _other(self, await self._fetch(self.number + 1)) if self.has_next else None


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


def at_page(call: Call[T], number: int) -> Call[T]:
    """Return *call* for another page of the list."""
    return call.with_query(rule_of(call).number, number)


def ids_of(items: Sequence[Any]) -> tuple[str, ...] | None:
    """Return what tells the items apart, their ids; None if one of them has no id."""
    try:
        ids: tuple[Any, ...] = tuple(map(_ID, items))
    except AttributeError:
        return None
    return ids if set(map(type, ids)) <= {str} else None


def page_info(call: Call[Any], reply: RawReply[Any]) -> tuple[Sequence[Any], int, int, int, int, Source]:
    """Return items, number, size, total, total pages and source of the page that *reply* is."""
    rule = rule_of(call)
    meta = getattr(reply.envelope, rule.meta)
    source = Source(call.operation.name, rule.meta, reply.status, reply.history)
    return reply.value, meta.page, meta.page_size, meta.total, meta.total_pages, source


def _checked(call: Call[Any], page: A) -> A:
    """Return *page*, or raise if it is not the one that *call* asked for, or if its counts contradict its items.

    To follow such a page would end early or never.
    """
    asked = page_number(call) or 1
    if page.number != asked:
        error = contradiction(page, f"page {asked} was asked for and page {page.number} came")
        error.path_in_body = f"{page.source.meta}.page"
        raise error
    if wrong := _wrong_in(page):
        raise contradiction(page, wrong)
    return page


def fetched(reply: Reply[T], call: Call[list[T]]) -> RawReply[Page[T]]:
    """Fetch one page; *reply* makes calls."""
    try:
        whole = reply(call)
        page = Page(*page_info(call, whole), lambda number: fetched(reply, at_page(call, number)).value)
        return whole.with_value(_checked(call, page))
    except FoxReachError as error:
        error.next_page = page_number(call) or 1
        raise


async def async_fetched(reply: AsyncReply[T], call: Call[list[T]]) -> RawReply[AsyncPage[T]]:
    """Do what `fetched` does, for the async client."""
    try:
        whole = await reply(call)
        page = AsyncPage(*page_info(call, whole), lambda number: async_fetched_alone(reply, at_page(call, number)))
        return whole.with_value(_checked(call, page))
    except FoxReachError as error:
        error.next_page = page_number(call) or 1
        raise


async def async_fetched_alone(reply: AsyncReply[T], call: Call[list[T]]) -> AsyncPage[T]:
    """Fetch one page without the rest of its reply."""
    return (await async_fetched(reply, call)).value


def _wrong_in(page: AnyPage[Any]) -> str:
    """Return how the counts of *page* contradict its items or each other, or ""."""
    found, before = len(page.items), (page.number - 1) * page.size
    if found > page.size:
        return "more items came than have room on a page"
    if found and (page.number > page.total_pages or before >= page.total):
        return "items came on a page behind the last"
    if not found and (before < page.total or page.total_pages >= max(page.number, 2)):
        return "a page came without its items"
    if page.number >= page.total_pages and page.number * page.size < page.total:
        return "the last page came before the last item"
    if page.number < page.total_pages and found * page.total_pages < page.total:
        return "a page came without some of its items"
    return ""


def _other(page: AnyPage[Any], following: A) -> A:
    """Return *following*, the page after *page*, or raise if it has the same items again."""
    ids = ids_of(following.items)
    if ids and ids == ids_of(page.items) and following.total == page.total:
        raise contradiction(following, "the items of the page before came again")
    return following


def contradiction(page: AnyPage[Any], wrong: str, advice: str = TELL) -> ResponseDecodeError:
    """Return the error of a list that cannot be read to its end; it has numbers alone, nothing of an item."""
    source = page.source
    error = ResponseDecodeError(
        f"{source.operation}: {wrong} (page {page.number} of {page.total_pages}, {len(page.items)} items on it, "
        f"{page.size} a page, {page.total} in all). {advice}",
        operation=source.operation,
        history=source.history,
    )
    error.status, error.path_in_body, error.next_page = source.status, source.meta, page.number
    return error
