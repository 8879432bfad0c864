"""Many faults are summed up by rule; a rule, a limit and a format can be chosen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.diagnostics import Complaint
from generator.report import MANY, MECHANICAL, as_json, lines
from generator.rules.registry import RULES
from tests.generator.runs import arguments

RARE = Complaint("s.yaml", 99, 1, "/z", "personal", "it is rare.", "Say so.")
COMPLAINTS = [
    *(Complaint("s.yaml", line, 1, f"/{line}", "named-types", f"no name on {line}.", "Name it.") for line in range(40)),
    RARE,
]


def test_few_faults_are_listed_and_nothing_else() -> None:
    assert lines(COMPLAINTS[:MANY]) == [str(complaint) for complaint in COMPLAINTS[:MANY]]


def test_many_are_summed_up_by_rule_with_the_first_of_each_and_what_is_mechanical() -> None:
    head, *rows = lines(COMPLAINTS)
    assert head == "41 faults of 2 rules. For 40, marked with *, the remedy needs no knowledge of the API."
    assert rows[:2] == [
        "    40 * named-types, first at s.yaml:0: no name on 0.",
        "     1   personal, first at s.yaml:99: it is rare.",
    ]
    assert rows[2] == ""
    assert rows[3].startswith("The first 20 in the order of the file")
    assert rows[4:] == [str(complaint) for complaint in COMPLAINTS[:20]]


@pytest.mark.parametrize(("limit", "count"), [(3, 3), (0, 41), (100, 41)])
def test_a_limit_is_obeyed(limit: int, count: int) -> None:
    assert sum(" Remedy: " in line for line in lines(COMPLAINTS, limit=limit)) == count
    assert len(json.loads(as_json(COMPLAINTS, limit=limit))["complaints"]) == count


def test_one_rule_can_be_chosen() -> None:
    assert lines(COMPLAINTS, "personal") == [str(RARE)]
    assert lines(COMPLAINTS, "x") == ["No fault of the rule `x`. Rules with faults: named-types, personal."]
    assert json.loads(as_json(COMPLAINTS, "personal"))["rules"] == {"personal": {"count": 1, "mechanical": False}}


def test_a_rule_that_is_called_mechanical_exists() -> None:
    assert RULES.keys() >= MECHANICAL


def test_the_command_writes_json_alone_to_stdout(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments(project, "--format", "json")) == 0
    assert json.loads(capsys.readouterr().out) == {"faults": 0, "rules": {}, "complaints": []}
    (project / "spec.yaml").write_text("{}", "utf-8")
    assert main(arguments(project, "--format", "json", "--limit", "1")) == 1
    found = json.loads(capsys.readouterr().out)
    assert found["faults"] > 1
    assert [complaint["rule"] for complaint in found["complaints"]] == ["required-keywords"]


def test_the_command_lists_one_rule(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "spec.yaml").write_text("paths: 1", "utf-8")
    assert main(arguments(project, "--rule", "value-shape")) == 1
    first, last = capsys.readouterr().err.splitlines()
    assert "value-shape" in first
    assert last.endswith("fault(s); nothing was written.")
