"""What a consumer's environment holds, compared with the wheel and with what the wheel declares."""

import json
import subprocess
import zipfile
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LIST = """
import importlib.metadata, json
print(json.dumps({each.name: [each.version, each.requires or []] for each in importlib.metadata.distributions()}))
"""
FOLDER = "import sysconfig; print(sysconfig.get_path('purelib'))"
Distributions = dict[str, tuple[str, list[str]]]


def faults(python: Path, wheel: Path, requirement: str) -> list[str]:
    """Return a sentence for each way in which *python* is not what *requirement* and *wheel* should give."""
    sentences = list[str]()
    if files := altered(python, wheel):
        sentences.append(f"installed files differ from the wheel: {', '.join(files)}")
    if names := undeclared(distributions(python), requirement):
        sentences.append(f"packages are installed that nothing declares: {', '.join(sorted(names))}")
    return sentences


def altered(python: Path, wheel: Path) -> list[str]:
    """Return the files of *wheel* that are missing from *python* or have other bytes there."""
    printed = subprocess.run([python, "-I", "-c", FOLDER], check=True, capture_output=True, text=True).stdout.strip()
    with zipfile.ZipFile(wheel) as archive:
        files = {name: archive.read(name) for name in archive.namelist() if ".dist-info/" not in name}
    return [name for name, content in files.items() if _content(Path(printed, name)) != content]


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def distributions(python: Path) -> Distributions:
    """Return what *python* has installed: canonical name to version and declared requirements."""
    printed = subprocess.run([python, "-I", "-c", LIST], check=True, capture_output=True, text=True).stdout
    return {canonicalize_name(name): (version, wanted) for name, (version, wanted) in json.loads(printed).items()}


def undeclared(installed: Distributions, root: str) -> set[str]:
    """Return the installed names that are no requirement of *root*, direct or indirect; pip itself is permitted."""
    reached = set[str]()
    pending = [Requirement(root)]
    while pending:
        requirement = pending.pop()
        name = canonicalize_name(requirement.name)
        reached.add(name)
        for text in installed[name][1]:
            found = Requirement(text)
            extras = ["", *requirement.extras]
            needed = not found.marker or any(found.marker.evaluate({"extra": extra}) for extra in extras)
            if needed and (canonicalize_name(found.name) not in reached or found.extras):
                pending.append(found)
    return set(installed) - reached - {"pip", "setuptools"}
