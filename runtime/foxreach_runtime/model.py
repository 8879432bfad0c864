"""The base of all models: plain values out of them, reprs without personal data, times that read as UTC.

Decoding and encoding stay msgspec's own: nothing here runs while a reply is decoded.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, ClassVar, Literal, cast

import msgspec
from msgspec import UNSET

Mode = Literal["python", "json"]
"""The values of a dict: Python's own (aware datetimes), or only what JSON has."""

HIDDEN = "…"  # Without quotes: it must not look like a value.
SHOWN_ITEMS = 3  # A page of a hundred leads must not fill a log line.


class Model(msgspec.Struct, frozen=True):
    """An object of the API: immutable, equal to another of its class with the same values, and never hashable.

    Its repr hides what is about a person (names, addresses, texts that people wrote, custom fields) and shows the rest.
    """

    # Some models hold dicts and lists, so that a hash would depend on the data: in a test it works, in production not.
    __hash__: ClassVar[None] = None  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]
    __shown__: ClassVar[frozenset[str]] = frozenset()
    __times__: ClassVar[tuple[str, ...]] = ()

    def to_dict(self, *, mode: Mode = "python") -> dict[str, Any]:
        """Return the fields as a dict by their Python names, nested models included.

        Enumerations become text and times are aware, in UTC. Fields that are UNSET are left out. With
        ``mode="json"`` every value is one that JSON has: a time becomes text such as ``2025-01-15T10:30:00Z``.
        """
        return cast("dict[str, Any]", plain(self, wire=False, json=is_json(mode)))

    def to_json(self, *, indent: int | None = None) -> str:
        """Return the object as JSON text by the wire's names, such as ``createdAt``, with an explicit Z on times.

        *indent* is the number of spaces of each level; None writes everything on one line.
        """
        content = msgspec.json.encode(plain(self, wire=True, json=True))
        return (content if indent is None else msgspec.json.format(content, indent=indent)).decode()

    def __repr__(self) -> str:
        values = ((name, getattr(self, name)) for name in self.__struct_fields__)
        shown = (f"{name}={_shown(value, name in self.__shown__)}" for name, value in values if value is not UNSET)
        return f"{type(self).__name__}({', '.join(shown)})"

    def __rich_repr__(self) -> Any:
        yield _Verbatim(repr(self))  # msgspec's own would spell every field out.

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        """Let pydantic, and with it FastAPI, read the model from the wire's names and write it like `to_json`."""
        from pydantic_core import core_schema  # noqa: PLC0415 - called by pydantic, which is not a dependency

        def read(value: object) -> Model:
            if isinstance(value, cls):
                return value
            given = cast("dict[str, Any]", value) if isinstance(value, dict) else {}
            for name in cls.__struct_fields__:
                if name in given and name not in cls.__struct_encode_fields__:
                    raise ValueError(f"{cls.__name__} is read by the names of the API, not by {name}")
            return msgspec.convert(value, cls)

        def written(value: Model, info: Any) -> Any:
            return value if info.mode == "python" else plain(value, wire=True, json=True)

        writing = core_schema.plain_serializer_function_ser_schema(written, info_arg=True)
        return core_schema.no_info_plain_validator_function(read, serialization=writing)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        """Return the JSON Schema of the model, as it is read or written."""
        from .json_schema.schema import schema_of  # noqa: PLC0415 - rare

        return schema_of(cls, written=handler.mode == "serialization")


def is_json(mode: Mode) -> bool:
    """Return True for "json", False for "python", and raise ValueError for any other mode."""
    if mode not in ("python", "json"):  # a tuple, since what the caller passed may have no hash
        raise ValueError('mode must be "python" or "json"')
    return mode == "json"


def plain(value: Any, *, wire: bool, json: bool) -> Any:
    """Return *value* without models and enumerations; *wire* takes the names of the API, *json* only JSON's values."""
    if isinstance(value, msgspec.Struct):
        config, names = value.__struct_config__, value.__struct_fields__
        keys = value.__struct_encode_fields__ if wire else names
        items = ((key, getattr(value, name)) for key, name in zip(keys, names, strict=True))
        if wire and config.omit_defaults:  # As msgspec writes it: what the client added is not on the wire.
            defaults = dict(zip(reversed(keys), reversed(value.__struct_defaults__), strict=False))
            items = ((key, item) for key, item in items if item is not defaults.get(key, UNSET))
        tagged = {} if config.tag_field is None else {config.tag_field: config.tag}
        return {**tagged, **{key: plain(item, wire=wire, json=json) for key, item in items if item is not UNSET}}
    if isinstance(value, (list, tuple)):
        return [plain(item, wire=wire, json=json) for item in cast("Sequence[object]", value)]
    if isinstance(value, dict):
        return {key: plain(item, wire=wire, json=json) for key, item in cast("dict[object, object]", value).items()}
    if isinstance(value, Enum):
        return value.value
    return msgspec.to_builtins(value) if json else value


class _Verbatim(str):
    """Text that is its own repr."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


def _shown(value: object, show_text: bool) -> str:
    """Return how *value* appears in a repr: text is hidden unless its field is declared to hold nothing personal."""
    if isinstance(value, Enum):
        return repr(value.value)
    if value is None or isinstance(value, (bool, int, float, date, msgspec.Struct)):
        return repr(value)
    if isinstance(value, str):
        return repr(value) if show_text and "@" not in value else HIDDEN
    if isinstance(value, (list, tuple)):
        items = cast("Sequence[object]", value)
        shown = [_shown(item, show_text) for item in items[:SHOWN_ITEMS]] + ["…"] * (len(items) > SHOWN_ITEMS)
        return f"[{', '.join(shown)}]"
    return f"{{{HIDDEN}}}" if isinstance(value, dict) else HIDDEN


class _UtcTime:
    """A data descriptor over a struct's member: what msgspec stored without a zone is read as UTC."""

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


def read_as_utc(model: type[Model], *names: str) -> None:
    """Make the named time fields of *model* read, and compare, as aware UTC times.

    Decoding costs nothing more, and msgspec's own functions give back what the server sent, without a zone, because
    they go to the stored value and never through the attribute.
    """
    model.__times__ = names
    for name in names:
        setattr(model, name, _UtcTime(getattr(model, name)))
    setattr(model, "__eq__", _equal)  # noqa: B010 - the stored times would be compared, with and without zone


def show_in_repr(model: type[Model], *names: str) -> None:
    """Let the repr of *model* show the named text fields: they hold nothing about a person."""
    model.__shown__ = frozenset(names)


def _equal(self: Model, other: object) -> bool:
    """Compare what the attributes read as: the stored times may lack the zone."""
    if type(self) is not type(other):
        return cast("bool", NotImplemented)
    return all(getattr(self, name) == getattr(other, name) for name in self.__struct_fields__)
