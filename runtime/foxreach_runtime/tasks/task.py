"""Work that calls begin and wait for, but that does not end with the one that began it: on asyncio and on trio."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

import anyio

from ..loops import begin, run_in, running_loop

T = TypeVar("T")


class Task(Generic[T]):
    """Work that begins now, in a task of its own on asyncio or on trio; several tasks may wait for its result."""

    def __init__(self, work: Callable[[], Awaitable[T]]) -> None:
        self._work, self._loop = work, running_loop()
        self._scope, self._done = anyio.CancelScope(), anyio.Event()
        self._result: T | None = None
        self._error: Exception | None = None
        begin(self._run)

    async def _run(self) -> None:
        try:
            with self._scope:
                self._result = await self._work()
        except Exception as error:  # noqa: BLE001  # It is raised where the result is asked for.
            self._error = error
        finally:
            self._done.set()

    @property
    def done(self) -> bool:
        """True once there is a result or an error."""
        return self._done.is_set()

    async def result(self) -> T:
        """Return the result of the work, or raise its error."""
        await self._done.wait()
        if self._result is None:
            raise self._error or RuntimeError("the task was cancelled, or its event loop has ended")
        return self._result

    def end(self) -> None:
        """Cancel the task, from whatever thread."""
        run_in(self._loop, self._scope.cancel)
