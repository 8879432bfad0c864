"""The limiter of one process: who is granted a permit, when, and what it learns from answers."""

from __future__ import annotations

import threading
from itertools import pairwise
from typing import Any

import pytest
from foxreach_runtime.rate_limit.limiter import LocalLimiter, LocalPermit
from foxreach_runtime.rate_limit.pacing import Pacing, Quota
from foxreach_runtime.response.headers import Headers
from foxreach_runtime.response.outcome import Answer, Failure

PACINGS: list[Pacing] = ["interactive", "bulk"]
DATE = "Fri, 15 Jan 2027 08:00:00 GMT"
NOW = 1_800_000_000
ENDLESS = 1e9
EVEN = 60 / 96  # Seconds between two calls at an even pace.

both = pytest.mark.parametrize("pacing", PACINGS)


def reply(remaining: int | None, *, limit: int = 100, reset: float | None = None, status: int = 200) -> Answer:
    lines = {"Date": DATE, "X-RateLimit-Limit": str(limit), "X-RateLimit-Remaining": str(remaining)}
    if reset is not None:
        lines["X-RateLimit-Reset"] = str(NOW + reset)
    return Answer(status, Headers(lines.items() if remaining is not None else []))


def refusal(**headers: str) -> Answer:
    return Answer(429, Headers([(name.replace("_", "-"), text) for name, text in headers.items()]))


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


def granted(permits: list[tuple[LocalPermit, float]]) -> list[LocalPermit]:
    return [permit for permit, wait in permits if wait == 0]


def waiting(permits: list[tuple[LocalPermit, float]]) -> list[LocalPermit]:
    return [permit for permit, wait in permits if wait > 0]


def woken(permits: list[LocalPermit]) -> list[bool]:
    return [permit.until is not None and permit.until.woken for permit in permits]


# The queue


@both
def test_permits_are_granted_in_the_order_of_asking(pacing: Pacing) -> None:
    limiter = LocalLimiter(pacing)
    first, second, third = waiting(asked(limiter, 0.0, 60))[:3]
    now = 0.0
    while third.acquire(now, ENDLESS) > 0:
        assert second.acquire(now, ENDLESS) > 0 or first.acquire(now, ENDLESS) == 0
        now += 0.1
    assert first.acquire(now, ENDLESS) == second.acquire(now, ENDLESS) == 0


@both
def test_a_late_caller_does_not_pass_those_who_wait(pacing: Pacing) -> None:
    limiter = LocalLimiter(pacing)
    first = waiting(asked(limiter, 0.0, 60))[0]
    room = first.acquire(0.0, ENDLESS)
    assert limiter.permit("key").acquire(room, ENDLESS) > 0
    assert first.acquire(room, ENDLESS) == 0


@both
def test_whoever_looks_first_grants_the_permit_to_the_first_that_waits_and_wakes_it(pacing: Pacing) -> None:
    limiter = LocalLimiter(pacing)
    first, second = waiting(asked(limiter, 0.0, 60))[:2]
    room = first.acquire(0.0, ENDLESS)
    second.acquire(room, ENDLESS)
    assert woken([first, second]) == [True, False]
    assert first.acquire(room, ENDLESS) == 0


@both
def test_waiting_calls_go_as_soon_as_the_server_names_a_higher_limit(pacing: Pacing) -> None:
    limiter = LocalLimiter(pacing)
    permits = asked(limiter, 0.0, 300)
    for permit in granted(permits)[:2]:
        permit.end(0.1, reply(999_990, limit=1_000_000, reset=60), NOW)
    assert all(woken(waiting(permits)))
    assert {permit.acquire(0.1, ENDLESS) for permit in waiting(permits)} == {0.0}


