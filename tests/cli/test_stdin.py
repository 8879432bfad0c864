"""Text on stdin: read as a file is, whatever the encoding of the terminal."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.cli.shell import Shell


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_stdin_is_utf_8_with_or_without_a_mark(mark: bytes, demo: Shell) -> None:
    body = {"email": "jürgen@example.com", "firstName": "Jürgen"}
    done = demo(
        "leads", "create", "--json", "-", "-o", "json", stdin=mark + json.dumps(body, ensure_ascii=False).encode()
    )
    assert (done.status, done.json["first_name"]) == (0, "Jürgen"), done.err
    found = demo("leads", "get", "-", "-o", "json", stdin=mark + done.json["id"].encode())
    assert (found.status, found.json[0]["email"]) == (0, "jürgen@example.com"), found.err


@pytest.mark.parametrize("words", [["create", "--json", "-"], ["get", "-"]])
def test_stdin_that_is_not_utf_8_is_refused(words: list[str], demo: Shell) -> None:
    done = demo("leads", *words, stdin=b'{"email": "\xfc@example.com"}')
    assert (done.status, done.err, demo.sandbox.state.requests) == (2, "foxr: stdin is not UTF-8.\n", [])


READ_BEFORE = "import sys; input(); from foxreach_shell.main import main; sys.exit(main(sys.argv[1:]))"


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["--version"], 0, "foxr "),
        (["leads", "create", "--json", "-", "--dry-run"], 0, "jürgen@example.com"),
        (["leads", "delete", "-", "--dry-run"], 0, "%C3%BC"),
    ],
)
def test_a_program_may_have_read_a_part_of_stdin(words: list[str], status: int, said: str) -> None:
    body = 'joe\n{"email": "jürgen@example.com"}\n' if "create" in words else "joe\nü\n"
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", READ_BEFORE, *words],
        input=body.encode(), capture_output=True, check=False, env={**os.environ, "FOXREACH_API_KEY": "otr_x"},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (status, b"")
    assert said in done.stdout.decode()


def test_the_schema_of_an_operation_is_one_line_or_no_table(shell: Shell) -> None:
    [facts] = shell("schema", "leads.create", "-o", "jsonl").lines
    assert facts == shell("schema", "leads.create", "-o", "json").json
    done = shell("schema", "leads.create", "-o", "csv")
    assert (done.status, done.out) == (2, "")
