"""Serve precomputed answers on loopback in a separate process, whose CPU time is not measured.

`python -m benchmarks.server PAGES` prints its port and exits at the end of its standard input. It answers `GET /leads`
with PAGES pages of 100, `GET /leads/{id}` with one lead, whatever the query, and a POST with the report of an import.
"""

import asyncio
import re
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.floor import length
from benchmarks.leads import compact, lead

PAGE_SIZE = 100
RESET = 1_893_456_000  # In 2030; since calls remain, no client waits.
FIRST = b'"id":"cld_0000'  # how the ids on the first page begin; two more digits follow
PAGE = re.compile(rb"[?&]page=(\d+)")


class Answers:
    """All answers, as bytes."""

    def __init__(self, pages: int) -> None:
        self._pages = pages
        self._leads = compact([lead(number) for number in range(PAGE_SIZE)])
        self._lead = _whole(compact({"data": lead(7)}))
        counts = {"created": 1_000, "restored": 0, "duplicates": 0, "errors": 0}
        self._report = _whole(compact({"data": {**counts, "duplicateEmails": [], "errorDetails": []}}))

    def to(self, line: bytes) -> bytes:
        """Return the answer to a request with this first line."""
        method, target = line.split(b" ", 2)[:2]
        if method == b"POST":
            return self._report
        return self._page(target) if target.partition(b"?")[0].endswith(b"/leads") else self._lead

    def _page(self, target: bytes) -> bytes:
        asked = PAGE.search(target)
        number = int(asked[1]) if asked else 1
        meta = {"page": number, "pageSize": PAGE_SIZE, "total": PAGE_SIZE * self._pages, "totalPages": self._pages}
        leads = self._leads.replace(FIRST, b'"id":"cld_%04d' % (number - 1))
        return _whole(b'{"data":' + leads + b',"meta":' + compact(meta) + b"}")


def _whole(content: bytes) -> bytes:
    head = (
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-RateLimit-Limit: 1000000\r\n"
        f"X-RateLimit-Remaining: 999999\r\nX-RateLimit-Reset: {RESET}\r\nContent-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content


class Connection(asyncio.Protocol):
    """One kept-alive connection."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers
        self._received = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)  # noqa: S101 - a TCP server has no other
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._received += data
        while (end := self._received.find(b"\r\n\r\n")) >= 0:
            head = self._received[:end]
            whole = end + 4 + length(head)
            if len(self._received) < whole:
                return
            self._received = self._received[whole:]
            self._transport.write(self._answers.to(head))


async def serve(pages: int) -> None:
    """Serve until standard input ends."""
    answers = Answers(pages)
    server = await asyncio.get_running_loop().create_server(lambda: Connection(answers), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.to_thread(sys.stdin.read)


@contextmanager
def serving(pages: int) -> Generator[int]:
    """Run the server in a separate process until the block ends; give its port."""
    command = [sys.executable, "-m", "benchmarks.server", str(pages)]
    top = Path(__file__).resolve().parent.parent
    with subprocess.Popen(command, cwd=top, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None  # noqa: S101 - it is a pipe
        yield int(process.stdout.readline())


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1])))
