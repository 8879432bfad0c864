"""Run a server in its own process for the duration of a `with` block; report it if it dies or complains."""

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
    """A server did not start, exited or complained; its own output follows the sentence."""


@dataclass(frozen=True)
class Server:
    """A running server; *name* is what errors call it."""

    name: str
    process: subprocess.Popen[str]
    stderr: IO[str]

    def first(self, lines: int) -> list[str]:
        """Return the first *lines* that it prints; kill it if they do not come in time."""
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
            raise ServerError(f"{self.name} did not print its address within {STARTING:g} seconds{self._output()}")
        if not all(printed):
            raise ServerError(f"{self.name} did not start: it exited with status {self.process.wait()}{self._output()}")
        return printed

    def check_quiet(self) -> None:
        """Raise ServerError if it wrote anything to stderr."""
        if output := self._output():
            raise ServerError(f"{self.name} complained{output}")

    def check_running(self) -> None:
        """Raise ServerError if it has exited, unless the user interrupted everything."""
        status = self.process.poll()
        if status is not None and not isinstance(sys.exception(), KeyboardInterrupt):
            raise ServerError(f"{self.name} exited by itself, with status {status}{self._output()}")

    def stop(self) -> None:
        """Terminate it, or kill it if that takes too long."""
        self.process.terminate()
        try:
            self.process.wait(STOPPING)
        except subprocess.TimeoutExpired:
            self.process.kill()

    def _output(self) -> str:
        self.stderr.seek(0)
        output = self.stderr.read().strip()
        return f":\n{output}" if output else ""


@contextmanager
def server(
    name: str, command: Sequence[str | Path], lines: int, folder: Path, *, quiet: bool = False
) -> Generator[tuple[Server, list[str]]]:
    """Run *command* in *folder* until the block ends; give it and the first *lines* that it prints.

    If it exits by itself, that is raised instead of an exception of the block, as it is the cause. With *quiet*, any
    output on stderr is an error: a warning or a traceback there may hide behind a call that was retried.
    """
    with ExitStack() as stack:
        stderr = stack.enter_context(tempfile.TemporaryFile("w+", encoding="utf-8"))
        try:
            process = subprocess.Popen(
                command, cwd=folder, env=_environ(), text=True, stdout=subprocess.PIPE, stderr=stderr
            )
        except OSError as error:
            raise ServerError(f"{name} could not be started: {error}") from error
        running = Server(name, stack.enter_context(process), stderr)
        stack.callback(running.stop)
        printed = running.first(lines)
        try:
            yield running, printed
        finally:
            running.check_running()
        if quiet:
            running.stop()  # Its output is complete only then.
            running.check_quiet()


def _environ() -> dict[str, str]:
    """Return the environment variables without PYTHON*, which would affect another Python."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
