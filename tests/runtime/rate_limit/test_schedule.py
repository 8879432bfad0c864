"""When the next call may begin, by single reports and refusals."""

from __future__ import annotations

from typing import Any

import pytest
from foxreach_runtime.rate_limit.hold import ENOUGH
from foxreach_runtime.rate_limit.pacing import Quota
from foxreach_runtime.rate_limit.schedule import Report, Schedule

ACCEPTED, REFUSED = Report(), Report(refused=True)


def call(schedule: Schedule, now: float, report: Report) -> None:
    """Make a call that takes no time."""
    schedule.end(now, schedule.start(now), report, sent=True)


def usable(schedule: Schedule) -> Any:
    return schedule._usable  # pyright: ignore[reportPrivateUsage]


@pytest.mark.parametrize(("remaining", "elsewhere"), [(60, 38), (97, 1), (98, 0), (99, 0), (100, 0)])
def test_others_used_what_our_calls_do_not_explain_but_for_a_rounded_one(remaining: int, elsewhere: int) -> None:
    schedule = Schedule("bulk", Quota())
    call(schedule, 0.0, Report(100, remaining))
    assert usable(schedule).elsewhere == elsewhere


def test_with_few_calls_left_that_others_use_too_calls_go_one_by_one_and_slower() -> None:
    schedule = Schedule("bulk", Quota(1000))
    call(schedule, 0.0, Report(1000, 40, resets_in=1.0))
    even = 60 / 960
    assert schedule.next_at(0.0) == pytest.approx(even * 50 / 41)  # 50 of 1,000 are few.
    flight = schedule.start(0.1)
    assert schedule.next_at(0.1) == pytest.approx(2.1)  # The answer of the one in flight says more.
    schedule.end(0.2, flight, None, sent=True)
    assert schedule.next_at(0.2) < 2.1


def test_what_others_will_use_is_not_counted_on() -> None:
    schedule = Schedule("bulk", Quota())
    call(schedule, 0.0, Report(100, 3, resets_in=30.0))
    assert schedule.next_at(0.0) == 30.0


def test_after_a_window_that_we_filled_a_slot_passes_before_the_next_begins() -> None:
    few, many = Schedule("bulk", Quota()), Schedule("bulk", Quota())
    for schedule, calls in ((few, 5), (many, 6)):
        for _ in range(calls):
            call(schedule, 0.0, Report(100, 0, resets_in=10.0))
    opens = [schedule._opens for schedule in (few, many)]  # pyright: ignore[reportPrivateUsage]
    assert opens == [10.0, 10.6]


def test_a_promise_is_kept_until_a_later_report_takes_it_back() -> None:
    schedule = Schedule("bulk", Quota())
    call(schedule, 0.0, Report(100, 50))
    first, second = schedule.start(1.0), schedule.start(1.0)
    schedule.end(1.1, first, Report(100, 49), sent=True)
    assert schedule._promised == 48  # pyright: ignore[reportPrivateUsage]
    schedule.end(1.2, second, Report(100, 20), sent=True)
    assert schedule._promised == 20  # pyright: ignore[reportPrivateUsage]


def test_the_first_refusal_of_a_silent_server_teaches_how_many_calls_it_accepted() -> None:
    schedule = Schedule("interactive", Quota())
    for _ in range(200):
        call(schedule, 0.0, ACCEPTED)
    flights = [schedule.start(1.0) for _ in range(50)]
    schedule.end(1.1, flights[0], REFUSED, sent=True)
    assert usable(schedule).calls == pytest.approx(200 * 0.95)


def test_a_refusal_teaches_nothing_if_the_server_reports() -> None:
    schedule = Schedule("bulk", Quota())
    call(schedule, 0.0, Report(100, 50))
    call(schedule, 1.0, REFUSED)
    assert not usable(schedule).learned


def test_what_was_learned_grows_by_accepted_calls_once_the_slow_start_is_over() -> None:
    schedule = Schedule("bulk", Quota())
    call(schedule, 0.0, REFUSED)
    for number in range(ENOUGH):
        call(schedule, 1.0 + number, ACCEPTED)
        assert usable(schedule).calls == 95.0
    call(schedule, 60.0, ACCEPTED)
    assert usable(schedule).calls == pytest.approx(95.05)


@pytest.mark.parametrize(("remaining", "searching"), [(0, False), (None, True)])
def test_one_report_ends_the_slow_start_if_the_refusal_had_one_too(remaining: int | None, searching: bool) -> None:
    schedule = Schedule("bulk", Quota())
    call(schedule, 0.0, Report(100, remaining, resets_in=10.0, wait=10.0, refused=True))
    call(schedule, 10.0, Report(100, 99))
    assert schedule.hold.searching == searching


@pytest.mark.parametrize(("ahead", "expected"), [(4, 20 * 5 / 11), (14, 20 + 5 * 0.6)])
def test_a_wait_is_estimated_by_the_calls_that_remain_and_then_by_the_limit(ahead: int, expected: float) -> None:
    schedule = Schedule("bulk", Quota())
    call(schedule, 0.0, Report(100, 10, resets_in=20.0))
    assert schedule.expected_at(0.0, ahead) == pytest.approx(expected)


def test_a_lower_quota_begins_with_empty_buckets_and_a_higher_one_does_not() -> None:
    lower, higher = Schedule("bulk", Quota()), Schedule("bulk", Quota())
    lower.keep_to(Quota(50), 0.0)
    higher.keep_to(Quota(200), 0.0)
    assert lower.next_at(0.0) == pytest.approx(60 / 48)  # 49 are usable: one at once, 48 evenly.
    assert higher.next_at(0.0) == 0.0


def test_to_begin_behind_some_calls_waits_for_one_more_interval_each() -> None:
    waits = list[float]()
    for calls in (0, 1, 3):
        schedule = Schedule("bulk", Quota())
        schedule.drain(0.0, calls)
        waits.append(schedule.next_at(0.0))
    interval = waits[0]
    assert waits == pytest.approx([interval, 2 * interval, 4 * interval])
    assert interval == pytest.approx(60 / 96)


def test_one_call_looks_whether_the_window_is_over_and_the_next_waits_for_its_answer() -> None:
    schedule = Schedule("bulk", Quota())
    call(schedule, 0.0, Report(100, 0, resets_in=10.0))
    schedule.drain(0.0, 50)  # No bucket has room for long.
    assert schedule.next_at(0.0) == 10.0
    schedule.start(10.0)
    assert schedule.next_at(10.0) == 12.0  # a thirtieth of the window later


@pytest.mark.parametrize(("now", "metered"), [(5.0, True), (10.0, False)])
def test_an_answer_without_a_report_ends_the_reports_once_their_window_is_over(now: float, metered: bool) -> None:
    schedule = Schedule("bulk", Quota())
    call(schedule, 0.0, Report(100, 50, resets_in=10.0))
    call(schedule, now, ACCEPTED)
    assert schedule._metered == metered  # pyright: ignore[reportPrivateUsage]


def test_a_server_that_reports_nothing_gets_no_pace_until_it_refuses() -> None:
    schedule = Schedule("interactive", Quota())
    for _ in range(200):
        call(schedule, 0.0, ACCEPTED)
    assert schedule.next_at(0.0) == 0.0
    call(schedule, 0.0, REFUSED)
    assert schedule._metered is False  # pyright: ignore[reportPrivateUsage]
    assert schedule.next_at(0.0) > 0.0
