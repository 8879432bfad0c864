"""One call in each flavour under a fault, with waits that take no time, and all that came of it."""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import AsyncExitStack, ExitStack
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any, Final, Literal, Protocol

import anyio
import httpx2
from foxreach_client import AsyncFoxReach, FoxReach, FoxReachError, RetryPolicy
from foxreach_client.operations import leads, webhooks
from foxreach_runtime.engine.exchange import Timing
from foxreach_runtime.engine.transport import AsyncTransport, Transport
from foxreach_runtime.errors import InDoubt, Settled
from foxreach_runtime.operation import Call
from foxreach_runtime.raw import RawReply
from foxreach_runtime.response.outcome import Attempt

KEY: Final = "otr_secret_of_the_tests"
EMAIL: Final = "jane.doe@example.com"
COMPANY: Final = "Secretive Holding"
NAMELESS: Final = (KEY, EMAIL, EMAIL.replace("@", "%40"))
PRIVATE: Final = (*NAMELESS, COMPANY)
LONG: Final = 2**16  # bytes of a request
NOW: Final = 1_800_000_000.0  # Fri, 15 Jan 2027 08:00:00 GMT
DATE: Final = "Fri, 15 Jan 2027 08:00:00 GMT"
PATIENT: Final = httpx2.Timeout(10.0)
CALLS: Final[dict[str, Call[Any]]] = {
    "read": leads.leads_get("cld_1"),
    "update": leads.leads_update("cld_1", company=COMPANY),
    "create": leads.leads_create(email=EMAIL, company=COMPANY),
    "delete": leads.leads_delete("cld_1"),
    "another": webhooks.webhooks_delete("whk_1"),
    "import": leads.leads_import_leads(leads=[{"email": EMAIL, "notes": "x" * 2**24}]),
}


class Receiver(Protocol):
    """The server as a call sees it, whoever plays it; `received` is complete once it is closed."""

    @property
    def received(self) -> Sequence[bytes]:
        """The requests that came whole."""
        ...

    def forget(self, *, closed: bool) -> None:
        """Forget what was received; with *closed* only after every connection was closed from there."""

    def close(self) -> None:
        """Let every stall end."""


@dataclass(frozen=True)
class Route:
    """How a client reaches the server: the base URL, and facts of an httpx2 client of the caller's own, if any."""

    base_url: str
    client: dict[str, Any] | None = None
    held: bool = False  # The only connection of the pool is in use.


@dataclass(frozen=True)
class Setting:
    """The options of the client; *warm* asks for the call *warmed_by* beforehand, which leaves its connection behind.

    That connection is still open ("kept"), or the server has closed it since ("closed"). *settle* says how often a
    call in doubt is looked at.
    """

    timeout: httpx2.Timeout = field(default_factory=lambda: PATIENT)
    retry: RetryPolicy = field(default_factory=RetryPolicy)
    warm: Literal["", "kept", "closed"] = ""
    warmed_by: str = "read"
    settle: int = 0


@dataclass(frozen=True)
class Seen:
    """What came of a call: its whole reply or error, the requests that the server received whole, the waits.

    *received* has each request as `comparable` returns it. *settled* is what became of a call in doubt.
    """

    reply: RawReply[Any] | None
    error: FoxReachError | None
    waits: tuple[float, ...]
    received: tuple[bytes, ...] = ()
    settled: Settled | None = None


def history_of(saw: Seen) -> tuple[Attempt, ...]:
    """Return the attempts that were made, in vain or not."""
    if saw.error is not None:
        return saw.error.history
    assert saw.reply is not None
    return saw.reply.history


@dataclass
class Time:
    """A clock that goes on by itself, and skips what a call waits."""

    waits: list[float] = field(default_factory=list[float])
    before: int = 0  # waits of a warming call

    def timing(self) -> Timing:
        """Return the clocks, with random numbers that are always the highest."""
        skipped = self.waits
        return Timing(lambda: time.monotonic() + sum(skipped), lambda: NOW + sum(skipped), lambda: 1.0)

    @property
    def so_far(self) -> tuple[float, ...]:
        """The waits of the call until now, in seconds."""
        return tuple(self.waits[self.before :])

    def sleep(self, seconds: float) -> None:
        """Wait no time at all."""
        self.waits.append(seconds)

    async def asleep(self, seconds: float) -> None:
        """Wait no time at all."""
        self.waits.append(seconds)

    def in_place_of(self, client: Any) -> Any:
        """Return a transport with this time in place of that of *client*, and have the client use it too."""
        ours, timing = client._transport, self.timing()
        if isinstance(ours, AsyncTransport):
            client._transport = AsyncTransport(ours.options, ours.connections, timing=timing, sleep=self.asleep)
        else:
            client._transport = Transport(ours.options, ours.connections, timing=timing, sleep=self.sleep)
        return client._transport


def seen(flavour: str, call: Call[Any], server: Receiver, route: Route, setting: Setting) -> Seen:
    """Make *call* and close the server."""
    passing = Time()
    if flavour == "sync":
        saw = _call(call, server, route, setting, passing)
    else:
        saw = anyio.run(_acall, call, server, route, setting, passing, backend=flavour)
    server.close()
    return replace(saw, received=tuple(map(comparable, server.received)))


def comparable(request: bytes) -> bytes:
    """Return *request*, or its head and a digest of its body if it is long: what was seen is kept."""
    head, end, body = request.partition(b"\r\n\r\n")
    return request if len(request) <= LONG else head + end + sha256(body).digest()


def _call(call: Call[Any], server: Receiver, route: Route, setting: Setting, passing: Time) -> Seen:
    with ExitStack() as stack:
        own = None if route.client is None else stack.enter_context(httpx2.Client(**route.client))
        client = stack.enter_context(_client(FoxReach, route, setting, own))
        timed = passing.in_place_of(client)
        if own is not None and route.held:
            stack.enter_context(own.stream("GET", route.base_url))
        if setting.warm:
            timed.run(CALLS[setting.warmed_by])
            passing.before = len(passing.waits)
            server.forget(closed=setting.warm == "closed")
        try:
            return Seen(timed.reply(call), None, passing.so_far)
        except FoxReachError as error:
            saw = Seen(None, error, passing.so_far)
            if not isinstance(error, InDoubt) or not setting.settle:
                return saw
            return replace(saw, settled=error.settle((0.0,) * setting.settle))


async def _acall(call: Call[Any], server: Receiver, route: Route, setting: Setting, passing: Time) -> Seen:
    async with AsyncExitStack() as stack:
        own = None if route.client is None else await stack.enter_async_context(httpx2.AsyncClient(**route.client))
        client = await stack.enter_async_context(_client(AsyncFoxReach, route, setting, own))
        timed = passing.in_place_of(client)
        if own is not None and route.held:
            await stack.enter_async_context(own.stream("GET", route.base_url))
        if setting.warm:
            await timed.run(CALLS[setting.warmed_by])
            passing.before = len(passing.waits)
            server.forget(closed=setting.warm == "closed")
        try:
            return Seen(await timed.reply(call), None, passing.so_far)
        except FoxReachError as error:
            saw = Seen(None, error, passing.so_far)
            if not isinstance(error, InDoubt) or not setting.settle:
                return saw
            return replace(saw, settled=await error.settle_async((0.0,) * setting.settle))


def _client(kind: Any, route: Route, setting: Setting, own: Any) -> Any:
    return kind(api_key=KEY, base_url=route.base_url, timeout=setting.timeout, retry=setting.retry, http_client=own)
