"""How a reply goes out on a socket: whole, slowly, in part or not at all, as its fault says."""

import asyncio
from typing import Protocol

from anyio import move_on_after
from starlette.types import Receive, Scope, Send

from .exchange import Reply
from .faults import Fault

TRANSPORT = "foxreach_sandbox.transport"  # in the scope's state, under our own server
PIECES = 4  # into which a slow body is cut
SOUND = Fault()


class Connection(Protocol):
    """The connection of one request."""

    def send(self, content: bytes) -> None:
        """Send *content* as it is."""

    def end(self, *, reset: bool) -> None:
        """End the connection after what was sent, or break it off."""


async def send_reply(scope: Scope, receive: Receive, send: Send, reply: Reply) -> None:
    """Answer one request, or let its fault happen."""
    fault = reply.fault or SOUND
    if fault.latency and await _is_gone_within(fault.latency, receive):
        return
    if fault.ending is None:
        await _answer(send, reply, fault.pause)
    else:
        await _end(scope, receive, reply, fault)


async def _answer(send: Send, reply: Reply, pause: float) -> None:
    await send({"type": "http.response.start", "status": reply.status, "headers": reply.lines})
    for piece in pieces(reply.body) if pause else ():
        await asyncio.sleep(pause)
        await send({"type": "http.response.body", "body": piece, "more_body": True})
    await send({"type": "http.response.body", "body": b"" if pause else reply.body})


async def _end(scope: Scope, receive: Receive, reply: Reply, fault: Fault) -> None:
    connection: Connection | None = scope.get("state", {}).get(TRANSPORT)
    if connection is None:
        raise ConnectionResetError("a fault that ends the connection needs Sandbox.serve() or Sandbox.transport()")
    content = _content(reply, fault)
    for piece in pieces(content) if fault.pause else (content,):
        connection.send(piece)
        if fault.pause and await _is_gone_within(fault.pause, receive):
            return
    if fault.ending != "silence":
        connection.end(reset=fault.ending == "reset")
    await _is_gone_within(None, receive)  # The server is to know that there will be no answer.


def _content(reply: Reply, fault: Fault) -> bytes:
    """Return the bytes that go out before the ending."""
    if fault.content is not None:
        return fault.content.encode("latin-1")
    if fault.sent == "nothing":
        return b""
    head = b"".join(b"%b: %b\r\n" % line for line in reply.lines)
    body = reply.body if fault.sent == "all" else reply.body[: len(reply.body) // 2]
    return b"HTTP/1.1 %d OK\r\n%b\r\n%b" % (reply.status, head, body)


async def _is_gone_within(seconds: float | None, receive: Receive) -> bool:
    """Wait *seconds* (None: for ever), or until the caller goes away, and return whether it did."""
    with move_on_after(seconds):
        while (await receive())["type"] != "http.disconnect":
            pass
        return True
    return False


def pieces(content: bytes) -> list[bytes]:
    """Return *content* in the pieces in which a slow server sends it."""
    size = -(-len(content) // PIECES) or 1
    return [content[start : start + size] for start in range(0, len(content), size)]
