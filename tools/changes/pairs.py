"""Matches the items of two lists by a key: removed, in both, added. Pure."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Pairs(Generic[T]):
    """The result. *gone* and *kept* have the order of the old list, *new* that of the new one."""

    gone: tuple[T, ...]
    kept: tuple[tuple[T, T], ...]
    new: tuple[T, ...]


def paired(old: Iterable[T], new: Iterable[T], key: Callable[[T], Hashable]) -> Pairs[T]:
    """Match the items of the two lists by *key*."""
    before = {key(item): item for item in old}
    after = {key(item): item for item in new}
    return Pairs(
        gone=tuple(item for name, item in before.items() if name not in after),
        kept=tuple((item, after[name]) for name, item in before.items() if name in after),
        new=tuple(item for name, item in after.items() if name not in before),
    )
