"""Lists of many pages: items one by one, pages one by one, or the first page. No I/O before the first is asked for."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, ParamSpec, TypeVar, cast

from .errors import ResponseDecodeError
from .operation import Call
from .raw import RawReply

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _PageFacts(Generic[T]):
    """One page: its *items*, its *number* from 1 on, its *size*, and the *total* of items and *total_pages*."""

    items: Sequence[T] = field(repr=False)
    number: int
    size: int
    total: int
    total_pages: int

    @property
    def has_next(self) -> bool:
        """True if a further page is to be expected; an empty page is the last, whatever the counts say."""
        return bool(self.items) and self.number < self.total_pages

    def __len__(self) -> int:
        return len(self.items)

    def __bool__(self) -> bool:
        return True  # A page without items is still a page.


@dataclass(frozen=True, slots=True)
class Page(_PageFacts[T]):
    """One page of a list."""

    _fetch: Callable[[int], Page[T]] = field(repr=False, compare=False)

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    def next_page(self) -> Page[T] | None:
        """Fetch the next page, or return None if this is the last."""
        return self._fetch(self.number + 1) if self.has_next else None


@dataclass(frozen=True, slots=True)
class AsyncPage(_PageFacts[T]):
    """One page of a list."""

    _fetch: Callable[[int], Awaitable[AsyncPage[T]]] = field(repr=False, compare=False)

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    async def next_page(self) -> AsyncPage[T] | None:
        """Fetch the next page, or return None if this is the last."""
        return await self._fetch(self.number + 1) if self.has_next else None


class Pages(Generic[T]):
    """A list that fetches page after page while it is iterated, one page in memory at a time."""

    def __init__(self, first: Callable[[], Page[T]]) -> None:
        self._first = first

    def first_page(self) -> Page[T]:
        """Fetch the first page, or the one that the call named."""
        return self._first()

    def pages(self) -> Iterator[Page[T]]:
        """Fetch page after page."""
        page: Page[T] | None = self._first()
        while page is not None:
            yield page
            page = page.next_page()

    def __iter__(self) -> Iterator[T]:
        for page in self.pages():
            yield from page.items


class AsyncPages(Generic[T]):
    """A list that fetches page after page while it is iterated, one page in memory at a time."""

    def __init__(self, first: Callable[[], Awaitable[AsyncPage[T]]]) -> None:
        self._first = first

    async def first_page(self) -> AsyncPage[T]:
        """Fetch the first page, or the one that the call named."""
        return await self._first()

    def pages(self) -> AsyncIterator[AsyncPage[T]]:
        """Fetch page after page."""
        return _PageByPage(self._first)

    def __aiter__(self) -> AsyncIterator[T]:
        return _ItemByItem(_PageByPage(self._first))


# Not async generators: one of those that is left half-way must be closed by hand, or trio complains.
class _PageByPage(AsyncIterator[AsyncPage[T]]):
    def __init__(self, first: Callable[[], Awaitable[AsyncPage[T] | None]]) -> None:
        self._fetch: Callable[[], Awaitable[AsyncPage[T] | None]] | None = first

    async def __anext__(self) -> AsyncPage[T]:
        fetch, self._fetch = self._fetch, None  # An error ends the iteration, as it ends the sync one.
        page = None if fetch is None else await fetch()
        if page is None:
            raise StopAsyncIteration
        self._fetch = page.next_page
        return page


class _ItemByItem(AsyncIterator[T]):
    def __init__(self, pages: AsyncIterator[AsyncPage[T]]) -> None:
        self._pages = pages
        self._items: Iterator[T] = iter(())

    async def __anext__(self) -> T:
        while True:
            for item in self._items:
                return item
            self._items = iter((await anext(self._pages)).items)


def counts_of(call: Call[Any], reply: RawReply[Any], items: Sequence[T]) -> tuple[Sequence[T], int, int, int, int]:
    """Return items, number, size, total and total pages of the page that *reply* is.

    Raises if it is another page than *call* asked for: following it would never end.
    """
    rule, asked = call.operation.page, call.page_number
    assert rule is not None, f"{call.operation.name} is not a paged list"  # noqa: S101
    meta = getattr(reply.envelope, rule.meta)
    if asked is not None and meta.page != asked:
        error = ResponseDecodeError(
            f"{call.operation.name}: page {asked} was asked for and page {meta.page} came. "
            "The list cannot be read to its end; tell the operator of the API.",
            operation=call.operation.name,
            history=reply.history,
        )
        error.status, error.path_in_body = reply.status, f"{rule.meta}.page"
        raise error
    return items, meta.page, meta.page_size, meta.total, meta.total_pages


# A resource on a raw transport fetches one page already: what is left to do is to say so to type checkers.
def raw_page(method: Callable[P, Pages[T]]) -> Callable[P, RawReply[Page[T]]]:
    """Return a list method of a resource on `Transport.raw()`: it fetches one page."""
    return cast("Callable[P, RawReply[Page[T]]]", method)


def async_raw_page(method: Callable[P, AsyncPages[T]]) -> Callable[P, Awaitable[RawReply[AsyncPage[T]]]]:
    """Return a list method of a resource on `AsyncTransport.raw()`: it fetches one page."""
    return cast("Callable[P, Awaitable[RawReply[AsyncPage[T]]]]", method)
