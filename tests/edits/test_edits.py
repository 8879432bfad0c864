"""Ten edits of the spec at once: with what CONTRIBUTING names the tests pass, and without it they say what to write.

One copy of the checkout serves both, since generating is most of the cost. Only the tests that read the spec are run,
and of those with a case for each operation only the cases of the edited ones.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.edits.changes import EDITS, SPEC

ROOT = Path(__file__).parents[2]
COPIED = ("generated", "generator", "runtime", "sandbox", "spec", "templates", "tests", "tools")
CALLS = "webhooks.get or segments.get or analytics or leads.activity or campaigns.list or leads.create"
BY_CALL = (
    "test_every_status.py",
    "test_lists.py",
    "test_requests.py",
    "test_refused_arguments.py",
    "test_docstrings.py",
)
READ_BY = (
    (["tests/spec/test_spec.py", "tests/sandbox/test_engine.py", "tests/client/test_webhooks.py"], ""),
    ([*(f"tests/client/{name}" for name in BY_CALL), "tests/testing/test_mock_routes.py"], CALLS),
)
SAYS = (
    "expected_statuses.py",
    'Row("webhooks.get", "docs", "get", "/webhooks/{webhook_id}", "200", "404"),',
    'Row("segments.get", "docs", "get", "/segments/{segment_id}", "200", "404"),',
    "The spec has no analytics.campaign, analytics.overview. If the API has lost or renamed it, remove or rename its",
    "in the spec alone: 413; in the row alone: none. Change the row of leads.create in tests/spec/expected_statuses.py",
    "list the events of the API's documentation as EVENTS in tests/spec/expected_statuses.py",
    "the sandbox has no behaviour for analytics.workspace, segments.get, webhooks.get. Write their behaviour in",
)


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the checkout, generated from a spec with all edits; nothing else of it was changed."""
    copy = tmp_path_factory.mktemp("edited") / "checkout"
    copied(ROOT, copy)
    for edit in EDITS:
        edit.apply(copy, spec=True)
    done = run(copy, "-m", "generator")
    assert done.returncode == 0, done.stdout + done.stderr
    return copy


def copied(source: Path, copy: Path) -> None:
    for name in COPIED:
        shutil.copytree(source / name, copy / name, ignore=shutil.ignore_patterns("__pycache__", "golden"))
    for name in ("README.md", "pyproject.toml"):
        shutil.copy(source / name, copy)


def path_of(copy: Path) -> list[str]:
    """Return the folders in which Python finds the packages of the copy."""
    return [str(copy / name) for name in (".", "generated", "runtime", "sandbox")]


def run(copy: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Return the result of a Python process in the copy, which imports the packages of the copy."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(path_of(copy))}
    return subprocess.run(
        [sys.executable, *arguments], cwd=copy, env=environment, capture_output=True, text=True, check=False
    )


def test_the_edits_are_of_ten_kinds_and_each_begins_in_the_spec() -> None:
    assert len({edit.name for edit in EDITS}) == 10
    for edit in EDITS:
        assert edit.replacements[0][0] == SPEC


@pytest.mark.parametrize(("tests", "calls"), READ_BY, ids=["of-the-spec", "of-each-operation"])
def test_an_edit_with_what_contributing_names_passes(
    tests: list[str], calls: str, edited: Path, tmp_path: Path
) -> None:
    copied(edited, tmp_path)
    for edit in EDITS:
        edit.apply(tmp_path, spec=False)
    done = run(tmp_path, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests, *(["-k", calls] if calls else []))
    assert done.returncode == 0, done.stdout + done.stderr


def test_an_edit_of_the_spec_alone_fails_with_the_file_and_the_text_to_write(edited: Path) -> None:
    tests = ("tests/spec/test_spec.py", "tests/sandbox/test_engine.py")
    selected = "written_down or statuses_of_the_reference or events or has_a_behaviour"
    done = run(edited, "-m", "pytest", "-q", "--tb=short", "-p", "no:cacheprovider", *tests, "-k", selected)
    assert done.returncode == 1
    for words in SAYS:
        assert words in done.stdout, done.stdout
