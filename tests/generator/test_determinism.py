"""The output has the same bytes with any hash seed, working directory and settings outside the generator."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.output.manifest import inputs_hash
from generator.output.write import files_in
from tests.generator import cases
from tests.generator.api.test_models import HOSTILE
from tests.generator.runs import ROOT, arguments

# What other folders and machines may bring along. Each would show in the output if it had any effect.
SETTINGS = HOSTILE | {
    "pyproject.toml": HOSTILE["pyproject.toml"] + "[tool.ruff.format]\nquote-style = 'single'\n",
    "ruff.toml": "line-length = 20\nindent-width = 2\n[lint]\nselect = ['ALL']\n[format]\nquote-style = 'single'\n",
    ".gitignore": "*\n",
    ".ignore": "*\n",
}
RUFF: Any = {
    "RUFF_OUTPUT_FORMAT": "json",
    "RUFF_NO_CACHE": "false",
    "RUFF_CACHE_DIR": "cache",
    "RUFF_OUTPUT_FILE": "client.py",
}


def made(folder: Path, *, here: Path = ROOT, spec: bytes | None = None, **environment: str) -> dict[str, bytes]:
    """Return the package that a new interpreter generates in *folder*, which must not exist; it runs in *here*."""
    folder.mkdir()
    text = (cases.text("values") + "\n").encode() if spec is None else spec
    (folder / "spec.yaml").write_bytes(text)
    command = [sys.executable, "-m", "generator", *arguments(folder)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)} | environment
    subprocess.run(command, cwd=here, env=environment, check=True, stdout=subprocess.DEVNULL)
    return files_in(folder / "package")


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return made(tmp_path_factory.mktemp("usual") / "project", PYTHONHASHSEED="0")


@pytest.mark.parametrize("seed", ["1", "random"])
def test_the_hash_seed_has_no_effect(usual: dict[str, bytes], tmp_path: Path, seed: str) -> None:
    assert made(tmp_path / "project", PYTHONHASHSEED=seed) == usual


def test_the_working_directory_and_its_settings_have_no_effect(usual: dict[str, bytes], tmp_path: Path) -> None:
    for name, text in SETTINGS.items():
        (tmp_path / name).write_text(text)
    assert made(tmp_path / "project", here=tmp_path, **RUFF) == usual


def test_settings_above_the_temporary_folder_have_no_effect(usual: dict[str, bytes], tmp_path: Path) -> None:
    scratch = tmp_path / "build" / ".venv" / "node_modules"
    scratch.mkdir(parents=True)
    for folder in (tmp_path, scratch):
        (folder / ".git").mkdir()
        for name, text in SETTINGS.items():
            (folder / name).write_text(text)
    assert made(tmp_path / "project", here=tmp_path, TMPDIR=str(scratch), HOME=str(tmp_path)) == usual


def test_locale_and_time_zone_have_no_effect(usual: dict[str, bytes], tmp_path: Path) -> None:
    assert made(tmp_path / "project", LC_ALL="C", PYTHONUTF8="0", TZ="Pacific/Apia", COLUMNS="20") == usual


def test_the_name_of_the_document_needs_no_locale(tmp_path: Path) -> None:
    def named(place: str, **environment: str) -> dict[str, bytes]:
        folder = tmp_path / place
        folder.mkdir()
        (folder / "späc.yaml").write_text(cases.text("get"), "utf-8")
        command = [sys.executable, "-m", "generator", "--spec", "späc.yaml", "--out", "package"]
        environment = os.environ | {"PYTHONPATH": str(ROOT)} | environment
        subprocess.run(command, cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL)
        return files_in(folder / "package")

    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    assert named("plain", **plain) == named("usual", PYTHONUTF8="1")


def test_line_ends_of_the_document_have_no_effect(usual: dict[str, bytes], tmp_path: Path) -> None:
    turned = (cases.text("values") + "\n").encode().replace(b"\n", b"\r\n")
    assert made(tmp_path / "project", spec=turned) == usual


def test_the_order_of_directory_listings_has_no_effect(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usual, listed = inputs_hash(tmp_path / "spec.yaml"), Path.glob

    def turned(folder: Path, pattern: str) -> list[Path]:
        return list(listed(folder, pattern))[::-1]

    monkeypatch.setattr(Path, "glob", turned)
    assert inputs_hash(tmp_path / "spec.yaml") == usual


def test_the_hash_of_the_inputs_covers_all_inputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("spec.yaml", "templates/a/b.py.jinja", "templates/models/c.jinja2", "generator/rules/d.py")
    for path in map(tmp_path.joinpath, names):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("a\n")
    monkeypatch.setattr("generator.output.manifest.ROOT", tmp_path)
    hashes = [inputs_hash(tmp_path / "spec.yaml")]
    for path in map(tmp_path.joinpath, names):
        path.write_text("b\n")
        hashes.append(inputs_hash(tmp_path / "spec.yaml"))
    monkeypatch.setattr("generator.output.manifest.TOOLS", ("pytest",))
    hashes.append(inputs_hash(tmp_path / "spec.yaml"))
    assert len(set(hashes)) == 6
