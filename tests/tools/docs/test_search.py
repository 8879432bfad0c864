"""What the search page is given: sections, their text, and how much each page counts."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

from tools.docs import search
from tools.docs.words import PAGES

ROOT = Path(__file__).resolve().parents[3]


def index(site: Path) -> Any:
    script = (site / "_static" / search.NAME).read_text("utf-8")
    return json.loads(script.removeprefix("const INDEX = ").rstrip().removesuffix(";"))


def test_every_page_is_in_the_index_once_with_its_sections(site: Path) -> None:
    pages = [each[0] for each in index(site)["pages"]]
    assert sorted(pages) == sorted(set(pages))
    assert {f"{name}.html" for name in pages} == {
        path.relative_to(site).as_posix() for path in site.rglob("*.html")
    } - {"search.html"}
    (quota,) = [each for each in index(site)["pages"] if each[0] == "quota"]
    assert all(f'id="{anchor}"' in (site / "quota.html").read_text("utf-8") for anchor, _, _, _ in quota[4])
    assert len(quota[4]) > 1
    assert all(heading and text for _, heading, text, _ in quota[4][1:])


def test_an_operation_has_its_line_and_no_section_a_message_of_the_tools(site: Path) -> None:
    sections = {section[0]: section for page in index(site)["pages"] for section in page[4]}
    assert sections["campaigns-pause"][3] == "Pause a campaign."
    assert not [anchor for anchor, _, text, _ in sections.values() if "implicit target" in text]


def test_words_are_given_to_pages_that_exist(site: Path) -> None:
    assert set(PAGES) <= {each[0] for each in index(site)["pages"]}


def test_decisions_and_the_changelog_count_less_than_guides_and_the_reference() -> None:
    low = [
        search.weight(page) for page in ("decisions/0001-raw-replies", "decisions/index", "changelog", "files/LICENSE")
    ]
    high = [search.weight(page) for page in ("quota", "consuming", "reference/leads", "evidence", "index")]
    assert max(low) < search.weight("releasing") < min(high)


def test_the_requirements_name_each_python_that_the_project_supports() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    pythons = [each.rpartition(" ")[2] for each in project["classifiers"] if "Python :: 3." in each]
    *first, last = pythons
    page = (ROOT / "docs" / "consuming.md").read_text("utf-8")
    assert f"The supported Python versions are {', '.join(first)} and {last}." in page


def test_the_search_page_has_a_title(site: Path) -> None:
    assert "<title>Search - foxreach-client" in (site / "search.html").read_text("utf-8")


def test_sphinxs_own_index_is_not_written(site: Path) -> None:
    assert not (site / "searchindex.js").exists()
