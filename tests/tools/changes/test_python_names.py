"""Changes of Python names: found in what callers can come to hold, and only there."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.output.manifest import ROOT
from tests.tools.changes.python_cases import CASES, Case
from tests.tools.changes.python_files import written
from tools.changes.kinds import THEMES
from tools.changes.names import Surface, surface
from tools.changes.python_names import surface_changes


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Surface:
    return written(tmp_path_factory.mktemp("released"))


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_planted_change_is_found_once(case: Case, released: Surface, tmp_path: Path) -> None:
    found = list(surface_changes(released, written(tmp_path, case.edit)))
    assert [(change.kind, str(change)) for change in found].count((case.kind, case.words)) == 1


def test_a_change_of_an_inherited_name_is_reported_once(tmp_path: Path) -> None:
    case = Case("", "", "runtime/errors", "        self.status = status", "        ...")
    found = surface_changes(written(tmp_path / "old"), written(tmp_path / "new", case.edit))
    assert list(map(str, found)) == ["StatusError.status: attribute removed"]


def test_every_kind_of_change_is_planted_once_at_least() -> None:
    assert {case.kind for case in CASES} == {kind.name for kind in THEMES["Python names"]}


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("headers", "    def method", "    def another"),
        ("headers", "    def _all", "    def _some"),
        ("resources", "import models", "import models as bodies"),
        ("resources", "models.Pet", "bodies.Pet"),
        ("runtime/errors", "self, status: int", "self, status: int, more: str"),
    ],
    ids=[
        "a class nobody comes by",
        "a private method",
        "an import",
        "another spelling of a type",
        "how the layer makes its errors",
    ],
)
def test_a_change_that_no_caller_sees_is_not_reported(file: str, old: str, new: str, tmp_path: Path) -> None:
    case = Case("", "", file, old, new)
    assert list(surface_changes(written(tmp_path / "old"), written(tmp_path / "new", case.edit))) == []


def test_a_module_may_be_split_as_long_as_the_names_stay(tmp_path: Path) -> None:
    old = written(tmp_path / "old")
    written(tmp_path / "new")
    runtime = tmp_path / "new" / "foxreach_runtime"
    (runtime / "errors.py").rename(runtime / "tree.py")
    (runtime / "errors.py").write_text("from .tree import StatusError, TakenError\n", "utf-8")
    assert list(surface_changes(old, surface([tmp_path / "new"]))) == []


def test_the_surface_has_the_names_that_users_write() -> None:
    found = surface([ROOT / name for name in ("generated", "runtime", "sandbox")])
    names = "ConflictError.maybe_ours FoxReach.close RetryPolicy.__init__ Pages.first_page RawReply.parse"
    assert set(names.split()) <= found.names.keys()
    assert not [path for path in found.names if path.startswith(("Transport", "Exchange", "_run"))]


def test_a_folder_without_the_packages_has_no_surface(tmp_path: Path) -> None:
    assert surface([tmp_path]) == Surface({})
