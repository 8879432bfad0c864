"""A long body that passes by columns is one that would also pass if it were decoded; ordinary ones do pass."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID

import msgspec
import pytest
from foxreach_runtime.enums import OpenEnum, OpenIntEnum
from foxreach_runtime.large_bodies.columns import AT_ONCE, passes
from foxreach_runtime.model import Model
from foxreach_runtime.refused_bodies.faults import first_fault
from foxreach_runtime.request import body as request_body
from foxreach_runtime.request.body import LONG, encoded
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET, Meta, UnsetType, field


class Status(OpenEnum):
    ACTIVE = "active"


class Level(OpenIntEnum):
    LOW = 1


class Step(Model, frozen=True, kw_only=True):
    text: Annotated[str, Meta(min_length=1, max_length=3)]
    days: Annotated[int, Meta(ge=0, le=90)] | UnsetType = field(name="delayDays", default=UNSET)


class OtherStep(Step, frozen=True, kw_only=True):
    text: int  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleVariableOverride]


class RenamedStep(Step, frozen=True, kw_only=True, rename="upper"):
    """Has the same fields in the same order, under other names on the wire."""


class Row(Model, frozen=True, kw_only=True):
    text: str
    maybe: str | UnsetType | None = UNSET
    number: float | UnsetType = UNSET
    whole: int | UnsetType = UNSET
    flag: bool | UnsetType = UNSET
    status: Status | UnsetType | None = UNSET
    level: Level | UnsetType = UNSET
    at: Annotated[datetime, Meta(tz=True)] | UnsetType | None = UNSET
    tags: Annotated[list[str], Meta(max_length=2)] | UnsetType | None = UNSET
    own: dict[str, Any] | UnsetType | None = field(name="customFields", default=UNSET)
    anything: Any | UnsetType = UNSET
    step: Step | UnsetType = UNSET
    steps: Annotated[list[Step], Meta(min_length=1)] | UnsetType | None = UNSET
    nested: list[list[Step]] | UnsetType = UNSET
    either: int | list[str] | UnsetType = UNSET


class Body(Model, frozen=True, kw_only=True):
    rows: Annotated[list[Row], Meta(min_length=1)]
    strict: bool | UnsetType = UNSET


class _Text(str):
    __slots__ = ()


class _Plain(StrEnum):
    A = "a"


STEPS = (Step(text="a"), Step(text="ab", days=3))
WRONG_STEPS: tuple[Any, ...] = (Step(text=""), Step(text="a", days=91), OtherStep(text="a"), Step(text=None))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
SCALARS: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 2**63, 2**64, 10**30, 0.0, 1.0, 1.5, math.nan, math.inf),
    *("", "a", "é", "\ud800", "2026-01-01T00:00:00Z", "active", "new", b"a", _Text("a"), _Plain.A),
    *(Status.ACTIVE, Status("new"), Level.LOW, Level(7), Decimal("1.5"), Decimal(2), UUID(int=1), object()),
    *(datetime(2026, 1, 1), datetime(2026, 1, 1, tzinfo=UTC), UNSET, *STEPS, *WRONG_STEPS),  # noqa: DTZ001
)
scalars = st.sampled_from(SCALARS)
keys = st.sampled_from([*"ab", "é", "\ud800", 1, None, _Text("a"), _Plain.A, b"a"])
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(keys, inner, max_size=2)
        | st.sampled_from([{"a"}, frozenset({"a"}), {1}, bytearray(b"a")])
    ),
    max_leaves=4,
)
right: dict[str, st.SearchStrategy[Any]] = {
    "text": st.sampled_from(["", "a", "é"]),
    "maybe": st.sampled_from(["a", None, UNSET]),
    "number": st.sampled_from([1.5, 2, UNSET]),
    "whole": st.sampled_from([1, UNSET]),
    "flag": st.sampled_from([True, UNSET]),
    "status": st.sampled_from([Status.ACTIVE, Status("new"), None, UNSET]),
    "level": st.sampled_from([Level.LOW, Level(7), UNSET]),
    "at": st.sampled_from([datetime(2026, 1, 1, tzinfo=UTC), None, UNSET]),
    "tags": st.sampled_from([[], ["a"], None, UNSET]),
    "own": st.sampled_from([{}, {"a": "b", "c": 1}, {"a": 1.5, "b": [{"c": None}]}, None, UNSET]),
    "anything": st.sampled_from(["a", None, [1.5], UNSET]),
    "step": st.sampled_from([*STEPS, UNSET]),
    "steps": st.sampled_from([[*STEPS], [STEPS[0]], None, UNSET]),
    "nested": st.sampled_from([[[*STEPS]], [[]], UNSET]),
    "either": st.sampled_from([1, ["a"], UNSET]),
}
rows = st.builds(Row, **right)


def is_right(body: msgspec.Struct) -> bool:
    """Return whether *body* is right, found by decoding all of it."""
    try:
        content = msgspec.json.encode(body)
        return msgspec.json.decode(content, type=type(body)) == body or first_fault(body, None) is None
    except (TypeError, ValueError, OverflowError, RecursionError):
        return False


def is_sent(body: msgspec.Struct) -> bool:
    """Return whether *body* is sent without being decoded."""
    try:
        return bool(msgspec.json.encode(body)) and passes(body)
    except (TypeError, ValueError, OverflowError, RecursionError):
        return False


@given(st.lists(rows, min_size=1, max_size=4))
def test_what_is_right_passes(found: list[Row]) -> None:
    assert passes(Body(rows=found))
    assert is_right(Body(rows=found))


@given(st.lists(rows, max_size=2), rows, st.sampled_from(sorted(right)), values, st.lists(rows, max_size=2))
def test_what_passes_is_right(before: list[Row], row: Row, name: str, value: Any, after: list[Row]) -> None:
    changed = msgspec.structs.replace(row, **{name: value})
    body = Body(rows=[*before, changed, *after])
    assert is_right(body) or not is_sent(body)


@pytest.mark.parametrize("name", sorted(right))
def test_each_kind_of_value_in_a_field_passes_only_if_it_is_right(name: str) -> None:
    for value in [*SCALARS, *([each] for each in SCALARS), *({"a": each} for each in SCALARS)]:
        fields: dict[str, Any] = {"text": "a", name: value}
        for body in (Body(rows=[Row(**fields)]), Body(rows=[Row(text="a"), Row(**fields)])):
            assert is_right(body) or not is_sent(body), value


@pytest.mark.parametrize("place", [0, 1, AT_ONCE - 1, AT_ONCE, 3 * AT_ONCE - 1])
def test_a_fault_of_any_row_of_a_long_list_is_found(place: int) -> None:
    found = [Row(text="a" * 99) for _ in range(3 * AT_ONCE)]
    assert len(encoded("rows.add", Body(rows=found))) > LONG
    wrong: Any = 5
    found[place] = Row(text="a", maybe=wrong)
    with pytest.raises(TypeError, match=rf"^rows\.add: rows\[{place}\]\.maybe: Expected `str \| null`, got `int`$"):
        encoded("rows.add", Body(rows=found))


def test_a_long_body_is_not_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    body = Body(rows=[Row(text="a" * 99, own={"a": "b"}) for _ in range(1_000)])
    monkeypatch.setattr(request_body, "decoder_for", None)
    assert encoded("rows.add", body) == msgspec.json.encode(body)


def test_what_cannot_be_told_does_not_pass() -> None:
    missing: Any = UNSET
    unknown: Any = object()
    assert not passes(Body(rows=missing))
    assert not passes(Body(rows=[]))
    assert not passes(Row(text="a", steps=[Step(text="a"), OtherStep(text=1)]))
    assert not passes(Row(text="a", steps=[Step(text="a"), RenamedStep(text="a")]))
    assert not passes(Row(text="a", number=unknown))
