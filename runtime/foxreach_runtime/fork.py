"""What makes a fork safe at any moment: the child has no other thread of the parent, and keeps the locks they held.

Objects with locks, or with work of threads under way, are registered here and reset in each child. Modules that are
imported late are imported under one lock, which a fork waits for: the import system has a lock for each module, and one
that was held at the fork would be held for ever in the child.
"""

from __future__ import annotations

import logging
import os
import threading
import weakref
from contextlib import AbstractContextManager, suppress
from functools import cached_property
from importlib import import_module
from typing import Any, Protocol, Self, TypeVar, cast, overload

T = TypeVar("T")


class Resettable(Protocol):
    """Something with locks, or with work of threads under way."""

    def reset(self) -> None:
        """Drop them: in this process, no lock is held and nothing is under way."""
        ...


# They, too, hold locks during a fork, which an import may need. What was registered last is called first: as they are
# imported here, a fork waits for imports before it takes their locks. The threads of the second resolve names for
# asyncio; it cannot be imported while the interpreter ends, and a client without it works as far as asyncio does.
_FIRST = logging
with suppress(RuntimeError):
    import_module("concurrent.futures.thread")

_registered: weakref.WeakSet[Any] = weakref.WeakSet()
_imports = threading.RLock()
_held = False  # by the thread that forks


def reset_after_fork(thing: Resettable) -> None:
    """Reset *thing* now, and again in each child that this process forks."""
    thing.reset()
    _registered.add(thing)


def importing() -> AbstractContextManager[object]:
    """Hold forks back within the block, in which modules are imported."""
    return _imports


class lazy_property(cached_property[T]):  # noqa: N801  # a decorator, like the one that it extends
    """A cached_property whose function may import a module.

    That of Python 3.11 holds a lock of its own meanwhile, which nobody could reset after a fork.
    """

    @overload
    def __get__(self, instance: None, owner: type[Any] | None = None) -> Self: ...

    @overload
    def __get__(self, instance: object, owner: type[Any] | None = None) -> T: ...

    def __get__(self, instance: Any, owner: type[Any] | None = None) -> Any:
        if instance is None:
            return self
        with importing():
            value = self.func(instance)
        attributes = cast("dict[str, Any]", instance.__dict__)
        return attributes.setdefault(str(self.attrname), value)  # Of two threads that come at once, both get the first.


def _before_fork() -> None:
    global _held  # noqa: PLW0603
    _held = _imports.acquire()


def _in_parent() -> None:
    global _held  # noqa: PLW0603
    if _held:  # This module may have been imported while a fork was about to begin.
        _held = False
        _imports.release()


def _in_child() -> None:
    global _held, _imports
    _held, _imports = False, threading.RLock()
    for thing in list(_registered):
        thing.reset()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(before=_before_fork, after_in_parent=_in_parent, after_in_child=_in_child)
