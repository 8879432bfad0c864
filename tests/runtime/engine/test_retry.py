from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from foxreach_runtime.engine.retry import RetryBudget, backoff, may_repeat, wait_before_next
from foxreach_runtime.errors import ConfigurationError, FoxReachError, ServerError, TooManyRequestsError
from foxreach_runtime.options.retry_policy import RetryPolicy
from foxreach_runtime.response.headers import Headers
from foxreach_runtime.response.outcome import Answer, Failure
from foxreach_runtime.response.status import Repeat
from hypothesis import given
from hypothesis import strategies as st

from ..flavours import World, reply
from ..sample import GET, LEAD

Worlds = Callable[..., World]
POLICY = RetryPolicy()
REPEATS: tuple[Repeat, ...] = ("safe", "idempotent", "never")


def answer(status: int, **headers: str) -> Answer:
    return Answer(status, Headers([(name.replace("_", "-"), value) for name, value in headers.items()]))


def repeated(outcome: Answer | Failure) -> set[str]:
    """Return the kinds of operation that are tried again after *outcome*."""
    return {repeat for repeat in REPEATS if may_repeat(repeat, outcome)}


@pytest.mark.parametrize(
    ("status", "kinds"),
    [
        (429, {"safe", "idempotent", "never"}),
        *((status, {"safe", "idempotent"}) for status in (408, 500, 502, 503, 504)),
        *((status, set[str]()) for status in (400, 401, 402, 403, 404, 409, 418, 422, 501, 505, 301, 302, 307)),
        (200, {"safe"}),  # one that did not parse
        (201, {"safe"}),
    ],
)
def test_an_answer_is_retried_by_its_status_and_what_the_operation_does(status: int, kinds: set[str]) -> None:
    assert repeated(answer(status)) == kinds
    assert repeated(answer(status, retry_after="0")) == kinds


def test_what_was_not_sent_may_always_be_sent_unless_the_failure_is_permanent() -> None:
    assert repeated(Failure("not_sent", "connect", "")) == {"safe", "idempotent", "never"}
    assert repeated(Failure("not_sent", "pool_timeout", "")) == {"safe", "idempotent", "never"}
    assert repeated(Failure("not_sent", "permanent", "")) == set()


def test_what_may_have_been_done_is_repeated_only_where_that_does_no_harm() -> None:
    assert repeated(Failure("unknown", "broken", "")) == {"safe", "idempotent"}


def test_attempts_end_at_max_attempts_and_the_message_says_so() -> None:
    policy = RetryPolicy(max_attempts=2)
    assert wait_before_next(policy, "safe", 1, answer(503)).wait is not None
    ended = wait_before_next(policy, "safe", 2, answer(503))
    assert (ended.wait, ended.reason) == (None, "Gave up after 2 attempts.")


def test_backoff_doubles_from_half_a_second_up_to_eight_and_is_never_zero() -> None:
    assert [backoff(POLICY, attempt, 1.0) for attempt in range(1, 8)] == [0.5, 1, 2, 4, 8, 8, 8]
    assert backoff(POLICY, 1, 0.5) == 0.25
    assert backoff(POLICY, 1, 0.0) == 0.05
    assert backoff(POLICY, 10_000, 1.0) == 8


def test_retry_after_beats_our_own_backoff_and_zero_is_a_value() -> None:
    assert wait_before_next(POLICY, "never", 1, answer(429, retry_after="7")).wait == 7.0
    assert wait_before_next(POLICY, "safe", 1, answer(503, retry_after="1.5")).wait == 1.5
    assert wait_before_next(POLICY, "safe", 1, answer(503, retry_after="0")).wait == 0.0


@pytest.mark.parametrize("zero", ["0", "0.0", "0.01"])
def test_a_second_zero_in_a_row_waits_by_our_own_backoff(zero: str) -> None:
    outcome = answer(429, retry_after=zero)
    first = wait_before_next(POLICY, "never", 1, outcome)
    second = wait_before_next(POLICY, "never", 2, outcome, named_before=first.named)
    third = wait_before_next(POLICY, "never", 3, outcome, named_before=second.named)
    assert [first.wait, second.wait, third.wait] == [float(zero), 1.0, 2.0]
    assert wait_before_next(POLICY, "never", 2, outcome, named_before=0.0, jitter=0.0).wait == 0.05


