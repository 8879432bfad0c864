"""What the exchange hands on: the clocks, the random numbers, the key, the budget, and the history."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

import pytest
from foxreach_runtime.engine.exchange import Context, Send, Step, Timing, Wait, exchange
from foxreach_runtime.engine.retry import RetryBudget, may_repeat, wait_before_next
from foxreach_runtime.errors import ConfigurationError, QuotaError, ResponseDecodeError, TooManyRequestsError
from foxreach_runtime.options.retry_policy import RetryPolicy
from foxreach_runtime.response.headers import Headers
from foxreach_runtime.response.outcome import Answer, Failure
from foxreach_runtime.response.rate_limit_headers import RateLimit, named_wait, resets_in

from .flavours import DATE, NOW
from .sample import CREATE, GET, KEY

LEAD = Answer(200, Headers(), b'{"data": {"id": "cld_1", "email": "e", "createdAt": "2025-01-15T10:30:00"}}')
RESET = Answer(429, Headers([("X-RateLimit-Reset", str(NOW + 100))]))
TIMING = Timing(lambda: 0.0, lambda: NOW, lambda: 0.5)


class Moving:
    """A clock that each wait moves."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


class Gate:
    """A limiter that asks for these waits, and keeps what it is told."""

    blocking = False

    def __init__(self, *waits: float) -> None:
        self.waits = list(waits)
        self.told: list[Any] = []

    def permit(self, key: str) -> Gate:
        self.told.append(key)
        return self

    def acquire(self, now: float, max_wait: float) -> float:  # noqa: ARG002
        self.told.append(max_wait)
        return self.waits.pop(0) if self.waits else 0.0

    def end(self, now: float, outcome: object, wall: float) -> None:
        self.told.append((now, outcome, wall))


def played(
    outcomes: Sequence[Answer | Failure], policy: RetryPolicy, context: Context, call: Any = GET
) -> tuple[list[Step], Any]:
    """Return the steps that the exchange asks for, and its reply."""
    steps, left, asked = exchange(call.operation, call.request, policy, context=context), list(outcomes), list[Step]()
    try:
        step = next(steps)
        while True:
            asked.append(step)
            if isinstance(step, Wait) and isinstance(context.timing.clock, Moving):
                context.timing.clock.now += step.seconds
            step = steps.send(left.pop(0) if isinstance(step, Send) else None)
    except StopIteration as end:
        return asked, end.value


def test_without_a_date_the_wait_is_told_by_our_own_clock_and_without_a_reset_by_chance() -> None:
    policy = RetryPolicy(longest_wait=100.0)
    asked, _ = played([RESET, Answer(503, Headers()), LEAD], policy, Context(TIMING))
    assert [step for step in asked if isinstance(step, Wait)] == [Wait(100.0), Wait(0.5)]
    with pytest.raises(TooManyRequestsError) as caught:
        played([RESET], RetryPolicy(longest_wait=99.0), Context(TIMING))
    assert caught.value.retry_after == 100.0


def test_the_history_has_what_was_wrong_with_a_body_and_the_time_in_the_queue() -> None:
    timing = Timing(Moving(), lambda: NOW, lambda: 0.5)
    context = Context(timing, secrets=(KEY,), limiter=Gate(0.25, 0.75))
    with pytest.raises(ResponseDecodeError) as caught:
        played([Answer(200, Headers(), b"")] * 2, RetryPolicy(max_attempts=2), context)
    assert [attempt.failure for attempt in caught.value.history] == ["the body is empty"] * 2
    assert [attempt.queued for attempt in caught.value.history] == [1.0, 0.0]
    context = Context(timing, limiter=Gate(0.25))
    _, reply = played([Failure("not_sent", "connect", "x"), LEAD], RetryPolicy(), context)
    assert [attempt.queued for attempt in reply.history] == [0.25, 0.0]


def test_the_limiter_is_asked_by_the_key_and_learns_what_came_of_it() -> None:
    gate = Gate(0.25)
    asked, _ = played([LEAD], RetryPolicy(deadline=9.0), Context(TIMING, secrets=(KEY,), limiter=gate))
    assert gate.told == [KEY, 9.0, 9.0, (0.0, LEAD, NOW)]
    assert [step.left for step in asked if isinstance(step, Send)] == [9.0]
    gate = Gate()
    played([LEAD], RetryPolicy(deadline=None), Context(TIMING, limiter=gate))
    assert gate.told[1] == 65.0


