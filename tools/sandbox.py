"""The sandbox of an environment, started by its command as a user would, told what goes wrong and asked what it saw."""

import json
from collections import Counter
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tools.server import ServerError, server

PATIENCE = 10.0  # Seconds for one answer, which takes milliseconds.
OPTIONS = ("--port", "0")  # A free port: somebody may be using the usual one.


@dataclass(frozen=True)
class Seen:
    """What a sandbox saw: how often it gave each status, what it holds, and the faults that nothing has met yet."""

    statuses: Counter[int]
    rows: Mapping[str, int]
    unmet: Sequence[str]


@dataclass(frozen=True)
class Sandbox:
    """A running sandbox: the base URL and the key for a client, and the address of everything else."""

    url: str
    key: str
    home: str

    def fail_next(self, operation: str, status: int) -> None:
        """Let the next call of *operation* be answered with *status*."""
        self._ask("POST", "faults", {"fault": "status", "code": status, "operation": operation, "count": 1})

    def seen(self) -> Seen:
        """Return what it has seen so far."""
        state = self._ask("GET", "state")
        statuses = Counter({int(status): count for status, count in state["statuses"].items()})
        unmet = [f"{each['fault']['code']} at {each['operation']}" for each in state["faults"]]
        return Seen(statuses, state["rows"], unmet)

    def _ask(self, method: str, path: str, body: Any = None) -> Any:
        connection = HTTPConnection(urlsplit(self.home).netloc, timeout=PATIENCE)
        try:
            sent = None if body is None else json.dumps(body)
            connection.request(method, f"/_sandbox/{path}", sent, {"Content-Type": "application/json"})
            reply = connection.getresponse()
            said = json.load(reply)
        except (OSError, HTTPException, ValueError) as error:
            raise ServerError(f"the sandbox does not answer {method} /_sandbox/{path}: {error!r}") from error
        finally:
            connection.close()
        if reply.status != 200:
            raise ServerError(f"the sandbox refuses {method} /_sandbox/{path}: {said}")
        return said["data"]


@contextmanager
def sandbox(command: Sequence[str | Path], folder: Path) -> Generator[Sandbox]:
    """Run *command*, which is `foxreach-sandbox` however it is reached, until the block ends."""
    with server("the sandbox", [*command, *OPTIONS], 3, folder, quiet=True) as (_, lines):
        yield _announced(lines)


def _announced(lines: Sequence[str]) -> Sandbox:
    """Return what the first three lines of the sandbox say."""
    url, key, home = (line.partition(mark)[2] for line, mark in zip(lines, ("_URL=", "_KEY=", "# "), strict=True))
    if not (url and key and home):
        raise ServerError("\n".join(["the sandbox said something else than where it is:", *lines]))
    return Sandbox(url, key, home)
