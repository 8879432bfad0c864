"""Imports and exports: messy files, an independent reckoning of what must be there, and every interruption."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx2
import pytest
from foxreach_sandbox import Sandbox
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cli.shell import Shell

HEADER = "E-Mail;First Name;Firma;Team Size;tags"


def written(path: Path, content: str | bytes, encoding: str = "utf-8") -> str:
    """Write a file and return its name."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
    return str(path)


def leads(shell: Shell) -> dict[str, dict[str, Any]]:
    """Return the leads of the sandbox by address."""
    return {lead["email"]: lead for lead in shell.sandbox.state.leads}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_file_is_read_in_any_common_encoding(encoding: str, end: str, shell: Shell, tmp_path: Path) -> None:
    lines = [HEADER, "jürgen@example.com;Jürgen;Müller & Söhne;12;a,b", "zoë@example.com;Zoë;Café;;", ""]
    name = written(tmp_path / "leads.csv", end.join(lines), encoding)
    done = shell("leads", "import", name, "--map", "Firma=company", "-o", "json")
    assert done.status == 0, done.err
    assert done.json["created"] == 2
    found = leads(shell)["jürgen@example.com"]
    assert (found["firstName"], found["company"], found["tags"]) == ("Jürgen", "Müller & Söhne", ["a", "b"])
    assert found["customFields"] == {"Team Size": "12"}
    assert "customFields" not in {k for k, v in leads(shell)["zoë@example.com"].items() if v}


def test_one_bad_row_never_costs_another(shell: Shell, tmp_path: Path) -> None:
    rows = [
        b"email,first_name,status",
        b"a@example.com,A,active",
        b'b@example.com,"not closed,active',
        b"c@example.com,\xff\xfe,active",
        b"d@example.com,D,active,too,many",
        b"e@example.com,E,sleeping",
        b'f@example.com,"two\nlines",active',
        b",nobody,active",
        b"",
        "g@example.com,Jürgen,ACTIVE".encode(),
        "h@example.com,Zoë,".encode(),
    ]
    name = written(tmp_path / "leads.csv", b"\n".join(rows))
    bad = tmp_path / "bad.csv"
    done = shell("leads", "import", name, "--rejected", str(bad), "-o", "json")
    assert done.status == 1, done.err
    assert sorted(leads(shell)) == [f"{each}@example.com" for each in "afgh"]
    assert leads(shell)["f@example.com"]["firstName"] == "two\nlines"
    found = {row["foxr_line"]: row["foxr_reason"] for row in csv.DictReader(io.StringIO(bad.read_text("utf-8")))}
    assert sorted(map(int, found)) == [3, 4, 5, 6, 9]
    assert found["3"] == "a quote is not closed"
    assert "bytes" in found["4"]
    assert "5 cells" in found["5"]
    assert "one of" in found["6"]
    assert done.json["rejected"] == 5
    assert bad.stat().st_mode & 0o077 == 0
    again = shell("leads", "import", str(bad), "-o", "json", "--dry-run")
    assert "foxr_line -> left out" in again.err


def test_progress_and_summary_count_the_same_rows(shell: Shell, tmp_path: Path) -> None:
    rows = "a@example.com,A\na@example.com,B\nb@example.com,B,too,many\nno-address,C\n,D\n"
    done = shell("leads", "import", written(tmp_path / "leads.csv", f"email,first_name\n{rows}"), terminal=True)
    counts = {name: int(count) for count, name in re.findall(r"^ +(\d+)  ([\w ]+)", done.out, re.MULTILINE)}
    assert counts == {"rows": 5, "created": 1, "restored": 0, "duplicates": 1, "rejected": 3, "maybe sent twice": 0}
    assert re.search(r"5 of 5 rows, .*: 1 created, 1 duplicates, 3 rejected\n", done.err), done.err


def test_a_dry_run_checks_every_row_and_sends_nothing(shell: Shell, tmp_path: Path) -> None:
    name = written(tmp_path / "leads.csv", "email,notes\na@example.com,x\nA@example.com,y\nb@example.com\n,z\n")
    done = shell("leads", "import", name, "--dry-run", "-o", "json")
    assert (done.status, shell.sandbox.state.requests) == (1, [])
    assert done.json == {"rows": 4, "valid": 3, "rejected": 1, "twice_in_file": 1, "calls": 1, "sent": 0}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--map", "Mail=email"], "has no column 'Mail'"),
        (["--map", "email=mood"], "'mood' is no field"),
        (["--map", "email"], "COLUMN=FIELD"),
        (["--encoding", "klingon"], "is no encoding"),
        (["--map", "email="], "leaves out email"),
        (["--map", "name=email"], "are both email"),
    ],
)
def test_a_wrong_mapping_is_refused_before_anything_is_sent(
    arguments: list[str], words: str, shell: Shell, tmp_path: Path
) -> None:
    name = written(tmp_path / "leads.csv", "email,name\na@example.com,A\n")
    done = shell("leads", "import", name, *arguments)
    assert (done.status, shell.sandbox.state.requests) == (2, [])
    assert words in done.err


def test_what_is_exported_can_be_imported(shell: Shell, tmp_path: Path) -> None:
    rows = 'email,notes,tags,Team Size,ID\na@example.com,"x, ""y""\nz",p;q,12,mine\n=b@example.com,,,,\n'
    assert shell("leads", "import", "-", stdin=rows, terminal=True).status == 0
    before = leads(shell)
    for kind in ("csv", "jsonl"):
        path = tmp_path / f"all.{kind}"
        assert shell("leads", "export", str(path)).status == 0
        other = Shell(Sandbox(limit=None))
        done = other("leads", "import", str(path))
        assert done.status == 0, done.err
        for email, lead in leads(other).items():
            same = {"email", "notes", "tags", "customFields"}
            assert {k: lead[k] for k in same} == {k: before[email][k] for k in same}
    assert before["a@example.com"]["customFields"] == {"Team Size": "12", "ID": "mine"}


