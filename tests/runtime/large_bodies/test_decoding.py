"""Large replies: decoded outside of the event loop, lists item by item, with the same result, in bounded memory."""

from __future__ import annotations

import json
import threading
import tracemalloc
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from foxreach_runtime.engine import result
from foxreach_runtime.engine.exchange import EMPTY, Send, Work, exchange
from foxreach_runtime.errors import ResponseDecodeError
from foxreach_runtime.large_bodies import decoding as large_bodies
from foxreach_runtime.large_bodies.decoding import ALWAYS, MOST_AT_ONCE, TOO_MANY, large_decoded
from foxreach_runtime.model import Model
from foxreach_runtime.options.retry_policy import RetryPolicy
from foxreach_runtime.raw import RawReply
from foxreach_runtime.response.decoding import LARGE, Mismatch, decoded
from foxreach_runtime.response.error_bodies import MOST_VALUES, error_details
from foxreach_runtime.response.headers import Headers
from foxreach_runtime.response.outcome import Answer
from hypothesis import given
from hypothesis import strategies as st
from msgspec import field, structs

from ..flavours import World, reply_bytes
from ..sample import CREATE, GET, LEAD, LEADS_GET, LIST, PageMeta

Worlds = Callable[..., World]
MIB = 2**20


class Lead(Model, frozen=True, kw_only=True):
    id: str
    email: str
    first_name: str | None = field(name="firstName", default=None)
    custom_fields: dict[str, Any] = field(name="customFields", default_factory=dict[str, Any])
    tags: list[str] = field(default_factory=list[str])
    created_at: datetime = field(name="createdAt")


class LeadReply(Model, frozen=True, kw_only=True):
    data: Lead


class LeadPage(Model, frozen=True, kw_only=True):
    data: list[Lead]
    meta: PageMeta


SMALL_VALUES = [b"{},", b"[],", b'{"a":1},', b'{"\xc3\xa9a":"\xc3\xa9b"},', b"[[]],", b"1.5,"]
TEXT = st.text('ab"é☃😀', max_size=3)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(0, 9) | TEXT,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(TEXT, inner, max_size=2),
    max_leaves=4,
)


def page(*leads: Any, total: int = 0, **others: Any) -> bytes:
    meta = {"page": 1, "pageSize": 100, "total": total or len(leads), "totalPages": 1}
    items: list[Any] = [
        LEAD | {"id": f"cld_{at}"} | lead if isinstance(lead, dict) else lead for at, lead in enumerate(leads)
    ]
    return json.dumps({"data": items, "meta": meta} | others).encode()


def one(**others: Any) -> bytes:
    return json.dumps({"data": LEAD | others}).encode()


