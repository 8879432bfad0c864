"""The items of a list at once, or the one that is meant; and what a list is not: a value, a pickle, a secret."""

from __future__ import annotations

import copy
import json
import operator
import pickle
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import foxreach_client as fox
import httpx
import pytest
import respx
from foxreach_client.models import Lead

from tests.client.cases import OPERATIONS, Operation
from tests.client.flavours import KEY, list_of, listed, requests_of, response, settled
from tests.client.test_lists import PAGED

LEADS = next(operation for operation in PAGED if operation.call == "leads.list")
SECRETS = {"search": "Jane Doe", "email": "jane@example.com", "tags": "patient"}


def server(count: int, operation: Operation = LEADS) -> Callable[[httpx.Request], httpx.Response]:
    """Return a server with a list of *count* items, in pages of the size that is asked for."""
    item = operation.success[1].example["data"][0]

    def serve(request: httpx.Request) -> httpx.Response:
        number, size = (int(request.url.params.get(name, default)) for name, default in (("page", 1), ("pageSize", 20)))
        items = [{**item, "id": f"id_{each}"} for each in range(count)][(number - 1) * size : number * size]
        meta = {"page": number, "pageSize": size, "total": count, "totalPages": -(-count // size)}
        return response(200, {"data": items, "meta": meta})

    return serve


def asked(route: respx.Route, operation: Operation = LEADS) -> list[dict[str, str]]:
    """Return the query of each request, without the parameters that every request has."""
    return [
        {name: value for name, value in request.url.params.items() if name not in operation.required}
        for request in requests_of(route)
    ]


@pytest.mark.parametrize("operation", PAGED, ids=str)
async def test_every_call_of_a_list_asks_for_a_hundred_items_unless_a_size_is_given(
    operation: Operation, client: Any, httpx2_mock: respx.Router
) -> None:
    route = httpx2_mock.route().mock(side_effect=server(250, operation))
    raw = client.with_raw_response
    assert len(await listed(list_of(client, operation))) == 250
    page = await settled(list_of(client, operation, page=2, page_size=None).first_page())
    await settled(page.next_page())
    await settled(list_of(raw, operation))
    hundred = {"pageSize": "100"}
    numbered = [{"page": str(number), **hundred} for number in (2, 3)]
    assert asked(route, operation) == [hundred, *numbered, *numbered, hundred]
    assert len(await settled(list_of(client, operation, page_size=7).first_page())) == 7
    assert (await settled(list_of(raw, operation, page_size=7))).parse().size == 7
    assert asked(route, operation)[6:] == [{"pageSize": "7"}] * 2


@pytest.mark.parametrize("absent", [None, fox.UNSET])
async def test_a_filter_that_is_none_is_not_given(absent: Any, client: Any, httpx2_mock: respx.Router) -> None:
    route = httpx2_mock.route().mock(side_effect=server(1))
    filters = dict.fromkeys(("search", "status", "tags", "email", "page", "page_size"), absent)
    assert len(await listed(client.leads.list(**filters))) == 1
    assert asked(route) == [{"pageSize": "100"}]


@pytest.mark.parametrize("strict", ["no", "", 0, 1, None, fox.UNSET])
async def test_strict_is_true_or_false_and_nothing_that_python_takes_for_it(strict: Any, client: Any) -> None:
    for leads in (client.leads, client.with_raw_response.leads):
        with pytest.raises(TypeError, match=r"^leads\.list: strict must be True or False$"):
            await settled(leads.list(strict=strict))


async def test_the_first_item_costs_one_item(client: Any, httpx2_mock: respx.Router) -> None:
    route = httpx2_mock.route().mock(side_effect=server(3))
    assert (await settled(client.leads.list(strict=True).first())).id == "id_0"
    assert (await settled(client.leads.list(page=2, page_size=2).first())).id == "id_2"
    assert (await settled(client.leads.list(page_size=2).first())).id == "id_0"
    assert await settled(client.leads.list(page=2).first()) is None
    sizes = [{"pageSize": "1"}, {"page": "2", "pageSize": "2"}, {"pageSize": "2"}, {"page": "2", "pageSize": "100"}]
    assert asked(route) == sizes


async def test_an_empty_list_has_no_first_item(client: Any, httpx2_mock: respx.Router) -> None:
    httpx2_mock.route().mock(side_effect=server(0))
    assert await settled(client.leads.list().first()) is None
    assert await settled(client.leads.list().to_list()) == []


async def test_the_only_item_is_given(client: Any, httpx2_mock: respx.Router) -> None:
    route = httpx2_mock.route().mock(side_effect=server(1))
    assert (await settled(client.leads.list(email="jane@example.com").one())).id == "id_0"
    assert (await settled(client.leads.list(page_size=1).one())).id == "id_0"
    assert [query["pageSize"] for query in asked(route)] == ["2", "1"]


@pytest.mark.parametrize(
    ("count", "arguments", "words"),
    [(0, {}, "no item matches"), (2, {}, "2 items match"), (3, {}, "3 items match"), (2, {"page_size": 1}, "2 items")],
)
async def test_none_or_several_items_are_not_the_only_one(
    count: int, arguments: dict[str, int], words: str, client: Any, httpx2_mock: respx.Router
) -> None:
    httpx2_mock.route().mock(side_effect=server(count))
    with pytest.raises(fox.NotExactlyOneError, match=rf"leads\.list: one item was asked for and {words}") as caught:
        await settled(client.leads.list(**SECRETS, **arguments).one())
    error = caught.value
    assert (error.operation, error.attempts, error.transient) == ("leads.list", 1, False)
    assert not any(secret in str(error) + repr(vars(error)) for secret in [*SECRETS.values(), KEY, "id_0"])
    assert pickle.loads(pickle.dumps(error)).args == error.args  # noqa: S301


async def test_all_items_are_read_before_the_first_is_changed(client: Any, httpx2_mock: respx.Router) -> None:
    route = httpx2_mock.route().mock(side_effect=server(250))
    everyone = await settled(client.leads.list().to_list())
    assert ([lead.id for lead in everyone], route.call_count) == ([f"id_{each}" for each in range(250)], 3)


@pytest.mark.parametrize("use", [bool, operator.not_])
def test_a_list_that_was_not_fetched_is_neither_true_nor_false(use: Callable[[Any], Any], client: Any) -> None:
    with pytest.raises(TypeError, match=r"<(Async)?Pages leads\.list> was not fetched.*\.first\(\).*\.to_list\(\)"):
        use(client.leads.list())


def test_the_repr_of_a_list_shows_its_filters_but_no_text(client: Any) -> None:
    kind = type(client.leads.list()).__name__
    shown = repr(client.leads.list(status="active", page_size=5, strict=True, **SECRETS))
    assert shown == f"<{kind} leads.list page_size=5 search=… status='active' tags=… email=… strict=True>"
    assert repr(client.inbox.list_threads(is_read=True, page=2)) == f"<{kind} inbox.list_threads page=2 is_read=True>"
    assert SECRETS["email"] not in repr(client.leads.list(status=SECRETS["email"]))


async def test_the_repr_of_a_page_shows_where_it_is(client: Any, httpx2_mock: respx.Router) -> None:
    httpx2_mock.route().mock(side_effect=server(3))
    page = await settled(client.leads.list(page_size=2, search="Jane Doe").first_page())
    assert repr(page) == f"<{type(page).__name__} 1 of 2 of leads.list: 2 of 3 items>"


def test_resources_name_their_methods(client: Any) -> None:
    assert repr(client.email_accounts).endswith("EmailAccountsResource: delete, get, list>")
    assert repr(client.campaigns).count("sequences") == 1
    assert repr(client.with_raw_response.email_accounts).endswith("EmailAccountsRaw: delete, get, list>")
    assert repr(client.with_raw_response).startswith(f"<{type(client).__name__}Raw: analytics, campaigns, ")
    groups = {operation.call.rpartition(".")[0].partition(".")[0] for operation in OPERATIONS}
    assert all(group in repr(client.with_raw_response) for group in groups)


async def test_pickling_a_list_or_a_page_says_what_to_pickle(client: Any, httpx2_mock: respx.Router) -> None:
    httpx2_mock.route().mock(side_effect=server(3))
    page = await settled(client.leads.list().first_page())
    with pytest.raises(TypeError, match=r"pickle its `to_list\(\)`"):
        pickle.dumps(client.leads.list())
    with pytest.raises(TypeError, match=r"pickle its `items`"):
        pickle.dumps(page)
    assert pickle.loads(pickle.dumps(page.items)) == page.items  # noqa: S301
    assert copy.copy(page) is page
    twin = copy.deepcopy(page)
    assert twin == page
    assert twin.items[0] is not page.items[0]


async def test_a_page_becomes_plain_values_with_its_models(client: Any, httpx2_mock: respx.Router) -> None:
    httpx2_mock.route().mock(side_effect=server(3))
    page = await settled(client.leads.list(page_size=2).first_page())
    values = page.to_dict()
    assert {name: values[name] for name in values if name != "items"} == {
        "number": 1,
        "size": 2,
        "total": 3,
        "total_pages": 2,
    }
    assert values["items"] == [lead.to_dict() for lead in page.items]
    assert values["items"][0]["created_at"].tzinfo is UTC
    written = json.loads(json.dumps(page.to_dict(mode="json")))
    assert datetime.fromisoformat(written["items"][0]["created_at"]) == values["items"][0]["created_at"]
    assert all(isinstance(item, Lead) for item in page)
