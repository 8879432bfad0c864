"""Stages against real sockets: what counts is how far an attempt got, not the class of the failure."""

from __future__ import annotations

import itertools
import json
import socket
import ssl
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from typing import Any

import anyio
import httpx2
import pytest
import trustme
from foxreach_runtime.engine.exchange import Timing
from foxreach_runtime.engine.transport import AsyncTransport, Transport
from foxreach_runtime.errors import (
    FoxReachError,
    NotSentError,
    OutcomeUnknownError,
    PoolTimeoutError,
    ResponseDecodeError,
)
from foxreach_runtime.http.connections import AsyncConnections, Connections
from foxreach_runtime.http.failure import failure_from
from foxreach_runtime.http.lifetime import Lifetime
from foxreach_runtime.http.network import bounds, time_left
from foxreach_runtime.http.pools import bound
from foxreach_runtime.http.progress import AsyncProgress, Progress
from foxreach_runtime.operation import Call
from foxreach_runtime.options.options import Options
from foxreach_runtime.options.retry_policy import RetryPolicy

from ..loopback import answering, serving
from ..sample import CREATE, GET, KEY, LEAD, ClientAsync

FLAVOURS = pytest.mark.parametrize("flavour", ["sync", "async"])
GOOD = answering(200, json.dumps({"data": LEAD}).encode())


def called(
    flavour: str, url: str, call: Call[Any], retry: RetryPolicy, clock: Callable[[], float] | None = None
) -> Any:
    """Make *call* against *url* with connections of our own and no waiting between attempts."""
    options = Options(url, "X-API-Key", KEY, httpx2.Timeout(5.0), retry, {}, "test")
    timing = Timing(clock=clock, random=lambda: 0.0) if clock else Timing(random=lambda: 0.0)
    if flavour == "sync":
        connections = Connections()
        try:
            return Transport(options, connections, timing=timing, sleep=lambda seconds: None).run(call)
        finally:
            connections.close()

    async def main() -> Any:
        connections = AsyncConnections()

        async def at_once(seconds: float) -> None: ...

        try:
            return await AsyncTransport(options, connections, timing=timing, sleep=at_once).run(call)
        finally:
            await connections.close()

    return anyio.run(main)


@FLAVOURS
def test_a_real_server_is_called(flavour: str) -> None:
    with serving(GOOD) as server:
        assert called(flavour, server.url, GET, RetryPolicy()).id == "cld_1"
    assert server.requests[0].startswith(b"GET /leads/cld_1 HTTP/1.1\r\n")


