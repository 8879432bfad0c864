"""Changes of the handwritten layer: found in what callers can come to hold, and only there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.output.manifest import ROOT
from tools.changes.handwritten import surface_changes
from tools.changes.kinds import THEMES
from tools.changes.surface import Surface, surface

FILES = {
    "foxreach_client/__init__.py": """\
TYPE_CHECKING = False
if TYPE_CHECKING:
    from foxreach_runtime.errors import StatusError as StatusError
    from foxreach_runtime.errors import TakenError as TakenError
    from foxreach_runtime.retry import Policy as Policy
    from .client import FoxReach as FoxReach
    from .errors import LostError as LostError
""",
    "foxreach_client/client.py": """\
from foxreach_runtime.client import SyncClient
class FoxReach(SyncClient):
    pass
""",
    "foxreach_client/errors.py": """\
from foxreach_runtime.errors import StatusError, TakenError
class LostError(StatusError):
    pass
""",
    "foxreach_runtime/__init__.py": "",
    "foxreach_runtime/errors.py": """\
from .headers import Headers
class StatusError(Exception):
    '''An error status.'''
    advice: str = ''
    def __init__(self, status: int) -> None:
        self.status = status
    @property
    def headers(self) -> Headers: ...
class TakenError(StatusError):
    maybe_ours: bool = False
""",
    "foxreach_runtime/headers.py": """\
class Headers:
    def first(self, name: str, fallback: str | None = None) -> str | None: ...
    def _all(self) -> list[str]: ...
class Unseen:
    def method(self) -> None: ...
""",
    "foxreach_runtime/retry.py": """\
from __future__ import annotations
from dataclasses import dataclass
@dataclass(frozen=True, kw_only=True)
class Policy:
    attempts: int = 4
""",
    "foxreach_runtime/client.py": """\
class SyncClient:
    def __init__(self, *, key: str | None = None) -> None: ...
    def close(self) -> None: ...
