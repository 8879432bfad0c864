"""The progress of a long command on stderr: one line that is written again on a terminal, else a line now and then."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self

from .text import cut

EVERY = 10.0  # Seconds between lines that nobody watches.


class Progress:
    """Shows how far an import is, with the *unreadable* rows of its file. *clock* is monotonic, in seconds."""

    def __init__(self, unreadable: int = 0, clock: Callable[[], float] = time.monotonic) -> None:
        self._unreadable, self._clock = unreadable, clock
        self._told = float("-inf")
        self._drawn = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._drawn:
            sys.stderr.write("\n")
            sys.stderr.flush()

    def show(self, progress: Any) -> None:
        """Show *progress*, an ImportProgress."""
        told = words(progress, self._unreadable)
        if sys.stderr.isatty():
            self._drawn = True
            sys.stderr.write(f"\r\x1b[K{cut(told, shutil.get_terminal_size().columns - 1)}")
        elif self._clock() - self._told >= EVERY:
            self._told = self._clock()
            sys.stderr.write(f"foxr: {told}\n")
        sys.stderr.flush()


def words(progress: Any, unreadable: int = 0) -> str:
    """Return the progress in words, what matters most first. Rows that cannot be read count as rejected."""
    of = "" if progress.total is None else f" of {progress.total + unreadable:,}"
    left = "" if progress.seconds_left is None else f", {duration(progress.seconds_left)} left"
    counts = {"created": progress.created, "restored": progress.restored, "duplicates": progress.duplicates,
              "rejected": progress.refused + unreadable}  # fmt: skip
    told = ", ".join(f"{count:,} {name}" for name, count in counts.items() if count)
    return f"{progress.rows + unreadable:,}{of} rows, {progress.rate:,.0f}/s{left}" + (f": {told}" if told else "")


def duration(seconds: float) -> str:
    """Return a duration as people say it."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"
