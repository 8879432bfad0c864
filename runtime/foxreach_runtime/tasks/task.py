"""Work that calls begin and wait for, but that does not end with the one that began it: on asyncio and on trio."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from copy import copy
from typing import Generic, TypeVar

import anyio

from ..loops import begin, run_in, running_loop

T = TypeVar("T")
E = TypeVar("E", bound=BaseException)


class CancelledTaskError(RuntimeError):
    """There is no result: the task was cancelled, or its event loop has ended."""


class Task(Generic[T]):
    """Work that begins now, in a task of its own on asyncio or on trio; several tasks may wait for its result."""

    def __init__(self, work: Callable[[], Awaitable[T]]) -> None:
        self._work, self._loop = work, running_loop()
        self._scope, self._done = anyio.CancelScope(), anyio.Event()
        self._result: T | None = None
        self._error: BaseException | None = None
        self._cancelled = anyio.get_cancelled_exc_class()
        begin(self._run)

    async def _run(self) -> None:
        try:
            with self._scope:
                self._result = await self._work()
        except (self._cancelled, GeneratorExit):  # The event loop ends, or the work says that it was cancelled.
            raise
        except BaseException as error:  # noqa: BLE001  # It is raised where the result is asked for.
            self._error, self._trace = error, error.__traceback__
        finally:
            self._done.set()

    @property
    def done(self) -> bool:
        """True once there is a result or an error."""
        return self._done.is_set()

    @property
    def ended(self) -> bool:
        """True once `end` has cancelled the task."""
        return self._scope.cancel_called

    async def result(self) -> T:
        """Return the result of the work, or raise its error: a copy for each who asks, with the traceback of the work.

        Raises:
            CancelledTaskError: the work was cancelled.
        """
        await self._done.wait()
        if self._error is not None:
            raise _copied(self._error).with_traceback(self._trace)
        if self._result is None:
            raise CancelledTaskError("the task was cancelled, or its event loop has ended")
        return self._result

    def end(self) -> None:
        """Cancel the task, from whatever thread."""
        run_in(self._loop, self._scope.cancel)

    async def gone(self) -> None:
        """Wait until the task is done, if it is one of this event loop."""
        if self._loop is running_loop():
            await self._done.wait()


def _copied(error: E) -> E:
    """Return a copy of *error*; itself if it cannot be copied, or would lose something."""
    if any(vars(kind).get("__slots__") for kind in type(error).__mro__):
        return error
    try:
        other = copy(error)
    except Exception:  # noqa: BLE001  # Its class takes other arguments.
        return error
    if type(other) is not type(error) or other.args != error.args:
        return error
    other.__dict__ |= {"__notes__": [*error.__notes__]} if hasattr(error, "__notes__") else {}
    other.__cause__, other.__context__ = error.__cause__, error.__context__
    other.__suppress_context__ = error.__suppress_context__
    return other
