"""What begins anew in the child of a fork: threads of the parent do not exist there, and locks they held stay shut."""

from __future__ import annotations

import os
import weakref
from typing import Protocol


class Begins(Protocol):
    """Something with locks, or with work of threads under way."""

    def begin(self) -> None:
        """Be as if nothing were under way and no lock held."""
        ...


_every: weakref.WeakSet[Begins] = weakref.WeakSet()


def begin_in_every_process(thing: Begins) -> None:
    """Have *thing* begin now, and again in each child that this process forks."""
    thing.begin()
    _every.add(thing)


def _after_fork() -> None:
    for thing in list(_every):
        thing.begin()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
