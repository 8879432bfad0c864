"""Builds are reproducible: folder, time and umask do not change the bytes."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools.docs.sources import sources
from tools.release.build import ROOT, hatch


def built(project: Path, folder: Path, umask: int) -> dict[str, bytes]:
    command = [sys.executable, "-m", "hatchling", "build", "--directory", str(folder)]
    subprocess.run(command, cwd=project, check=True, capture_output=True, umask=umask)
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_a_date_in_the_environment_does_not_change_the_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "project" / "one").mkdir(parents=True)
    (tmp_path / "project" / "one" / "__init__.py").touch()
    project = '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n'
    project += '[project]\nname = "one"\nversion = "1"\n'
    (tmp_path / "project" / "pyproject.toml").write_text(project)
    hatch(tmp_path / "project", tmp_path / "a")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    hatch(tmp_path / "project", tmp_path / "b")
    a, b = ({file.name: file.read_bytes() for file in (tmp_path / name).iterdir()} for name in ("a", "b"))
    assert len(a) == 2
    assert a == b


def test_folder_time_and_umask_do_not_change_the_bytes(tmp_path: Path) -> None:
    copy = tmp_path / "somewhere" / "else"
    for name, content in sources(ROOT).items():
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        (copy / name).write_bytes(content)
    shutil.copy(ROOT / ".gitignore", copy)
    for path in copy.rglob("*"):
        path.chmod(0o700 if path.is_dir() else 0o600)
        os.utime(path, (1_000_000_000, 1_000_000_000))
    ours, theirs = built(ROOT, tmp_path / "a", 0o022), built(copy, tmp_path / "b", 0o077)
    assert len(ours) == 2
    assert ours == theirs
