from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from foxreach_runtime.options.retry_policy import RetryPolicy
from foxreach_runtime.rate_limit.limiter import LocalLimiter, LocalPermit
from foxreach_runtime.rate_limit.pacing import Pacing, Quota
from foxreach_runtime.response.headers import Headers
from foxreach_runtime.response.outcome import Answer, Failure
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.quota_servers import DOCUMENTED, Server
from benchmarks.quota_world import World

PATIENT = RetryPolicy(deadline=None, longest_wait=1e6)
PACINGS: list[Pacing] = ["interactive", "bulk"]
DATE = "Fri, 15 Jan 2027 08:00:00 GMT"
NOW = 1_800_000_000
ENDLESS = 1e9
Kind = Callable[..., Server]

both = pytest.mark.parametrize("pacing", PACINGS)


def reply(remaining: int | None, *, limit: int = 100, reset: float | None = None, status: int = 200) -> Answer:
    lines = {"Date": DATE, "X-RateLimit-Limit": str(limit), "X-RateLimit-Remaining": str(remaining)}
    if reset is not None:
        lines["X-RateLimit-Reset"] = str(NOW + reset)
    return Answer(status, Headers(lines.items() if remaining is not None else []))


def call(limiter: LocalLimiter, now: float, answer: Answer | Failure | None) -> float:
    """Return the wait that a call asking *now* has, and make it if there is none."""
    permit = limiter.permit("key")
    wait = permit.acquire(now, ENDLESS)
    permit.end(now, answer if wait == 0 else None, float(NOW))
    return wait


def asked(limiter: LocalLimiter, now: float, count: int) -> list[tuple[LocalPermit, float]]:
    """Return so many permits that were asked for *now*, and their waits."""
    permits = [limiter.permit("key") for _ in range(count)]
    return [(permit, permit.acquire(now, ENDLESS)) for permit in permits]


@settings(max_examples=60, deadline=None)
@given(
    gaps=st.lists(st.floats(0, 8) | st.just(0.0), min_size=1, max_size=260),
    kind=st.sampled_from(list(DOCUMENTED.values())),
    phase=st.floats(0, 60),
    pacing=st.sampled_from(PACINGS),
    limit=st.integers(5, 120),
    seed=st.integers(0, 9),
)
def test_no_server_ever_refuses_a_call_however_they_arrive(  # noqa: PLR0917
    gaps: list[float], kind: Kind, phase: float, pacing: Pacing, limit: int, seed: int
) -> None:
    times, now = list[float](), 0.0
    for gap in gaps:
        now += gap
        times.append(now)
    limiter = LocalLimiter(pacing, Quota(limit))
    tally = World(kind(phase, limit), limiter, PATIENT, seed).run_at(times)
    assert tally.refused == 0
    assert len(tally.queued) == len(times)


@pytest.mark.parametrize("kind", DOCUMENTED.values(), ids=DOCUMENTED)
@pytest.mark.parametrize("workers", [1, 4, 16])
def test_calls_without_end_see_no_refusal_and_need_no_more_than_the_usual_patience(kind: Kind, workers: int) -> None:
    tally = World(kind(20.0), LocalLimiter(), RetryPolicy(), 1).run(workers, 350)
    assert (tally.refused, len(tally.queued)) == (0, 350)
    assert sum(tally.queued[:40]) == 0.0


@pytest.mark.parametrize("kind", DOCUMENTED.values(), ids=DOCUMENTED)
def test_forty_calls_at_once_in_an_idle_minute_see_no_delay(kind: Kind) -> None:
    assert World(kind(), LocalLimiter(), RetryPolicy()).run_at([5.0] * 40).queued == [0.0] * 40


@pytest.mark.parametrize("kind", DOCUMENTED.values(), ids=DOCUMENTED)
def test_bulk_keeps_near_the_best_possible_speed(kind: Kind) -> None:
    tally = World(kind(), LocalLimiter("bulk"), RetryPolicy()).run(4, 1000)
    assert tally.refused == 0
    assert tally.ended < 997 * 60 / 96 + 1


def test_interactive_slows_before_it_runs_out() -> None:
    limiter = LocalLimiter()
    assert call(limiter, 0.0, reply(60, reset=40)) == 0
    assert call(limiter, 0.0, reply(20, reset=40)) == 0
    assert call(limiter, 0.0, reply(19, reset=40)) == 0
    assert 1.9 < call(limiter, 0.0, None) < 2.3  # 19 or so are left for 40 seconds.


def test_interactive_trusts_its_own_count_where_the_server_has_not_answered_yet() -> None:
    limiter = LocalLimiter()
    assert len(asked(limiter, 0.0, 99)) == 99
    assert limiter.permit("key").acquire(0.0, 60.0) > 60.0


def test_a_report_promises_nothing_for_calls_that_it_may_not_have_counted() -> None:
    limiter = LocalLimiter()
    first, second, third = (permit for permit, _ in asked(limiter, 0.0, 3))
    first.end(0.1, reply(30), 0.0)
    mode: Any = limiter._mode  # pyright: ignore[reportPrivateUsage]
    assert mode._promised == 28  # Two are under way.
    second.end(0.2, None, 0.0)
    third.end(0.3, reply(60), 0.0)
    assert mode._promised == 58  # Two ended while it was under way: counted in its report or not.


def test_interactive_does_not_pace_a_server_that_reports_nothing() -> None:
    limiter = LocalLimiter()
    assert [call(limiter, 0.0, reply(None)) for _ in range(500)] == [0.0] * 500
    call(limiter, 0.0, reply(0, reset=30))
    assert call(limiter, 0.0, None) > 0


