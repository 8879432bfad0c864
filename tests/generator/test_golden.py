"""One small document per feature: the generated package is compared, imported and type-checked.

`nox -s golden -- --update` rewrites what the cases expect; the difference is read like code.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from generator.rules import check
from tests.generator import cases

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "templates" / "foxreach_client"
HANDWRITTEN = [str(ROOT / "runtime"), str(ROOT / "sandbox")]

# Runs in a fresh interpreter: loads every module and every public name, and reads every docstring.
TOUCH = """
import importlib, inspect, pkgutil, sys
for case in sys.argv[1:]:
    package = importlib.import_module(case)
    for name in package.__all__:
        value = getattr(package, name)
        assert value is getattr(package, name), name
    assert set(package.__all__) <= set(dir(package)), case
    for module in pkgutil.walk_packages(package.__path__, case + "."):
        loaded = importlib.import_module(module.name)
        assert inspect.getdoc(loaded), module.name
    client = package.FoxReach(api_key="otr_key")
    for flavour in (package.FoxReach, package.AsyncFoxReach):
        assert inspect.getdoc(flavour), case
    for resource in (client, client.with_raw_response):
        for name in dir(type(resource)):
            if not name.startswith("_"):
                getattr(resource, name)
    client.close()
"""


def side_by_side(folder: Path) -> Path:
    """Return a folder in which each case is a package of its own name."""
    for name in cases.NAMES:
        for path, text in cases.sources(name).items():
            target = folder / name / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8")
        (folder / name / "py.typed").touch()
    return folder


def ran(*command: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Return what became of a command; its output is in the report of a failed test."""
    done = subprocess.run(
        command, cwd=cwd, env=os.environ | environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    print(done.stdout, done.stderr)
    return done


def test_the_cases_are_found() -> None:
    assert len(cases.NAMES) >= 12


@pytest.mark.parametrize("name", cases.NAMES)
def test_a_document_of_a_case_passes_the_rules(name: str) -> None:
    assert [str(complaint) for complaint in check(cases.document(name))] == []


@pytest.mark.parametrize("name", cases.NAMES)
def test_the_output_is_what_the_case_expects(name: str, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update", default=False):
        cases.record(name)
    assert cases.kept(name) == cases.recorded(name)


def test_every_output_path_is_covered_by_a_case() -> None:
    kept = {_kind(path) for name in cases.NAMES for path in cases.kept(name)}
    assert kept == {_kind(path) for name in cases.NAMES for path in cases.sources(name)}
    assert kept >= {
        path.relative_to(TEMPLATES).as_posix().removesuffix(".jinja") for path in TEMPLATES.rglob("*.jinja")
    }


def _kind(path: str) -> str:
    """Return the path with `[resource]` or `[module]` in place of a name, as its template has it."""
    path = re.sub(r"^models/(?!__init__)\w+", "models/[module]", path)
    return re.sub(r"^(operations|resources)/(?!__init__)\w+", r"\1/[resource]", path)


def test_every_public_name_of_every_case_can_be_used(tmp_path: Path) -> None:
    installed = [spec for name in ("foxreach_runtime", "foxreach_sandbox") if (spec := find_spec(name))]
    handwritten = [str(Path(spec.origin).parents[1]) for spec in installed if spec.origin] or HANDWRITTEN
    path = os.pathsep.join([str(side_by_side(tmp_path)), *handwritten])
    done = ran(sys.executable, "-W", "error", "-c", TOUCH, *cases.NAMES, cwd=tmp_path, PYTHONPATH=path)
    assert done.returncode == 0


def test_every_case_passes_mypy(tmp_path: Path) -> None:
    side_by_side(tmp_path)
    (tmp_path / "mypy.ini").write_text("[mypy]\nstrict = true\nwarn_unreachable = true\n")
    done = ran(sys.executable, "-m", "mypy", ".", cwd=tmp_path, MYPYPATH=os.pathsep.join(HANDWRITTEN))
    assert done.stdout.startswith("Success")


def test_every_case_passes_pyright(tmp_path: Path) -> None:
    settings = {"include": list(cases.NAMES), "typeCheckingMode": "strict", "extraPaths": HANDWRITTEN}
    side_by_side(tmp_path)
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings))
    done = ran(sys.executable, "-m", "pyright", "--pythonpath", sys.executable, cwd=tmp_path)
    assert "0 errors, 0 warnings" in done.stdout
