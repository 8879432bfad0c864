"""What is gone, what is there in both, what is new: two lists laid beside each other by a key. Pure."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Pairs(Generic[T]):
    """*gone* and *kept* are in the order of the old list, *new* in that of the new one."""

    gone: tuple[T, ...]
    kept: tuple[tuple[T, T], ...]
    new: tuple[T, ...]


def paired(old: Iterable[T], new: Iterable[T], key: Callable[[T], Hashable]) -> Pairs[T]:
    """Return the two lists as pairs of items with equal keys."""
    before = {key(item): item for item in old}
    after = {key(item): item for item in new}
    return Pairs(
        gone=tuple(item for name, item in before.items() if name not in after),
        kept=tuple((item, after[name]) for name, item in before.items() if name in after),
        new=tuple(item for name, item in after.items() if name not in before),
    )
