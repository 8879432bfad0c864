"""The server of `webhooks listen`: each request has a thread, so one that hangs holds up no other."""

from __future__ import annotations

import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, cast

from . import output
from .calls import plain
from .failures import is_ours, say
from .streams import OutputError

MOST = 1 << 20  # bytes of a delivery
Parse = Callable[[bytes, str | None], Any]


class Listener(ThreadingHTTPServer):
    """Prints deliveries until *count* of them were accepted; None is for ever."""

    daemon_threads = True

    def __init__(self, port: int, count: int | None, parse: Parse) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self._left = count
        self._parse = parse
        self._lock = threading.Lock()

    def take(self, body: bytes, signature: str | None) -> int:
        """Verify and print one delivery; return the status of the answer, 503 for one beyond *count*."""
        try:
            text = output.compact(plain(self._parse(body, signature)))
        except Exception as error:  # noqa: BLE001 - whatever a stranger sends, the server goes on
            say(f"refused a request: {error if is_ours(error) else 'it is not a delivery.'}")
            return 400
        with self._lock:
            if self._left == 0:
                return 503
            output.put(text + "\n")
            try:
                output.flush()
            except OutputError:  # The sender repeats what nobody got.
                self._left = 0
                return 503
            self._left = None if self._left is None else self._left - 1
        return 204

    def end_if_complete(self) -> None:
        """End the server after the last delivery that it was to receive."""
        if self._left == 0:
            self.shutdown()

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002 - the names are socketserver's
        """Say that a connection broke, without a traceback."""
        say("a connection ended before its request was complete.")


class Handler(BaseHTTPRequestHandler):
    """Answers 204 to a delivery with the right signature, and 400 to anything else."""

    timeout = 10

    def do_POST(self) -> None:
        """Hand on one delivery."""
        size = self.headers.get("Content-Length", "0")
        body = self.rfile.read(min(int(size), MOST)) if size.isdecimal() else b""
        listener = cast("Listener", self.server)
        self.send_response(listener.take(body, self.headers.get("X-Webhook-Signature")))
        self.end_headers()
        self.wfile.flush()
        listener.end_if_complete()

    def log_message(self, format: str, *args: Any) -> None:
        """Log nothing: the lines on stdout are the deliveries."""
