"""The way through a list by cursor: followed to its end, without repeats, and never for ever."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from typing import Any

import pytest
from foxreach_runtime.errors import ResponseDecodeError
from foxreach_runtime.paging.cursors import CURSORS, IDLE, CursorPage, follow
from foxreach_runtime.paging.page import Source, Walk
from hypothesis import given
from hypothesis import strategies as st

SOURCE = Source("leads.list", "next_cursor", 200, ())


@dataclass(frozen=True)
class Item:
    id: str


def page(ids: list[str], cursor: str | None) -> CursorPage[Any]:
    return of([Item(name) for name in ids], cursor)


def of(items: list[Any], cursor: str | None) -> CursorPage[Any]:
    return CursorPage(items, SOURCE, cursor, print)


def read(server: Callable[[str | None], CursorPage[Any]], start: str | None = None) -> list[Any]:
    """Return the ids of all items, or items without one; *server* returns the page of a cursor."""
    got: list[Any] = []
    steps: Walk[CursorPage[Any]] = follow(start)
    step = next(steps)
    try:
        while True:
            if isinstance(step, CursorPage):
                got += [getattr(item, "id", item) for item in step.items]
                step = next(steps)
            else:
                step = steps.send(server(None if step is None else str(step)))
    except StopIteration:
        return got


@given(st.lists(st.lists(st.integers(0, 30), max_size=5), min_size=1, max_size=12))
def test_every_item_is_given_once_in_the_order_of_the_server(pages: list[list[int]]) -> None:
    ids = [[f"i{number}" for number in dict.fromkeys(each)] for each in pages]

    def server(cursor: str | None) -> CursorPage[Any]:
        at = int(cursor or 0)
        return page(ids[at], str(at + 1) if at + 1 < len(ids) else None)

    assert read(server) == list(dict.fromkeys(name for each in ids for name in each))
    assert read(server, "0") == read(server)


@given(st.integers(0, 40), st.integers(1, 40))
def test_a_circle_of_any_length_is_found_at_its_first_repeat(before: int, length: int) -> None:
    asked: list[str | None] = []

    def server(cursor: str | None) -> CursorPage[Any]:
        asked.append(cursor)
        at = int(cursor or 0)
        return page([f"i{at}"], str(at + 1 if at + 1 < before + length else before or before + length))

    with pytest.raises(ResponseDecodeError, match="the cursor of an earlier page came again"):
        read(server)
    assert len(asked) == len(set(asked))


def test_a_circle_longer_than_what_is_remembered_is_found_too() -> None:
    asked, length = count(), 5 * CURSORS

    def server(cursor: str | None) -> CursorPage[Any]:
        number = next(asked)
        assert number < 10 * length
        return page([f"i{number}"], str((int(cursor or 0) + 1) % length or "0"))

    with pytest.raises(ResponseDecodeError, match="came again"):
        read(server)


def test_pages_without_items_may_come_but_not_without_end() -> None:
    def empty(cursor: str | None) -> CursorPage[Any]:
        return page([], str(int(cursor or 0) + 1))

    with pytest.raises(ResponseDecodeError, match=f"{IDLE} pages came without a new item"):
        read(empty)
    assert read(lambda cursor: page(["a"], None) if cursor == "9" else empty(cursor)) == ["a"]


def test_items_without_ids_are_given_as_they_come() -> None:
    pages = {None: of([1, 1], "x"), "x": of([1], None)}
    assert read(lambda cursor: pages[cursor]) == [1, 1, 1]
