"""A simulation of clients and one server, in virtual time. Pure, with its own seeded random numbers."""

import heapq
import random
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass, field
from email.utils import formatdate
from functools import partial
from math import ceil
from typing import Any, Literal

from foxreach_runtime.engine.exchange import Context, Send, Timing, Wait, exchange
from foxreach_runtime.errors import FoxReachError, QuotaError
from foxreach_runtime.operation import Operation
from foxreach_runtime.options.retry_policy import RetryPolicy
from foxreach_runtime.rate_limit.limiter import Limiter
from foxreach_runtime.response.headers import Headers
from foxreach_runtime.response.outcome import Answer
from msgspec import Struct

from benchmarks.quota_servers import RefusalsCounted, Server, best_possible

EPOCH = 1_800_000_000.0
SKEW = 7.3  # Seconds by which the clients' clocks are ahead of the server's.
ONE_WAY = (0.01, 0.15)  # Range of the seconds that a request or an answer travels.
PAUSE = 1.0  # Seconds after which a worker whose call failed makes it again.
LONGEST = 7200.0  # Seconds. A run that is not done by then never ends.
Named = Literal["all", "retry-after", "nothing", "reports"]
"""What answers name: all headers; no X-RateLimit; nothing; X-RateLimit, but nothing with a 429, as from a gateway."""


class Reply(Struct):
    """The body of a reply."""

    data: int


OPERATION: Operation[int] = Operation(name="leads.get", method="GET", path="/leads/1", repeat="safe", reply=Reply)
REQUEST = OPERATION.call().request


@dataclass(frozen=True)
class Setting:
    """What happens besides the calls: times are in seconds from the first one.

    *stranger* is the part of the limit that somebody else uses, at random times. At *restart* the server forgets all
    calls; from *changes* on, the limit is another one. *skew* is that of the clients' clocks.
    """

    stranger: float = 0.0
    restart: float | None = None
    changes: tuple[float, int] | None = None
    named: Named = "all"
    skew: float = SKEW
    dated: bool = True

    def best(self, server: Server, calls: int) -> float:
        """Return the seconds that *calls* take at the best possible speed, with the share that the stranger leaves."""
        server.limit = round(server.limit * (1 - self.stranger))
        if self.changes is None:
            return best_possible(server, calls)
        now, (at, limit) = 0.0, self.changes
        for _ in range(calls):
            now = server.next_at(now)
            if now >= at:
                server.limit = limit
                now = server.next_at(now)
            server.accept(now)
        return now


ALONE = Setting()


@dataclass
class Tally:
    """Results: the time of the last answer, refusals, errors, and for each call that was served its waits in seconds.

    *queued* are the waits for permits, *took* the times from the call to its reply. *served* counts by worker.
    """

    ended: float = 0.0
    refused: int = 0
    quota_errors: int = 0
    other_errors: int = 0
    queued: list[float] = field(default_factory=list[float])
    took: list[float] = field(default_factory=list[float])
    served: Counter[int] = field(default_factory=Counter[int])


