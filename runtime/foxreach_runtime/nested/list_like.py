"""The type of an argument that becomes a list: whatever has items, but no text, bytes or mapping. For type checkers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, ValuesView
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Protocol, TypeAlias, TypeVar

if TYPE_CHECKING:
    T = TypeVar("T")
    T_co = TypeVar("T_co", covariant=True)

    class _Indexed(Protocol[T_co]):
        """Lists, tuples, a Series of pandas: in a text only text is looked for, and a mapping is read by its keys."""

        def __iter__(self) -> Iterator[T_co]: ...
        def __contains__(self, item: object, /) -> bool: ...
        def __getitem__(self, index: int, /) -> object: ...

    ListLike: TypeAlias = _Indexed[T] | AbstractSet[T] | ValuesView[T] | Iterator[T]
else:
    ListLike = Sequence  # pydantic reads the annotations of a TypedDict, and knows this one
