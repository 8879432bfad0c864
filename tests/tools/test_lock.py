"""The lock of the bootstrap."""

import fcntl
import subprocess
import sys
from pathlib import Path

from tests.tools.checkout import ROOT
from tools.lock import locked


def taken(path: Path) -> bool:
    with path.open() as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def test_the_lock_is_held_inside_and_free_outside(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with locked(path, "waiting"):
        assert taken(path)
    assert not taken(path)


def test_a_child_keeps_the_lock_of_a_parent_that_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with locked(path, "waiting") as descriptor:
        child = subprocess.Popen(["cat"], stdin=subprocess.PIPE, pass_fds=(descriptor,))
    assert taken(path)  # A pip that outlives a killed run still writes: nobody may clear the folder under it.
    child.communicate()
    assert not taken(path)


def test_who_waits_is_told_for_what(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with locked(path, "first") as descriptor:
        child = subprocess.Popen(["cat"], stdin=subprocess.PIPE, pass_fds=(descriptor,))
    program = f"import pathlib, tools.lock\nwith tools.lock.locked(pathlib.Path({str(path)!r}), 'wait for it'): pass"
    second = subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, stderr=subprocess.PIPE, text=True)
    assert second.stderr is not None
    assert second.stderr.readline() == "noxfile.py: wait for it\n"
    child.communicate()
    assert second.wait(timeout=60) == 0
    second.stderr.close()
