"""Breaks the good document and checks the complaints. A `§` in the new text marks a line with a complaint."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Complaint
from generator.rules import check
from generator.source.load import load

GOOD = (Path(__file__).parent / "good.yaml").read_text("utf-8")
MARK = "§"


@dataclass(frozen=True)
class Case:
    """A rule, the JSON pointers of its complaints, and the replacements (first occurrence) in the good text."""

    rule: str
    pointers: str | Sequence[str]
    edits: Sequence[tuple[str, str]]

    def __str__(self) -> str:
        return f"{self.rule}: {self.edits[0][1].strip() or self.edits[0][0].strip()}"


def broken(edits: Sequence[tuple[str, str]]) -> tuple[str, list[int]]:
    """Return the good document with the edits made, and the marked lines."""
    text = GOOD
    for old, new in edits:
        assert old in text, f"the good document has no {old!r}"
        text = text.replace(old, new, 1)
    marked = [number for number, line in enumerate(text.split("\n"), start=1) for _ in range(line.count(MARK))]
    return text.replace(MARK, ""), marked


def complaints(edits: Sequence[tuple[str, str]]) -> list[Complaint]:
    return check(load(broken(edits)[0], "spec.yaml"))


def assert_found(case: Case) -> None:
    """Assert that only its rule reports the fault, at its place and in whole sentences."""
    text, lines = broken(case.edits)
    found = check(load(text, "spec.yaml"))
    pointers = [case.pointers] if isinstance(case.pointers, str) else case.pointers
    expected = list(zip([case.rule] * len(pointers), pointers, lines, strict=True))
    assert [(c.rule, c.pointer, c.line) for c in found] == expected, "\n".join(map(str, found))
    for complaint in found:
        assert complaint.message.endswith(".")
        assert complaint.remedy.endswith(".")
        assert complaint.remedy[0].isupper()
