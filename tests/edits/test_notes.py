"""One edit of the spec brings five new things to a typed package, and its example uses them on the sandbox.

tests/publish/test_new_things.py does the same with a wheel.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.edits.notes import EXAMPLE, NOTES, PRINTED
from tests.edits.test_edits import ROOT, copied, path_of, run
from tools.rehearsal.sandbox import sandbox

TESTS = ("tests/spec/test_spec.py", "tests/sandbox/test_engine.py", "tests/client/test_every_status.py")
CHOSEN = "notes or written_down or statuses_of_the_reference or every_status_of or has_a_behaviour or of_its_own"


def test_five_new_things_go_from_one_edit_to_an_example_on_the_sandbox(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied(ROOT, tmp_path)
    NOTES.apply(tmp_path, spec=True)
    made = run(tmp_path, "-m", "generator")
    assert made.returncode == 0, made.stdout + made.stderr
    (tmp_path / "notes.py").write_text(EXAMPLE, "utf-8")
    checked = run(tmp_path, "-m", "mypy", "--strict", "--config-file=", "--cache-dir=.mypy", "notes.py")
    assert checked.returncode == 0, checked.stdout + checked.stderr
    serve = f"import sys; sys.path[:0] = {path_of(tmp_path)!r}; from foxreach_sandbox.__main__ import main; main()"
    with sandbox([sys.executable, "-c", serve], tmp_path) as running:
        monkeypatch.setenv("FOXREACH_API_KEY", running.key)
        monkeypatch.setenv("FOXREACH_BASE_URL", running.url)
        used = run(tmp_path, "notes.py")
        assert used.stdout.splitlines() == PRINTED, used.stderr
        assert running.seen().statuses == {201: 3, 422: 1, 200: 2}
    NOTES.apply(tmp_path, spec=False)
    passed = run(tmp_path, "-m", "pytest", "-q", "-p", "no:cacheprovider", *TESTS, "-k", CHOSEN)
    assert passed.returncode == 0, passed.stdout + passed.stderr
