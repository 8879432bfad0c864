"""Running the command `foxreach-sandbox`, injecting faults and reading what it saw."""

import sys
from collections import Counter
from pathlib import Path

import pytest
from foxreach_client import ConflictError, FoxReach

from tools.rehearsal.sandbox import Sandbox, sandbox
from tools.rehearsal.server import ServerError

# As the command does it, wherever this Python has the sandbox from.
CODE = f"import sys; sys.path[:] = {sys.path!r}; from foxreach_sandbox.__main__ import main; main()"
COMMAND = [sys.executable, "-c", CODE]


def pretending(*lines: str, complaint: str = "") -> list[str]:
    """Return a command that prints *lines* like a sandbox and does not answer."""
    code = f"import sys, threading; print({complaint!r}, file=sys.stderr); print(*{lines!r}, sep='\\n')"
    return [sys.executable, "-u", "-c", f"{code}; threading.Event().wait()"]


def test_an_injected_fault_happens_and_is_counted(tmp_path: Path) -> None:
    with sandbox(COMMAND, tmp_path) as running:
        running.fail_next("leads.create", 409)
        running.fail_next("leads.delete", 503)
        with FoxReach(api_key=running.key, base_url=running.url) as client:
            with pytest.raises(ConflictError):
                client.leads.create(email="jane@example.com")
            client.leads.create(email="jane@example.com")
        seen = running.seen()
    assert seen.statuses == Counter({201: 1, 409: 1})
    assert (seen.rows["leads"], seen.pending) == (1, ["503 at leads.delete"])


def test_a_fault_of_an_unknown_operation_is_an_error(tmp_path: Path) -> None:
    with sandbox(COMMAND, tmp_path) as running, pytest.raises(ServerError, match=r"unknown operation 'leads\.buy'"):
        running.fail_next("leads.buy", 429)


def test_a_sandbox_that_does_not_answer_is_an_error(tmp_path: Path) -> None:
    nowhere = Sandbox("http://127.0.0.1:9/api/v1", "otr_any", "http://127.0.0.1:9")
    with pytest.raises(ServerError, match="the sandbox does not answer GET /_sandbox/state: Connection"):
        nowhere.seen()


def test_unexpected_output_is_quoted(tmp_path: Path) -> None:
    with pytest.raises(ServerError, match="something else than its address:\none\ntwo\nthree"):  # noqa: SIM117
        with sandbox(pretending("one", "two", "three"), tmp_path):
            pass


def test_output_on_stderr_is_an_error(tmp_path: Path) -> None:
    lines = ("export FOXREACH_BASE_URL=http://h/api/v1", "export FOXREACH_API_KEY=otr_any", "# http://h/")
    with pytest.raises(ServerError, match="the sandbox complained:\nTraceback"):  # noqa: SIM117
        with sandbox(pretending(*lines, complaint="Traceback"), tmp_path) as running:
            assert running == Sandbox("http://h/api/v1", "otr_any", "http://h/")
