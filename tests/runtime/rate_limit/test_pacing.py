from __future__ import annotations

import pytest
from foxreach_runtime.errors import ConfigurationError
from foxreach_runtime.rate_limit.pacing import Line, Pace, Pacing, Quota, Slot, checked_pacing, pace_of
from hypothesis import given
from hypothesis import strategies as st

GAPS = st.lists(st.floats(0, 20), min_size=1, max_size=120)


def taken(line: Line, now: float, interval: float = 1.0, tolerance: float = 0.0) -> Slot:
    slot = line.slot(now, interval, tolerance)
    line.take(slot)
    return slot


@given(st.integers(1, 100_000), st.sampled_from(["interactive", "bulk"]))
def test_burst_and_rate_together_stay_below_the_limit_less_the_reserve(calls: int, pacing: Pacing) -> None:
    quota = Quota(calls)
    pace = pace_of(pacing, quota)
    assert pace.burst >= 1
    assert pace.burst + quota.window / pace.interval <= max(calls - quota.reserve, calls / 4 + 1) + 1e-6
    assert pace.burst + quota.window / pace.interval <= calls + 1 / 4


def test_the_documented_quota_is_paced_as_documented() -> None:
    assert pace_of("bulk", Quota()) == Pace(3, 60 / 96)
    assert pace_of("interactive", Quota()) == Pace(45, 60 / 54)
    assert Pace(3, 2.0).tolerance == 4.0


def test_no_other_pacing_is_known() -> None:
    with pytest.raises(ConfigurationError, match='"interactive" or "bulk"'):
        checked_pacing("fast")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


@given(GAPS, st.integers(1, 100), st.floats(0, 60))
def test_no_window_gets_more_than_burst_and_rate(gaps: list[float], calls: int, latest: float) -> None:
    quota, line = Quota(calls), Line()
    pace = pace_of("bulk", quota)
    now, sent = 0.0, list[float]()
    for gap in gaps:
        now += gap
        slot = taken(line, now, pace.interval, pace.tolerance)
        sent.append(max(now, slot.even - pace.tolerance))
    for begin in sent:
        inside = sum(begin <= time < begin + quota.window for time in sent)
        assert inside <= pace.burst + quota.window / pace.interval + 1e-6


def test_slots_follow_each_other_by_the_interval() -> None:
    line = Line()
    assert [taken(line, 10.0, 2.0).even for _ in range(3)] == [10.0, 12.0, 14.0]
    assert line.ahead(10.0) == 6.0
    assert taken(line, 100.0, 2.0).even == 100.0


def test_nothing_is_offered_before_the_time_that_is_named() -> None:
    line = Line()
    assert line.slot(0.0, 1.0, 2.0, not_before=30.0).even - 2.0 == 30.0


def test_a_slot_given_back_goes_to_the_next_that_asks() -> None:
    line = Line()
    slots = [taken(line, 0.0) for _ in range(5)]
    line.give_back(slots[2])
    assert taken(line, 0.5) == slots[2]
    assert taken(line, 0.5).even == 5.0


def test_a_slot_given_back_too_late_is_over() -> None:
    line = Line()
    slots = [taken(line, 0.0) for _ in range(3)]
    line.give_back(slots[1])
    assert taken(line, 1.5).even == 3.0


@given(st.permutations(range(8)))
def test_the_line_is_empty_when_all_slots_are_given_back_in_any_order(order: list[int]) -> None:
    line = Line()
    slots = [taken(line, 0.0) for _ in range(8)]
    for index in order:
        line.give_back(slots[index])
    assert line.ahead(0.0) == 0.0
    assert taken(line, 0.0).even == 0.0


@given(st.data())
def test_no_two_calls_ever_have_the_same_slot(data: st.DataObject) -> None:
    line, held, now = Line(), list[Slot](), 0.0
    for _ in range(data.draw(st.integers(1, 60))):
        now += data.draw(st.floats(0, 2))
        giving: bool = data.draw(st.booleans())
        if held and giving:
            line.give_back(held.pop(data.draw(st.integers(0, len(held) - 1))))
        else:
            held.append(taken(line, now))
        held = [slot for slot in held if slot.even >= now]
        assert len({slot.even for slot in held}) == len(held)
