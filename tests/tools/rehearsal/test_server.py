"""Servers in their own processes: start, end and error messages."""

import sys
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tools.rehearsal import server as module
from tools.rehearsal.server import Server, ServerError, server

WAIT = "import threading; threading.Event().wait()"
STUBBORN = f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('here', flush=True); {WAIT}"


def serving(folder: Path, code: str) -> AbstractContextManager[tuple[Server, list[str]]]:
    """Run *code* as a server that prints its address in one line."""
    return server("the server", [sys.executable, "-I", "-c", code], 1, folder)


def test_a_server_runs_until_the_block_ends(tmp_path: Path) -> None:
    with serving(tmp_path, f"print('here', flush=True); {WAIT}") as (running, where):
        assert (where, running.process.poll()) == (["here"], None)
    assert running.process.poll() is not None


@pytest.mark.parametrize("end", [ZeroDivisionError, SystemExit, KeyboardInterrupt])
def test_a_server_is_stopped_if_the_block_raises(tmp_path: Path, end: type[BaseException]) -> None:
    kept = list[Server]()
    with pytest.raises(end), serving(tmp_path, f"print('here', flush=True); {WAIT}") as (running, _):  # noqa: PT012
        kept.append(running)
        raise end
    assert [running.process.poll() is None for running in kept] == [False]


def test_a_server_that_ignores_sigterm_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "STOPPING", 0.1)
    with serving(tmp_path, STUBBORN) as (running, _):
        pass
    assert running.process.wait() == -9


def test_a_server_that_fails_to_start_has_its_output_quoted(tmp_path: Path) -> None:
    code = "import sys; sys.exit('no room')"
    with pytest.raises(ServerError) as caught, serving(tmp_path, code):
        pass
    assert str(caught.value) == "the server did not start: it exited with status 1:\nno room"


def test_a_server_that_prints_no_address_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "STARTING", 0.3)
    with pytest.raises(ServerError) as caught, serving(tmp_path, WAIT):
        pass
    assert str(caught.value) == "the server did not print its address within 0.3 seconds"


def test_a_missing_command_is_named(tmp_path: Path) -> None:
    command = tmp_path / "foxreach-sandbox"
    with (
        pytest.raises(ServerError, match=r"could not be started: .*foxreach-sandbox"),
        server("it", [command], 1, tmp_path),
    ):
        pass


def test_the_death_of_a_server_replaces_the_error_of_the_block(tmp_path: Path) -> None:
    code = "import sys; print('here', flush=True); sys.exit('out of memory')"
    with pytest.raises(ServerError) as caught, serving(tmp_path, code) as (running, _):  # noqa: PT012
        running.process.wait()
        raise ZeroDivisionError
    assert str(caught.value) == "the server exited by itself, with status 1:\nout of memory"


def test_an_interrupt_is_not_reported_as_the_death_of_the_server(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), serving(tmp_path, "print('here', flush=True)") as (running, _):  # noqa: PT012
        running.process.wait()
        raise KeyboardInterrupt


def test_a_server_does_not_inherit_python_variables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    code = f"import os; print([name for name in os.environ if name.startswith('PYTHON')], flush=True); {WAIT}"
    with serving(tmp_path, code) as (_, where):
        assert where == ["[]"]