def with_values(content: bytes, value: bytes, size: int) -> bytes:
    """Return *content* with *size* bytes of a small *value* in place of its ``"@"``."""
    return content.replace(b'"@"', b'{"x": [' + value * (size // len(value)) + b"null]}")


def peak_of(action: Callable[[], object]) -> int:
    """Return the most bytes of memory that *action* takes."""
    tracemalloc.start()
    try:
        action()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


WHOLE = page({}, {"firstName": "Jané", "status": "new"}, {"firstName": None, "customFields": {"a": [1, {}]}})
USUAL = {"firstName": "Jane", "company": "Acme", "phone": None, "customFields": {"Team Size": 12}, "tags": ["vip"]}
BROKEN = {
    "an item": page({}, {"email": 5}),
    "a whole item": page({}, 7),
    "the meta": page({}, meta={"page": "one"}),
    "no list": b'{"data": {}, "meta": {}}',
    "no data": b'{"meta": {}}',
    "cut off": WHOLE[:-20],
    "no JSON": b"<html>",
    "empty": b"",
    "not UTF-8": WHOLE.replace(b"Jan", b"\xff\xfe", 1),
    "no object": b"[]",
    "too deep": page({}, {"customFields": {"x": "@"}}).replace(b'"@"', b"[" * 100_000 + b"]" * 100_000),
    "a large number": page({}, {"customFields": "@"}).replace(b'"@"', b"9" * 5_000),
    "a wrong escape": WHOLE.replace(b"Jan", b"\\x", 1),
}


def test_a_list_is_decoded_by_item_with_the_same_result() -> None:
    assert large_decoded(LeadPage, "data", WHOLE) == decoded(LeadPage, WHOLE)


@given(
    st.lists(st.fixed_dictionaries({}, optional={"firstName": JSON, "customFields": JSON, "more": JSON}), max_size=2)
)
def test_any_list_is_decoded_as_a_small_one(leads: list[dict[str, Any]]) -> None:
    content = page(*leads)
    found, wanted = large_decoded(LeadPage, "data", content), decoded(LeadPage, content)
    assert found == wanted


def test_a_list_whose_values_are_as_deep_as_the_decoder_reads_is_decoded_by_item() -> None:
    depth = max(
        depth for depth in (900, 1_000, 9_000) if decodes(depth)
    )  # CPython 3.13 reads ten times as deep as 3.11.
    content = page({}, {"customFields": {"x": "@"}}).replace(b'"@"', b"[" * depth + b"]" * depth)
    assert len(large_decoded(LeadPage, "data", content).data) == 2


def decodes(depth: int) -> bool:
    return not isinstance(
        decoded(LeadReply, one(customFields={"x": "@"}).replace(b'"@"', b"[" * depth + b"]" * depth)), Mismatch
    )


@pytest.mark.parametrize("case", BROKEN)
def test_a_fault_is_reported_as_that_of_a_small_reply(case: str) -> None:
    found, wanted = large_decoded(LeadPage, "data", BROKEN[case]), decoded(LeadPage, BROKEN[case])
    assert isinstance(found, Mismatch)
    assert (found.path, found.permanent) == (wanted.path, wanted.permanent)
    assert found.reason.partition(" (")[0] == wanted.reason.partition(" (")[0]


@given(st.integers(0, len(WHOLE) - 1), st.binary(max_size=2))
def test_a_damaged_list_is_never_taken_for_a_whole_one(at: int, other: bytes) -> None:
    content = WHOLE[:at] + other + WHOLE[at + 1 :]
    found, wanted = large_decoded(LeadPage, "data", content), decoded(LeadPage, content)
    assert found == wanted or (isinstance(found, Mismatch) and isinstance(wanted, Mismatch))


@pytest.mark.parametrize("value", SMALL_VALUES)
@pytest.mark.parametrize(
    ("kind", "content"),
    [
        (LeadReply, one(customFields="@")),
        (LeadPage, page({"customFields": "@"})),
        (LeadPage, page(*[{"customFields": "@"}] * 100)),
        (LeadPage, b'{"data": "@", "meta": {}}'.replace(b'{"x": ', b"")),
    ],
    ids=["one", "an item", "many items", "the list"],
)
def test_small_values_take_bounded_memory(kind: Any, content: bytes, value: bytes) -> None:
    many = with_values(content, value, 12 * MIB // content.count(b'"@"'))
    assert peak_of(lambda: large_decoded(kind, "data", many)) <= max(ALWAYS, 4 * len(many)) + MIB


@pytest.mark.parametrize("lead", [USUAL, USUAL | {"customFields": {}, "phone": None}, {"firstName": "é" * 300}])
def test_a_long_list_is_decoded_in_four_times_its_size(monkeypatch: pytest.MonkeyPatch, lead: dict[str, Any]) -> None:
    monkeypatch.setattr(large_bodies, "ALWAYS", 0)
    content = page(*[lead] * (MIB // len(one(**lead))))
    found: list[Any] = []
    assert peak_of(lambda: found.append(large_decoded(LeadPage, "data", content))) <= 4 * len(content)
    assert found[0] == decoded(LeadPage, content)


@pytest.mark.parametrize("content", [one(unknown="x" * 12 * MIB), one(firstName="x" * 12 * MIB)])
def test_a_large_text_is_decoded(content: bytes) -> None:
    assert large_decoded(LeadReply, "data", content) == decoded(LeadReply, content)


def test_a_list_of_costly_items_is_refused_even_if_each_is_small() -> None:
    content = with_values(page(*[{"customFields": "@"}] * 200), b"{},", 60_000)
    assert large_decoded(LeadPage, "data", content) == TOO_MANY


def test_the_costs_of_all_items_count_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(large_bodies, "ALWAYS", 0)
    few_commas = b"[" * 20 + b"]" * 20 + b","
    content = with_values(page(*[{"customFields": "@"}] * 20), few_commas, 10_000)
    assert large_decoded(LeadPage, "data", content) == TOO_MANY


def test_the_values_of_an_item_count_not_those_of_the_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(large_bodies, "MOST_AT_ONCE", 100)
    content = page(*[USUAL] * 2_000)
    assert len(content) > LARGE
    assert large_decoded(LeadPage, "data", content) == decoded(LeadPage, content)
    large_item = with_values(page({}, {"firstName": "x" * LARGE, "customFields": "@"}), b"{},", 300)
    assert large_decoded(LeadPage, "data", large_item) == structs.replace(TOO_MANY, path="data[1]")


def test_no_byte_of_an_item_is_given_as_one_of_the_body() -> None:
    fault = large_decoded(LeadPage, "data", WHOLE.replace(b'"email"', b"7", 1))
    assert fault == Mismatch("the body is not JSON")


def test_the_caller_is_told_and_nothing_is_fetched_again(world: Worlds) -> None:
    here = world(reply_bytes(200, with_values(one(customFields="@"), b"{},", 3 * MOST_AT_ONCE)))
    with pytest.raises(ResponseDecodeError, match="200, but the body has too many values") as caught:
        here.run(GET)
    assert (len(here.sent), caught.value.transient) == (1, False)


@pytest.mark.parametrize("many", [False, True])
def test_a_mismatch_is_kept_unless_the_body_has_too_many_values(many: bool) -> None:
    places: list[str] = []
    content = with_values(one(email=5, text="x" * LARGE, customFields="@"), b"{},", 3 * MOST_AT_ONCE if many else 9)
    answer, operation = Answer(200, Headers(), content), structs.replace(LEADS_GET, reply=LeadReply)
    reply = result.reply_from(operation, answer, None, (), lambda name, place: places.append(place))
    assert isinstance(reply, Mismatch if many else RawReply)
    assert places == ([] if many else ["data.email"])


def test_an_error_body_of_many_values_is_taken_as_text() -> None:
    content = b'{"detail": [' + b"{}," * MOST_VALUES + b"{}]}"
    assert isinstance(error_details(content, None).body, str)
    assert error_details(content[:300] + b"{}]}", None).errors


def answered(content: bytes) -> Any:
    """Return the step after an answer with *content*, or the reply."""
    steps = exchange(LEADS_GET, GET.request, RetryPolicy(), context=EMPTY)
    assert isinstance(next(steps), Send)
    try:
        return steps.send(Answer(200, Headers(), content))
    except StopIteration as end:
        return end.value


def test_only_a_large_reply_is_decoded_as_a_step_of_its_own() -> None:
    assert isinstance(answered(one()), RawReply)
    step = answered(one(unknown="x" * LARGE))
    assert isinstance(step, Work)
    assert step.answered
    assert isinstance(step.work(), RawReply)


@pytest.mark.parametrize(
    ("call", "content"), [(GET, one(unknown="x" * LARGE)), (LIST, page({"unknown": "x" * LARGE}))], ids=["one", "list"]
)
def test_a_large_reply_is_decoded_in_another_thread_than_the_event_loop(
    world: Worlds, monkeypatch: pytest.MonkeyPatch, call: Any, content: bytes
) -> None:
    in_main: list[bool] = []

    def large_decoded_here(*args: Any) -> Any:
        in_main.append(threading.current_thread() is threading.main_thread())
        return large_decoded(*args)

    monkeypatch.setattr(large_bodies, "large_decoded", large_decoded_here)
    here = world(reply_bytes(200, content))
    assert here.run(call)
    assert in_main == [here.flavour == "sync"]


def test_a_client_that_is_closed_while_it_decodes_returns_the_reply(
    world: Worlds, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = world(reply_bytes(201, one(unknown="x" * LARGE)))
    closing: list[Any] = []

    def large_decoded_here(*args: Any) -> Any:
        closing[0]._lifetime.end()
        return large_decoded(*args)

    monkeypatch.setattr(large_bodies, "large_decoded", large_decoded_here)

    def create(transport: Any) -> Any:
        closing.append(transport)
        return transport.run(CREATE)

    assert here.do(create).id == LEAD["id"]
