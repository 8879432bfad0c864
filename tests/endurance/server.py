"""A sandbox in a process of its own, on a port of loopback, driven from outside."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.request import ProxyHandler, Request, build_opener

COMMAND = [sys.executable, "-m", "foxreach_sandbox", "--port", "0", "--limit", "0"]
DIRECT = build_opener(ProxyHandler({}))  # A connection for each question: none is left when the sockets are counted.
SHARES: tuple[tuple[float, Mapping[str, Any]], ...] = (
    (0.01, {"fault": "status", "code": 503}),
    (0.01, {"fault": "status", "code": 500, "after_work": True}),
    (0.01, {"fault": "status", "code": 429, "retry_after": 0}),
    (0.01, {"fault": "status", "code": 403}),
    (0.005, {"fault": "html", "code": 502}),
    (0.005, {"fault": "html", "code": 504, "after_work": True}),
    (0.01, {"fault": "close"}),
    (0.01, {"fault": "close", "after_work": True}),
    (0.005, {"fault": "reset"}),
    (0.01, {"fault": "reset", "after_work": True}),
    (0.01, {"fault": "truncated"}),
    (0.005, {"fault": "truncated", "then": "reset"}),
    (0.01, {"fault": "hangup"}),
    (0.005, {"fault": "raw", "content": "HTTP/1.1 200 OK\r\nConte", "after_work": True}),
    (0.005, {"fault": "answer", "body": {"data": {"id": 5}}}),
    (0.005, {"fault": "slow", "seconds": 0.001}),
    (0.001, {"fault": "silence"}),
    (0.001, {"fault": "silence", "after_work": True}),
    (0.001, {"fault": "truncated", "then": "silence"}),
)
"""What goes wrong, and with which share of the requests: about one in eight."""


@dataclass(frozen=True)
class Server:
    """A running sandbox."""

    url: str
    key: str
    home: str

    def ask(self, path: str) -> Any:
        """Return what the control API says."""
        return self._data(Request(f"{self.home}/_sandbox/{path}"))  # noqa: S310 - by http

    def tell(self, path: str, **body: Any) -> Any:
        """Have the control API do something, and return what it says."""
        content, kind = json.dumps(body).encode(), {"Content-Type": "application/json"}
        return self._data(Request(f"{self.home}/_sandbox/{path}", content, kind))  # noqa: S310 - by http

    def begin(self, seed: int) -> None:
        """Start with no rows, and with faults picked by *seed*."""
        self.tell("reset")
        for number, (share, fault) in enumerate(SHARES):
            self.tell("faults", **fault, share=share, seed=100 * seed + number)

    def calm(self) -> None:
        """Let nothing more go wrong."""
        self._data(Request(f"{self.home}/_sandbox/faults", method="DELETE"))  # noqa: S310 - by http

    def _data(self, request: Request) -> Any:
        with DIRECT.open(request) as answer:
            return json.load(answer)["data"]


@contextmanager
def running() -> Generator[Server]:
    """Run a sandbox for as long as the block lasts."""
    with subprocess.Popen(COMMAND, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            url, key, home = (process.stdout.readline().strip() for _ in range(3))
            yield Server(url.partition("=")[2], key.partition("=")[2], home.removeprefix("# ").rstrip("/"))
        finally:
            process.terminate()
