"""What the search page is given: sections, their text, and how much each page counts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tools.docs import search
from tools.docs.words import PAGES


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
    assert all(f'id="{anchor}"' in (site / "quota.html").read_text("utf-8") for anchor, _, _ in quota[4])
    assert len(quota[4]) > 1
    assert all(heading and text for _, heading, text in quota[4][1:])


def test_words_are_given_to_pages_that_exist(site: Path) -> None:
    assert set(PAGES) <= {each[0] for each in index(site)["pages"]}


def test_decisions_and_the_changelog_count_less_than_guides_and_the_reference() -> None:
    low = [
        search.weight(page) for page in ("decisions/0001-raw-replies", "decisions/index", "changelog", "files/LICENSE")
    ]
    high = [search.weight(page) for page in ("quota", "consuming", "reference/leads", "evidence", "index")]
    assert max(low) < search.weight("releasing") < min(high)


def test_sphinxs_own_index_is_not_written(site: Path) -> None:
    assert not (site / "searchindex.js").exists()
