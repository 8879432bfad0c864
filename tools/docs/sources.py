"""The files of a checkout that the site is made from. They are those of the sdist, which so builds the same site."""

from __future__ import annotations

import hashlib
import re
import tomllib
from pathlib import Path
from typing import Any


def version(root: Path) -> str:
    """Return the version of the checkout *root*, as the build finds it."""
    settings: dict[str, str] = _hatch(root)["version"]
    found = re.search(settings["pattern"], (root / settings["path"]).read_text("utf-8"), re.MULTILINE)
    return found["version"] if found else "0"


def sources(root: Path) -> dict[str, bytes]:
    """Return the content of each file of the checkout *root* that the sdist has, by its path."""
    included = _hatch(root)["build"]["targets"]["sdist"]["only-include"]
    files = {each for name in included for each in [root / name, *(root / name).rglob("*")] if each.is_file()}
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(files)
        if "__pycache__" not in path.parts and path.suffix != ".pyc"
    }


def digest(root: Path) -> str:
    """Return a hash that changes with every file that the site is made from, the locks of its tools included."""
    found = hashlib.sha256()
    for name, content in sources(root).items():
        found.update(f"{name}\n{len(content)}\n".encode() + content)
    return found.hexdigest()


def _hatch(root: Path) -> dict[str, Any]:
    hatch: dict[str, Any] = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]
    return hatch
