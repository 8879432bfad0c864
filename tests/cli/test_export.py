"""Exports to Parquet, read by pyarrow."""

from __future__ import annotations

import csv
import importlib
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from foxreach_sandbox import Fault
from foxreach_shell import exporting

from tests.cli.shell import Shell

parquet: Any = importlib.import_module("pyarrow.parquet")  # By name: it has no types.
ROWS = [
    {"email": "a@example.com", "firstName": "Zoë \x1b[2J", "customFields": {"Team Size": 12, "Office": "Wien"}},
    {"email": "b@example.com", "notes": 'two\nlines, "quoted"', "tags": ["x", "y"], "customFields": {"VIP": True}},
    {"email": "c@example.com", "company": "株式会社", "customFields": {"Team Size": "many", "email": "other"}},
]


def filled(shell: Shell) -> None:
    """Create the leads."""
    for row in ROWS:
        assert shell("api", "POST", "/leads", "--json", "-", stdin=json.dumps(row)).status == 0


@pytest.mark.parametrize("part", [1, 2, 3, 5_000])
def test_parquet_has_what_csv_has(part: int, shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporting, "PART", part)
    filled(shell)
    for kind in ("csv", "parquet"):
        done = shell("leads", "export", str(tmp_path / f"all.{kind}"))
        assert (done.status, "3 rows" in done.err) == (0, True), done.err
    with (tmp_path / "all.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = list(csv.reader(file))
    table = parquet.read_table(tmp_path / "all.parquet")
    assert table.column_names == header
    assert {"Team Size", "Office", "VIP", "custom_fields.email"} <= set(header)
    assert [[value or "" for value in row.values()] for row in table.to_pylist()] == rows
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["all.csv", "all.parquet"]


def test_an_empty_list_is_a_parquet_file_with_columns(shell: Shell, tmp_path: Path) -> None:
    name = str(tmp_path / "all.data")
    assert shell("leads", "export", name, "--format", "parquet").status == 0
    table = parquet.read_table(name)
    assert (table.num_rows, table.column_names[:2]) == (0, ["id", "email"])


def test_without_pyarrow_nothing_is_asked_or_written(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    name = tmp_path / "all.parquet"
    done = shell("leads", "export", str(name))
    assert (done.status, done.out) == (2, "")
    assert done.err == "foxr: Parquet needs pyarrow: `pip install pyarrow`, or export to CSV.\n"
    assert (name.exists(), shell.sandbox.state.requests) == (False, [])


def test_parquet_does_not_go_to_stdout(shell: Shell) -> None:
    done = shell("leads", "export", "-", "--format", "parquet")
    assert (done.status, done.out, shell.sandbox.state.requests) == (2, "", [])


@pytest.mark.parametrize("kind", exporting.FORMATS)
@pytest.mark.parametrize("page", [1, 2])
def test_an_export_that_fails_leaves_the_old_file_as_it_was(page: int, kind: str, shell: Shell, tmp_path: Path) -> None:
    rows = "email\n" + "".join(f"p{number}@example.com\n" for number in range(150))
    assert shell("leads", "import", "-", stdin=rows).status == 0
    name = tmp_path / f"all.{kind}"
    name.write_text("old", "utf-8")
    answers = iter([None] * (page - 1) + [Fault.status(503)])
    shell.sandbox.faults.always("leads.list", lambda asked: next(answers))
    done = shell("leads", "export", str(name))
    assert (done.status, "Traceback" in done.err) == (1, False)
    assert name.read_text("utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [name.name]
