"""Finding the Pythons to test on."""

from pathlib import Path

import pytest

from tools.development.environments import pyenv_folders


def test_pyenv_versions_are_found_even_if_not_selected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for version in ("3.1.4", "3.12.1", "3.13.0"):
        folder = tmp_path / "versions" / version / "bin"
        folder.mkdir(parents=True)
        (folder / f"python{version.rpartition('.')[0]}").touch()
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path))
    assert pyenv_folders(["3.12", "3.14"]) == [str(tmp_path / "versions" / "3.12.1" / "bin")]
    assert pyenv_folders(["3.1"]) == [str(tmp_path / "versions" / "3.1.4" / "bin")]


def test_without_pyenv_nothing_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path / "none"))
    assert pyenv_folders(["3.12"]) == []
