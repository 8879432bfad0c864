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
    schedule.start(0.1)
    assert schedule.next_at(0.1) == pytest.approx(2.1)  # The answer of the one in flight says more.


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
