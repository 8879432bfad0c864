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
