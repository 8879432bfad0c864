"""The sandbox as an ASGI application: the API of the spec, the control API and the pages, guarded against browsers.

The control API needs no key and the key of the first workspace is known, so no page of a foreign site may reach either
of them. Two ways are closed: a foreign host name that resolves to this machine (DNS rebinding) shows in `Host`, and a
cross-origin request shows in `Origin`.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from ..engine import Engine
from ..http_messages import BASE, Reply, Request, reply_of
from .cors import Cors
from .sending import send_reply

NAMES = 64  # Host names whose kind is kept: most callers use one.
MISDIRECTED = 421  # RFC 9110 15.5.20
UNKNOWN_HOST = "Unknown host name {0}: start the sandbox with --name {0}, or use its address"
HOST = re.compile(r"(\[[0-9a-f:.]+\]|[\w.-]+)(:[0-9]{1,5})?", re.ASCII | re.IGNORECASE)
FOREIGN_ORIGIN = "Pages of another origin may not call this sandbox"


def application(engine: Engine, routes: list[Route], names: Iterable[str] = (), origins: Iterable[str] = ()) -> ASGIApp:
    """Return the application: the API below its base path, and *routes*.

    *names* are the names of this machine, *origins* those of the pages that may call the API.
    """
    return Guard(Application(engine, Starlette(routes=routes)), names, origins)


class Application:
    """The API below its base path, and *others* for all other paths.

    Does not use a mount of Starlette: that does not match a path with a line break, and the API has its own 404.
    """

    def __init__(self, engine: Engine, others: ASGIApp) -> None:
        self._engine, self._others = engine, others

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http" and (scope["path"] + "/").startswith(f"{BASE}/"):
            reply = self._engine.handle(await _request(scope, receive))
            await send_reply(scope, receive, send, reply)
        else:
            await self._others(scope, receive, send)


async def _request(scope: Scope, receive: Receive) -> Request:
    headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
    path, query = scope["raw_path"].decode("latin-1"), scope["query_string"].decode("latin-1")
    parts: list[bytes] = []
    more = True
    while more:
        message: Any = await receive()
        parts.append(message.get("body", b""))
        more = message.get("more_body", False)
    return Request(scope["method"], path, query, headers, b"".join(parts))


class Guard:
    """Passes permitted requests to *app*; *names* are the names of this machine besides `localhost`.

    *origins* are those of the pages that may call the API, and nothing else.
    """

    def __init__(self, app: ASGIApp, names: Iterable[str], origins: Iterable[str]) -> None:
        self._app, self._cors = app, Cors(app, origins)
        self._names = frozenset(name.lower() for name in names)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        refusal = self._refusal(scope) if scope["type"] == "http" else None
        if refusal is None:
            app = self._cors if scope["type"] == "http" and self._cors.concerns(scope) else self._app
            await app(scope, receive, send)
            return
        await send({"type": "http.response.start", "status": refusal.status, "headers": refusal.lines})
        await send({"type": "http.response.body", "body": refusal.body})

    def _refusal(self, scope: Scope) -> Reply | None:
        headers = dict(scope["headers"])
        host, origin = (headers.get(name, b"").decode("latin-1") for name in (b"host", b"origin"))
        name = _host_name(f"//{host}") if HOST.fullmatch(host) else None
        if name is None or not (_is_address(name) or self._is_local(name)):
            return reply_of(MISDIRECTED, {"detail": UNKNOWN_HOST.format(name)})
        same_origin = not origin or origin == f"{scope['scheme']}://{host}"
        permitted = same_origin or self._is_local(_host_name(origin)) or self._cors.concerns(scope)
        return None if permitted else reply_of(403, {"detail": FOREIGN_ORIGIN})

    def _is_local(self, name: str | None) -> bool:
        """Return whether *name* always means this machine, whatever a name server says."""
        if name is None:
            return False
        known = name in self._names or name == "localhost" or name.endswith(".localhost")
        return known or (_is_address(name) and ip_address(name).is_loopback)


@lru_cache(maxsize=NAMES)
def _host_name(url: str) -> str | None:
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None


@lru_cache(maxsize=NAMES)
def _is_address(name: str) -> bool:
    """Return whether *name* is an IP address, which no name server can redirect."""
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
