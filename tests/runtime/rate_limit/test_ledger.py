from __future__ import annotations

import pytest
from foxreach_runtime.rate_limit.ledger import SLICES, Ledger
from foxreach_runtime.rate_limit.schedule import Flight
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.quota_servers import DOCUMENTED, FixedWindow, SlidingCounter, SlidingLog

KINDS = st.sampled_from(list(DOCUMENTED.values()))
GAPS = st.lists(st.floats(0, 30), min_size=1, max_size=60)


def make(ledger: Ledger, end: float, *, sent: bool = True) -> None:
    """Begin a call, and end it then."""
    ledger.start(flight := Flight(end, 0))
    ledger.end(flight, end, sent=sent)


@given(GAPS, KINDS, st.floats(0, 60), st.floats(0, 130))
def test_no_server_counts_more_than_the_ledger(
    gaps: list[float], kind: type[FixedWindow | SlidingLog | SlidingCounter], phase: float, later: float
) -> None:
    server, ledger, now = kind(phase), Ledger(60.0), 0.0
    for gap in gaps:
        now += gap
        server.accept(now)
        make(ledger, now + gap / 3)
        now += gap / 3
    now += later
    assert 100 - server.remaining(now) <= ledger.heaviest(now) + 1 + 1e-6  # A server rounds what remains down.
    assert ledger.heaviest(now) <= ledger.most(now)


def test_a_call_under_way_counts_in_full() -> None:
    ledger = Ledger(60.0)
    ledger.start(flight := Flight(1000.0, 0))
    assert (ledger.heaviest(1000.0), ledger.most(1000.0)) == (1, 1)
    ledger.end(flight, 1000.0)
    assert (ledger.heaviest(1000.0), len(ledger.flights)) == (1, 0)


def test_a_call_that_was_never_sent_is_forgotten() -> None:
    ledger = Ledger(60.0)
    make(ledger, 0.0, sent=False)
    assert ledger.heaviest(0.0) == ledger.most(0.0) == 0


def test_the_last_window_weighs_less_and_less_and_then_nothing() -> None:
    ledger = Ledger(60.0)
    for _ in range(10):
        make(ledger, 0.0)
    assert ledger.heaviest(60.0) == 10
    assert ledger.heaviest(90.0) == pytest.approx(5, abs=0.1)
    assert (ledger.heaviest(121.0), ledger.most(121.0)) == (0, 0)


def test_many_calls_cost_no_more_than_a_few() -> None:
    ledger = Ledger(60.0)
    for number in range(20_000):
        make(ledger, number * 0.01)
    assert ledger.most(200.0) < 12_100
    assert len(ledger._ends) <= 2 * SLICES + 1  # pyright: ignore[reportPrivateUsage]


def test_the_first_call_is_forgotten_a_window_after_its_slice_or_now_if_that_may_be_over() -> None:
    ledger = Ledger(60.0)
    assert ledger.forgets_at(5.0) == 5.0
    make(ledger, 0.0)
    assert ledger.forgets_at(10.0) == 60.0
    assert ledger.forgets_at(61.0) == 61.0


def test_what_is_forgotten_after_two_windows_does_not_count_in_the_last() -> None:
    ledger = Ledger(60.0)
    for now in (0.0, 50.0, 100.0, 110.0, 170.0, 300.0):
        make(ledger, now)
        assert ledger.latest(now) == {0.0: 1, 50.0: 2, 100.0: 2, 110.0: 3, 170.0: 2, 300.0: 1}[now]
