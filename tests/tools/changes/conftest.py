"""A project of its own for each test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.tools.changes import checkout


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "project"
    checkout.make(folder)
    return folder


@pytest.fixture
def project(made: Path, tmp_path: Path) -> Path:
    """Return a project that is in no git checkout."""
    shutil.copytree(made, tmp_path / "project")
    return tmp_path / "project"
