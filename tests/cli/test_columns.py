"""Columns of an import: what each becomes, what is refused, and that an import reads what an export wrote."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.cli.shell import Shell
from tests.cli.test_import import leads, written

WORD = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=6)
TEXT = (WORD | st.sampled_from(["a,b", "c;d", "[x", '["x"]', '"', "true", "12"])).map(str.strip).filter(bool)
NAME = st.sampled_from(["", "E-Mail", "Status", "id", "Created At", "foxr_line", "custom_fields.x", "Customfields"])


@settings(max_examples=60)
@given(tags=st.lists(TEXT, min_size=1, max_size=4, unique=True), custom=st.dictionaries(NAME | TEXT, TEXT, min_size=1))
@example(tags=["a,b", "c;d"], custom={"Office": "Bonn", "Office ": "Wien"})
def test_an_import_reads_what_an_export_wrote(
    tags: list[str], custom: dict[str, str], answering: Shell, tmp_path_factory: pytest.TempPathFactory
) -> None:
    lead: dict[str, Any] = {"email": "a@example.com", "tags": tags, "customFields": custom}
    for kind in ("csv", "jsonl"):
        name = str(tmp_path_factory.mktemp("trip") / f"all.{kind}")
        answering.sandbox.reset()
        assert answering("api", "POST", "/leads", "--json", "-", stdin=json.dumps(lead)).status == 0
        assert answering("leads", "export", name).status == 0
        answering.sandbox.reset()
        done = answering("leads", "import", name)
        assert done.status == 0, done.err
        [found] = leads(answering).values()
        assert {field: found[field] for field in lead} == lead


@pytest.mark.parametrize("header", ["ID", "id", "Created At", "createdAt", "Updated-At", "Last Contacted At"])
def test_a_column_is_left_out_of_exports_alone(header: str, shell: Shell) -> None:
    done = shell("leads", "import", "-", stdin=f"email,{header}\na@example.com,7\n")
    assert (done.status, f"{header} -> custom field" in done.err) == (0, True), done.err
    row = json.dumps({"email": "b@example.com", header: 7})
    done = shell("leads", "import", "-", stdin=row)
    assert (done.status, f"{header} -> custom field" in done.err) == (0, True), done.err
    assert [lead["customFields"] for lead in leads(shell).values()] == [{header: "7"}, {header: 7}]


def test_columns_of_one_name_are_refused_with_a_way_out(shell: Shell) -> None:
    done = shell("leads", "import", "-", stdin="email,x,x\na@example.com,1,2\n")
    assert (done.status, shell.sandbox.state.requests) == (2, [])
    assert "--map" not in done.err
    assert "Rename" in done.err


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"firstName": "A", "first_name": "B"}, "first_name is a second value for 'first_name'"),
        ({"customFields": {"Office": 1}, "Office": 2}, "Office is a second value for 'Office'"),
        ({"customFields": [1], "Office": 2}, "customFields is not a JSON object"),
        ({"Office": 2, "customFields": "[1]"}, "customFields is not a JSON object"),
        ({"tags": 5}, "tags: "),
        ('{"firstName": "A", "firstName": "B"}', "has 'firstName' twice"),
        ('{"customFields": {"x": 1, "x": 2}}', "has 'x' twice"),
    ],
)
@pytest.mark.parametrize("more", [[], ["--dry-run"]])
def test_a_row_that_loses_a_value_is_rejected_alone(more: list[str], row: Any, words: str, shell: Shell) -> None:
    text = row if isinstance(row, str) else json.dumps(row)
    rows = text.replace("{", '{"email": "a@example.com", ', 1) + '\n{"email": "ok@example.com"}\n'
    done = shell("leads", "import", "-", *more, stdin=rows)
    assert (done.status, f"line 1: {words}" in done.err) == (1, True), done.err
    assert list(leads(shell)) == ([] if more else ["ok@example.com"])


def test_a_cell_that_is_no_object_costs_its_own_row(shell: Shell) -> None:
    rows = 'email,customFields,Office\na@x.com,[1],Bonn\nb@x.com,null,\nc@x.com,"{""A"": 1}",Bonn\n'
    done = shell("leads", "import", "-", "-o", "json", stdin=rows)
    assert (done.status, done.json["rejected"]) == (1, 2), done.err
    assert leads(shell)["c@x.com"]["customFields"] == {"A": 1, "Office": "Bonn"}


@pytest.mark.parametrize("kind", ["csv", "jsonl"])
def test_a_row_that_is_rejected_again_has_the_new_reason_alone(kind: str, shell: Shell, tmp_path: Path) -> None:
    bad = {"email": "", "status": "sleeping", "notes": "mine"}
    text = json.dumps(bad) + "\n" if kind == "jsonl" else f"{','.join(bad)}\n{','.join(bad.values())}\n"
    first, second = tmp_path / f"1.{kind}", tmp_path / f"2.{kind}"
    name = written(tmp_path / f"rows.{kind}", ("" if kind == "jsonl" else "email,notes\n") + text)
    name = written(tmp_path / f"rows.{kind}", text)
    assert shell("leads", "import", name, "--rejected", str(first)).status == 1
    first.write_text(first.read_text("utf-8").replace("sleeping", "active"), "utf-8")
    assert shell("leads", "import", str(first), "--rejected", str(second)).status == 1
    text = second.read_text("utf-8")
    assert (text.count("foxr_reason"), text.index("foxr_line") < text.index("foxr_reason")) == (1, True)
    [row] = map(json.loads, text.splitlines()) if kind == "jsonl" else csv.DictReader(text.splitlines())
    assert ("one of" in row["foxr_reason"], row["notes"], row["status"]) == (False, "mine", "active")


def test_a_line_that_is_no_json_is_kept_when_it_is_rejected_again(shell: Shell, tmp_path: Path) -> None:
    first, second = tmp_path / "1.jsonl", tmp_path / "2.jsonl"
    name = written(tmp_path / "rows.jsonl", '{"email": \n')
    assert shell("leads", "import", name, "--rejected", str(first)).status == 1
    assert shell("leads", "import", str(first), "--rejected", str(second)).status == 1
    assert json.loads(second.read_text("utf-8"))["foxr_text"] == '{"email": '


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"PK\x03\x04\x14\0\0\0", "Save it as CSV"),
        (b"\x1f\x8b\x08\0", "Save it as CSV"),
        (b'[{"email": "a@example.com"}]', "one object a line"),
        (b"\xef\xbb\xbf[\n", "one object a line"),
    ],
)
def test_a_file_that_is_no_list_of_rows_is_named(content: bytes, words: str, shell: Shell, tmp_path: Path) -> None:
    done = shell("leads", "import", written(tmp_path / "rows.csv", content))
    assert (done.status, words in done.err, "--map" in done.err) == (2, True, False), done.err


def test_the_separator_is_the_one_that_finds_the_address(shell: Shell) -> None:
    done = shell("leads", "import", "-", stdin="E-Mail;Name, Vorname, Titel\na@example.com;B, C\n")
    assert done.status == 0, done.err
    assert leads(shell)["a@example.com"]["customFields"] == {"Name, Vorname, Titel": "B, C"}


def test_a_quoted_cell_may_have_many_lines(shell: Shell) -> None:
    notes = "\n".join(map(str, range(150)))
    done = shell("leads", "import", "-", stdin=f'email,notes\na@example.com,"{notes}"\n')
    assert (done.status, leads(shell)["a@example.com"]["notes"]) == (0, notes), done.err


def test_an_encoding_with_bytes_that_are_no_text_is_no_encoding(shell: Shell) -> None:
    done = shell("leads", "import", "-", "--encoding", "\udcff", stdin="email\n")
    assert (done.status, "is no encoding" in done.err) == (2, True), done.err
