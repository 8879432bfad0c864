"""The project in tests/consumer installs the client from an index, on every Python, and is type-checked and run."""

import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Generator
from pathlib import Path

import pytest

from tests.publish.conftest import MACHINE
from tools.development.environments import environment, pyenv_folders, script
from tools.rehearsal.local_index import PASSWORD, USER, LocalIndex, local_index
from tools.rehearsal.sandbox import Sandbox, sandbox
from tools.release.build import ROOT

CONSUMER = ROOT / "tests" / "consumer"
CLASSIFIERS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["classifiers"]
VERSIONS = [text.rpartition(" ")[2] for text in CLASSIFIERS if text.startswith("Programming Language :: Python :: 3.")]
OWN = f"{sys.version_info.major}.{sys.version_info.minor}"
PYTHONS = [pytest.param(each, marks=[] if each == OWN else [pytest.mark.slow]) for each in VERSIONS]
USUAL = next((MACHINE[name] for name in ("PIP_INDEX_URL", "UV_DEFAULT_INDEX") if MACHINE.get(name)), "default")
LOOPBACK = {"NO_PROXY": "127.0.0.1"}


@pytest.fixture
def internal(tmp_path: Path, built: Path) -> Generator[LocalIndex]:
    """Serve the output of `build` only."""
    with local_index(tmp_path / "index") as index:
        for file in (*built.glob("*.whl"), *built.glob("*.tar.gz")):
            shutil.copy(file, index.folder)
        yield index


@pytest.fixture(scope="session")
def with_sandbox(tmp_path_factory: pytest.TempPathFactory, built: Path) -> Path:
    """Return the Python of an environment with the sandbox."""
    (wheel,) = built.glob("*.whl")
    return environment(tmp_path_factory.mktemp("sandbox") / "venv", f"{wheel}[sandbox]", "uv")


@pytest.fixture
def foxreach(tmp_path: Path, with_sandbox: Path) -> Generator[Sandbox]:
    """Run an empty sandbox."""
    with sandbox([script(with_sandbox, "foxreach-sandbox")], tmp_path) as running:
        yield running


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of the consumer's project."""
    return Path(shutil.copytree(CONSUMER, tmp_path / "project", ignore=shutil.ignore_patterns("__pycache__")))


def python_of(version: str) -> str:
    path = os.pathsep.join([*pyenv_folders([version]), MACHINE.get("PATH", os.defpath)])
    found = sys.executable if version == OWN else shutil.which(f"python{version}", path=path)
    if found is None and os.environ.get("CI"):
        pytest.fail(f"Python {version} is missing")
    return found or pytest.skip(f"Python {version} is missing")


def run(*command: str | Path, folder: Path, **environ: str) -> str:
    done = subprocess.run(
        command, cwd=folder, env={**MACHINE, **LOOPBACK, **environ}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{done.stdout}{done.stderr}"
    return done.stdout


def check_run(python: Path, project: Path, foxreach: Sandbox) -> None:
    where = {"FOXREACH_API_KEY": foxreach.key, "FOXREACH_BASE_URL": foxreach.url}
    said = run(python, "-I", "-W", "error", "consumer.py", folder=project, **where)
    assert said == "['Jane Doe'] 1 404 leads.get\n"


@pytest.mark.parametrize("version", PYTHONS)
def test_uv_with_an_explicit_index(project: Path, internal: LocalIndex, foxreach: Sandbox, version: str) -> None:
    pyproject = project / "pyproject.toml"
    pyproject.write_text(pyproject.read_text().replace("INTERNAL", internal.simple))
    secrets = {"UV_INDEX_INTERNAL_USERNAME": USER, "UV_INDEX_INTERNAL_PASSWORD": PASSWORD}
    run("uv", "sync", "-q", "--no-install-project", "-p", python_of(version), folder=project, **secrets)
    [ours] = [
        each for each in tomllib.loads((project / "uv.lock").read_text())["package"] if "foxreach" in each["name"]
    ]
    assert ours["source"]["registry"] == internal.simple
    assert PASSWORD not in (project / "uv.lock").read_text()

    python = project / ".venv" / "bin" / "python"
    own = [sys.executable, "-I", "-m"]
    run(*own, "mypy", "--strict", "--config-file=", f"--python-executable={python}", "consumer.py", folder=project)
    settings = {"include": ["consumer.py"], "typeCheckingMode": "strict"}
    (project / "pyrightconfig.json").write_text(json.dumps(settings))
    run(*own, "pyright", f"--pythonpath={python}", "-p", "pyrightconfig.json", folder=project)
    check_run(python, project, foxreach)


@pytest.mark.parametrize("version", PYTHONS)
def test_pip_with_an_index_that_redirects_other_packages(
    project: Path, internal: LocalIndex, foxreach: Sandbox, version: str
) -> None:
    run(sys.executable, "-I", "-m", "virtualenv", "-q", "-p", python_of(version), "venv", folder=project)
    python = project / "venv" / "bin" / "python"
    with local_index(internal.folder, fallback=USUAL) as proxy:
        alone = {"PIP_INDEX_URL": proxy.simple_with_password, "PIP_EXTRA_INDEX_URL": "", "PIP_CONFIG_FILE": os.devnull}
        run(python, "-I", "-m", "pip", "install", "-q", "foxreach-client", folder=project, **alone)
    check_run(python, project, foxreach)
