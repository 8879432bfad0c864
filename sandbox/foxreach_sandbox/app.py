"""The sandbox as an ASGI application: the API from the spec, and around it the control API and the pages."""

from collections.abc import Iterable
from typing import Any

from starlette.applications import Starlette
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from .engine import Engine
from .exchange import BASE, Request
from .guard import Guard
from .sending import send_reply


class Api:
    """The operations of the spec; the engine decides, and this sends what it decided."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        path, query = scope["raw_path"].decode("latin-1"), scope["query_string"].decode("latin-1")
        body = await _whole(receive)
        reply = self._engine.handle(Request(scope["method"], path, query, headers, body))
        await send_reply(scope, receive, send, reply)


async def _whole(receive: Receive) -> bytes:
    parts: list[bytes] = []
    while True:
        message: Any = await receive()
        parts.append(message.get("body", b""))
        if not message.get("more_body", False):
            return b"".join(parts)


class Application:
    """The API below its base path, and everything else by *others*.

    Not a mount of Starlette's: its routes do not match a path with a line break, and the API has its own 404.
    """

    def __init__(self, engine: Engine, others: ASGIApp) -> None:
        self._api, self._others = Api(engine), others

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        ours = scope["type"] == "http" and (scope["path"] + "/").startswith(f"{BASE}/")
        await (self._api if ours else self._others)(scope, receive, send)


def application(engine: Engine, routes: list[Route], names: Iterable[str] = ()) -> ASGIApp:
    """Return the application: the API below its base path, and *routes*, for who calls this machine by its *names*."""
    return Guard(Application(engine, Starlette(routes=routes)), names)
