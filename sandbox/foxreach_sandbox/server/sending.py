"""Send a reply through ASGI: whole or, as its fault says, slowly, in part or not at all."""

import asyncio
from typing import Protocol

from anyio import move_on_after
from starlette.types import Receive, Scope, Send

from ..faults import Fault
from ..http_messages import Reply

TRANSPORT = "foxreach_sandbox.transport"  # Key of the connection in the scope's state; set by serving.py.
PIECES = 4  # Of a slow body.
NO_FAULT = Fault()


class Connection(Protocol):
    """The connection of one request."""

    def send(self, content: bytes) -> None:
        """Send *content* unchanged."""

    def end(self, *, reset: bool) -> None:
        """Close the connection after what was sent, or reset it at once."""


async def send_reply(scope: Scope, receive: Receive, send: Send, reply: Reply) -> None:
    """Send *reply*, or inject its fault."""
    fault = reply.fault or NO_FAULT
    if fault.latency and await _is_gone_within(fault.latency, receive):
        return
    if fault.then is None:
        await _answer(send, reply, fault.pause)
    else:
        await _break_off(scope, receive, reply, fault)


async def _answer(send: Send, reply: Reply, pause: float) -> None:
    await send({"type": "http.response.start", "status": reply.status, "headers": reply.lines})
    for piece in pieces(reply.body) if pause else ():
        await asyncio.sleep(pause)
        await send({"type": "http.response.body", "body": piece, "more_body": True})
    await send({"type": "http.response.body", "body": b"" if pause else reply.body})


async def _break_off(scope: Scope, receive: Receive, reply: Reply, fault: Fault) -> None:
    connection: Connection | None = scope.get("state", {}).get(TRANSPORT)
    if connection is None:
        raise ConnectionResetError("a fault that breaks the connection needs Sandbox.serve() or Sandbox.transport()")
    content = _content(reply, fault)
    for piece in pieces(content) if fault.pause else (content,):
        connection.send(piece)
        if fault.pause and await _is_gone_within(fault.pause, receive):
            return
    if fault.then != "silence":
        connection.end(reset=fault.then == "reset")
    await _is_gone_within(None, receive)  # Returning without an answer would make the server send a 500.


def _content(reply: Reply, fault: Fault) -> bytes:
    """Return the bytes to send before the connection is closed, reset or left open."""
    if fault.content is not None:
        return fault.content.encode("latin-1")
    if fault.sent == "nothing":
        return b""
    head = b"".join(b"%b: %b\r\n" % line for line in reply.lines)
    body = reply.body if fault.sent == "all" else reply.body[: len(reply.body) // 2]
    return b"HTTP/1.1 %d OK\r\n%b\r\n%b" % (reply.status, head, body)


async def _is_gone_within(seconds: float | None, receive: Receive) -> bool:
    """Wait until the caller disconnects, for at most *seconds* (None: without limit); return whether it did."""
    with move_on_after(seconds):
        while (await receive())["type"] != "http.disconnect":
            pass
        return True
    return False


def pieces(content: bytes) -> list[bytes]:
    """Split *content* into the pieces that a slow server sends."""
    size = -(-len(content) // PIECES) or 1
    return [content[start : start + size] for start in range(0, len(content), size)]
