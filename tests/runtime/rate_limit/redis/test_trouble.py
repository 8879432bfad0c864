"""A shared quota whose Redis is in trouble, without a Redis: its answers, its failures and the time are the test's."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest
from foxreach_runtime.errors import QuotaError, TooManyRequestsError
from foxreach_runtime.options.retry_policy import RetryPolicy
from foxreach_runtime.rate_limit.pacing import Quota
from foxreach_runtime.rate_limit.redis.background import BackgroundWork
from foxreach_runtime.rate_limit.redis.limiter import OnFailure
from foxreach_runtime.rate_limit.redis.line import LineOptions, SharedLine
from foxreach_runtime.rate_limit.redis.permit import BRIEF, RedisPermit
from foxreach_runtime.rate_limit.redis.store import AwayError, BusyError, Patience, RedisStore
from foxreach_runtime.response.headers import Headers
from foxreach_runtime.response.outcome import Answer
from foxreach_runtime.telemetry.logs import WaitEvent
from msgspec import structs

from ...flavours import World, reply
from ...interrupts import interrupts
from ...sample import GET, LEAD

Worlds = Callable[..., World]
SECOND = 1_000_000
FIRST = 5.0 / 16  # seconds for which a failed Redis is left alone at first
GOOD, LOST = 0, 1
ENDLESS = 1e6


class Script:
    """Redis: a slot every second from *wait* on, unless *fault* is set. *lost* is what it says of its data."""

    def __init__(self, wait: float = 0.0) -> None:
        self.fault: Exception | None = None
        self.lost = GOOD
        self.wait = wait
        self.asked: list[str] = []
        self.meanwhile: Callable[[], None] = lambda: None

    def __call__(self, keys: Sequence[str], arguments: Sequence[str]) -> list[int]:  # noqa: ARG002
        self.asked.append(arguments[0])
        self.meanwhile()
        if self.fault is not None:
            raise self.fault
        even, self.wait = self.wait, self.wait + (arguments[0] == "take")
        return [round(even * SECOND), round(even * SECOND), 0, len(self.asked), self.lost, 0]


class Shared:
    """A limiter on a *script*; the store's clock shows *now*."""

    def __init__(self, script: Script, on_failure: OnFailure = "local") -> None:
        self.now = 0.0
        self.script = script
        patience = Patience(5.0, 60.0, failures=1 if on_failure == "local" else 0)
        self.store = RedisStore(script, (OSError,), patience, "meanwhile", lambda: self.now)
        self.background = BackgroundWork()
        self.line = SharedLine("name", self.store, self.background, LineOptions("bulk", Quota(), 0.25))
        self._on_failure = on_failure

    def permit(self, key: str = "") -> RedisPermit:  # noqa: ARG002
        return RedisPermit(self.line, self._on_failure)

    def run(self) -> list[int]:
        return self.store.run([], ["take"])


def messages(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage().partition(" (")[0].partition(";")[0] for record in caplog.records]


def failing(shared: Shared) -> type[Exception]:
    try:
        shared.run()
    except (AwayError, BusyError) as error:
        return type(error)
    raise AssertionError("Redis answered")


# The store


def test_after_one_failure_nobody_asks_for_a_moment_and_nothing_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    shared = Shared(Script())
    shared.script.fault = OSError()
    with pytest.raises(BusyError) as busy:
        shared.run()
    assert busy.value.wait == FIRST
    shared.now = FIRST - 0.1
    with pytest.raises(BusyError) as busy:
        shared.run()
    assert busy.value.wait == pytest.approx(0.1)
    assert len(shared.script.asked) == 1
    shared.now, shared.script.fault = FIRST, None
    assert shared.run()
    assert (messages(caplog), shared.store.outages) == ([], 0)


def test_if_the_second_try_fails_it_is_away_and_tried_again_ever_later(caplog: pytest.LogCaptureFixture) -> None:
    shared, tries = Shared(Script()), list[float]()
    shared.script.fault = OSError()
    while shared.now < 20.0:
        before = len(shared.script.asked)
        failing(shared)
        if len(shared.script.asked) > before:
            tries.append(shared.now)
        shared.now += FIRST / 4
    gaps = [round((after - before) / FIRST, 1) for before, after in pairwise(tries)]
    assert gaps == [1, 1, 2, 4, 8, 16, 16]
    assert (messages(caplog), shared.store.outages) == (["The shared quota is away"], 1)
    shared.now, shared.script.fault = 40.0, None
    assert shared.run()
    assert messages(caplog) == ["The shared quota is away", "The shared quota is back"]


def test_while_one_call_tries_a_failed_redis_the_others_do_not(caplog: pytest.LogCaptureFixture) -> None:
    shared, others = Shared(Script()), list[type[Exception]]()
    shared.script.fault = OSError()
    failing(shared)
    shared.now = FIRST
    shared.script.meanwhile = lambda: others.append(failing(shared)) if len(shared.script.asked) == 2 else None
    assert failing(shared) is AwayError
    assert (others, len(shared.script.asked)) == ([BusyError], 2)
    assert messages(caplog) == ["The shared quota is away"]


def test_an_answer_that_was_asked_for_before_the_failure_does_not_end_it() -> None:
    shared = Shared(Script())

    def fail_meanwhile() -> None:
        shared.script.meanwhile = lambda: None
        shared.script.fault = OSError()
        failing(shared)
        shared.script.fault = None

    shared.script.meanwhile = fail_meanwhile
    assert shared.run()
    assert failing(shared) is BusyError


