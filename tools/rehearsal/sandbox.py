"""Run the command `foxreach-sandbox`, inject faults, and read what the sandbox saw."""

import json
from collections import Counter
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tools.rehearsal.server import ServerError, server

PATIENCE = 10.0  # Seconds for one answer, which takes milliseconds.
OPTIONS = ("--port", "0")  # A free port: the default one may be in use.


@dataclass(frozen=True)
class Seen:
    """What a sandbox saw: the count of each status, the count of each kind of row, and the faults not injected yet."""

    statuses: Counter[int]
    rows: Mapping[str, int]
    pending: Sequence[str]


@dataclass(frozen=True)
class Sandbox:
    """A running sandbox: base URL and key for a client, and the URL of its home page."""

    url: str
    key: str
    home: str

    def fail_next(self, operation: str, status: int) -> None:
        """Answer the next call of *operation* with *status*."""
        self._ask("POST", "faults", {"fault": "status", "code": status, "operation": operation, "count": 1})

    def seen(self) -> Seen:
        """Return what it saw until now."""
        state = self._ask("GET", "state")
        statuses = Counter({int(status): count for status, count in state["statuses"].items()})
        pending = [f"{each['fault']['code']} at {each['operation']}" for each in state["faults"]]
        return Seen(statuses, state["rows"], pending)

    def _ask(self, method: str, path: str, body: Any = None) -> Any:
        connection = HTTPConnection(urlsplit(self.home).netloc, timeout=PATIENCE)
        try:
            sent = None if body is None else json.dumps(body)
            connection.request(method, f"/_sandbox/{path}", sent, {"Content-Type": "application/json"})
            reply = connection.getresponse()
            answer = json.load(reply)
        except (OSError, HTTPException, ValueError) as error:
            raise ServerError(f"the sandbox does not answer {method} /_sandbox/{path}: {error!r}") from error
        finally:
            connection.close()
        if reply.status != 200:
            raise ServerError(f"the sandbox refuses {method} /_sandbox/{path}: {answer}")
        return answer["data"]


@contextmanager
def sandbox(command: Sequence[str | Path], folder: Path) -> Generator[Sandbox]:
    """Run *command*, some form of `foxreach-sandbox`, until the block ends."""
    with server("the sandbox", [*command, *OPTIONS], 3, folder, quiet=True) as (_, lines):
        yield _announced(lines)


def _announced(lines: Sequence[str]) -> Sandbox:
    """Return the sandbox that its first three lines of output describe."""
    url, key, home = (line.partition(mark)[2] for line, mark in zip(lines, ("_URL=", "_KEY=", "# "), strict=True))
    if not (url and key and home):
        raise ServerError("\n".join(["the sandbox printed something else than its address:", *lines]))
    return Sandbox(url, key, home)
