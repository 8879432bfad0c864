"""What a person can mend is told in a sentence with status 2, and nothing is sent."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from foxreach_shell.main import main

from tests.cli.shell import Done, Shell, Stream


def refused(shell: Shell, done: Done, words: str, status: int = 2) -> bool:
    """Return whether a command said *words* and sent nothing."""
    assert (done.status, words in done.err, shell.sandbox.state.requests) == (status, True, []), done
    return True


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (("inbox", "watch", "--exec", '"unclosed'), "--exec: a quote is not closed"),
        (("leads", "import", "FILE", "--encoding", "rot13"), "'rot13' is no encoding"),
        (("leads", "import", "FILE", "--encoding", "base64"), "'base64' is no encoding"),
        (("webhooks", "listen", "--port", "99999", "--secret-file", "FILE"), "--port: must be 0 to 65535"),
        (("webhooks", "listen", "--port", "x", "--secret-file", "FILE"), "--port: is not a whole number"),
        (("webhooks", "verify", "FILE", "--signature", "00", "--secret-file", "BINARY"), "is not UTF-8"),
    ],
)
def test_what_a_person_can_mend_is_told(command: tuple[str, ...], words: str, shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "FILE").write_text("email\n", "utf-8")
    (tmp_path / "BINARY").write_bytes(b"\xff\xfe\x80")
    assert refused(shell, shell(*[str(tmp_path / each) if each.isupper() else each for each in command]), words)


@pytest.mark.parametrize("command", [("leads", "list"), ("schema",), ("leads", "list", "-o", "json")])
def test_a_stdout_that_is_closed_is_told(
    command: tuple[str, ...], shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    err = Stream()
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", err)
    assert refused(shell, Done(main(command, **shell.options), "", err.getvalue()), "stdout is closed")


def test_other_streams_may_be_closed(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    out = Stream()
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", None)
    assert main(("nowhere",), **shell.options) == 2
    sys.stderr.close()  # What took its place.
    err = Stream()
    monkeypatch.setattr(sys, "stderr", err)
    monkeypatch.setattr(sys, "stdin", None)
    assert main(("auth", "login", "--profile", "z"), **shell.options) == 3
    sys.stdin.close()
    assert "Nothing was stored" in err.getvalue()
