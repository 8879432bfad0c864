"""Which types take the values of which: `accepts(number, integer)`. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.api.ir import Bounds, Type
from generator.output.signatures import result

LOWER = ("minimum", "minLength", "minItems")
UPPER = ("maximum", "maxLength", "maxItems")


def bare(type_: Type) -> Type:
    """Return the type without None."""
    return replace(type_, nullable=False)


def accepts(wide: Type, narrow: Type) -> bool:
    """Return whether every value of *narrow* is one of *wide*, by the rules of Python's type checkers."""
    if wide.kind == "any" or bare(wide) == bare(narrow):
        return wide.kind == "any" or wide.nullable or not narrow.nullable
    if narrow.nullable and not wide.nullable:
        return False
    if narrow.kind == "union":
        return all(accepts(wide, item) for item in narrow.items)
    if wide.kind == "union":
        return any(accepts(item, bare(narrow)) for item in wide.items)
    if wide.kind == narrow.kind == "array":
        return accepts(wide.items[0], narrow.items[0])
    return (wide.kind, narrow.kind) in (("number", "integer"), ("text", "enum"))


def spelled(type_: Type) -> str:
    """Return the type as a person reads it in Python."""
    return result(type_).replace("models.", "")


def tightened(old: Bounds, new: Bounds) -> Iterator[tuple[bool, str]]:
    """Yield for each bound that differs whether it is tighter now, and the difference in words.

    A pattern that is another one counts as tighter: nobody can say in general which of two takes more.
    """
    before, after = dict(old), dict(new)
    for key in dict.fromkeys([*before, *after]):
        was, now = before.get(key), after.get(key)
        keyword = key.rpartition(".")[2]
        if was != now and keyword != "format":
            words = f"{key} is {now}, was {was}" if was is not None and now is not None else ""
            yield _tighter(keyword, was, now), words or (f"{key} {was} is gone" if now is None else f"{key} is {now}")


def _tighter(keyword: str, was: int | float | str | None, now: int | float | str | None) -> bool:
    if was is None or now is None or isinstance(was, str) or isinstance(now, str):
        return now is not None
    return now > was if keyword in LOWER else now < was


def format_of(bounds: Bounds) -> tuple[tuple[str, int | float | str], ...]:
    """Return the formats among the bounds."""
    return tuple((key, value) for key, value in bounds if key.rpartition(".")[2] == "format")
