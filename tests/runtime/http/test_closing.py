"""`close()` is the end: nothing is sent after it, and every call that is under way ends at once.

A call that would not end leaves its thread alive past PATIENCE, or the test in its own timeout; no time is measured.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any
from unittest.mock import patch

import anyio
import anyio.to_thread
import httpx2
import pytest
from foxreach_runtime.engine import transport
from foxreach_runtime.errors import (
    ClientClosedError,
    FoxReachError,
    OutcomeUnknownError,
    ResponseDecodeError,
    ServerError,
)
from foxreach_runtime.http import sending
from foxreach_runtime.http.connecting import AsyncBackend, Backend
from foxreach_runtime.http.progress import AsyncProgress, Progress
from foxreach_runtime.http.sending import Body
from foxreach_runtime.operation import Call
from foxreach_runtime.options.retry_policy import RetryPolicy
from foxreach_runtime.rate_limit.limiter import LocalLimiter
from foxreach_runtime.rate_limit.pacing import Quota
from foxreach_runtime.waiter import Waiter

from ..loopback import answering, received, serving
from ..sample import CREATE, GET, KEY, UPDATE, Client, ClientAsync

PATIENCE = 10.0  # Seconds; every timeout of a call is longer.
SLOW: dict[str, Any] = {"timeout": 60.0, "retry": RetryPolicy(longest_wait=36_000.0, deadline=None)}
FLAVOURS = ("sync", "asyncio", "trio")
each_flavour = pytest.mark.parametrize("flavour", FLAVOURS)


@dataclass
class Silent:
    """A server that takes requests and answers none, unless *first* says how."""

    first: bytes = b""
    requests: list[bytes] = field(default_factory=list[bytes])
    open: list[socket.socket] = field(default_factory=list[socket.socket])
    arrived: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    gone: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))

    def __post_init__(self) -> None:
        self.listening = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.url = f"http://127.0.0.1:{self.listening.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                end, _ = self.listening.accept()
                self.open.append(end)
                threading.Thread(target=self._serve, args=(end,), daemon=True).start()

    def _serve(self, end: socket.socket) -> None:
        with suppress(OSError), end:
            while request := received(end):
                self.requests.append(request)
                if self.first:
                    end.sendall(self.first)
                self.arrived.release()
        self.gone.release()

    def await_requests(self, count: int) -> None:
        for _ in range(count):
            assert self.arrived.acquire(timeout=PATIENCE), "a request has not arrived"

    def await_ends(self) -> None:
        """Wait until every connection was closed by the client."""
        for _ in self.open:
            assert self.gone.acquire(timeout=PATIENCE), "a connection stays open"


@contextmanager
def silent(first: bytes = b"") -> Generator[Silent]:
    server = Silent(first)
    try:
        yield server
    finally:
        server.listening.close()
        for end in server.open:
            end.close()


def nothing() -> None:
    """Do not wait."""


def outcomes_of(
    flavour: str,
    calls: list[Call[Any]],
    client: Any,
    when: Callable[[], object],
    ended: Callable[[], None] = nothing,
) -> list[Any]:
    """Make all *calls* at once and close the client after *when* has returned; return what each came to.

    *ended* is called as soon as every call has ended.
    """
    if flavour == "sync":
        return _outcomes(calls, client, when, ended)
    return anyio.run(_aoutcomes, calls, client, when, ended, backend=flavour)


def _outcomes(calls: list[Call[Any]], client: Any, when: Callable[[], object], ended: Callable[[], None]) -> list[Any]:
    found: list[Any] = []

    def run(call: Call[Any]) -> None:
        try:
            found.append(client._transport.run(call))
        except BaseException as error:  # noqa: BLE001
            found.append(error)

    threads = [threading.Thread(target=run, args=(call,), daemon=True) for call in calls]
    for thread in threads:
        thread.start()
    when()
    client.close()
    for thread in threads:
        thread.join(PATIENCE)
        assert not thread.is_alive(), "a call does not end"
    ended()
    return found


async def _aoutcomes(
    calls: list[Call[Any]], client: Any, when: Callable[[], object], ended: Callable[[], None]
) -> list[Any]:
    found: list[Any] = []

    async def run(call: Call[Any]) -> None:
        try:
            found.append(await client._transport.run(call))
        except FoxReachError as error:
            found.append(error)

    with anyio.fail_after(PATIENCE):
        async with anyio.create_task_group() as tasks:
            for call in calls:
                tasks.start_soon(run, call)
            await anyio.to_thread.run_sync(when)
            await client.close()
        ended()
    return found


def client_of(flavour: str, url: str, **given: Any) -> Any:
    return (Client if flavour == "sync" else ClientAsync)(api_key=KEY, base_url=url, **{**SLOW, **given})


def kinds(found: list[Any]) -> list[str]:
    return sorted({type(each).__name__ for each in found})


def stages(error: Any) -> list[str]:
    return [attempt.stage for attempt in error.history]


@each_flavour
def test_calls_that_were_sent_are_in_doubt_and_those_in_the_queue_of_the_pool_are_not_sent(flavour: str) -> None:
    with silent() as server:
        client = client_of(flavour, server.url)
        found = outcomes_of(flavour, [CREATE] * 30, client, lambda: server.await_requests(10))
        sent = [error for error in found if type(error) is OutcomeUnknownError]
        assert [stages(error) for error in sent] == [["unknown"]] * 10  # as many as the pool has connections
        for error in [error for error in found if error not in sent]:
            assert (type(error), *stages(error)) in {(ClientClosedError, "not_sent"), (ClientClosedError,)}
        server.await_ends()
        assert len(server.requests) == 10


@each_flavour
@pytest.mark.parametrize("call", [GET, UPDATE, CREATE], ids=["read", "update", "create"])
def test_a_call_that_was_cut_is_in_doubt_and_not_repeated(flavour: str, call: Call[Any]) -> None:
    with silent() as server:
        (error,) = outcomes_of(flavour, [call], client_of(flavour, server.url), lambda: server.await_requests(1))
        assert type(error) is OutcomeUnknownError
        assert stages(error) == ["unknown"]
        advice = "It only reads" if call is GET else "It may have been carried out"
        assert f"the client was closed before the answer had come. {advice}" in str(error)
        server.await_ends()


@each_flavour
def test_a_body_that_was_cut_leaves_the_status_in_the_error(flavour: str, monkeypatch: pytest.MonkeyPatch) -> None:
    begun = threading.Semaphore(0)

    class Begun(Body):
        def __init__(self, response: httpx2.Response, spool: Callable[[], Any] | None = None) -> None:
            super().__init__(response, spool)
            begun.release()

    monkeypatch.setattr(sending, "Body", Begun)
    with silent(b"HTTP/1.1 201 Created\r\ncontent-length: 1000\r\n\r\n{") as server:
        (error,) = outcomes_of(flavour, [CREATE], client_of(flavour, server.url), reached(begun))
        assert (type(error), stages(error), error.status) == (ResponseDecodeError, ["answered"], 201)
        assert "did not arrive whole (the client was closed)" in str(error)
        server.await_ends()


WAITING: dict[str, tuple[bytes, Call[Any], type[FoxReachError]]] = {
    "for a 429": (b"HTTP/1.1 429 X\r\nretry-after: 500\r\ncontent-length: 0\r\n\r\n", CREATE, ClientClosedError),
    "for a 503": (b"HTTP/1.1 503 X\r\nretry-after: 500\r\ncontent-length: 0\r\n\r\n", UPDATE, OutcomeUnknownError),
}


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> threading.Semaphore:
    """Return what is released each time a call has begun to wait."""
    begun = threading.Semaphore(0)

    class Announced:
        def __init__(self, waiter: Waiter) -> None:
            self._waiter = waiter

        def listen(self, listener: Callable[[], object] | None) -> None:
            self._waiter.listen(listener)
            if listener is not None:
                begun.release()

    def announcing(wait: Callable[[float, Any], Any]) -> Callable[[float, Waiter], Any]:
        return lambda seconds, until: wait(seconds, Announced(until))

    for name in ("sleep", "async_sleep"):
        monkeypatch.setattr(transport, name, announcing(getattr(transport, name)))
    return begun


def reached(semaphore: threading.Semaphore, count: int = 1) -> Callable[[], None]:
    def wait() -> None:
        for _ in range(count):
            assert semaphore.acquire(timeout=PATIENCE), "not reached"

    return wait


@each_flavour
@pytest.mark.parametrize(("first", "call", "kind"), WAITING.values(), ids=WAITING)
def test_a_call_that_waits_to_be_repeated_ends(
    flavour: str, first: bytes, call: Call[Any], kind: type[FoxReachError], waits: threading.Semaphore
) -> None:
    with silent(first) as server:
        (error,) = outcomes_of(flavour, [call], client_of(flavour, server.url), reached(waits))
        assert type(error) is kind
        assert stages(error) == ["answered"]
        assert "the client was closed while this call waited" in str(error)
        assert len(server.requests) == 1


@each_flavour
def test_calls_in_the_queue_of_the_quota_end(flavour: str, waits: threading.Semaphore) -> None:
    with silent() as server:
        client = client_of(flavour, server.url, limiter=LocalLimiter("bulk", Quota(1, 60)))

        def one_is_sent_and_the_others_wait() -> None:
            server.await_requests(1)
            reached(waits, 4)()

        found = outcomes_of(flavour, [CREATE] * 5, client, one_is_sent_and_the_others_wait)
        assert sorted(type(error).__name__ for error in found) == ["ClientClosedError"] * 4 + ["OutcomeUnknownError"]
        assert len(server.requests) == 1


@each_flavour
def test_settling_ends_and_says_unknown(flavour: str, waits: threading.Semaphore) -> None:
    with silent(b"HTTP/1.1 500 X\r\ncontent-length: 0\r\n\r\n") as server:
        client = client_of(flavour, server.url)
        found: list[str] = []

        def sync() -> None:
            with pytest.raises(ServerError) as caught:
                client._transport.run(CREATE)
            thread = threading.Thread(target=lambda: found.append(caught.value.settle((500.0, 500.0))), daemon=True)
            thread.start()
            reached(waits)()
            client.close()
            thread.join(PATIENCE)

        async def asynchronous() -> None:
            with pytest.raises(ServerError) as caught:
                await client._transport.run(CREATE)

            async def settle() -> None:
                found.append(await caught.value.settle_async((500.0, 500.0)))

            with anyio.fail_after(PATIENCE):
                async with anyio.create_task_group() as tasks:
                    tasks.start_soon(settle)
                    await anyio.to_thread.run_sync(reached(waits))
                    await client.close()

        sync() if flavour == "sync" else anyio.run(asynchronous, backend=flavour)
        assert found == ["unknown"]
        assert len(server.requests) == 1


@each_flavour
def test_a_call_whose_tls_handshake_stalls_ends(flavour: str) -> None:
    begun = threading.Semaphore(0)

    def shaken(listening: socket.socket, gone: threading.Semaphore) -> None:
        end, _ = listening.accept()
        with end:
            assert end.recv(1)  # the client's hello
            begun.release()
            while end.recv(65_536):
                pass
        gone.release()

    with socket.create_server(("127.0.0.1", 0)) as listening:
        gone = threading.Semaphore(0)
        threading.Thread(target=shaken, args=(listening, gone), daemon=True).start()
        client = client_of(flavour, f"https://127.0.0.1:{listening.getsockname()[1]}")
        (error,) = outcomes_of(flavour, [CREATE], client, reached(begun))
        assert (type(error), stages(error)) == (ClientClosedError, ["not_sent"])
        reached(gone)()


@each_flavour
def test_a_call_that_is_being_connected_ends(flavour: str) -> None:
    begun = threading.Semaphore(0)
    with socket.create_server(("127.0.0.1", 0), backlog=0) as full, socket.socket() as one, socket.socket() as two:
        for filler in (one, two):  # The queue is full: nothing answers any more.
            filler.setblocking(False)
            filler.connect_ex(full.getsockname())
        client = client_of(flavour, f"http://127.0.0.1:{full.getsockname()[1]}")
        with watched(client, begun):
            (error,) = outcomes_of(flavour, [CREATE], client, reached(begun))
        assert (type(error), stages(error)) == (ClientClosedError, ["not_sent"])


@contextmanager
def watched(client: Any, begun: threading.Semaphore) -> Generator[None]:
    """Release *begun* when a connection of *client* is about to be opened."""
    kind: Any = Backend if isinstance(client, Client) else AsyncBackend
    connect = kind.connect_tcp

    def connecting(*args: Any, **kwargs: Any) -> Any:
        begun.release()
        return connect(*args, **kwargs)

    with patch.object(kind, "connect_tcp", connecting):
        yield


@each_flavour
def test_a_call_whose_host_name_is_being_looked_up_ends(flavour: str) -> None:
    begun, over = threading.Semaphore(0), threading.Event()

    def look_up(*args: Any, **kwargs: Any) -> Any:
        if len(args) < 6 or not args[5] & socket.AI_NUMERICHOST:  # trio asks first whether it is an address
            begun.release()
            over.wait(PATIENCE)
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    with patch("socket.getaddrinfo", look_up):
        client = client_of(flavour, "https://api.test")
        (error,) = outcomes_of(flavour, [CREATE], client, reached(begun), ended=over.set)
    assert (type(error), stages(error)) == (ClientClosedError, ["not_sent"])


@each_flavour
def test_a_request_that_is_just_about_to_be_sent_is_not_sent(flavour: str) -> None:
    """The client is closed by another thread between the last look at it and the first byte."""
    with silent() as server:
        client = client_of(flavour, server.url)
        report, areport, closing = Progress.__call__, AsyncProgress.__call__, threading.Event()

        def closed() -> None:
            assert closing.wait(PATIENCE)

        def close_it() -> None:
            if flavour == "sync":
                client.close()
            else:
                anyio.run(client.close)
            closing.set()

        def then_closed(event: str) -> None:
            if event == "http11.send_request_headers.started":
                threading.Thread(target=close_it, daemon=True).start()
                closed()

        def reported(self: Progress, event: str, info: Any) -> None:
            report(self, event, info)
            then_closed(event)

        async def areported(self: AsyncProgress, event: str, info: Any) -> None:
            await areport(self, event, info)
            then_closed(event)

        with patch.object(Progress, "__call__", reported), patch.object(AsyncProgress, "__call__", areported):
            (error,) = outcomes_of(flavour, [CREATE], client, closed)
        assert type(error) is OutcomeUnknownError  # That nothing was sent cannot be known here.
        server.await_ends()
        assert server.requests == []


@each_flavour
def test_a_closed_client_connects_to_nobody(flavour: str) -> None:
    with silent() as server:
        client = client_of(flavour, server.url)
        backend = patch.object(Backend if flavour == "sync" else AsyncBackend, "connect_tcp")
        with backend as connect:
            (error,) = outcomes_of(flavour, [], client, nothing) or [None]
            assert error is None
            (error,) = outcomes_of(flavour, [CREATE], client, nothing)
        assert (type(error), stages(error)) == (ClientClosedError, [])
        assert "the client is closed. Make a new client." in str(error)
        assert connect.call_count == 0


@each_flavour
def test_closing_twice_and_closing_without_a_call_do_nothing(flavour: str) -> None:
    with silent() as server:
        client = client_of(flavour, server.url)
        assert outcomes_of(flavour, [], client, nothing) == []
        assert outcomes_of(flavour, [], client, nothing) == []
        assert server.open == []


@each_flavour
def test_the_connections_of_a_given_http_client_stay_while_our_calls_end(flavour: str) -> None:
    with silent() as server, serving(answering(200, b"{}")) as other:
        limits = httpx2.Limits(max_connections=3)

        async def main() -> None:
            async with httpx2.AsyncClient(limits=limits, timeout=PATIENCE) as given:
                await given.get(other.url)
                client = client_of(flavour, server.url, http_client=given)
                found: list[Any] = []

                async def run() -> None:
                    try:
                        await client._transport.run(CREATE)
                    except FoxReachError as error:
                        found.append(error)

                async with given.stream("GET", other.url) as theirs, anyio.create_task_group() as tasks:
                    for _ in range(5):
                        tasks.start_soon(run)
                    await anyio.to_thread.run_sync(server.await_requests, 2)
                    await client.close()
                    await theirs.aread()
                check(found)
                await given.get(other.url)
                assert not given.is_closed

        def sync() -> None:
            with httpx2.Client(limits=limits, timeout=PATIENCE) as given:
                given.get(other.url)
                client = client_of(flavour, server.url, http_client=given)
                with given.stream("GET", other.url) as theirs:
                    found = _outcomes([CREATE] * 5, client, lambda: server.await_requests(2), nothing)
                    theirs.read()
                check(found)
                given.get(other.url)
                assert not given.is_closed

        def check(found: list[Any]) -> None:
            assert sorted(type(error).__name__ for error in found) == (
                ["ClientClosedError"] * 3 + ["OutcomeUnknownError"] * 2
            )
            assert len(server.requests) == 2
            server.await_ends()

        sync() if flavour == "sync" else anyio.run(main, backend=flavour)
        assert len(other.requests) == 3


@each_flavour
def test_a_client_of_with_options_ends_alone_and_its_parent_ends_it(flavour: str) -> None:
    with silent() as server:
        parent = client_of(flavour, server.url)
        other = parent.with_options(timeout=61.0)

        def sync() -> tuple[list[Any], list[Any]]:
            theirs: list[Any] = []
            thread = threading.Thread(target=lambda: theirs.extend(_outcomes([CREATE], parent, ended.wait, nothing)))
            thread.start()
            ours = _outcomes([CREATE], other, lambda: server.await_requests(2), nothing)
            assert thread.is_alive()
            ended.set()
            thread.join(PATIENCE)
            return ours, theirs

        async def asynchronous() -> tuple[list[Any], list[Any]]:
            ours, theirs = list[Any](), list[Any]()

            async def in_the_parent() -> None:
                theirs.extend(await _aoutcomes([CREATE], parent, ended.wait, nothing))

            async with anyio.create_task_group() as tasks:
                tasks.start_soon(in_the_parent)
                ours = await _aoutcomes([CREATE], other, lambda: server.await_requests(2), nothing)
                assert theirs == []
                ended.set()
            return ours, theirs

        ended = threading.Event()
        ours, theirs = sync() if flavour == "sync" else anyio.run(asynchronous, backend=flavour)
        assert (kinds(ours), kinds(theirs)) == (["OutcomeUnknownError"], ["OutcomeUnknownError"])
        server.await_ends()


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
@pytest.mark.parametrize("closing", ["asyncio", "trio"])
def test_an_async_client_is_closed_in_all_event_loops(backend: str, closing: str) -> None:
    with silent() as server:
        client = client_of(backend, server.url)
        found: list[Any] = []

        async def elsewhere() -> None:
            found.extend(await _aoutcomes([CREATE], client, over.wait, nothing))

        over = threading.Event()
        thread = threading.Thread(target=lambda: anyio.run(elsewhere, backend=backend), daemon=True)
        thread.start()
        server.await_requests(1)
        anyio.run(client.close, backend=closing)
        server.await_ends()
        over.set()
        thread.join(PATIENCE)
        assert kinds(found) == ["OutcomeUnknownError"]
