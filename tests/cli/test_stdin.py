"""Text on stdin: read as a file is, whatever the encoding of the terminal."""

from __future__ import annotations

import json

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


def test_the_schema_of_an_operation_is_one_line_or_no_table(shell: Shell) -> None:
    [facts] = shell("schema", "leads.create", "-o", "jsonl").lines
    assert facts == shell("schema", "leads.create", "-o", "json").json
    done = shell("schema", "leads.create", "-o", "csv")
    assert (done.status, done.out) == (2, "")
