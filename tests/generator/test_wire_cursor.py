"""Lists by cursor on the wire: each page is asked for by the cursor of the page before, in both flavours."""

from __future__ import annotations

import asyncio
import importlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2
import pytest
from foxreach_runtime.paging.pages import Pages

from generator.source.canonical import canonical
from generator.source.expand import expanded
from tests.generator import cases
from tests.generator.test_wire import Server, called, flavours, package, packages, target

__all__ = ["packages"]

Page = tuple[list[str], str | None]


@dataclass
class Chain:
    """Answers with the page that the cursor of a request names; an unknown one is a 404."""

    pages: dict[str | None, Page]
    requests: list[httpx2.Request] = field(default_factory=list[httpx2.Request])

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        self.requests.append(request)
        cursor = request.url.params.get("cursor")
        if cursor not in self.pages:
            return httpx2.Response(404, json={"detail": "No such page."})
        ids, following = self.pages[cursor]
        return httpx2.Response(200, json={"data": [{"id": name} for name in ids], "nextCursor": following})


THREE: dict[str | None, Page] = {None: (["a", "b"], "x/y=&"), "x/y=&": (["b", "c"], "z"), "z": ([], None)}


def listed(made: Any, flavour: str, chain: Chain, use: Callable[[Any], Any], **arguments: Any) -> Any:
    """Return what *use* makes of the list; an async iterator is read to its end."""
    transport = httpx2.MockTransport(chain)
    if flavour == "sync":
        with made.FoxReach(api_key="otr_key", http_client=httpx2.Client(transport=transport)) as client:
            used: Any = use(client.pets.list(**arguments))
            return [*used] if isinstance(used, Iterator | Pages) else used

    async def run() -> Any:
        http_client = httpx2.AsyncClient(transport=transport)
        async with made.AsyncFoxReach(api_key="otr_key", http_client=http_client) as client:
            used = use(client.pets.list(**arguments))
            return [item async for item in used] if hasattr(used, "__aiter__") else await used

    return asyncio.run(run())


@flavours
def test_each_page_is_asked_for_by_the_cursor_of_the_page_before(packages: Path, flavour: str) -> None:
    made, chain = package(packages, "cursor_list"), Chain(THREE)
    assert [pet.id for pet in listed(made, flavour, chain, lambda pets: pets.to_list())] == ["a", "b", "c"]
    assert [*map(target, chain.requests)] == [
        "GET /pets?limit=50",
        "GET /pets?limit=50&cursor=x%2Fy%3D%26",
        "GET /pets?limit=50&cursor=z",
    ]
    assert [pet.id for pet in listed(made, flavour, chain, lambda pets: pets, cursor="x/y=&", limit=2)] == ["b", "c"]
    assert target(chain.requests[3]) == "GET /pets?limit=2&cursor=x%2Fy%3D%26"


@flavours
def test_a_page_has_its_next_cursor_and_no_counts(packages: Path, flavour: str) -> None:
    made, chain = package(packages, "cursor_list"), Chain(THREE)
    first = listed(made, flavour, chain, lambda pets: pets.first_page())
    assert (first.next_cursor, first.has_next, len(first), bool(first)) == ("x/y=&", True, 2, True)
    assert first.to_dict() == {"items": [{"id": "a"}, {"id": "b"}], "next_cursor": "x/y=&"}
    assert repr(first) == f"<{type(first).__name__} of pets.list: 2 items, more to come>"
    for name in ("number", "size", "total", "total_pages"):
        with pytest.raises(AttributeError, match=r"pets\.list is paged by cursor: the server says neither"):
            getattr(first, name)
    assert first == first.with_items(first.items)
    assert first != first.with_items([])
    pages = listed(made, flavour, chain, lambda pets: pets.pages())
    assert [[pet.id for pet in page.items] for page in pages] == [["a", "b"], ["c"], []]
    assert listed(made, flavour, chain, lambda pets: pets.first()).id == "a"
    with pytest.raises(made.NotExactlyOneError, match="several items match"):
        listed(made, flavour, chain, lambda pets: pets.one())


COUNTS = {"page": 1, "pageSize": 50, "total": 0, "totalPages": 0}


