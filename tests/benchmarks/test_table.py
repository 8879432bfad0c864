from collections.abc import Mapping
from contextlib import nullcontext

import pytest

from benchmarks.clock import Measure
from benchmarks.rounds import Spread
from benchmarks.row import Comparison, Finding, Row
from benchmarks.table import BEGIN, END, line, markdown, number, replaced, versions

NOBODY: Mapping[str, Measure] = {}
FAST, CHEAP = Comparison("vendor", "times", 8.0), Comparison("json.loads", "share", 0.45)
ROW = Row("list", "A page", lambda _: nullcontext(NOBODY), (FAST, CHEAP))
FINDINGS = [
    Finding(ROW, FAST, Spread(9.26, 9.0, 9.5), met=True),
    Finding(ROW, CHEAP, Spread(0.5, 0.49, 0.51), met=False),
]


def test_a_table_names_each_row_once_and_marks_goals_as_met_or_missed() -> None:
    assert markdown(FINDINGS).splitlines()[2:] == [
        "| `list` | A page | **9.26** times as fast as the vendor's SDK | 9.00 to 9.50 | at least 8.00 | met |",
        "|  |  | **0.50** of the cost of `json.loads` | 0.49 to 0.51 | at most 0.45 | MISSED |",
    ]


def test_a_line_has_row_ratio_spread_and_goal() -> None:
    assert line(FINDINGS[1]).split() == (
        "list 0.50 of the cost of `json.loads` (0.49 to 0.51) at most 0.45: MISSED".split()
    )


@pytest.mark.parametrize(
    ("value", "text"), [(123.4, "123"), (12.34, "12.3"), (1.234, "1.23"), (0.1234, "0.12"), (0.00194, "0.0019")]
)
def test_numbers_have_significant_digits_only(value: float, text: str) -> None:
    assert number(value) == text


def test_only_the_text_between_the_marks_is_replaced() -> None:
    page = f"before\n{BEGIN}\nold\n{END}\nafter\n"
    assert replaced(page, "new") == f"before\n{BEGIN}\nnew\n{END}\nafter\n"


@pytest.mark.parametrize("page", ["", f"{BEGIN}\n", f"{END}\n"])
def test_a_page_without_marks_is_an_error(page: str) -> None:
    with pytest.raises(ValueError, match="lacks"):
        replaced(page, "new")


def test_versions_are_one_sentence() -> None:
    assert versions({"CPython": "3.11.7", "x": "1"}, "2026-01-02") == "Measured on 2026-01-02 with CPython 3.11.7, x 1."
