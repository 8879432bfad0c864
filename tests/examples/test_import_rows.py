"""What the import of a CSV file makes of its columns and of bad rows and files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from foxreach_sandbox import Sandbox
from foxreach_sandbox.server.serving import Serving

from tests.examples.running import loaded

importing = loaded("import_leads")


def imported(folder: Path, content: bytes) -> list[Any]:
    """Import a file with this content and return the outcomes of its rows."""
    path = folder / "leads.csv"
    path.write_bytes(content)
    importing.main(path)
    return [json.loads(line) for line in path.with_suffix(".outcomes").read_text().splitlines()]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "a column called email"),
        (b"name,phone\nJane,1\n", "a column called email"),
        (b"email,Team,Team\n", "a name of its own"),
        (b"email,E-mail\n", "a name of its own"),
        (b"email,\n", "a name of its own"),
        ("email,name\na@example.com,Zo\xeb\n".encode("latin-1"), "'utf-8' codec"),
        ("email\na@example.com\n".encode("utf-16"), "'utf-8' codec"),
        (b'email,name\na@example.com,"Jane\n', "unexpected end of data"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_before_anything_is_sent(
    foxreach_server: Serving, foxreach_sandbox: Sandbox, tmp_path: Path, content: bytes, words: str
) -> None:
    with pytest.raises((UnicodeError, importing.csv.Error), match=words):
        imported(tmp_path, content)
    assert foxreach_sandbox.state.requests == []
    assert [path.name for path in tmp_path.iterdir()] == ["leads.csv"]


@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_cells_are_separated_as_those_of_the_header(
    foxreach_server: Serving, foxreach_sandbox: Sandbox, tmp_path: Path, between: str
) -> None:
    rows = [["\ufeffEmail", "Company", "Tags"], ["a@example.com", '"Ac,me;\tInc"', '"one;two"']]
    imported(tmp_path, "".join(f"{between.join(row)}\r\n" for row in rows).encode())
    [lead] = foxreach_sandbox.state.leads
    assert (lead["company"], lead["tags"]) == ("Ac,me;\tInc", ["one", "two"])


def test_columns_become_fields_of_the_lead_and_all_others_custom_fields(
    foxreach_server: Serving, foxreach_sandbox: Sandbox, tmp_path: Path
) -> None:
    header = "EMAIL,First Name,last_name,LinkedIn URL,Tags,Status,Team Size,Beer"
    row = ' jane@example.com ,"Jane\nJ.",,https://l.example,a; b;,unsubscribed,12,'
    bad = ["c@example.com,,,,,,,,x", "d@example.com,,,,,gone", ",Nobody", "no address"]
    outcomes = imported(tmp_path, "\r\n".join([header, row, "", ",,", "b@example.com", *bad]).encode())
    [jane, other] = foxreach_sandbox.state.leads
    assert (jane["email"], jane["firstName"], jane["lastName"]) == ("jane@example.com", "Jane\nJ.", None)
    assert (jane["linkedinUrl"], jane["tags"], jane["status"]) == ("https://l.example", ["a", "b"], "unsubscribed")
    assert (jane["customFields"], jane["source"]) == ({"Team Size": "12"}, "csv_import")
    assert (other["email"], other["customFields"], other["status"]) == ("b@example.com", None, "active")
    assert [outcome["result"] for outcome in outcomes] == ["created"] * 2 + ["refused"] * 4
    assert [outcome["row"] for outcome in outcomes] == [1, 2, 3, 4, 5, 6]
    assert outcomes[2]["reason"] == "has more cells than the header has columns"
    assert "email" in outcomes[4]["reason"]


def test_a_restored_lead_keeps_what_the_file_leaves_out(
    foxreach_server: Serving, foxreach_sandbox: Sandbox, tmp_path: Path
) -> None:
    with importing.FoxReach() as client:
        lead = client.leads.create(email="jane@example.com", company="Acme", tags=["a"], custom_fields={"Beer": "Ale"})
        client.leads.update(lead.id, status="unsubscribed")
        client.leads.delete(lead.id)
    [outcome] = imported(tmp_path, b"email,company,tags,status,Beer\njane@example.com,,,,\n")
    assert outcome["result"] == "restored"
    [jane] = foxreach_sandbox.state.leads
    assert (jane["company"], jane["tags"], jane["status"]) == ("Acme", ["a"], "unsubscribed")
    assert jane["customFields"] == {"Beer": "Ale"}
