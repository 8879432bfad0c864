"""Work that no call waits for, done by a thread that lives only while there is some."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from contextlib import suppress
from threading import RLock, Thread

from ...fork import reset_after_fork


class BackgroundWork:
    """Runs one task after the other; a task must not raise."""

    def __init__(self) -> None:
        self.reset()
        reset_after_fork(self)

    def reset(self) -> None:
        """Begin with nothing to do: tasks that wait at a fork are the parent's, which runs them."""
        self._waiting: deque[Callable[[], None]] = deque()
        self._lock = RLock()  # since the garbage collector may end a forgotten call while it is held
        self._thread: Thread | None = None

    def add(self, task: Callable[[], None]) -> None:
        """Run *task* soon."""
        with self._lock:
            self._waiting.append(task)
            if self._thread is None:
                thread = Thread(target=self._run, name="foxreach-quota", daemon=True)
                with suppress(RuntimeError):  # There are too many, or the interpreter ends: the next task tries again.
                    thread.start()
                    self._thread = thread

    def settle(self) -> None:
        """Return when all tasks are done."""
        with self._lock:
            thread = self._thread
        if thread is None:
            self._run()  # what is there if no thread could be started
        else:
            thread.join()

    def _run(self) -> None:
        while True:
            with self._lock:
                if not self._waiting:
                    self._thread = None
                    return
                task = self._waiting.popleft()
            task()
