"""An interrupt where Python runs signal handlers: where the functions of some files begin, and after builtins."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import count
from types import FrameType
from typing import Any


class Interrupt:
    """Raises KeyboardInterrupt at the *at*th place that is reached in one of *files*, if there is one."""

    def __init__(self, at: int, *files: str) -> None:
        self.raised = False
        self._left = at
        self._files = files

    def __enter__(self) -> Interrupt:
        sys.setprofile(self._event)
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> bool:
        sys.setprofile(None)
        return self.raised and kind is KeyboardInterrupt

    def _event(self, frame: FrameType, event: str, _: Any) -> None:
        if event not in {"call", "c_return"} or self.raised or not frame.f_code.co_filename.endswith(self._files):
            return
        self._left -= 1
        if self._left < 0:
            self.raised = True
            raise KeyboardInterrupt


def interrupts(*files: str, step: int = 1) -> Iterator[Interrupt]:
    """Yield an interrupt for each place, or every *step*th, until there is none any more: that one is not raised."""
    for at in count(step=step):
        interrupt = Interrupt(at, *files)
        yield interrupt
        if not interrupt.raised:
            assert at, "no place was reached"
            return
