"""API keys are found in all tracked files."""

import subprocess
from pathlib import Path

from tools.release.safety import holds_key, tracked

KEY = "otr_" + "a1" * 8


def test_a_key_is_found_in_any_kind_of_file(tmp_path: Path) -> None:
    (tmp_path / "a.bin").write_bytes(b"\xff\x00" + KEY.encode() + b"\x00")
    (tmp_path / "b.md").write_text("otr_your_key, otr_short, otr_...")
    assert [path.name for path in sorted(tmp_path.iterdir()) if holds_key(path)] == ["a.bin"]


def test_tracked_files_are_searched_whatever_their_names(tmp_path: Path) -> None:
    for name in ("tracked", "ä b\n.py", "stranger"):
        (tmp_path / name).write_text("")
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    subprocess.run(["git", "add", "tracked", "ä b\n.py"], cwd=tmp_path, check=True)
    assert {path.name for path in tracked(tmp_path)} == {"tracked", "ä b\n.py"}


def test_a_copy_without_git_is_searched_as_a_whole(tmp_path: Path) -> None:
    (tmp_path / ".nox").mkdir()
    for name in ("a.py", ".nox/b.py"):
        (tmp_path / name).write_text("")
    assert [path.name for path in tracked(tmp_path)] == ["a.py"]
