"""Large bodies to structs, in bounded memory and without holding the interpreter for long. Pure.

A value of two bytes, such as ``{}``, takes a hundred in memory, so the size of a body alone bounds little. msgspec lets
no other thread run while it decodes, and with it no event loop: a large list is decoded item by item. A list that would
take more than four times its body is a Mismatch; so is any body with very many values in one piece.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from enum import Enum
from functools import cache
from typing import Any, cast, get_args, get_origin

import msgspec

from ..response.decoding import LARGE, Mismatch, count, decoded, values_in

ALWAYS = 2**25  # bytes of memory that any list may take
MOST_AT_ONCE = 125_000  # values in one piece: 30 MiB, since each takes at most 250 bytes (beside the text in it)
UNDECODED = 64  # bytes that an item takes before it is decoded
TOO_MANY = Mismatch("the body has too many values", permanent=True)

Parts = tuple[type[Any], type[Any], str]


def large_decoded(kind: Any, take: str, content: bytes) -> Any:
    """Return the reply *content* as *kind*, whose result is the property *take* or all of it, or the Mismatch."""
    parts = (list[msgspec.Raw], *get_args(kind), "") if get_origin(kind) is list else _parts(kind, take)
    if parts is not None:
        return _decoded_by_item(kind, take, parts, content)
    return TOO_MANY if too_many_at_once(content) else decoded(kind, content)


def too_many_at_once(content: bytes) -> bool:
    """Return True if *content* has more values than may be decoded in one piece."""
    return len(content) > LARGE and values_in(content) > MOST_AT_ONCE


def _decoded_by_item(kind: Any, take: str, parts: Parts, content: bytes) -> Any:
    around, item_kind, wire = parts
    left = max(ALWAYS, 4 * len(content))
    most_items = count(content, b",")  # Most of these commas are within items.
    envelope = TOO_MANY if most_items * UNDECODED > left else decoded(around, content)
    if isinstance(envelope, Mismatch):
        return envelope
    items = cast("list[Any]", getattr(envelope, take) if take else envelope)
    for index, raw in enumerate(items):
        text = bytes(raw)
        item = TOO_MANY if too_many_at_once(text) else decoded(item_kind, text)
        left -= _size_of(item)
        if left < 0:
            return TOO_MANY
        if isinstance(item, Mismatch):
            return _in_item(item, f"{wire}[{index}]")
        items[index] = item
    return items if not take else kind(**{name: getattr(envelope, name) for name in kind.__struct_fields__})


def _in_item(mismatch: Mismatch, place: str) -> Mismatch:
    """Return the *mismatch* of the item at *place* as that of the whole body."""
    if not mismatch.permanent:  # no JSON: msgspec names the byte of the item
        return msgspec.structs.replace(mismatch, reason=mismatch.reason.partition(" (")[0])
    path = mismatch.path or ""
    return msgspec.structs.replace(mismatch, path=place + ("." if path[:1] not in {"[", ""} else "") + path)


def _size_of(value: object) -> int:
    """Return the bytes that *value* takes in memory, those of what it holds included, however deep it is."""
    size, left = 0, [value]
    while left:
        value = left.pop()
        if value is None or isinstance(value, Enum):  # There is one of each.
            continue
        size += sys.getsizeof(value)
        if isinstance(value, msgspec.Struct):
            left += msgspec.structs.astuple(value)
        elif isinstance(value, dict):
            found = cast("dict[object, object]", value)
            left += (*found, *found.values())
        elif isinstance(value, list):
            left += cast("list[object]", value)
    return size


@cache
def _parts(kind: Any, take: str) -> Parts | None:
    """Return *kind* with a list of undecoded items, the type of an item, and the list's name on the wire; or None."""
    fields = msgspec.structs.fields(kind) if isinstance(kind, type) and issubclass(kind, msgspec.Struct) else ()
    taken = next((field for field in fields if field.name == take), None)
    if taken is None or get_origin(taken.type) is not list:
        return None
    (item_kind,) = get_args(taken.type)
    around = msgspec.defstruct(
        kind.__name__,
        [(each.name, list[msgspec.Raw] if each is taken else each.type, _declared(each)) for each in fields],
        kw_only=True,
    )
    return around, item_kind, taken.encode_name


def _declared(declared: msgspec.structs.FieldInfo) -> Any:
    make = cast("Callable[..., Any]", msgspec.field)
    return make(name=declared.encode_name, default=declared.default, default_factory=declared.default_factory)
