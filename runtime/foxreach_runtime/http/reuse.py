"""Whether a connection may carry another request: never if bytes beyond an answer were received on it.

Such bytes (the body of a 204, a second answer, a body longer than announced) would be read as the answer to the next
request. They are in one of three places: in the buffer of the HTTP parser, in a layer between the parser and the
socket, both of which are looked at here when an answer ends, or still in the socket, which is looked at before a
request is written (network.py).

httpx2 has no public way to the parser of a response. Where a later one keeps it elsewhere, the connection is used
again as before; tests notice.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx2

EXPIRED = -1.0  # a time in the past, or before the end of an answer
LAYERS = ("_stream", "transport_stream")  # what a stream of httpcore2, anyio or trio is wrapped around


class CheckedStream(httpx2.SyncByteStream):
    """The body of a response; when it is closed, its connection is retired if there are unread bytes.

    An event hook of the caller's may have read and *closed* it before.
    """

    def __init__(self, stream: Any, *, closed: bool) -> None:
        self._stream = stream
        if closed:
            retire_if_unread(stream)

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._stream)

    def close(self) -> None:
        """Let go of the connection, so that another request can have it."""
        retire_if_unread(self._stream)
        self._stream.close()


class AsyncCheckedStream(httpx2.AsyncByteStream):
    """The same for the async flavour."""

    def __init__(self, stream: Any, *, closed: bool) -> None:
        self._stream = stream
        if closed:
            retire_if_unread(stream)

    def __aiter__(self) -> AsyncIterator[bytes]:
        return aiter(self._stream)

    async def aclose(self) -> None:
        """Let go of the connection, so that another request can have it."""
        retire_if_unread(self._stream)
        await self._stream.aclose()


def retire_if_unread(stream: Any) -> None:
    """Have the connection behind *stream*, the body of a response, closed after it if bytes beyond it were received."""
    try:
        connection = stream._stream._httpcore_stream._stream._connection
        unread = connection._h11_state.trailing_data[0] or _layers_hold_bytes(connection._network_stream)
    except AttributeError:  # another transport, HTTP/2, or another httpx2
        return
    if unread:
        connection._keepalive_expiry = connection._expire_at = EXPIRED  # the second, if it has been given back already


def _layers_hold_bytes(stream: Any) -> bool:
    """Return True if a layer above the socket has received more than was read from it."""
    while stream is not None:
        if _pending(stream, "_read_bio") or _pending(stream, "_incoming"):  # TLS of anyio, of trio
            return True
        protocol = getattr(stream, "_protocol", None)  # anyio on asyncio
        if protocol is not None and getattr(protocol, "read_queue", None):
            return True
        stream = next((inner for name in LAYERS if (inner := getattr(stream, name, None)) is not None), None)
    return False


def _pending(stream: Any, name: str) -> bool:
    buffer = getattr(stream, name, None)
    return buffer is not None and buffer.pending > 0
