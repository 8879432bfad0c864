from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

import anyio
import anyio.lowlevel
import httpx2
import pytest
from foxreach_runtime.engine.exchange import Context, Send, Timing, Wait, Work, exchange
from foxreach_runtime.engine.transport import AsyncTransport, Transport
from foxreach_runtime.errors import ConfigurationError, OutcomeUnknownError, QuotaError, TooManyRequestsError
from foxreach_runtime.http.connections import AsyncConnections, Connections
from foxreach_runtime.options.retry_policy import RetryPolicy
from foxreach_runtime.rate_limit.limiter import LimiterUnavailableError, LocalLimiter, LocalPermit, Permit
from foxreach_runtime.rate_limit.pacing import Quota
from foxreach_runtime.response.headers import Headers
from foxreach_runtime.response.outcome import Answer, Failure
from foxreach_runtime.telemetry.logs import AttemptEvent

from ..flavours import World, reply
from ..sample import GET, KEY, LEAD, LEADS_GET, UPDATE, Client, ClientAsync

Worlds = Callable[..., World]
GOOD = reply(200, {"data": LEAD})
SLOW = Quota(4)  # In bulk: one call every 30 seconds.
EACH = 30.0
STOPPED = Timing(clock=lambda: 0.0, wall=lambda: 0.0)


def bulk(calls: int = 0) -> LocalLimiter:
    """Return a slow limiter of which so many calls have been made at 0."""
    limiter = LocalLimiter("bulk", SLOW)
    for _ in range(calls):
        limiter.permit(KEY).acquire(0.0, 1e9)
    return limiter


def assert_waits(step: Any, seconds: float) -> None:
    assert isinstance(step, Wait)
    assert step.seconds == seconds


def test_a_call_waits_for_the_quota_before_it_is_sent() -> None:
    steps = exchange(LEADS_GET, GET.request, RetryPolicy(), context=Context(STOPPED, limiter=bulk(1)))
    assert_waits(next(steps), EACH)
    steps.close()


def test_what_a_call_waited_for_the_quota_is_in_its_history(world: Worlds) -> None:
    here = world(GOOD, limiter=bulk(1))
    raw = here.raw(GET)
    assert here.waits == [EACH]
    assert [attempt.queued for attempt in raw.history] == [EACH]


def test_the_duration_of_an_attempt_is_without_the_wait_for_the_quota() -> None:
    now, events = [0.0], list[AttemptEvent]()
    timing = Timing(clock=lambda: now[0], wall=lambda: 0.0)
    context = Context(timing, observe=events.append, limiter=bulk(1))
    steps = exchange(LEADS_GET, GET.request, RetryPolicy(max_attempts=1), context=context)
    assert_waits(next(steps), EACH)
    now[0] = EACH
    next(steps)
    now[0] += 2.0
    with pytest.raises(OutcomeUnknownError):
        steps.send(Failure("unknown", "broken", "lost"))
    assert [(event.duration, event.attempt.queued) for event in events] == [(2.0, EACH)]


def test_retries_need_a_permit_like_any_other_attempt(world: Worlds) -> None:
    here = world(reply(503), GOOD, limiter=bulk())
    assert [attempt.queued for attempt in here.raw(GET).history] == [0.0, pytest.approx(EACH - 0.5)]
    assert len(here.sent) == 2


def closed(seconds: float) -> LocalLimiter:
    """Return a limiter whose key the server has closed for so long."""
    limiter = LocalLimiter()
    permit = limiter.permit(KEY)
    permit.acquire(0.0, 1e9)
    permit.end(0.0, Answer(429, Headers([("Retry-After", str(seconds))])), 0.0)
    return limiter


def test_a_wait_that_does_not_fit_is_an_error_at_once_with_the_number_in_it(world: Worlds) -> None:
    here = world(GOOD, limiter=closed(30.0), retry=RetryPolicy(longest_wait=20.0))
    with pytest.raises(
        QuotaError, match=r"leads.get: The quota has room in 30.0 s at the earliest, which is past longest_wait"
    ) as error:
        here.run(GET)
    assert (error.value.wait, error.value.attempts, here.sent, here.waits) == (30.0, 0, [], [])


