"""Ends the connections of event loops that a client does not run in any more, so that they use up no open files.

A loop that was closed closes its own. One that merely stands still may go on, as in a thread that runs each call for
itself: it keeps them while it is one of the LOOPS youngest, or in the middle of a call.
"""

from __future__ import annotations

import gc
from collections.abc import Set as AbstractSet
from functools import partial
from typing import Any
from weakref import WeakSet, ref

import httpx2

from ...loops import begin, has_ended, run_in
from .requests import shut_down_all

LOOPS = 16  # One more may be uncollected beside each.

_dropped: list[ref[Any]] = []
_held = WeakSet[Any]()  # by others: a collection found them in use


def let_go(by_loop: dict[Any, httpx2.AsyncClient], busy: AbstractSet[object]) -> None:
    """Remove from *by_loop* the loops that ended and the oldest ones that stand still, but those in the set *busy*."""
    for loop in list(by_loop):
        if has_ended(loop):
            by_loop.pop(loop, None)  # Another thread may be at it, too.
    for loop in list(by_loop)[: 1 - LOOPS]:  # all but the youngest, to which one more will come
        if loop not in busy and _stands_still(loop) and (client := by_loop.pop(loop, None)) is not None:
            end_in(loop, client)
            _collect_after(loop)


def end_in(loop: Any, client: httpx2.AsyncClient) -> None:
    """Shut down the connections of *client* now, and have *loop* close them as soon as it runs."""
    shut_down_all(client)
    run_in(loop, partial(begin, client.aclose))


def _stands_still(loop: Any) -> bool:
    """Return whether an event loop of asyncio does not run now; one of trio runs until it has ended."""
    return hasattr(loop, "is_running") and not loop.is_running()


def _collect_after(loop: Any) -> None:
    """Have the files of loops that nobody holds any more closed: a loop is a cycle, which may wait long for that."""
    if loop in _held:
        return
    _dropped.append(ref(loop))
    if len(_dropped) >= LOOPS:
        found = _dropped.copy()
        _dropped.clear()
        gc.collect()
        for each in found:
            if (held := each()) is not None:
                _held.add(held)
