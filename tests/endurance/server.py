"""A sandbox in a separate process, on a loopback port, used through its control API."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import ProxyHandler, Request, build_opener

from foxreach_client import FoxReach

JOURNAL = Path(__file__).with_name("journal.py")
SHARED = "shared@example.com"
GONE = "gone."  # how the names of leads and templates begin that callers delete
SPARE = 20  # accounts that callers delete
OPTIONS = ("--port", "0", "--limit", "0")
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
"""The faults, with the share of the requests that each affects: about one in eight together."""


@dataclass(frozen=True)
class Ids:
    """Objects that all callers share, and email accounts for one of them each."""

    account: str
    thread: str
    spare: Iterator[str]


@dataclass(frozen=True)
class Server:
    """A running sandbox."""

    url: str
    key: str
    home: str
    journal: Path

    @property
    def changes(self) -> Counter[str]:
        """How often each named call was carried out."""
        return Counter(self.journal.read_text("utf-8").split("\n"))

    def ask(self, path: str) -> Any:
        """Return the answer of the control API."""
        return self._data(Request(f"{self.home}/_sandbox/{path}"))  # noqa: S310 - by http

    def tell(self, path: str, **body: Any) -> Any:
        """Post to the control API and return its answer."""
        content, kind = json.dumps(body).encode(), {"Content-Type": "application/json"}
        return self._data(Request(f"{self.home}/_sandbox/{path}", content, kind))  # noqa: S310 - by http

    def begin(self, seed: int) -> Ids:
        """Remove all rows, make those of the result, and inject faults that *seed* selects."""
        self.tell("reset")
        account = self.tell("world", do="account", email="sales@example.com")["id"]
        with FoxReach(api_key=self.key, base_url=self.url) as client:
            lead = client.leads.create(email=SHARED).id
        thread = self.tell("world", do="reply", lead=lead, body="Hello")["id"]
        for number, (share, fault) in enumerate(SHARES):
            self.tell("faults", **fault, share=share, seed=100 * seed + number)
        spare = [self.tell("world", do="account", email=f"{at}@example.com")["id"] for at in range(SPARE)]
        return Ids(account, thread, iter(spare))

    def calm(self) -> None:
        """Remove all faults."""
        self._data(Request(f"{self.home}/_sandbox/faults", method="DELETE"))  # noqa: S310 - by http

    def _data(self, request: Request) -> Any:
        with DIRECT.open(request) as answer:
            return json.load(answer)["data"]


@contextmanager
def running() -> Generator[Server]:
    """Run a sandbox until the block ends."""
    with tempfile.TemporaryDirectory() as folder:
        journal = Path(folder, "journal")
        command = [sys.executable, str(JOURNAL), str(journal), *OPTIONS]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            try:
                assert process.stdout is not None
                url, key, home = (process.stdout.readline().strip() for _ in range(3))
                yield Server(url.partition("=")[2], key.partition("=")[2], home.removeprefix("# ").rstrip("/"), journal)
            finally:
                process.terminate()
