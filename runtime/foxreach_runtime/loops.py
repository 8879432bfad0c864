"""Event loops of asyncio and of trio: which one runs, and work for one from another thread or beside its tasks."""

from __future__ import annotations

import sys
from collections.abc import Callable, Coroutine
from contextlib import suppress
from contextvars import copy_context
from typing import Any


def running_loop() -> Any:
    """Return the running event loop of asyncio, or the token of that of trio."""
    try:  # Whoever runs a loop has loaded its library; a sync client loads neither.
        return sys.modules["asyncio"].get_running_loop()
    except (KeyError, RuntimeError):
        return sys.modules["trio"].lowlevel.current_trio_token()


def run_in(loop: Any, work: Callable[[], object]) -> None:
    """Have an event loop do *work* soon, from whatever thread, unless it has ended."""
    soon = getattr(loop, "call_soon_threadsafe", None) or loop.run_sync_soon
    with suppress(RuntimeError):  # trio's RunFinishedError is one
        soon(work)


def has_ended(loop: Any) -> bool:
    """Return True if an event loop runs no more: one of asyncio says so, one of trio then refuses work."""
    if hasattr(loop, "is_closed"):
        return bool(loop.is_closed())
    try:
        loop.run_sync_soon(bool)
    except RuntimeError:
        return True
    return False


_begun: set[Any] = set()  # An event loop itself keeps no task alive.


def begin(work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Begin *work* in a task of the event loop that runs this; nobody waits for it, so its errors are dropped."""

    async def quiet() -> None:
        with suppress(Exception):
            await work()

    loop = running_loop()
    if hasattr(loop, "create_task"):
        task = loop.create_task(quiet())
        _begun.add(task)
        task.add_done_callback(_begun.discard)
    else:
        sys.modules["trio"].lowlevel.spawn_system_task(quiet, context=copy_context())
