"""The import of a CSV file: every row is accounted for, whatever happens, and each lead is there once."""

from __future__ import annotations

import csv
import re
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import msgspec
import pytest
from foxreach_client import FoxReach, NotSentError, QuotaError, RejectedLead
from foxreach_sandbox import Fault, Sandbox
from foxreach_sandbox.faults import Faults
from foxreach_sandbox.serving import Serving

from tests.examples.running import command, loaded

importing = loaded("import_leads")
Captured = pytest.CaptureFixture[str]
ROWS, TWICE, BAD, EMPTY = 250, 25, 25, 5


def address(number: int) -> str:
    """Return what a row has for an address: each tenth one twice, each tenth one bad, each fiftieth none."""
    if number % 50 == 7:
        return ""
    return {3: f"bad{number}", 4: f"LEAD{number - 4}@example.com"}.get(number % 10, f"lead{number}@example.com")


def file_of(rows: int, folder: Path) -> Path:
    """Return a file with so many rows, as Excel writes it."""
    path = folder / "leads.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as table:
        csv.writer(table).writerows([["E-Mail", "First Name", "Team"], *([address(n), "Zoë", n] for n in range(rows))])
    return path


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file with 250 rows, of which a hundred are sent in a call."""
    monkeypatch.setattr(importing, "MOST", 100)
    return file_of(ROWS, tmp_path)


def rejected(file: Path) -> dict[int, str]:
    """Return the reasons of the rejected rows by their lines, having seen that each line is there once."""
    with file.with_suffix(".rejected.csv").open(encoding="utf-8", newline="") as table:
        rows = [(int(row["line"]), row["reason"]) for row in csv.DictReader(table)]
    assert len({line for line, _ in rows}) == len(rows)
    return dict(rows)


def counted(line: str) -> Counter[str]:
    """Return the numbers of a line of the program."""
    found: list[tuple[str, str]] = re.findall(r"([\d,]+) (rows|created|restored|duplicates|errors|unsent)", line)
    return Counter({name: int(number.replace(",", "")) for number, name in found})


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


def table_of(folder: Path, content: bytes) -> Path:
    """Return a file with this content."""
    path = folder / "leads.csv"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "line 1: the header has no column called email"),
        (b"name,phone\nJane,1\n", "line 1: the header has no column called email"),
        (b"email,Team,Team\n", "line 1: each column of the header needs a name of its own"),
        (b"email,E-mail\n", "line 1: each column of the header needs a name of its own"),
        (b"email,\n", "line 1: each column of the header needs a name of its own"),
        ("email,name\na@example.com,Zo\xeb\n".encode("latin-1"), "line 2 is not UTF-8"),
        ("email\na@example.com\n".encode("utf-16"), "line 1 is not UTF-8"),
        (b'email,name\na@example.com,"Jane\n', "line 2 is not CSV: unexpected end of data"),
        (b"email\ra@example.com\r", "line 1 is not CSV: new-line character"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_with_its_line_before_anything_is_sent(
    foxreach: FoxReach,
    foxreach_sandbox: Sandbox,
    tmp_path: Path,
    capsys: Captured,
    *,
    content: bytes,
    words: str,
) -> None:
    assert importing.run(foxreach, table_of(tmp_path, content)) == 2
    assert capsys.readouterr().err.startswith(f"leads.csv: {words}")
    assert foxreach_sandbox.state.requests == []


def test_a_file_that_is_bad_further_down_is_imported_as_far_as_it_is_good(
    foxreach: FoxReach, foxreach_sandbox: Sandbox, tmp_path: Path, capsys: Captured
) -> None:
    lines = [b"email", *(b"lead%d@example.com" % number for number in range(1500))]
    lines[1200] = b"\xff"
    path = table_of(tmp_path, b"\n".join(lines))
    assert importing.run(foxreach, path) == 2
    err = capsys.readouterr().err
    assert "line 1201 is not UTF-8" in err
    assert "Stopped after line 1001:" in err
    assert len(foxreach_sandbox.state.leads) == 1000
    lines[1200] = b"mended@example.com"
    assert importing.run(foxreach, table_of(tmp_path, b"\n".join(lines)), 1001) == 0
    assert len(foxreach_sandbox.state.leads) == 1500


def test_columns_become_fields_of_the_lead_and_all_others_its_own(
    foxreach: FoxReach, foxreach_sandbox: Sandbox, tmp_path: Path
) -> None:
    header = "EMAIL,First Name,last_name,LinkedIn URL,Tags,Status,Team Size,Beer"
    row = ' jane@example.com ,"Jane\nJ.",,https://l.example,a; b;,unsubscribed,12,'
    short, wide, wrong = "b@example.com", "c@example.com,,,,,,,,x", "d@example.com,,,,,gone"
    path = table_of(tmp_path, f"{header}\r\n{row}\r\n\r\n,,\r\n{short}\r\n{wide}\r\n{wrong}".encode())
    assert importing.run(foxreach, path) == 0
    [jane, other] = foxreach_sandbox.state.leads
    assert (jane["email"], jane["firstName"], jane["lastName"]) == ("jane@example.com", "Jane\nJ.", None)
    assert (jane["linkedinUrl"], jane["tags"], jane["status"]) == ("https://l.example", ["a", "b"], "unsubscribed")
    assert (jane["customFields"], jane["source"]) == ({"Team Size": "12"}, "csv_import")
    assert (other["email"], other["customFields"], other["status"]) == ("b@example.com", None, "active")
    reasons = rejected(path)
    assert list(reasons) == [7, 8]
    assert reasons[7].startswith("9 cells under a header of 8")
    assert reasons[8].startswith("the status is none of active, bounced")


def test_a_byte_order_mark_is_no_part_of_the_first_name(
    foxreach: FoxReach, foxreach_sandbox: Sandbox, tmp_path: Path
) -> None:
    path = table_of(tmp_path, "Beer,email\nAle,jane@example.com\n".encode("utf-8-sig"))
    assert importing.run(foxreach, path) == 0
    assert foxreach_sandbox.state.leads[0]["customFields"] == {"Beer": "Ale"}


def test_a_restored_lead_keeps_what_the_file_leaves_out(
    foxreach: FoxReach, foxreach_sandbox: Sandbox, tmp_path: Path, capsys: Captured
) -> None:
    lead = foxreach.leads.create(email="jane@example.com", company="Acme", tags=["a"])
    foxreach.leads.update(lead.id, status="unsubscribed")
    foxreach.leads.delete(lead.id)
    assert importing.run(foxreach, table_of(tmp_path, b"email,company,tags,status\njane@example.com,,,\n")) == 0
    assert counted(capsys.readouterr().out.splitlines()[0])["restored"] == 1
    [jane] = foxreach_sandbox.state.leads
    assert (jane["company"], jane["tags"], jane["status"]) == ("Acme", ["a"], "unsubscribed")


@pytest.mark.parametrize(("said", "at_once"), [("{0}", True), (" {1} ", True), ("…@…", False), (None, False)])
def test_every_refused_row_is_found_however_the_server_writes_its_address(
    foxreach: FoxReach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, said: str | None, at_once: bool
) -> None:
    def written(email: str) -> str | None:
        return said and said.format(email, email.upper())

    lines = [f"lead{number}@example.com" if number % 3 else f"bad{number}" for number in range(60)]
    path, real = table_of(tmp_path, "\n".join(["email", *lines]).encode()), foxreach.leads.import_leads

    calls = count()

    def import_leads(**arguments: Any) -> Any:
        next(calls)
        report = real(**arguments)
        named = [RejectedLead(email=written(lead.email or ""), reason=lead.reason) for lead in report.error_details]
        return msgspec.structs.replace(report, error_details=named)

    monkeypatch.setattr(foxreach.leads, "import_leads", import_leads)
    assert importing.run(foxreach, path) == 0
    assert rejected(path) == {number + 2: "invalid email" for number in range(0, 60, 3)}
    assert (next(calls) == 1) is at_once


def test_refusals_beyond_the_hundred_that_are_named_are_asked_for(
    foxreach: FoxReach, foxreach_sandbox: Sandbox, tmp_path: Path, capsys: Captured
) -> None:
    lines = [f"bad{number}" if number % 2 else f"lead{number}@example.com" for number in range(1000)]
    path = table_of(tmp_path, "\n".join(["email", *lines]).encode())
    assert importing.run(foxreach, path) == 0
    assert counted(capsys.readouterr().out.splitlines()[-2]) == Counter(rows=1000, created=500, errors=500)
    assert rejected(path) == {number + 2: "invalid email" for number in range(1, 1000, 2)}
    assert len(foxreach_sandbox.state.leads) == 500
    assert foxreach_sandbox.state.statuses == {200: 11}


def test_a_row_that_refuses_the_whole_call_is_left_out_and_the_others_arrive(
    foxreach: FoxReach, foxreach_sandbox: Sandbox, foxreach_faults: Faults, file: Path, capsys: Captured
) -> None:
    place = ["body", "leads", 17, "email"]
    body = {"detail": [{"loc": place, "msg": "value is not a valid email address", "type": "value_error"}]}
    foxreach_faults.next("leads.import_leads", 1, Fault.status(422, body=body))
    assert importing.run(foxreach, file) == 0
    counts = counted(capsys.readouterr().out.splitlines()[-2])
    assert counts.pop("rows") == counts.total() == ROWS
    [line] = [line for line, why in rejected(file).items() if why == "value is not a valid email address"]
    assert len(rejected(file)) == BAD + EMPTY + 1
    assert line == 20  # The seventeenth that was sent: one row before it has no address, and was not.
    assert foxreach_sandbox.state.lead(address(line - 2)) is None


def test_a_refusal_that_names_no_row_stops_it(foxreach: FoxReach, foxreach_faults: Faults, file: Path) -> None:
    foxreach_faults.next("leads.import_leads", 1, Fault.status(422, body={"detail": "no"}))
    assert importing.run(foxreach, file) == 1


def test_rows_are_read_as_they_are_asked_for() -> None:
    def endless() -> Iterator[bytes]:
        yield b"email\n"
        yield from (b"lead%d@example.com\n" % number for number in count())

    rows = importing.records(endless())
    assert [next(rows), next(rows)] == [(1, ["email"]), (2, ["lead0@example.com"])]


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
