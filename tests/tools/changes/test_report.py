"""The page on the classes of changes is what the table says."""

from __future__ import annotations

import re

import pytest

from generator.output.manifest import ROOT
from tests.tools.changes.operation_cases import SEARCH
from tests.tools.changes.planted import BEFORE, api, planted
from tools.changes.compare import compare
from tools.changes.kinds import KINDS, THEMES
from tools.changes.public import MODULES
from tools.changes.report import Comparison, changes_page, text
from tools.changes.version import version_of


def test_the_page_is_up_to_date() -> None:
    found = (ROOT / "docs" / "changes.md").read_text("utf-8")
    assert found == changes_page(), "run: python -m tools.changes --page > docs/changes.md"


def test_the_page_for_consumers_lists_what_is_public() -> None:
    page = (ROOT / "docs" / "consuming.md").read_text("utf-8")
    listed = page.partition("\n## What is public")[2].partition("\n- the calls")[0]
    assert re.findall(r"`(foxreach_[a-z_.]+)`", listed) == list(MODULES)


def test_the_page_on_releasing_shows_what_is_printed() -> None:
    page = (ROOT / "docs" / "releasing.md").read_text("utf-8")
    renamed = api(planted([(SEARCH, SEARCH.replace("search,", "old,"))]))
    released = version_of("0.1.0")
    printed = text(Comparison("v0.1.0", released, released, compare(api(BEFORE), renamed)))
    for of_pets, of_leads in {"pets": "leads", "search": "tags", "old": "company"}.items():
        printed = printed.replace(of_pets, of_leads)
    assert page.partition("```text\n")[2].partition("```")[0] == printed


def test_rows_have_distinct_names_and_texts() -> None:
    rows = [kind for kinds in THEMES.values() for kind in kinds]
    assert len(rows) == len(KINDS) == len({kind.what for kind in rows})


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_a_row_has_whole_sentences_and_no_column_separator(kind: object) -> None:
    for words in (getattr(kind, "what", ""), getattr(kind, "why", "")):
        assert not words or words.endswith(".")
        assert "|" not in words
