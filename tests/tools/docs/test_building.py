"""What `python -m tools.docs` says about faults, and what it leaves behind."""

from __future__ import annotations

from pathlib import Path

import pytest
from sphinx.application import Sphinx

from tests.tools.docs import small
from tools.docs import building
from tools.docs.__main__ import main

# myst-parser uses names that Sphinx deprecates.
pytestmark = pytest.mark.filterwarnings("ignore:.*Check CHANGES for Sphinx API modifications")

BROKEN = "\n[link](nothing.md)\n"
DIAGRAM = "\n```mermaid\ngraph TD\n A-->\n```\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return small.make(tmp_path / "checkout", monkeypatch)


def add(path: Path, text: str) -> None:
    path.write_text(path.read_text() + text)


def leftovers(out: Path) -> list[str]:
    return sorted(path.name for path in out.iterdir())


def test_a_fault_is_named_by_page_and_line_of_the_checkout(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add(root / "README.md", "\n[link](tools/none.py)\n")
    add(root / "docs" / "quota.md", BROKEN + DIAGRAM)
    add(root / "docs" / "decisions" / "0001-raw-replies.md", BROKEN)
    assert main([str(tmp_path / "out")], root) == 1
    said = capsys.readouterr().err
    for fault in (
        "docs: README.md:5: WARNING: 'myst' cross-reference target not found: 'tools/none.py'",
        "docs: docs/quota.md:5: WARNING: 'myst' cross-reference target not found: 'nothing.md'",
        "docs: docs/quota.md:7: ERROR: Mermaid rendering failed: Error: Parse error on line 3",
        "docs: docs/decisions/0001-raw-replies.md:5: WARNING: 'myst' cross-reference target not found: 'nothing.md'",
        "docs: The site was not built.",
    ):
        assert fault in said
    assert str(tmp_path) not in said
    assert "Traceback" not in said
    assert leftovers(tmp_path / "out") == ["pages"]


def test_a_page_in_no_section_and_a_section_without_its_page_are_named(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "docs" / "quota.md").rename(root / "docs" / "limits.md")
    assert main([str(tmp_path / "out")], root) == 1
    assert capsys.readouterr().err.splitlines() == [
        "docs: tools/docs/contents.py has no section with the page limits: add it to one",
        "docs: tools/docs/contents.py names the page quota, which does not exist",
        "docs: The site was not built.",
    ]


def test_the_site_is_built_anew_only_if_a_source_changed(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = building.build(root, tmp_path / "out")
    assert leftovers(tmp_path / "out") == ["built-from", "pages", "site"]
    before = (site / "quota.html").stat().st_mtime_ns
    building.build(root, tmp_path / "out")
    assert (site / "quota.html").stat().st_mtime_ns == before

    (root / "docs" / "decisions" / "0001-raw-replies.md").rename(root / "docs" / "decisions" / "0002-two.md")
    building.build(root, tmp_path / "out")
    assert (site / "decisions" / "0002-two.html").is_file()
    assert not (site / "decisions" / "0001-raw-replies.html").exists()

    def interrupted(app: Sphinx) -> None:
        (Path(app.outdir) / "quota.html").write_text("half")
        raise KeyboardInterrupt

    add(root / "docs" / "quota.md", "More.\n")
    monkeypatch.setattr(Sphinx, "build", interrupted)
    assert main([str(tmp_path / "out")], root) == 130
    assert leftovers(tmp_path / "out") == ["built-from", "pages", "site"]
    assert (site / "quota.html").read_text().rstrip().endswith("</html>")


def test_what_a_killed_build_left_is_removed(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    (out / "new-killed" / "site").mkdir(parents=True)

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(building, "render", interrupted)
    assert main([str(out)], root) == 130
    assert leftovers(out) == []


def test_a_page_that_is_not_utf_8_is_named_with_its_line(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "docs" / "quota.md").write_bytes(b"# Quota\n\nM\xfcller\n")
    assert main([str(tmp_path / "out")], root) == 1
    assert capsys.readouterr().err.splitlines() == [
        "docs: docs/quota.md:3: is not UTF-8: save it as UTF-8",
        "docs: The site was not built.",
    ]


def test_a_link_out_of_the_checkout_is_named_as_it_is_written(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add(root / "docs" / "quota.md", "\n[a](../../outside.md#b)\n\n[c](/docs/quota.md)\n")
    assert main([str(tmp_path / "out")], root) == 1
    assert capsys.readouterr().err.splitlines() == [
        "docs: docs/quota.md:5: links ../../outside.md, which is outside the checkout",
        "docs: docs/quota.md:7: links /docs/quota.md, which is outside the checkout",
        "docs: The site was not built.",
    ]


def test_a_folder_that_cannot_be_written_is_named(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    assert main([str(tmp_path / "file" / "out")], root) == 1
    assert capsys.readouterr().err == f"docs: {tmp_path}/file/out: Not a directory. The site was not built.\n"


def test_an_unknown_option_is_wrong_usage(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["out", "--server"], root)
    assert end.value.code == 2
    assert "unrecognized arguments: --server" in capsys.readouterr().err
