"""The edit that brings five new things at once, up to a wheel whose example is rehearsed, as CONTRIBUTING says."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from tests.edits.notes import EXAMPLE, NOTES, PRINTED
from tests.edits.test_edits import copied
from tests.publish.test_consumer import run
from tools.release.build import ROOT

BUILT_FROM = ("LICENSE", "CHANGELOG.md", "sbom.cdx.json", ".gitignore")
OTHERS = ("quickstart.py", "import_leads.py")  # The session `rehearse` runs them.


@pytest.mark.slow
def test_five_new_things_go_from_one_edit_to_a_rehearsed_wheel(tmp_path: Path) -> None:
    checkout, dist = tmp_path / "checkout", tmp_path / "dist"
    copied(ROOT, checkout)
    shutil.copytree(ROOT / "cli", checkout / "cli", ignore=shutil.ignore_patterns("__pycache__"))
    for name in BUILT_FROM:
        shutil.copy(ROOT / name, checkout)
    for spec in (True, False):
        NOTES.apply(checkout, spec=spec)
    (checkout / "examples").mkdir()
    (checkout / "examples" / "notes.py").write_text(EXAMPLE, "utf-8")
    without_others(checkout / "tools" / "rehearsal" / "examples.py")
    run(sys.executable, "-m", "generator", folder=checkout)
    run(sys.executable, "-m", "hatchling", "build", "-d", dist, folder=checkout)
    said = run(sys.executable, "-m", "tools.rehearsal", dist, "uv", folder=checkout)
    assert "7 calls: 200 x2, 201 x3, 422 x1, 429 x1; the 429 was injected at notes.export" in said
    assert [line.removeprefix("  | ") for line in said.splitlines() if line.startswith("  | ")][:2] == PRINTED


def without_others(file: Path) -> None:
    """Let the rehearsal of a copy run the example of the edit alone."""
    text = file.read_text("utf-8")
    assert all(f'"{name}"' in text for name in OTHERS)
    chosen = 'EXAMPLES = tuple(each for each in EXAMPLES if each.name == "notes.py")\n\n\ndef check_types'
    file.write_text(text.replace("\n\ndef check_types", f"\n{chosen}", 1), "utf-8")
