"""An environment like a consumer's: fresh, with the client and what the client declares, and nothing else."""

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LIST = """
import importlib.metadata, json
print(json.dumps({each.name: [each.version, each.requires or []] for each in importlib.metadata.distributions()}))
"""
FOLDER = "import sysconfig; print(sysconfig.get_path('purelib'))"
VIRTUALENV = [sys.executable, "-I", "-m", "virtualenv", "-q"]
Distributions = dict[str, tuple[str, list[str]]]


def environment(folder: Path, wheel: str | Path, backend: str) -> Path:
    """Return the Python of a new environment in *folder* into which only *wheel* was asked to be installed.

    *backend* is nox's: uv does it where uv makes the other environments, else virtualenv and pip do.
    """
    python = bare(folder, backend)
    install(python, wheel, backend)
    return python


def environment_from(index: str, folder: Path, requirement: str, backend: str) -> Path:
    """Return the Python of a new environment in *folder* with *requirement* from *index* alone.

    What it depends on then comes from wherever this machine gets its packages. The URL of the index, and the password
    in it, is in a variable and not on a command line.
    """
    python = bare(folder, backend)
    others = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "UV_"))}
    alone = {"PIP_INDEX_URL": index, "PIP_CONFIG_FILE": os.devnull, "UV_DEFAULT_INDEX": index, "UV_NO_CONFIG": "1"}
    install(python, requirement, backend, "--no-deps", environ={**others, **alone, "NO_PROXY": "127.0.0.1"})
    install(python, requirement, backend)
    return python


def bare(folder: Path, backend: str) -> Path:
    """Return the Python of a new environment in *folder*."""
    program = ["uv", "venv", "-q", "--no-project"] if backend == "uv" else VIRTUALENV
    subprocess.run([*program, "-p", sys.executable, str(folder)], check=True)
    return folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def install(
    python: Path, what: str | Path, backend: str, *options: str, environ: Mapping[str, str] | None = None
) -> None:
    """Install *what* for *python*, with the settings in *environ* if given."""
    pip = [str(python), "-I", "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    command = ["uv", "pip", "install", "-q", "-p", str(python)] if backend == "uv" else pip
    subprocess.run([*command, *options, str(what)], check=True, env=environ)


def command(python: Path, name: str) -> Path:
    """Return where the environment of *python* has the command *name*."""
    return python.with_name(f"{name}.exe" if sys.platform == "win32" else name)


def faults(python: Path, wheel: Path, requirement: str) -> list[str]:
    """Return a sentence on each way in which *python* is not what asking for *requirement* of *wheel* leads to."""
    sentences = list[str]()
    if others := altered(python, wheel):
        sentences.append(f"what was installed is not what was built: {', '.join(others)}")
    if extra := undeclared(distributions(python), requirement):
        sentences.append(f"the fresh environment also holds {', '.join(sorted(extra))}, which is not declared")
    return sentences


def altered(python: Path, wheel: Path) -> list[str]:
    """Return the files of *wheel* that *python* has with other bytes or not at all."""
    said = subprocess.run([python, "-I", "-c", FOLDER], check=True, capture_output=True, text=True).stdout.strip()
    with zipfile.ZipFile(wheel) as archive:
        files = {name: archive.read(name) for name in archive.namelist() if ".dist-info/" not in name}
    return [name for name, content in files.items() if _content(Path(said, name)) != content]


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def distributions(python: Path) -> Distributions:
    """Return what *python* has installed: canonical name to version and declared requirements."""
    said = subprocess.run([python, "-I", "-c", LIST], check=True, capture_output=True, text=True).stdout
    return {canonicalize_name(name): (version, wanted) for name, (version, wanted) in json.loads(said).items()}


def undeclared(installed: Distributions, root: str) -> set[str]:
    """Return the installed names that *root* does not lead to by declared requirements; pip itself is no finding."""
    reached = set[str]()
    open_ends = [Requirement(root)]
    while open_ends:
        requirement = open_ends.pop()
        name = canonicalize_name(requirement.name)
        reached.add(name)
        for text in installed[name][1]:
            found = Requirement(text)
            extras = ["", *requirement.extras]
            needed = not found.marker or any(found.marker.evaluate({"extra": extra}) for extra in extras)
            if needed and (canonicalize_name(found.name) not in reached or found.extras):
                open_ends.append(found)
    return set(installed) - reached - {"pip", "setuptools"}
