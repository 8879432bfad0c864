"""An exception, or a signal handler, at any point of a call leaves a client that works: no connection is lost.

An interrupt is raised, and a handler called, by a profiler: where a function begins and where a builtin has returned,
which is where CPython looks for signals. Each such place of a call is tried once, and nothing depends on time.
"""

from __future__ import annotations

import itertools
import logging
import sys
import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from types import FrameType
from typing import Any

import anyio
import httpx2
import pytest
from foxreach_runtime.engine.transport import AsyncTransport, Transport
from foxreach_runtime.errors import ClientClosedError, FoxReachError, OutcomeUnknownError
from foxreach_runtime.http.connections import AsyncConnections, Connections
from foxreach_runtime.http.pools import pools
from foxreach_runtime.waiter import Waiter, sleep

from ..loopback import Loopback, serving
from ..sample import GET
from .test_connections import GOOD, awaited, options

PATIENCE = 10.0  # seconds for another thread to end, which would wait for ever
# The code below `Sender.attempt`, and that which opens and closes connections.
pytestmark = [  # An interrupt while a socket is opened or closed leaves that to the garbage collector.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
PLACES = {"call", "c_return"}
TRACED = ("foxreach_runtime/http/", "foxreach_runtime/waiter.py", "/threading.py", "/httpcore2/", "/httpx2/_")


class Interrupt(BaseException):
    """What a signal handler may raise, such as KeyboardInterrupt."""


@pytest.fixture
def server() -> Iterator[Loopback]:
    with serving(GOOD) as server:
        yield server


@contextmanager
def at_place(number: int, action: Callable[[], object]) -> Generator[Iterator[int]]:
    """Do *action* at the place of that number, counted over all that the block passes; yield what counts them."""
    passed = itertools.count()

    def profile(frame: FrameType, event: str, _: Any) -> None:
        traced = event in PLACES and any(part in frame.f_code.co_filename for part in TRACED)
        if traced and next(passed) == number:
            action()

    before = sys.getprofile()
    sys.setprofile(profile)
    try:
        yield passed
    finally:
        sys.setprofile(before)


def interrupt() -> None:
    raise Interrupt


def requests(client: httpx2.Client | httpx2.AsyncClient) -> list[Any]:
    return [each for pool in pools(client) for each in pool._requests]


def in_another_thread(action: Callable[[], str]) -> list[str]:
    """Return what *action* returns there: a lock that an interrupt leaves held stops other threads alone."""
    found: list[str] = []
    thread = threading.Thread(target=lambda: found.append(action()), daemon=True)
    thread.start()
    thread.join(PATIENCE)
    return found


@pytest.mark.parametrize("first", [False, True], ids=["on a connection of the pool", "on a new connection"])
def test_an_interrupt_at_any_moment_loses_no_connection(server: Loopback, first: bool) -> None:
    connections = Connections()
    transport = Transport(options(server), connections)
    client = connections.client("x")
    number = 0
    for number in itertools.count():
        assert in_another_thread(lambda: transport.run(GET).id) == ["cld_1"]
        if first:
            for pool in pools(client):
                pool.close()
        with suppress(Interrupt, FoxReachError), at_place(number, interrupt) as passed:
            transport.run(GET)
        assert requests(client) == []
        assert all(each.is_idle() for pool in pools(client) for each in pool.connections)
        if next(passed) <= number:
            break
    assert number > 300
    connections.close()


class Raising(logging.Filter):
    """Raises between the status and the body of each answer, where httpx2 logs it."""

    def __init__(self, fault: BaseException) -> None:
        self._fault = fault

    def filter(self, record: logging.LogRecord) -> bool:  # noqa: ARG002
        raise self._fault


@pytest.mark.parametrize("flavour", ["sync", "asyncio", "trio"])
@pytest.mark.parametrize("fault", [Interrupt(), ValueError(), OSError()], ids=lambda fault: type(fault).__name__)
def test_an_exception_between_status_and_body_loses_no_connection(
    server: Loopback, flavour: str, fault: BaseException, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "httpx2")
    raising, logger = Raising(fault), logging.getLogger("httpx2")

    async def made(connections: Any, transport: Any) -> str:
        for _ in range(10):  # as many as the pool has connections
            logger.addFilter(raising)
            with pytest.raises((type(fault), OutcomeUnknownError)):
                await awaited(transport.run(GET))
            logger.removeFilter(raising)
        assert requests(connections.client("x")) == []
        found: str = (await awaited(transport.run(GET))).id
        await awaited(connections.close())
        return found

    async def main() -> str:
        connections = Connections() if flavour == "sync" else AsyncConnections()
        kind: Any = Transport if flavour == "sync" else AsyncTransport
        return await made(connections, kind(options(server), connections))

    try:
        assert anyio.run(main, backend="trio" if flavour == "trio" else "asyncio") == "cld_1"
    finally:
        logger.removeFilter(raising)


@pytest.mark.parametrize("first", [False, True], ids=["of a warm client", "of a new client"])
def test_a_signal_handler_may_close_the_client_at_any_moment(server: Loopback, first: bool) -> None:
    number = 0
    for number in itertools.count():
        connections = Connections()
        transport = Transport(options(server), connections)
        if not first:
            transport.run(GET)
        with at_place(number, connections.close) as passed, suppress(ClientClosedError, OutcomeUnknownError):
            transport.run(GET)
        connections.close()
        with pytest.raises(ClientClosedError):
            transport.run(GET)
        opened = connections._opener._client  # pyright: ignore[reportPrivateUsage]
        if opened is not None:
            assert opened.is_closed
            assert all(each.is_closed() for pool in pools(opened) for each in pool.connections)
        if next(passed) <= number:
            break
    assert number > 300


def test_a_signal_handler_may_end_a_wait_at_any_moment_of_it() -> None:
    def waited(number: int) -> str:
        waiter = Waiter()
        with at_place(number, waiter.wake) as passed:
            sleep(0.0, waiter)  # Nobody is to wait for what a handler of the same thread holds up.
        return str(next(passed))

    number = 0
    for number in itertools.count():
        (passed,) = in_another_thread(partial(waited, number)) or ["none: it hangs"]
        if int(passed) <= number:
            break
    assert number > 3
