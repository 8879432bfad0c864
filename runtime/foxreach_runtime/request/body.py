"""Arguments of generated methods as structs, and structs as JSON, checked to be what the caller meant. Pure.

Absent (UNSET) and null (None) are passed on unchanged. An argument of a wrong type is passed on as well: `encoded`
checks the whole body.

msgspec checks types and bounds only when it decodes, and encodes values that JSON does not have: bytes, dates and sets
as texts and lists, a number that is not finite as null. So an encoded body is decoded once and must equal the original,
unless it is long and passes by columns. If it does not equal it, the body is searched for the place. A message names
operation and argument, never the value.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, cast

import msgspec
from msgspec import UNSET, UnsetType

from ..enums import OpenEnum, OpenIntEnum
from ..fork import importing
from ..response.decoding import decoder_for
from ..response.redaction import shown_key

E = TypeVar("E", bound=OpenEnum | OpenIntEnum)
S = TypeVar("S", bound=msgspec.Struct)
T = TypeVar("T")
A = TypeVar("A", bound=UnsetType | None)  # absent, null or both, as the argument may be

NO_FIELDS = b"{}"
LONG = 2**16  # bytes of a body that is checked by columns; of a shorter one that takes longer than decoding it
_encoder = msgspec.json.Encoder()


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
    if not isinstance(items, list) or list(map(type, items)).count(kind) == len(items):
        return cast("list[S] | A", items)
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
    if cast("object", value) is UNSET:  # This costs less than isinstance.
        return cast("A", value)
    return dict(value) if isinstance(value, Mapping) else value


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
        raise TypeError(f"{operation}: {shown_key(str(unknown))} is no field; the fields are {', '.join(names)}")
    return dict(values)


def given(body: S) -> S | None:
    """Return *body*, which may be left out: None if no field of it is given."""
    return body if any(getattr(body, name) is not UNSET for name in body.__struct_fields__) else None


def nothing_given(operation: str, body: msgspec.Struct) -> ValueError:
    """Return the error of an update without a field: it would change nothing, and is a mistake of the caller."""
    names = ", ".join(field.name for field in msgspec.structs.fields(type(body)))
    return ValueError(f"{operation}: nothing to update; give at least one of {names}")


def _passes(body: msgspec.Struct) -> bool:
    with importing():  # Most bodies are short.
        from ..large_bodies.columns import passes  # noqa: PLC0415

    return passes(body)


def encoded(operation: str, body: msgspec.Struct) -> bytes:
    """Return *body* as JSON, or raise TypeError or ValueError for a value that the spec or JSON does not allow."""
    content, refused = b"", None
    try:
        content = _encoder.encode(body)
        if len(content) > LONG and _passes(body):
            return content
        if decoder_for(type(body)).decode(content) == body:
            return content
    except (TypeError, ValueError, OverflowError, RecursionError) as error:
        refused = error
    with importing():  # Most bodies are as they should be.
        from ..refused_bodies.faults import first_fault  # noqa: PLC0415

    fault = first_fault(body, refused)
    if fault is not None:
        raise fault.kind(": ".join(filter(None, (operation, fault.place, fault.words))))
    return content  # The difference does not matter: a tuple in place of a list.
