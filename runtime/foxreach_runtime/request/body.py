"""Arguments of generated methods as structs, and structs as JSON, checked to be what the caller meant. Pure.

Absent (UNSET) and null (None) are passed on unchanged. An argument of a wrong type is passed on as well: `encoded`
checks the whole body.

msgspec checks types and bounds only when it decodes, and encodes values that JSON does not have: bytes, dates and sets
as texts and lists, a number that is not finite as null. So an encoded body is decoded once and must equal the original.
If it does not, the body is searched for the place. A message names operation and argument, never the value.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from functools import cache
from typing import Any, NamedTuple, TypeVar, cast

import msgspec
from msgspec import UNSET, UnsetType
from msgspec.structs import FieldInfo

from ..enums import OpenEnum, OpenIntEnum
from ..response.decoding import decoder_for, mismatch_in
from ..response.redaction import redacted, shortened

LONGEST_KEY = 40  # Characters of a key of the caller in a message.
QUOTED = r"(?s)'.*'"
MEANT = "text, a number, a boolean, None, a list, or a dict with texts as keys"
HALF_A_PAIR = "a text has half of a surrogate pair, which JSON cannot carry"

E = TypeVar("E", bound=OpenEnum | OpenIntEnum)
S = TypeVar("S", bound=msgspec.Struct)
T = TypeVar("T")
A = TypeVar("A", bound=UnsetType | None)  # absent, null or both, as the argument may be

NO_FIELDS = b"{}"
_encoder = msgspec.json.Encoder()
_fields = cache(msgspec.structs.fields)


def enum_value(kind: type[E], value: E | str | int | A) -> E | A:
    """Return *value* as a member of *kind*; a text or an integer that the spec does not list is kept as it is."""
    if value is UNSET or isinstance(value, bool) or not isinstance(value, str if issubclass(kind, str) else int):
        return cast("E | A", value)
    return cast("E", cast("Any", kind)(value))


def list_of(values: Iterable[T] | A) -> list[T] | A:
    """Return *values* as a list. A text is not a list of its letters, and a mapping not a list of its keys."""
    # Most arguments are absent, and to be told so by the checks of `isinstance` takes longer.
    if values is UNSET or isinstance(values, (str, bytes, Mapping)) or not isinstance(values, Iterable):
        return cast("A", values)
    return list(values)


def enum_list(kind: type[E], values: Iterable[E | str | int] | A) -> list[E] | A:
    """Return *values* as a list of members of *kind*."""
    items = list_of(values)
    return [enum_value(kind, item) for item in items] if isinstance(items, list) else items


def struct_list(place: str, kind: type[S], values: Iterable[S | Mapping[str, Any]] | A) -> list[S] | A:
    """Return *values* as a list of *kind*; the keys of a mapping are argument names of *kind*."""
    items = list_of(values)
    if not isinstance(items, list):
        return items
    return [
        item if type(item) is kind else struct_value(f"{place}[{index}]", kind, item)
        for index, item in enumerate(items)
    ]


def struct_value(place: str, kind: type[S], value: S | Mapping[str, Any] | A) -> S | A:
    """Return *value* as a *kind*; the keys of a mapping are argument names of *kind*."""
    if not isinstance(value, Mapping):
        return value
    try:
        return kind(**value)
    except TypeError as error:
        names = cast("Mapping[object, Any]", value)
        wrong = next((type(name).__name__ for name in names if not isinstance(name, str)), "")
        words = f"the name of a field must be text, not {wrong}" if wrong else error
        raise TypeError(f"{place}: {words}") from None


def dict_of(value: Mapping[str, Any] | A) -> dict[str, Any] | A:
    """Return any mapping as a dict."""
    return dict(value) if value is not UNSET and isinstance(value, Mapping) else value


def present(value: T | UnsetType) -> T:
    """Return *value*, which is required: if it is absent, `encoded` raises."""
    return cast("T", value)


def fields_of(
    operation: str, body: msgspec.Struct, values: msgspec.Struct | Mapping[str, Any] | None
) -> dict[str, Any]:
    """Return *values*, a body as one object or mapping, as arguments. *body* has the keywords: there must be none."""
    kind, names = type(body), body.__struct_fields__
    if any(getattr(body, name) is not UNSET for name in names):
        raise TypeError(f"{operation}: pass the fields as one object or as keywords, not as both")
    if type(values) is kind:
        return {name: value for name in names if (value := getattr(values, name)) is not UNSET}
    if not isinstance(values, Mapping):
        wanted = f"a {kind.__name__} or a mapping with the names of its fields"
        raise TypeError(f"{operation}: values must be {wanted}, not {type(values).__name__}")
    unknown = next((name for name in values if name not in names), None)
    if unknown is not None:
        raise TypeError(f"{operation}: {_shown(str(unknown))} is no field; the fields are {', '.join(names)}")
    return dict(values)


def nothing_given(operation: str, body: msgspec.Struct) -> ValueError:
    """Return the error of an update without a field: it would change nothing, and is a mistake of the caller."""
    names = ", ".join(field.name for field in _fields(type(body)))
    return ValueError(f"{operation}: nothing to update; give at least one of {names}")


class Fault(NamedTuple):
    """A value that cannot be sent: its place by names in Python, the class of the error, and its message."""

    place: str
    kind: type[ValueError | TypeError]
    words: str


def encoded(operation: str, body: msgspec.Struct) -> bytes:
    """Return *body* as JSON, or raise TypeError or ValueError for a value that the spec or JSON does not allow."""
    content, refused = b"", None
    try:
        content = _encoder.encode(body)
        if decoder_for(type(body)).decode(content) == body:
            return content
    except (TypeError, ValueError, OverflowError, RecursionError) as error:
        refused = error
    fault = _first_fault(body, refused)
    if fault is not None:
        raise fault.kind(": ".join(filter(None, (operation, fault.place, fault.words))))
    return content  # The difference does not matter: a tuple in place of a list.


def _first_fault(body: msgspec.Struct, refused: BaseException | None) -> Fault | None:
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
                yield from _faults_of_own(item, f"{place}[{_shown(key)}]")
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


def _shown(key: str) -> str:
    """Return a key of the caller as it may appear in a message."""
    return repr(shortened(redacted(key), LONGEST_KEY))
