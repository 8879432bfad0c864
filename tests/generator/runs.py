"""Runs the command on a small project: a document and the package generated from it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("openapi_python_client", "datamodel_code_generator", "jinja2", "yaml", "jsonschema", "pydantic")

# Runs the command in a fresh interpreter without some modules, and prints which heavy ones it has loaded.
PROBE = """
import json, sys
without, heavy, arguments = map(json.loads, sys.argv[1:])
sys.modules.update(dict.fromkeys(without))
from generator.__main__ import main
status = main(arguments)
print(json.dumps([name for name in heavy if sys.modules.get(name)]))
sys.exit(status)
"""


def arguments(project: Path, *more: str) -> list[str]:
    return ["--spec", str(project / "spec.yaml"), "--out", str(project / "package"), *more]


def change(project: Path) -> None:
    """Change the document so that the output differs."""
    spec = project / "spec.yaml"
    before = spec.read_text("utf-8")
    assert "Get a pet" in before
    spec.write_text(before.replace("Get a pet", "Get one pet"), "utf-8")


def names(project: Path) -> list[str]:
    return sorted(path.name for path in project.iterdir())


def probed(project: Path, *more: str, without: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    """Return the result of a run in a new interpreter; its last line lists the heavy modules that were loaded."""
    words = [json.dumps(without), json.dumps(HEAVY), json.dumps(arguments(project, *more))]
    return subprocess.run([sys.executable, "-c", PROBE, *words], cwd=ROOT, capture_output=True, text=True, check=False)
