"""`python3 noxfile.py` without nox, against an index of stub packages."""

import ast
import fcntl
import hashlib
import json
import os
import select
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.tools.development.checkout import ROOT, Checkout, folder_with, make_checkout, python_without_ensurepip
from tools.development import bootstrap


@pytest.fixture
def bare(tmp_path: Path) -> Checkout:
    """Return a checkout whose Python has ensurepip, with an empty search path."""
    return make_checkout(tmp_path)


@pytest.fixture
def quick(bare: Checkout, tmp_path: Path) -> Checkout:
    """Return a checkout that is set up quickly: without ensurepip, with uv."""
    bare.python = python_without_ensurepip(tmp_path / "python")
    bare.path = folder_with(tmp_path / "uv-alone", "uv")
    return bare


def environments(state: Path) -> list[Path]:
    return [folder for folder in state.glob("bootstrap-*") if folder.is_dir()]


def test_the_first_run_sets_up_nox_and_the_next_one_uses_it(bare: Checkout) -> None:
    # Settings that people keep for their own pip.
    bare.environ |= {"PIP_USER": "1", "PIP_REQUIRE_VIRTUALENV": "1", "PIP_TARGET": str(bare.folder / "elsewhere")}
    first = bare.run("-s", "lint", "--", "--fix")
    assert first.returncode == 0, first.stderr
    assert "setting up nox" in first.stderr
    seen = json.loads(first.stdout)
    [environment] = environments(bare.state)
    noxfile = str(bare.folder / "checkout" / "noxfile.py")
    assert seen["arguments"] == ["-f", noxfile, "-s", "lint", "--", "--fix"]
    assert seen["prefix"] == str(environment)
    assert seen["path"].startswith(str(environment / "bin"))  # Where nox finds uv.

    second = bare.run("-s", "fail")
    assert (second.returncode, second.stderr) == (7, "")


def test_inherited_variables_cannot_skip_the_setup(quick: Checkout) -> None:
    quick.environ |= {"VIRTUAL_ENV": "/nowhere", "PYTHONPATH": "/nowhere"}
    assert quick.run().returncode == 0
    assert len(environments(quick.state)) == 1


def test_two_concurrent_runs_set_up_once(quick: Checkout) -> None:
    runs = [quick.start() for _ in range(2)]
    said = [run.communicate(timeout=120) for run in runs]
    assert [run.returncode for run in runs] == [0, 0], said
    assert "".join(stderr for _, stderr in said).count("setting up nox in") == 1


def test_the_environment_of_a_killed_run_is_created_again(quick: Checkout) -> None:
    assert quick.run().returncode == 0
    [environment] = environments(quick.state)
    (environment / "ready").unlink()  # The marker comes last: without it, anything may be missing.
    (environment / "bin" / "python").unlink()
    again = quick.run()
    assert again.returncode == 0, again.stderr
    assert "setting up nox" in again.stderr


def test_an_installer_that_outlives_a_killed_run_holds_the_lock(quick: Checkout) -> None:
    stub = Path(quick.path, "uv")
    stub.unlink()
    stub.write_text(f"#!/bin/sh\necho started > {stub}.started\nread go < {stub}.go\n")
    stub.chmod(0o755)
    for name in ("started", "go"):
        os.mkfifo(f"{stub}.{name}")
    started = os.open(f"{stub}.started", os.O_RDWR)  # Never waits to be opened at the other end.
    run = quick.start()
    assert select.select([started], [], [], 60)[0], "uv was not called"
    run.kill()
    run.communicate()
    [lock] = quick.state.glob("*.lock")
    with lock.open() as file, pytest.raises(BlockingIOError):
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    os.close(started)
    Path(f"{stub}.go").write_text("go\n")


def test_other_pins_get_another_environment(quick: Checkout) -> None:
    assert quick.run().returncode == 0
    (quick.folder / "checkout" / "pyproject.toml").write_text('[dependency-groups]\nnox = ["nox==1.0"]\n')
    assert quick.run().returncode == 0
    assert len(environments(quick.state)) == 2


