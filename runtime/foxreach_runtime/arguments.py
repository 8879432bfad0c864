"""Arguments of generated methods, turned into what the request structs hold, and the check of the whole body.

Absent (UNSET) and null (None) pass through untouched. What does not fit is left as it is: the check of the body
finds it and names operation and argument, never the value.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, cast

import msgspec
from msgspec import UNSET, UnsetType

from .decoding import Mismatch, decoder_for, mismatch_in
from .enums import OpenEnum

E = TypeVar("E", bound=OpenEnum)
S = TypeVar("S", bound=msgspec.Struct)
T = TypeVar("T")
N = TypeVar("N", bound=float)
A = TypeVar("A", bound=UnsetType | None)  # whichever of absent and null the argument may be

_encoder = msgspec.json.Encoder()


def enum_value(kind: type[E], value: E | str | A) -> E | A:
    """Return *value* as a member of *kind*; a text that the spec does not list is kept."""
    return kind(value) if isinstance(value, str) else value


def bounded(place: str, value: N | A, least: float | None, most: float | None) -> N | A:
    """Return the number *value*; TypeError when it is none, ValueError when it is not from *least* to *most*."""
    number = cast("object", value)  # Whatever its annotation says: callers without a type checker are told as well.
    if number is None or number is UNSET:
        return value
    if isinstance(number, bool) or not isinstance(number, (int, float)):
        raise TypeError(f"{place} must be a number, not {type(number).__name__}")
    if (least is not None and number < least) or (most is not None and number > most):
        wanted = [f"at least {least}"] * (least is not None) + [f"at most {most}"] * (most is not None)
        raise ValueError(f"{place} must be {' and '.join(wanted)}")
    return value


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


def encoded(operation: str, body: msgspec.Struct) -> bytes:
    """Return *body* as JSON, or raise TypeError or ValueError for what the spec does not allow.

    msgspec checks types and bounds only when it decodes, so the encoded body is decoded once.
    """
    kind = type(body)
    try:
        content = _encoder.encode(body)
        decoder_for(kind).decode(content)
    except msgspec.ValidationError as error:
        raise _complaint(operation, kind, mismatch_in(error)) from None
    except UnicodeEncodeError:
        raise ValueError(f"{operation}: a text has half of a surrogate pair, which JSON cannot carry") from None
    except (TypeError, OverflowError, RecursionError) as error:
        raise type(error)(f"{operation}: {error}") from None
    return content


def _complaint(operation: str, kind: type[msgspec.Struct], mismatch: Mismatch) -> ValueError | TypeError:
    """Return the complaint with the argument's own name; a value that msgspec quotes is left out."""
    fault = re.sub(r"'.*'", "'…'", mismatch.reason, flags=re.DOTALL)
    first = re.split(r"[.\[]", mismatch.path or "", maxsplit=1)[0]
    names = dict(zip(kind.__struct_encode_fields__, kind.__struct_fields__, strict=True))
    path = names.get(first, first) + (mismatch.path or "")[len(first) :]
    text = f"{operation}: {path}: {fault}" if path else f"{operation}: {fault}"
    return TypeError(text) if ", got `" in fault else ValueError(text)
