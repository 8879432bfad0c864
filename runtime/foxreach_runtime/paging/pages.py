"""Lists of many pages: items one by one, pages one by one, or the first ones. No I/O before something is asked for.

Which page is fetched next while a list is iterated is decided in walk.py.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from concurrent.futures import Future
from typing import Generic, NoReturn, ParamSpec, TypeVar, cast

from ..operation import Call
from ..raw import RawReply
from ..tasks.task import Task
from .ahead import Ahead, Tasks, Threads
from .fetching import async_fetched, async_fetched_alone, fetched
from .listing import Listing, first_of, one_of
from .page import AsyncPage, AsyncReply, Page, Place, Reply, Walk

__all__ = ["AsyncPages", "Listing", "Pages", "async_fetched", "async_raw_page", "fetched", "raw_page"]
P = ParamSpec("P")
T = TypeVar("T")
AsyncFetch = Callable[[Call[list[T]]], Awaitable[AsyncPage[T]]]


class _AnyPages(Generic[T]):
    """The part that both flavours share."""

    _listing: Listing[T]

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._listing}>"

    def __bool__(self) -> object:  # pyright refuses what is no bool; behind NoReturn, mypy would check nothing
        raise TypeError(
            f"{self!r} was not fetched, so it is neither true nor false: use .first() to find out whether it has an "
            "item, or .to_list() to get all of them."
        )

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("A list cannot be pickled, since it fetches through its client: pickle its `to_list()`.")


class Pages(_AnyPages[T]):
    """A list that fetches page after page while it is iterated, one page in memory at a time."""

    def __init__(
        self, listing: Listing[T], reply: Reply[T], twin: Callable[[], tuple[Reply[T], Callable[[], object]]]
    ) -> None:
        self._listing = listing
        self._reply = reply
        self._twin = twin

    def prefetch(self, pages: int) -> Pages[T]:
        """Return the list with up to *pages* of the next pages, 0 to 10, fetched in threads while the caller works.

        The order stays, and what is promised of items that move: where something has changed, and with *strict*, pages
        are fetched when they are needed. Each call waits for the quota as usual. Leaving the iteration ends the calls.
        """
        return Pages(self._listing.prefetched(pages), self._reply, self._twin)

    def first(self) -> T | None:
        """Fetch the first item, or return None if the list has none."""
        return first_of(self._fetch(self._listing.few(1)))

    def one(self) -> T:
        """Fetch the only item of the list.

        Raises:
            NotExactlyOneError: The list has no item, or more than one.
        """
        return one_of(self._fetch(self._listing.few(2)))

    def to_list(self) -> list[T]:
        """Fetch every item. Whatever is changed afterwards does not move what is still to come."""
        return list(self)

    def first_page(self) -> Page[T]:
        """Fetch the first page, or the one that the call named."""
        return self._fetch(self._listing.page())

    def pages(self) -> Iterator[Page[T]]:
        """Fetch page after page; no item is on two of them."""
        walk: Walk[Page[T]] = self._listing.walk()
        ahead: Ahead[Future[Page[T]]] = self._listing.fetched_ahead(Threads(self._listing.page, self._fetching))
        try:
            step = next(walk)
            while True:
                if isinstance(step, Page):
                    ahead.extend(step)
                    yield step
                    step = next(walk)
                else:
                    step = walk.send(self._page(step, ahead))
        except StopIteration:
            return
        finally:
            ahead.drop()

    def _page(self, place: Place | None, ahead: Ahead[Future[Page[T]]]) -> Page[T]:
        early = ahead.take(place)
        if early is not None and ahead.fits(page := early.result()):
            return page
        return self._fetch(self._listing.page(place))

    def _fetch(self, call: Call[list[T]]) -> Page[T]:
        return fetched(self._reply, call).value

    def _fetching(self) -> tuple[Callable[[Call[list[T]]], Page[T]], Callable[[], object]]:
        reply, end = self._twin()
        return lambda call: fetched(reply, call).value, end

    def __iter__(self) -> Iterator[T]:
        for page in self.pages():
            yield from page.items


class AsyncPages(_AnyPages[T]):
    """A list that fetches page after page while it is iterated, one page in memory at a time."""

    def __init__(self, listing: Listing[T], reply: AsyncReply[T]) -> None:
        self._listing = listing
        self._reply = reply

    def prefetch(self, pages: int) -> AsyncPages[T]:
        """Return the list with up to *pages* of the next pages, 0 to 10, fetched in tasks while the caller works.

        The order stays, and what is promised of items that move: where something has changed, and with *strict*, pages
        are fetched when they are needed. Each call waits for the quota as usual. Leaving the iteration ends the calls.
        """
        return AsyncPages(self._listing.prefetched(pages), self._reply)

    async def first(self) -> T | None:
        """Fetch the first item, or return None if the list has none."""
        return first_of(await self._fetch(self._listing.few(1)))

    async def one(self) -> T:
        """Fetch the only item of the list.

        Raises:
            NotExactlyOneError: The list has no item, or more than one.
        """
        return one_of(await self._fetch(self._listing.few(2)))

    async def to_list(self) -> list[T]:
        """Fetch every item. Whatever is changed afterwards does not move what is still to come."""
        return [item async for item in self]

    async def first_page(self) -> AsyncPage[T]:
        """Fetch the first page, or the one that the call named."""
        return await self._fetch(self._listing.page())

    def pages(self) -> AsyncIterator[AsyncPage[T]]:
        """Fetch page after page; no item is on two of them."""
        return _PageByPage(self._listing, self._fetch)

    async def _fetch(self, call: Call[list[T]]) -> AsyncPage[T]:
        return await async_fetched_alone(self._reply, call)

    def __aiter__(self) -> AsyncIterator[T]:
        return _ItemByItem(self.pages())


# Not async generators: one of those that is left half-way must be closed by hand, or trio complains.
class _PageByPage(AsyncIterator[AsyncPage[T]]):
    def __init__(self, listing: Listing[T], fetch: AsyncFetch[T]) -> None:
        self._listing = listing
        self._fetch = fetch
        self._walk: Walk[AsyncPage[T]] | None = listing.walk()
        self._ahead: Ahead[Task[AsyncPage[T]]] = listing.fetched_ahead(Tasks(listing.page, fetch))

    async def __anext__(self) -> AsyncPage[T]:
        walk, self._walk = self._walk, None  # An error ends the iteration, as it ends the sync one.
        if walk is None:
            raise StopAsyncIteration
        try:
            step = next(walk)
            while not isinstance(step, AsyncPage):
                step = walk.send(await self._page(step))
            self._ahead.extend(step)
            self._walk = walk
        except StopIteration:
            raise StopAsyncIteration from None
        finally:
            if self._walk is None:
                self._ahead.drop()
        return step

    async def _page(self, place: Place | None) -> AsyncPage[T]:
        early = self._ahead.take(place)
        if early is not None and self._ahead.fits(page := await early.result()):
            return page
        return await self._fetch(self._listing.page(place))


class _ItemByItem(AsyncIterator[T]):
    def __init__(self, pages: AsyncIterator[AsyncPage[T]]) -> None:
        self._pages = pages
        self._items: Iterator[T] = iter(())

    async def __anext__(self) -> T:
        while True:
            for item in self._items:
                return item
            self._items = iter((await anext(self._pages)).items)


# A resource on a raw transport fetches one page already: what is left to do is to say so to type checkers.
def raw_page(method: Callable[P, Pages[T]]) -> Callable[P, RawReply[Page[T]]]:
    """Return a list method of a resource on `Transport.raw()`: it fetches one page."""
    return cast("Callable[P, RawReply[Page[T]]]", method)


def async_raw_page(method: Callable[P, AsyncPages[T]]) -> Callable[P, Awaitable[RawReply[AsyncPage[T]]]]:
    """Return a list method of a resource on `AsyncTransport.raw()`: it fetches one page."""
    return cast("Callable[P, Awaitable[RawReply[AsyncPage[T]]]]", method)
