"""A simulation of clients and one server, in virtual time. Pure, with its own seeded random numbers."""

import heapq
import random
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass, field
from email.utils import formatdate
from math import ceil
from typing import Any

from foxreach_runtime.engine.exchange import Context, Send, Timing, Wait, exchange
from foxreach_runtime.operation import Operation
from foxreach_runtime.options.retry_policy import RetryPolicy
from foxreach_runtime.rate_limit.limiter import Limiter
from foxreach_runtime.response.headers import Headers
from foxreach_runtime.response.outcome import Answer
from msgspec import Struct

from benchmarks.quota_servers import Server

EPOCH = 1_800_000_000.0
SKEW = 7.3  # Seconds by which the clients' clocks are ahead of the server's.
ONE_WAY = (0.01, 0.15)  # Range of the seconds that a request or an answer travels.


class Reply(Struct):
    """The body of a reply."""

    data: int


OPERATION: Operation[int] = Operation(name="leads.get", method="GET", path="/leads/1", repeat="safe", reply=Reply)
REQUEST = OPERATION.call().request


@dataclass
class Tally:
    """Results: the time of the last answer, the number of refusals, the seconds that each call waited for a permit."""

    ended: float = 0.0
    refused: int = 0
    queued: list[float] = field(default_factory=list[float])


@dataclass
class World:
    """A server and its clients; each worker makes one call after the other."""

    server: Server
    limiter: Limiter | None
    policy: RetryPolicy
    seed: int = 0
    now: float = 0.0
    tally: Tally = field(default_factory=Tally)

    def __post_init__(self) -> None:
        self._random = random.Random(self.seed)  # noqa: S311 - nothing secret
        self._agenda: list[tuple[float, int, Callable[[], None]]] = []
        self._order = 0

    def run(self, workers: int, calls: int) -> Tally:
        """Make *calls* with *workers* and return the results."""
        left = iter(range(calls))
        for _ in range(workers):
            self._proceed(self._work(left), None)
        return self._all()

    def run_at(self, times: Iterable[float]) -> Tally:
        """Begin a call at each of *times*, independently of the others, and return the results."""
        for time in times:
            self._later(time, lambda: self._proceed(self._work(iter([0])), None))
        return self._all()

    def _all(self) -> Tally:
        while self._agenda:
            self.now, _, then = heapq.heappop(self._agenda)
            then()
        return self.tally

    def _later(self, seconds: float, then: Callable[[], None]) -> None:
        self._order += 1
        heapq.heappush(self._agenda, (self.now + seconds, self._order, then))

    def _work(self, left: Iterator[int]) -> Generator[Any, Any, None]:
        timing = Timing(lambda: self.now, lambda: EPOCH + SKEW + self.now, self._random.random)
        context = Context(timing, secrets=("key",), limiter=self.limiter)
        for _ in left:
            reply = yield from exchange(OPERATION, REQUEST, self.policy, context=context)
            self.tally.ended = self.now
            self.tally.queued.append(sum(each.queued for each in reply.history))

    def _proceed(self, worker: Generator[Any, Any, None], value: Any) -> None:
        try:
            step = worker.send(value)
        except StopIteration:
            return
        if isinstance(step, Wait):
            self._later(step.seconds, lambda: self._proceed(worker, None))
        elif isinstance(step, Send):
            self._later(self._random.uniform(*ONE_WAY), lambda: self._arrive(worker))
        else:
            self._proceed(worker, step.work())

    def _arrive(self, worker: Generator[Any, Any, None]) -> None:
        answer = self._answer()
        self._later(self._random.uniform(*ONE_WAY), lambda: self._proceed(worker, answer))

    def _answer(self) -> Answer:
        server, now = self.server, self.now
        accepted = server.remaining(now) > 0
        if accepted:
            server.accept(now)
        lines = {
            "Date": formatdate(EPOCH + now, usegmt=True),
            "X-RateLimit-Limit": str(server.limit),
            "X-RateLimit-Remaining": str(max(0, server.remaining(now))),
            "X-RateLimit-Reset": str(ceil(EPOCH + server.reset(now))),
        }
        if accepted:
            return Answer(200, Headers(lines.items()), b'{"data": 1}')
        self.tally.refused += 1
        return Answer(429, Headers({**lines, "Retry-After": str(ceil(server.next_at(now) - now))}.items()))
