"""Four processes that share a key through a real Redis, and a server on loopback with a window of three seconds.

Runs in real time, since Redis has its own clock. All three kinds of window count each request.
"""

import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from foxreach_runtime.client import ClientFacts, SyncClient
from foxreach_runtime.rate_limit.pacing import Quota
from foxreach_runtime.rate_limit.redis.limiter import RedisLimiter

from benchmarks.quota_servers import DOCUMENTED, LIMIT, best_possible
from benchmarks.quota_world import OPERATION

PROCESSES, WORKERS, CALLS, WINDOW = 4, 4, 2000, 3.0
BINARIES = ("redis-server", "valkey-server")
BODY = b'{"data": 1}'


@dataclass(frozen=True)
class Found:
    """The refusals of each kind of window, and the seconds from the first to the last call, measured and best."""

    calls: int
    seconds: float
    refused: dict[str, int]
    best: dict[str, float]


class Client(SyncClient):
    """A client without any resources."""

    _facts = ClientFacts(base_url="http://127.0.0.1", key_header="X-API-Key", user_agent="benchmark")

    def call(self) -> None:
        """Make one call."""
        self._transport.run(OPERATION.call())


def why_no_fleet() -> str | None:
    """Return why this machine cannot run it, None if it can."""
    if any(map(shutil.which, BINARIES)):
        return None
    return "Four processes on a real Redis: skipped, as there is no redis-server (Debian package redis-server)."


def fleet() -> Found:
    """Run four processes and return the result."""
    arrivals: list[float] = []
    with _redis() as redis_port, _api(arrivals) as api_port:
        command = [sys.executable, "-m", "benchmarks.quota_fleet", str(redis_port), str(api_port)]
        started = [subprocess.Popen(command) for _ in range(PROCESSES)]
        if any([process.wait() for process in started]):  # noqa: C419 - wait for all of them
            raise RuntimeError("a process of the fleet failed")
    arrivals.sort()
    times = [each - arrivals[0] for each in arrivals]
    refused: dict[str, int] = {}
    for name, kind in DOCUMENTED.items():
        server, refused[name] = kind(0.0, LIMIT, WINDOW), 0
        for now in times:
            refused[name] += server.remaining(now) < 1
            server.accept(now)
    best = {name: best_possible(kind(0.0, LIMIT, WINDOW), len(times)) for name, kind in DOCUMENTED.items()}
    return Found(len(times), times[-1], refused, best)


@contextmanager
def _redis() -> Generator[int]:
    binary = next(path for path in map(shutil.which, BINARIES) if path)
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
    with tempfile.TemporaryDirectory(prefix="quota-") as folder:
        command = [binary, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", folder]
        process = subprocess.Popen(command, stdout=subprocess.PIPE)
        assert process.stdout is not None  # noqa: S101
        while b"Ready to accept" not in process.stdout.readline():
            if process.poll() is not None:
                raise RuntimeError(f"{binary} did not start")
        try:
            yield port
        finally:
            process.kill()
            process.communicate()


@contextmanager
def _api(arrivals: list[float]) -> Generator[int]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            arrivals.append(time.monotonic())
            self.send_response(200)
            self.send_header("Content-Length", str(len(BODY)))
            self.end_headers()
            self.wfile.write(BODY)

        def log_message(self, format: str, *args: Any) -> None:
            """Print nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()


def _member(redis_port: int, api_port: int) -> None:
    """Make the calls of one process."""
    limiter = RedisLimiter(f"redis://127.0.0.1:{redis_port}", pacing="bulk", quota=Quota(LIMIT, WINDOW), timeout=5.0)
    with Client(api_key="otr_key", base_url=f"http://127.0.0.1:{api_port}", limiter=limiter) as client:

        def work() -> None:
            for _ in range(CALLS // PROCESSES // WORKERS):
                client.call()

        threads = [threading.Thread(target=work) for _ in range(WORKERS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()


if __name__ == "__main__":
    _member(*map(int, sys.argv[1:]))
