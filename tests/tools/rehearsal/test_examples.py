"""Running an example: failures, warnings, timeouts, and differences from what the sandbox saw."""

import sys
from collections import Counter
from pathlib import Path

import pytest

from tools.rehearsal import examples
from tools.rehearsal.examples import EXAMPLES, FOLDER, Example, ExampleError, disagreements, run_program
from tools.rehearsal.sandbox import Sandbox, Seen

NOWHERE = Sandbox("http://127.0.0.1:9/api/v1", "otr_any", "http://127.0.0.1:9/")
PROGRAM = Example("program.py", throttled="leads.list", refused={404: 2}, left={"leads": 3})


def story(folder: Path, text: str, *arguments: str) -> list[str]:
    program = folder / "program.py"
    program.write_text(text)
    return run_program([program, *arguments], Path(sys.executable), NOWHERE, folder)


def seen(statuses: dict[int, int], leads: int = 3, pending: tuple[str, ...] = ()) -> Seen:
    return Seen(Counter(statuses), {"leads": leads, "campaigns": 0}, pending)


def test_a_program_gets_the_sandbox_and_its_output_is_returned(tmp_path: Path) -> None:
    text = (
        "import os, sys\nfor name in ('BASE_URL', 'API_KEY'): print(os.environ[f'FOXREACH_{name}'])\nprint(sys.argv[1])"
    )
    assert story(tmp_path, text, "leads.csv") == [NOWHERE.url, NOWHERE.key, "leads.csv"]


def test_a_warning_of_asyncio_about_a_busy_machine_is_ignored(tmp_path: Path) -> None:
    warning = "Executing <Task pending name='Task-1'> took 0.139 seconds"
    assert story(tmp_path, f"import sys; print(1); print({warning!r}, file=sys.stderr)") == ["1"]


@pytest.mark.parametrize(
    ("program", "message"),
    [
        ("print('so far'); raise SystemExit(3)", "program.py exited with status 3:\nso far"),
        ("open(__file__)", "(?s)program.py exited with status 0, but wrote to stderr:\n.*ResourceWarning"),
        (
            "import warnings; warnings.warn('old', DeprecationWarning)",
            "(?s)exited with status 1.*DeprecationWarning: old",
        ),
    ],
)
def test_a_program_that_fails_or_warns_is_an_error(tmp_path: Path, program: str, message: str) -> None:
    with pytest.raises(ExampleError, match=message):
        story(tmp_path, program)


def test_a_program_that_hangs_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examples, "SECONDS", 0.5)
    with pytest.raises(ExampleError, match="still running"):
        story(tmp_path, "import threading; threading.Event().wait()")


def test_an_expected_run_has_no_disagreement() -> None:
    assert disagreements(PROGRAM, seen({200: 9, 404: 2, 429: 1})) == []


@pytest.mark.parametrize(
    ("saw", "sentence"),
    [
        (seen({404: 2}, pending=("429 at leads.list",)), "the injected fault was never received: 429 at leads.list"),
        (seen({404: 2}), "it answered with 404 x2 instead of 404 x2, 429 x1"),
        (seen({404: 1, 429: 1}), "it answered with 404 x1, 429 x1 instead of 404 x2, 429 x1"),
        (
            seen({200: 8, 404: 2, 429: 1, 500: 1}),
            "it answered with 404 x2, 429 x1, 500 x1 instead of 404 x2, 429 x1",
        ),
        (seen({404: 2, 429: 1}, leads=2), "it has 2 leads instead of 3"),
    ],
)
def test_each_disagreement_is_reported(saw: Seen, sentence: str) -> None:
    assert sentence in disagreements(PROGRAM, saw)


def test_the_rehearsed_examples_exist() -> None:
    assert [example.name for example in EXAMPLES if not (FOLDER / example.name).is_file()] == []
