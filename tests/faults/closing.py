"""What comes of a call whose client is closed meanwhile: by another thread, at a moment that the call has reached.

No time is measured: a call that did not end would meet the timeouts of its client, which are longer than the test's.
"""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Any
from unittest.mock import patch

import anyio
import anyio.to_thread
import foxreach_client as fox
from foxreach_client import AsyncFoxReach, FoxReach, FoxReachError
from foxreach_runtime.engine.transport import AsyncTransport, Transport
from foxreach_runtime.http.connecting import AsyncBackend, Backend
from foxreach_runtime.http.sending import Body
from foxreach_runtime.rate_limit.limiter import LocalLimiter
from foxreach_runtime.rate_limit.pacing import Quota

from tests.faults.answers import HEAD, answer, replying
from tests.faults.calls import CALLS, KEY, PATIENT
from tests.faults.fault import Kind
from tests.faults.server import PATIENCE, Connection, Script, serving

POOL = 10  # connections of a client
Meanwhile = Callable[[], None]


@dataclass
class Closing:
    """Closes a client as soon as a call of it has come so far."""

    client: Any = None
    threads: list[threading.Thread] = field(default_factory=list[threading.Thread])

    def begin(self) -> threading.Thread:
        """Close the client in a thread, and in an event loop of its own if need be."""
        work = self.client.close if isinstance(self.client, FoxReach) else partial(anyio.run, self.client.close)
        self.threads.append(threading.Thread(target=work, daemon=True))
        self.threads[-1].start()
        return self.threads[-1]

    def join(self) -> None:
        """Wait until the client is closed."""
        for thread in self.threads:
            thread.join(PATIENCE)
            assert not thread.is_alive(), "the client does not close"


@dataclass(frozen=True)
class Moment:
    """A moment of a call: what the server does until then, and how the call notices.

    *raises* is expected of each of *calls*, and *requests* are how many the server gets, in all. *crowd* is the number
    of other calls that are under way.
    """

    name: str
    script: Callable[[Closing], Script]
    raises: tuple[Kind, ...]
    requests: int
    calls: tuple[str, ...] = ("read", "update", "create")
    limiter: Callable[[], LocalLimiter | None] = lambda: None
    scheme: str = "http"
    within: Callable[[Closing], Any] | None = None
    crowd: int = 0

    def __str__(self) -> str:
        return re.sub(r"\W+", "-", self.name)


@dataclass(frozen=True)
class EndSeen:
    """What came of the call, and how many requests the server got."""

    error: FoxReachError | None
    requests: int


def unanswered(closing: Closing, count: int = 1) -> Script:
    """Return a script that takes requests; the client is closed once there are *count*."""
    taken = threading.Semaphore(count - 1)

    def script(connection: Connection) -> None:
        connection.request()
        if not taken.acquire(blocking=False):
            closing.begin()
        connection.stall()

    return script


def answered(content: bytes) -> Callable[[Closing], Script]:
    """Return a script that answers everything with *content*: the client is closed by something else."""
    return lambda closing: replying(content)


def silent(closing: Closing) -> Script:
    """Return a script that takes one byte; the client is closed then."""

    def script(connection: Connection) -> None:
        connection.byte()
        closing.begin()
        connection.stall()

    return script


@contextmanager
def while_waiting(closing: Closing) -> Generator[None]:
    """Close the client when a call has begun to wait."""

    def wait(self: Transport, step: Any) -> None:
        closing.begin().join(PATIENCE)
        real(self, step)

    async def async_wait(self: AsyncTransport, step: Any) -> None:
        await anyio.to_thread.run_sync(closing.begin().join, PATIENCE)
        await async_real(self, step)

    real, async_real = Transport._wait, AsyncTransport._wait  # pyright: ignore[reportPrivateUsage]
    with patch.object(Transport, "_wait", wait), patch.object(AsyncTransport, "_wait", async_wait):
        yield


