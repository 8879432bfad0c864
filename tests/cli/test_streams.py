"""A stdout or stderr that cannot be written: it stops no work, hides no failure and is no wrong usage."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from foxreach_sandbox import Sandbox
from foxreach_shell import streams, watch
from foxreach_shell.listening import Listener

from tests.cli.shell import Broken, Shell

FULL = "No space left on device"
FAULTS = pytest.mark.parametrize("fault", [errno.EPIPE, errno.ENOSPC])


def rows(path: Path, count: int, *more: str) -> str:
    """Write a list of rows and return its name."""
    path.write_text("email\n" + "".join(f"p{number}@example.com\n" for number in range(count)) + "".join(more))
    return str(path)


@FAULTS
@pytest.mark.parametrize("terminal", [False, True])
def test_a_stderr_that_breaks_stops_no_import(terminal: bool, fault: int, shell: Shell, tmp_path: Path) -> None:
    err = Broken(fault, 20, terminal=terminal)
    done = shell("leads", "import", rows(tmp_path / "l.csv", 50), "--batch-size", "10", "-o", "json", err=err)
    assert (done.status, done.json["created"], len(shell.sandbox.state.leads)) == (0, 50, 50)


@FAULTS
def test_an_error_keeps_its_status_without_a_stderr(fault: int, shell: Shell) -> None:
    assert shell("leads", "get", "cld_none", err=Broken(fault)).status == 4
    assert shell("leads", "lst", err=Broken(fault)).status == 2


@pytest.mark.parametrize(("fault", "done"), [(errno.EPIPE, 0), (errno.ENOSPC, 1)])
def test_a_stdout_that_breaks_keeps_the_status_of_the_work(fault: int, done: int, demo: Shell, tmp_path: Path) -> None:
    lead, other = (each["id"] for each in demo.sandbox.state.leads[:2])
    name = rows(tmp_path / "l.csv", 2)
    bad = rows(tmp_path / "bad.csv", 2, "x@example.com,too many\n")
    for status, words in (
        (done, ["leads", "create", "--email", "new@example.com"]),
        (done, ["leads", "update", lead, other, "--title", "CTO"]),
        (4, ["leads", "get", lead, "cld_none"]),
        (4, ["leads", "get", "cld_none", lead]),
        (done, ["leads", "import", name]),
        (1, ["leads", "import", bad]),
        (1, ["leads", "import", bad, "--dry-run"]),
        (done, ["--help"]),
        (done, ["leads", "list", "--help"]),
        (done, ["leads", "upsert", "--email", "new@example.com", "--dry-run"]),
    ):
        found = demo(*words, out=Broken(fault))
        assert (found.status, f"stdout: {FULL}" in found.err) == (status, fault == errno.ENOSPC), (words, found.err)
        assert "fault of the program" not in found.err
    assert [each["title"] for each in demo.sandbox.state.leads[:2]] == ["CTO", "CTO"]
    assert "new@example.com" in {each["email"] for each in demo.sandbox.state.leads}
    assert {path.name for path in tmp_path.iterdir() if path.is_file()} == {"l.csv", "bad.csv"}


def test_a_full_stdout_is_one_object_for_a_program(shell: Shell) -> None:
    done = shell("leads", "create", "--email", "a@example.com", "-o", "json", out=Broken(errno.ENOSPC))
    assert (done.status, done.error["class"], FULL in done.error["detail"]) == (1, "OSError", True)


@pytest.mark.parametrize(("fault", "status"), [(errno.EPIPE, 0), (errno.ENOSPC, 1)])
@pytest.mark.parametrize("kind", ["table", "json", "jsonl", "csv"])
def test_a_list_that_nobody_reads_ends(kind: str, fault: int, status: int, shell: Shell, tmp_path: Path) -> None:
    assert shell("leads", "import", rows(tmp_path / "l.csv", 230)).status == 0
    before = len(shell.sandbox.state.requests)
    done = shell("leads", "list", "--all", "-o", kind, out=Broken(fault))
    assert (done.status, len(shell.sandbox.state.requests) - before) == (status, 1), done.err
    assert shell("leads", "export", "-", out=Broken(fault)).status == status


@pytest.mark.parametrize(("fault", "status"), [(errno.EPIPE, 0), (errno.ENOSPC, 1)])
def test_a_watch_that_nobody_reads_ends_and_nothing_counts_as_seen(
    fault: int, status: int, demo: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits = list[float]()
    monkeypatch.setattr(watch, "sleep", waits.append)
    mark = tmp_path / "seen"
    done = demo("inbox", "watch", "--from-start", "--looks", "3", "--bookmark", str(mark), out=Broken(fault))
    assert (done.status, waits, mark.exists()) == (status, [], False)


def test_a_delivery_that_nobody_reads_is_sent_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", streams.Stream(Broken(errno.EPIPE)))
    with Listener(0, None, lambda body, _: {"body": body.decode()}) as listener:
        assert [listener.take(b"x", None) for _ in range(2)] == [503, 503]


@pytest.fixture(scope="module")
def environ() -> Iterator[dict[str, str]]:
    """Return the environment of commands on a sandbox with rows."""
    sandbox = Sandbox(seed="demo", limit=None)
    with sandbox.serve() as where:
        yield {**os.environ, "FOXREACH_BASE_URL": where.url, "FOXREACH_API_KEY": sandbox.key}


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize(
    ("script", "status"),
    [
        ("foxr leads create --email {0}@example.com >/dev/full", 1),
        ("foxr leads get cld_2 cld_none 2>/dev/full | true; exit ${{PIPESTATUS[0]}}", 4),
        ("exec 3> >(:); wait $!; foxr leads get cld_none 2>&3", 4),
    ],
)
def test_the_status_of_a_process_is_that_of_its_work(
    script: str, status: int, unbuffered: str, environ: dict[str, str]
) -> None:
    foxr = f'foxr() {{ "{sys.executable}" -m foxreach_shell "$@"; }}; '
    done = subprocess.run(
        ["bash", "-c", foxr + script.format(f"p{unbuffered}")],
        env={**environ, "PYTHONUNBUFFERED": unbuffered}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, "Exception ignored" in done.stderr) == (status, False), done.stderr
    assert ("stdout: " in done.stderr) is (">/dev/full" in script.replace("2>/dev/full", ""))
