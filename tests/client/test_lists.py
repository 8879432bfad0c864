"""Lists of many pages: by item, by page, page after page; nothing is fetched before it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import Any

import foxreach_client as fox
import httpx
import pytest
import respx

from tests.client.cases import OPERATIONS, SCHEMAS, Operation, name_of, snake
from tests.client.flavours import called_by_example, list_of, listed, new_client, requests_of, response, settled

PAGED = [operation for operation in OPERATIONS if operation.page]
SIZES = (2, 2, 1)  # items on the three pages
of_each_list = pytest.mark.parametrize("operation", PAGED, ids=str)


def server(
    operation: Operation, *, sizes: tuple[int, ...] = SIZES, **meta: int
) -> Callable[[httpx.Request], httpx.Response]:
    """Return a server of pages whose items are numbered in their id."""
    item = operation.success[1].example["data"][0]

    def serve(request: httpx.Request) -> httpx.Response:
        number = int(request.url.params.get("page", 1))
        first = sum(sizes[: number - 1])
        items = [{**item, "id": f"id_{first + each}"} for each in range(sizes[number - 1])]
        facts = {"page": number, "pageSize": 2, "total": sum(sizes), "totalPages": len(sizes), **meta}
        return response(200, {"data": items, "meta": facts})

    return serve


def ids(items: Any) -> list[str]:
    """Return the ids of *items*."""
    return [item.id for item in items]


def asked(route: respx.Route, operation: Operation) -> list[str]:
    """Return the query of each request, without the parameters that every request has."""
    queries = (request.url.query.decode().split("&") for request in requests_of(route))
    return ["&".join(pair for pair in pairs if pair.partition("=")[0] not in operation.required) for pairs in queries]


@of_each_list
async def test_iteration_gives_every_item_of_every_page_once(
    operation: Operation, client: Any, httpx2_mock: respx.Router
) -> None:
    route = httpx2_mock.get(path=f"/api/v1{operation.path}").mock(side_effect=server(operation))
    items = list_of(client, operation, page_size=2)
    assert not route.called
    assert ids(await listed(items)) == ["id_0", "id_1", "id_2", "id_3", "id_4"]
    assert asked(route, operation) == ["pageSize=2", "pageSize=2&page=2", "pageSize=2&page=3"]
    assert ids(await listed(items)) == ["id_0", "id_1", "id_2", "id_3", "id_4"], "it may be read again"


@of_each_list
async def test_pages_follow_each_other_to_the_last(
    operation: Operation, client: Any, httpx2_mock: respx.Router
) -> None:
    route = httpx2_mock.get(path=f"/api/v1{operation.path}").mock(side_effect=server(operation))
    pages = await listed(list_of(client, operation).pages())
    assert [ids(page) for page in pages] == [["id_0", "id_1"], ["id_2", "id_3"], ["id_4"]]
    assert [(page.number, page.size, page.total, page.total_pages, len(page)) for page in pages] == [
        (1, 2, 5, 3, 2),
        (2, 2, 5, 3, 2),
        (3, 2, 5, 3, 1),
    ]
    assert [page.has_next for page in pages] == [True, True, False]
    assert route.call_count == 3


@of_each_list
async def test_a_first_page_leads_on_one_page_at_a_time(
    operation: Operation, client: Any, httpx2_mock: respx.Router
) -> None:
    route = httpx2_mock.get(path=f"/api/v1{operation.path}").mock(side_effect=server(operation))
    page = await settled(list_of(client, operation, page=2).first_page())
    assert (page.number, ids(page.items), route.call_count) == (2, ["id_2", "id_3"], 1)
    page = await settled(page.next_page())
    assert (page.number, ids(page.items), route.call_count) == (3, ["id_4"], 2)
    assert await settled(page.next_page()) is None
    assert asked(route, operation) == ["page=2&pageSize=100", "pageSize=100&page=3"]


@pytest.mark.parametrize("anyio_backend", ["asyncio", "trio"])
async def test_reading_may_stop_anywhere(client: Any, httpx2_mock: respx.Router, anyio_backend: str) -> None:
    route = httpx2_mock.route().mock(side_effect=server(PAGED[0]))
    items = list_of(client, PAGED[0])
    found: list[Any] = []
    if hasattr(items, "__aiter__"):
        async for item in items:
            found.append(item)
            if len(found) == 3:
                break
    else:
        found = list(islice(items, 3))
    assert (ids(found), route.call_count) == (["id_0", "id_1", "id_2"], 2)


async def test_filters_stay_the_same_on_every_page(client: Any, httpx2_mock: respx.Router) -> None:
    operation = next(each for each in PAGED if each.call == "leads.list")
    route = httpx2_mock.route().mock(side_effect=server(operation))
    await listed(list_of(client, operation, search="a&page=9", status=fox.LeadStatus("brand_new"), page=1))
    same = "search=a%26page%3D9&status=brand_new&pageSize=100"
    assert [set(query.split("&")) for query in asked(route, operation)] == [
        {f"page={number}", *same.split("&")} for number in (1, 2, 3)
    ]


@pytest.mark.parametrize("total_pages", [0, 1])
async def test_a_list_may_be_empty(total_pages: int, client: Any, httpx2_mock: respx.Router) -> None:
    route = httpx2_mock.route().mock(side_effect=server(PAGED[0], sizes=(0,), totalPages=total_pages))
    assert await listed(list_of(client, PAGED[0])) == []
    assert route.call_count == 1


async def test_a_page_behind_the_last_is_empty(client: Any, httpx2_mock: respx.Router) -> None:
    httpx2_mock.route().mock(side_effect=server(PAGED[0], sizes=(2, 1, 0), totalPages=2))
    page = await settled(list_of(client, PAGED[0], page=3).first_page())
    assert (len(page), page.has_next, page.total) == (0, False, 3)


async def test_a_server_that_repeats_a_page_is_not_followed_for_ever(client: Any, httpx2_mock: respx.Router) -> None:
    same = server(PAGED[0])(httpx.Request("GET", "https://api.foxreach.io"))
    route = httpx2_mock.route().mock(side_effect=[same, same, AssertionError("it was followed")])
    with pytest.raises(fox.ResponseDecodeError, match=r"page 2 was asked for and page 1 came") as caught:
        await listed(list_of(client, PAGED[0]))
    assert caught.value.path_in_body == "meta.page"
    assert route.call_count == 2


async def test_an_error_on_a_later_page_is_raised_when_it_is_reached(client: Any, httpx2_mock: respx.Router) -> None:
    serve = server(PAGED[0])
    httpx2_mock.route(params={"page": "2"}, name="broken").mock(response(503))
    httpx2_mock.route().mock(side_effect=serve)
    pages = list_of(client, PAGED[0]).pages()
    first = await anext(pages) if hasattr(pages, "__anext__") else next(pages)
    assert ids(first) == ["id_0", "id_1"]
    with pytest.raises(fox.ServerError) as caught:
        await (anext(pages) if hasattr(pages, "__anext__") else settled(next(pages)))
    assert caught.value.next_page == 2
    httpx2_mock.pop("broken")
    rest = await listed(list_of(client, PAGED[0], page=caught.value.next_page))
    assert ids(rest) == ["id_2", "id_3", "id_4"]


def item_of(operation: Operation) -> dict[str, Any]:
    """Return the schema of the objects that the operation lists, paged or not; an empty one if it lists none."""
    envelope = SCHEMAS[str(operation.success[1].schema)]
    name = name_of(envelope["properties"][operation.take].get("items", {}))
    return SCHEMAS[name] if name and "properties" in SCHEMAS[name] else {}


OF_OBJECTS = [operation for operation in OPERATIONS if item_of(operation)]


def may_be_null(schema: dict[str, Any]) -> bool:
    return "null" in schema.get("type", ()) or any(map(may_be_null, schema.get("anyOf", ())))


@pytest.mark.parametrize("operation", OF_OBJECTS, ids=str)
async def test_a_list_whose_items_leave_out_what_may_be_null_is_read_all_the_same(
    operation: Operation, client: Any, httpx2_mock: respx.Router
) -> None:
    schema = item_of(operation)
    example = operation.success[1].example
    left_out = {wire for wire, each in schema["properties"].items() if may_be_null(each)}
    left_out |= schema["properties"].keys() - set(schema["required"])
    bare = [{wire: value for wire, value in item.items() if wire not in left_out} for item in example[operation.take]]
    httpx2_mock.route().mock(response(200, {**example, operation.take: bare}))
    result = await called_by_example(client, operation)
    for item in result.items if operation.page else result:
        for wire in left_out:
            assert getattr(item, snake(wire)) is (None if may_be_null(schema["properties"][wire]) else fox.UNSET)


@pytest.mark.parametrize("operation", OF_OBJECTS, ids=str)
async def test_a_list_that_leaves_out_more_names_the_place_unless_it_is_to_be_kept(
    operation: Operation, flavour: str, http_clients: dict[str, Any], httpx2_mock: respx.Router
) -> None:
    schema = item_of(operation)
    wire = next(wire for wire in schema["required"] if not may_be_null(schema["properties"][wire]))
    example = operation.success[1].example
    bare = [{name: value for name, value in item.items() if name != wire} for item in example[operation.take]]
    httpx2_mock.route().mock(response(200, {**example, operation.take: bare}))
    client = new_client(flavour, http_client=http_clients[flavour])
    with pytest.raises(fox.ResponseDecodeError, match=rf"missing required field `{wire}` at {operation.take}\[0\]"):
        await called_by_example(client, operation)
    keeping = new_client(flavour, http_client=http_clients[flavour], on_mismatch="keep")
    result = await called_by_example(keeping, operation)
    assert all(getattr(item, snake(wire)) is fox.UNSET for item in (result.items if operation.page else result))
