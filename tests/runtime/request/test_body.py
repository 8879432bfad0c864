"""Arguments as structs, bodies as JSON, and what is refused: by operation and argument, never by the value."""

from __future__ import annotations

import json
import math
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import msgspec
import pytest
from foxreach_runtime.refused_bodies.faults import HALF_A_PAIR
from foxreach_runtime.request import body as request_body
from foxreach_runtime.request.body import (
    dict_of,
    encoded,
    enum_value,
    list_of,
    struct_list,
    struct_value,
)
from msgspec import UNSET

from ..sample import EMAIL, LeadCreate, LeadImport, LeadStatus


@pytest.fixture(autouse=True, params=[request_body.LONG, 0], ids=["decoded", "by columns"])
def long(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Check every body in both ways: as a short one, and as a long one."""
    monkeypatch.setattr(request_body, "LONG", request.param)


@pytest.mark.parametrize("value", [UNSET, None])
def test_absent_and_null_pass_through(value: Any) -> None:
    through: list[Any] = [
        enum_value(LeadStatus, value),
        list_of(value),
        struct_list("leads", LeadCreate, value),
        struct_value("lead", LeadCreate, value),
        dict_of(value),
    ]
    assert all(each is value for each in through)


def test_text_becomes_a_member_and_unknown_text_is_kept() -> None:
    assert enum_value(LeadStatus, "active") is LeadStatus.ACTIVE
    assert enum_value(LeadStatus, "brand_new") == "brand_new"


def test_any_iterable_becomes_a_list_but_a_text_is_no_list_of_letters() -> None:
    assert list_of(("a", "b")) == ["a", "b"]
    assert list_of(letter for letter in "ab") == ["a", "b"]
    assert list_of("ab") == "ab"  # type: ignore[comparison-overlap]


def test_lists_of_objects_take_structs_and_mappings() -> None:
    items = struct_list("leads", LeadCreate, [LeadCreate(email="a@x.test"), {"email": "b@x.test", "first_name": None}])
    assert items == [LeadCreate(email="a@x.test"), LeadCreate(email="b@x.test", first_name=None)]


def test_a_mapping_with_a_key_that_is_no_argument_is_named_by_its_place() -> None:
    with pytest.raises(TypeError, match=r"^leads\[1\]: Unexpected keyword argument 'firstName'"):
        struct_list("leads", LeadCreate, [{"email": "a@x.test"}, {"email": "b@x.test", "firstName": "B"}])


def test_absent_is_left_out_and_null_is_sent() -> None:
    assert encoded("x", LeadCreate(email="a@x.test")) == b'{"email":"a@x.test"}'
    assert encoded("x", LeadCreate(email="a@x.test", first_name=None)) == b'{"email":"a@x.test","firstName":null}'


def test_keys_of_user_data_are_not_touched() -> None:
    body = LeadCreate(email="a@x.test", custom_fields={"Team Size": 12, "first_name": {"x y": None}})
    assert msgspec.json.decode(encoded("x", body))["customFields"] == {"Team Size": 12, "first_name": {"x y": None}}


def lead(**fields: Any) -> LeadCreate:
    facts: dict[str, Any] = {"email": EMAIL, **fields}
    return LeadCreate(**facts)


@pytest.mark.parametrize(
    ("body", "kind", "message"),
    [
        (lead(email=5), TypeError, "leads.create: email: Expected `str`, got `int`"),
        (lead(first_name=5), TypeError, "leads.create: first_name: Expected `str | null`, got `int`"),
        (lead(tags="abc"), TypeError, "leads.create: tags: Expected `array`, got `str`"),
        (lead(tags=["a", 5]), TypeError, "leads.create: tags[1]: Expected `str`, got `int`"),
        (lead(custom_fields=[EMAIL]), TypeError, "leads.create: custom_fields: Expected `object`, got `array`"),
        (LeadImport(leads=[]), ValueError, "leads.create: leads: Expected `array` of length >= 1"),
        (LeadImport(leads=[lead()] * 4), ValueError, "leads.create: leads: Expected `array` of length <= 3"),
        (LeadImport(leads=[lead(email=None)]), TypeError, "leads.create: leads[0].email: Expected `str`, got `null`"),
    ],
)
def test_what_the_spec_does_not_allow_is_refused_by_operation_and_argument(
    body: msgspec.Struct, kind: type[Exception], message: str
) -> None:
    with pytest.raises((TypeError, ValueError)) as error:
        encoded("leads.create", body)
    assert type(error.value) is kind
    assert str(error.value) == message
    assert error.value.__cause__ is None


class _Secret:
    def __repr__(self) -> str:
        return EMAIL


class _Text(str):
    """As the texts of numpy are, which no JSON encoder here takes."""


class _Real(float):
    """As the numbers of numpy are."""


def nested(depth: int) -> Any:
    value: Any = []
    for _ in range(depth):
        value = [value]
    return value


NUMBER = "text, a number, a boolean, None, a list, or a dict with texts as keys"


@pytest.mark.parametrize(
    ("value", "kind", "words"),
    [
        (_Secret(), TypeError, f"custom_fields['x']: must be {NUMBER}, not _Secret"),
        (b"x", TypeError, f"custom_fields['x']: must be {NUMBER}, not bytes"),
        ({EMAIL}, TypeError, f"custom_fields['x']: must be {NUMBER}, not set"),
        (datetime(2026, 1, 1, tzinfo=UTC), TypeError, f"custom_fields['x']: must be {NUMBER}, not datetime"),
        (Decimal("1.5"), TypeError, f"custom_fields['x']: must be {NUMBER}, not Decimal"),
        (UUID(int=1), TypeError, f"custom_fields['x']: must be {NUMBER}, not UUID"),
        (LeadCreate(email=EMAIL), TypeError, f"custom_fields['x']: must be {NUMBER}, not LeadCreate"),
        ({"y": [1, {2: "z"}]}, TypeError, "custom_fields['x']['y'][1]: a key must be text, not int"),
        ({EMAIL: math.nan}, ValueError, "custom_fields['x']['…@…']: must be a finite number, since JSON has no other"),
        ([0.5, -math.inf], ValueError, "custom_fields['x'][1]: must be a finite number, since JSON has no other"),
        (EMAIL + "\ud800", ValueError, f"custom_fields['x']: {HALF_A_PAIR}"),
        (10**5000, ValueError, "custom_fields: cannot be encoded"),
        (_Text("x"), TypeError, "custom_fields['x']: must be a plain str, not _Text"),
        ([_Real(1.5)], TypeError, "custom_fields['x'][0]: must be a plain float, not _Real"),
        (nested(100_000), ValueError, "custom_fields: is nested too deeply"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_value_that_json_would_not_give_back_is_refused_without_quoting_it(
    value: Any, kind: type[Exception], words: str
) -> None:
    with pytest.raises((TypeError, ValueError)) as error:
        encoded("leads.create", lead(custom_fields={"x": value}))
    assert type(error.value) is kind
    assert str(error.value) == f"leads.create: {words}"
    assert error.value.__cause__ is None


@pytest.mark.parametrize("value", [None, True, 2, -(2**63), 0.1, 1e300, "é", (1, (2,)), [], {"é": {"": ()}}], ids=str)
def test_a_value_that_json_gives_back_is_sent(value: Any) -> None:
    sent = encoded("leads.create", lead(custom_fields={"x": value}))
    assert json.loads(sent)["customFields"]["x"] == json.loads(json.dumps(value))


def test_a_fault_deep_in_a_list_of_objects_has_its_place() -> None:
    leads = [lead(), lead(custom_fields={"a" * 99: [b"x"]})]
    with pytest.raises(TypeError, match=r"^leads\.import_leads: leads\[1\]\.custom_fields\['a{39}…'\]\[0\]: must be"):
        encoded("leads.import_leads", LeadImport(leads=leads))


def test_a_text_of_a_class_of_its_own_is_refused_by_its_place() -> None:
    with pytest.raises(TypeError, match=r"^leads\.create: tags\[1\]: must be a plain str, not _Text$"):
        encoded("leads.create", lead(tags=["a", _Text(EMAIL)]))


def test_a_key_of_the_callers_own_cannot_break_a_log_line() -> None:
    with pytest.raises(ValueError, match=r"^leads\.create: custom_fields\['a b\\u202e'\]: ") as error:
        encoded("leads.create", lead(custom_fields={"a\nb\u202e": math.nan}))
    assert str(error.value).isprintable()
