"""The command after a fault: one line for each, no traceback, and an unchanged package."""

from __future__ import annotations

import errno
import os
import tempfile
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.output import manifest
from generator.output.write import files_in, write
from tests.generator.runs import HEAVY, arguments, change, probed


@pytest.mark.parametrize(
    ("rule", "content"),
    [
        ("utf-8", b"\xff\xfe"),
        ("yaml-mapping", b""),
        ("yaml-syntax", b"a: [1"),
        ("yaml-duplicate-key", b"a: 1\na: 2\n"),
        ("required-keywords", b"{}"),
        ("value-shape", b"paths: 1"),
        ("schema-type", b"components: {schemas: {A: {type: [[]]}}}"),
    ],
)
def test_a_fault_of_the_document_is_one_line_with_its_place_and_never_a_traceback(
    project: Path, rule: str, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files_in(project / "package")
    (project / "spec.yaml").write_bytes(content)
    assert main(arguments(project)) == 1
    *lines, last = capsys.readouterr().err.splitlines()
    assert any(f" {rule}: " in line for line in lines)
    assert all(line.startswith("spec.yaml:") and " Remedy: " in line for line in lines)
    assert last == f"{len(lines)} fault(s); nothing was written."
    assert files_in(project / "package") == before


@pytest.mark.parametrize(
    ("places", "words"),
    [
        (
            ("nowhere.yaml", "package"),
            "nowhere.yaml cannot be read (No such file or directory). Name the OpenAPI document",
        ),
        (("package", "package"), "package cannot be read (Is a directory). Name the OpenAPI document"),
        (("spec.yaml/x", "package"), "spec.yaml/x cannot be read (Not a directory). Name the OpenAPI document"),
        (("x" * 300, "package"), "cannot be read (File name too long). Name the OpenAPI document"),
        (("spec.yaml", "spec.yaml"), "spec.yaml was not written by this generator. Name another folder"),
        (("spec.yaml", "spec.yaml/package"), "spec.yaml/package cannot be written. Name another folder with --out"),
        (("spec.yaml", "/"), "/ was not written by this generator. Name another folder"),
        (("spec.yaml", "closed/a/b"), "closed/a/b cannot be written. Name another folder with --out"),
    ],
)
def test_an_unusable_path_is_wrong_usage_with_one_sentence(
    project: Path,
    places: tuple[str, str],
    words: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    spec, out = places
    (project / "closed").mkdir()
    access = os.access

    def accessible(path: Path, mode: int) -> bool:  # Tests may run as a user who may do anything.
        return path.name != "closed" and access(path, mode)

    monkeypatch.setattr(os, "access", accessible)
    before = files_in(project)
    assert main(["--spec", str(project / spec), "--out", str(project / out)]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert words in line
    assert files_in(project) == before


@pytest.mark.parametrize("tool", HEAVY)
def test_a_missing_tool_is_reported_with_the_command_that_installs_it(project: Path, tool: str) -> None:
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


def test_a_full_disk_leaves_the_package_unchanged_and_is_reported_in_one_line(
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


def test_a_folder_that_cannot_be_written_is_reported_in_one_line(
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


def test_ctrl_c_leaves_the_package_unchanged_and_is_reported_in_one_line(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(path: Path, content: bytes) -> int:
        raise KeyboardInterrupt

    change(project)
    before = files_in(project)
    monkeypatch.setattr(Path, "write_bytes", stopped)
    assert main(arguments(project)) == 130
    assert capsys.readouterr().err == "Stopped; package is either unchanged or completely written.\n"
    assert files_in(project) == before
