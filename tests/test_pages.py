"""The links of pages, and the paths they name, lead to files. The session `docs` checks the pages for users."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tools.docs.staging import TOP
from tools.release.safety import tracked

ROOT = Path(__file__).resolve().parents[1]
CHECKED = {*(ROOT / "docs").glob("*.md"), *(ROOT / name for name in TOP)} - {ROOT / "CHANGELOG.md"}
PAGES = sorted(path for path in tracked(ROOT) if path.suffix == ".md" and path not in CHECKED)
TOPS = {path.relative_to(ROOT).parts[0] for path in tracked(ROOT)}
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")
PATH = re.compile(r"`([\w.-]+)(/[\w./-]*)`")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_and_paths_lead_to_files(page: Path) -> None:
    text = page.read_text("utf-8")
    links = [link for link in LINK.findall(text) if not (page.parent / link).exists()]
    paths = [top + rest for top, rest in PATH.findall(text) if top in TOPS and not (ROOT / (top + rest)).exists()]
    assert links + paths == []
