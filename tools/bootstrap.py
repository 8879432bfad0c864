"""Run nox from an environment of its own, made at the first run with the standard library alone.

The environment is named after the pins and the interpreter, so another version of either makes another one and no
variable has to say "already set up". It counts only once its marker is written, and the marker is written last:
what a killed run left behind is made anew. Not here: what the sessions do, and any Python below 3.11.
"""

import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn

from tools.lock import locked

SCRIPTS = "Scripts" if os.name == "nt" else "bin"
REMEDIES = {
    "make": "Install one of: the venv module with ensurepip (Debian: python3-venv), uv, virtualenv.",
    "fill": "The packages could not be fetched: check the network and the index that pip or uv is set to use.",
}


class BootstrapError(Exception):
    """The environment could not be made; the message says what was tried and what to do."""


def enter(noxfile: Path, arguments: list[str]) -> NoReturn:
    """Become nox, with *noxfile* and *arguments*; end with a message and status 1 where that is impossible.

    Without arguments, as many of the default sessions run at once as there are cores.
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
    if sys.platform == "win32":  # There, exec would give the prompt back before the job has ended.
        sys.exit(subprocess.run(command, check=False).returncode)
    os.execv(command[0], command)


def pins(pyproject: Path) -> list[str]:
    """Return the exact requirements of the dependency group `nox`: by a lock with hashes, where there is one."""
    lock = pyproject.with_name("nox.lock")  # A file of its own: the pip of Python 3.11 takes no hashes as constraints.
    names = list(tomllib.loads(pyproject.read_text("utf-8"))["dependency-groups"]["nox"])
    return ["--require-hashes", "-r", str(lock)] if lock.is_file() else names


def state_folder(checkout: Path) -> Path:
    """Return `.nox` in the checkout or, where nothing can be written there, a folder of the user's cache."""
    name = hashlib.sha256(str(checkout).encode()).hexdigest()[:12]
    cache = Path(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"))  # noqa: PTH111 - never raises
    own = Path(tempfile.gettempdir()) / f"foxreach-client-{os.getuid() if hasattr(os, 'getuid') else 'user'}"
    for folder in (checkout / ".nox", cache / "foxreach-client" / name, own / name):
        if folder.is_absolute() and _writable(folder, ours=folder.parent == own):
            return folder
    message = f"no folder to work in: neither {checkout / '.nox'} nor {cache} nor {own} can be written to. "
    raise BootstrapError(message + "Set XDG_CACHE_HOME to a folder that can.")


def _writable(folder: Path, *, ours: bool) -> bool:
    """Claim that files can be made in *folder*; *ours* also demands that nobody else could have put one there."""
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
    """Return the folder of an environment holding *requirements*, made now if no earlier run finished it."""
    locks = [hashlib.sha256(Path(each).read_bytes()).hexdigest() for each in requirements if each.endswith(".lock")]
    facts = [*requirements, *locks, sys.version, platform.platform(), os.path.realpath(sys.executable)]
    key = hashlib.sha256("\n".join(facts).encode()).hexdigest()[:12]
    folder = state / f"bootstrap-{key}"
    marker = folder / "ready"
    if not marker.exists():
        with locked(state / f"bootstrap-{key}.lock", "another run is setting up nox: waiting for it") as lock:
            if not marker.exists():  # The run that held the lock may have finished it.
                print(f"noxfile.py: setting up nox in {folder} (once)", file=sys.stderr)
                _make(folder, requirements, lock)
                marker.touch()
    return folder


def _make(folder: Path, requirements: list[str], lock: int) -> None:
    """Make the environment in the first way that works."""
    failures = list[str]()
    remedies = set[str]()
    for name, make, fill in _ways(folder, requirements):
        shutil.rmtree(folder, ignore_errors=True)
        check = [str(folder / SCRIPTS / "python"), "-I", "-m", "nox", "--version"]
        for step, command in (("make", make), ("fill", fill), ("fill", check)):
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
    """Yield the name of each way at hand, the command that makes the environment and the one that fills it."""
    python = str(folder / SCRIPTS / "python")
    here = [sys.executable, "-I", "-m"]
    quiet = ["install", "--quiet", "--disable-pip-version-check", *requirements]
    if find_spec("ensurepip") or not find_spec("pip"):
        yield "venv", [*here, "venv", str(folder)], [python, "-I", "-m", "pip", *quiet]
    else:  # Debian's python3-pip without python3-venv: the pip of this Python fills an environment that has none.
        yield "venv", [*here, "venv", "--without-pip", str(folder)], [*here, "pip", "--python", python, *quiet]
    if uv := shutil.which("uv"):
        make = [uv, "venv", "--quiet", "--no-project", "--python", sys.executable, str(folder)]
        yield "uv", make, [uv, "pip", "install", "--quiet", "--python", python, *requirements]
    if virtualenv := shutil.which("virtualenv"):
        make = [virtualenv, "--quiet", "--python", sys.executable, str(folder)]
        yield "virtualenv", make, [python, "-I", "-m", "pip", *quiet]


def _failure(command: list[str], lock: int) -> str | None:
    """Run *command* and return the end of what it said if it failed; it holds the lock even if we are killed."""
    elsewhere = ("PIP_TARGET", "PIP_PREFIX", "PIP_ROOT")  # Where people have their own pip put things.
    environ = {name: value for name, value in os.environ.items() if name not in elsewhere}
    environ |= {"PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0"}
    kept = () if os.name == "nt" else (lock,)
    try:
        done = subprocess.run(
            command, check=False, capture_output=True, text=True, errors="replace", env=environ, pass_fds=kept
        )
    except OSError as error:
        return str(error)
    said = [line.strip() for line in (done.stdout + done.stderr).splitlines() if line.strip()]
    return None if done.returncode == 0 else "\n    ".join(said[-3:]) or f"ended with status {done.returncode}"
