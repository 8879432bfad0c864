"""CORS for the API: pages of named origins may call it and read its answers, rate limit headers included.

FoxReach has no CORS, since its keys are for servers. It is for front ends that are developed against the sandbox. The
control API and the pages never answer with these headers.
"""

from collections.abc import Iterable

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ..http_messages import BASE

Headers = list[tuple[bytes, bytes]]
EXPOSED = b"X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, Retry-After, Date"
METHODS = b"GET, POST, PATCH, PUT, DELETE"
A_DAY = b"86400"  # Seconds that a browser may remember a preflight.


class Cors:
    """Answers preflights, and adds the headers to the answers of *app*."""

    def __init__(self, app: ASGIApp, origins: Iterable[str]) -> None:
        self._app, self._origins = app, frozenset(origin.encode() for origin in origins)

    def concerns(self, scope: Scope) -> bool:
        """Return whether the request is one to the API, from a page of a named origin."""
        return (
            bool(self._origins) and scope["path"].startswith(f"{BASE}/") and _header(scope, b"origin") in self._origins
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request that `concerns` accepted."""
        added: Headers = [(b"access-control-allow-origin", _header(scope, b"origin")), (b"vary", b"Origin")]

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                exposed = (b"access-control-expose-headers", EXPOSED)
                message = {**message, "headers": [*message["headers"], *added, exposed]}
            await send(message)

        wanted = _header(scope, b"access-control-request-headers")
        if scope["method"] != "OPTIONS" or not _header(scope, b"access-control-request-method"):
            await self._app(scope, receive, send_with_headers)
            return
        added += [(b"access-control-allow-methods", METHODS), (b"access-control-max-age", A_DAY)]
        added += [(b"access-control-allow-headers", wanted)] if wanted else []
        await send({"type": "http.response.start", "status": 204, "headers": added})
        await send({"type": "http.response.body", "body": b""})


def _header(scope: Scope, name: bytes) -> bytes:
    found: bytes = dict(scope["headers"]).get(name, b"")
    return found
