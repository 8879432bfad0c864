"""The base of all models, and times that are read as UTC. Pure: msgspec decodes and encodes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, cast

import msgspec
from msgspec import UNSET

HIDDEN = "'…'"
SHOWN_ITEMS = 3  # A page of a hundred leads must not fill a log line.


class Model(msgspec.Struct, frozen=True):
    """An object of the API. Its repr shows ids, enumerations, numbers and times, and redacts every other text."""

    def __repr__(self) -> str:
        values = ((name, getattr(self, name)) for name in self.__struct_fields__)
        shown = (f"{name}={_shown(name, value)}" for name, value in values if value is not UNSET)
        return f"{type(self).__name__}({', '.join(shown)})"

    def __rich_repr__(self) -> Any:
        yield _Verbatim(repr(self))  # The one of msgspec would show every field.


class _Verbatim(str):
    """A text whose repr is the text itself."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


def _shown(name: str, value: object) -> str:
    """Return the repr of *value*, the field *name*, with lead data redacted."""
    if isinstance(value, Enum):
        return repr(value.value)
    if value is None or isinstance(value, (bool, int, float, date, msgspec.Struct, msgspec.UnsetType)):
        return repr(value)
    if isinstance(value, str) and (name == "id" or name.endswith("_id")) and "@" not in value:
        return repr(value)
    if isinstance(value, (list, tuple)):
        items = cast("Sequence[object]", value)
        shown = [_shown("", item) for item in items[:SHOWN_ITEMS]] + ["…"] * (len(items) > SHOWN_ITEMS)
        return f"[{', '.join(shown)}]"
    return HIDDEN


class _UtcTime:
    """A data descriptor over the member of a struct: a time that msgspec stored without a zone is read as UTC."""

    __slots__ = ("_member",)

    def __init__(self, member: Any) -> None:
        self._member = member

    def __get__(self, instance: object, owner: type | None = None) -> Any:
        value = self._member.__get__(instance, owner)
        if not isinstance(value, datetime):
            return value
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)

    def __set__(self, instance: object, value: object) -> None:
        self._member.__set__(instance, value)


def read_as_utc(model: type[msgspec.Struct], *names: str) -> None:
    """Make the named time fields of *model* read as aware UTC times.

    This costs nothing at decoding, and encoding returns the text that the server sent, because msgspec uses the stored
    value and never the attribute.
    """
    for name in names:
        setattr(model, name, _UtcTime(getattr(model, name)))
