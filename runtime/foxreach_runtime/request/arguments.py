"""Arguments of generated methods, turned into what the request structs hold. Pure.

Absent (UNSET) and null (None) pass through untouched. What does not fit is left as it is: `encoding.py` finds it when
it checks the whole body.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, cast

import msgspec
from msgspec import UnsetType

from ..enums import OpenEnum

E = TypeVar("E", bound=OpenEnum)
S = TypeVar("S", bound=msgspec.Struct)
T = TypeVar("T")
A = TypeVar("A", bound=UnsetType | None)  # whichever of absent and null the argument may be


def enum_value(kind: type[E], value: E | str | A) -> E | A:
    """Return *value* as a member of *kind*; a text that the spec does not list is kept."""
    return kind(value) if isinstance(value, str) else value


def list_of(values: Iterable[T] | A) -> list[T] | A:
    """Return *values* as a list. A single text is not a list of its letters, and a mapping not one of its keys."""
    if isinstance(values, (str, bytes, Mapping)) or not isinstance(values, Iterable):
        return cast("A", values)
    return list(values)


def enum_list(kind: type[E], values: Iterable[E | str] | A) -> list[E] | A:
    """Return *values* as a list of members of *kind*."""
    items = list_of(values)
    return [enum_value(kind, item) for item in items] if isinstance(items, list) else items


def struct_list(place: str, kind: type[S], values: Iterable[S | Mapping[str, Any]] | A) -> list[S] | A:
    """Return *values* as a list of *kind*; a mapping has the argument names of *kind* as its keys."""
    items = list_of(values)
    if not isinstance(items, list):
        return items
    return [
        item if type(item) is kind else struct_value(f"{place}[{index}]", kind, item)
        for index, item in enumerate(items)
    ]


def struct_value(place: str, kind: type[S], value: S | Mapping[str, Any] | A) -> S | A:
    """Return *value* as a *kind*; a mapping has the argument names of *kind* as its keys."""
    if not isinstance(value, Mapping):
        return value
    try:
        return kind(**value)
    except TypeError as error:
        raise TypeError(f"{place}: {error}") from None


def dict_of(value: Mapping[str, Any] | A) -> dict[str, Any] | A:
    """Return a mapping of any kind as the dict that a struct holds."""
    return dict(value) if isinstance(value, Mapping) else value
