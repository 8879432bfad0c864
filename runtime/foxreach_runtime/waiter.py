"""Waits that end early: a sleep that another thread, or a task of any event loop, can cut short.

Whoever decides that a call has to wait yields `Wait(seconds, until=waiter)` and keeps the `Waiter`; a driver passes
both to `sleep` or `async_sleep`. A `Waiter` holds no lock and no event, so that it costs nothing before somebody waits.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial

import anyio

from .loops import run_in, running_loop


class Waiter:
    """The early end of one wait. `wake` may be called by any thread, at any time, more than once."""

    __slots__ = ("__weakref__", "_listener", "woken")

    def __init__(self) -> None:
        self.woken = False
        self._listener: Callable[[], object] | None = None

    def wake(self) -> None:
        """End the wait, or keep it from starting if it has not started yet."""
        self.woken = True
        if (listener := self._listener) is not None:
            listener()

    def listen(self, listener: Callable[[], object] | None) -> None:
        """Call *listener* when woken, at once if that has happened; None ends it. It may be called twice.

        No lock is needed: `wake` sets the flag and then reads the listener, `listen` does both the other way round.
        """
        self._listener = listener
        if listener is not None and self.woken:
            listener()


def sleep(seconds: float, until: Waiter | None = None) -> None:
    """Return after *seconds*, or as soon as *until* is woken."""
    gate = threading.Lock()  # An Event has one within, for which a signal handler of this thread could wait for ever.
    gate.acquire()
    if until is not None:
        until.listen(partial(_open, gate))
    try:
        gate.acquire(timeout=max(seconds, 0.0))
    finally:
        if until is not None:
            until.listen(None)


def _open(gate: threading.Lock) -> None:
    with suppress(RuntimeError):  # It is open.
        gate.release()


async def async_sleep(seconds: float, until: Waiter | None = None) -> None:
    """Return after *seconds*, or as soon as *until* is woken; on asyncio and on trio."""
    if until is None:
        await anyio.sleep(seconds)
        return
    event, loop = anyio.Event(), running_loop()
    until.listen(lambda: run_in(loop, event.set))
    try:
        with anyio.move_on_after(seconds):
            await event.wait()
    finally:
        until.listen(None)
