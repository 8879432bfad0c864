"""The small FoxReach on a port of loopback, for as long as a `with` lasts."""

import json
import threading
from collections import Counter
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, unquote, urlsplit

from tests.rehearsal.foxreach import FoxReach, Request

BASE = "/api/v1"


@dataclass
class Serving:
    """A running server: where it is, and how often it gave each status."""

    base_url: str
    answered: Counter[int] = field(default_factory=Counter[int])


@contextmanager
def serve(foxreach: FoxReach) -> Generator[Serving]:
    """Answer requests from *foxreach*, one at a time, until the block ends."""
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle_any(self) -> None:
            parts = urlsplit(self.path)
            size = int(self.headers.get("Content-Length") or 0)
            query, key = dict(parse_qsl(parts.query)), self.headers.get("X-API-Key")
            path = unquote(parts.path.removeprefix(BASE))
            with lock:
                answer = foxreach.answer(Request(self.command, path, query, key, self.rfile.read(size)))
                content = b"" if answer.body is None else json.dumps(answer.body).encode()
                serving.answered[answer.status] += 1
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            if answer.status != 204:
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_POST = do_PATCH = do_DELETE = handle_any  # noqa: N815 - the names of the base class

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing: the program under rehearsal tells the story."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    serving = Serving(f"http://127.0.0.1:{server.server_port}{BASE}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield serving
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