def test_waiting_calls_go_as_soon_as_the_server_reports_room() -> None:
    limiter = LocalLimiter()
    first = granted(asked(limiter, 0.0, 1))[0]
    call(limiter, 0.0, reply(0, reset=60))
    permits = asked(limiter, 0.0, 5)
    assert len(waiting(permits)) == 5
    first.end(0.2, reply(99, reset=60), NOW)
    assert all(woken(waiting(permits)))
    assert {permit.acquire(0.2, ENDLESS) for permit in waiting(permits)} == {0.0}


@both
def test_a_cancelled_call_wakes_the_next_one(pacing: Pacing) -> None:
    limiter = LocalLimiter(pacing)
    first, second, third = waiting(asked(limiter, 0.0, 60))[:3]
    before = first.acquire(0.0, ENDLESS)
    first.end(0.0, None, NOW)
    assert woken([second, third]) == [True, False]
    assert second.acquire(0.0, ENDLESS) == before


@both
def test_a_permit_that_was_granted_and_not_taken_goes_to_the_next(pacing: Pacing) -> None:
    limiter = LocalLimiter(pacing)
    first, second = waiting(asked(limiter, 0.0, 60))[:2]
    room = first.acquire(0.0, ENDLESS)
    limiter.permit("key").acquire(room, ENDLESS)
    first.end(room, None, NOW)  # It was cancelled before it knew.
    assert second.acquire(room, ENDLESS) == 0


@both
def test_a_retry_comes_before_calls_that_were_not_sent_yet(pacing: Pacing) -> None:
    limiter = LocalLimiter(pacing)
    permits = asked(limiter, 0.0, 60)
    retried, fresh = granted(permits)[0], waiting(permits)[0]
    retried.end(0.1, Answer(503, Headers()), NOW)
    room = fresh.acquire(0.1, ENDLESS)
    assert retried.acquire(0.1, ENDLESS) == room
    assert (retried.acquire(0.1 + room, ENDLESS), fresh.acquire(0.1 + room, ENDLESS) > 0) == (0.0, True)


@both
def test_waits_are_those_of_an_even_pace_while_nothing_is_known(pacing: Pacing) -> None:
    waits = [wait for _, wait in asked(LocalLimiter(pacing), 0.0, 60) if wait]
    assert [after - before for before, after in pairwise(waits[5:])] == pytest.approx([EVEN] * (len(waits) - 6))


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


# Calls that the quota cannot serve in time


@both
def test_no_call_is_turned_away_before_the_server_has_named_its_limit(pacing: Pacing) -> None:
    limiter = LocalLimiter(pacing)
    permits = [limiter.permit("key") for _ in range(1000)]
    assert max(permit.acquire(0.0, 65.0) for permit in permits) <= 65.0


@both
def test_a_call_that_no_server_of_that_limit_can_serve_in_time_is_turned_away(pacing: Pacing) -> None:
    limiter = LocalLimiter(pacing)
    permits = [limiter.permit("key") for _ in range(400)]
    waits = [permit.acquire(0.0, 65.0) for permit in permits]
    first = next(permit for permit, wait in zip(permits, waits, strict=True) if wait == 0)
    first.end(0.1, reply(99, reset=50), NOW)
    ahead = sum(wait == 0 for wait in waits)
    refused = [permit.acquire(0.1, 65.0) for permit in permits[ahead + 302 :]]
    assert set(refused) == {120.0}  # 300 of them at most within 65 s: now, at the end of this window, and of the next.
    assert permits[ahead + 250].acquire(0.1, 65.0) <= 65.0


@both
def test_a_hold_that_the_server_names_turns_calls_away_that_cannot_wait_for_it(pacing: Pacing) -> None:
    limiter = LocalLimiter(pacing)
    permits = [limiter.permit("key") for _ in range(60)]
    waits = [permit.acquire(0.0, 65.0) for permit in permits]
    permits[0].end(0.1, refusal(retry_after="90"), NOW)
    late = next(permit for permit, wait in zip(permits, waits, strict=True) if wait > 0)
    assert late.until is not None
    assert late.until.woken
    assert late.acquire(0.1, 65.0) == pytest.approx(90.0)
    assert limiter.permit("key").acquire(0.1, 65.0) == pytest.approx(90.0)
    assert limiter.permit("key").acquire(0.1, 95.0) <= 95.0


