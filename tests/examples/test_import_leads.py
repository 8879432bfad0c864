"""The import of a CSV file as a program: every row has an outcome, and the program resumes where it stopped."""

from __future__ import annotations

import csv
import json
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from foxreach_sandbox import Fault, Sandbox
from foxreach_sandbox.faults import Faults
from foxreach_sandbox.server.serving import Serving

from tests.examples.running import EXAMPLES, command

ROWS = 2500


def address(number: int) -> str:
    """Return the address of a row: each tenth one twice, each tenth one bad, each fiftieth none."""
    if number % 50 == 7:
        return ""
    return {3: f"bad{number}", 4: f"LEAD{number - 4}@example.com"}.get(number % 10, f"lead{number}@example.com")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file as Excel writes it."""
    path = tmp_path / "leads.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as table:
        csv.writer(table).writerows([["E-Mail", "First Name"], *([address(n), "Zoë"] for n in range(ROWS))])
    return path


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    program = command("import_leads", *arguments)
    return subprocess.run(program, capture_output=True, text=True, timeout=60, check=False)


def check_all_is_there(sandbox: Sandbox, file: Path) -> None:
    """Assert that each good address of the file is a lead once, and that each row has an outcome."""
    good = Counter({address(number).lower() for number in range(ROWS) if "@" in address(number)})
    assert Counter(lead["email"].lower() for lead in sandbox.state.leads) == good
    outcomes = [json.loads(line) for line in file.with_suffix(".outcomes").read_text().splitlines()]
    assert [outcome["row"] for outcome in outcomes] == list(range(1, ROWS + 1))
    refused = [outcome["row"] for outcome in outcomes if outcome["result"] == "refused"]
    assert refused == [number + 1 for number in range(ROWS) if "@" not in address(number)]


def test_every_row_has_an_outcome(foxreach_server: Serving, foxreach_sandbox: Sandbox, file: Path) -> None:
    done = run(file)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert [line.split(" rows")[0] for line in lines] == ["1,000", "2,000", "2,500"]
    assert "1,950 created, 0 restored, 250 duplicates, 300 refused" in lines[-1]
    check_all_is_there(foxreach_sandbox, file)


@pytest.mark.parametrize("fault", [Fault.close(after_work=True), Fault.truncated(), Fault.status(402)])
def test_after_an_interruption_the_same_command_imports_the_rest(
    foxreach_server: Serving, foxreach_sandbox: Sandbox, foxreach_faults: Faults, file: Path, *, fault: Fault
) -> None:
    whole = file.read_bytes()
    lines = whole.splitlines(keepends=True)
    file.write_bytes(b"".join(lines[:1001]))
    assert run(file).returncode == 0
    file.write_bytes(whole)
    foxreach_faults.always("leads.import_leads", fault)
    done = run(file)
    assert done.returncode == 1
    assert done.stderr.endswith(". Run it again to resume.\n")
    assert "@" not in done.stdout + done.stderr

    foxreach_faults.clear()
    before = len(foxreach_sandbox.state.requests)
    assert run(file).returncode == 0
    assert len(foxreach_sandbox.state.requests) - before < 30  # The first thousand rows are not sent again.
    check_all_is_there(foxreach_sandbox, file)


def test_a_mistake_is_named_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, foxreach_server: Serving
) -> None:
    done = run()
    assert done.returncode == 2
    assert "required: file" in done.stderr
    done = run(tmp_path / "missing.csv")
    assert (done.returncode, list(tmp_path.iterdir())) == (1, [])
    assert "No such file" in done.stderr
    assert "Traceback" not in done.stderr
    assert "Run it again" not in done.stderr
    (tmp_path / "leads.csv").write_bytes("email\na@example.com\n".encode("utf-16"))
    done = run(tmp_path / "leads.csv")
    assert done.stderr.startswith("No CSV file in UTF-8: 'utf-8' codec")
    assert done.stderr.endswith("invalid start byte.\n")
    monkeypatch.delenv("FOXREACH_API_KEY")
    done = run(tmp_path / "missing.csv")
    assert done.returncode == 1
    assert "API key" in done.stderr


def test_after_a_refused_row_is_mended_the_message_leads_on(
    foxreach_server: Serving, foxreach_sandbox: Sandbox, tmp_path: Path
) -> None:
    path = tmp_path / "leads.csv"
    path.write_text("email\na@example.com\nnobody\n")
    assert run(path).returncode == 0
    assert "2 rows (all in earlier runs: nothing is sent): 1 created" in run(path).stdout
    path.write_text("email\na@example.com\nb@example.com\n")
    done = run(path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"{tmp_path / 'leads.checkpoint'} is about other rows")
    assert "Delete it to import from the first row on; rows that are there already count as" in done.stderr
    assert done.stderr.endswith("duplicates.\n")
    (tmp_path / "leads.checkpoint").unlink()
    assert "1 created, 0 restored, 1 duplicates, 0 refused" in run(path).stdout
    assert len(foxreach_sandbox.state.leads) == 2


def test_the_program_is_short() -> None:
    assert len((EXAMPLES / "import_leads.py").read_text("utf-8").splitlines()) < 60
