"""The sandbox on a socket: how it listens, and that it closes everything at its end."""

import socket
from typing import Any
from urllib.parse import urlsplit

import pytest
from foxreach_sandbox import Fault, Sandbox
from foxreach_sandbox.server import serving
from foxreach_sandbox.server.serving import address_of, listener

from tests.faults.on_sandbox import go_round


def test_the_listening_socket_disables_nagle() -> None:
    with listener("127.0.0.1", 0, anywhere=False) as ear:
        assert ear.proto == socket.IPPROTO_TCP  # asyncio sets TCP_NODELAY only where this is said
        assert address_of(ear).url == f"{address_of(ear).home}/api/v1"


@pytest.mark.parametrize("anywhere", [False, "no", 1])
def test_only_true_allows_other_hosts(anywhere: Any) -> None:
    with pytest.raises(ValueError, match=r"0\.0\.0\.0 is not loopback"):
        listener("0.0.0.0", 0, anywhere=anywhere).close()  # noqa: S104


def test_leaving_serve_closes_every_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "GRACE", 0.01)  # for the call that nobody will answer
    sandbox = Sandbox()
    sandbox.faults.always("inbox.stats", Fault.silence())
    with sandbox.serve() as server:
        address = urlsplit(server.home)
        idle, asking = (socket.create_connection((address.hostname, address.port), 10) for _ in range(2))
        asking.sendall(
            f"GET /api/v1/inbox/stats HTTP/1.1\r\nHost: localhost\r\nx-api-key: {sandbox.key}\r\n\r\n".encode()
        )
        go_round(server)
        assert (sandbox.state.requests[0]["connection"], sandbox.connections.open) == ("silence", 2)
    assert sandbox.connections.open == 0
    with idle, asking:
        assert (idle.recv(1), asking.recv(1)) == (b"", b"")