def test_an_error_without_a_report_is_no_sign_that_nobody_counts() -> None:
    limiter = LocalLimiter()
    for _ in range(99):
        call(limiter, 0.0, reply(None, status=502))
    assert call(limiter, 0.0, None) > 0


def test_what_others_used_is_respected_until_the_window_ends() -> None:
    limiter = LocalLimiter()
    call(limiter, 0.0, reply(0, reset=30))
    permit = limiter.permit("key")
    assert permit.acquire(0.0, ENDLESS) == pytest.approx(30.0, abs=0.3)
    assert permit.acquire(31.0, ENDLESS) == 0


@both
def test_a_refusal_closes_the_key_for_every_call(pacing: Pacing) -> None:
    limiter = LocalLimiter(pacing)
    late = limiter.permit("key")
    for _ in range(3):
        call(limiter, 0.0, reply(50))
    wait = late.acquire(0.0, ENDLESS)
    refusal = Answer(
        429, Headers([("Retry-After", "20"), ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Limit", "100")])
    )
    if wait == 0:
        late.end(0.0, refusal, 0.0)
    else:
        assert late.acquire(wait, ENDLESS) == 0
        late.end(wait, refusal, 0.0)
    assert limiter.permit("key").acquire(wait, ENDLESS) >= 20.0


@both
def test_a_call_that_was_waiting_when_the_key_was_closed_waits_on(pacing: Pacing) -> None:
    limiter = LocalLimiter(pacing)
    first = limiter.permit("key")
    assert first.acquire(0.0, ENDLESS) == 0
    asked(limiter, 0.0, 98)
    late = limiter.permit("key")
    due = late.acquire(0.0, ENDLESS)
    assert due > 0
    first.end(due - 1, Answer(429, Headers([("Retry-After", "30")])), 0.0)
    again = late.acquire(due, ENDLESS)
    assert 29.0 <= again < 100.0


def test_no_header_closes_the_key_for_more_than_two_windows() -> None:
    limiter = LocalLimiter("bulk")
    call(limiter, 0.0, Answer(429, Headers([("Retry-After", "99999999")])))
    assert call(limiter, 0.0, None) == pytest.approx(120.0)


def test_the_limit_that_the_server_names_takes_the_place_of_the_documented_one() -> None:
    limiter = LocalLimiter("bulk")
    for _ in range(2):
        call(limiter, 0.0, reply(9, limit=10))
    assert [wait for _, wait in asked(limiter, 100.0, 2)] == [0.0, pytest.approx(60 / 8)]


@both
@pytest.mark.parametrize("status", [200, 500])
@pytest.mark.parametrize("limit", [1, 2, 10])
@pytest.mark.parametrize(("reset", "longest"), [(None, 60.0), (-60.0, 0.0), (0.0, 0.0), (20.0, 20.0), (1e9, 60.0)])
def test_a_lone_odd_limit_closes_the_key_for_no_longer_than_its_own_answer_says(
    pacing: Pacing, status: int, limit: int, reset: float | None, longest: float
) -> None:
    limiter = LocalLimiter(pacing)
    call(limiter, 0.0, reply(0, limit=limit, reset=reset, status=status))
    waits = [wait for _, wait in asked(limiter, 0.0, 3)]
    assert waits[0] <= longest
    assert waits[2] <= longest + 2.0  # They queue.


@both
def test_limits_that_take_turns_leave_the_one_that_holds(pacing: Pacing) -> None:
    limiter = LocalLimiter(pacing)
    for second in range(8):
        assert call(limiter, second * 10.0, reply(60, limit=100 if second % 2 else 1)) == 0.0


@pytest.mark.parametrize("limit", [0, 10**18])
def test_a_limit_that_cannot_be_meant_breaks_nothing(limit: int) -> None:
    limiter = LocalLimiter("bulk")
    assert call(limiter, 0.0, reply(9, limit=limit)) == 0
    assert call(limiter, 0.0, reply(9, limit=limit)) == 0


def test_a_share_of_the_quota_is_a_share_of_the_limit_that_the_server_names() -> None:
    limiter = LocalLimiter("bulk", share=0.25)
    for now in (0.0, 50.0):
        call(limiter, now, reply(99, limit=40))
    assert [wait for _, wait in asked(limiter, 100.0, 2)] == [0.0, pytest.approx(60 / 8)]


@both
def test_a_wait_that_is_too_long_reserves_nothing(pacing: Pacing) -> None:
    limiter = LocalLimiter(pacing)
    asked(limiter, 0.0, 99)
    waits = [limiter.permit("key").acquire(0.0, 10.0) for _ in range(3)]
    assert min(waits) > 10.0
    assert len(set(waits)) == 1


@both
def test_cancelled_calls_give_their_permits_back(pacing: Pacing) -> None:
    limiter = LocalLimiter(pacing)
    before = [(permit, wait) for permit, wait in asked(limiter, 0.0, 99) if wait]
    assert before
    for permit, _ in (*before[::2], *before[1::2]):
        permit.end(0.0, None, 0.0)
    assert [wait for _, wait in asked(limiter, 0.0, len(before))] == [wait for _, wait in before]


@both
def test_what_never_reached_the_server_costs_nothing(pacing: Pacing) -> None:
    limiter = LocalLimiter(pacing)
    for _ in range(300):
        assert call(limiter, 0.0, Failure("not_sent", "connect", "refused")) == 0


@both
def test_threads_share_one_limiter_without_losing_count(pacing: Pacing) -> None:
    limiter, waits = LocalLimiter(pacing), list[float]()

    def work() -> None:
        for _ in range(10):
            waits.append(limiter.permit("key").acquire(0.0, ENDLESS))

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    expected = LocalLimiter(pacing)
    assert sorted(waits) == pytest.approx([expected.permit("key").acquire(0.0, ENDLESS) for _ in range(80)])
