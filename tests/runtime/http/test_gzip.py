"""A gzip body of several members (RFC 1952 2.2) is one body, however it arrives."""

from __future__ import annotations

import gzip
import json
import tracemalloc
from itertools import pairwise
from typing import Any

import anyio
import httpx2
import pytest
from foxreach_runtime.engine.transport import AsyncTransport, Transport
from foxreach_runtime.errors import ResponseDecodeError
from foxreach_runtime.http.connections import AsyncConnections, Connections
from foxreach_runtime.http.encoding.gzip import Members
from hypothesis import given
from hypothesis import strategies as st

from ..loopback import serving
from ..sample import GET, LEAD
from .test_connections import awaited, options

BODY = json.dumps({"data": LEAD}).encode()
MEMBERS = gzip.compress(BODY[:20]) + gzip.compress(b"") + gzip.compress(BODY[20:])


def decoded(*parts: bytes) -> bytes:
    members = Members()
    return b"".join([piece for part in parts for piece in members.decode(part)] + list(members.flush()))


def called(flavour: str, body: bytes) -> tuple[str, int]:
    """Return the id in the reply that is *body*, and how often it was asked for."""
    head = f"HTTP/1.1 200 X\r\ncontent-encoding: gzip\r\ncontent-length: {len(body)}\r\n\r\n".encode()

    async def main() -> str:
        connections: Any = Connections() if flavour == "sync" else AsyncConnections()
        kind: Any = Transport if flavour == "sync" else AsyncTransport
        try:
            found: str = (await awaited(kind(options(loopback), connections).run(GET))).id
        finally:
            await awaited(connections.close())
        return found

    with serving(lambda connection: connection.sendall(head + body)) as loopback:
        found = anyio.run(main, backend="trio" if flavour == "trio" else "asyncio")
    return found, len(loopback.requests)


flavours = pytest.mark.parametrize("flavour", ["sync", "asyncio", "trio"])


@flavours
def test_a_reply_of_several_members_is_read_whole(flavour: str) -> None:
    assert called(flavour, MEMBERS) == ("cld_1", 1)


@flavours
def test_a_reply_whose_last_member_breaks_off_is_an_error(flavour: str) -> None:
    with pytest.raises(ResponseDecodeError):
        called(flavour, MEMBERS[:-30])


@given(st.lists(st.binary(max_size=40), min_size=1, max_size=4), st.lists(st.integers(0, 200), max_size=5))
def test_members_decode_alike_wherever_the_body_is_cut_into_parts(bodies: list[bytes], cuts: list[int]) -> None:
    whole = b"".join(gzip.compress(each) for each in bodies)
    ends = [0, *sorted(min(cut, len(whole)) for cut in cuts), len(whole)]
    parts = [whole[start:end] for start, end in pairwise(ends)]
    assert decoded(*parts) == b"".join(bodies)


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_member_that_is_damaged_or_breaks_off_is_an_error(place: int) -> None:
    members = [gzip.compress(bytes(number for number in range(200))) for _ in range(3)]
    damaged = [bytearray(each) for each in members]
    damaged[place][-8] ^= 255  # its checksum
    with pytest.raises(httpx2.DecodingError):
        decoded(b"".join(damaged))
    damaged[place][12:20] = bytes(8)  # its data
    with pytest.raises(httpx2.DecodingError):
        decoded(b"".join(damaged))
    for length in (1, 2, 12, len(members[place]) - 1):
        if place == 0 or length > 1:  # One byte after the last member is no member.
            with pytest.raises(httpx2.DecodingError):
                decoded(*members[:place], members[place][:length])


def test_what_follows_the_last_member_is_dropped_and_not_kept() -> None:
    members = Members()
    assert b"".join(members.decode(gzip.compress(b"a") + b"\0\0")) == b"a"
    tracemalloc.start()
    try:
        for _ in range(100):
            assert list(members.decode(bytes(10_000))) == []
        assert tracemalloc.get_traced_memory()[0] < 100_000
    finally:
        tracemalloc.stop()


def test_a_large_member_comes_in_pieces() -> None:
    members = Members()
    pieces = list(members.decode(gzip.compress(bytes(5 * 2**20))))
    assert max(map(len, pieces)) == 2**20
    assert b"".join(pieces) == bytes(5 * 2**20)


def test_a_body_that_is_no_gzip_is_a_fault_of_httpx2() -> None:
    with pytest.raises(httpx2.DecodingError):
        decoded(b"no gzip at all")
