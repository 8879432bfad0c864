import subprocess
from pathlib import Path

import pytest

from benchmarks.clock import in_process, of_child, output_of_child


def test_work_is_warmed_up_once_and_then_repeated_long_enough() -> None:
    done: list[int] = []
    measure = in_process(lambda: done.append(1), enough=0.0)
    assert len(done) == 2
    assert measure() >= 0
    assert len(done) == 3


def test_a_child_that_fails_is_not_measured(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(subprocess.CalledProcessError):
        of_child("raise SystemExit('broken')", tmp_path)()
    assert "broken" in capfd.readouterr().err


def test_child_processes_use_bytecode_even_if_writing_it_is_disabled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    (tmp_path / "imported.py").write_text("print('ran')")
    assert output_of_child("import imported", tmp_path) == "ran\n"
    assert list((tmp_path / "bytecode").rglob("imported.*.pyc"))
