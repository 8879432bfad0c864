"""The module that writes: a whole tree or nothing, after any fault."""

from __future__ import annotations

import errno
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.output import write as writing
from generator.output.manifest import NAME, manifest
from generator.output.write import differences, files_in, intact, recover, replaceable, write
from tests.generator.killed import cannot_exchange

ROOT = Path(__file__).resolve().parents[3]
OLD = {"a.py": "old", "sub/b.py": "old"}
NEW = {"a.py": "new", "c.py": "new"}

# Writes one of two trees, again and again, while others do the same.
WRITER = """
import sys
from pathlib import Path
from generator.output.write import write
name = sys.argv[2]
for _ in range(40):
    write(Path(sys.argv[1]), {f"{name}{i}.py": name for i in range(5)})
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a package with the old tree."""
    write(tmp_path / "package", OLD)
    return tmp_path / "package"


def texts(folder: Path) -> dict[str, str]:
    return {path: content.decode() for path, content in files_in(folder).items()}


def beside(folder: Path) -> list[str]:
    return [path.name for path in folder.parent.iterdir() if path != folder]


def kills(tmp_path: Path, way: str) -> list[dict[str, Any]]:
    """Return what was found after each kill; the last run was not killed."""
    command = [sys.executable, "-m", "tests.generator.killed", str(tmp_path), way]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    found: list[dict[str, Any]] = json.loads(done.stdout)
    assert len(found) > 15
    assert [facts["killed"] for facts in found] == [True] * (len(found) - 1) + [False]
    return found


def test_the_folder_has_exactly_the_files_of_the_tree(folder: Path) -> None:
    (folder / "extra.py").write_text("extra")
    write(folder, NEW)
    assert texts(folder) == NEW
    assert beside(folder) == []


def test_line_ends_are_written_as_they_are(tmp_path: Path) -> None:
    write(tmp_path / "package", {"a.py": "one\ntwo\n"})
    assert (tmp_path / "package" / "a.py").read_bytes() == b"one\ntwo\n"


def test_the_folder_can_be_entered_by_others(folder: Path) -> None:
    assert folder.stat().st_mode & 0o777 == 0o755


@pytest.mark.skipif(sys.platform != "linux", reason="other systems cannot exchange two folders in one step")
def test_a_kill_at_any_moment_leaves_the_whole_old_tree_or_the_whole_new_one(tmp_path: Path) -> None:
    found = kills(tmp_path, "exchange")
    assert {facts["found"] for facts in found} == {"old", "new"}


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
@pytest.mark.parametrize("way", ["exchange", "renames"])
def test_the_run_after_a_kill_finds_a_whole_tree_and_removes_leftovers(tmp_path: Path, way: str) -> None:
    found = kills(tmp_path, way)
    assert {facts["recovered"] for facts in found} == {"old", "new"}
    assert {tuple(facts["beside"]) for facts in found} == {("package",)}
    assert {facts["again"] for facts in found} == {"new"}


def test_without_an_atomic_exchange_the_folders_are_renamed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "_exchange", cannot_exchange)
    write(folder, NEW)
    assert texts(folder) == NEW
    assert beside(folder) == []


