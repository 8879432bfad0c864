"""The values of a query, checked one by one before anything is sent, and percent-encoded. Pure.

Absent is passed on: None means it, since no rule says how null would look in a URL, and UNSET. Types are checked at run
time too, for callers without a type checker. A message names operation and argument, never the value.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache, partial
from typing import Any, NoReturn, TypeVar, cast
from urllib.parse import quote

import msgspec
from msgspec import UNSET, UnsetType

from ..response.decoding import Mismatch, mismatch_in

V = TypeVar("V")
N = TypeVar("N", bound=float | UnsetType | None)

SURROGATE = "[\ud800-\udfff]"
LARGEST = 2**64 - 1  # Larger numbers have no use, and Python refuses to convert very long ones to text.


def query_with(values: Mapping[str, object]) -> tuple[str, ...]:
    """Return the ``name=value`` items of a query of checked values; those that are absent are left out."""
    given = ((name, value) for name, value in values.items() if value is not UNSET and value is not None)
    return tuple(
        f"{_quoted_name(name)}={_encoded(item)}"
        for name, value in given
        for item in (cast("list[object]", value) if isinstance(value, list) else (value,))
    )


_quoted_name = lru_cache(partial(quote, safe=""))


def _encoded(value: object) -> str:
    if isinstance(value, tuple):
        return ",".join(map(_encoded, cast("tuple[object]", value)))
    return str(value) if type(value) is int else quote(text_of(value), safe="")


def text_of(value: object) -> str:
    """Return a checked *value* as text."""
    if isinstance(value, str):
        return value
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    return ("true" if value else "false") if isinstance(value, bool) else str(value)


def query_checked(place: str, kind: Any, value: Any) -> Any:
    """Return *value* as msgspec reads a *kind*; raise TypeError or ValueError if it is none. Absent is passed on."""
    if value is UNSET or value is None:
        return value
    try:
        checked: Any = msgspec.convert(value, kind)
    except (msgspec.ValidationError, UnicodeEncodeError) as error:
        found = mismatch_in(error) if isinstance(error, msgspec.ValidationError) else Mismatch("has no valid text")
    else:
        for item in cast("list[object]", checked if type(checked) is list else [checked]):
            if isinstance(item, str):
                query_text(place, item)
        return cast("Any", checked)
    fault = TypeError if ", got `" in found.reason else ValueError
    raise fault(f"{place}{found.path or ''}: {found.reason}")


def query_joined(values: Any) -> Any:
    """Return the items of a list as one value, with commas between them; an empty one is left out."""
    return tuple(values) if values else UNSET


def path_value(place: str, kind: Any, value: object) -> str:
    """Return the *value* of a path parameter that is not any text, as text."""
    return text_of(query_checked(place, kind, query_given(place, value)))


def query_given(place: str, value: V) -> V:
    """Return *value*, or raise TypeError if it is absent: the parameter is required."""
    if value is UNSET or value is None:
        raise TypeError(f"{place} is required")
    return value


def query_text(place: str, value: V) -> V:
    """Return the text or enumeration member *value*; raise TypeError or ValueError if it cannot be sent."""
    text = cast("object", value)
    if isinstance(text, str):
        if not text.isascii() and re.search(SURROGATE, text):
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
