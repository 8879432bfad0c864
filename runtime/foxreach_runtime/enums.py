"""Open enumerations: a value that the spec does not list is kept instead of failing."""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import Any, Self


class _Open:
    """What both kinds of enumerations do with a value that is not among the members."""

    _value_: Any

    @property
    def known(self) -> bool:
        """True if the spec lists this value."""
        members: Any = type(self)
        return self._value_ in members._value2member_map_

    def __reduce_ex__(self, protocol: Any) -> tuple[type[Self], tuple[Any]]:
        return type(self), (self._value_,)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: Any) -> Self:
        return self


class OpenEnum(_Open, StrEnum):
    """A text enumeration to which the server may add values at any time.

    An unknown value becomes an object of the class that is equal to its text, has the name ``UNKNOWN``, and is not
    among the members. msgspec decodes unknown values in the same way.
    """

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        unknown = str.__new__(cls, value)
        unknown._name_ = "UNKNOWN"
        unknown._value_ = value
        return unknown


class OpenIntEnum(_Open, IntEnum):
    """The same for an enumeration of integers."""

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, int) or isinstance(value, bool):
            return None
        unknown = int.__new__(cls, value)
        unknown._name_ = "UNKNOWN"
        unknown._value_ = value
        return unknown
