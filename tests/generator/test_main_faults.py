"""The command when something is wrong: one line for a person, never a traceback, and the package as it was."""

from __future__ import annotations

import errno
import tempfile
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from generator import manifest
from generator.__main__ import main
from generator.write import files_in, write
from tests.generator.runs import HEAVY, arguments, change, probed


@pytest.mark.parametrize(
    ("rule", "content"),
    [
        ("readable", None),
        ("readable", "folder"),
        ("utf-8", b"\xff\xfe"),
        ("yaml-syntax", b"a: [1"),
        ("yaml-duplicate-key", b"a: 1\na: 2\n"),
        ("required-keywords", b"{}"),
        ("value-shape", b"paths: 1"),
        ("schema-type", b"components: {schemas: {A: {type: [[]]}}}"),
    ],
)
def test_a_fault_of_the_document_is_one_line_with_its_place_and_never_a_traceback(
    project: Path, rule: str, content: bytes | str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files_in(project / "package")
    (project / "spec.yaml").unlink()
    if isinstance(content, bytes):
        (project / "spec.yaml").write_bytes(content)
    elif content:
        (project / "spec.yaml").mkdir()
    assert main(arguments(project)) == 1
    *lines, last = capsys.readouterr().err.splitlines()
    assert any(f" {rule}: " in line for line in lines)
    assert all(line.startswith("spec.yaml:") and " Remedy: " in line for line in lines)
    assert last == f"{len(lines)} fault(s) in the document; nothing was written."
    assert files_in(project / "package") == before


@pytest.mark.parametrize("tool", HEAVY)
def test_a_tool_that_is_missing_is_named_with_the_command_that_installs_it(project: Path, tool: str) -> None:
    change(project)
    done = probed(project, without=(tool,))
    assert done.returncode == 1
    assert tool in done.stderr
    assert "-s generate" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_tool_without_its_metadata_is_missing_too(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def version(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(manifest, "version", version)
    assert main(arguments(project)) == 1
    assert "-s generate" in capsys.readouterr().err


def test_a_full_disk_leaves_the_package_and_is_one_line(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(path: Path, content: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    change(project)
    before = files_in(project)
    monkeypatch.setattr(Path, "write_bytes", full)
    assert main(arguments(project)) == 1
    assert capsys.readouterr().err.endswith("package: No space left on device; nothing was written.\n")
    assert files_in(project) == before


def test_a_folder_that_cannot_be_written_to_is_one_line(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def mkdtemp(**options: object) -> str:
        raise OSError(errno.EROFS, "Read-only file system", "/somewhere")

    def writing(folder: Path, tree: dict[str, str]) -> None:
        monkeypatch.setattr(tempfile, "mkdtemp", mkdtemp)  # not earlier: ruff and the models need scratch folders
        write(folder, tree)

    change(project)
    before = files_in(project)
    monkeypatch.setattr("generator.__main__.write", writing)
    assert main(arguments(project)) == 1
    assert "/somewhere: Read-only file system; nothing was written." in capsys.readouterr().err
    assert files_in(project) == before


def test_a_package_below_a_file_cannot_be_made(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--spec", str(project / "spec.yaml"), "--out", str(project / "spec.yaml" / "package")]) == 1
    assert "nothing was written" in capsys.readouterr().err


def test_being_stopped_leaves_the_package_and_is_one_line(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(path: Path, content: bytes) -> int:
        raise KeyboardInterrupt

    change(project)
    before = files_in(project)
    monkeypatch.setattr(Path, "write_bytes", stopped)
    assert main(arguments(project)) == 130
    assert capsys.readouterr().err == "Stopped; package is whole, as it was or as it was to be.\n"
    assert files_in(project) == before
