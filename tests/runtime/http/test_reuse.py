"""No byte that came with an earlier answer is taken for the answer of a later call."""

from __future__ import annotations

import json
import socket
import ssl
import threading
from collections.abc import Awaitable, Callable, Generator
from contextlib import contextmanager, suppress
from typing import Any
from unittest.mock import patch

import anyio
import httpx2
import pytest
import trustme
from foxreach_runtime.errors import FoxReachError
from foxreach_runtime.http.progress import AsyncProgress, Progress

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


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_what_arrives_just_before_a_request_is_written_is_not_its_answer(flavour: str) -> None:
    """The pool has looked at the connection already when the server sends another answer unasked."""
    open_connections: list[socket.socket] = []

    def speak(connection: socket.socket) -> None:
        open_connections.append(connection)
        connection.sendall(REAL)

    def unasked(event: str) -> None:
        if event == "http11.send_request_headers.started" and len(open_connections) == 1:
            open_connections[0].sendall(OTHER)  # On loopback, it has arrived when this returns.

    with serving(speak) as server, told_of_events(unasked):

        async def create_twice(client: Any, run: Callable[[Any], Awaitable[Any]]) -> list[str]:
            return [(await run(CREATE)).id for _ in range(2)]

        assert in_flavour(flavour, server.url, create_twice) == ["cld_REAL", "cld_REAL"]
        assert len(set(open_connections)) == len(server.requests) == 2


@contextmanager
def told_of_events(tell: Callable[[str], None]) -> Generator[None]:
    """Call *tell* with each event of httpx2, after it was taken notice of."""
    report, areport = Progress.__call__, AsyncProgress.__call__

    def reported(self: Progress, event: str, info: Any) -> None:
        report(self, event, info)
        tell(event)

    async def areported(self: AsyncProgress, event: str, info: Any) -> None:
        await areport(self, event, info)
        tell(event)

    with patch.object(Progress, "__call__", reported), patch.object(AsyncProgress, "__call__", areported):
        yield


def over_tls(identity: ssl.SSLContext) -> Speak:
    """Return how to answer over TLS: to the first request with two answers, whose records come in one segment."""

    def speak(connection: socket.socket) -> None:
        incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        tls = identity.wrap_bio(incoming, outgoing, server_side=True)
        first = [answer(200, DELETED), OTHER]

        def done(step: Callable[[], Any]) -> Any:
            while True:
                try:
                    result = step()
                except ssl.SSLWantReadError:
                    connection.sendall(outgoing.read())
                    received = connection.recv(65_536)
                    if not received:  # Else this thread would read the end for ever.
                        raise ConnectionAbortedError from None
                    incoming.write(received)
                else:
                    return result

        done(tls.do_handshake)
        while True:
            head = done(lambda: tls.read(65_536))
            if head.startswith(b"POST") and not head.endswith(b"}"):
                done(lambda: tls.read(65_536))
            for part in first if head.startswith(b"DELETE") else [REAL]:
                tls.write(part)
            connection.sendall(outgoing.read())

    return speak


@pytest.mark.parametrize("hooked", [False, True], ids=["", "read by a hook"])
@pytest.mark.parametrize("flavour", FLAVOURS)
def test_what_is_left_over_in_a_layer_of_tls_is_not_the_answer_of_the_next_call(flavour: str, hooked: bool) -> None:
    authority: Any = trustme.CA()
    identity, trust = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), ssl.create_default_context()
    authority.issue_cert("127.0.0.1").configure_cert(identity)
    authority.configure_trust(trust)

    def read(response: httpx2.Response) -> None:
        response.read()

    async def aread(response: httpx2.Response) -> None:
        await response.aread()

    with connected_raw(over_tls(identity)) as url:
        hooks: Any = {"response": [read if flavour == "sync" else aread]} if hooked else {}
        kind: Any = httpx2.Client if flavour == "sync" else httpx2.AsyncClient
        given = kind(verify=trust, event_hooks=hooks)

        async def main(client: Any, run: Callable[[Any], Awaitable[Any]]) -> str:
            found = await first_and_next(client, run)
            given.close() if flavour == "sync" else await given.aclose()
            return found

        assert in_flavour(flavour, url, main, http_client=given) == "cld_REAL"


@contextmanager
def connected_raw(speak: Speak) -> Generator[str]:
    """Let *speak* have each connection as it is."""
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        with suppress(OSError):
            while True:
                threading.Thread(target=converse, args=(listening.accept()[0],), daemon=True).start()

    def converse(connection: socket.socket) -> None:
        with suppress(OSError, ssl.SSLError), connection:
            speak(connection)

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield f"https://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        listening.close()
