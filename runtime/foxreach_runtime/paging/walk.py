"""The way through a list of numbered pages while items move between them. Pure: yields page numbers, is sent pages.

Promised: an item that is in the list from the first request to the last is given exactly once. What that rests on:

- The server keeps these items in one order. So whatever else is added or removed, those given and those still to come
  meet at one place, and whatever stands before an item that was given needs no second look.
- A page shows one moment of the list. So a page that begins with an item that was given is where to go on.
- Two pages count as one moment where nothing shows a change between them: no call of this client that changes
  something, and the same total. Where something does, the last page is fetched again.

Memory is constant: the ids of the last ten pages are remembered, or of a thousand items if that is more.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from .changes import Changes
from .page import AnyPage, Place, Walk, contradiction, ids_of

A = TypeVar("A", bound=AnyPage[Any])
PAGES, ITEMS = 10, 1000  # remembered, whichever is more
DOUBTS = 10  # Looks one after the other, each of which shows another list than the page before it.
UNORDERED = -1
READ_AGAIN = "Read it again, with larger pages if it changes all the time; else tell the operator of the API."
READ_FIRST = "Where to go on cannot be told: read the list to its end before you change so many."


@dataclass(frozen=True, slots=True)
class _Seen(Generic[A]):
    """A page as it came: the *ids* of its items, None if they have none, and how many of these were *known*.

    *moment* is from before it was asked for.
    """

    page: A
    ids: tuple[str, ...] | None
    known: int
    moment: object
    outdated: bool = False  # Items are known to have moved since, so that no page can be taken for the same moment.

    @property
    def names(self) -> tuple[str, ...]:
        return self.ids or ()

    @property
    def has_new(self) -> bool:
        return self.known < len(self.page.items)


class Known:
    """The ids of items that were given, with a number that rises from page to page where these came in order.

    The latest of them: *most* or up to twice as many, so that they need not be forgotten one by one.
    """

    def __init__(self) -> None:
        self._latest: dict[str, int] = {}
        self._before: dict[str, int] = {}
        self._pages = 0

    def __contains__(self, name: str) -> bool:
        return name in self._latest or name in self._before

    def among(self, names: tuple[str, ...]) -> int:
        """Return how many of *names* are known."""
        if self._latest.keys().isdisjoint(names) and self._before.keys().isdisjoint(names):
            return 0
        return sum(map(self.__contains__, names))

    def order(self, name: str) -> int:
        return self._latest.get(name, self._before.get(name, UNORDERED))

    def add(self, names: tuple[str, ...], most: int, *, ordered: bool = False) -> None:
        """Remember *names* as the latest."""
        self._pages += 1
        number = self._pages if ordered else UNORDERED
        if self.among(names):
            self._latest |= {name: self.order(name) if name in self else number for name in names}
        else:
            self._latest |= dict.fromkeys(names, number)
        if len(self._latest) >= most:
            self._latest, self._before = {}, self._latest


def walk(start: int | None, changes: Changes, *, strict: bool = False) -> Walk[A]:
    """Give the pages of a list from *start* on, each with the items that were on none before.

    With *strict*, look for items that moved before every page, not only where something shows that they may have.
    """
    return _Walk[A](start, changes, strict=strict).steps()


class _Walk(Generic[A]):
    def __init__(self, start: int | None, changes: Changes, *, strict: bool) -> None:
        self._start = start
        self._changes = changes
        self._strict = strict
        self._known = Known()
        self._last = ""  # The item furthest in the list of those given; True in *_at_last* while it is on this page.
        self._at_last = True
        self._size = 0

    def steps(self) -> Walk[A]:
        here: _Seen[A] | None = yield from self._fetched(self._start)
        while here is not None:
            yield self._given(here)
            here = yield from self._next(here)

    def _fetched(self, number: int | None) -> Generator[Place | A | None, A | None, _Seen[A]]:
        moment = self._changes.moment()
        page = yield number
        assert page is not None  # noqa: S101  # for the type checker: the driver sends what it was asked for
        self._size = self._size or page.size
        if page.size != self._size:
            raise contradiction(page, f"the size of a page was {self._size} before")
        ids = ids_of(page.items)
        return _Seen(page, ids, self._known.among(ids or ()), moment)

    def _given(self, seen: _Seen[A]) -> A:
        """Return the page of *seen* with its new items alone, and remember them."""
        page, names = seen.page, seen.names
        if seen.known or len(set(names)) < len(names):
            new = {name: item for name, item in zip(names, page.items, strict=True) if name not in self._known}
            page = replace(page, items=list(new.values()))
        ordered = self._at_last and not seen.known
        self._known.add(names, self._most, ordered=ordered)
        if ordered and names:
            self._last = names[-1]
        return page

    @property
    def _most(self) -> int:
        return max(ITEMS, PAGES * self._size)

    def _next(self, here: _Seen[A]) -> Generator[Place | A | None, A | None, _Seen[A] | None]:
        """Return the next page with something new, None after the last."""
        due = here.ids is not None and (self._strict or self._changes.since(here.moment))
        doubts = pages = 0
        while here.page.has_next:
            found = yield from self._place(here) if due else self._following(here)
            followed = found.page.number > here.page.number
            doubts, pages, due = doubts + (not due and not followed), pages + 1, False
            beyond = self._at_last and followed and not found.known
            self._at_last, here = beyond or self._last in found.names, found
            if here.has_new:
                return here
            self._known.add(here.names, self._most)
            if doubts >= DOUBTS or pages * self._size > 2 * self._most:
                raise contradiction(here.page, "no page has a new item, or the total differs each time", READ_AGAIN)
        return None

    def _following(self, here: _Seen[A]) -> Generator[Place | A | None, A | None, _Seen[A]]:
        """Return the page after *here*, or another look at the place of *here* if items have moved."""
        page = yield from self._fetched(here.page.number + 1)
        if page.ids is None or here.ids is None or self._adjoins(here, page):
            return page
        look = yield from self._place(here)
        self._at_last = self._last in look.names
        if look.page.number != here.page.number or look.has_new:
            return look
        same, clash = look.ids == here.ids, self._clash(look, page)
        agreed = look.page.total == page.page.total and not self._changes.since(page.moment)
        if clash and same and agreed and not here.outdated and page.page.total == here.page.total:
            raise contradiction(page.page, "items of pages before came again")
        grown = same and here.page.total <= page.page.total <= look.page.total
        if (self._begins_known(page) and not (clash and same)) or (not clash and (agreed or grown)):
            return replace(page, outdated=not agreed)
        return look

    def _adjoins(self, here: _Seen[A], page: _Seen[A]) -> bool:
        """Return True if nothing shows that items moved between *here* and *page*, or only towards the end."""
        unmoved = page.page.total == here.page.total and not (here.outdated or self._changes.since(here.moment))
        if unmoved or not page.known:
            return unmoved and not (page.known and self._clash(here, page))
        return self._begins_known(page) and page.known <= page.page.total - here.page.total

    def _clash(self, here: _Seen[A], page: _Seen[A]) -> bool:
        """Return True if *page* cannot come after *here* in any list: it has an item of it, or older ones alone."""
        if not set(here.names).isdisjoint(page.names):
            return True
        latest = max(map(self._known.order, here.names), default=UNORDERED)
        return bool(page.names) and all(UNORDERED < self._known.order(name) < latest for name in page.names)

    def _begins_known(self, seen: _Seen[A]) -> bool:
        return bool(seen.ids) and seen.names[0] in self._known

    def _place(self, here: _Seen[A]) -> Generator[Place | A | None, A | None, _Seen[A]]:
        """Return the page to go on from: that of *here* again, or the one to which its items have moved.

        It begins with an item that was given, or nothing that was given is before it.
        """
        number, start = here.page.number, self._start or 1
        page = yield from self._fetched(number)
        if self._begins_known(page):
            return page
        grown = page.page.total - here.page.total
        if grown >= self._size:
            ahead = yield from self._fetched(number + grown // self._size)
            if self._begins_known(ahead):
                return ahead
        given = (number - start) * self._size + len(here.names)
        remembered, left = given <= self._most, given + grown  # if those removed are all of those given
        while page.page.number > 1 and (left > 0 or not remembered):
            page = yield from self._fetched(max(1, min(page.page.number - 1, page.page.total_pages)))
            if self._begins_known(page):
                return page
        if left > 0 and not remembered:
            raise contradiction(page.page, f"none of the last {self._most} items is left", READ_FIRST)
        at = max(1, start + min(0, left) // self._size)
        return page if page.page.number == at else (yield from self._fetched(at))
