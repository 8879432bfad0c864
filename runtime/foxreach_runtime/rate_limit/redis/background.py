"""Work that nobody waits for, done by a thread that lives only as long as there is some."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable

from ...fork import begin_in_every_process


class Errands:
    """Runs one errand after the other; an errand must not raise."""

    def __init__(self) -> None:
        begin_in_every_process(self)

    def begin(self) -> None:
        """Begin with nothing to do: what waits at a fork is the parent's, and done there."""
        self._waiting: deque[Callable[[], None]] = deque()
        self._lock = threading.Lock()
        self._runner: threading.Thread | None = None

    def add(self, errand: Callable[[], None]) -> None:
        """Have *errand* done soon."""
        with self._lock:
            self._waiting.append(errand)
            if self._runner is None:
                self._runner = threading.Thread(target=self._run, name="foxreach-quota", daemon=True)
                self._runner.start()

    def settle(self) -> None:
        """Return when all errands are done."""
        with self._lock:
            runner = self._runner
        if runner is not None:
            runner.join()

    def _run(self) -> None:
        while True:
            with self._lock:
                if not self._waiting:
                    self._runner = None
                    return
                errand = self._waiting.popleft()
            errand()
