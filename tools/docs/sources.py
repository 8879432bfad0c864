"""The files of a checkout that the site is made from. They are those of the sdist, which so builds the same site."""

from __future__ import annotations

import hashlib
import re
import tomllib
from pathlib import Path
from typing import Any

IGNORED = re.compile(r"(^|/)(\.|__pycache__/|[^/]+\.egg-info/)|\.pyc$")  # What tools leave, and git ignores.


def version(root: Path) -> str:
    """Return the version of the checkout *root*, as the build finds it."""
    settings: dict[str, str] = _hatch(root)["version"]
    found = re.search(settings["pattern"], (root / settings["path"]).read_text("utf-8"), re.MULTILINE)
    return found["version"] if found else "0"


def files(root: Path) -> list[Path]:
    """Return each file of the checkout *root* that the sdist has."""
    included = _hatch(root)["build"]["targets"]["sdist"]["only-include"]
    found = {each for name in included for each in [root / name, *(root / name).rglob("*")] if each.is_file()}
    return sorted(path for path in found if not IGNORED.search(path.relative_to(root).as_posix()))


def sources(root: Path) -> dict[str, bytes]:
    """Return the content of each of these files by its path in the checkout."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files(root)}


def digest(root: Path, *below: str) -> str:
    """Return a hash that changes with every file that the site is made from, or with those whose path begins so."""
    found = hashlib.sha256()
    for name, content in sources(root).items():
        if not name.startswith(below or ("",)):
            continue
        found.update(f"{name}\n{len(content)}\n".encode() + content)
    return found.hexdigest()


def _hatch(root: Path) -> dict[str, Any]:
    hatch: dict[str, Any] = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]
    return hatch
