from __future__ import annotations

from typing import Any

import pytest
from foxreach_runtime.request.arguments import dict_of, enum_value, list_of, struct_list, struct_value
from msgspec import UNSET

from ..sample import LeadCreate, LeadStatus


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