def test_data_lost_once_are_a_line_in_the_log_and_lost_twice_an_outage(caplog: pytest.LogCaptureFixture) -> None:
    shared = Shared(Script())
    shared.script.lost = LOST
    assert shared.run()
    for _ in range(50):
        shared.now += 1.0
        assert failing(shared) is AwayError
    assert messages(caplog) == ["Redis lost the state of the shared quota", "The shared quota is away"]
    shared.script.lost, shared.now = GOOD, 60.0
    assert shared.run()
    assert messages(caplog)[2:] == ["The shared quota is back"]


def test_a_loss_once_a_window_is_none_too_many() -> None:
    shared = Shared(Script())
    shared.script.lost = LOST
    for _ in range(5):
        assert shared.run()
        shared.now += 60.0


def test_without_a_local_share_the_first_failure_is_an_outage() -> None:
    shared = Shared(Script(), "raise")
    shared.script.fault = OSError()
    assert failing(shared) is AwayError


# Permits


def test_calls_wait_a_moment_after_one_failure_and_then_go_on_alone() -> None:
    shared = Shared(Script())
    shared.script.fault = OSError()
    permit = shared.permit()
    assert permit.acquire(0.0, ENDLESS) == pytest.approx(FIRST, abs=0.01)
    shared.now = FIRST
    wait = permit.acquire(FIRST, ENDLESS)
    assert wait == pytest.approx(60 / 23)  # A quarter of 100, of which one is in reserve and one at once.
    assert not permit.blocking
    assert permit.acquire(FIRST + wait, ENDLESS) == 0.0


def test_if_redis_may_not_be_away_the_call_is_an_error(world: Worlds) -> None:
    shared = Shared(Script(), "raise")
    shared.script.fault = OSError()
    with pytest.raises(QuotaError, match=r"The shared quota is away \(OSError\)"):
        world(reply(200, {"data": LEAD}), limiter=shared).run(GET)


def test_a_wait_for_a_slot_is_announced_before_it_begins(world: Worlds) -> None:
    events: list[tuple[WaitEvent, list[float]]] = []
    here = world(reply(200, {"data": LEAD}), limiter=Shared(Script(wait=30.0)))

    def on_wait(event: WaitEvent) -> None:
        events.append((event, list(here.waits)))

    options = structs.replace(here.options(), on_wait=on_wait)
    vars(here)["options"] = lambda: options
    here.run(GET)
    assert [(event.seconds, event.reason, before) for event, before in events] == [(30.0, "quota", [])]
    assert here.waits == [30.0]


@pytest.mark.parametrize("fault", [None, OSError()])
def test_a_call_that_is_cancelled_while_redis_is_asked_leaves_nothing_behind(fault: Exception | None) -> None:
    shared = Shared(Script(), "local")
    permit = shared.permit()
    if fault is not None:
        shared.script.fault = fault
        failing(shared)
        shared.now = FIRST
    shared.script.meanwhile = lambda: permit.end(0.0, None, 0.0)
    assert permit.acquire(0.0, ENDLESS) > 0
    shared.script.meanwhile = lambda: None
    shared.background.settle()
    assert shared.line.slots == 0
    if fault is None:
        assert shared.script.asked == ["take", "return"]
    else:
        assert shared.line.alone(0.0).permit("").acquire(1000.0, ENDLESS) == 0.0  # Nobody is before it.


def test_a_slot_within_a_hold_is_returned_until_redis_knows_of_the_hold() -> None:
    shared = Shared(Script())
    first, second = shared.permit(), shared.permit()
    assert first.acquire(0.0, ENDLESS) == 0.0
    assert second.acquire(0.0, ENDLESS) == 1.0
    first.end(0.5, Answer(429, Headers([("Retry-After", "7")])), 0.0)
    assert second.acquire(1.0, ENDLESS) == BRIEF
    shared.background.settle()
    assert sorted(shared.script.asked) == ["hold", "return", "take", "take"]


def test_a_slot_that_was_granted_is_kept_while_redis_is_away() -> None:
    shared = Shared(Script(wait=1.0))
    permit = shared.permit()
    assert permit.acquire(0.0, ENDLESS) == 1.0
    shared.script.fault = OSError()
    failing(shared)
    assert permit.acquire(1.0, ENDLESS) == 0.0


def test_an_interrupted_call_holds_no_slot_any_more() -> None:
    for interrupt in interrupts("redis/permit.py", "redis/line.py"):
        shared = Shared(Script(wait=5.0))
        with interrupt:
            permit = shared.permit()
            permit.acquire(0.0, ENDLESS)
            permit.end(0.0, None, 0.0)
        permit = shared.permit()
        assert shared.line.slots == 0


@pytest.mark.parametrize("again", ["settle", "add"])
def test_a_call_does_not_fail_since_no_thread_can_be_started_and_what_was_to_be_told_is_told_later(
    world: Worlds, monkeypatch: pytest.MonkeyPatch, again: str
) -> None:
    class Scarce(threading.Thread):
        def start(self) -> None:
            raise RuntimeError("can't start new thread")

    shared = Shared(Script())
    with monkeypatch.context() as scarce:
        scarce.setattr("foxreach_runtime.rate_limit.redis.background.Thread", Scarce)
        with pytest.raises(TooManyRequestsError):
            world(reply(429, {}), limiter=shared, retry=RetryPolicy(max_attempts=1)).run(GET)
    assert shared.script.asked == ["take"]
    if again == "add":
        shared.line.give_back(0)
    shared.background.settle()
    assert shared.script.asked == ["take", "hold"] + ["return"] * (again == "add")
