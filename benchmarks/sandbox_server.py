"""Serve the sandbox, or an empty Starlette application, on the same uvicorn in a separate process.

`python -m benchmarks.sandbox_server sandbox` (or `empty`) prints its port and then, for each line of its standard
input, the CPU seconds that it has used. It exits at the end of its standard input.
"""

import subprocess
import sys
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from foxreach_sandbox import Sandbox
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

SANDBOX, EMPTY = "sandbox", "empty"
CPU = Callable[[], float]
"""Returns the CPU seconds that a server has used."""


async def constant(request: Request) -> Response:
    """Read the body and return a constant answer."""
    await request.body()
    return Response(b'{"data":{}}', media_type="application/json")


def serve(kind: str) -> None:
    """Serve until standard input ends."""
    sandbox = Sandbox(seed="demo", limit=None)
    if kind == EMPTY:  # On the same server, with the same settings.
        paths = ("/api/v1/leads/{lead_id}", "/api/v1/leads", "/api/v1/templates")
        sandbox.app = Starlette(routes=[Route(path, constant, methods=["GET", "POST"]) for path in paths])
    with sandbox.serve() as where:
        print(urlsplit(where.home).port, flush=True)
        for _ in sys.stdin:
            print(time.process_time(), flush=True)


@contextmanager
def process(kind: str) -> Generator[tuple[int, CPU]]:
    """Run a server in a separate process until the block ends; give its port and its CPU seconds."""
    command = [sys.executable, "-m", "benchmarks.sandbox_server", kind]
    top = Path(__file__).resolve().parent.parent
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=top, text=True, bufsize=1, stdin=pipe, stdout=pipe) as child:
        told, asked = child.stdout, child.stdin
        assert told is not None  # noqa: S101 - both are pipes
        assert asked is not None  # noqa: S101

        def used() -> float:
            asked.write("\n")
            return float(told.readline())

        yield int(told.readline()), used


if __name__ == "__main__":
    serve(sys.argv[1])
