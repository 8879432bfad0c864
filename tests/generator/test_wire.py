"""Clients generated from small documents, called: each request byte for byte, and what the reply becomes.

The documents are golden cases. What a document can say is carried only if it arrives on the wire.
"""

from __future__ import annotations

import asyncio
import importlib
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from decimal import Decimal
from operator import attrgetter
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import Any
from uuid import UUID

import httpx2
import pytest

from tests.generator import cases


@dataclass
class Server:
    """Answers each request with *reply*, and keeps the requests."""

    reply: Any
    status: int = 200
    requests: list[httpx2.Request] = field(default_factory=list[httpx2.Request])

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        request.read()
        self.requests.append(request)
        return httpx2.Response(self.status, json=self.reply)


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return a folder on the path of imports, for packages of cases."""
    folder = tmp_path_factory.mktemp("cases")
    sys.path.insert(0, str(folder))
    yield folder
    sys.path.remove(str(folder))


def package(folder: Path, case: str) -> ModuleType:
    """Return the imported package of a case."""
    name = f"wire_{case}"
    for path, text in cases.sources(case).items():
        target = folder / name / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    importlib.invalidate_caches()
    importlib.import_module(f"{name}.models")
    return importlib.import_module(name)


def called(made: ModuleType, flavour: str, server: Server, call: str, *values: Any, **arguments: Any) -> Any:
    """Return the result of one call of one flavour of the client."""
    transport = httpx2.MockTransport(server)
    if flavour == "sync":
        with made.FoxReach(api_key="otr_key", http_client=httpx2.Client(transport=transport)) as client:
            return attrgetter(call)(client)(*values, **arguments)

    async def run() -> Any:
        http_client = httpx2.AsyncClient(transport=transport)
        async with made.AsyncFoxReach(api_key="otr_key", http_client=http_client) as client:
            return await attrgetter(call)(client)(*values, **arguments)

    return asyncio.run(run())


LOCAL = datetime(2026, 1, 2)  # noqa: DTZ001 - a time without a zone is what is tested
flavours = pytest.mark.parametrize("flavour", ["sync", "async"])


def target(request: httpx2.Request) -> str:
    """Return the method and the target of a request, without the path of the base URL."""
    return f"{request.method} {request.url.raw_path.decode().removeprefix('/v1')}"


@flavours
def test_names_of_any_text_are_on_the_wire_as_the_document_has_them(packages: Path, flavour: str) -> None:
    made = package(packages, "odd_names")
    pet = {
        "async": "p1",
        "_async": 2,
        "$id": "x",
        "@type": "y",
        "größe": 1.5,
        "list": ["z"],
        "to_dict": True,
        "schema": "q",
    }
    server = Server({"data": pet})
    result = called(
        *(made, flavour, server, "pets.move", "a/b"),
        from_="here",
        filter_status="new",
        is_not_2="yes",
        self_="me",
        isinstance_="of",
        search="who",
        import_="there",
        is_not=False,
    )
    (request,) = server.requests
    assert target(request) == "POST /pets/a%2Fb?from=here&filter%5Bstatus%5D=new&is_not=yes&self=me&isinstance=of&q=who"
    assert json.loads(request.content) == {"import": "there", "Is-Not": False}
    assert (result.async_, result.async_2, result.id, result.type, result.größe) == ("p1", 2, "x", "y", 1.5)
    assert (result.list_, result.to_dict_, result.form) == (["z"], True, "q")
    assert json.loads(result.to_json()) == {**pet, "None": None}
    assert result.to_dict()["form"] == "q"


@flavours
def test_values_of_an_enumeration_are_members_texts_or_integers(packages: Path, flavour: str) -> None:
    made = package(packages, "enumerations")
    server = Server({"data": {"kind": "", "colours": ["mauve"], "state": "value", "legs": 6}}, status=201)
    kinds = made.models.Kind
    result = called(
        *(made, flavour, server, "pets.create"), as_kind="+1", kind=kinds.DO_NOT_CONTACT, mood=None, legs=-1, legs_2=4
    )
    (request,) = server.requests
    assert target(request) == "POST /pets?legs=4&asKind=%2B1"
    assert json.loads(request.content) == {"kind": "do not contact", "mood": None, "legs": -1}
    assert (result.kind, result.legs, result.legs.known) == (kinds.EMPTY, 6, False)
    assert made.models.Legs.LOST_COUNT == -1
    with pytest.raises(TypeError, match="legs"):
        called(made, flavour, server, "pets.create", as_kind="cat", kind="cat", mood=None, legs="two")


@flavours
def test_what_a_reply_alone_has_is_no_required_argument_and_the_reverse(packages: Path, flavour: str) -> None:
    made = package(packages, "values")
    pet = {"bornAt": "2025-01-15T10:30:00", "soldAt": None, "birthday": "2025-01-15", "legs": 4, "weight": 4.5}
    server = Server({"data": {**pet, "alive": True, "mixed": [], "loose": "x", "extras": {}}})
    result = called(made, flavour, server, "pets.update", "p1", name="Tom", nick_name=None)
    assert json.loads(server.requests[0].content) == {"name": "Tom", "nickName": None}
    assert result.code is made.UNSET


@flavours
def test_a_reply_can_be_the_result_itself(packages: Path, flavour: str) -> None:
    made = package(packages, "whole_reply")
    first, all_pets, deleted = (
        Server({"id": "p1", "new": 1}),
        Server({"data": [{"id": "p1"}], "count": 7}),
        Server({"id": "p2"}),
    )
    assert called(made, flavour, first, "pets.first").id == "p1"
    counted = called(made, flavour, all_pets, "pets.counted", q=None)
    assert (counted.data[0].id, counted.count) == ("p1", 7)
    assert called(made, flavour, deleted, "pets.delete", "a:b") == made.models.Pet(id="p2")
    requests = [*first.requests, *all_pets.requests, *deleted.requests]
    assert list(map(target, requests)) == ["GET /pets/first/", "GET /pets/counted", "DELETE /pets/a%3Ab:drop"]
    bodies: tuple[Any, ...] = ({}, [], None)
    for body in bodies:
        with pytest.raises(made.ResponseDecodeError):
            called(made, flavour, Server(body), "pets.first")


@flavours
def test_formats_are_types_in_paths_queries_bodies_and_replies(packages: Path, flavour: str) -> None:
    made = package(packages, "formats")
    key, at, day = UUID(int=7), datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC), date(2026, 5, 6)
    wire = {"date": "2026-01-02", "time": "03:04:05", "at": "2026-01-02T03:04:05Z", "key": str(key), "price": "1.50"}
    values: dict[str, Any] = {"date": at.date(), "time": at.time(), "at": at, "key": key, "price": Decimal("1.50")}
    queried: dict[str, Any] = {"ids": ("a,b", "c"), "kinds": ["cat", made.models.Kind.DOG], "date_2": day, "since": at}
    queried |= {"time_2": time(1, 2), "days_2": [day], "price_2": Decimal("0.10"), "code": "AB"}
    server = Server(wire)
    others: dict[str, Any] = {"days": [day], "mail": "a@example.com"}
    result = called(made, flavour, server, "pets.put", 7, "cat", key, **queried, **values, **others)
    (request,) = server.requests
    query = "ids=a%2Cb&ids=c&kinds=cat,dog&date=2026-05-06&time=01%3A02%3A00&since=2026-01-02T03%3A04%3A05Z"
    assert target(request) == f"PUT /pets/7/cat/{key}/?{query}&days=2026-05-06&price=0.10&code=AB"
    assert json.loads(request.content) == {**wire, "days": ["2026-05-06"], "mail": "a@example.com"}
    assert result.to_dict() == values
    listed = ("ids", "kinds", "days_2")
    iterated = queried | {name: iter(queried[name]) for name in listed}
    called(made, flavour, server, "pets.put", 7, "cat", key, **iterated, **values, **(others | {"days": {day}}))
    again = server.requests[1]
    assert (target(again), again.content) == (target(request), request.content)


@flavours
@pytest.mark.parametrize(
    ("argument", "value", "fault"),
    [
        ("ids", "ab", TypeError), ("ids", [1], TypeError), ("ids", [""], ValueError), ("ids", list("abc"), ValueError),
        ("ids", ["\ud800"], ValueError), ("kinds", [3], TypeError), ("date_2", "soon", ValueError),
        ("date_2", None, TypeError), ("since", LOCAL, ValueError), ("at", LOCAL, ValueError),
        ("code", "abc", ValueError), ("code", "ABCD", ValueError), ("price_2", "x", ValueError),
        ("key", "x", ValueError), ("date", "2026-13-01", ValueError),
    ],
)  # fmt: skip
def test_a_value_of_another_type_is_refused_before_it_is_sent(
    packages: Path, flavour: str, argument: str, value: object, fault: type[Exception]
) -> None:
    made, server = package(packages, "formats"), Server({})
    arguments: dict[str, Any] = {"date_2": date(2026, 5, 6), "date": date(2026, 1, 2), argument: value}
    with pytest.raises(fault, match=r"pets\.put: "):
        called(made, flavour, server, "pets.put", 7, "cat", UUID(int=7), **arguments)
    for number, kind, key in (
        (True, "cat", UUID(int=7)),
        (0, "cat", UUID(int=7)),
        (7, "cat", "x"),
        (7, "", UUID(int=7)),
    ):
        with pytest.raises((TypeError, ValueError), match=r"pets\.put: "):
            called(made, flavour, server, "pets.put", number, kind, key, date_2=date(2026, 5, 6), date=date(2026, 1, 2))
    assert server.requests == []


SHAPES: dict[str, Any] = {
    "name": "Tom",
    "grid": [[1, 2], [], None],
    "scores": {"speed": 1, "size": None},
    "family": {"name": "Kim", "children": [{"name": "Jo", "byName": {"Al": {"name": "Al"}}}], "next": None},
    "toy": {"kind": "ball", "size": 3},
    "toys": [{"kind": "rope", "length": 1.5}],
    "homes": {"first": {"street": "A"}, "second": None},
    "moods": {"monday": ["happy"], "tuesday": []},
    "tags": ["a", None],
    "mixed": ["a", 1, None],
}


@flavours
def test_maps_lists_of_lists_and_objects_in_themselves_are_sent_and_read(packages: Path, flavour: str) -> None:
    made, server = package(packages, "shapes"), Server(SHAPES, status=201)
    models = made.models
    result = called(
        *(made, flavour, server, "pets.create"),
        name="Tom",
        scores=MappingProxyType({"speed": 1, "size": None}),
        grid=((1, 2), (), None),
        family={
            "name": "Kim",
            "children": iter([{"name": "Jo", "by_name": {"Al": models.Person(name="Al")}}]),
            "next": None,
        },
        toy={"kind": "ball", "size": 3},
        toys=[models.Rope(length=1.5)],
        homes={"first": {"street": "A"}, "second": None},
        moods={"monday": ("happy",), "tuesday": []},
        tags=["a", None],
        mixed=("a", 1, None),
    )
    (request,) = server.requests
    assert json.loads(request.content) == SHAPES
    assert request.content.startswith(
        b'{"name":"Tom","grid":[[1,2],[],null],"scores":{"speed":1,"size":null},"family":'
    )
    assert result.family.children[0].by_name["Al"].name == "Al"
    assert (result.toy, result.toys) == (models.Ball(size=3), [models.Rope(length=1.5)])
    assert (result.homes, result.moods["monday"]) == ({"first": models.Home(street="A"), "second": None}, ["happy"])
    assert result.to_dict()["family"]["children"][0]["by_name"] == {"Al": {"name": "Al"}}
    assert json.loads(result.to_json()) == SHAPES
    again = called(
        made, flavour, server, "pets.create", models.PetCreate(name="Tom", grid=[[9]], toy=models.Ball(size=1))
    )
    assert (again, json.loads(server.requests[1].content)) == (
        result,
        {"name": "Tom", "grid": [[9]], "toy": {"kind": "ball", "size": 1}},
    )


WRONG: list[tuple[str, Any, str]] = [
    ("grid", [[10]], r"ValueError: pets.create: grid\[0\]\[0\]: "), ("grid", [["x"]], "TypeError: pets.create: "),
    ("scores", {"a": "x"}, "TypeError: pets.create: scores"), ("homes", {"a": {}}, r"homes\['a'\]: Missing"),
    ("homes", {"jane@example.com": {"no": 1}}, r"homes\['…@…'\]: Unexpected keyword argument 'no'"),
    ("toy", {"kind": "car"}, "TypeError: pets.create: toy: kind must be 'ball' or 'rope'"),
    ("family", {"name": "K", "next": {"children": [{}]}}, r"family.next.children\[0\]: Missing"),
    ("family", {"name": "K", 1: 2}, "TypeError: pets.create: family: "), ("mixed", [1.5], r"mixed\[0\]"),
]  # fmt: skip


@flavours
@pytest.mark.parametrize(("argument", "value", "fault"), WRONG)
def test_a_value_in_a_shape_is_refused_with_its_place(
    packages: Path, flavour: str, argument: str, value: object, fault: str
) -> None:
    made, server = package(packages, "shapes"), Server({})
    with pytest.raises((TypeError, ValueError)) as found:
        called(made, flavour, server, "pets.create", **{"name": "Tom", "grid": [], argument: value})
    assert re.search(fault, f"{found.type.__name__}: {found.value}")
    assert server.requests == []


def test_a_wrong_value_in_a_shape_of_a_reply_is_named_by_its_place(packages: Path) -> None:
    made = package(packages, "shapes")
    wrong = {**SHAPES, "homes": {"first": {"street": 1}, "second": None}}
    with pytest.raises(made.ResponseDecodeError, match=r"homes\[\.\.\.\]\.street"):
        called(made, "sync", Server(wrong, status=201), "pets.create", name="Tom", grid=[])
