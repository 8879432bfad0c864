from __future__ import annotations

from typing import Any

import msgspec
import pytest
from foxreach_runtime.arguments import bounded, dict_of, encoded, enum_value, list_of, struct_list, struct_value
from msgspec import UNSET

from .sample import EMAIL, LeadCreate, LeadImport, LeadStatus


@pytest.mark.parametrize("value", [UNSET, None])
def test_absent_and_null_pass_through(value: Any) -> None:
    assert enum_value(LeadStatus, value) is value
    assert list_of(value) is value
    assert struct_list("leads", LeadCreate, value) is value
    assert struct_value("lead", LeadCreate, value) is value
    assert dict_of(value) is value


def test_text_becomes_a_member_and_unknown_text_is_kept() -> None:
    assert enum_value(LeadStatus, "active") is LeadStatus.ACTIVE
    assert enum_value(LeadStatus, "brand_new") == "brand_new"


@pytest.mark.parametrize("value", [1, 1.0, 100, UNSET, None])
def test_a_number_within_its_bounds_passes_through(value: Any) -> None:
    assert bounded("things.list: size", value, 1, 100) is value


@pytest.mark.parametrize(
    ("value", "least", "most", "words"),
    [
        (0, 1, None, "size must be at least 1"),
        (101, None, 100, "size must be at most 100"),
        (0, 1, 100, "size must be at least 1 and at most 100"),
    ],
)
def test_a_number_out_of_its_bounds_is_refused(value: int, least: int | None, most: int | None, words: str) -> None:
    with pytest.raises(ValueError, match=f"^{words}$"):
        bounded("size", value, least, most)


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
    return LeadCreate(**{"email": EMAIL, **fields})


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


def test_what_json_cannot_carry_is_refused_without_quoting_it() -> None:
    deep: Any = []
    for _ in range(100_000):
        deep = [deep]
    for value, kind in ((_Secret(), TypeError), (EMAIL + "\ud800", ValueError), (deep, RecursionError)):
        with pytest.raises(kind, match=r"^leads\.create: ") as error:
            encoded("leads.create", lead(custom_fields={"x": value}))
        assert EMAIL not in str(error.value)
        assert error.value.__cause__ is None
