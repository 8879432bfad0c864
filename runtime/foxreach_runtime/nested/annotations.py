"""Names that stand in annotations of arguments: for type checkers, and for pydantic, which reads them at run time."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence, ValuesView
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Protocol, TypeAlias, TypeVar

if TYPE_CHECKING or sys.version_info >= (3, 12):
    from typing import TypedDict as TypedDict  # noqa: PLC0414
else:
    try:  # Before Python 3.12, pydantic takes no other; it requires typing_extensions itself.
        from typing_extensions import TypedDict as TypedDict  # noqa: PLC0414
    except ImportError:
        from typing import TypedDict as TypedDict  # noqa: PLC0414

if TYPE_CHECKING:
    T = TypeVar("T")
    T_co = TypeVar("T_co", covariant=True)

    class _Indexed(Protocol[T_co]):
        """Lists, tuples, a Series of pandas: in a text only text is looked for, and a mapping is read by its keys."""

        def __iter__(self) -> Iterator[T_co]: ...
        def __contains__(self, item: object, /) -> bool: ...
        def __getitem__(self, index: int, /) -> object: ...

    ListLike: TypeAlias = _Indexed[T] | AbstractSet[T] | ValuesView[T] | Iterator[T]
    """What becomes a list: whatever has items, but no text, bytes or mapping."""
    AnyIterable: TypeAlias = Iterable[T]
    """The same for items that no text has."""
else:
    ListLike = AnyIterable = Sequence  # Of an Iterable, pydantic reads no item before it is asked for it.