def test_a_wait_for_the_quota_never_goes_past_the_deadline() -> None:
    with pytest.raises(QuotaError):
        played([LEAD], RetryPolicy(deadline=0.2), Context(TIMING, limiter=Gate(0.5)))


def test_an_attempt_without_room_in_the_quota_ends_in_the_error_of_the_one_before() -> None:
    context = Context(TIMING, limiter=Gate(0.0, 1000.0))
    with pytest.raises(TooManyRequestsError) as caught:
        played([RESET], RetryPolicy(longest_wait=100.0), context)
    assert (caught.value.retry_after, caught.value.attempts) == (100.0, 1)


def test_a_success_at_once_pays_back_one_token() -> None:
    budget = RetryBudget()
    assert budget.take(500, 500)
    played([LEAD], RetryPolicy(), Context(TIMING, budget=budget))
    assert not budget.take(2, 500)
    assert budget.take(1, 500)


def test_a_success_pays_back_what_its_last_retry_cost() -> None:
    for outcome, cost in ((Answer(503, Headers()), 14), (Answer(429, Headers()), 5)):
        budget = RetryBudget()
        budget.take(100, None)
        assert budget.take(500 - cost, 500)
        played([outcome, LEAD], RetryPolicy(), Context(TIMING, budget=budget))
        assert budget.take(cost, 500)
        assert not budget.take(1, 500)


def test_a_policy_without_a_budget_still_has_its_other_bounds() -> None:
    assert RetryPolicy(budget=None).budget is None
    refused: list[dict[str, Any]] = [{"budget": -1}, {"budget": None, "longest_wait": -1}, {"backoff_cap": -1.0}]
    for facts in refused:
        with pytest.raises(ConfigurationError):
            RetryPolicy(**facts)


def test_a_client_that_was_closed_is_not_tried_again() -> None:
    assert not may_repeat("safe", Failure("not_sent", "closed", "closed"))
    assert may_repeat("never", Failure("not_sent", "connect", "refused"))


def test_a_single_attempt_is_not_called_giving_up() -> None:
    only = wait_before_next(RetryPolicy(max_attempts=1), "safe", 1, Answer(503, Headers()))
    assert (only.wait, only.reason) == (None, "")
    assert CREATE.operation.repeat == "never"


def test_the_end_of_the_window_is_told_by_the_servers_clock_and_else_by_our_own() -> None:
    def end(*lines: tuple[str, str]) -> float | None:
        return resets_in(Answer(200, Headers(lines)), NOW)

    assert end(("X-RateLimit-Reset", str(NOW + 7)), ("Date", DATE)) == 7.0
    assert end(("X-RateLimit-Reset", str(NOW - 7)), ("Date", DATE)) == 0.0
    assert end(("X-RateLimit-Reset", str(NOW + 7))) == 7.0
    assert end(("X-RateLimit-Reset", str(NOW - 7))) is None  # Our clock is not his: nobody can say.
    assert end(("X-RateLimit-Reset", str(NOW + 127))) is None
    assert end(("Date", DATE)) is None


def test_a_whole_number_may_have_a_point() -> None:
    assert RateLimit.of(Headers([("X-RateLimit-Limit", "7.0")])).limit == 7
    assert RateLimit.of(Headers([("X-RateLimit-Limit", "7.5")])).limit is None


@pytest.mark.parametrize("zone", ["+0000", "-0000", "GMT"])
def test_a_date_is_read_the_same_wherever_the_machine_is(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Kathmandu")
    time.tzset()
    try:
        date = f"Fri, 15 Jan 2027 08:00:07 {zone}"
        assert named_wait(Answer(503, Headers([("Retry-After", date), ("Date", DATE)])), 0.0) == 7.0
        date = "Fri, 15 Jan 2027 09:00:07 +0100"
        assert named_wait(Answer(503, Headers([("Retry-After", date), ("Date", DATE)])), 0.0) == 7.0
    finally:
        monkeypatch.undo()
        time.tzset()