@dataclass
class World:
    """A server and its clients; each worker makes one call after the other."""

    server: Server
    limiter: Limiter | None
    policy: RetryPolicy
    seed: int = 0
    setting: Setting = ALONE
    now: float = 0.0
    tally: Tally = field(default_factory=Tally)

    def __post_init__(self) -> None:
        self._random = random.Random(self.seed)  # noqa: S311 - nothing secret
        self._strange = random.Random(~self.seed)  # noqa: S311
        self._agenda: list[tuple[float, int, Callable[[], None]]] = []
        self._order = 0

    def run(self, workers: int, calls: int) -> Tally:
        """Make *calls* with *workers* and return the results."""
        left = iter(range(calls))
        for worker in range(workers):
            self._proceed(self._work(worker, left), None)
        return self._until(calls)

    def run_at(self, times: Iterable[float]) -> Tally:
        """Begin a call at each of *times*, independently of the others, and return the results."""
        for number, time in enumerate(times):
            self._later(time, partial(self._proceed, self._work(number, iter([0]), again=False), None))
        return self._until(None)

    def _until(self, calls: int | None) -> Tally:
        """Let time pass until so many *calls* are served, or for ever."""
        setting = self.setting
        if setting.stranger:
            self._later(self._gap(), self._intrude)
        if setting.restart is not None:
            self._later(setting.restart, self._restart)
        if setting.changes is not None:
            self._later(setting.changes[0], self._change)
        while self._agenda and len(self.tally.took) != calls and self.now < LONGEST:
            self.now, _, then = heapq.heappop(self._agenda)
            then()
        return self.tally

    def _later(self, seconds: float, then: Callable[[], None]) -> None:
        self._order += 1
        heapq.heappush(self._agenda, (self.now + seconds, self._order, then))

    def _gap(self) -> float:
        return self._strange.expovariate(self.setting.stranger * self.server.limit / self.server.window)

    def _intrude(self) -> None:
        self._accepted()
        self._later(self._gap(), self._intrude)

    def _restart(self) -> None:
        self.server = type(self.server)(self.now, self.server.limit, self.server.window)

    def _change(self) -> None:
        if self.setting.changes is not None:
            self.server.limit = self.setting.changes[1]

    def _work(self, worker: int, left: Iterator[int], *, again: bool = True) -> Generator[Any, Any, None]:
        timing = Timing(lambda: self.now, lambda: EPOCH + self.setting.skew + self.now, self._random.random)
        context = Context(timing, secrets=("key",), limiter=self.limiter)
        for _ in left:
            began, reply = self.now, None
            while reply is None:
                try:
                    reply = yield from exchange(OPERATION, REQUEST, self.policy, context=context)
                except FoxReachError as error:
                    self._failed(error)
                    if not again:
                        return
                    yield Wait(PAUSE)
                    began = self.now
            self.tally.ended = self.now
            self.tally.took.append(self.now - began)
            self.tally.queued.append(sum(each.queued for each in reply.history))
            self.tally.served[worker] += 1

    def _failed(self, error: FoxReachError) -> None:
        if isinstance(error, QuotaError):
            self.tally.quota_errors += 1
        else:
            self.tally.other_errors += 1

    def _proceed(self, worker: Generator[Any, Any, None], value: Any) -> None:
        try:
            step = worker.send(value)
        except StopIteration:
            return
        if isinstance(step, Wait):
            self._wait(worker, step)
        elif isinstance(step, Send):
            self._later(self._random.uniform(*ONE_WAY), lambda: self._arrive(worker))
        else:
            self._proceed(worker, step.work())

    def _wait(self, worker: Generator[Any, Any, None], wait: Wait) -> None:
        """Let *worker* go on after the wait, or as soon as it is woken."""
        over: list[bool] = []

        def end() -> None:
            if not over:
                over.append(True)
                self._proceed(worker, None)

        self._later(wait.seconds, end)
        if wait.until is not None:
            wait.until.listen(lambda: self._later(0.0, end))

    def _arrive(self, worker: Generator[Any, Any, None]) -> None:
        answer = self._answer()
        self._later(self._random.uniform(*ONE_WAY), lambda: self._proceed(worker, answer))

    def _accepted(self) -> bool:
        accepted = self.server.remaining(self.now) > 0
        if accepted:
            self.server.accept(self.now)
        elif isinstance(self.server, RefusalsCounted):
            self.server.refuse(self.now)
        return accepted

    def _answer(self) -> Answer:
        accepted = self._accepted()
        server, now, named = self.server, self.now, self.setting.named
        lines = {"Date": formatdate(EPOCH + now, usegmt=True)} if self.setting.dated else {}
        if named == "all" or (named == "reports" and accepted):
            lines["X-RateLimit-Limit"] = str(server.limit)
            lines["X-RateLimit-Remaining"] = str(max(0, server.remaining(now)))
            lines["X-RateLimit-Reset"] = str(ceil(EPOCH + server.reset(now)))
        if accepted:
            return Answer(200, Headers(lines.items()), b'{"data": 1}')
        self.tally.refused += 1
        if named in {"all", "retry-after"}:
            lines["Retry-After"] = str(ceil(server.next_at(now) - now))
        return Answer(429, Headers(lines.items()))
