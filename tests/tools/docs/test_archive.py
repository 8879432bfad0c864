"""The archive of the site: whole or not there, whoever else writes one and whenever it is interrupted."""

from __future__ import annotations

import shutil
import threading
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tools.docs import archive, building
from tools.docs.__main__ import main

ROOT = Path(__file__).resolve().parents[3]
VERSION = "runtime/foxreach_runtime/version.py"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a checkout with a version and nothing else."""
    (tmp_path / "root" / VERSION).parent.mkdir(parents=True)
    (tmp_path / "root" / VERSION).write_text('__version__ = "1.0.0"\n')
    shutil.copy(ROOT / "pyproject.toml", tmp_path / "root")
    return tmp_path / "root"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "out" / "site").mkdir(parents=True)
    (tmp_path / "out" / "site" / "index.html").write_text("page")
    return tmp_path / "out" / "site"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_archive_replaces_that_of_an_older_version_and_what_a_kill_left(
    root: Path, site: Path, tmp_path: Path
) -> None:
    dist = tmp_path / "dist"
    (dist / ".doc-killed.part").mkdir(parents=True)
    for name in ("foxreach_client-0.9.0.doc.zip", "foxreach_client-0.9.0.doc.zip.part", "foxreach_client-0.9.0.whl"):
        (dist / name).touch()
    assert archive.write(site, dist, root) == dist / "foxreach_client-1.0.0.doc.zip"
    assert names(dist) == ["foxreach_client-0.9.0.whl", "foxreach_client-1.0.0.doc.zip"]


def test_an_interruption_keeps_the_archive_that_is_there(
    root: Path, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = archive.write(site, tmp_path / "dist", root).read_bytes()

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    def built(_: Path, __: Path) -> Path:
        return site

    monkeypatch.setattr(zipfile.ZipFile, "writestr", interrupted)
    monkeypatch.setattr(building, "build", built)
    assert main([str(site.parent), "--archive", str(tmp_path / "dist")], root) == 130
    assert capsys.readouterr().err == "docs: interrupted: the site was built, and its archive was not written\n"
    assert names(tmp_path / "dist") == ["foxreach_client-1.0.0.doc.zip"]
    assert (tmp_path / "dist" / "foxreach_client-1.0.0.doc.zip").read_bytes() == before


def test_two_runs_at_once_both_write_the_archive(
    root: Path, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    both, write = threading.Barrier(2), zipfile.ZipFile.writestr

    def waiting(packed: zipfile.ZipFile, *arguments: Any) -> None:
        try:
            both.wait(0.2)  # Passes if both write at once, and else lets the other one try.
        except threading.BrokenBarrierError:
            both.reset()
        write(packed, *arguments)

    monkeypatch.setattr(zipfile.ZipFile, "writestr", waiting)
    with ThreadPoolExecutor() as pool:
        runs = [pool.submit(archive.write, site, tmp_path / "dist", root) for _ in range(2)]
    assert [run.result() for run in runs] == [tmp_path / "dist" / "foxreach_client-1.0.0.doc.zip"] * 2
    assert names(tmp_path / "dist") == ["foxreach_client-1.0.0.doc.zip"]


def test_the_archive_may_be_beside_the_site(root: Path, site: Path) -> None:
    assert archive.write(site, site.parent, root).parent == site.parent