def test_a_call_waits_for_as_long_as_others_get_on() -> None:
    limiter = LocalLimiter("bulk")
    permits = asked(limiter, 0.0, 200)
    last, now = permits[-1][0], 0.0
    while now < 100.0:
        now += EVEN
        for permit, _ in permits:
            if permit.acquire(now, 65.0) == 0:
                permit.end(now, None, NOW)
    assert last.acquire(now, 65.0) <= 65.0


@both
def test_a_call_gives_up_when_no_call_gets_on_for_longest_wait_or_at_its_deadline(pacing: Pacing) -> None:
    limiter = LocalLimiter(pacing)
    call(limiter, 0.0, reply(0, reset=60))
    stalled, short = limiter.permit("key"), limiter.permit("key")
    assert (stalled.acquire(0.0, 20.0), short.acquire(0.0, 10.0)) == (20.0, 10.0)
    assert short.acquire(10.0, 0.0) == float("inf")
    assert stalled.acquire(20.0, 20.0) == float("inf")


@both
def test_a_call_that_would_give_up_need_not_keep_an_even_pace(pacing: Pacing) -> None:
    limiter = LocalLimiter(pacing, Quota(4))
    call(limiter, 0.0, None)
    permit = limiter.permit("key")
    wait = permit.acquire(0.0, 20.0)
    assert wait == 0 or wait == pytest.approx(19.0)  # At an even pace, it would be 30 s.
    assert permit.acquire(wait, 20.0) == 0


@both
def test_cancelled_calls_leave_no_trace(pacing: Pacing) -> None:
    limiter = LocalLimiter(pacing)
    before = [(permit, wait) for permit, wait in asked(limiter, 0.0, 99) if wait]
    for permit, _ in (*before[::2], *before[1::2]):
        permit.end(0.0, None, 0.0)
    assert [wait for _, wait in asked(limiter, 0.0, len(before))] == [wait for _, wait in before]


@both
def test_what_never_reached_the_server_costs_nothing(pacing: Pacing) -> None:
    limiter = LocalLimiter(pacing)
    for _ in range(300):
        assert call(limiter, 0.0, Failure("not_sent", "connect", "refused")) == 0


@both
def test_a_call_that_forked_while_it_was_in_flight_ends_in_the_child_too(pacing: Pacing) -> None:
    limiter = LocalLimiter(pacing)
    permit = limiter.permit("key")
    permit.acquire(0.0, ENDLESS)
    limiter.reset()
    permit.end(0.1, reply(99), NOW)
    assert not limiter._schedule._ledger.flights  # pyright: ignore[reportPrivateUsage]


# Reports of the server


def test_interactive_slows_before_it_runs_out() -> None:
    limiter = LocalLimiter()
    assert call(limiter, 0.0, reply(60, reset=40)) == 0
    assert call(limiter, 0.0, reply(20, reset=40)) == 0
    assert 1.9 < call(limiter, 0.0, None) < 2.1  # 20 are left for 40 seconds.


def test_interactive_trusts_its_own_count_where_the_server_has_not_answered_yet() -> None:
    assert len(granted(asked(LocalLimiter(), 0.0, 99))) == 40
    assert len(granted(asked(LocalLimiter("bulk"), 0.0, 99))) == 3


def test_a_report_promises_nothing_for_calls_that_it_may_not_have_counted() -> None:
    limiter = LocalLimiter()
    first, second, third = (permit for permit, _ in asked(limiter, 0.0, 3))
    first.end(0.1, reply(30), 0.0)
    schedule: Any = limiter._schedule  # pyright: ignore[reportPrivateUsage]
    assert schedule._promised == 28  # Two are in flight.
    second.end(0.2, None, 0.0)
    third.end(0.3, reply(60), 0.0)
    assert schedule._promised == 58  # Two ended while it was in flight: counted in its report or not.


