"""Run nox from its own environment, created at the first run with the standard library alone.

The environment is named after a hash of the pins and the interpreter, so a new version of either gets a new one. Its
marker file is written last: an environment that a killed run left half-made has none, and is created again. Does not
contain what the sessions do, and does not support Python below 3.11.
"""

import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn

if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int, *, wait: bool) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(descriptor: int, *, wait: bool) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)


SCRIPTS = "Scripts" if os.name == "nt" else "bin"
REMEDIES = {
    "create": "Install one of: the venv module with ensurepip (Debian: python3-venv), uv, virtualenv.",
    "fill": "The packages could not be fetched: check the network and the index that pip or uv is set to use.",
}


class BootstrapError(Exception):
    """The environment could not be created; the message says what was tried and what to do."""


def enter(noxfile: Path, arguments: list[str]) -> NoReturn:
    """Replace this process with nox, run on *noxfile* with *arguments*; exit with a message and status 1 on failure.

    Without arguments, nox runs the default sessions, as many at a time as there are cores.
    """
    checkout = noxfile.resolve().parent
    try:
        state = state_folder(checkout)
        environment = ready_environment(state, pins(checkout / "pyproject.toml"))
    except (BootstrapError, OSError) as error:
        sys.exit(f"noxfile.py: {error}")
    scripts = environment / SCRIPTS
    os.environ["PATH"] = os.pathsep.join([str(scripts), os.environ.get("PATH", os.defpath)])
    envdir = [] if state.parent == checkout else ["--envdir", str(state)]
    command = [str(scripts / "python"), "-I", "-m", "nox", "-f", str(noxfile), *envdir, *(arguments or ["-j", "auto"])]
    if sys.platform == "win32":  # There, exec returns to the prompt before the job has ended.
        sys.exit(subprocess.run(command, check=False).returncode)
    os.execv(command[0], command)


def pins(pyproject: Path) -> list[str]:
    """Return pip arguments for the dependency group `nox`: the lock with hashes if it exists, else the exact pins."""
    lock = pyproject.with_name(
        "nox.lock"
    )  # Not requirements.lock: the pip of Python 3.11 rejects hashes in constraints.
    names = list(tomllib.loads(pyproject.read_text("utf-8"))["dependency-groups"]["nox"])
    return ["--require-hashes", "-r", str(lock)] if lock.is_file() else names