def test_a_package_with_another_hash_is_not_installed(quick: Checkout) -> None:
    lock = quick.folder / "checkout" / "nox.lock"
    wheels = {wheel.name.partition("-")[0]: wheel for wheel in (quick.folder / "index").iterdir()}
    hashes = {name: hashlib.sha256(wheel.read_bytes()).hexdigest() for name, wheel in wheels.items()}
    lock.write_text("".join(f"{name}==1.0 --hash=sha256:{value}\n" for name, value in hashes.items()))
    assert quick.run().returncode == 0
    lock.write_text(lock.read_text().replace(hashes["nox"], "0" * 64))
    by_uv = quick.run()  # Another lock, another environment.
    quick.python, quick.path = Checkout.python, ""
    by_pip = quick.run()
    assert (by_uv.returncode, by_pip.returncode) == (1, 1)
    assert f"sha256:{'0' * 64}" in by_uv.stderr
    assert f"Expected sha256 {'0' * 64}" in by_pip.stderr


def test_virtualenv_is_used_without_ensurepip_and_uv(quick: Checkout, tmp_path: Path) -> None:
    quick.path = folder_with(tmp_path / "virtualenv-alone", "virtualenv")
    done = quick.run()
    assert done.returncode == 0, done.stderr


def test_without_any_tool_the_message_says_what_to_install(quick: Checkout) -> None:
    quick.path = ""
    done = quick.run()
    assert done.returncode == 1
    assert "python3-venv" in done.stderr
    assert "Traceback" not in done.stderr
    assert environments(quick.state) == []


def test_without_an_index_the_message_names_the_network(quick: Checkout) -> None:
    for wheel in (quick.folder / "index").iterdir():
        wheel.unlink()
    done = quick.run()
    assert done.returncode == 1
    assert "could not set up nox==1.0, uv==1.0" in done.stderr
    assert "check the network" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_read_only_checkout_uses_the_cache_folder(quick: Checkout) -> None:
    quick.state.touch()  # No folder can be made under this name, not even by root.
    cache = quick.folder / "cache"
    quick.environ["XDG_CACHE_HOME"] = str(cache)
    done = quick.run()
    assert done.returncode == 0, done.stderr
    [state] = (cache / "foxreach-client").iterdir()
    assert json.loads(done.stdout)["arguments"][2:] == ["--envdir", str(state), "-j", "auto"]
    assert len(environments(state)) == 1


def test_a_temporary_folder_that_others_may_write_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".nox").touch()
    (tmp_path / "cache").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    state = bootstrap.state_folder(tmp_path)
    assert state.parent.parent == tmp_path
    state.parent.chmod(0o777)
    with pytest.raises(bootstrap.BootstrapError, match="XDG_CACHE_HOME"):
        bootstrap.state_folder(tmp_path)


def test_an_older_python_gets_a_message() -> None:
    source = (ROOT / "noxfile.py").read_text("utf-8")
    ast.parse(source, feature_version=(3, 6))
    program = "import sys; sys.version_info = (3, 10); exec(open('noxfile.py').read())"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("noxfile.py needs Python 3.11 or later")


IMPORTS = "from pathlib import Path; from tools.development import bootstrap"


def taken(path: Path) -> bool:
    with path.open() as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def test_the_lock_is_held_inside_the_block_only(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with bootstrap.locked(path, "waiting"):
        assert taken(path)
    assert not taken(path)


def test_a_child_keeps_the_lock_of_a_dead_parent(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with bootstrap.locked(path, "waiting") as descriptor:
        child = subprocess.Popen(["cat"], stdin=subprocess.PIPE, pass_fds=(descriptor,))
    assert taken(path)  # A pip that outlives a killed run still writes: nobody may clear the folder under it.
    child.communicate()
    assert not taken(path)


def test_a_waiting_process_prints_why(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with bootstrap.locked(path, "first") as descriptor:
        child = subprocess.Popen(["cat"], stdin=subprocess.PIPE, pass_fds=(descriptor,))
    program = f"{IMPORTS}\nwith bootstrap.locked(Path({str(path)!r}), 'wait for it'): pass"
    second = subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, stderr=subprocess.PIPE, text=True)
    assert second.stderr is not None
    assert second.stderr.readline() == "noxfile.py: wait for it\n"
    child.communicate()
    assert second.wait(timeout=60) == 0
    second.stderr.close()
