"""Log lines of a fleet, in text and in JSON, become one table."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from foxreach_runtime.differences.classify import Difference
from foxreach_runtime.differences.log_lines import differences_in, line_of
from foxreach_runtime.differences.summary import main
from hypothesis import given, settings
from hypothesis import strategies as st

NOON, LATER = datetime(2026, 1, 1, 12, tzinfo=UTC), datetime(2026, 1, 1, 13, tzinfo=UTC)
PHONE = Difference(
    "leads.list", 200, "/data/3/phone", "type", "string|null", "integer", "/a/~1leads~1{id}", 7, 2, NOON, NOON
)
STATUS = Difference("leads.get", 418, "", "status", "200|404", "418")
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@settings(max_examples=100)
@given(pointer=TEXT, documented=TEXT, seen=TEXT, place=TEXT, count=st.integers(1, 10**6))
def test_a_line_is_read_back_as_it_was(pointer: str, documented: str, seen: str, place: str, count: int) -> None:
    each = Difference("a.b", 200, pointer, "extra", documented, seen, place, None, count, NOON, NOON)
    asked = Difference("a.b", 422, pointer, "absent", documented, seen, place, 7, count, NOON, NOON, "request")
    assert list(differences_in([line_of(asked)])) == [asked]
    for line in (
        f"2026-01-01 WARNING foxreach_client.differences {line_of(each)}\n",
        json.dumps({"message": line_of(each), "n": 1}),
        json.dumps({"message": line_of(each)}).replace("/", "\\/"),
    ):
        assert list(differences_in([line])) == [each]


def test_contributing_shows_a_line_as_it_is_written() -> None:
    page = (Path(__file__).resolve().parents[3] / "CONTRIBUTING.md").read_text("utf-8")
    [line] = [line.strip() for line in page.splitlines() if "difference operation=" in line]
    [difference] = differences_in([line])
    assert line == f"WARNING foxreach_client.differences {line_of(difference)}"


@pytest.mark.parametrize(
    "line", ["", "difference operation=", "a difference operation=x status=2", "{", "\x00difference operation=a b"]
)
def test_other_lines_are_passed_over(line: str) -> None:
    assert list(differences_in([line])) == []


def test_the_lines_of_several_logs_are_one_table(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Difference("leads.list", 200, "/data/0/phone", "type", "string|null", "integer", "/a", 7, 1, LATER, LATER)
    plain, structured = tmp_path / "a.log", tmp_path / "b.log"
    plain.write_bytes(f"12:00 W {line_of(PHONE)}\n\xff\n12:01 INFO nothing\n".encode("latin-1"))
    structured.write_text(json.dumps({"msg": line_of(other)}) + "\n", "utf-8")
    monkeypatch.setattr("sys.stdin", io.StringIO(line_of(STATUS)))
    assert main([str(plain), str(structured), "-"]) == 0
    head, first, second = capsys.readouterr().out.splitlines()
    assert head.split()[:8] == ["count", "operation", "status", "kind", "pointer", "documented", "seen", "first"]
    assert first.split()[:5] == ["3", "leads.list", "200", "type", "/data/*/phone"]
    assert first.split()[7:9] == [NOON.isoformat(), LATER.isoformat()]
    assert second.split() == ["1", "leads.get", "418", "status", "-", "200|404", "418"]
    assert main([str(plain), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["count"] == 2


def test_a_log_that_cannot_be_read_is_said_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "absent.log")]) == 2
    assert capsys.readouterr().err.endswith("absent.log: No such file or directory\n")


def test_no_difference_is_said_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.log").touch()
    assert main([str(tmp_path / "a.log")]) == 0
    assert capsys.readouterr().out == "no difference\n"
