"""stdout and stderr of a command. One that cannot be written does not stop what the command does: a fault is kept.

A command that only prints asks for the fault with `check`, and ends.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator
    from typing import Any, TypeVar

    T = TypeVar("T")


class OutputError(Exception):
    """Nobody gets what is printed, so a command that only prints ends."""


class Stream:
    """A stream that raises nothing: after its first *fault*, what is written goes nowhere."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self.fault: OSError | None = None

    def __getattr__(self, name: str) -> Any:
        """Return an attribute of the stream."""
        return getattr(self._stream, name)

    def write(self, text: str) -> int:
        """Write *text*."""
        self._try(self._stream.write, text)
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        """Write *lines*."""
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        """Write what is in the buffer."""
        self._try(self._stream.flush)

    def _try(self, act: Callable[..., object], *arguments: str) -> None:
        try:
            act(*arguments)
        except OSError as error:
            self.fault = self.fault or error
            with suppress(OSError, ValueError):  # The interpreter, too, flushes into nothing at its end.
                nothing = os.open(os.devnull, os.O_WRONLY)
                os.dup2(nothing, self._stream.fileno())
                os.close(nothing)


@contextmanager
def guarded() -> Generator[None]:
    """Keep the faults of stdout and stderr in the block."""
    before = sys.stdout, sys.stderr
    guards: Any = [each and Stream(each) for each in before]
    sys.stdout, sys.stderr = guards
    try:
        yield
    finally:
        sys.stdout, sys.stderr = before


def check() -> None:
    """Raise OutputError if nobody gets what is written to stdout."""
    if getattr(sys.stdout, "fault", None):
        raise OutputError


def checked(items: Iterable[T]) -> Iterator[T]:
    """Yield *items* while somebody gets what is made of them."""
    for item in items:
        check()
        yield item


def loss() -> OSError | None:
    """Return why output was lost, None if it was not. A reader that went away has what it wanted."""
    if sys.stdout is None:
        return None
    sys.stdout.flush()
    fault: OSError | None = getattr(sys.stdout, "fault", None)
    return None if isinstance(fault, BrokenPipeError) else fault
