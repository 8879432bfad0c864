"""Blocking work in a thread beside an event loop, or in its own where no thread can be started."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from anyio import to_thread

T = TypeVar("T")


async def run_in_thread(work: Callable[..., T], *arguments: Any, abandon_on_cancel: bool = False) -> T:
    """Return the result of *work*, as `anyio.to_thread.run_sync` does.

    If the system starts no more threads, other tasks wait for the work: that is better than to fail, above all when the
    server has answered.
    """
    begun: list[bool] = []

    def noted() -> T:
        begun.append(True)
        return work(*arguments)

    try:
        return await to_thread.run_sync(noted, abandon_on_cancel=abandon_on_cancel)
    except RuntimeError:
        if begun:
            raise
    return work(*arguments)
