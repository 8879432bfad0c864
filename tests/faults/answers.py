"""Answers byte by byte, right and wrong, and scripts that give them."""

from __future__ import annotations

import gzip
import json
import zlib
from functools import cache

from tests.client.cases import BY_CALL
from tests.faults.server import Connection, Script

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
LEAD = json.dumps(BY_CALL["leads.get"].success[1].example).encode()
REPORT = json.dumps(BY_CALL["leads.import_leads"].success[1].example).encode()


def answer(status: int, body: bytes = b"", *headers: str, length: int | None = None) -> bytes:
    """Return a whole answer; *length* is what it says of the body where that is not the truth."""
    lines = [f"HTTP/1.1 {status} Text", f"Content-Length: {len(body) if length is None else length}", *headers]
    return "\r\n".join([*lines, "", ""]).encode() + body


LEAD_ANSWER = answer(200, LEAD)


@cache
def bomb(size: int = 100 * 2**20) -> bytes:
    """Return *size* zero bytes as a gzip of a thousandth of that."""
    packer = zlib.compressobj(1, wbits=31)
    parts = [packer.compress(bytes(2**20)) for _ in range(size // 2**20)]
    return b"".join([*parts, packer.flush()])


def gzipped(body: bytes) -> bytes:
    """Return *body* as gzip, the same bytes each time."""
    return gzip.compress(body, mtime=0)


def zipped(body: bytes, *, cut: int | None = None) -> bytes:
    """Return an answer with *body* as gzip, of which *cut* bytes are left and announced."""
    return answer(200, gzipped(body)[:cut], "Content-Encoding: gzip")


def replying(*answers: bytes) -> Script:
    """Return a script that gives each request of a connection its answer, and the last one to all that follow."""

    def script(connection: Connection) -> None:
        for each in answers:
            connection.request()
            connection.send(each)
        while True:
            connection.request()
            connection.send(answers[-1])

    return script


def closing(content: bytes = b"") -> Script:
    """Return a script that takes a request, sends *content* and closes."""

    def script(connection: Connection) -> None:
        connection.request()
        connection.send(content)

    return script


def resetting(content: bytes = b"") -> Script:
    """Return a script that takes a request, sends *content* and resets the connection."""

    def script(connection: Connection) -> None:
        connection.request()
        connection.send(content)
        connection.reset()

    return script


def stalling(content: bytes = b"") -> Script:
    """Return a script that takes a request, sends *content* and says no more."""

    def script(connection: Connection) -> None:
        connection.request()
        connection.send(content)
        connection.stall()

    return script


def trickling(content: bytes, piece: bytes) -> Script:
    """Return a script that takes a request, sends *content*, and then *piece* again and again."""

    def script(connection: Connection) -> None:
        connection.request()
        connection.send(content)
        connection.trickle(piece)

    return script


def warm_then(then: Script) -> Script:
    """Return a script that answers once, and does *then* to what comes next on the same connection."""

    def script(connection: Connection) -> None:
        connection.request()
        connection.send(LEAD_ANSWER)
        then(connection)

    return script


def untouched(connection: Connection) -> None:
    """Accept and say nothing."""
    connection.stall()


def reset_at_once(connection: Connection) -> None:
    """Reset as soon as something arrives."""
    connection.byte()
    connection.reset()