def test_a_zero_after_another_time_or_none_is_obeyed_at_once() -> None:
    for before in (answer(429, retry_after="7"), answer(503), Failure("not_sent", "connect", "")):
        named = wait_before_next(POLICY, "safe", 1, before).named
        assert wait_before_next(POLICY, "safe", 2, answer(429, retry_after="0"), named_before=named).wait == 0.0


def test_a_time_that_the_server_names_after_a_zero_is_obeyed() -> None:
    assert wait_before_next(POLICY, "safe", 2, answer(429, retry_after="0.2"), named_before=0.0).wait == 0.2


def test_a_server_that_rounds_its_times_down_to_zero_is_not_hammered(world: Worlds) -> None:
    here = world(reply(429, Retry_After="0"))
    with pytest.raises(TooManyRequestsError) as caught:
        here.run(GET)
    assert [attempt.wait for attempt in caught.value.history] == [0.0, 1.0, 2.0, None]
    assert here.waits == [0.0, 1.0, 2.0]


def test_a_longer_wait_than_longest_wait_is_given_back_with_the_number() -> None:
    ended = wait_before_next(POLICY, "safe", 1, answer(429, retry_after="66"))
    assert ended.wait is None
    assert "66 s" in ended.reason
    named = Answer(429, Headers(), b'{"details": {"reset": 1e308}}')  # Written out, that is a number of 309 digits.
    endless = wait_before_next(POLICY, "safe", 1, named)
    assert endless.reason == "The server asks to wait more than 1000000 s, longer than longest_wait."
    assert wait_before_next(POLICY, "safe", 1, answer(429, retry_after="65")).wait == 65.0


@pytest.mark.parametrize("digits", [19, 20, 400])
def test_a_number_of_many_digits_is_a_long_wait_and_not_none(world: Worlds, digits: int) -> None:
    here = world(reply(429, Retry_After="9" * digits))
    with pytest.raises(TooManyRequestsError, match="asks to wait more than 1000000 s") as caught:
        here.run(GET)
    assert (here.waits, caught.value.attempts) == ([], 1)


def test_a_wait_of_our_own_is_no_longer_than_longest_wait() -> None:
    policy = RetryPolicy(backoff_base=10, backoff_cap=60, longest_wait=2)
    assert [backoff(policy, attempt, 1.0) for attempt in (1, 5)] == [2, 2]


def test_a_wait_beyond_the_deadline_is_given_back_with_the_number() -> None:
    ended = wait_before_next(POLICY, "safe", 1, answer(429, retry_after="7"), left=7.0)
    assert ended.wait is None
    assert "7.0 s" in ended.reason
    assert wait_before_next(POLICY, "safe", 1, answer(429, retry_after="7"), left=7.5).wait == 7.0


def test_retries_of_other_statuses_do_not_wait_for_the_quota_to_reset() -> None:
    headers = {"x_ratelimit_reset": "1800000060", "date": "Fri, 15 Jan 2027 08:00:00 GMT"}
    assert wait_before_next(POLICY, "safe", 1, answer(503, **headers), jitter=1.0).wait == 0.5
    assert wait_before_next(POLICY, "safe", 1, answer(429, **headers), jitter=1.0).wait == 60.0


TEXT = (
    st.text()
    | st.sampled_from(
        ["abc", "-1", "nan", "inf", "1e3", "5, 10", "0x10", "１２", "9" * 400, "Thu, 01 Jan 1970 00:00:00 GMT"]
    )
    | st.integers().map(str)
    | st.floats().map(str)
)


HEADERS = st.fixed_dictionaries(dict.fromkeys(["retry-after", "x-ratelimit-reset", "date", "content-type"], TEXT))