@FLAVOURS
def test_nothing_was_sent_where_nobody_listens(flavour: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with pytest.raises(NotSentError) as caught:
        called(flavour, f"http://127.0.0.1:{port}", CREATE, RetryPolicy(max_attempts=2))
    assert [attempt.stage for attempt in caught.value.history] == ["not_sent", "not_sent"]


@FLAVOURS
def test_closed_without_an_answer_is_unknown_and_not_repeated_by_a_post(flavour: str) -> None:
    with serving(lambda connection: connection.close()) as server:
        with pytest.raises(OutcomeUnknownError) as caught:
            called(flavour, server.url, CREATE, RetryPolicy())
        assert (caught.value.stage, caught.value.attempts, len(server.requests)) == ("unknown", 1, 1)
        with pytest.raises(OutcomeUnknownError):
            called(flavour, server.url, GET, RetryPolicy(max_attempts=3))
        assert len(server.requests) == 4


@FLAVOURS
def test_a_body_cut_short_is_answered(flavour: str) -> None:
    def cut(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{")
        connection.close()

    with serving(cut) as server, pytest.raises(ResponseDecodeError, match="did not arrive whole") as caught:
        called(flavour, server.url, CREATE, RetryPolicy())
    assert [(attempt.stage, attempt.status) for attempt in caught.value.history] == [("answered", 200)]


def test_a_deadline_that_ends_while_the_pool_is_full_is_not_sent() -> None:
    full, release = threading.Event(), threading.Event()

    def slow(connection: socket.socket) -> None:
        if len(server.requests) == 10:
            full.set()
        release.wait(5)
        GOOD(connection)

    async def main() -> None:
        async with ClientAsync(api_key=KEY, base_url=server.url) as client, anyio.create_task_group() as tasks:
            for _ in range(10):
                tasks.start_soon(client._transport.run, GET)  # pyright: ignore[reportPrivateUsage]
            await anyio.to_thread.run_sync(full.wait, 5)
            late = client.with_options(retry=RetryPolicy(deadline=1.0, max_attempts=1))
            with pytest.raises(PoolTimeoutError):
                await late._transport.run(CREATE)  # pyright: ignore[reportPrivateUsage]
            release.set()

    with serving(slow) as server:
        anyio.run(main)


def ticking() -> Callable[[], float]:
    """Return a clock on which a second passes each time somebody looks."""
    ticks = itertools.count()
    return lambda: float(next(ticks))


def endlessly(part: bytes, first: bytes = b"") -> Callable[[socket.socket], None]:
    def speak(connection: socket.socket) -> None:
        connection.sendall(first)
        while True:
            connection.sendall(part)

    return speak


CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"
CHUNKED = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n"


@FLAVOURS
@pytest.mark.parametrize(
    ("speak", "kind"),
    [
        (endlessly(CONTINUE), OutcomeUnknownError),
        (endlessly(b"1\r\n \r\n", first=CHUNKED), ResponseDecodeError),
    ],
    ids=["1xx without end", "a body in trickles"],
)
def test_the_deadline_ends_what_no_read_timeout_ends(flavour: str, speak: Any, kind: type[FoxReachError]) -> None:
    # Sync reads look at the clock, so its seconds can pass with each look; the event loop keeps time by itself.
    clock = ticking() if flavour == "sync" else None
    policy = RetryPolicy(deadline=20.0 if clock else 0.3)
    with serving(speak) as server, pytest.raises(kind, match="the time for the whole call is over"):
        called(flavour, server.url, CREATE, policy, clock)
    assert len(server.requests) == 1


def test_our_own_connections_are_bounded_with_the_httpx2_that_we_have() -> None:
    with bound(httpx2.Client(verify=False, proxy="http://127.0.0.1:1")) as client:
        ways: Any = [client._transport, *client._mounts.values()]  # pyright: ignore[reportPrivateUsage]
        backends = [type(way._pool._network_backend).__name__ for way in ways]
    assert backends == ["Backend"] * len(ways)
    assert len(ways) > 1


def test_a_deadline_is_for_its_block_and_thread_alone() -> None:
    assert time_left(3.0, ValueError) == 3.0
    with bounds(Lifetime(), 2.0, lambda: 5.0):
        assert (time_left(3.0, ValueError), time_left(1.0, ValueError), time_left(None, ValueError)) == (2.0, 1.0, 2.0)
        with bounds(Lifetime(), None, lambda: 5.0):
            assert time_left(3.0, ValueError) == 3.0
        with (
            bounds(Lifetime(), 0.0, lambda: 5.0),
            pytest.raises(ValueError, match="the time for the whole call is over"),
        ):
            time_left(3.0, ValueError)
        assert time_left(3.0, ValueError) == 2.0
    assert time_left(3.0, ValueError) == 3.0


CONNECT = {"request": httpx2.Request("CONNECT", "http://proxy.test")}
OURS = {"request": httpx2.Request("GET", "http://api.test")}


def seen(*events: tuple[str, Any]) -> Progress:
    progress = Progress(Lifetime())
    for name, info in events:
        method = info["request"].method.encode()
        progress(name, {"request": type("Request", (), {"method": method})})
    return progress


@pytest.mark.parametrize(
    ("progress", "stage"),
    [
        (seen(), "unknown"),  # a mock: it may have been sent
        (seen(("connection.connect_tcp.started", OURS)), "not_sent"),
        (seen(("http11.send_request_headers.started", CONNECT)), "not_sent"),
        (seen(("http11.send_request_headers.started", OURS)), "unknown"),
        (seen(("http2.send_request_headers.started", OURS)), "unknown"),
        (
            seen(("http11.send_request_headers.started", CONNECT), ("http11.send_request_headers.started", OURS)),
            "unknown",
        ),
    ],
)
def test_the_events_tell_whether_anything_was_sent(progress: Progress, stage: str) -> None:
    assert failure_from(httpx2.ReadError("reset"), progress).stage == stage


def test_the_class_alone_tells_that_nothing_was_sent_even_without_events() -> None:
    assert failure_from(httpx2.PoolTimeout(""), seen()).stage == "not_sent"


def test_a_fault_that_is_its_own_cause_is_looked_at_once() -> None:
    fault, wrapper = httpx2.ReadTimeout("late"), RuntimeError("wrapped")
    fault.__cause__, wrapper.__cause__ = wrapper, fault
    assert failure_from(fault, seen()).stage == "unknown"


@FLAVOURS
def test_what_follows_the_first_byte_is_not_listened_to(flavour: str, monkeypatch: pytest.MonkeyPatch) -> None:
    events: list[str] = []
    listen = Progress.__call__

    def counting(self: Progress, event: str, info: Any) -> Any:
        events.append(event)
        return listen(self, event, info)

    monkeypatch.setattr(Progress, "__call__", counting)
    with serving(GOOD) as server:
        called(flavour, server.url, GET, RetryPolicy())
    assert events[-2:] == ["http11.send_request_headers.started", "http11.send_request_headers.complete"]


def test_events_of_the_async_flavour_are_collected_too() -> None:
    async def main() -> AsyncProgress:
        progress = AsyncProgress(Lifetime())
        await progress("http11.send_request_headers.started", {})
        return progress

    assert anyio.run(main).sent


@FLAVOURS
def test_a_reset_on_a_kept_connection_is_unknown(flavour: str) -> None:
    """The first call is answered, the second, on the same connection, is not."""
    answers = itertools.count()

    def once(connection: socket.socket) -> None:
        if next(answers) == 0:
            GOOD(connection)
        else:
            connection.close()

    options = (GET, CREATE)
    with serving(once) as server, pytest.raises(OutcomeUnknownError):
        called_in_turn(flavour, server.url, options)
    assert len(server.requests) == 2


def called_in_turn(flavour: str, url: str, calls: tuple[Call[Any], ...]) -> None:
    """Make *calls* one after the other on the same connections."""
    options = Options(url, "X-API-Key", KEY, httpx2.Timeout(5.0), RetryPolicy(max_attempts=1), {}, "test")
    if flavour == "sync":
        connections = Connections()
        try:
            for call in calls:
                Transport(options, connections).run(call)
        finally:
            connections.close()
        return

    async def main() -> None:
        async_connections = AsyncConnections()
        try:
            for call in calls:
                await AsyncTransport(options, async_connections).run(call)
        finally:
            await async_connections.close()

    anyio.run(main)


@FLAVOURS
def test_a_bad_certificate_is_not_sent_and_not_tried_again(flavour: str) -> None:
    own = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate: Any = trustme.CA().issue_cert("127.0.0.1")  # signed by nobody whom we trust
    certificate.configure_cert(own)
    taken: list[object] = []

    def shake_hands(connection: socket.socket) -> None:
        taken.append(connection)
        with suppress(OSError):
            own.wrap_socket(connection, server_side=True).close()

    with talking(shake_hands) as port, pytest.raises(NotSentError, match=r"(?i)certificate") as caught:
        called(flavour, f"https://127.0.0.1:{port}", CREATE, RetryPolicy())
    assert (caught.value.attempts, len(taken)) == (1, 1)
    assert caught.value.history[0].stage == "not_sent"


@contextmanager
def talking(speak: Callable[[socket.socket], None]) -> Generator[int]:
    """Let *speak* have each connection as soon as it is there, before any request."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            with suppress(OSError):
                while True:
                    speak(listening.accept()[0])

        threading.Thread(target=serve, daemon=True).start()
        yield listening.getsockname()[1]
