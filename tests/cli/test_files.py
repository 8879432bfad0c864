"""The files that imports and exports write: none is lost, and nothing is sent before they can be written."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx2
import pytest
from foxreach_shell.rejected import write_rejected

from tests.cli.shell import Done, Shell
from tests.cli.test_import import Stopping

ROWS = "email,notes\na@example.com,x\nnobody,y\nb@example.com,z\n"


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    """Return a list of rows, one of which is refused."""
    path = tmp_path / "rows.csv"
    path.write_text(ROWS)
    return path


def stopped(shell: Shell, rows: Path, *more: str) -> None:
    """Leave an import that stopped after its first call."""
    transport = Stopping(shell.sandbox.transport(), 2, after=False, fault=KeyboardInterrupt)
    client = httpx2.Client(transport=transport)
    assert shell("leads", "import", str(rows), "--batch-size", "1", *more, http_client=client).status == 130


@pytest.mark.parametrize("dry", [["--dry-run"], []])
@pytest.mark.parametrize("target", ["rows.csv", "link.csv", "rows.csv.foxr-import", "rows.csv.foxr-import-rows"])
def test_the_rejected_rows_replace_no_file_of_the_import(
    target: str, dry: list[str], shell: Shell, rows: Path, tmp_path: Path
) -> None:
    (tmp_path / "link.csv").symlink_to(rows)
    done = shell("leads", "import", str(rows), "--rejected", str(tmp_path / target), *dry)
    assert (done.status, rows.read_text(), shell.sandbox.state.requests) == (2, ROWS, [])
    assert "--rejected" in done.err


@pytest.mark.parametrize("name", ["c", "rows.csv"])
@pytest.mark.parametrize("more", [["--restart"], ["--resume"], []])
def test_a_file_that_is_no_checkpoint_is_kept(
    name: str, more: list[str], shell: Shell, rows: Path, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_text(ROWS)
    done = shell("leads", "import", str(rows), "--checkpoint", str(path), *more)
    assert (done.status, path.read_text(), shell.sandbox.state.requests) == (2, ROWS, [])
    assert str(path) in done.err
    assert "Add --resume" not in done.err


def test_a_foreign_file_in_the_place_of_the_outcomes_is_kept(shell: Shell, rows: Path, tmp_path: Path) -> None:
    foreign = tmp_path / "c-rows"
    foreign.write_text(ROWS)
    done = shell("leads", "import", str(rows), "--checkpoint", str(tmp_path / "c"))
    assert (done.status, foreign.read_text(), shell.sandbox.state.requests) == (2, ROWS, [])


def test_restart_begins_at_the_first_row(shell: Shell, rows: Path) -> None:
    stopped(shell, rows)
    done = shell("leads", "import", str(rows), "--restart", "-o", "json")
    assert (done.status, done.json["rows"], done.json["duplicates"]) == (1, 3, 1)


@pytest.mark.parametrize("option", ["--rejected", "--checkpoint"])
@pytest.mark.parametrize("target", ["none/r.csv", "folder"])
def test_a_path_that_cannot_be_written_is_refused_before_the_first_call(
    option: str, target: str, shell: Shell, rows: Path, tmp_path: Path
) -> None:
    (tmp_path / "folder").mkdir()
    done = shell("leads", "import", str(rows), option, str(tmp_path / target))
    assert (done.status, shell.sandbox.state.requests) == (2, [])
    assert str(tmp_path / target) in done.err


@pytest.mark.parametrize("target", ["none/r.csv", "folder"])
def test_an_export_names_the_file_it_cannot_write(target: str, shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    done = shell("leads", "export", str(tmp_path / target))
    assert (done.status, shell.sandbox.state.requests) == (2, [])
    assert done.err.rstrip().endswith(str(tmp_path / target))


@pytest.mark.parametrize("command", ["export", "rejected"])
def test_a_file_keeps_its_mode_and_a_link_stays_one(command: str, shell: Shell, rows: Path, tmp_path: Path) -> None:
    path, link = tmp_path / "old.csv", tmp_path / "link.csv"
    path.write_text("old")
    path.chmod(0o644)
    link.symlink_to(path)
    write(shell, command, rows, link)
    assert link.is_symlink()
    assert (stat.S_IMODE(path.stat().st_mode), "email" in path.read_text()) == (0o644, True)
    write(shell, command, rows, tmp_path / "new.csv")
    assert stat.S_IMODE((tmp_path / "new.csv").stat().st_mode) == 0o600


@pytest.mark.parametrize("option", ["export", "--rejected"])
def test_a_pipe_that_breaks_after_calls_is_named_and_no_wrong_usage(option: str, shell: Shell, rows: Path) -> None:
    end, other = os.pipe()
    os.close(end)
    words = ["export"] if option == "export" else ["import", str(rows), option]
    done = shell("leads", *words, f"/dev/fd/{other}")
    os.close(other)
    assert (done.status, f"Broken pipe: /dev/fd/{other}" in done.err) == (1, True), done.err
    assert ("--resume" in done.err) is (option != "export")


@pytest.mark.parametrize("command", ["export", "rejected"])
def test_a_pipe_is_written_through(command: str, shell: Shell, rows: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write(shell, command, rows, pipe)
    assert b"email" in os.read(reader, 65_536)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    os.close(reader)
    end, other = os.pipe()  # As in `foxr leads export >(cat)`.
    write(shell, command, rows, Path(f"/dev/fd/{other}"))
    assert b"email" in os.read(end, 65_536)
    os.close(end)
    os.close(other)


def write(shell: Shell, command: str, rows: Path, path: Path) -> None:
    """Write *path* by an export, or as the rejected rows of an import."""
    arguments = ["export", str(path)] if command == "export" else ["import", str(rows), "--rejected", str(path)]
    done = shell("leads", *arguments)
    assert done.status == (command == "rejected"), done.err


def test_rows_from_stdin_are_in_no_file_that_outlives_a_kill(tmp_path: Path) -> None:
    """The command waits for the end of stdin when it is killed."""
    environ = {**os.environ, "TMPDIR": str(tmp_path), "FOXREACH_API_KEY": "k"}
    command = [sys.executable, "-m", "foxreach_shell", "leads", "import", "-"]
    running = subprocess.Popen(command, env=environ, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert running.stdin is not None
    rows, size = b"email\n" + b"a@example.com\n" * 50_000, 0
    size = running.stdin.write(rows)  # More than a pipe holds: the command reads by now.
    running.stdin.flush()
    assert size == len(rows)
    running.send_signal(signal.SIGTERM)
    running.communicate()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_rows_from_stdin_are_told_apart_without_a_file(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    done = shell("leads", "import", "-", "-o", "json", stdin=ROWS)
    assert (done.status, done.json["created"], done.json["rejected"]) == (1, 2, 1)
    assert "line 3" in done.err
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("name", ["foxreach_shell.files.place", "foxreach_runtime.compound.checkpoint.Files.record"])
def test_a_full_disk_after_rows_were_sent_is_no_wrong_usage(
    name: str, shell: Shell, rows: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    bad = tmp_path / "bad.csv"
    command = ["leads", "import", str(rows), "--rejected", str(bad), "-o", "json"]
    with monkeypatch.context() as patch:
        patch.setattr(name, full)
        done = shell(*command)
    assert (done.status, "--resume" in done.err) == (1, True), done.err
    again = shell(*command, "--resume")
    assert (again.status, again.json["rejected"], "nobody" in bad.read_text()) == (1, 1, True), again.err


def test_a_list_that_is_a_pipe_is_named(shell: Shell, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    done = shell("leads", "import", str(pipe))
    assert done.status == 2
    assert str(pipe) in done.err
    assert "| foxr leads import -" in done.err


@pytest.mark.parametrize(("content", "more"), [(ROWS, ["--map", "notes=company"]), ("email\n", [])])
def test_a_resume_of_other_rows_says_what_to_do(content: str, more: list[str], shell: Shell, rows: Path) -> None:
    stopped(shell, rows)
    rows.write_text(content)
    done = shell("leads", "import", str(rows), "--resume", *more)
    assert done.status == 2
    for words in ("rows.csv.foxr-import", "--map", "--encoding", "--restart"):
        assert words in done.err


def test_resume_and_restart_exclude_each_other(shell: Shell, rows: Path) -> None:
    done = shell("leads", "import", str(rows), "--resume", "--restart")
    assert (done.status, shell.sandbox.state.requests) == (2, [])


@pytest.mark.parametrize("suffix", ["xlsx", "json", "csv.gz"])
def test_a_name_of_another_format_is_refused(suffix: str, shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / f"e.{suffix}"
    done = shell("leads", "export", str(path))
    assert (done.status, path.exists(), "--format" in done.err) == (2, False, True)
    assert shell("leads", "export", str(path), "--format", "csv").status == 0


class During(httpx2.BaseTransport):
    """Runs *act* once, during the first request."""

    def __init__(self, inner: httpx2.BaseTransport, act: Callable[[], None]) -> None:
        self.inner, self.acts = inner, [act]

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send the request."""
        if self.acts:
            self.acts.pop()()
        return self.inner.handle_request(request)


@pytest.mark.parametrize("moment", ["a call", "the rejected rows"])
@pytest.mark.parametrize("more", [["--restart"], ["--resume"], []])
def test_an_import_that_is_running_keeps_its_files(
    more: list[str], moment: str, shell: Shell, rows: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad, others = rows.with_name("bad.csv"), list[Done]()

    def start_another() -> None:
        others.append(shell("leads", "import", str(rows), *more))

    def write(*arguments: Any) -> None:
        start_another()
        write_rejected(*arguments)

    client = shell.http_client
    if moment == "a call":
        client = httpx2.Client(transport=During(shell.sandbox.transport(), start_another))
    else:
        monkeypatch.setattr("foxreach_shell.importing.write_rejected", write)
    done = shell("leads", "import", str(rows), "--rejected", str(bad), "-o", "json", http_client=client)
    [other] = others
    assert (other.status, "Another import is running" in other.err, "--restart" in other.err) == (2, True, False)
    assert (done.status, done.json["rejected"], "nobody" in bad.read_text()) == (1, 1, True), done.err
    assert {path.name for path in rows.parent.iterdir() if path.is_file()} == {"rows.csv", "bad.csv"}
