"""The import of a CSV file: every row is accounted for, whatever happens, and each lead is there once."""

from __future__ import annotations

import subprocess
from collections import Counter
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from foxreach_client import FoxReach, NotSentError, QuotaError
from foxreach_sandbox import Fault, Sandbox
from foxreach_sandbox.faults import Faults
from foxreach_sandbox.server.serving import Serving

from tests.examples.files import BAD, EMPTY, ROWS, address, counted, file_of, rejected
from tests.examples.running import command, loaded

importing = loaded("import_leads")
Captured = pytest.CaptureFixture[str]


def check_all_is_there(sandbox: Sandbox, file: Path, rows: int = ROWS) -> None:
    """Assert that each good address of the file is a lead once, and that each bad row is in the other file."""
    good = Counter({address(number).lower() for number in range(rows) if "@" in address(number)})
    assert Counter(lead["email"].lower() for lead in sandbox.state.leads) == good
    bad = {n + 2: "invalid email" if address(n) else "no e-mail address" for n in range(rows) if "@" not in address(n)}
    assert rejected(file) == bad
    assert len(bad) == (BAD + EMPTY) * rows / ROWS


def test_as_a_program_it_accounts_for_every_row(
    foxreach_server: Serving, foxreach_sandbox: Sandbox, tmp_path: Path
) -> None:
    file = file_of(2500, tmp_path)
    done = subprocess.run(command("import_leads", file), capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    *progress, end = done.stdout.splitlines()
    assert [counted(line)["rows"] for line in progress] == [1000, 2000, 2500]
    assert counted(progress[-1]) == Counter(rows=2500, created=1950, duplicates=250, errors=250, unsent=50)
    assert end == "Done; leads.rejected.csv has 300 rows."
    assert "@" not in done.stdout
    check_all_is_there(foxreach_sandbox, file, 2500)


@pytest.mark.parametrize("fault", [Fault.status(429, retry_after=30), Fault.close(), Fault.close(after_work=True)])
def test_what_the_client_repeats_loses_and_doubles_nothing(
    foxreach: FoxReach,
    foxreach_sandbox: Sandbox,
    foxreach_faults: Faults,
    file: Path,
    *,
    fault: Fault,
    capsys: Captured,
) -> None:
    foxreach_faults.next("leads.import_leads", 2, fault)
    assert importing.run(foxreach, file) == 0
    counts = counted(capsys.readouterr().out.splitlines()[-2])
    assert counts.pop("rows") == counts.total() == ROWS
    assert counts["errors"] + counts["unsent"] == BAD + EMPTY
    check_all_is_there(foxreach_sandbox, file)


def interrupt(_: Faults) -> None:
    raise KeyboardInterrupt


def lose_the_network(_: Faults) -> None:
    raise NotSentError("leads.import_leads: nothing reached the server")


def have_no_quota(_: Faults) -> None:
    raise QuotaError("leads.import_leads: no room")


def fail(fault: Fault) -> Callable[[Faults], None]:
    return lambda faults: faults.always("leads.import_leads", fault)


@pytest.mark.parametrize("from_the_line", [False, True], ids=["from the start", "from the line it named"])
@pytest.mark.parametrize(
    ("stop", "status"),
    [
        (interrupt, 130),
        (lose_the_network, 1),
        (have_no_quota, 1),
        (fail(Fault.close()), 1),
        (fail(Fault.close(after_work=True)), 1),
        (fail(Fault.truncated()), 1),
        (fail(Fault.status(402)), 1),
    ],
)
def test_after_an_interruption_the_same_command_brings_all(
    foxreach: FoxReach,
    foxreach_sandbox: Sandbox,
    foxreach_faults: Faults,
    file: Path,
    *,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Captured,
    stop: Callable[[Faults], None],
    status: int,
    from_the_line: bool,
) -> None:
    real, calls = foxreach.leads.import_leads, count(1)

    def import_leads(**arguments: Any) -> Any:
        if next(calls) == 2:
            stop(foxreach_faults)
        return real(**arguments)

    monkeypatch.setattr(foxreach.leads, "import_leads", import_leads)
    assert importing.run(foxreach, file) == status
    out, err = capsys.readouterr()
    assert [counted(line)["rows"] for line in out.splitlines()] == [100]
    assert err.splitlines()[-1].startswith("Stopped after line 101: run it again")
    assert "@" not in out + err

    foxreach_faults.clear()
    assert importing.run(foxreach, file, *([101] if from_the_line else [])) == 0
    counts = counted(capsys.readouterr().out.splitlines()[-2])
    assert counts.pop("rows") == counts.total() == (150 if from_the_line else ROWS)
    check_all_is_there(foxreach_sandbox, file)


@pytest.mark.parametrize(
    ("arguments", "key", "words"),
    [([], "otr_any", "required: file"), (["leads.csv", "x"], "otr_any", "invalid int"), (["leads.csv"], "", "API key")],
)
def test_a_wrong_command_says_so_and_ends_with_2(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured, arguments: list[str], key: str, words: str
) -> None:
    monkeypatch.setenv("FOXREACH_API_KEY", key)
    monkeypatch.setattr("sys.argv", ["import_leads.py", *arguments])
    with pytest.raises(SystemExit) as end:
        importing.main()
    assert end.value.code == 2
    assert words in capsys.readouterr().err
