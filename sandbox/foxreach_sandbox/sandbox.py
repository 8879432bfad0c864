"""A sandbox as its users meet it: a backend that can be served on a socket or used through an httpx2 transport."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING

from starlette.types import ASGIApp

from .backend import Backend
from .server.app import application
from .server.control import Control
from .server.pages import Pages
from .server.serving import Serving, address_of, listener, run, serving

if TYPE_CHECKING:
    from .server.transports import AsyncSandboxTransport, SandboxTransport


class Sandbox(Backend):
    """A FoxReach of your own; `Backend` explains the options."""

    @cached_property
    def app(self) -> ASGIApp:
        """The ASGI application: the API, the control API and the pages."""
        return application(self.engine, [*Control(self).routes(), *Pages(self).routes()], self.names, self.origins)

    def transport(self) -> "SandboxTransport":
        """Return a transport for `httpx2.Client` that needs no socket."""
        from .server.transports import SandboxTransport  # noqa: PLC0415 - httpx2 is a seventh of a start

        return SandboxTransport(self.engine)

    def async_transport(self) -> "AsyncSandboxTransport":
        """Return a transport for `httpx2.AsyncClient` that needs no socket."""
        from .server.transports import AsyncSandboxTransport  # noqa: PLC0415 - as above

        return AsyncSandboxTransport(self.engine)

    @contextmanager
    def serve(self, *, host: str = "127.0.0.1", port: int = 0, anywhere: bool = False) -> Generator[Serving]:
        """Serve on a socket, in a thread, until the block ends."""
        with serving(self.app, self.connections, host, port, anywhere=anywhere) as where, self.deliveries.running():
            yield where

    def run(self, *, host: str, port: int, anywhere: bool, announce: Callable[[str, str, str], None]) -> None:
        """Serve until the program is interrupted; call *announce* with the base URL, the key and the URL of `/`."""
        socket = listener(host, port, anywhere=anywhere)
        where = address_of(socket)
        announce(where.url, self.key, where.home)
        with self.deliveries.running():
            run(self.app, socket, self.connections)
