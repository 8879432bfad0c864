"""An environment like a consumer's: fresh, with the wheel and what the wheel declares, and nothing else."""

import json
import subprocess
import sys
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LIST = """
import importlib.metadata, json
print(json.dumps({each.name: [each.version, each.requires or []] for each in importlib.metadata.distributions()}))
"""
Distributions = dict[str, tuple[str, list[str]]]


def environment(folder: Path, wheel: str | Path, backend: str) -> Path:
    """Return the Python of a new environment in *folder* into which only *wheel* was asked to be installed.

    *backend* is nox's: uv does it where uv makes the other environments, else virtualenv and pip do.
    """
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    commands: list[list[str | Path]]
    if backend == "uv":
        commands = [["uv", "venv", "-q", "--no-project", "-p", sys.executable, folder]]
        commands += [["uv", "pip", "install", "-q", "-p", python, wheel]]
    else:
        commands = [[sys.executable, "-I", "-m", "virtualenv", "-q", "-p", sys.executable, folder]]
        commands += [[python, "-I", "-m", "pip", "install", "-q", "--disable-pip-version-check", wheel]]
    for command in commands:
        subprocess.run(command, check=True)
    return python


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
