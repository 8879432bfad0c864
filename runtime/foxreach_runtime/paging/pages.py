"""Lists of many pages: items one by one, pages one by one, or the first page. No I/O before the first is asked for.

Which page is fetched next while a list is iterated is decided in walk.py.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, Generic, ParamSpec, TypeVar, cast

from ..errors import ResponseDecodeError
from ..operation import Call
from ..raw import RawReply
from ..response.outcome import Attempt

P = ParamSpec("P")
T = TypeVar("T")
A = TypeVar("A", bound="AnyPage[Any]")

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


@dataclass(frozen=True, slots=True)
class AnyPage(Generic[T]):
    """One page: its *items*, its *number* from 1 on, its *size*, and the *total* of items and *total_pages*.

    While a list is iterated, *items* are those that were not on a page before.
    """

    items: Sequence[T] = field(repr=False)
    number: int
    size: int
    total: int
    total_pages: int
    source: Source = field(repr=False, compare=False)

    @property
    def has_next(self) -> bool:
        """True if a further page is to be expected."""
        return self.number < self.total_pages

    def __len__(self) -> int:
        return len(self.items)

    def __bool__(self) -> bool:
        return True  # A page without items is still a page.


@dataclass(frozen=True, slots=True)
class Page(AnyPage[T]):
    """One page of a list."""

    _fetch: Callable[[int], Page[T]] = field(repr=False, compare=False)

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    def next_page(self) -> Page[T] | None:
        """Fetch the page with the next number, or return None if this is the last.

        Items that moved to another page meanwhile are not looked for: iterate over the list or its `pages()` for that.
        """
        return _other(self, self._fetch(self.number + 1)) if self.has_next else None


@dataclass(frozen=True, slots=True)
class AsyncPage(AnyPage[T]):
    """One page of a list."""

    _fetch: Callable[[int], Awaitable[AsyncPage[T]]] = field(repr=False, compare=False)

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    async def next_page(self) -> AsyncPage[T] | None:
        """Fetch the page with the next number, or return None if this is the last.

        Items that moved to another page meanwhile are not looked for: iterate over the list or its `pages()` for that.
        """
        return _other(self, await self._fetch(self.number + 1)) if self.has_next else None


class Pages(Generic[T]):
    """A list that fetches page after page while it is iterated, one page in memory at a time."""

    def __init__(self, fetch: Callable[[int | None], Page[T]], walk: Callable[[], Walk[Page[T]]]) -> None:
        self._fetch = fetch
        self._walk = walk

    def first_page(self) -> Page[T]:
        """Fetch the first page, or the one that the call named."""
        return self._fetch(None)

    def pages(self) -> Iterator[Page[T]]:
        """Fetch page after page; no item is on two of them."""
        walk = self._walk()
        step = next(walk, None)
        while True:
            try:
                if isinstance(step, Page):
                    yield step
                    step = next(walk)
                else:
                    step = walk.send(self._fetch(step))
            except StopIteration:
                return

    def __iter__(self) -> Iterator[T]:
        for page in self.pages():
            yield from page.items


class AsyncPages(Generic[T]):
    """A list that fetches page after page while it is iterated, one page in memory at a time."""

    def __init__(
        self, fetch: Callable[[int | None], Awaitable[AsyncPage[T]]], walk: Callable[[], Walk[AsyncPage[T]]]
    ) -> None:
        self._fetch = fetch
        self._walk = walk

    async def first_page(self) -> AsyncPage[T]:
        """Fetch the first page, or the one that the call named."""
        return await self._fetch(None)

    def pages(self) -> AsyncIterator[AsyncPage[T]]:
        """Fetch page after page; no item is on two of them."""
        return _PageByPage(self._fetch, self._walk())

    def __aiter__(self) -> AsyncIterator[T]:
        return _ItemByItem(self.pages())


# Not async generators: one of those that is left half-way must be closed by hand, or trio complains.
class _PageByPage(AsyncIterator[AsyncPage[T]]):
    def __init__(self, fetch: Callable[[int | None], Awaitable[AsyncPage[T]]], walk: Walk[AsyncPage[T]]) -> None:
        self._fetch = fetch
        self._walk: Walk[AsyncPage[T]] | None = walk

    async def __anext__(self) -> AsyncPage[T]:
        walk, self._walk = self._walk, None  # An error ends the iteration, as it ends the sync one.
        if walk is None:
            raise StopAsyncIteration
        try:
            step = next(walk)
            while not isinstance(step, AsyncPage):
                step = walk.send(await self._fetch(step))
        except StopIteration:
            raise StopAsyncIteration from None
        self._walk = walk
        return step


class _ItemByItem(AsyncIterator[T]):
    def __init__(self, pages: AsyncIterator[AsyncPage[T]]) -> None:
        self._pages = pages
        self._items: Iterator[T] = iter(())

    async def __anext__(self) -> T:
        while True:
            for item in self._items:
                return item
            self._items = iter((await anext(self._pages)).items)


def ids_of(items: Sequence[Any]) -> tuple[str, ...] | None:
    """Return what tells the items apart, their ids; None if one of them has no id."""
    try:
        ids: tuple[Any, ...] = tuple(map(_ID, items))
    except AttributeError:
        return None
    return ids if set(map(type, ids)) <= {str} else None


def page_info(call: Call[Any], reply: RawReply[Any]) -> tuple[Sequence[Any], int, int, int, int, Source]:
    """Return items, number, size, total, total pages and source of the page that *reply* is.

    Raises if that is not the page *call* asked for, or if its counts contradict its items or each other: following
    it would end early or never.
    """
    rule = call.operation.page
    assert rule is not None, f"{call.operation.name} is not a paged list"  # noqa: S101
    meta = getattr(reply.envelope, rule.meta)
    source = Source(call.operation.name, rule.meta, reply.status, reply.history)
    page: AnyPage[Any] = AnyPage(reply.value, meta.page, meta.page_size, meta.total, meta.total_pages, source)
    asked = call.page_number or 1
    if page.number != asked:
        error = contradiction(page, f"page {asked} was asked for and page {page.number} came")
        error.path_in_body, error.next_page = f"{rule.meta}.page", asked
        raise error
    if wrong := _wrong_in(page):
        raise contradiction(page, wrong)
    return page.items, page.number, page.size, page.total, page.total_pages, source


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


# A resource on a raw transport fetches one page already: what is left to do is to say so to type checkers.
def raw_page(method: Callable[P, Pages[T]]) -> Callable[P, RawReply[Page[T]]]:
    """Return a list method of a resource on `Transport.raw()`: it fetches one page."""
    return cast("Callable[P, RawReply[Page[T]]]", method)


def async_raw_page(method: Callable[P, AsyncPages[T]]) -> Callable[P, Awaitable[RawReply[AsyncPage[T]]]]:
    """Return a list method of a resource on `AsyncTransport.raw()`: it fetches one page."""
    return cast("Callable[P, Awaitable[RawReply[AsyncPage[T]]]]", method)
