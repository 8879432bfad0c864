"""The installed command in processes of its own: the page's five commands on a messy file, and a real terminal."""

from __future__ import annotations

import csv
import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from foxreach_sandbox import Fault, Sandbox

from tests.cli.messy import messy
from tests.sandbox.asking import ask

PAGE = Path(__file__).resolve().parents[2] / "docs" / "cli.md"
ROWS = int(os.environ.get("FOXR_ROWS", "15000"))  # The page says 50,000, which take half a minute.
PATIENCE = 60.0  # Seconds for output that takes milliseconds.


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    """Return a sandbox on a socket; its address and key are in the environment of the test."""
    found = Sandbox(limit=None)
    with found.serve() as where, pytest.MonkeyPatch.context() as patch:
        patch.setenv("FOXREACH_BASE_URL", where.url)
        patch.setenv("FOXREACH_API_KEY", found.key)
        yield found


@pytest.fixture
def bin_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder on the path with the command, as the wheel installs it."""
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / "foxr"
    program.write_text(
        f"#!{sys.executable}\nimport sys\nfrom foxreach_shell.main import main\nsys.exit(main())\n", "utf-8"
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", os.pathsep.join([str(folder), os.environ["PATH"]]))
    return folder


def commands() -> list[str]:
    """Return the five commands of the page."""
    blocks = re.findall(r"```console\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    return [line.removeprefix("$ ") for block in blocks for line in block.splitlines() if "csv" in line]


def test_five_commands_import_a_messy_file_after_a_kill(sandbox: Sandbox, bin_folder: Path, tmp_path: Path) -> None:
    leads, rejected = messy(tmp_path / "leads.csv", ROWS)
    first, importing, resuming, looking, exporting = commands()

    def ran(command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(command, shell=True, cwd=tmp_path, capture_output=True, text=True, check=False)  # noqa: S602

    dry = ran(first)
    assert (dry.returncode, sandbox.state.requests) == (1, [])
    assert re.search(rf"{rejected:,}  rejected", dry.stdout)
    running = subprocess.Popen(f"exec {importing}", shell=True, cwd=tmp_path, stderr=subprocess.PIPE)  # noqa: S602
    while len(sandbox.state.rows("leads")) < 2_000:
        with suppress(subprocess.TimeoutExpired):
            pytest.fail(f"ended with {running.wait(0.1)}")
    command_line = Path(f"/proc/{running.pid}/cmdline")
    assert not command_line.exists() or sandbox.key.encode() not in command_line.read_bytes()
    running.send_signal(signal.SIGKILL)
    running.communicate()
    done = ran(resuming)
    assert done.returncode == 1, done.stderr
    assert sandbox.key not in done.stdout + done.stderr
    assert ran(looking).stdout.splitlines()[1].startswith("2;a quote is not closed;nobody0@example.com")
    assert len((tmp_path / "rejected.csv").read_text("utf-8").splitlines()) == rejected + 1
    assert ran(exporting).returncode == 0
    with (tmp_path / "all.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["email"]: row for row in csv.DictReader(file)}
    assert len(rows) == leads
    row = rows[f"p{ROWS - 1}x@example.com"]
    assert (row["first_name"], row["company"]) == (f"Jürgen {ROWS - 1}", "Müller & Söhne")
    assert row["Team Size"] == str((ROWS - 1) % 40)
    assert not list(tmp_path.glob("*foxr*"))


class Terminal:
    """A command on a pseudo-terminal of 80 columns."""

    def __init__(self, *words: str) -> None:
        self.pid, self._file = pty.fork()
        if self.pid == 0:  # pragma: no cover
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # A job in the background inherits that it is ignored.
            os.execvp("foxr", ["foxr", *words])  # noqa: S606
        self.seen = ""

    def until(self, text: str) -> None:
        """Read until *text* appears."""
        while text not in self.seen:
            assert self._more(), self.seen

    def _more(self) -> bool:
        ready, _, _ = select.select([self._file], [], [], PATIENCE)
        assert ready, self.seen
        try:
            found = os.read(self._file, 65_536)
        except OSError:  # Linux says so when the other side has closed.
            return False
        self.seen += found.decode("utf-8", "replace")
        return bool(found)

    def type(self, text: str) -> None:
        """Type *text*."""
        os.write(self._file, text.encode())

    def status(self) -> int:
        """Return the exit status."""
        while self._more():
            pass
        os.close(self._file)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


@pytest.mark.parametrize(("typed", "status"), [("n\n", 130), ("\x03", 130), ("\x04", 130), ("y\n", 0)])
def test_a_person_is_asked_before_mail_goes_out(typed: str, status: int, bin_folder: Path) -> None:
    found = Sandbox(seed="demo", limit=None)
    campaign = next(row for row in found.state.rows("campaigns") if row["status"] == "active")["id"]
    with found.serve() as where, pytest.MonkeyPatch.context() as patch:
        patch.setenv("FOXREACH_BASE_URL", where.url)
        patch.setenv("FOXREACH_API_KEY", found.key)
        assert (
            subprocess.run(["foxr", "campaigns", "pause", campaign], check=False, capture_output=True).returncode == 0
        )
        terminal = Terminal("campaigns", "resume", campaign)
        terminal.until("[y/N]")
        assert "steps: 1" in terminal.seen
        terminal.type(typed)
        assert terminal.status() == status
        assert "Traceback" not in terminal.seen
        [row] = [row for row in found.state.rows("campaigns") if row["id"] == campaign]
        assert row["status"] == ("active" if status == 0 else "paused")


def test_progress_is_shown_and_ctrl_c_resumes(sandbox: Sandbox, bin_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "leads.csv").write_text("email\n" + "".join(f"p{each}@example.com\n" for each in range(2000)), "utf-8")
    words = ["leads", "import", str(tmp_path / "leads.csv"), "--batch-size", "50"]
    terminal = Terminal(*words)
    terminal.until("100 of 2,000 rows")
    terminal.type("\x03")
    assert terminal.status() == 130
    assert re.findall("foxr: [^\r]*", terminal.seen)[-1].startswith("foxr: interrupted; ")
    assert "--resume" in terminal.seen
    assert "\r\x1b[K" in terminal.seen
    again = Terminal(*words, "--resume")
    assert again.status() == 0, again.seen
    assert len(sandbox.state.rows("leads")) == 2000


def test_a_key_is_typed_unseen(bin_folder: Path) -> None:
    terminal = Terminal("auth", "login")
    terminal.until("not shown")
    terminal.type("otr_unseen\n")
    assert terminal.status() == 0
    assert "otr_unseen" not in terminal.seen


def interrupted(terminal: Terminal) -> None:
    """Press Ctrl-C: the command ends with 130 and one sentence."""
    before = len(terminal.seen)
    terminal.type("\x03")
    assert terminal.status() == 130, terminal.seen
    said = terminal.seen[before:].replace("^C", "").replace("\r\x1b[K", "")
    assert said.split("\r\n") in (["foxr: interrupted", ""], ["", "foxr: interrupted", ""]), terminal.seen


def unanswered(sandbox: Sandbox, operation: str, after: int = 0) -> threading.Event:
    """Leave a call without an answer, *after* so many that get one; the event is set when it has arrived."""
    arrived, left = threading.Event(), [None] * after

    def fault(_: object) -> Fault | None:
        if left:
            return left.pop()
        arrived.set()
        return Fault.silence()

    sandbox.faults.always(operation, fault)
    return arrived


@pytest.mark.parametrize("words", [["auth", "login"], ["webhooks", "verify", "body", "--signature", "00"]])
def test_ctrl_c_at_a_secret(words: list[str], bin_folder: Path) -> None:
    terminal = Terminal(*words)
    terminal.until("not shown")
    interrupted(terminal)


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [(["auth", "login"], 3, "Nothing was stored"), (["webhooks", "listen", "--port", "0"], 2, "There is no secret")],
)
def test_the_end_of_the_input_at_a_secret(words: list[str], status: int, told: str, bin_folder: Path) -> None:
    terminal = Terminal(*words)
    terminal.until("not shown")
    terminal.type("\x04")
    assert (terminal.status(), told in terminal.seen, "fault" in terminal.seen) == (status, True, False), terminal.seen


@pytest.mark.parametrize("words", [["leads", "list"], ["api", "GET", "/leads"], ["doctor"]])
def test_ctrl_c_during_a_request(words: list[str], sandbox: Sandbox, bin_folder: Path) -> None:
    arrived = unanswered(sandbox, "leads.list" if "doctor" not in words else "*")
    terminal = Terminal(*words)
    assert arrived.wait(PATIENCE)
    interrupted(terminal)


@pytest.mark.parametrize("kind", ["csv", "jsonl", "parquet"])
def test_ctrl_c_during_an_export_leaves_the_old_file(
    kind: str, sandbox: Sandbox, bin_folder: Path, tmp_path: Path
) -> None:
    leads = [{"email": f"p{each}@example.com"} for each in range(150)]
    assert ask(sandbox, "POST", "/leads/import", {"leads": leads}).status in (200, 201)
    name = tmp_path / f"all.{kind}"
    name.write_text("old", "utf-8")
    arrived = unanswered(sandbox, "leads.list", after=1)
    terminal = Terminal("leads", "export", str(name))
    assert arrived.wait(PATIENCE)
    terminal.until("100 rows")
    interrupted(terminal)
    assert name.read_text("utf-8") == "old"
    assert {path.name for path in tmp_path.iterdir()} == {name.name, bin_folder.name}


def test_ctrl_c_during_a_watch_keeps_the_bookmark(sandbox: Sandbox, bin_folder: Path, tmp_path: Path) -> None:
    mark = tmp_path / "seen"
    mark.write_text('["rpl_1"]', "utf-8")
    arrived = unanswered(sandbox, "inbox.list_threads")
    terminal = Terminal("inbox", "watch", "--bookmark", str(mark))
    terminal.until(f"going on from {mark}\r\n")
    assert arrived.wait(PATIENCE)
    interrupted(terminal)
    assert mark.read_text("utf-8") == '["rpl_1"]'


def test_ctrl_c_while_a_watch_waits_keeps_the_bookmark(bin_folder: Path, tmp_path: Path) -> None:
    found, mark = Sandbox(seed="demo", limit=None), tmp_path / "seen"
    with found.serve() as where, pytest.MonkeyPatch.context() as patch:
        patch.setenv("FOXREACH_BASE_URL", where.url)
        patch.setenv("FOXREACH_API_KEY", found.key)
        terminal = Terminal("inbox", "watch", "--from-start", "--bookmark", str(mark))
        ids = {thread["id"] for thread in ask(found, "GET", "/inbox/threads?pageSize=100").data}
        for each in ids:
            terminal.until(each)
        interrupted(terminal)
        assert len(ids - set(json.loads(mark.read_text("utf-8")))) <= 1