@contextmanager
def while_connecting(closing: Closing) -> Generator[None]:
    """Close the client when a call opens a connection."""

    def connecting(real: Any) -> Any:
        def connect(*args: Any, **kwargs: Any) -> Any:
            closing.begin().join(PATIENCE)
            return real(*args, **kwargs)

        return connect

    with (
        patch.object(Backend, "connect_tcp", connecting(Backend.connect_tcp)),
        patch.object(AsyncBackend, "connect_tcp", connecting(AsyncBackend.connect_tcp)),
    ):
        yield


@contextmanager
def within_the_body(closing: Closing) -> Generator[None]:
    """Close the client when a call has the first part of a body."""

    def add(self: Body, part: bytes) -> None:
        real(self, part)
        closing.begin()

    real = Body.add
    with patch.object(Body, "add", add):
        yield


def used_up() -> LocalLimiter:
    """Return a limiter whose only call of a minute was just made."""
    limiter = LocalLimiter("bulk", Quota(1))
    assert limiter.permit(KEY).acquire(time.monotonic(), 0.0) == 0
    return limiter


CLOSED, UNKNOWN, CUT = fox.ClientClosedError, fox.OutcomeUnknownError, fox.ResponseDecodeError
HALF = HEAD + b"Content-Length: 100\r\n\r\n{"
LATER = "Retry-After: 9"
MOMENTS = (
    Moment("is connecting", answered(b""), (CLOSED,) * 3, 0, within=while_connecting),
    Moment("is in the TLS handshake", silent, (CLOSED,) * 3, 0, scheme="https"),
    Moment("waits for a connection of the pool", partial(unanswered, count=POOL), (CLOSED,) * 3, POOL, crowd=POOL),
    Moment("waits for the quota", answered(b""), (CLOSED,) * 3, 0, limiter=used_up, within=while_waiting),
    Moment("was sent and has no answer yet", unanswered, (UNKNOWN,) * 3, 1),
    Moment("has a status and half a body", answered(HALF), (UNKNOWN, CUT, CUT), 1, within=within_the_body),
    Moment("waits to repeat a 429", answered(answer(429, b"", LATER)), (CLOSED,) * 3, 1, within=while_waiting),
    Moment(
        "waits to repeat a 503",
        answered(answer(503, b"", LATER)),
        (UNKNOWN,) * 2,
        1,
        calls=("read", "update"),
        within=while_waiting,
    ),
)


@cache
def observed_end(moment: Moment, call: str, flavour: str) -> EndSeen:
    """Return what comes of *call* whose client is closed at *moment*."""
    closing = Closing()
    with serving(moment.script(closing)) as server, ExitStack() as stack:
        kind: Any = FoxReach if flavour == "sync" else AsyncFoxReach
        url = f"{moment.scheme}://127.0.0.1:{server.port}"
        closing.client = kind(api_key=KEY, base_url=url, timeout=PATIENT, limiter=moment.limiter())
        if moment.within is not None:
            stack.enter_context(moment.within(closing))
        calls = [call] * (moment.crowd + 1)
        errors = _errors(closing.client, calls) if flavour == "sync" else anyio.run(_aerrors, closing.client, calls)
        closing.join()
        server.close()
        mine = [error for error in errors if not moment.crowd or not isinstance(error, UNKNOWN)]
        assert len(mine) == 1
        return EndSeen(mine[0], len(server.received))


def _errors(client: FoxReach, calls: list[str]) -> list[FoxReachError | None]:
    def made(call: str) -> FoxReachError | None:
        try:
            client._transport.run(CALLS[call])  # pyright: ignore[reportPrivateUsage]
        except FoxReachError as error:
            return error
        return None

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(made, calls))


async def _aerrors(client: AsyncFoxReach, calls: list[str]) -> list[FoxReachError | None]:
    errors: list[FoxReachError | None] = []

    async def make(call: str) -> None:
        try:
            await client._transport.run(CALLS[call])  # pyright: ignore[reportPrivateUsage]
        except FoxReachError as error:
            errors.append(error)
        else:
            errors.append(None)

    async with anyio.create_task_group() as tasks:
        for call in calls:
            tasks.start_soon(make, call)
    return errors