@given(HEADERS, st.sampled_from([429, 503]), st.floats(0, 1), st.binary())
def test_no_header_or_body_whatever_leads_to_a_wait_outside_the_bounds(
    headers: dict[str, str], status: int, jitter: float, body: bytes
) -> None:
    outcome = Answer(status, Headers(headers.items()), body)
    decision = wait_before_next(POLICY, "safe", 1, outcome, jitter=jitter, local_now=1.8e9)
    assert decision.wait is None or 0 <= decision.wait <= POLICY.longest_wait


@pytest.mark.parametrize("text", ["abc", "-1", "nan", "inf", "5, 10", "1e3", "", "Thu, 01 Jan 1970 00:00:00 GMT"])
def test_an_unusable_retry_after_never_means_at_once(text: str) -> None:
    wait = wait_before_next(POLICY, "never", 1, answer(429, retry_after=text), jitter=0.0, local_now=1.8e9).wait
    assert wait is not None
    assert wait > 0


@pytest.mark.parametrize(
    "facts",
    [
        {"max_attempts": 0},
        {"max_attempts": 1.5},
        {"max_attempts": True},
        {"deadline": 0},
        {"deadline": float("nan")},
        {"longest_wait": -1},
        {"longest_wait": float("inf")},
        {"backoff_base": float("nan")},
        {"backoff_cap": -0.1},
    ],
)
def test_a_policy_that_cannot_work_is_refused_at_construction(facts: dict[str, float]) -> None:
    untyped: Any = RetryPolicy
    with pytest.raises(ConfigurationError, match=next(iter(facts))):
        untyped(**facts)


def test_a_budget_is_spent_up_to_its_capacity_and_paid_back() -> None:
    budget = RetryBudget()
    assert [budget.take(14, 30) for _ in range(3)] == [True, True, False]
    budget.pay_back(14)
    assert [budget.take(14, 30) for _ in range(2)] == [True, False]
    budget.pay_back(1000)
    assert [budget.take(30, 30), budget.take(1, 30)] == [True, False]


def test_a_budget_without_capacity_is_endless() -> None:
    assert all(RetryBudget().take(14, None) for _ in range(100))


def attempts_of(here: World, calls: int) -> list[int]:
    """Return how many attempts each of *calls* calls took until it failed."""

    def failed(error: FoxReachError) -> int:
        return error.attempts

    def sync(transport: Any) -> list[int]:
        counts: list[int] = []
        for _ in range(calls):
            with pytest.raises(FoxReachError) as caught:
                transport.run(GET)
            counts.append(failed(caught.value))
        return counts

    async def asynchronous(transport: Any) -> list[int]:
        counts: list[int] = []
        for _ in range(calls):
            with pytest.raises(FoxReachError) as caught:
                await transport.run(GET)
            counts.append(failed(caught.value))
        return counts

    return here.do(sync if here.flavour == "sync" else asynchronous)  # type: ignore[no-any-return]


def test_an_outage_is_not_answered_with_four_times_the_load(world: Worlds) -> None:
    # 500 tokens at 14 a retry are 35 retries: 11 calls with three each, one with two, and none from then on.
    assert attempts_of(world(reply(503)), 15) == [4] * 11 + [3] + [1] * 3


def test_a_throttled_retry_costs_less(world: Worlds) -> None:
    here = world(reply(429, Retry_After="0"))
    assert attempts_of(here, 35) == [4] * 33 + [2] + [1]


def test_the_error_says_why_it_was_not_repeated(world: Worlds) -> None:
    with pytest.raises(ServerError, match="too many calls of this client are failing"):
        world(reply(503), retry=RetryPolicy(budget=0)).run(GET)
    with pytest.raises(TooManyRequestsError, match="too many calls of this client are failing"):
        world(reply(429), retry=RetryPolicy(budget=4)).run(GET)


def test_success_pays_back_what_its_retry_cost(world: Worlds) -> None:
    good = reply(200, {"data": LEAD})
    here = world(*[reply(503), good] * 5, retry=RetryPolicy(budget=14))

    def sync(transport: Any) -> list[str]:
        return [transport.run(GET).id for _ in range(5)]

    async def asynchronous(transport: Any) -> list[str]:
        return [(await transport.run(GET)).id for _ in range(5)]

    assert here.do(sync if here.flavour == "sync" else asynchronous) == ["cld_1"] * 5
