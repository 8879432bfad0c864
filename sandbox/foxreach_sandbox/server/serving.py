"""Serve on a socket with uvicorn, in a thread or in the foreground; faults can close and reset its connections."""

import asyncio
import logging
import socket
import struct
import threading
import time
from collections.abc import Generator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from ipaddress import ip_address
from math import inf
from typing import Any, cast

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

from ..backend import Connections
from ..http_messages import BASE
from .sending import TRANSPORT

GRACE = 1  # Seconds that calls in flight have left when the server stops.
QUIET = 60.0  # Seconds between two complaints about the event loop.
BACKLOG = 512  # Connections that wait to be accepted.
LINGER = struct.pack("ii", 1, 0)  # close() then resets the connection.


class Connection:
    """The connection of one request, for faults."""

    def __init__(self, transport: asyncio.Transport) -> None:
        self._transport = transport

    def send(self, content: bytes) -> None:
        """Send *content* unchanged."""
        self._transport.write(content)

    def end(self, *, reset: bool) -> None:
        """Close the connection after what was sent, or reset it at once."""
        if reset:
            self._transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, LINGER)
            self._transport.abort()
        else:
            self._transport.close()


class Protocol(H11Protocol):
    """uvicorn's protocol, which also counts connections and puts the connection into the scope of its requests."""

    def __init__(self, connections: Connections, **given: Any) -> None:
        super().__init__(**given)
        self._count = connections.count

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn does
        """Count the connection and keep it for faults."""
        super().connection_made(transport)
        self._count(1)
        self.app_state = {**self.app_state, TRANSPORT: Connection(transport)}

    def connection_lost(self, exc: Exception | None) -> None:
        """Count the connection as closed."""
        super().connection_lost(exc)
        self._count(-1)


@dataclass(frozen=True)
class Serving:
    """A running server: *url* is the base URL for a client, *home* that of the pages."""

    url: str
    home: str


def listener(host: str, port: int, *, anywhere: bool) -> socket.socket:
    """Return a listening socket; ValueError for a host beyond loopback unless *anywhere*."""
    address = "127.0.0.1" if host == "localhost" else host
    if anywhere is not True and not ip_address(address).is_loopback:
        why = "others could reach the sandbox over the network"
        raise ValueError(f"{host} is not loopback: {why}; --anywhere, or anywhere=True, allows it")
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    # asyncio sets TCP_NODELAY only on a socket with this protocol; without it, head and body wait 40 ms for each other.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((address, port))
        listening.listen(BACKLOG)
    except OSError as error:
        listening.close()
        raise OSError(error.errno, f"{error.strerror}: {host}:{port}") from None
    except OverflowError:
        listening.close()
        raise
    return listening


def address_of(listening: socket.socket) -> Serving:
    """Return the address of a listening socket."""
    host, port = cast("tuple[str, int]", listening.getsockname()[:2])
    home = f"http://{f'[{host}]' if ':' in host else host}:{port}"
    return Serving(f"{home}{BASE}", home)


class QuietServer(uvicorn.Server):
    """uvicorn's server, which survives that the process runs out of file descriptors, and says so once a minute.

    asyncio reports each connection that it cannot accept with a traceback, thousands in a second, and accepts again
    after a second.
    """

    _complained = -inf

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, with errors of the event loop in one line."""
        asyncio.get_running_loop().set_exception_handler(self._complain)
        await super().startup(sockets)

    def _complain(self, _: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        now = time.monotonic()
        if now - self._complained < QUIET:
            return
        self._complained = now
        reason = context.get("exception") or context["message"]
        logging.getLogger("foxreach_sandbox").error("foxreach-sandbox: %s (said at most once a minute)", reason)


class PromptServer(QuietServer):
    """Stops at once: the original polls every tenth of a second."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self._stopped = Future[None]()

    def stop(self) -> None:
        """Stop the server, from any thread, even before it has started."""
        self.should_exit = True
        self._stopped.set_result(None)

    async def main_loop(self) -> None:
        """Serve until `stop`."""
        await asyncio.wrap_future(self._stopped)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Close all sockets; calls in flight have GRACE seconds left."""
        for each in (*self.servers, *(sockets or ())):
            each.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        if self.server_state.tasks:
            await asyncio.wait(list(self.server_state.tasks), timeout=GRACE)
        for connection in list(self.server_state.connections):
            connection.transport.abort()
        await asyncio.sleep(0)  # Lets connection_lost run.


def settings_of(app: ASGIApp, connections: Connections) -> uvicorn.Config:
    """Return the settings of a server without logs; the `Date` header comes from the sandbox's clock."""
    settings: dict[str, Any] = {
        "http": partial(Protocol, connections),
        "ws": "none",
        "lifespan": "off",
        "log_config": None,
    }
    quiet: dict[str, Any] = {"access_log": False, "date_header": False, "server_header": False}
    return uvicorn.Config(app, **settings, **quiet, log_level="error", backlog=BACKLOG, timeout_graceful_shutdown=GRACE)


def run(app: ASGIApp, listening: socket.socket, connections: Connections) -> None:
    """Serve in the foreground until the program is interrupted."""
    with listening:
        QuietServer(settings_of(app, connections)).run(sockets=[listening])


@contextmanager
def serving(
    app: ASGIApp, connections: Connections, host: str, port: int, *, anywhere: bool = False
) -> Generator[Serving]:
    """Serve in a thread until the block ends."""
    listening = listener(host, port, anywhere=anywhere)
    running = PromptServer(settings_of(app, connections))
    thread = threading.Thread(target=running.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        yield address_of(listening)  # Connections wait in the backlog until the server accepts.
    finally:
        running.stop()
        thread.join()
        listening.close()
