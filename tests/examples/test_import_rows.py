"""What an import makes of a file: columns, bad rows and files, and the reason for each row that is refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import msgspec
import pytest
from foxreach_client import FoxReach, RejectedLead
from foxreach_sandbox import Fault, Sandbox
from foxreach_sandbox.faults import Faults

from tests.examples.files import BAD, EMPTY, ROWS, address, counted, rejected, table_of
from tests.examples.running import loaded

importing = loaded("import_leads")
Captured = pytest.CaptureFixture[str]


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
    [sentence] = capsys.readouterr().err.splitlines()
    assert sentence.startswith(f"leads.csv: {words}")
    assert foxreach_sandbox.state.requests == []


@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_cells_are_parted_by_what_parts_the_header(
    foxreach: FoxReach, foxreach_sandbox: Sandbox, tmp_path: Path, between: str
) -> None:
    rows = [["\ufeffEmail", "Company", "Tags"], ["a@example.com", '"Ac,me;\tInc"', '"one;two"']]
    content = "".join(f"{between.join(row)}\r\n" for row in rows).encode()
    assert importing.run(foxreach, table_of(tmp_path, content)) == 0
    [lead] = foxreach_sandbox.state.leads
    assert (lead["company"], lead["tags"]) == ("Ac,me;\tInc", ["one", "two"])


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
