"""The values of a query: what passes, and how the rest is refused."""

from __future__ import annotations

import math
from collections.abc import Callable
from enum import Enum
from typing import Any
from urllib.parse import parse_qsl

import pytest
from foxreach_runtime.request.query import (
    LARGEST,
    query_boolean,
    query_given,
    query_integer,
    query_number,
    query_text,
    query_with,
)
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET

from ..sample import LeadStatus


def integer(place: str, value: Any) -> Any:
    return query_integer(place, value, 1, None)


def number(place: str, value: Any) -> Any:
    return query_number(place, value, None, 99.5)


@pytest.mark.parametrize("check", [query_text, query_boolean, integer, number])
def test_absent_passes_as_unset_or_none_and_is_not_sent(check: Callable[[str, Any], Any]) -> None:
    assert check("pets.list: x", UNSET) is UNSET
    assert check("pets.list: x", None) is None
    assert query_with({"x": UNSET, "y": None, "z": 0}) == ("z=0",)


@pytest.mark.parametrize(
    ("check", "values"),
    [
        (query_text, ["", "é", "active", LeadStatus.ACTIVE, LeadStatus("new")]),
        (query_boolean, [True, False]),
        (integer, [1, 7, LARGEST]),
        (number, [0, -1.5, 99.5, -LARGEST]),
    ],
)
def test_a_value_of_its_type_passes_as_it_is(check: Callable[[str, Any], Any], values: list[Any]) -> None:
    assert all(check("x", value) is value for value in values)


@pytest.mark.parametrize(
    ("check", "value", "complaint"),
    [
        (query_text, 5, TypeError("x must be text, not int")),
        (query_text, b"a", TypeError("x must be text, not bytes")),
        (query_text, "\ud800", ValueError("x has half of a surrogate pair, which cannot be encoded")),
        (query_boolean, 1, TypeError("x must be True or False, not int")),
        (query_boolean, "true", TypeError("x must be True or False, not str")),
        (integer, 1.5, TypeError("x must be an integer, not float")),
        (integer, 2.0, TypeError("x must be an integer, not float")),
        (integer, True, TypeError("x must be an integer, not bool")),
        (integer, "2", TypeError("x must be an integer, not str")),
        (integer, 0, ValueError("x must be at least 1")),
        (integer, 10**50, ValueError("x must be a number of at most 64 bits")),
        (number, False, TypeError("x must be a number, not bool")),
        (number, 100, ValueError("x must be at most 99.5")),
        (number, -(10**50), ValueError("x must be a number of at most 64 bits")),
        (number, math.nan, ValueError("x must be a finite number")),
        (number, -math.inf, ValueError("x must be a finite number")),
    ],
)
def test_any_other_value_is_refused_without_quoting_it(
    check: Callable[[str, Any], Any], value: Any, complaint: Exception
) -> None:
    with pytest.raises((TypeError, ValueError)) as error:
        check("x", value)
    assert (type(error.value), str(error.value)) == (type(complaint), str(complaint))


def test_both_bounds_are_named() -> None:
    with pytest.raises(ValueError, match=r"^size must be at least 1 and at most 100$"):
        query_integer("size", 0, 1, 100)


def test_a_required_value_cannot_be_absent() -> None:
    assert query_given("x", "a") == "a"
    with pytest.raises(TypeError, match=r"^pets\.list: x is required$"):
        query_given("pets.list: x", UNSET)


def test_a_query_leaves_out_what_is_unset_and_encodes_the_rest() -> None:
    values = {"page": 2, "gone": UNSET, "on": True, "off": False, "s": LeadStatus.ACTIVE, "q": "b&c", "r": 1.5}
    assert query_with(values) == ("page=2", "on=true", "off=false", "s=active", "q=b%26c", "r=1.5")


def test_a_member_of_any_text_enumeration_is_sent_as_its_value() -> None:
    mixed = Enum("mixed", {"OPEN": "a b"}, type=str)
    assert query_with({"s": query_text("x", mixed("a b"))}) == ("s=a%20b",)


@given(st.text().filter(lambda text: text.isprintable()))
def test_query_text_reads_back(text: str) -> None:
    sent = query_with({"search": query_text("x", text)})
    assert parse_qsl("&".join(sent), keep_blank_values=True) == [("search", text)]
