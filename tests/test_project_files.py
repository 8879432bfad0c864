"""Configuration files for editors, forges and pre-commit agree with noxfile.py and pyproject.toml."""

from __future__ import annotations

import ast
import configparser
import json
import tomllib
from importlib.metadata import files
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
SESSIONS = {
    node.name: [ast.unparse(each) for each in node.decorator_list]
    for node in ast.parse((ROOT / "noxfile.py").read_text("utf-8")).body
    if isinstance(node, ast.FunctionDef) and any("nox.session" in ast.unparse(each) for each in node.decorator_list)
}
PRE_COMMIT: Any = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
HOOKS: list[dict[str, Any]] = [hook for repository in PRE_COMMIT["repos"] for hook in repository["hooks"]]


def test_pre_commit_downloads_nothing() -> None:
    assert [repository["repo"] for repository in PRE_COMMIT["repos"]] == ["local"]


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: str(hook["id"]))
def test_each_hook_runs_a_session(hook: dict[str, Any]) -> None:
    *command, session = hook["entry"].split()
    assert command == ["python3", "noxfile.py", "-r", "-s"]
    assert session in SESSIONS
    assert (hook["language"], hook["pass_filenames"]) == ("system", False)


def test_the_dev_container_names_no_registry() -> None:
    settings = json.loads((ROOT / ".devcontainer" / "devcontainer.json").read_text("utf-8"))
    name, _, tag = settings["image"].partition(":")
    assert name == "python"
    assert tag.startswith("3.11")


def test_editors_break_lines_where_ruff_does() -> None:
    parser = configparser.ConfigParser()
    parser.read_string("[top]\n" + (ROOT / ".editorconfig").read_text("utf-8"))
    ruff = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["ruff"]
    assert parser.getint("*", "max_line_length") == ruff["line-length"]


def test_the_check_workflow_installs_every_python_that_is_tested_and_runs_all_checks() -> None:
    workflow: Any = yaml.safe_load((ROOT / ".github" / "workflows" / "check.yml").read_text("utf-8"))
    steps = workflow["jobs"]["check"]["steps"]
    [versions] = [step["with"]["python-version"].split() for step in steps if "setup-python" in step.get("uses", "")]
    classifiers = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["classifiers"]
    tested = [text.rpartition(" :: ")[2] for text in classifiers if " :: 3." in text]
    assert sorted(versions) == sorted(tested)
    assert steps[-1]["run"] == ".ci/run"
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o111


@pytest.mark.parametrize("vendors", ["foxreach", "foxreach-cli"])
def test_no_file_of_the_wheel_overwrites_one_of_the_vendors_packages(vendors: str) -> None:
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]["wheel"]
    ours = {Path(package).name for package in wheel["packages"]}
    assert ours.isdisjoint(file.parts[0] for file in files(vendors) or pytest.fail("its files are unknown"))