def test_a_rename_that_fails_puts_the_old_tree_back(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rename = Path.rename

    def failing(path: Path, target: Path) -> Path:
        if ".new-" in path.name:
            raise OSError(errno.EACCES, "Permission denied")
        return rename(path, target)

    monkeypatch.setattr(writing, "_exchange", cannot_exchange)
    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(PermissionError):
        write(folder, NEW)
    assert texts(folder) == OLD
    assert beside(folder) == []


def test_a_full_disk_leaves_the_old_tree(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_bytes = Path.write_bytes

    def full(path: Path, content: bytes) -> int:
        if path.name == "c.py":
            raise OSError(errno.ENOSPC, "No space left on device")
        return write_bytes(path, content)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space left"):
        write(folder, NEW)
    assert texts(folder) == OLD
    assert beside(folder) == []


def test_a_run_waits_for_another_one_and_keeps_its_folder(tmp_path: Path) -> None:
    command = [sys.executable, "-c", WRITER, str(tmp_path / "package")]
    running = [subprocess.Popen([*command, name], cwd=ROOT) for name in ("one", "two", "three")]
    assert [process.wait() for process in running] == [0, 0, 0]
    found = texts(tmp_path / "package")
    (name,) = set(found.values())
    assert found == {f"{name}{i}.py": name for i in range(5)}
    assert beside(tmp_path / "package") == []


def test_recovery_removes_only_the_leftovers_of_this_folder(tmp_path: Path) -> None:
    for name in ("pack[a]ge", ".pack[a]ge.new-1", ".pack[a]ge.old", ".package.new-1", ".other.old"):
        (tmp_path / name).mkdir()
    recover(tmp_path / "pack[a]ge")
    assert sorted(path.name for path in tmp_path.iterdir()) == [".other.old", ".package.new-1", "pack[a]ge"]


def test_a_write_removes_leftovers_that_appeared_during_the_run(tmp_path: Path) -> None:
    for name in (".p.new-1", ".p.old"):
        (tmp_path / name).mkdir()
    write(tmp_path / "p", {"a.py": ""})
    assert [path.name for path in tmp_path.iterdir()] == ["p"]


def test_each_difference_has_its_kind(tmp_path: Path) -> None:
    before = {"same.py": "1", "stale.py": "1", "edited.py": "1", "missing.py": "1", "lost.py": "1"}
    write(tmp_path / "p", before | {NAME: manifest("0", before)})
    for path, text in (("edited.py", "by hand"), ("extra.py", ""), ("__pycache__/same.pyc", "")):
        (tmp_path / "p" / path).parent.mkdir(exist_ok=True)
        (tmp_path / "p" / path).write_text(text)
    (tmp_path / "p" / "missing.py").unlink()
    now = {"same.py": "1", "stale.py": "2", "edited.py": "1", "missing.py": "1", "new.py": ""}
    assert differences(tmp_path / "p", now | {NAME: manifest("0", before)}) == [
        "edited by hand: edited.py",
        "extra: extra.py",
        "extra: lost.py",
        "missing: missing.py",
        "missing: new.py",
        "stale: stale.py",
    ]


def test_a_missing_folder_lacks_every_file(tmp_path: Path) -> None:
    assert differences(tmp_path / "none", {"a.py": ""}) == ["missing: a.py"]


@pytest.mark.parametrize(
    ("path", "content"),
    [
        *(("a.py", "edited"), ("a.py", None), ("extra.py", "")),
        *((NAME, text) for text in ("[]", "{", '{"files": 1}', None)),
    ],
)
def test_a_folder_is_intact_as_long_as_its_own_manifest_lists_it(
    tmp_path: Path, path: str, content: str | None
) -> None:
    write(tmp_path / "p", OLD | {NAME: manifest("0", OLD)})
    (tmp_path / "p" / "__pycache__").mkdir()
    (tmp_path / "p" / "__pycache__" / "a.pyc").touch()
    assert intact(tmp_path / "p")
    if content is None:
        (tmp_path / "p" / path).unlink()
    else:
        (tmp_path / "p" / path).write_text(content)
    assert not intact(tmp_path / "p")


def test_only_a_generated_or_empty_folder_may_be_replaced(tmp_path: Path) -> None:
    for name, files in {
        "replaceable": [NAME, "a.py"],
        "cache": ["__pycache__/a.pyc"],
        "empty": [],
        "theirs": ["a"],
    }.items():
        (tmp_path / name / "__pycache__").mkdir(parents=True)
        for file in files:
            (tmp_path / name / file).touch()
    (tmp_path / "file").touch()
    names = ["replaceable", "cache", "empty", "none", "theirs", "file"]
    assert [name for name in names if replaceable(tmp_path / name)] == ["replaceable", "cache", "empty", "none"]
