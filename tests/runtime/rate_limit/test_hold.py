from __future__ import annotations

import pytest
from foxreach_runtime.rate_limit.hold import ENOUGH, Hold, Refusal


def refused(
    hold: Hold, now: float, named: float | None = None, *, started: float | None = None, **facts: bool
) -> float:
    """Return the seconds for which the key is closed after a refusal *now*."""
    begun = now if started is None else started
    explained, unpaced = facts.get("explained", False), facts.get("unpaced", False)
    hold.refuse(now, Refusal(begun, named, explained=explained, unpaced=unpaced))
    return hold.until - now


def test_a_named_time_is_obeyed() -> None:
    hold = Hold(60.0)
    assert refused(hold, 10.0, 7.0) == 7.0
    assert (hold.named_until, hold.ready_at(10.0), hold.ready_at(20.0)) == (17.0, 17.0, 20.0)


def test_zero_is_a_time_and_a_second_one_waits_by_our_own_backoff() -> None:
    hold = Hold(60.0)
    assert refused(hold, 0.0, 0.0) == float("-inf")
    assert hold.ready_at(0.0) == 0.0
    for expected in (2.0, 4.0, 8.0):
        now = hold.ready_at(0.1)
        hold.start(now)
        assert refused(hold, now, 0.0, unpaced=True) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("unpaced", "holds"), [(False, [1.0, 4.0, 16.0, 39.0, 1.0, 4.0]), (True, [1.0, 8.0, 51.0, 1.0, 8.0])]
)
def test_without_a_time_the_backoff_grows_to_the_end_of_a_window_and_then_begins_again(
    unpaced: bool, holds: list[float]
) -> None:
    hold, now = Hold(60.0), 0.0
    for expected in holds:
        assert refused(hold, now, unpaced=unpaced) == pytest.approx(expected)
        now = hold.until


def test_a_time_that_was_named_in_vain_is_stretched() -> None:
    hold = Hold(60.0)
    refused(hold, 0.0, 1.0)
    assert refused(hold, 1.0, 1.0) == 2.0
    assert refused(hold, 3.0, 1.0) == 4.0
    assert refused(hold, 7.0, 30.0) == 30.0


def test_refusals_of_calls_that_began_before_the_hold_only_prolong_it_by_what_they_name() -> None:
    hold = Hold(60.0)
    refused(hold, 1.0)
    assert refused(hold, 1.1, started=0.5) == pytest.approx(0.9)
    assert refused(hold, 1.2, 9.0, started=0.5) == 9.0


def test_calls_begin_one_by_one_and_each_accepted_one_lets_two_go() -> None:
    hold = Hold(60.0)
    refused(hold, 0.0, 5.0)
    assert hold.ready_at(5.0) == 5.0
    hold.start(5.0)
    assert hold.ready_at(5.0) == 7.0  # If no answer comes for two seconds, another one tries.
    hold.accept(5.0, reported=False)
    assert hold.ready_at(5.1) == 5.1


def test_calls_that_began_before_the_hold_do_not_end_it() -> None:
    hold = Hold(60.0)
    refused(hold, 1.0, 5.0)
    for _ in range(ENOUGH):
        hold.accept(0.5, reported=True)
    assert hold.searching


def test_enough_accepted_calls_end_the_slow_start() -> None:
    hold = Hold(60.0)
    refused(hold, 0.0)
    for _ in range(ENOUGH - 1):
        hold.accept(1.0, reported=True)
    assert hold.searching
    hold.accept(1.0, reported=False)
    assert not hold.searching
    assert refused(hold, 50.0) == 1.0


def test_the_first_report_ends_it_if_the_refusal_had_one_too() -> None:
    hold = Hold(60.0)
    refused(hold, 0.0, 5.0, explained=True)
    hold.accept(5.0, reported=True)
    assert not hold.searching


def test_the_first_refusal_tells_something_and_failed_tries_do_not() -> None:
    hold = Hold(60.0)
    refused(hold, 0.0)
    assert hold.tells
    refused(hold, 2.0)
    assert not hold.tells


def test_some_accepted_calls_and_then_a_refusal_tell_something_the_second_time() -> None:
    hold, tells = Hold(60.0), list[bool]()
    refused(hold, 0.0)
    for now in (2.0, 4.0):
        hold.accept(now - 0.5, reported=False)
        refused(hold, now)
        tells.append(hold.tells)
    assert tells == [False, True]


def test_a_refusal_tells_something_if_its_call_began_with_the_hold_or_later() -> None:
    hold = Hold(60.0)
    early, first = (Refusal(at, None, explained=False, unpaced=False) for at in (0.5, 1.0))
    assert hold.refuse(1.0, first)
    assert not hold.refuse(1.1, early)
    assert hold.refuse(1.2, first)


def test_accepted_calls_begin_the_backoff_again() -> None:
    hold = Hold(60.0)
    assert [refused(hold, now) for now in (0.0, 1.0)] == [1.0, 4.0]
    hold.start(5.0)
    hold.accept(5.0, reported=False)
    assert refused(hold, 5.1) == pytest.approx(1.0)


def test_while_a_call_tries_the_next_one_waits_for_the_hold_and_for_a_while() -> None:
    hold = Hold(60.0)
    refused(hold, 0.0, 5.0)
    hold.start(1.0)
    assert [hold.ready_at(now) for now in (1.0, 20.0)] == [5.0, 20.0]


def test_two_accepted_calls_let_four_begin() -> None:
    hold = Hold(60.0)
    refused(hold, 0.0, 5.0)
    hold.start(5.0)
    for _ in range(2):
        hold.accept(0.0, reported=False)  # A call that began at the very refusal counts.
    for _ in range(4):
        assert hold.ready_at(5.1) == 5.1
        hold.start(5.1)
    assert hold.ready_at(5.1) > 5.1
