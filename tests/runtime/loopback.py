"""A server on loopback that speaks in raw bytes, so that it can break the rules of HTTP one at a time."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress

Speak = Callable[[socket.socket], None]


class Loopback:
    """Takes one connection after another and lets *speak* answer each request; keeps the requests it received."""

    def __init__(self, speak: Speak) -> None:
        self._speak = speak
        self.requests: list[bytes] = []
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listening.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._listening.accept()
                threading.Thread(target=self._converse, args=(connection,), daemon=True).start()

    def _converse(self, connection: socket.socket) -> None:
        with connection, suppress(OSError):
            while request := received(connection):
                self.requests.append(request)
                self._speak(connection)

    def close(self) -> None:
        self._listening.close()


def received(connection: socket.socket) -> bytes:
    """Return one whole request, or what came before the other side closed."""
    data = b""
    while b"\r\n\r\n" not in data:
        part = connection.recv(65_536)
        if not part:
            return data
        data += part
    head, _, body = data.partition(b"\r\n\r\n")
    lengths = [line.partition(b":")[2] for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")]
    while len(body) < int(lengths[0] if lengths else 0):
        body += connection.recv(65_536)
    return head + b"\r\n\r\n" + body


@contextmanager
def serving(speak: Speak) -> Generator[Loopback]:
    """Serve on loopback within the block."""
    server = Loopback(speak)
    try:
        yield server
    finally:
        server.close()


def answering(status: int, body: bytes) -> Speak:
    """Return how to answer every request with *body*."""
    head = f"HTTP/1.1 {status} X\r\ncontent-type: application/json\r\ncontent-length: {len(body)}\r\n\r\n"
    return lambda connection: connection.sendall(head.encode() + body)
