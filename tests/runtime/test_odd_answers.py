"""Answers that break what a client takes for granted: compression, headers, sizes. None ends in a builtin error."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from contextlib import suppress
from functools import cache

import httpx2
import pytest
from foxreach_runtime.errors import FoxReachError, ResponseDecodeError
from foxreach_runtime.options.retry_policy import RetryPolicy
from hypothesis import example, given
from hypothesis import strategies as st

from .flavours import World
from .sample import CREATE, GET, NotFoundError

Worlds = Callable[..., World]
ONCE = RetryPolicy(max_attempts=1)
GOOD = b'{"data": {"id": "cld_1", "email": "j@x.test", "createdAt": "2025-01-15T10:30:00"}}'


class Wire(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """A body as it comes over the wire, in parts of 16 KiB; counts those that were taken."""

    def __init__(self, content: bytes) -> None:
        self.parts = [content[start : start + 2**14] for start in range(0, len(content), 2**14)]
        self.taken = 0

    def __iter__(self):  # type: ignore[no-untyped-def]
        for part in self.parts:
            self.taken += 1
            yield part

    async def __aiter__(self):  # type: ignore[no-untyped-def]
        for part in self:
            yield part


def zipped(content: bytes, status: int = 200) -> Callable[[httpx2.Request], httpx2.Response]:
    return lambda request: httpx2.Response(status, headers={"content-encoding": "gzip"}, stream=Wire(content))


def test_a_compressed_body_is_read(world: Worlds) -> None:
    assert world(zipped(gzip.compress(GOOD))).run(GET).id == "cld_1"


@cache
def bomb_of(mebibytes: int) -> bytes:
    return gzip.compress(bytes(mebibytes * 2**20), compresslevel=1)


def test_a_bomb_is_left_at_the_cap_of_what_it_unfolds_to(world: Worlds) -> None:
    bomb = Wire(bomb_of(120))

    def bombed(request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(200, headers={"content-encoding": "gzip"}, stream=bomb)

    with pytest.raises(ResponseDecodeError, match="larger than 52428800 bytes") as caught:
        world(bombed, retry=ONCE).run(CREATE)
    assert caught.value.status == 200
    assert bomb.taken < len(bomb.parts) / 2


def test_the_bomb_of_an_error_is_left_sooner(world: Worlds) -> None:
    bomb = Wire(bomb_of(120))

    def bombed(request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(404, headers={"content-encoding": "gzip"}, stream=bomb)

    with pytest.raises(NotFoundError):
        world(bombed).run(GET)
    assert bomb.taken < len(bomb.parts) / 10


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (gzip.compress(GOOD, mtime=0)[:-20], "empty|not JSON|did not arrive whole"),  # cut short, with the right length
        (b"this is not gzip", "did not arrive whole"),
        (b"", "empty"),
    ],
)
def test_broken_compression_does_not_parse(world: Worlds, content: bytes, words: str) -> None:
    with pytest.raises(ResponseDecodeError, match=words) as caught:
        world(zipped(content), retry=ONCE).run(GET)
    assert caught.value.status == 200
    with pytest.raises(NotFoundError):
        world(zipped(content, 404)).run(GET)


NAMES = st.sampled_from(
    "Content-Type Content-Encoding Content-Length Location Set-Cookie Date Retry-After Link Transfer-Encoding "
    "X-RateLimit-Limit X-RateLimit-Remaining X-RateLimit-Reset X".split()
)
VALUES = (
    st.binary()
    | st.text().map(str.encode)
    | st.sampled_from([b"gzip, gzip, gzip, gzip, gzip, gzip", b"http://[", b"//"])
)


@given(
    st.lists(st.tuples(NAMES.map(str.encode), VALUES), max_size=6),
    st.sampled_from([200, 204, 302, 404, 409, 422, 429, 503]),
    st.binary() | st.just(GOOD),
)
@example(headers=[(b"Location", b""), (b"Set-Cookie", b"\x80")], status=302, content=b"")
def test_no_header_and_no_body_ends_in_a_builtin_error(
    headers: list[tuple[bytes, bytes]], status: int, content: bytes
) -> None:
    here = World("sync", [lambda request: httpx2.Response(status, headers=headers, stream=Wire(content))])
    with suppress(FoxReachError):
        here.run(GET)
    assert all(0 <= wait <= 65.0 for wait in here.waits)
