"""A lower bound for any client: one kept-alive socket, handwritten bytes, untyped JSON."""

import asyncio
import json
import re
import socket
from typing import Any, Self

from benchmarks.leads import KEY

FLOOR = "floor"
HTTPX2 = "httpx2"  # The library that our client uses.
LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)


def request(path: str) -> bytes:
    """Return a request for *path* with the required headers only."""
    return f"GET /api/v1{path} HTTP/1.1\r\nHost: 127.0.0.1\r\nX-API-Key: {KEY}\r\n\r\n".encode()


def length(head: bytes) -> int:
    """Return the length of the body after *head*."""
    found = LENGTH.search(head)
    return int(found[1]) if found else 0


class Socket:
    """A connection for one request after the other."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port))
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()

    def get(self, path: str) -> Any:
        """Return the reply as plain values."""
        return json.loads(self.answer(request(path)))

    def answer(self, sent: bytes) -> bytes:
        """Return the body of the reply to a whole request."""
        self._socket.sendall(sent)
        received = b""
        while b"\r\n\r\n" not in received:
            received += self._received()
        head, _, body = received.partition(b"\r\n\r\n")
        parts, missing = [body], length(head) - len(body)
        while missing > 0:
            parts.append(self._received())
            missing -= len(parts[-1])
        return b"".join(parts)

    def _received(self) -> bytes:
        if part := self._socket.recv(262_144):
            return part
        raise ConnectionError("the server closed the connection")


class Streams:
    """A pool of connections for concurrent tasks."""

    def __init__(self, port: int, connections: int) -> None:
        self._port = port
        self._count = connections
        self._free: asyncio.Queue[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = asyncio.Queue()

    async def open(self) -> None:
        """Open the connections."""
        for _ in range(self._count):
            self._free.put_nowait(await asyncio.open_connection("127.0.0.1", self._port))

    async def get(self, path: str) -> Any:
        """Return the reply as plain values."""
        reader, writer = await self._free.get()
        writer.write(request(path))
        head = await reader.readuntil(b"\r\n\r\n")
        body = await reader.readexactly(length(head))
        self._free.put_nowait((reader, writer))
        return json.loads(body)

    async def close(self) -> None:
        """Close all connections."""
        while not self._free.empty():
            _, writer = self._free.get_nowait()
            writer.close()
            await writer.wait_closed()
