"""The way through a list that changes: on a model of a server, with changes at any moment."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from foxreach_runtime.errors import ResponseDecodeError
from foxreach_runtime.paging.changes import Changes
from foxreach_runtime.paging.page import AnyPage, Source, Walk
from foxreach_runtime.paging.walk import DOUBTS, ITEMS, walk
from hypothesis import given, settings
from hypothesis import strategies as st

SOURCE = Source("leads.list", "meta", 200, ())


@dataclass(frozen=True)
class Item:
    id: str


@dataclass
class Listed:
    """A server's list with *size* items a page; new items come first or last. *requests* are the pages asked for."""

    size: int
    newest_first: bool = False
    items: list[Item] = field(default_factory=list[Item])
    throughout: set[Item] = field(default_factory=set[Item])  # those that have been there from the first request on
    made: int = 0
    requests: list[int] = field(default_factory=list[int])

    def insert(self, count: int) -> None:
        for _ in range(count):
            self.made += 1
            self.items.insert(0 if self.newest_first else len(self.items), Item(f"i{self.made}"))

    def delete(self, *at: int) -> None:
        for index in at:
            if self.items:
                self.remove({self.items[index % len(self.items)]})

    def remove(self, items: set[Item]) -> None:
        self.throughout -= items
        self.items = [item for item in self.items if item not in items]

    def page(self, number: int) -> AnyPage[Item]:
        """Return a page as it is now."""
        self.requests.append(number)
        begin, total = (number - 1) * self.size, len(self.items)
        found = self.items[begin : begin + self.size]
        return AnyPage(found, number, self.size, total, -(-total // self.size), SOURCE)


def listed(size: int, count: int, *, newest_first: bool = False) -> Listed:
    """Return a list of *count* items."""
    made = Listed(size, newest_first)
    made.insert(count)
    made.throughout = set(made.items)
    return made


def read(
    server: Callable[[int], AnyPage[Item]],
    *,
    after: Callable[[list[Item]], None] = lambda items: None,
    changes: Changes | None = None,
    strict: bool = False,
    start: int | None = None,
) -> list[Item]:
    """Return all items in the order in which they are given; *after* is called with those of each page."""
    got: list[Item] = []
    steps: Walk[AnyPage[Item]] = walk(start, changes or Changes(), strict=strict)
    step = next(steps)
    try:
        while True:
            if isinstance(step, AnyPage):
                got += step.items
                after(list(step.items))
                step = next(steps)
            else:
                step = steps.send(server(int(step or 1)))
    except StopIteration:
        return got


def check(here: Listed, got: list[Item]) -> None:
    """Assert that each item that was there throughout was given once, and none twice."""
    assert len(got) == len(set(got))
    assert here.throughout <= set(got)


SHAPES: dict[str, Any] = {
    "size": st.integers(1, 4),
    "count": st.integers(0, 25),
    "newest_first": st.booleans(),
    "data": st.data(),
}
INSERTED, DELETED = st.integers(0, 4), st.lists(st.integers(0, 40), max_size=4)
MANY = 200  # requests, after which the list stays as it is: it may grow faster than it is read


def changed(here: Listed, data: st.DataObject, *, total_differs: bool = False) -> None:
    """Insert and delete at random; with *total_differs*, never as many of one as of the other."""
    if len(here.requests) > MANY:
        return
    inserted = data.draw(INSERTED)
    deleted = data.draw(DELETED)[: len(here.items) + inserted]
    if not total_differs or inserted != len(deleted):
        here.insert(inserted)
        here.delete(*deleted)


@given(**SHAPES)
@settings(max_examples=150)
def test_nothing_is_lost_or_doubled_when_this_client_changes_the_list(
    size: int, count: int, newest_first: bool, data: st.DataObject
) -> None:
    here, changes = listed(size, count, newest_first=newest_first), Changes()

    def after(_: list[Item]) -> None:
        with changes.made():
            changed(here, data)

    check(here, read(here.page, after=after, changes=changes))


@given(**SHAPES)
@settings(max_examples=150)
def test_nothing_is_lost_or_doubled_when_others_change_the_total(
    size: int, count: int, newest_first: bool, data: st.DataObject
) -> None:
    here = listed(size, count, newest_first=newest_first)
    check(here, read(here.page, after=lambda _: changed(here, data, total_differs=True)))


@given(**SHAPES)
@settings(max_examples=150)
def test_with_strict_nothing_is_lost_or_doubled_whatever_others_change_between_pages(
    size: int, count: int, newest_first: bool, data: st.DataObject
) -> None:
    here = listed(size, count, newest_first=newest_first)
    check(here, read(here.page, after=lambda _: changed(here, data), strict=True))


@given(**SHAPES)
@settings(max_examples=150)
def test_nothing_is_lost_or_doubled_when_the_total_changes_between_any_two_requests(
    size: int, count: int, newest_first: bool, data: st.DataObject
) -> None:
    here = listed(size, count, newest_first=newest_first)

    def server(number: int) -> AnyPage[Item]:
        page = here.page(number)
        changed(here, data, total_differs=True)
        return page

    try:
        check(here, read(server))
    except ResponseDecodeError as error:  # That no two requests show the same total may go on for too long.
        assert "the total differs each time" in str(error)


@pytest.mark.parametrize("newest_first", [False, True])
@pytest.mark.parametrize("page", [3, 20])
@pytest.mark.parametrize("count", [50, 950, 1000, 1050, 2500])
def test_what_is_inserted_at_once_may_be_more_than_is_remembered(newest_first: bool, page: int, count: int) -> None:
    here, changes, pages = listed(100, 5000, newest_first=newest_first), Changes(), list[int]()

    def after(items: list[Item]) -> None:
        pages.append(len(items))
        if len(pages) == page:
            with changes.made():
                here.insert(count)

    check(here, read(here.page, after=after, changes=changes))
    assert len(here.requests) <= 50 + 25 + 15


@pytest.mark.parametrize("newest_first", [False, True])
@pytest.mark.parametrize(
    "deleted", [slice(0, 700), slice(0, 1400), slice(1400, 1500), slice(600, 1500), slice(0, 1500), slice(1500, 3000)]
)
def test_what_is_deleted_at_once_may_be_more_than_is_remembered(newest_first: bool, deleted: slice) -> None:
    here, changes = listed(100, 5000, newest_first=newest_first), Changes()
    all_of_them = list(here.items)
    got: list[Item] = []

    def after(items: list[Item]) -> None:
        got.extend(items)
        if len(got) == 1500:
            with changes.made():
                here.remove(set(all_of_them[deleted]))

    check(here, read(here.page, after=after, changes=changes))


def test_where_the_place_cannot_be_told_it_says_so() -> None:
    here, changes = listed(100, 5000), Changes()
    got: list[Item] = []

    def after(items: list[Item]) -> None:
        got.extend(items)
        if len(got) == 2900:
            with changes.made():
                here.remove(set(got[-2 * ITEMS :]))

    with pytest.raises(ResponseDecodeError, match=r"none of the last 1000 items is left .* read the list to its end"):
        read(here.page, after=after, changes=changes)
    assert len(got) == len(set(got)) == 2900


@pytest.mark.parametrize("start", [1, 5])
def test_what_is_iterated_may_be_deleted(start: int) -> None:
    here, changes = listed(100, 2000), Changes()

    def after(items: list[Item]) -> None:
        with changes.made():
            here.remove(set(items))

    got = read(here.page, after=after, changes=changes, start=start)
    assert len(got) == 2000 - 100 * (start - 1)
    assert len(here.items) == 100 * (start - 1)
    assert len(here.requests) == len(got) // 100  # The page at the start again and again, and no other.


def test_a_look_costs_one_request_a_page() -> None:
    changes = Changes()

    def after(_: list[Item]) -> None:
        with changes.made():
            pass

    cases: list[tuple[dict[str, Any], int]]
    cases = [({}, 10), ({"strict": True}, 19), ({"after": after, "changes": changes}, 19)]
    for options, requests in cases:
        here = listed(100, 1000)
        check(here, read(here.page, **options))
        assert len(here.requests) == requests


def test_a_list_that_only_grows_at_its_end_costs_two_requests_a_page() -> None:
    here = listed(10, 100)

    def server(number: int) -> AnyPage[Item]:
        page = here.page(number)
        if len(here.requests) < 20:
            here.insert(7)
        return page

    got = read(server)
    check(here, got)
    assert len(here.requests) <= 2 * (len(got) // 10 + 1)


def test_while_calls_of_another_thread_are_in_flight_it_goes_on_all_the_same() -> None:
    here, changes = listed(10, 100), Changes()
    with changes.made():
        check(here, read(here.page, changes=changes))
    assert len(here.requests) <= 3 * 10


LIES: dict[str, Callable[[int], int]] = {  # which page comes in place of a number
    "every page is the first": lambda number: 1,
    "a page comes again": lambda number: 3 if number == 4 else number,
    "an older page comes again": lambda number: 2 if number == 5 else number,
}


@pytest.mark.parametrize("lie", LIES)
@pytest.mark.parametrize("strict", [False, True])
def test_a_page_that_repeats_is_an_error(lie: str, strict: bool) -> None:
    here = listed(10, 100)

    def server(number: int) -> AnyPage[Item]:
        return AnyPage(here.page(LIES[lie](number)).items, number, 10, 100, 10, SOURCE)

    with pytest.raises(ResponseDecodeError, match="items of pages before came again") as caught:
        read(server, strict=strict)
    assert caught.value.next_page is not None
    assert len(here.requests) < 20


def test_an_echo_that_always_promises_more_ends_in_an_error() -> None:
    here = listed(10, 100)

    def server(number: int) -> AnyPage[Item]:
        items = here.page(1).items
        return AnyPage(items, number, 10, 100 + 10 * len(here.requests), 10 + len(here.requests), SOURCE)

    with pytest.raises(ResponseDecodeError, match=r"no page has a new item.*Read it again"):
        read(server)
    assert len(here.requests) <= 2 * ITEMS // 10 + 2


def test_a_total_that_flickers_ends_in_an_error_and_never_early() -> None:
    here = listed(10, 100)

    def server(number: int) -> AnyPage[Item]:
        page = here.page(number)
        return page if number == 1 else AnyPage(page.items, number, 10, 20, 2, SOURCE)

    with pytest.raises(ResponseDecodeError, match="the total differs each time"):
        read(server)
    assert len(here.requests) <= 2 * DOUBTS + 2


def test_pages_of_different_sizes_are_an_error() -> None:
    here = listed(10, 100)

    def server(number: int) -> AnyPage[Item]:
        here.size = 10 if number < 3 else 5
        return here.page(number)

    with pytest.raises(ResponseDecodeError, match="the size of a page was 10 before"):
        read(server)


def test_items_without_an_id_are_given_as_they_come() -> None:
    here, changes = listed(3, 10), Changes()

    def server(number: int) -> AnyPage[Any]:
        page = here.page(number)
        items = [item.id for item in page.items]
        return AnyPage(items, number, 3, page.total, page.total_pages, SOURCE)

    with changes.made():
        assert len(read(server, changes=changes, strict=True)) == 10
    assert here.requests == [1, 2, 3, 4]


def test_an_item_that_is_on_one_page_twice_is_given_once() -> None:
    here = listed(3, 6)
    here.items.insert(1, here.items[0])
    assert [item.id for item in read(here.page)] == ["i1", "i2", "i3", "i4", "i5", "i6"]


def test_memory_stays_the_same_however_long_the_list_is() -> None:
    changes = Changes()

    def peak(pages: int) -> int:
        tracemalloc.start()
        steps: Walk[AnyPage[Item]] = walk(None, changes)
        next(steps)
        for number in range(1, pages + 1):
            items = [Item(f"{number}-{each}") for each in range(100)]
            steps.send(AnyPage(items, number, 100, 100 * pages, pages, SOURCE))
            next(steps, None)
        used = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return used

    assert peak(400) < peak(40) + 2**20  # The ids of the other 36,000 items would take five times that.


@pytest.mark.parametrize(
    ("inserted", "deleted", "requests"),
    [
        (2, (), [4, 5, 6]),  # A page came before: those given are on the next one.
        (1, (), [4, 5]),
        (0, (0, 0), [4, 3, 4]),
        (0, (0,), [4, 5]),
    ],
)
def test_the_place_is_found_with_the_fewest_requests(
    inserted: int, deleted: tuple[int, ...], requests: list[int]
) -> None:
    here, changes = listed(2, 20, newest_first=True), Changes()

    def after_the_fourth_page(_: list[Item]) -> None:
        if here.requests == [1, 2, 3, 4]:
            with changes.made():
                here.insert(inserted)
                here.delete(*deleted)

    check(here, read(here.page, after=after_the_fourth_page, changes=changes))
    assert here.requests[4 : 4 + len(requests)] == requests
