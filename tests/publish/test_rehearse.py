"""What ends a rehearsal: an example that does not check, fails, warns or hangs."""

import sys
from pathlib import Path

import pytest

from tests.rehearsal.server import Serving
from tools import rehearse

NOWHERE = Serving("http://127.0.0.1:9/api/v1")
PYTHON = Path(sys.executable)


def story(folder: Path, text: str) -> list[str]:
    example = folder / "example.py"
    example.write_text(text)
    return rehearse.run_program(example, PYTHON, NOWHERE, str(folder))


def test_the_example_gets_the_server_and_its_lines_are_the_story(tmp_path: Path) -> None:
    program = "import os\nprint(os.environ['FOXREACH_BASE_URL'])\nprint(os.environ['FOXREACH_API_KEY'])"
    assert story(tmp_path, program) == [NOWHERE.base_url, rehearse.KEY]


def test_a_busy_machine_is_no_fault_of_the_example(tmp_path: Path) -> None:
    warning = "Executing <Task pending name='Task-1'> took 0.139 seconds"
    assert story(tmp_path, f"import sys; print(1); print({warning!r}, file=sys.stderr)") == ["1"]


@pytest.mark.parametrize(
    ("program", "message"),
    [
        ("print('so far'); raise SystemExit(3)", "example.py ended with status 3:\nso far"),
        ("open(__file__)", "ResourceWarning"),
        ("import warnings; warnings.warn('old', DeprecationWarning)", "DeprecationWarning: old"),
    ],
)
def test_an_example_that_fails_or_warns_ends_it(tmp_path: Path, program: str, message: str) -> None:
    with pytest.raises(SystemExit, match=message):
        story(tmp_path, program)


def test_an_example_that_hangs_ends_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rehearse, "SECONDS", 0.5)
    with pytest.raises(SystemExit, match="still running"):
        story(tmp_path, "import threading; threading.Event().wait()")


@pytest.mark.parametrize(("program", "checker"), [("number: int = ''\n", "mypy"), ("import json\n", "pyright")])
def test_an_example_that_does_not_check_ends_it(tmp_path: Path, program: str, checker: str) -> None:
    example = tmp_path / "example.py"
    example.write_text(program)
    (tmp_path / "scratch").mkdir()
    with pytest.raises(SystemExit, match=f"{checker} finds faults"):
        rehearse.check_types(example, tmp_path / "scratch", PYTHON)
