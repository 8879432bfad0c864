"""`nox -s release`: proposes a version, writes it, and never commits, tags or sends."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.output.write import files_in
from tests.tools.changes import checkout
from tools.release.__main__ import main
from tools.release.changelog import NOTE, sections


@pytest.fixture
def released(project: Path) -> Path:
    """Return a project with one release and a breaking change after it, which is described."""
    checkout.commit(project, "v0.1.0")
    checkout.change(project, checkout.REMOVED)
    checkout.describe(project, *checkout.GONE)
    return project


def head(folder: Path) -> bytes:
    """Return the commit, the tags and the branches of a checkout."""
    return subprocess.run(["git", "-C", folder, "for-each-ref"], check=True, capture_output=True).stdout


def version(folder: Path) -> str:
    return (folder / "runtime" / "foxreach_runtime" / "version.py").read_text("utf-8")


def test_a_dry_run_prints_the_version_and_writes_nothing(released: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files_in(released)
    assert main(["--dry-run"], released) == 0
    printed = capsys.readouterr().out
    assert "client.pets.list(): argument 'min_age' removed" in printed
    assert "Suggested version: 0.2.0" in printed
    assert "Would write 0.2.0" in printed
    assert files_in(released) == before


def test_a_release_is_written_and_neither_committed_nor_tagged(
    released: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = head(released)
    assert main([], released) == 0
    assert version(released) == '"""V."""\n\n__version__ = "0.2.0"\n'
    changelog = (released / "CHANGELOG.md").read_text("utf-8")
    assert f"## [0.2.0] - {datetime.now(UTC).date().isoformat()}\n\n### Removed\n" in changelog
    assert sections(changelog) == {"Unreleased": NOTE, "0.2.0": f"### Removed\n\n- {checkout.GONE[1]}"}
    assert [file.name for file in (released / "changelog.d").iterdir()] == [checkout.GONE[0]]
    assert "min_age" not in (released / "generated/foxreach_client/resources/pets.py").read_text("utf-8")
    assert "git tag -a v0.2.0" in capsys.readouterr().out
    assert head(released) == before


def test_a_second_run_changes_nothing(released: Path) -> None:
    assert main([], released) == 0
    once = files_in(released)
    assert main([], released) == 0
    assert files_in(released) == once


def test_a_version_that_is_tagged_already_is_refused(released: Path, capsys: pytest.CaptureFixture[str]) -> None:
    checkout.git(released, "tag", "v0.9.0", "HEAD^{tree}")  # No commit of ours, as on another branch.
    before = files_in(released)
    assert main(["--version", "0.9.0"], released) == 1
    assert capsys.readouterr().err.startswith("release: v0.9.0 is tagged already. ")
    assert files_in(released) == before


@pytest.mark.parametrize("chosen", ["0.1.1", "0.1.0", "0.0.9"])
def test_a_version_too_low_is_refused_and_nothing_is_written(
    chosen: str, released: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files_in(released)
    assert main(["--version", chosen], released) == 1
    assert capsys.readouterr().err.startswith("release: ")
    assert files_in(released) == before


def test_a_higher_version_is_accepted(released: Path) -> None:
    assert main(["--version", "1.0.0"], released) == 0
    assert '"1.0.0"' in version(released)


def test_the_first_release_keeps_the_current_version(project: Path) -> None:
    assert main([], project) == 0
    assert '"0.1.0"' in version(project)
    assert sections((project / "CHANGELOG.md").read_text("utf-8"))["0.1.0"] == "### Added\n\n- Pets can be weighed."


def test_a_release_without_a_new_file_in_the_folder_is_refused(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    checkout.commit(project, "v0.1.0")
    assert main([], project) == 1
    assert "Describe there what users notice" in capsys.readouterr().err


def test_a_change_that_is_described_as_something_else_is_refused(
    released: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (released / "changelog.d" / checkout.GONE[0]).rename(released / "changelog.d" / "min-age.fixed.md")
    before = files_in(released)
    assert main([], released) == 1
    assert "Rename the file, or write changelog.d/NAME.removed.md" in capsys.readouterr().err
    assert files_in(released) == before


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("spec/foxreach.yaml", "a: ["),
        ("CHANGELOG.md", "# Changelog\n"),
        ("runtime/foxreach_runtime/version.py", "__version__ = '1'\n"),
    ],
)
def test_an_error_is_one_sentence_and_nothing_is_written(
    file: str, content: str, released: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (released / file).write_text(content, "utf-8")
    before = files_in(released)
    assert main([], released) == 1
    assert capsys.readouterr().err.startswith("release: ")
    assert files_in(released) == before


def test_an_invalid_version_is_wrong_usage(released: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version", "2"], released)
    assert ended.value.code == 2
    assert "'2' is not a version" in capsys.readouterr().err


def test_a_pre_release_is_numbered_and_leaves_the_changelog(released: Path) -> None:
    before = (released / "CHANGELOG.md").read_bytes()
    assert [main(["--pre"], released), main(["--pre"], released)] == [0, 0]
    assert '"0.2.0rc1"' in version(released)
    checkout.commit(released, "v0.2.0rc1")
    assert main(["--pre"], released) == 0
    assert '"0.2.0rc2"' in version(released)
    assert (released / "CHANGELOG.md").read_bytes() == before
    assert main([], released) == 0
    assert '"0.2.0"' in version(released)
    assert checkout.GONE[1] in sections((released / "CHANGELOG.md").read_text("utf-8"))["0.2.0"]


def test_a_fix_on_a_maintenance_branch_gets_the_next_free_version(project: Path) -> None:
    checkout.commit(project, "v0.1.0")
    checkout.git(project, "checkout", "-q", "-b", "next")
    checkout.commit(project, "v0.1.1")
    checkout.git(project, "checkout", "-q", "-")
    checkout.describe(project, "hang.fixed.md", "A list no longer hangs.")
    assert main([], project) == 0
    assert '"0.1.2"' in version(project)


def test_a_release_that_is_made_again_has_no_line_of_what_was_taken_back(released: Path) -> None:
    assert main([], released) == 0
    checkout.commit(released)
    checkout.change(released, [])
    (released / "changelog.d" / checkout.GONE[0]).unlink()
    checkout.describe(released, "hang.fixed.md", "A list no longer hangs.")
    assert main(["--version", "0.1.1"], released) == 0
    changelog = (released / "CHANGELOG.md").read_text("utf-8")
    assert sections(changelog) == {"Unreleased": NOTE, "0.1.1": "### Fixed\n\n- A list no longer hangs."}
