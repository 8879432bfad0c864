"""Changes of one value: which types take the values of which, and which bounds are tighter."""

from __future__ import annotations

import re
import sys
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.api.ir import Bounds, Type
from tools.changes.patterns import admits, admits_all
from tools.changes.values import Rules, accepts, tightened

ALONE = Rules(invariant=False, open=frozenset({"Mood"}))
TEXT, INTEGER, NUMBER, ANY, KIND = Type("text"), Type("integer"), Type("number"), Type("any"), Type("enum", "Kind")
NONE_OR_TEXT = Type("text", nullable=True)
TEXTS = Type("array", items=(TEXT,))
KINDS = Type("array", items=(KIND,))
EITHER = Type("union", items=(TEXT, TEXTS))


@pytest.mark.parametrize(
    ("wide", "narrow"),
    [
        (NUMBER, INTEGER),
        (TEXT, KIND),
        (ANY, TEXT),
        (ANY, NONE_OR_TEXT),
        (NONE_OR_TEXT, TEXT),
        (Type("number", nullable=True), INTEGER),
        (TEXTS, KINDS),
        (EITHER, TEXT),
        (EITHER, KINDS),
        (Type("map", items=(NUMBER,)), Type("map", items=(INTEGER,))),
        (Type("map"), Type("map", items=(TEXTS,))),
    ],
    ids=str,
)
def test_a_wide_type_accepts_a_narrow_one_but_not_the_reverse(wide: Type, narrow: Type) -> None:
    assert accepts(wide, wide, ALONE)
    assert accepts(wide, narrow, ALONE)
    assert not accepts(narrow, wide, ALONE)


@pytest.mark.parametrize("items", [(TEXT, KIND), (NUMBER, INTEGER), (NONE_OR_TEXT, TEXT), (EITHER, TEXT)], ids=str)
@pytest.mark.parametrize("kind", ["array", "map"])
def test_lists_and_maps_of_fields_are_invariant(kind: Literal["array", "map"], items: tuple[Type, Type]) -> None:
    wide, narrow = (Type(kind, items=(item,)) for item in items)
    assert accepts(wide, narrow, ALONE)
    assert not accepts(wide, narrow)
    assert not accepts(narrow, wide)
    assert accepts(Type(kind, items=(ANY,)), narrow)


def test_an_open_enumeration_takes_any_text_as_an_argument_and_no_other() -> None:
    mood = Type("enum", "Mood")
    assert accepts(mood, TEXT, ALONE)
    assert not accepts(KIND, TEXT, ALONE)
    assert not accepts(mood, TEXT)
    assert not accepts(mood, INTEGER, ALONE)


@pytest.mark.parametrize("other", [INTEGER, Type("time"), Type("struct", "Pet"), Type("map"), TEXTS], ids=str)
def test_unrelated_types_do_not_accept_each_other(other: Type) -> None:
    assert not accepts(TEXT, other)
    assert not accepts(other, TEXT)


@pytest.mark.parametrize(
    ("old", "new", "tighter"),
    [
        ((("minimum", 1),), (("minimum", 2),), True),
        ((("minimum", 1),), (("minimum", 0.5),), False),
        ((("items.maxLength", 9),), (("items.maxLength", 8),), True),
        ((("maxItems", 9),), (("maxItems", 10),), False),
        ((), (("minLength", 1),), True),
        ((("pattern", "^[a-z]+$"),), (("pattern", "^[a-z0-9]+$"),), False),
        ((("pattern", "a"),), (), False),
        ((("pattern", "a"),), (("pattern", "b"),), True),
    ],
    ids=str,
)
def test_a_bound_that_refuses_more_is_tighter(old: Bounds, new: Bounds, tighter: bool) -> None:
    ((found, words),) = tightened(old, new)
    assert found is tighter
    assert words.startswith((*dict(old), *dict(new)))


@pytest.mark.parametrize("key", ["minLength", "minItems", "items.minLength"])
def test_a_bound_that_refuses_nothing_is_none(key: str) -> None:
    assert list(tightened((), ((key, 0),))) == list(tightened(((key, 0),), ())) == []
    assert [tighter for tighter, _ in tightened(((key, 0),), ((key, 1),))] == [True]


@pytest.mark.parametrize("key", ["pattern", "items.pattern"])
@pytest.mark.parametrize("pattern", ["", "^", "$", ".*", "^.*", ".*$", "(a|b)?c*", r"^[\s\S]*"])
def test_a_pattern_that_admits_every_text_is_no_bound(key: str, pattern: str) -> None:
    assert list(tightened((), ((key, pattern),))) == list(tightened(((key, pattern),), ())) == []


@pytest.mark.parametrize("pattern", ["^$", "^.*$", "a$", "^a", "a^", r"\b", "[", "(?=a)"])
def test_a_pattern_that_refuses_a_text_is_a_bound(pattern: str) -> None:
    assert [tighter for tighter, _ in tightened((), (("pattern", pattern),))] == [True]


@pytest.mark.parametrize("key", ["maxLength", "maxItems"])
def test_no_text_and_no_list_is_longer_than_python_allows(key: str) -> None:
    assert list(tightened((), ((key, sys.maxsize),))) == []


WIDER = [
    ("^[a-z0-9]+$", "^[a-z]+$"),
    ("^[a-z]{1,9}$", "^[a-z]{2,8}$"),
    ("[a-z]{2}", "^[a-z]{2}$"),
    (r"^\d+$", "^[0-9]+$"),
    (r"^\w$", "^_$"),
    ("^(cat|dog|fox)$", "^(cat|fox)$"),
    ("^a(-b)?$", "^a$"),
    ("^a(-b)?$", "^a-b$"),
    ("^[a-cd-z]+$", "^[b-y]$"),
]


@pytest.mark.parametrize(("wide", "narrow"), WIDER)
def test_a_pattern_that_admits_more_is_looser_and_the_reverse_tighter(wide: str, narrow: str) -> None:
    assert admits(wide, narrow)
    assert not admits(narrow, wide)


@pytest.mark.parametrize(
    ("one", "other"), [("^[^a]$", "^[^b]$"), ("^a$", "^b$"), ("[", "a"), ("^(?i:a)$", "^a$"), ("", "(")]
)
def test_patterns_of_another_shape_do_not_admit_each_other(one: str, other: str) -> None:
    assert not admits(one, other)
    assert not admits(other, one)


PARTS = st.sampled_from(["a", "[ab]", "[a-c]", "b?", "c{1,2}", "(a|b)", r"\d", "^", "$", "[^a]"])
PATTERNS = st.lists(PARTS, min_size=1, max_size=3).map("".join)


@given(PATTERNS, st.text("abc1\n", max_size=4))
def test_a_pattern_that_admits_all_finds_every_text(pattern: str, text: str) -> None:
    assert re.search(pattern, text) or not admits_all(pattern)


@given(PATTERNS, PATTERNS, st.text("abc1", max_size=4))
def test_a_pattern_that_admits_another_admits_each_of_its_texts(wide: str, narrow: str, text: str) -> None:
    if admits(wide, narrow) and re.search(narrow, text):
        assert re.search(wide, text)


def test_a_type_without_none_does_not_accept_a_nullable_one() -> None:
    assert not accepts(NUMBER, Type("integer", nullable=True))


def test_a_format_is_not_a_bound() -> None:
    assert list(tightened((("format", "date"),), (("format", "date-time"),))) == []
