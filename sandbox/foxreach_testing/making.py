"""Objects of the API for tests: the document's own example, but for what a test says. Pure but for the examples."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TypeVar

import msgspec

from .examples import Examples

S = TypeVar("S", bound=msgspec.Struct)


def made(examples: Examples, kind: type[S], changes: Mapping[str, object]) -> S:
    """Return the example of *kind* with *changes*, or raise TypeError where they are not what its schema says."""
    name = kind.__name__
    unknown = sorted(changes.keys() - set(kind.__struct_fields__))
    if unknown:
        raise TypeError(f"{name} has no field {unknown[0]}")
    wires = dict(zip(kind.__struct_fields__, kind.__struct_encode_fields__, strict=True))
    base = msgspec.convert(examples.of_schema(name), kind)
    changed = {
        field: _as_sent(value) if examples.is_local_time(name, wires[field]) else value
        for field, value in changes.items()
    }
    try:
        return msgspec.json.decode(msgspec.json.encode(msgspec.structs.replace(base, **changed)), type=kind)
    except msgspec.ValidationError as error:
        raise TypeError(f"{name}: {error}") from None


def _as_sent(value: object) -> object:
    """Return a time as FoxReach sends it, without a zone; anything else as it is."""
    if isinstance(value, datetime) and value.tzinfo is not None:
        return value.astimezone(UTC).replace(tzinfo=None)
    return value