def test_interactive_does_not_pace_a_server_that_reports_nothing() -> None:
    limiter = LocalLimiter()
    assert [call(limiter, 0.0, reply(None)) for _ in range(500)] == [0.0] * 500
    call(limiter, 0.0, reply(0, reset=30))
    assert call(limiter, 0.0, None) > 0


def test_an_answer_without_a_report_among_others_does_not_end_the_pace() -> None:
    limiter = LocalLimiter()
    call(limiter, 0.0, reply(10, reset=40))
    call(limiter, 0.1, reply(None))
    assert call(limiter, 0.1, None) > 0
    assert [call(limiter, 40.1 + number, reply(None)) for number in range(3)] == [0.0] * 3  # No report in a window.
    assert len(granted(asked(limiter, 43.1, 99))) == 99


def test_an_error_without_a_report_is_no_sign_that_nobody_counts() -> None:
    limiter = LocalLimiter()
    for _ in range(99):
        call(limiter, 0.0, reply(None, status=502))
    assert call(limiter, 0.0, None) > 0


@both
def test_what_others_used_is_respected_until_the_window_ends(pacing: Pacing) -> None:
    limiter = LocalLimiter(pacing)
    call(limiter, 0.0, reply(0, reset=30))
    permit = limiter.permit("key")
    assert permit.acquire(0.0, ENDLESS) == pytest.approx(30.0, abs=0.3)
    assert permit.acquire(31.0, ENDLESS) == 0


@both
def test_one_call_looks_whether_the_window_has_ended_and_the_others_wait_for_its_answer(pacing: Pacing) -> None:
    limiter = LocalLimiter(pacing)
    call(limiter, 0.0, reply(0, reset=30))
    first, *others = asked(limiter, 0.0, 4)
    assert first[0].acquire(30.0, ENDLESS) == 0
    assert all(permit.acquire(30.0, ENDLESS) > 0 for permit, _ in others)
    first[0].end(30.2, reply(99, reset=60), NOW + 30)
    assert others[0][0].acquire(30.2, ENDLESS) == (0.0 if pacing == "interactive" else pytest.approx(60 / 99))


@both
def test_the_limit_that_the_server_names_takes_the_place_of_the_documented_one(pacing: Pacing) -> None:
    limiter = LocalLimiter(pacing)
    for now in (0.0, 10.0):
        assert call(limiter, now, reply(9, limit=10)) == 0
    waits = [wait for _, wait in asked(limiter, 200.0, 6)]
    assert waits.count(0.0) == (4 if pacing == "interactive" else 1)
    assert waits[-1] - waits[-2] == pytest.approx(60 / 10)


@both
def test_calls_made_under_a_higher_limit_leave_nothing_of_a_lower_one(pacing: Pacing) -> None:
    limiter = LocalLimiter(pacing)
    for permit in granted(asked(limiter, 0.0, 2)):
        permit.end(1.0, reply(0, limit=50, reset=60), NOW)
    assert not granted(asked(limiter, 1.0, 9))


@both
def test_a_refusal_that_names_a_time_counts_for_more_than_the_end_of_its_window(pacing: Pacing) -> None:
    limiter = LocalLimiter(pacing)
    headers = {"x_ratelimit_limit": "50", "x_ratelimit_remaining": "0", "x_ratelimit_reset": str(NOW + 60)}
    call(limiter, 0.0, refusal(date=DATE, retry_after="20", **headers))
    permit = limiter.permit("key")
    assert permit.acquire(0.0, ENDLESS) == pytest.approx(20.0)
    assert permit.acquire(20.0, ENDLESS) == 0


