"""The sandbox on a socket: uvicorn, in a thread or in the foreground, whose connections can be broken off."""

import asyncio
import socket
import struct
import threading
from collections.abc import Generator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from ipaddress import ip_address
from typing import Any, cast

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

from .exchange import BASE
from .sending import TRANSPORT

GRACE = 1  # second for a call that is being answered when the server ends
LINGER = struct.pack("ii", 1, 0)  # Closing resets the connection instead of ending it.


class Connection:
    """The connection of one request, for faults."""

    def __init__(self, transport: asyncio.Transport) -> None:
        self._transport = transport

    def send(self, content: bytes) -> None:
        """Send *content* as it is."""
        self._transport.write(content)

    def end(self, *, reset: bool) -> None:
        """End the connection after what was sent, or break it off."""
        if reset:
            self._transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, LINGER)
            self._transport.abort()
        else:
            self._transport.close()


@dataclass
class Sockets:
    """How many connections are open, and how many were at the same time at most."""

    open: int = 0
    most: int = 0

    def count(self, change: int) -> None:
        """Count one more, or one less."""
        self.open += change
        self.most = max(self.most, self.open)


class Protocol(H11Protocol):
    """Uvicorn's own, except that its connections are counted, and a request's scope knows the one it came on."""

    def __init__(self, sockets: Sockets, **given: Any) -> None:
        super().__init__(**given)
        self._sockets = sockets

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn does
        """Remember the connection."""
        super().connection_made(transport)
        self._sockets.count(1)
        self.app_state = {**self.app_state, TRANSPORT: Connection(transport)}

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the connection."""
        super().connection_lost(exc)
        self._sockets.count(-1)


@dataclass(frozen=True)
class Serving:
    """A running server; *url* is the base URL for a client, *home* that of the pages."""

    url: str
    home: str


def listener(host: str, port: int, *, anywhere: bool) -> socket.socket:
    """Return a listening socket; a host that is not loopback is refused unless *anywhere*."""
    address = "127.0.0.1" if host == "localhost" else host
    if not anywhere and not ip_address(address).is_loopback:
        why = "whoever reaches this machine would reach the sandbox"
        raise ValueError(f"{host} is not loopback: {why} (anywhere allows it)")
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    # Named as TCP, so that asyncio turns off Nagle's algorithm: a head and a body else wait 40 ms for each other.
    ear = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        ear.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        ear.bind((address, port))
        ear.listen(512)
    except OSError as error:
        ear.close()
        raise OSError(error.errno, f"{error.strerror}: {host}:{port}") from None
    except OverflowError:
        ear.close()
        raise
    return ear


def address_of(ear: socket.socket) -> Serving:
    """Return where a listening socket is reached."""
    host, port = cast("tuple[str, int]", ear.getsockname()[:2])
    home = f"http://{f'[{host}]' if ':' in host else host}:{port}"
    return Serving(f"{home}{BASE}", home)


class PromptServer(uvicorn.Server):
    """Uvicorn's own, except that it ends when it is told to: that one looks ten times a second, and waits once more."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self._over = Future[None]()

    def end(self) -> None:
        """Let the server end, from any thread, started or not."""
        self.should_exit = True
        self._over.set_result(None)

    async def main_loop(self) -> None:
        """Serve until `end`."""
        await asyncio.wrap_future(self._over)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Close what is open; a call that is being answered has a second to come to its end."""
        for ear in (*self.servers, *(sockets or ())):
            ear.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        if self.server_state.tasks:
            await asyncio.wait(list(self.server_state.tasks), timeout=GRACE)
        for connection in list(self.server_state.connections):
            connection.transport.abort()
        await asyncio.sleep(0)  # Now the connections hear that they are lost.


def settings_of(app: ASGIApp, sockets: Sockets) -> uvicorn.Config:
    """Return the settings of a server that says nothing and leaves the `Date` header to the sandbox's clock."""
    settings: dict[str, Any] = {"http": partial(Protocol, sockets), "ws": "none", "lifespan": "off", "log_config": None}
    quiet: dict[str, Any] = {"access_log": False, "date_header": False, "server_header": False}
    return uvicorn.Config(app, **settings, **quiet, log_level="error", timeout_graceful_shutdown=GRACE)


def run(app: ASGIApp, ear: socket.socket, sockets: Sockets) -> None:
    """Serve in the foreground until the program is interrupted."""
    with ear:
        uvicorn.Server(settings_of(app, sockets)).run(sockets=[ear])


@contextmanager
def serving(app: ASGIApp, sockets: Sockets, host: str, port: int, *, anywhere: bool = False) -> Generator[Serving]:
    """Serve in a thread for as long as the block lasts."""
    ear = listener(host, port, anywhere=anywhere)
    running = PromptServer(settings_of(app, sockets))
    thread = threading.Thread(target=running.run, kwargs={"sockets": [ear]}, daemon=True)
    thread.start()
    try:
        yield address_of(ear)  # Who connects before the server accepts waits in the backlog.
    finally:
        running.end()
        thread.join()
        ear.close()
