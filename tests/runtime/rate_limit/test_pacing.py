from __future__ import annotations

import pytest
from foxreach_runtime.errors import ConfigurationError
from foxreach_runtime.rate_limit.pacing import EVEN, FAST, KnownQuota, Pace, Quota, checked_pacing, pace_of
from hypothesis import given
from hypothesis import strategies as st


@given(st.integers(1, 100_000), st.sampled_from([EVEN, FAST]))
def test_burst_and_rate_together_stay_below_the_limit_less_the_reserve(calls: int, part: float) -> None:
    quota = Quota(calls)
    pace = pace_of(quota, part)
    assert pace.burst >= 1
    assert pace.burst + quota.window / pace.interval <= max(calls - quota.reserve, calls / 4 + 1) + 1e-6
    assert pace.burst + quota.window / pace.interval <= calls + 1 / 4


def test_the_documented_quota_is_paced_as_documented() -> None:
    assert pace_of(Quota(), EVEN) == Pace(3, 60 / 96)
    assert pace_of(Quota(), FAST) == Pace(40, 60 / 59)


def test_no_other_pacing_is_known() -> None:
    with pytest.raises(ConfigurationError, match='"interactive" or "bulk"'):
        checked_pacing("fast")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def test_another_limit_holds_when_two_answers_in_a_row_name_it() -> None:
    known = KnownQuota(Quota())
    assert [known.hear(calls) for calls in (50, 100, 50, 50, 50)] == [False, False, False, True, False]
    assert known.quota == Quota(50)


def test_the_quota_is_certain_while_the_last_answer_names_it() -> None:
    known = KnownQuota(Quota())
    said = [known.certain]
    for calls in (100, 50, 50):
        known.hear(calls)
        said.append(known.certain)
    assert said == [False, True, False, True]
