"""Changes of one value: which types take the values of which, and which bounds are tighter."""

from __future__ import annotations

import pytest

from generator.api.ir import Bounds, Type
from tools.changes.values import accepts, tightened

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
    assert accepts(wide, wide)
    assert accepts(wide, narrow)
    assert not accepts(narrow, wide)


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
        ((), (("minLength", 0),), True),
        ((("pattern", "a"),), (), False),
        ((("pattern", "a"),), (("pattern", "b"),), True),
    ],
    ids=str,
)
def test_a_bound_that_refuses_more_is_tighter(old: Bounds, new: Bounds, tighter: bool) -> None:
    ((found, words),) = tightened(old, new)
    assert found is tighter
    assert words.startswith((*dict(old), *dict(new)))


def test_a_type_without_none_does_not_accept_a_nullable_one() -> None:
    assert not accepts(NUMBER, Type("integer", nullable=True))


def test_a_format_is_not_a_bound() -> None:
    assert list(tightened((("format", "date"),), (("format", "date-time"),))) == []
