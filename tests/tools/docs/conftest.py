"""The documentation site, built once for all tests, and once more elsewhere."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools.docs.sources import sources

ROOT = Path(__file__).resolve().parents[3]
OTHERWISE = {"PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": "1700000000", "TZ": "Asia/Tokyo", "LC_ALL": "C"}


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the site, where the session `docs` has it: whoever is first builds it for both."""
    folder = ROOT / "build" / "docs" if os.access(ROOT, os.W_OK) else tmp_path_factory.mktemp("docs")
    command = [sys.executable, "-m", "tools.docs", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


@pytest.fixture(scope="session")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the files of the sdist; tests/publish/test_contents.py compares the list with a real one."""
    folder = tmp_path_factory.mktemp("some where") / "else"
    for name, content in sources(ROOT).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


@pytest.fixture(scope="session")
def elsewhere(unpacked: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with `docs/site` and its archive, built from the files of the sdist, without git and network.

    The file `wishes` has what the build asked the system for.
    """
    folder = tmp_path_factory.mktemp("elsewhere")
    program = str(Path(__file__).with_name("offline.py"))
    command = [sys.executable, program, str(folder / "wishes"), str(folder / "docs"), f"--archive={folder}"]
    environ = {**OTHERWISE, "PYTHONPATH": str(unpacked)}
    done = subprocess.run(command, cwd=unpacked, env=environ, capture_output=True, text=True, check=False, umask=0o077)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder
