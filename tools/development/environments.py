"""Python interpreters and virtual environments, by uv or by pip; needs the standard library alone."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

VIRTUALENV = [sys.executable, "-I", "-m", "virtualenv", "-q"]


def pyenv_folders(versions: list[str]) -> list[str]:
    """Return the folders of pyenv's own Pythons of these *versions* (`3.12`), whichever of them is selected.

    The `python3.12` that pyenv puts on the search path refuses to run unless that version is selected.
    """
    root = Path(os.environ.get("PYENV_ROOT") or os.path.expanduser("~/.pyenv"))  # noqa: PTH111 - never raises
    found = (
        python for version in versions for python in sorted(root.glob(f"versions/{version}.*/bin/python{version}"))
    )
    return [str(python.parent) for python in found]


def environment(folder: Path, requirement: str | Path, backend: str, *options: str) -> Path:
    """Return the Python of a new environment in *folder* in which only *requirement* was installed, with *options*.

    *backend* is nox's: with `uv`, uv makes and fills it, otherwise virtualenv and pip.
    """
    python = empty_environment(folder, backend)
    install(python, requirement, backend, *options)
    return python


def environment_from(index: str, folder: Path, requirement: str, backend: str) -> Path:
    """Return the Python of a new environment in *folder* with *requirement* from *index* alone.

    Its dependencies come from the index that this machine is set to use. The URL of *index*, which holds a password, is
    passed in a variable and not on a command line.
    """
    python = empty_environment(folder, backend)
    others = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "UV_"))}
    only = {"PIP_INDEX_URL": index, "PIP_CONFIG_FILE": os.devnull, "UV_DEFAULT_INDEX": index, "UV_NO_CONFIG": "1"}
    install(python, requirement, backend, "--no-deps", environ={**others, **only, "NO_PROXY": "127.0.0.1"})
    install(python, requirement, backend)
    return python


def empty_environment(folder: Path, backend: str) -> Path:
    """Return the Python of a new, empty environment in *folder*."""
    program = ["uv", "venv", "-q", "--no-project"] if backend == "uv" else VIRTUALENV
    subprocess.run([*program, "-p", sys.executable, str(folder)], check=True)
    return folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def install(
    python: Path, requirement: str | Path, backend: str, *options: str, environ: Mapping[str, str] | None = None
) -> None:
    """Install *requirement* for *python*, with *environ* as the environment variables if given."""
    pip = [str(python), "-I", "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    program = ["uv", "pip", "install", "-q", "-p", str(python)] if backend == "uv" else pip
    subprocess.run([*program, *options, str(requirement)], check=True, env=environ)


def script(python: Path, name: str) -> Path:
    """Return the path of the command *name* in the environment of *python*."""
    return python.with_name(f"{name}.exe" if sys.platform == "win32" else name)
