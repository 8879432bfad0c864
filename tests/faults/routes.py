"""The ways from a client to the server, and what stands in them: names, certificates, proxies, a full pool."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Generator
from contextlib import contextmanager
from functools import cache
from typing import Any
from unittest.mock import patch

import httpx2
import trustme

from tests.faults.calls import Route
from tests.faults.server import Connection, Script, Server

AUTHORITY: Any = trustme.CA()  # Its annotations name pyOpenSSL, which is not here.


@cache
def identity(host: str) -> ssl.SSLContext:
    """Return what a server that calls itself *host* needs for TLS."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    AUTHORITY.issue_cert(host).configure_cert(context)
    return context


@cache
def trust() -> ssl.SSLContext:
    """Return what a client needs to trust our servers."""
    context = ssl.create_default_context()
    AUTHORITY.configure_trust(context)
    return context


def secured(script: Script, host: str = "127.0.0.1") -> Script:
    """Return *script* over TLS."""

    def secured_script(connection: Connection) -> None:
        connection.secure(identity(host))
        script(connection)

    return secured_script


@contextmanager
def plain(server: Server) -> Generator[Route]:
    """Go straight to the server."""
    yield Route(server.url)


@contextmanager
def tls(server: Server) -> Generator[Route]:
    """Go by TLS, with a client of the caller's own that trusts the server."""
    yield Route(f"https://127.0.0.1:{server.port}", {"verify": trust()})


@contextmanager
def tls_untrusted(server: Server) -> Generator[Route]:
    """Go by TLS and trust nobody but the public authorities."""
    yield Route(f"https://127.0.0.1:{server.port}")


@contextmanager
def proxied(server: Server) -> Generator[Route]:
    """Go through the server as a proxy."""
    yield Route("https://api.test/v1", {"proxy": server.url, "verify": trust()})


@contextmanager
def refused(server: Server) -> Generator[Route]:
    """Go to a port where nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield Route(f"http://127.0.0.1:{taken.getsockname()[1]}")


@contextmanager
def unreachable(server: Server) -> Generator[Route]:
    """Go to a port whose queue is full, so that nothing comes back."""
    with socket.create_server(("127.0.0.1", 0), backlog=0) as full, socket.socket() as one, socket.socket() as two:
        for filler in (one, two):
            filler.setblocking(False)
            filler.connect_ex(full.getsockname())
        yield Route(f"http://127.0.0.1:{full.getsockname()[1]}")


@contextmanager
def nameless(server: Server) -> Generator[Route]:
    """Go to a name that does not exist, without asking anybody."""

    def unknown(*args: Any, **kwargs: Any) -> Any:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    with patch("socket.getaddrinfo", unknown):
        yield Route("https://nowhere.invalid")


@contextmanager
def crowded(server: Server) -> Generator[Route]:
    """Go through a pool whose only connection is in use."""
    yield Route(server.url, {"limits": httpx2.Limits(max_connections=1)}, held=True)