@flavours
@pytest.mark.parametrize(
    ("case", "reply", "name"),
    [
        ("cursor_list", {"data": [{"id": "a"}], "hasMore": True}, "has_more"),
        ("paged_list", {"data": [], "pageInfo": COUNTS, "links": {"next": "/"}}, "links"),
    ],
)
def test_what_a_page_has_beside_its_items_is_in_its_whole_reply(
    packages: Path, flavour: str, case: str, reply: dict[str, Any], name: str
) -> None:
    raw = called(package(packages, case), flavour, Server(reply), "with_raw_response.pets.list")
    assert getattr(raw.envelope, name) == [*reply.values()][-1]
    assert [{"id": pet.id} for pet in raw.parse().items] == reply["data"]


@flavours
def test_the_error_of_a_page_names_the_cursor_to_continue_from(packages: Path, flavour: str) -> None:
    made, chain = package(packages, "cursor_list"), Chain({None: (["a"], "gone")})
    with pytest.raises(made.StatusError) as caught:
        listed(made, flavour, chain, lambda pets: pets.to_list())
    assert (caught.value.next_cursor, caught.value.next_page) == ("gone", None)
    chain.pages["gone"] = (["b"], "")
    rest = listed(made, flavour, chain, lambda pets: pets.to_list(), cursor=caught.value.next_cursor)
    assert [pet.id for pet in rest] == ["b"]


@flavours
def test_a_cursor_that_comes_again_is_an_error(packages: Path, flavour: str) -> None:
    made, chain = package(packages, "cursor_list"), Chain({None: (["a"], "x"), "x": (["b"], "y"), "y": (["c"], "x")})
    with pytest.raises(made.ResponseDecodeError, match="the cursor of an earlier page came again") as caught:
        listed(made, flavour, chain, lambda pets: pets.to_list())
    assert (caught.value.path_in_body, len(chain.requests)) == ("next_cursor", 3)


@flavours
def test_no_page_is_fetched_ahead_and_none_is_looked_at_again(packages: Path, flavour: str) -> None:
    made, chain = package(packages, "cursor_list"), Chain(THREE)
    with pytest.raises(TypeError, match=r"pets\.list: no page can be fetched ahead, since only the page before it has"):
        listed(made, flavour, chain, lambda pets: pets.prefetch(2))
    with pytest.raises(TypeError, match="strict"):
        listed(made, flavour, chain, lambda pets: pets, strict=True)
    assert chain.requests == []


@flavours
def test_an_integer_in_an_object_of_the_reply_is_a_cursor_too(packages: Path, flavour: str) -> None:
    made = package(packages, "cursor_list")
    replies = [{"pets": [{"id": "a"}], "pageInfo": {"after": 0}}, {"pets": [{"id": "b"}], "pageInfo": None}]
    seen: list[httpx2.Request] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        seen.append(request)
        return httpx2.Response(200, json=replies[len(seen) - 1])

    transport = httpx2.MockTransport(answer)
    with made.FoxReach(api_key="otr_key", http_client=httpx2.Client(transport=transport)) as client:
        assert [pet.id for pet in client.pets.favourites()] == ["a", "b"]
    assert [*map(target, seen)] == ["GET /pets/favourites", "GET /pets/favourites?page%5Bafter%5D=0"]


def test_the_mock_pages_by_cursor(packages: Path) -> None:
    made, document = package(packages, "cursor_list"), expanded(canonical(cases.document("cursor_list"))).data
    (packages / "wire_cursor_list" / "openapi.json").write_text(json.dumps(document), "utf-8")
    testing: Any = importlib.import_module("wire_cursor_list.testing")
    pets = [made.models.Pet(id=f"p{number}") for number in range(45)]
    with testing.FoxReachMock() as mock, made.FoxReach(api_key="otr_key") as client:
        mock.pets.list.returns(pets)
        mock.pets.favourites.returns(pets)
        assert list(client.pets.list(limit=10)) == pets
        assert [page.next_cursor for page in client.pets.favourites().pages()] == ["20", "40", None]
        assert len(mock.pets.list.requests) == 5
