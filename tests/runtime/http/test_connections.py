"""The life of a client: threads, forks, second event loops, use after close, and what is left when it is forgotten."""

from __future__ import annotations

import asyncio
import gc
import itertools
import json
import os
import socket
import subprocess
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from typing import Any

import anyio
import anyio.to_thread
import httpx2
import pytest
from foxreach_runtime.engine.transport import AsyncTransport, Transport
from foxreach_runtime.errors import (
    ClientClosedError,
    ConfigurationError,
    NotSentError,
    OutcomeUnknownError,
    ResponseDecodeError,
)
from foxreach_runtime.http.connections import AsyncConnections, Connections
from foxreach_runtime.options.options import Options
from foxreach_runtime.options.retry_policy import RetryPolicy
from msgspec import structs

from ..loopback import Loopback, answering, serving
from ..sample import GET, KEY, LEAD

GOOD = answering(200, json.dumps({"data": LEAD}).encode())


@pytest.fixture
def server() -> Iterator[Loopback]:
    with serving(GOOD) as server:
        yield server


def options(server: Loopback) -> Options:
    return Options(server.url, "X-API-Key", KEY, httpx2.Timeout(5.0), RetryPolicy(max_attempts=1), {}, "test")


def test_threads_share_one_client_and_its_connections(server: Loopback) -> None:
    connections = Connections()
    transport = Transport(options(server), connections)
    found: list[str] = []
    threads = [threading.Thread(target=lambda: found.append(transport.run(GET).id)) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    connections.close()
    assert found == ["cld_1"] * 20


def test_a_second_event_loop_gets_connections_of_its_own(server: Loopback) -> None:
    transports = [AsyncTransport(options(server), AsyncConnections())]

    async def main() -> str:
        return (await transports[0].run(GET)).id

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # the loops' own: they ended with connections open
        assert [asyncio.run(main()) for _ in range(3)] == ["cld_1"] * 3
        assert anyio.run(main, backend="trio") == "cld_1"
        transports.clear()
        gc.collect()


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_clients_of_loops_that_ended_do_not_pile_up(backend: str) -> None:
    connections = AsyncConnections()

    async def main() -> httpx2.AsyncClient:
        return connections.client("leads.get")

    for _ in range(40):
        anyio.run(main, backend=backend)
    kept = len(connections._opener._by_loop)  # pyright: ignore[reportPrivateUsage]
    assert kept == 1


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_each_of_many_running_loops_keeps_its_connections_until_the_client_is_closed(backend: str) -> None:
    connections = AsyncConnections()

    async def nested(depth: int) -> None:
        mine = connections.client("leads.get")
        if depth:
            await anyio.to_thread.run_sync(lambda: anyio.run(nested, depth - 1, backend=backend))
        else:
            assert len(connections._opener._by_loop) == 21  # pyright: ignore[reportPrivateUsage]
            await connections.close()
        with anyio.fail_after(10):
            while not mine.is_closed:
                await anyio.sleep(0)

    anyio.run(nested, 20, backend=backend)


def test_connections_of_loops_that_nobody_closes_do_not_pile_up(server: Loopback) -> None:
    connections = AsyncConnections()
    transport = AsyncTransport(options(server), connections)
    loops = [asyncio.new_event_loop() for _ in range(40)]
    by_loop = connections._opener._by_loop  # pyright: ignore[reportPrivateUsage]
    clients = list[Any]()
    for loop in loops:
        assert loop.run_until_complete(transport.run(GET)).id == "cld_1"
        clients.append(by_loop[loop])
        assert len(by_loop) <= 16
    assert list(by_loop) == loops[-16:]  # The oldest ones go.
    assert loops[0].run_until_complete(transport.run(GET)).id == "cld_1"  # It gets new connections.
    assert clients[0].is_closed
    assert by_loop[loops[0]] is not clients[0]
    loops[0].run_until_complete(connections.close())
    for loop in loops:
        loop.run_until_complete(asyncio.sleep(0))
        loop.close()
    assert all(client.is_closed for client in clients)


def test_loops_that_are_used_in_turn_do_not_run_the_collector_again_and_again(monkeypatch: pytest.MonkeyPatch) -> None:
    connections = AsyncConnections()
    loops = [asyncio.new_event_loop() for _ in range(32)]
    collected = list[int]()
    monkeypatch.setattr("foxreach_runtime.http.aborting.idle_loops.gc.collect", lambda: collected.append(1))

    async def main() -> None:
        connections.client("leads.get")

    for loop in loops * 10:
        loop.run_until_complete(main())
    assert 1 <= len(collected) <= 3
    for loop in loops:
        loop.close()


def test_a_loop_that_pauses_in_the_middle_of_a_call_keeps_its_connections() -> None:
    released = threading.Event()

    def slow(connection: Any) -> None:
        released.wait(10)
        GOOD(connection)

    with serving(slow) as server:
        connections = AsyncConnections()
        transport = AsyncTransport(options(server), connections)
        loops = [asyncio.new_event_loop() for _ in range(20)]
        calls = [loop.create_task(transport.run(GET)) for loop in loops]
        for loop in loops:
            loop.run_until_complete(asyncio.sleep(0.01))
        released.set()
        assert [loop.run_until_complete(call).id for loop, call in zip(loops, calls, strict=True)] == ["cld_1"] * 20
        for loop in loops:
            loop.run_until_complete(connections.close())
            loop.close()


UNCLOSED = """
import asyncio, resource, sys
sys.path[:0] = {path!r}
from foxreach_runtime.http.connections import AsyncConnections
from foxreach_runtime.engine.transport import AsyncTransport
from tests.runtime.http.test_connections import Options, RetryPolicy, GET, httpx2
resource.setrlimit(resource.RLIMIT_NOFILE, (256, 256))
transport = AsyncTransport(
    Options({url!r}, "X-API-Key", "k", httpx2.Timeout(5.0), RetryPolicy(), {{}}, "test"), AsyncConnections()
)
for _ in range(200):
    loop = asyncio.new_event_loop()
    loop.run_until_complete(transport.run(GET))
    del loop
print("done")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="this system has no such limit")
def test_loops_that_nobody_closes_do_not_use_up_the_open_files(server: Loopback) -> None:
    code = UNCLOSED.format(path=sys.path, url=server.url)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "done\n"), done.stderr[-500:]


def test_an_http_client_of_another_event_loop_is_a_clear_error() -> None:
    mock = httpx2.MockTransport(lambda request: httpx2.Response(200, json={"data": LEAD}))
    given = httpx2.AsyncClient(transport=mock)
    client = AsyncConnections(given)

    async def main() -> None:
        assert client.client("leads.get") is given
        assert client.client("leads.get") is given

    asyncio.run(main())
    with pytest.raises(ClientClosedError, match=r"leads\.get: the http_client was in use in another event loop"):
        asyncio.run(main())


def test_closing_in_one_loop_says_closed_in_every_loop() -> None:
    connections = AsyncConnections()

    async def opened() -> httpx2.AsyncClient:
        client = connections.client("leads.get")
        await connections.close()
        return client

    assert asyncio.run(opened()).is_closed
    with pytest.raises(ClientClosedError, match="the client is closed"):
        asyncio.run(opened())


def in_child(action: Callable[[], Any]) -> str:
    """Return what *action* returns, or the error that it raises, in a forked process."""
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of a fork beside threads, which is what is tested
        pid = os.fork()
    if pid == 0:
        try:
            text = str(action())
        except BaseException as error:  # noqa: BLE001
            text = f"{type(error).__name__}: {error}"
        os.write(writing, text.encode())
        os._exit(0)
    os.close(writing)
    with open(reading, "rb") as end:  # noqa: PTH123
        said = end.read().decode()
    os.waitpid(pid, 0)
    return said


forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")


@forks
def test_a_forked_child_opens_connections_of_its_own(server: Loopback) -> None:
    connections = Connections()
    transport = Transport(options(server), connections)
    transport.run(GET)
    opened = connections.client("x")
    budget = transport._context.budget  # pyright: ignore[reportPrivateUsage]
    assert budget is not None
    assert budget.take(2, 10)  # A success then pays back, with the lock.
    with connections._opener._opening, budget._counting:  # pyright: ignore[reportPrivateUsage]
        assert in_child(lambda: (transport.run(GET).id, connections.client("x") is opened)) == "('cld_1', False)"
    assert transport.run(GET).id == "cld_1"
    assert connections.client("x") is opened
    connections.close()


@forks
def test_a_forked_child_of_an_async_client_opens_its_own_too(server: Loopback) -> None:
    connections = AsyncConnections()
    transport = AsyncTransport(options(server), connections)

    async def main() -> str:
        return (await transport.run(GET)).id

    async def parent() -> None:
        await main()
        assert in_child(lambda: threaded(main)) == "cld_1"
        assert await main() == "cld_1"
        await connections.close()

    asyncio.run(parent())


def threaded(main: Callable[[], Any]) -> Any:
    """Run *main* in an event loop of a thread: the forked one still believes that its own is running."""
    found: list[Any] = []
    thread = threading.Thread(target=lambda: found.append(asyncio.run(main())))
    thread.start()
    thread.join()
    return found[0]


@forks
def test_an_http_client_from_before_the_fork_is_a_clear_error() -> None:
    with httpx2.Client(transport=httpx2.MockTransport(lambda request: httpx2.Response(200))) as given:
        connections = Connections(given)
        assert in_child(lambda: connections.client("leads.get") is given) == "True"  # Nothing was open yet.
        connections.client("leads.get")
        said = in_child(lambda: connections.client("leads.get"))
        assert "ClientClosedError: leads.get: the http_client was in use before this process" in said
        assert connections.client("leads.get") is given


FORGOTTEN = """
import asyncio, gc, sys
sys.path[:0] = {path!r}
from foxreach_runtime.http.connections import AsyncConnections, Connections
from foxreach_runtime.engine.transport import AsyncTransport, Transport
from tests.runtime.http.test_connections import Options, RetryPolicy, GET, httpx2
options = Options({url!r}, "X-API-Key", "k", httpx2.Timeout(5.0), RetryPolicy(), {{}}, "test")
for _ in range(3):
    print(Transport(options, Connections()).run(GET).id)
gc.collect()
kept = Transport(options, Connections())
print(kept.run(GET).id)
"""


def test_a_client_that_nobody_closed_goes_without_a_warning(server: Loopback) -> None:
    code = FORGOTTEN.format(path=sys.path, url=server.url)
    done = subprocess.run(
        [sys.executable, "-X", "dev", "-W", "error", "-c", code], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout.split(), done.stderr) == (0, ["cld_1"] * 4, "")


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_an_async_client_that_nobody_closed_goes_without_a_warning_while_its_loop_runs(
    server: Loopback, backend: str
) -> None:
    async def main() -> str:
        transport = AsyncTransport(options(server), AsyncConnections())
        return (await transport.run(GET)).id

    async def waiting() -> str:
        found = await main()
        gc.collect()
        await anyio.sleep(0)
        return found

    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        assert anyio.run(waiting, backend=backend) == "cld_1"
        gc.collect()
    assert [str(each.message) for each in seen] == []


def test_an_http_client_of_ones_own_stays_open_when_a_client_is_forgotten(server: Loopback) -> None:
    async def main() -> bool:
        async with httpx2.AsyncClient() as given:
            await AsyncTransport(options(server), AsyncConnections(given)).run(GET)
            gc.collect()
            return given.is_closed

    assert asyncio.run(main()) is False


def test_a_cancelled_call_leaves_the_connections_whole() -> None:
    arrived = threading.Event()
    release = threading.Event()

    def slow(connection: Any) -> None:
        arrived.set()
        release.wait(5)
        GOOD(connection)

    async def main() -> str:
        with serving(slow) as server:
            connections = AsyncConnections()
            transport = AsyncTransport(options(server), connections)
            for _ in range(12):  # more than the pool has connections
                arrived.clear()
                task = asyncio.create_task(transport.run(GET))
                await asyncio.to_thread(arrived.wait, 5)
                task.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await task
            release.set()
            lead = await transport.run(GET)
            await connections.close()
            return lead.id

    assert asyncio.run(main()) == "cld_1"


@pytest.mark.parametrize("flavour", ["sync", "async"])
def test_a_client_closed_in_the_middle_of_a_call_says_so(flavour: str) -> None:
    """The first attempt fails while somebody closes the client; there is no second."""
    if flavour == "sync":
        connections = Connections()

        def closing(connection: Any) -> None:
            connections.close()
            connection.close()

        with serving(closing) as server:
            transport = Transport(structs.replace(options(server), retry=RetryPolicy(backoff_cap=0.0)), connections)
            with pytest.raises(
                OutcomeUnknownError, match=r"leads\.get: the client was closed before the answer"
            ) as error:
                transport.run(GET)
        assert [attempt.stage for attempt in error.value.history] == ["unknown"]
        return

    async def main() -> None:
        connections = AsyncConnections()

        async def closing(seconds: float) -> None:
            await connections.close()

        with serving(lambda connection: connection.close()) as server:
            again = structs.replace(options(server), retry=RetryPolicy(backoff_cap=0.0))
            await AsyncTransport(again, connections, sleep=closing).run(GET)

    with pytest.raises(OutcomeUnknownError, match=r"leads\.get: the client was closed while this call waited"):
        asyncio.run(main())


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
@pytest.mark.parametrize("flavour", ["sync", "asyncio", "trio"])
def test_the_reason_why_no_connection_is_made_reaches_error_and_history(flavour: str, host: str) -> None:
    with socket.socket() as unused:  # It is bound and does not listen: connections are refused.
        unused.bind(("127.0.0.1", 0))
        facts = Options(
            f"http://{host}:{unused.getsockname()[1]}",
            "k",
            "v",
            httpx2.Timeout(5.0),
            RetryPolicy(max_attempts=1),
            {},
            "",
        )

        async def main() -> None:
            if flavour == "sync":
                Transport(facts, Connections()).run(GET)
            await AsyncTransport(facts, AsyncConnections()).run(GET)

        with pytest.raises(NotSentError, match=r"leads\.get: ConnectError: Connection refused\.") as error:
            anyio.run(main, backend="trio" if flavour == "trio" else "asyncio")
    assert [attempt.failure for attempt in error.value.history] == ["ConnectError: Connection refused"]


def test_a_runtime_error_of_something_else_passes_through() -> None:
    def fails(request: httpx2.Request) -> httpx2.Response:
        raise RuntimeError("of something else")

    with httpx2.Client(transport=httpx2.MockTransport(fails)) as given:
        transport = Transport(
            Options("https://x.test", "k", "v", httpx2.Timeout(5.0), RetryPolicy(), {}, ""), Connections(given)
        )
        with pytest.raises(RuntimeError, match="of something else"):
            transport.run(GET)


@pytest.mark.parametrize("flavour", ["sync", "asyncio", "trio"])
def test_no_cookie_of_the_server_is_kept(flavour: str) -> None:
    numbers = itertools.count()

    def with_cookie(connection: socket.socket) -> None:
        head = f"HTTP/1.1 200 X\r\nset-cookie: a{next(numbers)}=b; Max-Age=3600\r\ncontent-length: 0\r\n\r\n"
        connection.sendall(head.encode())

    async def main() -> None:
        connections: Any = Connections() if flavour == "sync" else AsyncConnections()
        kind: Any = Transport if flavour == "sync" else AsyncTransport
        transport = kind(options(loopback), connections)
        for _ in range(3):
            with pytest.raises(ResponseDecodeError):
                await awaited(transport.run(GET))
        assert list(connections.client("x").cookies.jar) == []
        assert all(b"cookie" not in request.lower() for request in loopback.requests)
        await awaited(connections.close())

    with serving(with_cookie) as loopback:
        anyio.run(main, backend="trio" if flavour == "trio" else "asyncio")
    assert len(loopback.requests) == 3


async def awaited(result: Any) -> Any:
    return await result if hasattr(result, "__await__") else result


@pytest.mark.parametrize("kind", [Connections, AsyncConnections])
def test_what_a_socks_proxy_needs_is_named_as_a_package_of_ours(kind: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "socksio", None)
    monkeypatch.setenv("ALL_PROXY", "socks5://127.0.0.1:9")

    async def main() -> None:
        kind().client("leads.get")

    with pytest.raises(
        ConfigurationError, match=r"\(a SOCKS proxy needs `pip install 'httpx2\[socks\]'`\); check HTTPS_PROXY"
    ):
        asyncio.run(main())