def test_a_wait_past_the_deadline_is_an_error_at_once(world: Worlds) -> None:
    here = world(GOOD, limiter=closed(30.0), retry=RetryPolicy(deadline=29.0))
    with pytest.raises(QuotaError, match="past the deadline"):
        here.run(GET)
    assert here.waits == []


def test_a_call_that_waits_in_vain_is_an_error_at_its_deadline(world: Worlds) -> None:
    limiter = LocalLimiter("interactive", Quota(2))
    for _ in range(2):
        limiter.permit(KEY).acquire(0.0, 1e9)  # They never end.
    here = world(GOOD, limiter=limiter, retry=RetryPolicy(deadline=9.0))
    with pytest.raises(QuotaError, match=r"leads.get: The quota had no room for this call in 9.0 s\.") as error:
        here.run(GET)
    assert (error.value.wait, here.sent) == (None, [])
    assert sum(here.waits) == pytest.approx(9.0)


def test_a_call_that_gets_no_permit_for_its_retry_ends_in_what_happened_before(world: Worlds) -> None:
    limiter = bulk()

    def closing(request: httpx2.Request) -> httpx2.Response:
        permit = limiter.permit(KEY)
        permit.acquire(1e9, 1e9)
        permit.end(0.0, Answer(429, Headers([("Retry-After", "30")])), 0.0)
        raise httpx2.ReadTimeout("lost")

    here = world(closing, limiter=limiter, retry=RetryPolicy(longest_wait=20.0))
    with pytest.raises(OutcomeUnknownError, match="The quota has room in") as error:
        here.run(UPDATE)
    assert (error.value.attempts, len(here.sent)) == (1, 1)


def test_a_refusal_keeps_the_other_calls_of_the_client_from_being_refused_too(world: Worlds) -> None:
    limiter = LocalLimiter()
    here = world(reply(429, {}, Retry_After="40"), limiter=limiter, retry=RetryPolicy(max_attempts=1))
    with pytest.raises(TooManyRequestsError):
        here.run(GET)
    assert limiter.permit(KEY).acquire(0.0, 100.0) == 40.0


def test_interactive_calls_see_no_delay(world: Worlds) -> None:
    here = world(GOOD, limiter=LocalLimiter())
    for _ in range(40):
        here.run(GET)
    assert here.waits == []


class Unavailable:
    """A limiter that blocks and then fails."""

    blocking = True

    def permit(self, key: str) -> Permit:  # noqa: ARG002
        return self

    def acquire(self, now: float, max_wait: float) -> float:  # noqa: ARG002
        raise LimiterUnavailableError("The shared quota is away (ConnectionError).")

    def end(self, now: float, outcome: Answer | Failure | None, wall: float) -> None:
        """Do nothing: nothing was reserved."""


def test_a_limiter_that_is_not_there_is_an_error_before_anything_is_sent(world: Worlds) -> None:
    here = world(GOOD, limiter=Unavailable())
    with pytest.raises(QuotaError, match="The shared quota is away") as error:
        here.run(GET)
    assert (error.value.wait, here.sent) == (None, [])


def test_a_limiter_that_blocks_is_asked_off_the_event_loop() -> None:
    steps = exchange(LEADS_GET, GET.request, RetryPolicy(), context=Context(limiter=Unavailable()))
    step = next(steps)
    assert isinstance(step, Work)
    with pytest.raises(QuotaError):
        steps.send(step.work())


