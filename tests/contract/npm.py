"""Programs from npm that tests compare with: installed once into a cache folder, at the versions of a lock file."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path


def missing(locked: Path, cache: Path, program: str) -> str:
    """Return what the program needs and this machine lacks, '' if it can run. In CI, a failed install is an error."""
    if absent := " and ".join(name for name in ("node", "npm") if shutil.which(name) is None):
        return f"{absent} not found"
    try:
        installed(locked, cache, program)
    except subprocess.SubprocessError:
        if "CI" in os.environ:
            raise
        return "npm could not install it"
    return ""


def installed(locked: Path, cache: Path, program: str) -> Path:
    """Return the program at the version that the files in *locked* name, in the folder *cache*."""
    for name in ("package.json", "package-lock.json"):
        cache.mkdir(parents=True, exist_ok=True)
        if not (cache / name).exists() or (cache / name).read_bytes() != (locked / name).read_bytes():
            shutil.rmtree(cache / "node_modules", ignore_errors=True)
            shutil.copy(locked / name, cache / name)
    found = cache / "node_modules" / ".bin" / program
    if not found.exists():
        command = ["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error", "--fetch-retries=1"]
        subprocess.run(command, cwd=cache, check=True, timeout=300)
    return found
