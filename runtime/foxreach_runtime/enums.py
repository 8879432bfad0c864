"""Enumerations that stay open: a value the spec does not know keeps its text instead of failing."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Self


class OpenEnum(StrEnum):
    """A text enumeration to which the server may add values at any time.

    An unknown value becomes a member-like object of the class: equal to its text, of the same type, with
    the name ``UNKNOWN``, in no listing of the members. msgspec decodes through it as well.
    """

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        unknown = str.__new__(cls, value)
        unknown._name_ = "UNKNOWN"
        unknown._value_ = value
        return unknown

    @property
    def known(self) -> bool:
        """True if the spec lists this value."""
        return self._value_ in type(self)._value2member_map_

    def __reduce_ex__(self, protocol: Any) -> tuple[type[Self], tuple[str]]:
        return type(self), (self._value_,)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: Any) -> Self:
        return self
