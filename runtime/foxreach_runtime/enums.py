"""Open enumerations: a value that the spec does not list is kept instead of failing."""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import Any, Self


class _Open:
    """What enumerations of texts and of integers do alike."""

    _value_: Any
    _value2member_map_: Any

    @classmethod
    def _missing_(cls: Any, value: object) -> Any:
        kind: Any = str if issubclass(cls, str) else int
        if isinstance(value, bool) or not isinstance(value, kind):
            return None
        unknown = kind.__new__(cls, value)
        unknown._name_, unknown._value_ = "?", value  # no name in Python, and so that of no member
        return unknown

    @property
    def known(self) -> bool:
        """True if the spec lists this value."""
        return self._value_ in self._value2member_map_

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> Any:
        """Return pydantic's JSON Schema of the enumeration, opened to any other text or integer."""
        from .json_schema.schema import opened  # noqa: PLC0415 - rare

        made = handler(schema)  # a reference, perhaps
        inner = handler.resolve_ref_schema(made)
        inner.update(opened(inner))
        inner.pop("enum", None)
        return made

    def __reduce_ex__(self, protocol: Any) -> tuple[type[Self], tuple[Any]]:
        return type(self), (self._value_,)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: Any) -> Self:
        return self


class OpenEnum(_Open, StrEnum):
    """A text enumeration to which the server may add values at any time.

    An unknown value becomes an object of the class that is equal to its text, has the name ``?``, and is not
    among the members. msgspec decodes unknown values in the same way.
    """


class OpenIntEnum(_Open, IntEnum):
    """The same for an enumeration of integers."""
