"""A stub of an index on a loopback port: one function answers every request."""

import ssl
import threading
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple


class Answer(NamedTuple):
    """An answer."""

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = {}


@dataclass
class Stub:
    """A running stub: its URL, and its requests with their Authorization headers."""

    url: str
    asked: list[tuple[str, str, str | None]] = field(default_factory=list[tuple[str, str, str | None]])


class Quiet(ThreadingHTTPServer):
    """Ignores clients that close the connection."""

    def handle_error(self, request: object, client_address: object) -> None:
        pass


Answering = Callable[[str, str], Answer]


@contextmanager
def stub(answering: Answering | Answer, context: ssl.SSLContext | None = None) -> Generator[Stub]:
    """Answer every request with *answering*, or with its result for method and path; with *context*, over TLS."""

    class Handler(BaseHTTPRequestHandler):
        def handle_any(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            running.asked.append((self.command, self.path, self.headers.get("Authorization")))
            answer = answering if isinstance(answering, Answer) else answering(self.command, self.path)
            self.send_response(answer.status)
            for name, value in {"Content-Length": str(len(answer.body)), **answer.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answer.body)

        do_GET = do_POST = handle_any  # noqa: N815 - the names of the base class

        def log_message(self, format: str, *args: object) -> None:
            """Print nothing."""

    server = Quiet(("127.0.0.1", 0), Handler)
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    running = Stub(f"http{'s' if context else ''}://127.0.0.1:{server.server_port}/")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield running
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def page(*names: str, prefix: str = "/files/") -> Answer:
    """Return a page of the simple index that lists *names*."""
    links = "".join(f'<a href="{prefix}{name}#sha256=0">{name}</a>\n' for name in names)
    return Answer(200, f"<!DOCTYPE html><html><body>{links}</body></html>".encode(), {"Content-Type": "text/html"})
