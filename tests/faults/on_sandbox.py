"""The catalogue on a sandbox behind a socket: it plays the faults, and its rows say what was done."""

from __future__ import annotations

import socket
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any
from unittest.mock import patch
from urllib.parse import urlsplit

import foxreach_client as fox
from foxreach_runtime.errors import InDoubt
from foxreach_sandbox import Clock, Sandbox
from foxreach_sandbox.http_messages import BASE, Reply, Request, encoded
from foxreach_sandbox.server.serving import Serving

from tests.faults.calls import CALLS, COMPANY, EMAIL, KEY, NOW, Seen, seen
from tests.faults.fault import Fault
from tests.faults.placed import Placed

OLD = {"email": "someone.else@example.com", "company": "Before"}  # the lead that is read, updated and deleted
LOOKS = 8  # at a call in doubt: each is a call as hasty as the one in doubt
SUCCESS = {"read": 200, "update": 200, "create": 201, "delete": 200}


@dataclass
class OnSandbox:
    """A sandbox as the server of one call: plans its faults when they are due, and keeps what the call sent."""

    sandbox: Sandbox
    serving: Serving
    call: str
    placed: Placed
    received: list[bytes] = field(default_factory=list[bytes])

    @property
    def url(self) -> str:
        """The address of the API."""
        return self.serving.url

    def begin(self, *, warm: bool) -> None:
        """Plan the faults, but for those that come after a warming call."""
        if not warm:
            self._plan()
        elif self.placed.before is not None:
            self.sandbox.faults.next(CALLS["read"].operation.name, 1, self.placed.before)

    def forget(self, *, closed: bool) -> None:
        """Forget the warming call and plan the faults."""
        if closed:
            self.close()
        self.received.clear()
        self._plan()

    def close(self) -> None:
        """Go once around the server's loop: what was sent before is received, what was to be closed is closed."""
        go_round(self.serving)

    def hear(self, request: Request) -> Reply:
        """Keep *request* if it is of the call, and let the sandbox answer."""
        path = request.path.removeprefix(BASE)
        if (request.method, path) == (CALLS[self.call].request.method, CALLS[self.call].request.path):
            self.received.append(f"{request.method} {path} HTTP/1.1\r\n\r\n".encode() + request.body)
        return type(self.sandbox.engine).handle(self.sandbox.engine, request)

    def _plan(self) -> None:
        name = CALLS[self.call].operation.name
        for fault in self.placed.first:
            self.sandbox.faults.next(name, 1, fault)
        if self.placed.then is not None:
            self.sandbox.faults.always(name, self.placed.then)


def go_round(serving: Serving) -> None:
    """Ask the server for something and wait until it has closed the connection."""
    address = urlsplit(serving.home)
    with socket.create_connection((address.hostname, address.port)) as end, end.makefile("rb") as answer:
        end.sendall(b"GET /_sandbox/state HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        assert answer.read().startswith(b"HTTP/1.1 200 ")


@contextmanager
def open_sandbox() -> Generator[tuple[Sandbox, Serving]]:
    """Serve an empty sandbox without a limit, in the time of the calls."""
    sandbox = Sandbox(limit=None, clock=Clock(start=NOW))
    sandbox.add_key(KEY)
    with sandbox, sandbox.serve() as serving:
        yield sandbox, serving


def played(sandbox: Sandbox, serving: Serving, fault: Fault, placed: Placed, *, call: str, flavour: str) -> Seen:
    """Return what comes of *call*; the sandbox has one lead before."""
    sandbox.reset()
    headers = {"x-api-key": KEY, "content-type": "application/json"}
    assert sandbox.engine.handle(Request("POST", f"{BASE}/leads", headers=headers, body=encoded(OLD))).status == 201
    server: Any = OnSandbox(sandbox, serving, call, placed)
    setting = replace(placed.setting or fault.setting, settle=LOOKS)
    with patch.object(sandbox.engine, "handle", server.hear), fault.route(server) as route:
        server.begin(warm=bool(setting.warm))
        return seen(flavour, CALLS[call], server, route, setting)


def expected(fault: Fault, placed: Placed, call: str) -> Fault:
    """Return *fault* with the status that the sandbox gives it."""
    return replace(fault, status=SUCCESS[call]) if placed.own else fault


def check_truth(sandbox: Sandbox, saw: Seen, placed: Placed, call: str) -> None:
    """Assert that the rows are what was done, and that the caller was told nothing else."""
    if call == "read":
        assert [lead["company"] for lead in sandbox.state.leads] == [OLD["company"]]
        return
    there = is_there(sandbox, call)
    assert there == (saw.error is None or placed.work == "done")
    assert (
        len(sandbox.state.leads) == {"create": 1 + there, "import": 1 + there, "update": 1, "delete": 1 - there}[call]
    )
    check_told(saw, there)


def is_there(sandbox: Sandbox, call: str) -> bool:
    """Return whether the rows show what *call* does."""
    if call == "create":
        return [lead["company"] for lead in sandbox.state.leads if lead["email"] == EMAIL] == [COMPANY]
    if call == "import":
        return any(lead["email"] == EMAIL for lead in sandbox.state.leads)
    old = sandbox.state.lead("cld_1")
    return old is None if call == "delete" else old is not None and old["company"] == COMPANY


def check_told(saw: Seen, there: bool) -> None:
    """Assert that what the caller was told is true: done, not done, or unknown and found out."""
    error = saw.error
    if error is None:
        assert there
    elif isinstance(error, fox.NotSentError):
        assert not there
    elif isinstance(error, InDoubt):
        # The clock of the sandbox stands still: a lead of this very second may have been there before the call.
        truths = {"applied", "unknown"} if there else {"not_observed"}
        assert saw.settled in (truths if error.operation == "leads.create" else {"unknown"})
    else:
        assert isinstance(error, fox.StatusError | fox.RedirectRefusedError)
        assert not there or any(attempt.may_have_acted for attempt in error.history[:-1])
