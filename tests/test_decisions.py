"""The pages of docs/decisions have one form, and every reference to one of them leads somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tools.release.safety import tracked

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted((ROOT / "docs" / "decisions").glob("*.md"))
NUMBERS = {page.name[:4] for page in PAGES}
HEADINGS = ["Context", "Decision", "Alternatives", "Cost"]
HEAD = re.compile(
    r"# (?P<number>\d{4})\. [A-Z`][^\n]*[^.\n]\n\n"
    r"- Date: \d{4}-\d\d-\d\d\n"
    r"- Status: (?:accepted|superseded by \[(?P<successor>\d{4})\]\((?P=successor)-[a-z0-9-]+\.md\))\n\n"
    r"## Context\n"
)
SECTION = re.compile(r"^## (.+)\n\n(?=[^#\s])", re.MULTILINE)  # A section is not empty.
REFERENCE = re.compile(r"decisions?[/ ](\d{4}(?:-[a-z0-9-]+\.md)?)\b")
LINK = re.compile(r"\]\((\d{4}-[a-z0-9-]+\.md)\)")  # From one decision to another.


def missing(text: str, *, within: bool) -> list[str]:
    """Return the references of *text* to decisions that do not exist; *within*: the text is itself a decision."""
    found = REFERENCE.findall(text) + (LINK.findall(text) if within else [])
    return [name for name in found if name not in NUMBERS and not (ROOT / "docs" / "decisions" / name).is_file()]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_decision_has_title_date_status_and_four_sections(page: Path) -> None:
    text = page.read_text("utf-8")
    head = HEAD.match(text)
    assert head is not None
    assert head["number"] == page.name[:4]
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == SECTION.findall(text) == HEADINGS


def test_a_number_is_used_once() -> None:
    assert len(NUMBERS) == len(PAGES)


def test_every_reference_to_a_decision_leads_to_one() -> None:
    texts = {path: path.read_bytes().decode("utf-8", "ignore") for path in tracked(ROOT) if path != Path(__file__)}
    found = {str(path.relative_to(ROOT)): missing(text, within=path in PAGES) for path, text in texts.items()}
    assert {path: names for path, names in found.items() if names} == {}


def test_a_reference_to_nothing_is_found() -> None:
    assert missing("decisions/9999-nothing.md, [9998](9998-nothing.md), decision 9997", within=True) == [
        "9999-nothing.md",
        "9997",
        "9998-nothing.md",
    ]
