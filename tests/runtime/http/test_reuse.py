"""No byte that came with an earlier answer is taken for the answer of a later call."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

import anyio
import pytest
from foxreach_runtime.errors import FoxReachError

from ..loopback import Speak, serving
from ..sample import CREATE, DELETE, KEY, LEAD, Client, ClientAsync

FLAVOURS = ("sync", "asyncio", "trio")
DELETED = b'{"data": {"id": "cld_1", "deleted": true}}'


def answer(status: int, body: bytes, length: int | None = None) -> bytes:
    return b"HTTP/1.1 %d X\r\ncontent-length: %d\r\n\r\n" % (status, len(body) if length is None else length) + body


def lead(name: str, size: int = 0) -> bytes:
    return json.dumps({"data": {**LEAD, "id": name, "firstName": "x" * size}}).encode()


def exactly(size: int) -> bytes:
    """Return an answer of *size* bytes, head and body."""
    spare = size - len(answer(200, lead("cld_1", 10_000))) + 10_000
    return answer(200, lead("cld_1", spare))


REAL, OTHER = answer(201, lead("cld_REAL")), answer(201, lead("cld_OTHER"))
LEFT_OVER: dict[str, bytes] = {
    "204 with a body": answer(204, DELETED),
    "205 with chunks": b"HTTP/1.1 205 X\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n" + OTHER,
    "304 with a body": answer(304, DELETED),
    "a second answer": answer(200, DELETED) + OTHER,
    "half of a second answer": answer(200, DELETED) + OTHER[:40],
    "a body longer than announced": answer(200, DELETED + b"}}", len(DELETED)),
    "an empty line": answer(200, DELETED) + b"\r\n",
    "an interim answer behind the final one": answer(200, DELETED) + b"HTTP/1.1 100 Continue\r\n\r\n",
    "chunks, and an answer behind them": (
        b"HTTP/1.1 200 X\r\ntransfer-encoding: chunked\r\n\r\n%x\r\n%b\r\n0\r\n\r\n" % (len(DELETED), DELETED) + OTHER
    ),
    "an error, and an answer behind it": answer(404, b"{}") + OTHER,
    "an answer that fills the buffer of one read": exactly(2**16) + OTHER,
    "one byte short of the buffer of one read": exactly(2**16 - 1) + OTHER,
    "one byte past the buffer of one read": exactly(2**16 + 1) + OTHER,
    "large answers": exactly(150_000) + answer(201, lead("cld_OTHER", 150_000)),
}


def answering(first: bytes) -> Speak:
    """Return how to answer the first request with *first*, and later ones with the real answer."""
    answers = [REAL, first]
    return lambda connection: connection.sendall(answers.pop() if len(answers) > 1 else REAL)


def in_flavour(flavour: str, url: str, main: Callable[[Any, Callable[[Any], Any]], Any], **given: Any) -> Any:
    """Return what the generator function *main* returns; it yields calls and is sent their results."""

    async def awaited() -> Any:
        async with ClientAsync(api_key=KEY, base_url=url, **given) as client:
            return await main(client, client._transport.run)  # pyright: ignore[reportPrivateUsage]

    if flavour == "sync":
        with Client(api_key=KEY, base_url=url, **given) as client:

            async def run(call: Any) -> Any:
                return client._transport.run(call)  # pyright: ignore[reportPrivateUsage]

            return _to_its_end(main(client, run))
    return anyio.run(awaited, backend=flavour)


def _to_its_end(work: Any) -> Any:
    try:
        work.send(None)
    except StopIteration as end:
        return end.value
    raise AssertionError("the sync flavour has waited for something")


async def first_and_next(client: Any, run: Callable[[Any], Awaitable[Any]]) -> str:
    with suppress(FoxReachError):
        await run(DELETE)
    return str((await run(CREATE)).id)


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("first", LEFT_OVER.values(), ids=LEFT_OVER)
def test_what_is_left_over_is_not_the_answer_of_the_next_call(first: bytes, flavour: str) -> None:
    with serving(answering(first)) as server:
        assert in_flavour(flavour, server.url, first_and_next) == "cld_REAL"
        assert len(server.requests) == 2