""",
}


@dataclass(frozen=True)
class Case:
    """A kind, the words of the change, and the first place of a file to replace."""

    kind: str
    words: str
    file: str
    old: str
    new: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.words}"


FIRST = "    def first(self, name: str, fallback: str | None = None) -> str | None: ..."
HEAD = "    def first(self, "
CASES = (
    Case(
        "public-removed",
        "TakenError.maybe_ours: attribute removed",
        "errors",
        "    maybe_ours: bool = False",
        "    pass",
    ),
    Case(
        "public-removed",
        "StatusError.status: attribute removed",
        "errors",
        "        self.status = status",
        "        ...",
    ),
    Case("public-removed", "FoxReach.close(): function removed", "client", "    def close(self) -> None: ...", ""),
    Case(
        "public-added", "Headers.last(): function added", "headers", FIRST, f"{FIRST}\n    def last(self) -> str: ..."
    ),
    Case(
        "public-kind",
        "Headers.first(): is now an async function, was a function",
        "headers",
        "    def f",
        "    async def f",
    ),
    Case("base-removed", "TakenError: is no longer a StatusError", "errors", "TakenError(StatusError)", "TakenError"),
    Case("base-added", "Headers: is now a dict", "headers", "class Headers:", "class Headers(dict):"),
    Case("public-type", "TakenError.maybe_ours: is bool | None, was bool", "errors", "ours: bool", "ours: bool | None"),
    Case(
        "public-type",
        "Headers.first(): parameter 'fallback' accepts str, accepted str | None",
        "headers",
        "str | None =",
        "str =",
    ),
    Case("public-type-safe", "Headers.first(): returns str, returned str | None", "headers", "-> str | None", "-> str"),
    Case(
        "public-type-safe",
        "Headers.first(): parameter 'name' accepts str | int, accepted str",
        "headers",
        "name: str",
        "name: str | int",
    ),
    Case("parameter-removed", "Headers.first(): parameter 'name' removed", "headers", "name: str, ", ""),
    Case("parameter-required", "Headers.first(): required parameter 'at' added", "headers", HEAD, f"{HEAD}at: int, "),
    Case(
        "parameter-required",
        "Headers.first(): parameter 'fallback' is now required",
        "headers",
        "str | None = None",
        "str | None",
    ),
    Case("parameter-added", "FoxReach(): optional parameter 'url' added", "client", "*, key", "*, url: str = '', key"),
    Case("parameter-added", "Policy(): optional parameter 'budget' added", "retry", "= 4", "= 4\n    budget: int = 9"),
    Case(
        "parameter-moved",
        "Headers.first(): parameter 'fallback' is now keyword-only, was positional or keyword",
        "headers",
        "str, fallback",
        "str, *, fallback",
    ),
    Case(
        "parameter-moved",
        "Headers.first(): positional parameters are now (fallback, name), were (name, fallback)",
        "headers",
        "name: str, fallback: str | None = None",
        "fallback: str | None = None, name: str = ''",
    ),
    Case("default-changed", "Policy(): parameter 'attempts' is 5 by default, was 4", "retry", "= 4", "= 5"),
    Case("public-words", "StatusError: description changed", "errors", "An error status.", "A status."),
)


def written(folder: Path, case: Case | None = None) -> Surface:
    """Return the surface of the two packages, written into *folder* with the change made."""
    for path, text in FILES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        if case and path in (f"foxreach_runtime/{case.file}.py", f"{case.file}.py"):
            assert case.old in text
            text = text.replace(case.old, case.new, 1)  # noqa: PLW2901
        (folder / path).write_text(text, "utf-8")
    return surface([folder])


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_planted_change_is_found_once(case: Case, tmp_path: Path) -> None:
    found = list(surface_changes(written(tmp_path / "old"), written(tmp_path / "new", case)))
    assert [(change.kind, str(change)) for change in found].count((case.kind, case.words)) == 1


def test_a_change_of_an_inherited_name_is_reported_once(tmp_path: Path) -> None:
    case = Case("", "", "errors", "        self.status = status", "        ...")
    found = surface_changes(written(tmp_path / "old"), written(tmp_path / "new", case))
    assert list(map(str, found)) == ["StatusError.status: attribute removed"]


def test_every_kind_of_change_is_planted_once_at_least() -> None:
    assert {case.kind for case in CASES} == {kind.name for kind in THEMES["The handwritten layer"]}


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("headers", "    def method", "    def another"),
        ("headers", "    def _all", "    def _some"),
        ("errors", "self, status: int", "self, status: int, more: str"),
    ],
    ids=["a class nobody comes by", "a private method", "how the layer makes its errors"],
)
def test_a_change_that_no_caller_sees_is_not_reported(file: str, old: str, new: str, tmp_path: Path) -> None:
    case = Case("", "", file, old, new)
    assert list(surface_changes(written(tmp_path / "old"), written(tmp_path / "new", case))) == []


def test_a_module_may_be_split_as_long_as_the_names_stay(tmp_path: Path) -> None:
    old = written(tmp_path / "old")
    written(tmp_path / "new")
    runtime = tmp_path / "new" / "foxreach_runtime"
    (runtime / "errors.py").rename(runtime / "tree.py")
    (runtime / "errors.py").write_text("from .tree import StatusError, TakenError\n", "utf-8")
    assert list(surface_changes(old, surface([tmp_path / "new"]))) == []


def test_the_surface_has_the_names_that_users_write() -> None:
    found = surface([ROOT / "generated", ROOT / "runtime"])
    names = "ConflictError.maybe_ours FoxReach.close RetryPolicy.__init__ Pages.first_page RawReply.parse"
    assert set(names.split()) <= found.names.keys()
    assert not [path for path in found.names if path.startswith(("Transport", "Exchange", "_"))]


def test_a_folder_without_the_packages_has_no_surface(tmp_path: Path) -> None:
    assert surface([tmp_path]) == Surface({})
