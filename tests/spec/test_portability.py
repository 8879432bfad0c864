"""Tools that know nothing of us accept the spec as it is: both generators by their own commands, no warning ignored."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.spec.document import FILE, SPEC
from tests.spec.expected_statuses import ROWS

SCRIPTS = Path(sys.executable).parent


def run(folder: Path, *command: str) -> str:
    """Run a command in *folder*, away from any settings of the project, and return what it printed."""
    environment = {**os.environ, "PATH": f"{SCRIPTS}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_openapi_python_client_accepts_it_by_its_own_command(tmp_path: Path) -> None:
    out = tmp_path / "stock"
    tool = str(SCRIPTS / "openapi-python-client")
    printed = run(tmp_path, tool, "generate", "--path", str(FILE), "--fail-on-warning", "--output-path", str(out))
    assert "WARNING" not in printed.upper()
    modules = [path for path in out.glob("*/api/*/*.py") if path.name != "__init__.py"]
    assert len(modules) == len(ROWS)


def test_datamodel_code_generator_accepts_it_by_its_own_command(tmp_path: Path) -> None:
    out = tmp_path / "models.py"
    command = [sys.executable, "-W", "error", "-m", "datamodel_code_generator", "--input", str(FILE)]
    options = ["--input-file-type", "openapi", "--output-model-type", "msgspec.Struct", "--formatters", "builtin"]
    assert run(tmp_path, *command, *options, "--output", str(out)) == ""
    defined = set(compile(out.read_text("utf-8"), str(out), "exec").co_names)
    assert [name for name in SPEC["components"]["schemas"] if name not in defined] == []
