"""The command line in this process, on a sandbox whose clock moves only when a client waits."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from typing import Any
from unittest.mock import patch

import httpx2
from foxreach_client import RetryPolicy
from foxreach_sandbox import Sandbox
from foxreach_shell.main import main
from foxreach_testing.clients import virtual_time


@dataclass(frozen=True)
class Done:
    """What a command printed, and its exit status."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The output as JSON."""
        return json.loads(self.out)

    @property
    def error(self) -> Any:
        """The one object on stderr."""
        return json.loads(self.err)

    @property
    def lines(self) -> list[Any]:
        """The output as JSON lines."""
        return [json.loads(line) for line in self.out.splitlines()]


class Stream(io.StringIO):
    """A stream that is, or is not, a terminal."""

    def __init__(self, text: str = "", *, terminal: bool = False) -> None:
        super().__init__(text)
        self._terminal = terminal

    def isatty(self) -> bool:
        """Return whether it is a terminal."""
        return self._terminal


class Broken(Stream):
    """A stream that takes *most* characters and then fails with *fault*."""

    def __init__(self, fault: int, most: int = 0, *, terminal: bool = False) -> None:
        super().__init__(terminal=terminal)
        self._fault, self._most = fault, most

    def write(self, text: str) -> int:
        """Write, or fail."""
        if self.tell() + len(text) > self._most:
            raise OSError(self._fault, os.strerror(self._fault))
        return super().write(text)


class Shell:
    """Runs commands on *sandbox*; *attempts* is how often a call is tried."""

    def __init__(self, sandbox: Sandbox, attempts: int = 1) -> None:
        self.sandbox = sandbox
        self.http_client = httpx2.Client(transport=sandbox.transport())
        self.options: dict[str, Any] = {
            "api_key": sandbox.key,
            "base_url": sandbox.url,
            "http_client": self.http_client,
            "retry": RetryPolicy(max_attempts=attempts),
        }

    def __call__(
        self,
        *arguments: str,
        stdin: str | bytes = "",
        terminal: bool = False,
        out: Stream | None = None,
        err: Stream | None = None,
        **options: Any,
    ) -> Done:
        """Run a command and return what came of it; it writes to *out* and *err*, if they are given."""
        given: Sequence[Any] = [
            Stream(stdin, terminal=terminal) if isinstance(stdin, str) else TextIOWrapper(BytesIO(stdin), "latin-1"),
            *(each or Stream(terminal=terminal) for each in (out, err)),
        ]
        with (
            patch.object(sys, "stdin", given[0]),
            patch.object(sys, "stdout", given[1]),
            patch.object(sys, "stderr", given[2]),
            virtual_time(self.sandbox.clock),
        ):
            status = main(arguments, **{**self.options, **options})
        return Done(status, given[1].getvalue(), given[2].getvalue())