def state_folder(checkout: Path) -> Path:
    """Return `.nox` in the checkout or, if the checkout is read-only, a folder in the user's cache."""
    name = hashlib.sha256(str(checkout).encode()).hexdigest()[:12]
    cache = Path(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"))  # noqa: PTH111 - never raises
    own = Path(tempfile.gettempdir()) / f"foxreach-client-{os.getuid() if hasattr(os, 'getuid') else 'user'}"
    for folder in (checkout / ".nox", cache / "foxreach-client" / name, own / name):
        if folder.is_absolute() and _writable(folder, ours=folder.parent == own):
            return folder
    message = f"no writable folder: tried {checkout / '.nox'}, {cache} and {own}. "
    raise BootstrapError(message + "Set XDG_CACHE_HOME to a writable folder.")


def _writable(folder: Path, *, ours: bool) -> bool:
    """Return whether files can be created in *folder*; with *ours*, also that only this user could have created any."""
    try:
        if ours:
            folder.parent.mkdir(mode=0o700, exist_ok=True)
            found = folder.parent.lstat()
            if hasattr(os, "getuid") and (found.st_uid != os.getuid() or found.st_mode & 0o077):
                return False
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def ready_environment(state: Path, requirements: list[str]) -> Path:
    """Return the folder of an environment with *requirements*, created now unless an earlier run finished it."""
    locks = [hashlib.sha256(Path(each).read_bytes()).hexdigest() for each in requirements if each.endswith(".lock")]
    facts = [*requirements, *locks, sys.version, platform.platform(), os.path.realpath(sys.executable)]
    key = hashlib.sha256("\n".join(facts).encode()).hexdigest()[:12]
    folder = state / f"bootstrap-{key}"
    marker = folder / "ready"
    if not marker.exists():
        with locked(state / f"bootstrap-{key}.lock", "waiting for another run that is setting up nox") as lock:
            if not marker.exists():  # The run that held the lock may have created it.
                print(f"noxfile.py: setting up nox in {folder} (once)", file=sys.stderr)
                _create(folder, requirements, lock)
                marker.touch()
    return folder


def _create(folder: Path, requirements: list[str], lock: int) -> None:
    """Create the environment in the first way that works."""
    failures = list[str]()
    remedies = set[str]()
    for name, create, fill in _ways(folder, requirements):
        shutil.rmtree(folder, ignore_errors=True)
        check = [str(folder / SCRIPTS / "python"), "-I", "-m", "nox", "--version"]
        for step, command in (("create", create), ("fill", fill), ("fill", check)):
            failure = _failure(command, lock)
            if failure:
                failures.append(f"  {name}: {' '.join(command)}\n    {failure}")
                remedies.add(REMEDIES[step])
                break
        else:
            return
    shutil.rmtree(folder, ignore_errors=True)
    tried = "\n".join(failures)
    raise BootstrapError(f"could not set up {', '.join(requirements)}. Tried:\n{tried}\n" + "\n".join(sorted(remedies)))


def _ways(folder: Path, requirements: list[str]) -> Iterator[tuple[str, list[str], list[str]]]:
    """Yield the name of each available tool, the command that creates the environment and the one that fills it."""
    python = str(folder / SCRIPTS / "python")
    here = [sys.executable, "-I", "-m"]
    quiet = ["install", "--quiet", "--disable-pip-version-check", *requirements]
    if find_spec("ensurepip") or not find_spec("pip"):
        yield "venv", [*here, "venv", str(folder)], [python, "-I", "-m", "pip", *quiet]
    else:  # Debian's python3-pip without python3-venv: the pip of this Python fills an environment that has none.
        yield "venv", [*here, "venv", "--without-pip", str(folder)], [*here, "pip", "--python", python, *quiet]
    if uv := shutil.which("uv"):
        create = [uv, "venv", "--quiet", "--no-project", "--python", sys.executable, str(folder)]
        yield "uv", create, [uv, "pip", "install", "--quiet", "--python", python, *requirements]
    if virtualenv := shutil.which("virtualenv"):
        create = [virtualenv, "--quiet", "--python", sys.executable, str(folder)]
        yield "virtualenv", create, [python, "-I", "-m", "pip", *quiet]


def _failure(command: list[str], lock: int) -> str | None:
    """Run *command*; return the end of its output if it failed. It keeps the *lock* even if this process is killed."""
    elsewhere = ("PIP_TARGET", "PIP_PREFIX", "PIP_ROOT")  # Users may have pip install to another place.
    environ = {name: value for name, value in os.environ.items() if name not in elsewhere}
    environ |= {"PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0"}
    kept = () if os.name == "nt" else (lock,)
    try:
        done = subprocess.run(
            command, check=False, capture_output=True, text=True, errors="replace", env=environ, pass_fds=kept
        )
    except OSError as error:
        return str(error)
    printed = [line.strip() for line in (done.stdout + done.stderr).splitlines() if line.strip()]
    return None if done.returncode == 0 else "\n    ".join(printed[-3:]) or f"exited with status {done.returncode}"


@contextmanager
def locked(path: Path, waiting: str) -> Generator[int]:
    """Hold the file lock *path* and give its descriptor; print *waiting* if another process holds it.

    A child process may inherit the descriptor. The system releases the lock when the last holder dies.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            _lock(descriptor, wait=False)
        except OSError:
            print(f"noxfile.py: {waiting}", file=sys.stderr, flush=True)
            _lock(descriptor, wait=True)
        yield descriptor
    finally:
        os.close(descriptor)