@both
def test_calls_left_in_a_window_are_used_before_its_end_if_more_are_waiting(pacing: Pacing) -> None:
    limiter = LocalLimiter(pacing)
    call(limiter, 0.0, reply(30, reset=6))
    permits, now, started = asked(limiter, 0.0, 60), 0.0, 0
    while now < 6.0:
        now += 0.1
        for permit, _ in permits[started:]:
            if permit.acquire(now, ENDLESS) > 0:
                break
            permit.end(now, Answer(500, Headers()), NOW)
            started += 1
    assert started >= 28


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
    assert waits[0] == longest
    assert waits[2] <= longest + 2.0  # They queue.


@both
def test_limits_that_take_turns_leave_the_one_that_holds(pacing: Pacing) -> None:
    limiter = LocalLimiter(pacing)
    for second in range(8):
        assert call(limiter, second * 10.0, reply(60, limit=100 if second % 2 else 1)) == 0.0


@pytest.mark.parametrize("limit", [0, 10**18])
def test_a_limit_that_cannot_be_meant_breaks_nothing(limit: int) -> None:
    limiter = LocalLimiter("bulk")
    assert call(limiter, 0.0, reply(60, limit=limit)) == 0
    assert call(limiter, 0.0, reply(60, limit=limit)) == 0


@pytest.mark.parametrize("remaining", [99, 40, 10])
def test_a_share_of_the_quota_is_a_share_of_what_the_server_names(remaining: int) -> None:
    limiter = LocalLimiter("bulk", share=0.25)
    for now in (0.0, 50.0):
        call(limiter, now, reply(remaining, limit=40, reset=60))
    assert [wait for _, wait in asked(limiter, 200.0, 2)] == [0.0, pytest.approx(60 / 10)]


# Refusals


@both
def test_a_refusal_closes_the_key_for_every_call(pacing: Pacing) -> None:
    limiter = LocalLimiter(pacing)
    late = limiter.permit("key")
    assert late.acquire(0.0, ENDLESS) == 0
    late.end(0.0, refusal(retry_after="20", x_ratelimit_remaining="0", x_ratelimit_limit="100"), NOW)
    assert limiter.permit("key").acquire(0.0, ENDLESS) >= 20.0


@both
def test_a_call_that_was_waiting_when_the_key_was_closed_is_told_and_waits_on(pacing: Pacing) -> None:
    limiter = LocalLimiter(pacing)
    permits = asked(limiter, 0.0, 60)
    late = waiting(permits)[0]
    granted(permits)[0].end(0.1, refusal(retry_after="30"), NOW)
    assert woken([late]) == [True]
    assert late.acquire(0.1, ENDLESS) == pytest.approx(30.0, abs=1.0)
    assert late.acquire(30.0, ENDLESS) > 0


@both
def test_a_refusal_without_a_time_closes_the_key_for_our_own_backoff_which_grows_up_to_a_window(
    pacing: Pacing,
) -> None:
    limiter, now, holds = LocalLimiter(pacing), 0.0, list[float]()
    for _ in range(6):
        permit = limiter.permit("key")
        while (wait := permit.acquire(now, ENDLESS)) > 0:
            now += wait
        permit.end(now, refusal(), NOW)
        holds.append(limiter.permit("key").acquire(now, 0.0) and limiter._schedule.hold.until - now)  # pyright: ignore[reportPrivateUsage]
    assert holds[0] == pytest.approx(1.0)
    assert holds[1] > holds[0]
    assert max(holds) <= 60.0
    assert now <= 300.0


@both
def test_refusals_of_calls_that_were_in_flight_together_count_once(pacing: Pacing) -> None:
    limiter = LocalLimiter(pacing)
    for permit in granted(asked(limiter, 0.0, 3)):
        permit.end(0.1, refusal(), NOW)
    hold = limiter._schedule.hold.until - 0.1  # pyright: ignore[reportPrivateUsage]
    assert hold == pytest.approx(1.0)


