"""A server in a process of its own, for as long as a `with` lasts: always stopped, and never dead unnoticed."""

import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Generator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

STARTING, STOPPING = 20.0, 10.0  # Seconds; each takes less than one unless something is wrong.


class ServerError(Exception):
    """A server did not start, did not last or complained; what it said itself is below the sentence."""


@dataclass(frozen=True)
class Server:
    """A running server; *name* is what errors call it."""

    name: str
    process: subprocess.Popen[str]
    complaints: IO[str]

    def first(self, lines: int) -> list[str]:
        """Return the first *lines* that it prints; where they do not come in time, it is killed."""
        late = threading.Event()

        def give_up() -> None:
            late.set()
            self.process.kill()

        timer = threading.Timer(STARTING, give_up)
        timer.start()
        try:
            printed = [self.process.stdout.readline().strip() for _ in range(lines)] if self.process.stdout else []
        finally:
            timer.cancel()
        if late.is_set():
            raise ServerError(f"{self.name} did not say where it is within {STARTING:g} seconds{self._said()}")
        if not all(printed):
            raise ServerError(f"{self.name} did not start: it ended with status {self.process.wait()}{self._said()}")
        return printed

    def check_quiet(self) -> None:
        """Raise if it has said anything besides the lines that it was to print."""
        if said := self._said():
            raise ServerError(f"{self.name} complained{said}")

    def check_running(self) -> None:
        """Raise if it has ended, unless a person ended everything."""
        status = self.process.poll()
        if status is not None and not isinstance(sys.exception(), KeyboardInterrupt):
            raise ServerError(f"{self.name} ended by itself, with status {status}{self._said()}")

    def stop(self) -> None:
        """End it, in peace or not."""
        self.process.terminate()
        try:
            self.process.wait(STOPPING)
        except subprocess.TimeoutExpired:
            self.process.kill()

    def _said(self) -> str:
        self.complaints.seek(0)
        said = self.complaints.read().strip()
        return f":\n{said}" if said else ""


@contextmanager
def server(
    name: str, command: Sequence[str | Path], lines: int, folder: Path, *, quiet: bool = False
) -> Generator[tuple[Server, list[str]]]:
    """Run *command* in *folder* until the block ends; given with the first *lines* that it prints: where it is.

    That it ended by itself is raised in place of whatever went wrong in the block, as it is the cause. *quiet* makes
    it an error that it wrote a warning or a traceback, which may hide behind a retried call.
    """
    with ExitStack() as stack:
        complaints = stack.enter_context(tempfile.TemporaryFile("w+", encoding="utf-8"))
        try:
            process = subprocess.Popen(
                command, cwd=folder, env=_environ(), text=True, stdout=subprocess.PIPE, stderr=complaints
            )
        except OSError as error:
            raise ServerError(f"{name} could not be started: {error}") from error
        running = Server(name, stack.enter_context(process), complaints)
        stack.callback(running.stop)
        where = running.first(lines)
        try:
            yield running, where
        finally:
            running.check_running()
        if quiet:
            running.stop()  # So that all has been said.
            running.check_quiet()


def _environ() -> dict[str, str]:
    """Return the environment without what would change another Python."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