def test_a_permit_is_given_back_when_the_wait_for_it_is_interrupted() -> None:
    def interrupted(seconds: float) -> None:
        raise KeyboardInterrupt

    limiter = bulk(1)
    with httpx2.Client(transport=httpx2.MockTransport(GOOD)) as client:
        options = World("sync", limiter=limiter).options()
        transport = Transport(options, Connections(client), timing=STOPPED, sleep=interrupted)
        with pytest.raises(KeyboardInterrupt):
            transport.run(GET)
    assert limiter.permit(KEY).acquire(0.0, 100.0) == EACH


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_cancelled_tasks_give_their_permits_back(backend: str) -> None:
    limiter = bulk(1)

    async def endless(seconds: float) -> None:
        asleep.append(seconds)
        await anyio.sleep_forever()

    async def main() -> None:
        here = World("async", limiter=limiter)
        async with httpx2.AsyncClient(transport=httpx2.MockTransport(GOOD)) as client:
            transport = AsyncTransport(here.options(), AsyncConnections(client), timing=STOPPED, sleep=endless)
            async with anyio.create_task_group() as tasks:
                for _ in range(2):
                    tasks.start_soon(transport.run, GET)
                while len(asleep) < 2:
                    await anyio.lowlevel.checkpoint()
                assert limiter.permit(KEY).acquire(0.0, 100.0) == 3 * EACH
                tasks.cancel_scope.cancel()

    asleep: list[float] = []
    anyio.run(main, backend=backend)
    assert asleep == [EACH, 2 * EACH]
    assert limiter.permit(KEY).acquire(0.0, 100.0) == 2 * EACH  # One waits still: the test's own.


def test_a_call_cancelled_while_it_is_under_way_counts_as_sent() -> None:
    limiter = LocalLimiter("interactive", Quota(10))
    for _ in range(4):
        steps = exchange(LEADS_GET, GET.request, RetryPolicy(), context=Context(STOPPED, limiter=limiter))
        assert isinstance(next(steps), Send)
        steps.close()
    assert limiter.permit(KEY).acquire(0.0, 100.0) > 0
    assert limiter.permit(KEY).acquire(121.0, 100.0) == 0.0


ROOM = Answer(200, Headers([("X-RateLimit-Limit", "1000000"), ("X-RateLimit-Remaining", "999990")]))


class Watched(LocalLimiter):
    """A limiter that says when a call begins to wait."""

    def __init__(self) -> None:
        super().__init__("bulk")
        self.waiting = threading.Event()

    def acquire(self, permit: LocalPermit, now: float, max_wait: float) -> float:
        wait = super().acquire(permit, now, max_wait)
        if wait > 30:
            self.waiting.set()
        return wait


def full() -> tuple[Watched, Callable[[], None]]:
    """Return a limiter whose calls wait for most of a minute, and what makes room."""
    limiter = Watched()
    permit = limiter.permit(KEY)
    permit.acquire(time.monotonic(), 1e9)
    limiter.begin_behind(time.monotonic(), 90)

    def make_room() -> None:
        limiter.waiting.wait()
        for _ in range(2):
            permit.end(time.monotonic(), ROOM, 0.0)
            permit.acquire(time.monotonic(), 1e9)

    return limiter, make_room


def test_a_waiting_thread_goes_on_as_soon_as_another_one_hears_of_room() -> None:
    limiter, make_room = full()
    other = threading.Thread(target=make_room)
    other.start()
    with httpx2.Client(transport=httpx2.MockTransport(GOOD)) as client:
        Transport(World("sync", limiter=limiter).options(), Connections(client)).run(GET)
    other.join()


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_waiting_task_goes_on_as_soon_as_a_thread_hears_of_room(backend: str) -> None:
    limiter, make_room = full()

    async def main() -> None:
        async with httpx2.AsyncClient(transport=httpx2.MockTransport(GOOD)) as client:
            await AsyncTransport(World("async", limiter=limiter).options(), AsyncConnections(client)).run(GET)

    other = threading.Thread(target=make_room)
    other.start()
    anyio.run(main, backend=backend)
    other.join()


@pytest.mark.parametrize("kind", [Client, ClientAsync])
def test_what_with_options_makes_shares_the_limiter(kind: Any) -> None:
    client = kind(api_key=KEY, pacing="bulk")
    other = client.with_options(timeout=1.0)
    assert other._transport.options.limiter is client._transport.options.limiter is not None
    assert client._transport.raw().options.limiter is client._transport.options.limiter


@pytest.mark.parametrize("kind", [Client, ClientAsync])
def test_pacing_and_a_limiter_of_your_own_exclude_each_other(kind: Any) -> None:
    assert kind(api_key=KEY, limiter=(own := LocalLimiter()))._transport.options.limiter is own
    with pytest.raises(ConfigurationError, match="pacing"):
        kind(api_key=KEY, pacing="bulk", limiter=LocalLimiter())
    with pytest.raises(ConfigurationError, match="interactive"):
        kind(api_key=KEY, pacing="slow")
