from __future__ import annotations

import gc
import warnings
from collections.abc import Callable
from typing import Any

import httpx2
import pytest
from foxreach_runtime.errors import ResponseDecodeError

from ..flavours import World, reply
from ..sample import LEAD, LEADS_LIST, LIST, NotFoundError

Worlds = Callable[..., World]


def page(number: int, items: int, total_pages: int, **counts: int) -> Callable[[httpx2.Request], httpx2.Response]:
    """Return a page of a list whose pages are full but for the last; *counts* take the place of what its meta says."""
    meta = {"page": number, "pageSize": 2, "total": max(0, 2 * total_pages - 1), "totalPages": total_pages, **counts}
    return reply(200, {"data": [LEAD | {"id": f"cld_{number}_{item}"} for item in range(items)], "meta": meta})


def ids(here: World, call: Any = LIST) -> list[str]:
    """Return the ids of every item of the list, in either flavour."""

    def sync(transport: Any) -> list[str]:
        return [lead.id for lead in transport.pages(call)]

    async def asynchronous(transport: Any) -> list[str]:
        return [lead.id async for lead in transport.pages(call)]

    return here.do(sync if here.flavour == "sync" else asynchronous)  # type: ignore[no-any-return]


def first(here: World, call: Any = LIST) -> Any:
    return here.do(lambda transport: transport.pages(call).first_page())


def asked(here: World) -> list[str]:
    return [request.url.query.decode() for request in here.sent]


def test_every_item_of_every_page_comes_in_order(world: Worlds) -> None:
    here = world(page(1, 2, 3), page(2, 2, 3), page(3, 1, 3))
    assert ids(here) == ["cld_1_0", "cld_1_1", "cld_2_0", "cld_2_1", "cld_3_0"]
    assert asked(here) == ["pageSize=2", "pageSize=2&page=2", "pageSize=2&page=3"]


LYING = {
    "items although there are no pages": page(1, 2, 3, totalPages=0),
    "items although the total is 0": page(1, 2, 3, total=0),
    "fewer pages than the total needs": page(1, 2, 3, totalPages=1, total=5),
    "no items although there are more": page(1, 0, 3),
    "no items although there are pages": page(1, 0, 3, total=0),
    "some items missing": page(1, 1, 3),
    "more items than fit": page(1, 3, 3),
    "another page than the first": page(3, 1, 3),
    "pages counted from 0": page(0, 2, 3),
    "a size of 0": page(1, 2, 3, pageSize=0),
}


@pytest.mark.parametrize("case", LYING)
def test_a_page_whose_counts_contradict_it_is_an_error(world: Worlds, case: str) -> None:
    for get in (ids, first):
        here = world(LYING[case])
        with pytest.raises(ResponseDecodeError, match=r"leads.list: .* \(page \d of \d, \d items on it, ") as caught:
            get(here)
        assert (caught.value.status, caught.value.next_page, caught.value.transient) == (200, 1, False)
        assert str(caught.value.path_in_body).startswith("meta")
        assert "jane" not in repr(vars(caught.value)) + str(caught.value)
        assert len(here.sent) == 1


def test_an_empty_page_in_the_middle_is_an_error(world: Worlds) -> None:
    here = world(page(1, 2, 9), page(2, 0, 9))
    with pytest.raises(ResponseDecodeError, match="a page came without its items") as caught:
        ids(here)
    assert caught.value.next_page == 2
    assert len(here.sent) == 2


def test_a_list_begins_at_the_page_that_the_call_names(world: Worlds) -> None:
    here = world(page(2, 2, 3), page(3, 1, 3))
    assert ids(here, LEADS_LIST.call(query={"page": 2})) == ["cld_2_0", "cld_2_1", "cld_3_0"]
    assert asked(here) == ["page=2", "page=3"]


def test_another_page_than_was_asked_for_is_an_error_and_no_endless_loop(world: Worlds) -> None:
    here = world(page(1, 2, 3), page(1, 2, 3))
    with pytest.raises(ResponseDecodeError, match=r"page 2 was asked for and page 1 came") as caught:
        ids(here)
    assert (caught.value.path_in_body, caught.value.status, caught.value.attempts) == ("meta.page", 200, 1)


