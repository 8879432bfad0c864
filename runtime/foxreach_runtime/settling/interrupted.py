"""Calls that were interrupted after they may have been sent: `unsettled` collects them, so that each can be settled.

A cancellation or an interrupt is not an error of the call, so the exception that ends it does not belong to the client.
The list is in the context of the task: it works whatever cancels the call, and in the tasks that the task starts.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from contextvars import ContextVar

from ..errors import OutcomeUnknownError

_collecting: ContextVar[tuple[list[OutcomeUnknownError], ...]] = ContextVar("unsettled", default=())


@contextmanager
def unsettled() -> Generator[list[OutcomeUnknownError]]:
    """Collect the calls in the block that change something and were interrupted after they may have been sent.

    Each is an OutcomeUnknownError, which is not raised: `settle()` or `settle_async()` finds out the outcome. A call is
    interrupted when its task is cancelled, as by a timeout, or by an exception such as KeyboardInterrupt. An interrupt
    that comes after the call has returned is not noted, though the result may not have been assigned yet. If the block
    is within another one, the call is in the lists of both.
    """
    found: list[OutcomeUnknownError] = []
    token = _collecting.set((*_collecting.get(), found))
    try:
        yield found
    finally:
        with suppress(ValueError):  # A framework may run the end of the block in another context.
            _collecting.reset(token)


def note_interrupted(operation: str, let_settle: Callable[[OutcomeUnknownError], None]) -> None:
    """Add a call of *operation* to the lists of the blocks that it is in."""
    lists = _collecting.get()
    if lists:
        words = f"{operation}: interrupted after it may have been sent. {OutcomeUnknownError.advice}"
        error = OutcomeUnknownError(words, operation=operation)
        let_settle(error)
        for found in lists:
            found.append(error)
