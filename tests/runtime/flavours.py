"""One way to make a call in both flavours, with time that passes only when something waits."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

import anyio
import httpx2
from foxreach_runtime.engine.exchange import Timing
from foxreach_runtime.engine.transport import AsyncTransport, Transport
from foxreach_runtime.http.connections import AsyncConnections, Connections
from foxreach_runtime.operation import Call
from foxreach_runtime.options.options import Options
from foxreach_runtime.options.retry_policy import RetryPolicy
from foxreach_runtime.options.timeout import checked_timeout
from foxreach_runtime.rate_limit.limiter import Limiter

from .sample import FACTS, KEY

T = TypeVar("T")
NOW = 1_800_000_000.0  # Fri, 15 Jan 2027 08:00:00 GMT
DATE = "Fri, 15 Jan 2027 08:00:00 GMT"

Handler = Callable[[httpx2.Request], httpx2.Response]
Reply = Handler | BaseException


@dataclass
class World:
    """Answers calls from a script, keeps what was sent, and lets time pass only when something waits."""

    flavour: str
    replies: Sequence[Reply] = ()
    retry: RetryPolicy = field(default_factory=RetryPolicy)
    timeout: float | httpx2.Timeout | None = 30.0
    limiter: Limiter | None = None
    random: float = 1.0
    now: float = 0.0
    woken_after: float = math.inf
    sent: list[httpx2.Request] = field(default_factory=list[httpx2.Request])
    waits: list[float] = field(default_factory=list[float])

    def answer(self, request: httpx2.Request) -> httpx2.Response:
        """Return or raise the next of the replies; the last one stays."""
        self.sent.append(request)
        reply = self.replies[min(len(self.sent), len(self.replies)) - 1]
        if isinstance(reply, BaseException):
            raise reply
        return reply(request)

    def options(self) -> Options:
        """Return the options of a client in this world."""
        return Options(
            base_url=FACTS.base_url,
            key_header=FACTS.key_header,
            key=KEY,
            timeout=checked_timeout(self.timeout),
            retry=self.retry,
            headers={},
            user_agent=FACTS.user_agent,
            limiter=self.limiter,
            errors=FACTS.errors,
        )

    def run(self, call: Call[T]) -> T:
        """Make *call* in this world's flavour."""
        result: T = self.do(lambda transport: transport.run(call))
        return result

    def raw(self, call: Call[Any]) -> Any:
        """Make *call* and return the whole reply."""
        return self.do(lambda transport: transport.raw().run(call))

    def do(self, action: Callable[[Any], Any]) -> Any:
        """Return what *action* does with a transport; what it returns is awaited in the async flavour."""
        timing = Timing(clock=lambda: self.now, wall=lambda: NOW + self.now, random=lambda: self.random)
        mock = httpx2.MockTransport(self.answer)
        if self.flavour == "sync":
            with httpx2.Client(transport=mock) as client:
                return action(Transport(self.options(), Connections(client), timing=timing, sleep=self._sleep))

        async def main() -> Any:
            async with httpx2.AsyncClient(transport=mock) as client:
                transport = AsyncTransport(self.options(), AsyncConnections(client), timing=timing, sleep=self._asleep)
                return await action(transport)

        return anyio.run(main, backend="trio" if self.flavour == "trio" else "asyncio")

    def _sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += min(seconds, self.woken_after)

    async def _asleep(self, seconds: float) -> None:
        self._sleep(seconds)


def reply(status: int, json: Any = None, **headers: str) -> Handler:
    """Return a maker of replies; an underscore in a header's name stands for a hyphen."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda request: httpx2.Response(status, headers=named, json=json)


def reply_bytes(status: int, content: bytes, **headers: str) -> Handler:
    """Return a maker of replies with this body."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda request: httpx2.Response(status, headers=named, content=content)
