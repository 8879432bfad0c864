from __future__ import annotations

import pytest
from foxreach_runtime.rate_limit.buckets import ALL, BURST, SMOOTH, Buckets
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.quota_servers import DOCUMENTED, Documented

GAPS = st.lists(st.floats(0, 20) | st.just(0.0), min_size=1, max_size=200)


@given(GAPS, st.sampled_from(list(DOCUMENTED.values())), st.floats(0, 60), st.integers(3, 120), st.data())
def test_a_call_for_which_any_bucket_has_a_token_is_accepted_whatever_was_sent_before(
    gaps: list[float], kind: type[Documented], phase: float, limit: int, data: st.DataObject
) -> None:
    server, buckets, now = kind(phase, limit), Buckets(limit, 60.0), 0.0
    for gap in gaps:
        now += gap
        if buckets.ready_at(now, data.draw(st.sampled_from([SMOOTH, BURST, ALL]))) <= now:
            assert server.remaining(now) > 0
        elif server.remaining(now) == 0:
            continue
        server.accept(now)  # The calls that no bucket allows are those that the server reported to remain.
        buckets.take(now)


@given(GAPS)
def test_a_larger_bucket_never_makes_a_call_later(gaps: list[float]) -> None:
    buckets, now = Buckets(99, 60.0), 0.0
    for gap in gaps:
        now += gap
        times = [buckets.ready_at(now, largest) for largest in (SMOOTH, BURST, ALL)]
        assert times == sorted(times, reverse=True)
        buckets.take(now)


def test_the_documented_quota_gives_three_calls_at_once_and_then_one_every_five_eighths_of_a_second() -> None:
    buckets = Buckets(99, 60.0)
    times = list[float]()
    for _ in range(5):
        times.append(buckets.ready_at(0.0))
        buckets.take(0.0)
    assert times == pytest.approx([0.0, 0.0, 0.0, 0.625, 1.25])
    assert buckets.interval == pytest.approx(0.625)
    assert buckets.ready_at(0.0, ahead=2) == pytest.approx(0.625 * 5)


def test_a_burst_has_forty_calls() -> None:
    buckets = Buckets(99, 60.0)
    for _ in range(40):
        assert buckets.ready_at(0.0, BURST) == 0.0
        buckets.take(0.0)
    assert buckets.ready_at(0.0, BURST) > 0.0
    assert buckets.ready_at(0.0, ALL) == 0.0


def test_a_token_that_was_given_back_can_be_taken_again() -> None:
    buckets = Buckets(99, 60.0)
    for _ in range(3):
        buckets.take(0.0)
    buckets.give_back()
    assert buckets.ready_at(0.0) == 0.0
    for _ in range(9):
        buckets.give_back()
    assert [buckets.ready_at(0.0, ahead=ahead) > 0 for ahead in (2, 3)] == [False, True]


def test_what_was_taken_stays_taken_when_the_quota_changes() -> None:
    buckets = Buckets(99, 60.0)
    for _ in range(40):
        buckets.take(0.0)
    buckets.resize(999_999)
    assert buckets.ready_at(0.0) == 0.0
    buckets.resize(99)
    assert buckets.ready_at(0.0) == pytest.approx(38 * 0.625)


def test_a_server_without_room_empties_the_buckets_and_forgives_what_was_below_zero() -> None:
    buckets = Buckets(99, 60.0)
    buckets.empty(0.0)
    assert buckets.ready_at(0.0) == 0.0  # Nothing was taken: the bucket says so still.
    for _ in range(200):
        buckets.take(0.0)
    buckets.empty(0.0)
    assert buckets.ready_at(0.0) == pytest.approx(0.625)


def test_drained_buckets_have_no_tokens() -> None:
    buckets = Buckets(99, 60.0)
    buckets.drain(5.0)
    assert buckets.ready_at(5.0, ALL) == pytest.approx(5.625)


def test_a_token_that_is_given_back_is_one() -> None:
    buckets = Buckets(99.0, 60.0)
    for _ in range(3):
        buckets.take(0.0)
    full = buckets.ready_at(0.0)
    buckets.give_back()
    assert buckets.ready_at(0.0) == 0.0
    buckets.take(0.0)
    assert buckets.ready_at(0.0) == full > 0
