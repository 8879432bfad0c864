"""A server in a process of its own: how it starts, how it ends, and what is said where it does not."""

import sys
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tools.rehearsal import server as module
from tools.rehearsal.server import Server, ServerError, server

WAIT = "import threading; threading.Event().wait()"
STUBBORN = f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('here', flush=True); {WAIT}"


def serving(folder: Path, code: str) -> AbstractContextManager[tuple[Server, list[str]]]:
    """Return what runs *code* as a server that says where it is in one line."""
    return server("the server", [sys.executable, "-I", "-c", code], 1, folder)


def test_it_is_there_once_it_says_where_and_gone_after_the_block(tmp_path: Path) -> None:
    with serving(tmp_path, f"print('here', flush=True); {WAIT}") as (running, where):
        assert (where, running.process.poll()) == (["here"], None)
    assert running.process.poll() is not None


@pytest.mark.parametrize("end", [ZeroDivisionError, SystemExit, KeyboardInterrupt])
def test_it_is_stopped_whatever_ends_the_block(tmp_path: Path, end: type[BaseException]) -> None:
    kept = list[Server]()
    with pytest.raises(end), serving(tmp_path, f"print('here', flush=True); {WAIT}") as (running, _):  # noqa: PT012
        kept.append(running)
        raise end
    assert [running.process.poll() is None for running in kept] == [False]


def test_one_that_does_not_listen_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "STOPPING", 0.1)
    with serving(tmp_path, STUBBORN) as (running, _):
        pass
    assert running.process.wait() == -9


def test_one_that_dies_before_it_is_there_has_its_last_words_shown(tmp_path: Path) -> None:
    code = "import sys; sys.exit('no room')"
    with pytest.raises(ServerError) as caught, serving(tmp_path, code):
        pass
    assert str(caught.value) == "the server did not start: it exited with status 1:\nno room"


def test_one_that_is_never_there_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "STARTING", 0.3)
    with pytest.raises(ServerError) as caught, serving(tmp_path, WAIT):
        pass
    assert str(caught.value) == "the server did not print its address within 0.3 seconds"


def test_a_command_that_is_not_there_is_named(tmp_path: Path) -> None:
    command = tmp_path / "foxreach-sandbox"
    with (
        pytest.raises(ServerError, match=r"could not be started: .*foxreach-sandbox"),
        server("it", [command], 1, tmp_path),
    ):
        pass


def test_that_it_died_is_said_in_place_of_what_came_of_it(tmp_path: Path) -> None:
    code = "import sys; print('here', flush=True); sys.exit('out of memory')"
    with pytest.raises(ServerError) as caught, serving(tmp_path, code) as (running, _):  # noqa: PT012
        running.process.wait()
        raise ZeroDivisionError
    assert str(caught.value) == "the server exited by itself, with status 1:\nout of memory"


def test_a_person_who_interrupts_is_not_told_that_the_server_ended(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), serving(tmp_path, "print('here', flush=True)") as (running, _):  # noqa: PT012
        running.process.wait()
        raise KeyboardInterrupt


def test_the_settings_of_this_python_are_not_its(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    code = f"import os; print([name for name in os.environ if name.startswith('PYTHON')], flush=True); {WAIT}"
    with serving(tmp_path, code) as (_, where):
        assert where == ["[]"]