CELL = st.text(
    st.characters(codec="utf-8", exclude_characters="\r\n\0,;\t", exclude_categories=["Cs", "Cc"]), max_size=8
)
ROW = st.tuples(st.integers(0, 30), CELL, st.sampled_from(["ok", "quote", "bytes", "cells"]))


@settings(max_examples=40)
@given(
    rows=st.lists(ROW, max_size=12), separator=st.sampled_from([",", ";", "\t"]), end=st.sampled_from(["\n", "\r\n"])
)
def test_every_row_is_there_or_rejected(
    rows: list[tuple[int, str, str]],
    separator: str,
    end: str,
    answering: Shell,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """The reckoning knows what was written, and reads no CSV."""
    folder = tmp_path_factory.mktemp("fuzzed")
    content, good, bad = f"email{separator}notes{separator}Extra{end}".encode(), dict[str, str](), list[int]()
    for line, (number, notes, kind) in enumerate(rows, 2):
        email, quoted = f"p{number}@example.com", '"' + notes.replace('"', '""') + '"'
        text = f"{email}{separator}{quoted}{separator}".encode()
        spoiled = {"quote": f'{email}{separator}"open', "bytes": "", "cells": f"{text.decode()}{separator}x"}
        text = {"ok": text, "bytes": text + b"x\xff"}.get(kind) or spoiled[kind].encode()
        content += text + end.encode()
        if kind == "ok":
            good.setdefault(email, notes.strip())
        else:
            bad.append(line)
    answering.sandbox.reset()
    name, rejected = written(folder / "leads.csv", content), folder / "bad.csv"
    done = answering(
        "leads",
        "import",
        name,
        "--encoding",
        "utf-8",
        "--separator",
        separator,
        "--rejected",
        str(rejected),
        "-o",
        "json",
    )
    assert done.status == (1 if bad else 0), done.err
    assert {email: lead["notes"] or "" for email, lead in leads(answering).items()} == good
    listed = list(csv.DictReader(io.StringIO(rejected.read_text("utf-8")), delimiter=separator))
    assert [int(row["foxr_line"]) for row in listed] == bad


class Stopping(httpx2.BaseTransport):
    """Raises *fault* before or after the request with the number *at*."""

    def __init__(self, inner: httpx2.BaseTransport, at: int, *, after: bool, fault: type[BaseException]) -> None:
        self.inner, self.left, self.after, self.fault = inner, at, after, fault

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send the request, or stop."""
        self.left -= 1
        if self.left == 0 and not self.after:
            raise self.fault
        response = self.inner.handle_request(request)
        if self.left == 0:
            response.read()
            raise self.fault
        return response


@pytest.mark.parametrize("fault", [KeyboardInterrupt, SystemError])
@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("at", [1, 2, 5])
def test_an_import_resumes_after_any_interruption(
    at: int, after: bool, fault: type[BaseException], shell: Shell, tmp_path: Path
) -> None:
    rows = "".join(f"p{number}@example.com,{number}\n" for number in range(50))
    name = written(tmp_path / "leads.csv", f"email,notes\n{rows},nobody\n")
    command = ["leads", "import", name, "--batch-size", "10", "-o", "json"]
    transport = Stopping(shell.sandbox.transport(), at, after=after, fault=fault)
    stopped = shell(*command, http_client=httpx2.Client(transport=transport))
    assert stopped.status == (130 if fault is KeyboardInterrupt else 6)
    assert "--resume" in stopped.err
    refused = shell(*command)
    assert refused.status == 2
    sent = len(shell.sandbox.state.requests)
    done = shell(*command, "--resume")
    assert done.status == 1, done.err
    assert len(leads(shell)) == 50
    assert len(shell.sandbox.state.requests) - sent == 5 - (at - 1)
    assert (done.json["rows"], done.json["rejected"]) == (51, 1)
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["leads.csv"]


@pytest.fixture
def served() -> Iterator[tuple[Sandbox, dict[str, str]]]:
    """Return a sandbox on a socket and the environment of a command that uses it."""
    sandbox = Sandbox(limit=None)
    with sandbox.serve() as where:
        yield sandbox, {**os.environ, "FOXREACH_BASE_URL": where.url, "FOXREACH_API_KEY": sandbox.key}


def test_an_import_that_is_killed_resumes(served: tuple[Sandbox, dict[str, str]], tmp_path: Path) -> None:
    sandbox, environ = served
    rows = "".join(f"p{number}@example.com\n" for number in range(3000))
    name = written(tmp_path / "leads.csv", f"email\n{rows}")
    command = [sys.executable, "-m", "foxreach_shell", "leads", "import", name, "--batch-size", "100", "-o", "json"]
    running = subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    while len(sandbox.state.rows("leads")) < 300:
        with suppress(subprocess.TimeoutExpired):
            pytest.fail(f"ended with {running.wait(0.05)}")
    running.send_signal(signal.SIGKILL)
    running.communicate()
    done = subprocess.run([*command, "--resume"], env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert len(sandbox.state.rows("leads")) == 3000
    assert json.loads(done.stdout)["rows"] == 3000
    assert sandbox.key not in done.stderr
