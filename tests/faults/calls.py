"""One call in each flavour under a fault, with waits that take no time, and all that came of it."""

from __future__ import annotations

import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any, Final, Literal

import anyio
import httpx2
from foxreach_client import AsyncFoxReach, FoxReach, FoxReachError, RetryPolicy, operations
from foxreach_runtime.exchange import Timing
from foxreach_runtime.operation import Call
from foxreach_runtime.outcome import Attempt
from foxreach_runtime.raw import RawReply
from foxreach_runtime.transport import AsyncTransport, Transport

from tests.faults.server import Server

KEY: Final = "otr_secret_of_the_tests"
EMAIL: Final = "jane.doe@example.com"
COMPANY: Final = "Secretive Holding"
PRIVATE: Final = (KEY, EMAIL, EMAIL.replace("@", "%40"), COMPANY)
NOW: Final = 1_800_000_000.0  # Fri, 15 Jan 2027 08:00:00 GMT
DATE: Final = "Fri, 15 Jan 2027 08:00:00 GMT"
PATIENT: Final = httpx2.Timeout(10.0)
CALLS: Final[dict[str, Call[Any]]] = {
    "read": operations.leads_get("cld_1"),
    "update": operations.leads_update("cld_1", company=COMPANY),
    "create": operations.leads_create(email=EMAIL, company=COMPANY),
    "delete": operations.leads_delete("cld_1"),
    "import": operations.leads_import_leads(leads=[{"email": EMAIL, "notes": "x" * 2**24}]),
}


@dataclass(frozen=True)
class Route:
    """How a client reaches the server: the base URL, and facts of an httpx2 client of the caller's own, if any."""

    base_url: str
    client: dict[str, Any] | None = None
    held: bool = False  # The only connection of the pool is in use.


@dataclass(frozen=True)
class Setting:
    """The options of the client; *warm* asks for one successful call beforehand, which leaves its connection behind.

    That connection is still open ("kept"), or the server has closed it since ("closed").
    """

    timeout: httpx2.Timeout = field(default_factory=lambda: PATIENT)
    retry: RetryPolicy = field(default_factory=RetryPolicy)
    warm: Literal["", "kept", "closed"] = ""


@dataclass(frozen=True)
class Seen:
    """What came of a call: its whole reply or error, the requests that the server received whole, the waits."""

    reply: RawReply[Any] | None
    error: FoxReachError | None
    received: tuple[bytes, ...]
    waits: tuple[float, ...]


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

    def timing(self) -> Timing:
        """Return the clocks, with dice that always show the most."""
        skipped = self.waits
        return Timing(lambda: time.monotonic() + sum(skipped), lambda: NOW + sum(skipped), lambda: 1.0)

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


def seen(flavour: str, call: Call[Any], server: Server, route: Route, setting: Setting) -> Seen:
    """Make *call* and close the server."""
    passing = Time()
    reply, error = None, None
    try:
        if flavour == "sync":
            reply = _call(call, server, route, setting, passing)
        else:
            reply = anyio.run(_acall, call, server, route, setting, passing, backend=flavour)
    except FoxReachError as raised:
        error = raised
    server.close()
    return Seen(reply, error, tuple(server.received), tuple(passing.waits))


def _call(call: Call[Any], server: Server, route: Route, setting: Setting, passing: Time) -> Any:
    with ExitStack() as stack:
        own = None if route.client is None else stack.enter_context(httpx2.Client(**route.client))
        client = stack.enter_context(_client(FoxReach, route, setting, own))
        timed = passing.in_place_of(client)
        if own is not None and route.held:
            stack.enter_context(own.stream("GET", route.base_url))
        if setting.warm:
            timed.run(CALLS["read"])
            server.forget(closed=setting.warm == "closed")
        return timed.reply(call)


async def _acall(call: Call[Any], server: Server, route: Route, setting: Setting, passing: Time) -> Any:
    own = None if route.client is None else httpx2.AsyncClient(**route.client)
    client = _client(AsyncFoxReach, route, setting, own)
    timed = passing.in_place_of(client)
    try:
        if own is not None and route.held:
            async with own.stream("GET", route.base_url):
                return await timed.reply(call)
        if setting.warm:
            await timed.run(CALLS["read"])
            server.forget(closed=setting.warm == "closed")
        return await timed.reply(call)
    finally:
        await client.close()
        if own is not None:
            await own.aclose()


def _client(kind: Any, route: Route, setting: Setting, own: Any) -> Any:
    return kind(api_key=KEY, base_url=route.base_url, timeout=setting.timeout, retry=setting.retry, http_client=own)
