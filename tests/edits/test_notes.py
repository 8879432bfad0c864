"""One edit of the spec brings five new things to a typed package, and its example uses them on the sandbox."""

from __future__ import annotations

from pathlib import Path

from tests.edits.notes import EXAMPLE, NOTES
from tests.edits.test_edits import ROOT, copied, run


def test_five_new_things_go_from_one_edit_to_an_example_on_the_sandbox(tmp_path: Path) -> None:
    copied(ROOT, tmp_path)
    NOTES.apply(tmp_path, spec=True)
    made = run(tmp_path, "-m", "generator")
    assert made.returncode == 0, made.stdout + made.stderr
    (tmp_path / "notes.py").write_text(EXAMPLE, "utf-8")
    checked = run(tmp_path, "-m", "mypy", "--strict", "--config-file=", "--cache-dir=.mypy", "notes.py")
    assert checked.returncode == 0, checked.stdout + checked.stderr
    used = run(tmp_path, "notes.py")
    assert used.stdout.splitlines() == [
        "The server knows the key: 422",
        "True note_1 ['Call her', 'Write to him'] ['id,text', 'note_1,Call her']",
        "('notes.create', 3) ('notes.export', 1) ('notes.list', 1) ('notes.upload', 1)",
    ], used.stderr
