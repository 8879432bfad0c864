"""Runs ruff over the rendered sources: removes unused imports, sorts imports, formats.

Isolated from all other settings: `--isolated`, an empty working directory, no `RUFF_*` variables, no cache.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

COMMON = (
    *("--isolated", "--no-cache", "--no-respect-gitignore", "--quiet"),
    *("--target-version", "py311", "--line-length", "120"),
)
CHECK = (
    *("check", *COMMON, "--fix", "--select", "F401,I001,TC005"),
    *("--config", "lint.isort.split-on-trailing-comma = false"),
    *("--config", 'lint.isort.known-first-party = ["foxreach_client"]'),
    *("--config", 'lint.isort.known-third-party = ["foxreach_runtime", "foxreach_testing", "msgspec"]'),
)
FORMAT = ("format", *COMMON, "--config", "format.skip-magic-trailing-comma = true")


def tidy(tree: Mapping[str, str]) -> dict[str, str]:
    """Return the tree with every Python file formatted; RuntimeError if ruff cannot parse one."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "foxreach_client"
        for path, text in tree.items():
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8", newline="\n")
        for command in (CHECK, FORMAT):
            _ruff(command, root)
        return {path: (root / path).read_text("utf-8") for path in tree}


def _ruff(command: tuple[str, ...], root: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("RUFF_")}
    done = subprocess.run(  # noqa: S603 - constant arguments, no shell
        [sys.executable, "-P", "-m", "ruff", *command, "."],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"ruff could not format the rendered sources:\n{done.stdout}{done.stderr}")
