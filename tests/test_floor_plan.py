"""The floor plan in docs/architecture.md: every folder is there, and says what its package says of itself."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "architecture.md").read_text("utf-8").partition("## Floor plan")[2]
PLAN = dict(re.findall(r"^\| `([\w/]+)/` \| (.+) \|$", PAGE, re.MULTILINE))
PACKAGES = {
    file.parent.relative_to(ROOT).as_posix(): file
    for top in ("cli", "generator", "runtime", "sandbox", "tools")
    for file in sorted((ROOT / top).rglob("__init__.py"))
}


@pytest.mark.parametrize("folder", sorted(PACKAGES))
def test_the_plan_has_each_package_with_the_sentence_of_its_docstring(folder: str) -> None:
    text = ast.get_docstring(ast.parse(PACKAGES[folder].read_text("utf-8")))
    assert text is not None
    assert PLAN.get(folder) == " ".join(text.partition("\n\n")[0].split())


@pytest.mark.parametrize("folder", sorted(PLAN))
def test_each_folder_of_the_plan_exists(folder: str) -> None:
    assert (ROOT / folder).is_dir()
