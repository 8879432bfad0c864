from collections.abc import Mapping
from contextlib import nullcontext

import pytest

from benchmarks.clock import Measure
from benchmarks.row import Comparison, Row, findings

NOBODY: Mapping[str, Measure] = {}
SAMPLES = {"ours": [2.0, 2.0, 2.0], "vendor": [10.0, 16.0, 20.0]}


@pytest.mark.parametrize(
    ("comparison", "median", "met"),
    [
        (Comparison("vendor", "times"), 8.0, None),
        (Comparison("vendor", "times", 8.0), 8.0, True),
        (Comparison("vendor", "times", 8.1), 8.0, False),
        (Comparison("vendor", "share", 0.125), 0.125, True),
        (Comparison("vendor", "share", 0.12), 0.125, False),
        (Comparison("MiB", "value", 2.0), 2.0, True),
        (Comparison("MiB", "value", 1.9), 2.0, False),
    ],
)
def test_a_goal_is_a_minimum_for_times_and_a_maximum_for_shares_and_values(
    comparison: Comparison, median: float, met: bool | None
) -> None:
    row = Row("row", "Row", lambda _: nullcontext(NOBODY), (comparison,))
    (finding,) = findings(row, SAMPLES)
    assert (finding.spread.median, finding.met) == (median, met)