@both
def test_after_a_refusal_one_call_tries_and_each_that_is_accepted_lets_two_more_go(pacing: Pacing) -> None:
    limiter = LocalLimiter(pacing, Quota(100_000))
    call(limiter, 0.0, reply(None))
    call(limiter, 0.0, refusal(retry_after="5"))
    permits, now, going = asked(limiter, 0.0, 20), 5.0, list[int]()
    for _ in range(4):
        free = [permit for permit, _ in permits if permit.acquire(now, ENDLESS) == 0]
        going.append(len(free))
        now += 0.1
        for permit in free:
            permit.end(now, reply(None), NOW)
        permits = [pair for pair in permits if pair[0] not in free]
    assert going == [1, 2, 4, 8]


@both
def test_answers_that_are_no_success_but_no_refusal_either_end_the_slow_start(pacing: Pacing) -> None:
    limiter = LocalLimiter(pacing, Quota(100_000))
    call(limiter, 0.0, refusal(retry_after="5"))
    assert call(limiter, 5.0, reply(None, status=404)) == 0
    assert [wait for _, wait in asked(limiter, 5.1, 3)].count(0.0) == 2


@both
def test_a_server_without_reports_is_paced_by_its_refusals(pacing: Pacing) -> None:
    limiter = LocalLimiter(pacing)
    call(limiter, 0.0, reply(None))
    call(limiter, 0.0, refusal(retry_after="5"))
    usable = limiter._schedule._usable  # pyright: ignore[reportPrivateUsage]
    learned = [usable.calls]
    for round_ in range(1, 4):
        for step in range(20):  # Enough to end the slow start.
            call(limiter, round_ * 100.0 + step, reply(None))
        call(limiter, round_ * 100.0 + 50.0, refusal(retry_after="5"))
        learned.append(usable.calls)
    assert learned[0] == 95.0
    assert all(after < before for before, after in pairwise(learned))


@both
def test_no_header_closes_the_key_for_more_than_two_windows(pacing: Pacing) -> None:
    limiter = LocalLimiter(pacing)
    call(limiter, 0.0, refusal(retry_after="99999999"))
    assert call(limiter, 0.0, None) == pytest.approx(120.0, abs=1.0)


@both
@pytest.mark.parametrize("dated", [True, False])
@pytest.mark.parametrize("status", [200, 429])
def test_the_end_of_the_window_is_read_with_and_without_a_date(pacing: Pacing, dated: bool, status: int) -> None:
    limiter = LocalLimiter(pacing)
    lines = {"X-RateLimit-Limit": "100", "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": str(NOW + 7)}
    call(limiter, 0.0, Answer(status, Headers((lines | ({"Date": DATE} if dated else {})).items())))
    permit = limiter.permit("key")
    assert permit.acquire(0.0, ENDLESS) == pytest.approx(7.0)
    assert permit.acquire(7.0, ENDLESS) == 0


@both
def test_a_reset_that_shows_skew_closes_the_key_for_a_backoff_only(pacing: Pacing) -> None:
    limiter = LocalLimiter(pacing)
    lines = {"X-RateLimit-Limit": "100", "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": str(NOW - 113)}
    call(limiter, 0.0, Answer(429, Headers(lines.items())))
    permit = limiter.permit("key")
    assert permit.acquire(0.0, ENDLESS) == pytest.approx(1.0)
    assert permit.acquire(1.0, ENDLESS) == 0


@pytest.mark.parametrize(
    ("pacing", "remaining", "ends"),
    [("bulk", 99, 10.0), ("bulk", 20, 10.0), ("interactive", 99, 60.0), ("interactive", 20, 10.0)],
)
def test_the_end_of_the_window_is_read_where_it_matters(pacing: Pacing, remaining: int, ends: float) -> None:
    limiter = LocalLimiter(pacing)
    call(limiter, 0.0, reply(remaining, reset=10.0))
    assert limiter._schedule._reset == ends  # pyright: ignore[reportPrivateUsage]
