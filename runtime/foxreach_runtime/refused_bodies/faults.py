"""Searches a body that is not what the spec or JSON allows for its first fault. Pure.

A message names the place, never the value.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache
from typing import NamedTuple, cast

import msgspec
from msgspec import UNSET
from msgspec.structs import FieldInfo

from ..response.decoding import mismatch_in
from ..response.redaction import shown_key

QUOTED = r"(?s)'.*'"
MEANT = "text, a number, a boolean, None, a list, or a dict with texts as keys"
HALF_A_PAIR = "a text has half of a surrogate pair, which JSON cannot carry"

_encoder = msgspec.json.Encoder()
_fields = cache(msgspec.structs.fields)


class Fault(NamedTuple):
    """A value that cannot be sent: its place by names in Python, the class of the error, and its message."""

    place: str
    kind: type[ValueError | TypeError]
    words: str


def first_fault(body: msgspec.Struct, refused: BaseException | None) -> Fault | None:
    """Return the first fault of *body*; if there is none, the field that cannot be encoded, if it was *refused*."""
    values = [(field, getattr(body, field.name)) for field in _fields(type(body))]
    for field, value in values:
        try:
            fault = next(_faults_of_field(field, value, field.name), None)
        except RecursionError:
            return Fault(field.name, ValueError, "is nested too deeply")
        if fault is not None:
            return fault
    if isinstance(refused, msgspec.ValidationError):  # What only JSON shows: a time without its zone.
        found = mismatch_in(refused)
        return Fault(found.path or "", ValueError, re.sub(QUOTED, "'…'", found.reason))
    if refused is None:
        return None
    return Fault(next(field.name for field, value in values if not _encodable(value)), ValueError, "cannot be encoded")


def _encodable(value: object) -> bool:
    try:
        msgspec.json.decode(_encoder.encode([] if value is UNSET else value))
    except (TypeError, ValueError, OverflowError, RecursionError):
        return False
    return True


def _faults_of_field(field: FieldInfo, value: object, place: str) -> Iterator[Fault]:
    """Yield the faults of the *value* of a field of a struct."""
    if value is UNSET:
        if field.required:
            yield Fault(place, TypeError, "is required")
        return
    try:
        msgspec.convert(value, field.type)
    except msgspec.ValidationError as error:
        found = mismatch_in(error)
        kind = TypeError if ", got `" in found.reason else ValueError
        yield Fault(place + (found.path or ""), kind, re.sub(QUOTED, "'…'", found.reason))
    except UnicodeEncodeError:
        yield Fault(place, ValueError, HALF_A_PAIR)
    for inner, item in _items(value, place):
        if isinstance(item, msgspec.Struct):
            for below in _fields(type(item)):
                yield from _faults_of_field(below, getattr(item, below.name), f"{inner}.{below.name}")
        elif isinstance(item, Mapping):
            yield from _faults_of_own(cast("Mapping[object, object]", item), inner)
        elif isinstance(item, (str, int, float)):
            yield from _faults_of_scalar(item, inner)


def _items(value: object, place: str) -> Iterator[tuple[str, object]]:
    """Yield *value* with its place, or each item of a list with its place."""
    if isinstance(value, (list, tuple)):
        for index, item in enumerate(cast("list[object]", value)):
            yield from _items(item, f"{place}[{index}]")
    else:
        yield place, value


def _faults_of_own(value: object, place: str) -> Iterator[Fault]:
    """Yield the faults of a *value* without a schema, such as a custom field: it must be one that JSON has."""
    if isinstance(value, dict):
        for key, item in cast("dict[object, object]", value).items():
            if isinstance(key, str):
                yield from _faults_of_own(item, f"{place}[{shown_key(key)}]")
            else:
                yield Fault(place, TypeError, f"a key must be text, not {type(key).__name__}")
    elif isinstance(value, (list, tuple)):
        for index, item in enumerate(cast("list[object]", value)):
            yield from _faults_of_own(item, f"{place}[{index}]")
    elif isinstance(value, (str, int, float)):
        yield from _faults_of_scalar(value, place)
    elif value is not None:
        yield Fault(place, TypeError, f"must be {MEANT}, not {type(value).__name__}")


def _faults_of_scalar(value: object, place: str) -> Iterator[Fault]:
    if isinstance(value, float) and not math.isfinite(value):
        yield Fault(place, ValueError, "must be a finite number, since JSON has no other")
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError:
            yield Fault(place, ValueError, HALF_A_PAIR)
    kind = type(value)
    plain = str if isinstance(value, str) else float if isinstance(value, float) else int
    if kind not in (plain, bool) and not isinstance(value, Enum):  # Of a subclass, msgspec encodes enumerations only.
        yield Fault(place, TypeError, f"must be a plain {plain.__name__}, not {kind.__name__}")
