"""Builds are reproducible: folder, time and umask do not change the bytes."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tools.release.build import FOLDERS, ROOT

FILES = ("pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", ".gitignore")


def built(project: Path, folder: Path, umask: int) -> dict[str, bytes]:
    command = [sys.executable, "-m", "hatchling", "build", "--directory", str(folder)]
    subprocess.run(command, cwd=project, check=True, capture_output=True, umask=umask)
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_folder_time_and_umask_do_not_change_the_bytes(tmp_path: Path) -> None:
    copy = tmp_path / "somewhere" / "else"
    for folder in FOLDERS:
        shutil.copytree(ROOT / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for name in FILES:
        shutil.copy(ROOT / name, copy)
    for path in copy.rglob("*"):
        path.chmod(0o700 if path.is_dir() else 0o600)
        os.utime(path, (1_000_000_000, 1_000_000_000))
    ours, theirs = built(ROOT, tmp_path / "a", 0o022), built(copy, tmp_path / "b", 0o077)
    assert len(ours) == 2
    assert ours == theirs