def test_nothing_is_fetched_before_the_list_is_looked_at(world: Worlds) -> None:
    here = world(page(1, 2, 1))

    def only_make(transport: Any) -> Any:
        transport.pages(LIST)

        async def nothing() -> None: ...

        return None if here.flavour == "sync" else nothing()

    here.do(only_make)
    assert here.sent == []


def test_the_first_page_has_items_and_counts_and_leads_to_the_next(world: Worlds) -> None:
    here = world(page(1, 2, 2), page(2, 1, 2))

    def sync(transport: Any) -> Any:
        one = transport.pages(LIST).first_page()
        two = one.next_page()
        return one, two, two.next_page()

    async def asynchronous(transport: Any) -> Any:
        one = await transport.pages(LIST).first_page()
        two = await one.next_page()
        return one, two, await two.next_page()

    one, two, three = here.do(sync if here.flavour == "sync" else asynchronous)
    assert (len(one.items), one.number, one.size, one.total, one.total_pages, one.has_next) == (2, 1, 2, 3, 2, True)
    assert ([lead.id for lead in two], two.has_next, three) == (["cld_2_0"], False, None)
    assert len(two) == 1
    assert "jane" not in repr(one)


def test_a_next_page_with_the_same_items_is_an_error(world: Worlds) -> None:
    meta = {"pageSize": 2, "total": 3, "totalPages": 2}
    items = [LEAD | {"id": "cld_1"}, LEAD | {"id": "cld_2"}]
    here = world(*(reply(200, {"data": items, "meta": {"page": number, **meta}}) for number in (1, 2)))

    def sync(transport: Any) -> Any:
        return transport.pages(LIST).first_page().next_page()

    async def asynchronous(transport: Any) -> Any:
        return await (await transport.pages(LIST).first_page()).next_page()

    with pytest.raises(ResponseDecodeError, match="the items of the page before came again") as caught:
        here.do(sync if here.flavour == "sync" else asynchronous)
    assert caught.value.next_page == 2


def test_pages_come_one_by_one(world: Worlds) -> None:
    here = world(page(1, 2, 2), page(2, 1, 2))

    def sync(transport: Any) -> Any:
        return [page.number for page in transport.pages(LIST).pages()]

    async def asynchronous(transport: Any) -> Any:
        return [page.number async for page in transport.pages(LIST).pages()]

    assert here.do(sync if here.flavour == "sync" else asynchronous) == [1, 2]


def test_the_raw_form_of_a_list_is_the_reply_of_one_page(world: Worlds) -> None:
    here = world(page(1, 2, 2), page(2, 1, 2))
    got = here.do(lambda transport: transport.raw().pages(LIST))
    assert (got.status, got.parse().number, len(got.parse().items)) == (200, 1, 2)


def test_errors_of_a_page_are_raised_where_it_is_fetched(world: Worlds) -> None:
    with pytest.raises(NotFoundError):
        first(world(reply(404)))


def test_a_page_without_items_is_no_false_value(world: Worlds) -> None:
    assert first(world(page(1, 0, 0)))


def test_an_iteration_left_half_way_leaves_nothing_to_close() -> None:
    here = World("trio", [page(1, 2, 3), page(2, 2, 3)])

    async def three(transport: Any) -> list[str]:
        found: list[str] = []
        async for lead in transport.pages(LIST):
            found.append(lead.id)
            if len(found) == 3:
                break
        return found

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        assert here.do(three) == ["cld_1_0", "cld_1_1", "cld_2_0"]
        gc.collect()
    assert caught == []


def test_an_error_ends_the_iteration_in_both_flavours(world: Worlds) -> None:
    here = world(page(1, 2, 3), reply(404), page(2, 2, 3))

    def sync(transport: Any) -> list[int]:
        pages = transport.pages(LIST).pages()
        next(pages)
        with pytest.raises(NotFoundError):
            next(pages)
        return [page.number for page in pages]

    async def asynchronous(transport: Any) -> list[int]:
        pages = transport.pages(LIST).pages()
        await anext(pages)
        with pytest.raises(NotFoundError):
            await anext(pages)
        return [page.number async for page in pages]

    assert here.do(sync if here.flavour == "sync" else asynchronous) == []
