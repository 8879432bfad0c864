"""Work that nobody waits for, done by a thread that lives only as long as there is some."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable

from ...fork import begin_in_every_process


class BackgroundWork:
    """Runs one task after the other; a task must not raise."""

    def __init__(self) -> None:
        begin_in_every_process(self)

    def begin(self) -> None:
        """Begin with nothing to do: tasks that wait at a fork are the parent's, which runs them."""
        self._waiting: deque[Callable[[], None]] = deque()
        self._lock = threading.Lock()
        self._runner: threading.Thread | None = None

    def add(self, task: Callable[[], None]) -> None:
        """Run *task* soon."""
        with self._lock:
            self._waiting.append(task)
            if self._runner is None:
                self._runner = threading.Thread(target=self._run, name="foxreach-quota", daemon=True)
                self._runner.start()

    def settle(self) -> None:
        """Return when all tasks are done."""
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
                task = self._waiting.popleft()
            task()
