"""The values of a query, checked one by one before anything is sent, and percent-encoded. Pure.

Absent is passed on: None means it, since no rule says how null would look in a URL, and UNSET. Types are checked at run
time too, for callers without a type checker. A message names operation and argument, never the value.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import NoReturn, TypeVar, cast
from urllib.parse import quote

from msgspec import UNSET, UnsetType

V = TypeVar("V")
N = TypeVar("N", bound=float | UnsetType | None)

SURROGATE = re.compile("[\ud800-\udfff]")
LARGEST = 2**64 - 1  # Larger numbers have no use, and Python refuses to convert very long ones to text.


def query_with(values: Mapping[str, object]) -> tuple[str, ...]:
    """Return the ``name=value`` items of a query of checked values; those that are absent are left out."""
    given = ((name, value) for name, value in values.items() if value is not UNSET and value is not None)
    return tuple(f"{quote(name, safe='')}={_encoded(value)}" for name, value in given)


def _encoded(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return quote(value if isinstance(value, str) else str(value), safe="")


def query_given(place: str, value: V) -> V:
    """Return *value*, or raise TypeError if it is absent: the parameter is required."""
    if value is UNSET or value is None:
        raise TypeError(f"{place} is required")
    return value


def query_text(place: str, value: V) -> V:
    """Return the text or enumeration member *value*; raise TypeError or ValueError if it cannot be sent."""
    text = cast("object", value)
    if isinstance(text, str):
        if not text.isascii() and SURROGATE.search(text):
            raise ValueError(f"{place} has half of a surrogate pair, which cannot be encoded")
    elif text is not UNSET and text is not None:
        _refuse(place, "text", text)
    return value


def query_boolean(place: str, value: V) -> V:
    """Return the boolean *value*, or raise TypeError."""
    if not isinstance(cast("object", value), bool | UnsetType | None):
        _refuse(place, "True or False", value)
    return value


def query_integer(place: str, value: N, least: float | None, most: float | None) -> N:
    """Return the integer *value*; raise TypeError for another type, ValueError if it is out of bounds."""
    number = cast("object", value)
    if number is UNSET or number is None:
        return value
    if isinstance(number, bool) or not isinstance(number, int):
        _refuse(place, "an integer", number)
    _check_bounds(place, number, least, most)
    return value


def query_number(place: str, value: N, least: float | None, most: float | None) -> N:
    """Return the number *value*; raise TypeError for another type, ValueError if it is not finite or out of bounds."""
    number = cast("object", value)
    if number is UNSET or number is None:
        return value
    if isinstance(number, bool) or not isinstance(number, (int, float)):
        _refuse(place, "a number", number)
    if isinstance(number, float) and not math.isfinite(number):
        raise ValueError(f"{place} must be a finite number")
    _check_bounds(place, number, least, most)
    return value


def _check_bounds(place: str, number: float, least: float | None, most: float | None) -> None:
    if (least is not None and number < least) or (most is not None and number > most):
        wanted = [f"at least {least}"] * (least is not None) + [f"at most {most}"] * (most is not None)
        raise ValueError(f"{place} must be {' and '.join(wanted)}")
    if abs(number) > LARGEST and isinstance(number, int):
        raise ValueError(f"{place} must be a number of at most 64 bits")


def _refuse(place: str, wanted: str, value: object) -> NoReturn:
    raise TypeError(f"{place} must be {wanted}, not {type(value).__name__}")
