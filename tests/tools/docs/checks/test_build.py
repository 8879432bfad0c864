"""The build names a wrong link or name at its page and line, and builds no site."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools.docs import small
from tools.docs.__main__ import main

# myst-parser uses names that Sphinx deprecates.
pytestmark = pytest.mark.filterwarnings("ignore:.*Check CHANGES for Sphinx API modifications")

ROOT = Path(__file__).resolve().parents[4]
LINK = '\n<a href="nothing.html">x</a>, [y](https://elsewhere.net/)\n\n<img src="a.png">\n'


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return small.make(tmp_path / "checkout", monkeypatch)


def test_wrong_links_are_named_by_page_and_line(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "docs" / "quota.md").write_text(f"# Quota\n{LINK}")
    assert main([str(tmp_path / "out")], root) == 1
    assert capsys.readouterr().err.splitlines() == [
        "docs: docs/quota.md:3: links nothing.html, which does not exist",
        "docs: docs/quota.md:3: links the host of https://elsewhere.net/; only docs.foxreach.io may be",
        "docs: docs/quota.md:5: links a.png, which does not exist",
        "docs: docs/quota.md:5: the picture a.png has no alternative text",
        "docs: The site was not built.",
    ]
    assert not (tmp_path / "out" / "site").exists()


def test_wrong_names_are_named_by_page_and_line(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in (".gitignore", "noxfile.py", "spec", "generated", "tests"):  # What the names are compared with.
        (root / name).symlink_to(ROOT / name)
    (root / "docs" / "quota.md").write_text("# Quota\n\n`client.leads.creat()` or `nox -s tset`\n")
    assert main([str(tmp_path / "out")], root) == 1
    assert capsys.readouterr().err.splitlines() == [
        "docs: docs/quota.md:3: nothing is named `leads.creat`; did you mean `leads.create`?",
        "docs: docs/quota.md:3: nothing is named `tset`",
        "docs: A name of another program belongs in tools/docs/checks/foreign.py.",
        "docs: The site was not built.",
    ]
