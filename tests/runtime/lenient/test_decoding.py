from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, cast

import msgspec
import pytest
from foxreach_runtime.engine.result import reply_from
from foxreach_runtime.errors import ResponseDecodeError
from foxreach_runtime.lenient.decoding import kept
from foxreach_runtime.model import Model
from foxreach_runtime.options.retry_policy import RetryPolicy
from foxreach_runtime.raw import RawReply
from foxreach_runtime.response.headers import Headers
from foxreach_runtime.response.outcome import Answer
from foxreach_runtime.telemetry.logs import MismatchLog
from msgspec import UNSET, UnsetType

from ..flavours import World
from ..flavours import reply as answered
from ..sample import GET, LEAD, LEADS_GET, LEADS_LIST, Lead

META = {"page": 1, "pageSize": 2, "total": 2, "totalPages": 1}


class Child(Model, frozen=True, kw_only=True):
    n: int
    m: int = 7


class Parent(Model, frozen=True, kw_only=True):
    one: Child | UnsetType | None = UNSET
    many: Annotated[list[Child], msgspec.Meta(max_length=9)] = msgspec.field(default_factory=list[Child], name="manyOf")
    mixed: list[int] | str | None = None
    by_name: dict[str, int] = msgspec.field(default_factory=dict[str, int])


def keep(value: object) -> tuple[Any, list[str]]:
    """Return *value* as a Parent and the places that did not fit."""
    places: list[str] = []
    return kept(Parent, msgspec.json.encode(value), places.append), places


@pytest.mark.parametrize(
    ("value", "places"),
    [
        ({"one": {"n": 1}}, []),
        ({"one": {"n": "x"}}, ["one.n"]),
        ({"one": 5}, ["one"]),
        ({"one": {}}, ["one.n"]),
        ({"manyOf": [{"n": 1}, {"n": None}, 3, {"n": None}]}, ["manyOf[].n", "manyOf[]", "manyOf[].n"]),
        ({"manyOf": {}}, ["manyOf"]),
        ({"mixed": [1, "x"]}, ["mixed"]),
        ({"by_name": {"a": "b"}}, ["by_name"]),
    ],
)
def test_only_what_does_not_fit_loses_its_type(value: dict[str, Any], places: list[str]) -> None:
    parent, found = keep(value)
    assert isinstance(parent, Parent)
    assert found == places


def test_what_does_not_fit_is_as_it_was_sent_and_what_is_missing_is_unset() -> None:
    parent, _ = keep({"one": {"n": "x"}, "manyOf": [{"n": 1}, {"n": None}, 3, {}]})
    assert parent.one == Child(n="x")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    assert [getattr(item, "n", item) for item in parent.many] == [1, None, 3, UNSET]
    assert parent.one.m == 7


@pytest.mark.parametrize("content", [b"", b"null", b"[]", b"<html>", b"\xff", b"[" * 100_000])
def test_what_is_no_object_cannot_be_kept(content: bytes) -> None:
    assert kept(Parent, content, lambda place: None) is None


def page(*leads: object) -> Answer:
    return Answer(200, Headers(), msgspec.json.encode({"data": leads, "meta": META}))


def test_one_bad_item_of_a_page_costs_that_items_field_and_not_the_page() -> None:
    told: list[tuple[str, str]] = []
    reply = reply_from(
        LEADS_LIST, page(LEAD, LEAD | {"createdAt": "noon"}), None, (), lambda name, place: told.append((name, place))
    )
    assert isinstance(reply, RawReply)
    good, bad = cast("list[Any]", reply.value)
    assert good == msgspec.convert(LEAD, Lead)
    assert (bad.id, bad.created_at) == ("cld_1", "noon")
    assert told == [("leads.list", "data[].createdAt")]


@pytest.mark.parametrize(
    "value",
    [
        {},
        {"data": "x", "meta": META},
        {"data": [], "meta": 5},
        {"data": []},
        {"data": [], "meta": {"page": 1}},  # counts that cannot be compared
        {"data": [], "meta": META | {"totalPages": "2"}},
    ],
)
def test_without_a_result_or_its_counts_there_is_nothing_to_keep(value: object) -> None:
    told: list[object] = []
    answer = Answer(200, Headers(), msgspec.json.encode(value))
    assert not isinstance(
        reply_from(LEADS_LIST, answer, None, (), lambda name, place: told.append((name, place))), RawReply
    )
    assert told == []


def test_a_good_reply_tells_nothing() -> None:
    told: list[object] = []
    answer = Answer(200, Headers(), msgspec.json.encode({"data": LEAD}))
    assert isinstance(reply_from(LEADS_GET, answer, None, (), lambda name, place: told.append((name, place))), RawReply)
    assert told == []


def test_a_client_keeps_only_if_it_was_asked_to(world: Callable[..., World], caplog: pytest.LogCaptureFixture) -> None:
    odd = answered(200, {"data": LEAD | {"email": 5}})
    with pytest.raises(ResponseDecodeError, match=r"at data\.email"):
        world(odd, retry=RetryPolicy(max_attempts=1)).run(GET)
    here = world(odd)
    options = msgspec.structs.replace(here.options(), on_mismatch="keep")
    here.options = lambda: options  # type: ignore[method-assign]
    email: Any = here.run(GET).email
    assert email == 5
    assert here.raw(GET).envelope.data.id == "cld_1"
    assert "leads.get: data.email does not match the spec" in caplog.text


def test_each_place_is_logged_once(caplog: pytest.LogCaptureFixture) -> None:
    tell = MismatchLog()
    for _ in range(3):
        tell("leads.list", "data[].createdAt")
        tell("leads.get", "data.createdAt")
    assert [(record.name, record.getMessage()) for record in caplog.records] == [
        ("foxreach_client", "leads.list: data[].createdAt does not match the spec; kept as the server sent it"),
        ("foxreach_client", "leads.get: data.createdAt does not match the spec; kept as the server sent it"),
    ]
