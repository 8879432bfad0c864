"""The sandbox as an ASGI application: the API from the spec, and around it the control API and the pages."""

import asyncio
from typing import Any

from starlette.applications import Starlette
from starlette.routing import Mount, Route
from starlette.types import Receive, Scope, Send

from .engine import Engine
from .exchange import BASE, Reply, Request
from .faults import Fault
from .transports import pieces

TRANSPORT = "foxreach_sandbox.transport"  # in the scope's state, under our own server


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
        fault = reply.fault or Fault()
        if fault.latency:
            await asyncio.sleep(fault.latency)
        if fault.ending:
            await _end(scope, receive, reply)
        else:
            await _answer(send, reply, fault.pause)


async def _whole(receive: Receive) -> bytes:
    parts: list[bytes] = []
    while True:
        message: Any = await receive()
        parts.append(message.get("body", b""))
        if not message.get("more_body", False):
            return b"".join(parts)


async def _answer(send: Send, reply: Reply, pause: float) -> None:
    await send({"type": "http.response.start", "status": reply.status, "headers": reply.lines})
    for piece in pieces(reply.body) if pause else ():
        await asyncio.sleep(pause)
        await send({"type": "http.response.body", "body": piece, "more_body": True})
    await send({"type": "http.response.body", "body": b"" if pause else reply.body})


async def _end(scope: Scope, receive: Receive, reply: Reply) -> None:
    connection = scope.get("state", {}).get(TRANSPORT)
    if connection is None:
        raise ConnectionResetError("a fault that ends the connection needs Sandbox.serve() or Sandbox.transport()")
    if reply.fault is not None and reply.fault.ending == "truncated":
        head = b"".join(b"%b: %b\r\n" % line for line in reply.lines)
        connection.send(b"HTTP/1.1 %d OK\r\n%b\r\n%b" % (reply.status, head, reply.body[: len(reply.body) // 2]))
    connection.end(reset=reply.fault is not None and reply.fault.ending == "reset")
    message: Any = {}
    while message.get("type") != "http.disconnect":  # The server is to know that there will be no answer.
        message = await receive()


def application(engine: Engine, routes: list[Route]) -> Starlette:
    """Return the application: the API below its base path, and *routes*."""
    return Starlette(routes=[Mount(BASE, app=Api(engine)), *routes])
