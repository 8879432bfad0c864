"""An example as a module, for the cases that a program cannot be brought into, and as the command that runs it."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import IO, Any

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@cache
def loaded(name: str) -> Any:
    """Return the module of the example, loaded by its path."""
    spec = importlib.util.spec_from_file_location(name, EXAMPLES / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # Dataclasses look their module up.
    spec.loader.exec_module(module)
    return module


@cache
def _alone() -> list[str]:
    """Return -I where the client is installed; a checkout that is only on PYTHONPATH would not be found with it."""
    done = subprocess.run([sys.executable, "-I", "-c", "import foxreach_client"], capture_output=True, check=False)
    return [] if done.returncode else ["-I"]


def command(name: str, *arguments: str | Path) -> list[str | Path]:
    """Return the command that runs the example with nothing of ours around it, and every warning an error."""
    return [sys.executable, *_alone(), "-X", "dev", "-W", "error", EXAMPLES / f"{name}.py", *arguments]


@contextmanager
def started(name: str, *arguments: str | Path) -> Generator[tuple[subprocess.Popen[str], IO[str]]]:
    """Run the example for as long as the block lasts, at most: the process, and what it prints."""
    pipe = subprocess.PIPE
    with subprocess.Popen(command(name, *arguments), stdout=pipe, stderr=pipe, text=True) as process:
        try:
            assert process.stdout is not None
            yield process, process.stdout
        finally:
            process.kill()  # Which does nothing to one that has ended, as each should.
