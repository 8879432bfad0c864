"""The option of the golden cases, known when their file is named on the command line, and projects to run on."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.__main__ import main
from tests.generator import cases
from tests.generator.runs import arguments


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="make what is generated now what the golden cases expect")


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a document, `spec.yaml`, and the package made of it, `package`."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "spec.yaml").write_text(cases.text("get"), "utf-8")
    assert main(arguments(folder)) == 0
    return folder


@pytest.fixture
def project(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of *made* in the current folder."""
    shutil.copytree(made, tmp_path / "project")
    monkeypatch.chdir(tmp_path / "project")
    return tmp_path / "project"
