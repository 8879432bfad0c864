"""Every row runs to its end; the measured values are not checked."""

import pytest

from benchmarks.__main__ import main, measured
from benchmarks.row import Place, Row
from benchmarks.rows import ROWS


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_row_has_a_finding_for_each_comparison(row: Row, place: Place) -> None:
    findings = measured(row, place, rounds=1)
    assert [finding.comparison for finding in findings] == list(row.comparisons)
    assert all((finding.met is None) == (finding.comparison.goal is None) for finding in findings)


def test_names_of_rows_are_distinct() -> None:
    assert len({row.name for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("arguments", [["no-such-row"], ["--write", "list"], ["--no-such-option"]])
def test_wrong_usage_is_status_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage:" in capsys.readouterr().err
