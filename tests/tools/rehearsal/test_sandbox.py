"""The sandbox as the rehearsal has it: a command that is started, told what goes wrong and asked what it saw."""

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
    """Return a command that says *lines* like a sandbox and answers nothing."""
    code = f"import sys, threading; print({complaint!r}, file=sys.stderr); print(*{lines!r}, sep='\\n')"
    return [sys.executable, "-u", "-c", f"{code}; threading.Event().wait()"]


def test_what_it_was_told_happens_and_what_it_saw_is_known(tmp_path: Path) -> None:
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


def test_a_fault_that_cannot_happen_is_refused(tmp_path: Path) -> None:
    with sandbox(COMMAND, tmp_path) as running, pytest.raises(ServerError, match=r"unknown operation 'leads\.buy'"):
        running.fail_next("leads.buy", 429)


def test_one_that_does_not_answer_is_named(tmp_path: Path) -> None:
    nowhere = Sandbox("http://127.0.0.1:9/api/v1", "otr_any", "http://127.0.0.1:9")
    with pytest.raises(ServerError, match="the sandbox does not answer GET /_sandbox/state: Connection"):
        nowhere.seen()


def test_one_that_says_something_else_is_shown(tmp_path: Path) -> None:
    with pytest.raises(ServerError, match="something else than its address:\none\ntwo\nthree"):  # noqa: SIM117
        with sandbox(pretending("one", "two", "three"), tmp_path):
            pass


def test_a_complaint_is_an_error_although_it_goes_on(tmp_path: Path) -> None:
    lines = ("export FOXREACH_BASE_URL=http://h/api/v1", "export FOXREACH_API_KEY=otr_any", "# http://h/")
    with pytest.raises(ServerError, match="the sandbox complained:\nTraceback"):  # noqa: SIM117
        with sandbox(pretending(*lines, complaint="Traceback"), tmp_path) as running:
            assert running == Sandbox("http://h/api/v1", "otr_any", "http://h/")
