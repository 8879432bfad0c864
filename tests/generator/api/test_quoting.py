"""Text of the document in Python source: it evaluates to itself, and never ends its literal early."""

from __future__ import annotations

import ast

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.api.quoting import WIDTH, docstring, literal

ANY_TEXT = st.text(st.characters(codec="utf-8"))
# The characters that mean something to Python, more often than chance would have them.
QUOTES = st.text(st.sampled_from("\"'\\ \n#{}%aN"), max_size=40)
HOSTILE = [
    '"',
    '"""',
    '""""',
    "\\",
    '\\"',
    '"\\',
    '"""\\',
    '\\"""',
    "'''",
    '" """',
    '\\\\"',
    '"""""',
    "\0",
    "\r",
    "\x1a",
]


def words(text: str | None) -> list[str]:
    """Return the words in order, which wrapping does not change."""
    return (text or "").split()


def in_function(text: str) -> str:
    return f"def f():\n    {docstring(text, 4)}\n    return 1\n"


@given(
    st.one_of(
        ANY_TEXT, QUOTES, st.integers(), st.floats(allow_nan=False, allow_infinity=False), st.booleans(), st.none()
    )
)
def test_a_literal_evaluates_to_the_value(value: str | int | float | bool | None) -> None:
    source = f"x = {literal(value)}"
    assert source.isascii()
    (statement,) = ast.parse(source).body
    assert isinstance(statement, ast.Assign)
    found: object = ast.literal_eval(statement.value)
    assert (found, type(found)) == (value, type(value))


@given(st.one_of(ANY_TEXT, QUOTES))
def test_a_docstring_is_one_statement_with_the_same_words(text: str) -> None:
    module = ast.parse(f"{docstring(text)}\nx = 1\n")
    assert len(module.body) == 2
    assert words(ast.get_docstring(module, clean=False)) == words(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_docstring_never_ends_early(text: str) -> None:
    for whole in (text, f"word {text}", f"{text} word", f"{text}\n\n{text}", f"{'word ' * 40}{text}"):
        module = ast.parse(in_function(whole))
        (function,) = module.body
        assert isinstance(function, ast.FunctionDef)
        assert len(function.body) == 2
        assert words(ast.get_docstring(function)) == words(whole)


@given(st.one_of(ANY_TEXT, QUOTES))
@example("{{ 1 }} {% raw %} {# x #}")
def test_a_docstring_in_a_function_stays_in_it(text: str) -> None:
    (function,) = ast.parse(in_function(text)).body
    assert isinstance(function, ast.FunctionDef)
    assert len(function.body) == 2
    assert words(ast.get_docstring(function)) == words(text)


@given(st.lists(st.text(st.characters(categories=["L"]), min_size=1, max_size=12)), st.sampled_from([0, 4, 8]))
def test_no_line_of_a_docstring_is_longer_than_a_line_may_be(text: list[str], indent: int) -> None:
    lines = docstring(" ".join(text), indent).split("\n")
    assert all(len(line) <= WIDTH + 4 for line in lines)


def test_paragraphs_and_entries_are_kept_and_long_entries_are_indented() -> None:
    text = f"First.\n\nArgs:\n    name: {'word ' * 30}\n    other: x"
    lines = docstring(text, 8).split("\n")
    assert lines[:4] == ['"""First.', "", "        Args:", f"            name: {'word ' * 18}word"]
    assert lines[4].startswith("                word")
    assert lines[5:] == ["            other: x", '        """']


def test_a_short_text_is_one_line() -> None:
    assert docstring("One line.") == '"""One line."""'
    assert docstring("") == '""""""'
