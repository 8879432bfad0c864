"""Changes of what an installer sees, and of the options of commands."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.output.manifest import ROOT
from tests.tools.changes.package_cases import COMMAND, CONTRACT, OPTIONS, PACKAGE, PROJECT, TREE
from tests.tools.changes.python_cases import Case
from tools.changes.commands import Commands, command_changes, commands, programs
from tools.changes.kinds import THEMES
from tools.changes.package import Package, package_in
from tools.changes.package_changes import package_changes
from tools.changes.public import PACKAGES
from tools.changes.sources import FOLDERS
from tools.release import build

SCRIPT = {"foxreach-sandbox": "foxreach_sandbox.__main__:main"}
MARKED = """\
Metadata-Version: 2.4
Name: foxreach-client
Summary: A client.
License-Expression: MIT
Keywords: api
Classifier: Typing :: Typed
Requires-Python: >=3.11
Requires-Dist: anyio<5,>=4.5
Requires-Dist: httpx2<3,>=2.16
Provides-Extra: redis
Requires-Dist: redis<9,>=5; extra == 'redis'
Provides-Extra: otel
Requires-Dist: opentelemetry-api>=1.20; extra == 'otel'
Provides-Extra: testing
Requires-Dist: foxreach-client[redis]; extra == 'testing'
Requires-Dist: pytest>=8; (python_version < '4') and extra == 'testing'
"""


def package(folder: Path, text: str, *typed: str) -> Package:
    for name in typed:
        (folder / name).mkdir(parents=True)
        (folder / name / "py.typed").touch()
    (folder / "pyproject.toml").write_text(text, "utf-8")
    found = package_in([folder], folder)
    assert found is not None
    return found


@pytest.mark.parametrize("case", PACKAGE, ids=str)
def test_a_planted_change_of_the_package_is_found_and_no_other(case: Case, tmp_path: Path) -> None:
    assert case.old in PROJECT
    old, new = package(tmp_path, PROJECT), package(tmp_path, PROJECT.replace(case.old, case.new, 1))
    assert [(each.kind, str(each)) for each in package_changes(old, new)] == [(case.kind, f"the package: {case.words}")]


def test_a_marker_file_for_type_checkers_is_compared(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    bare, typed = package(tmp_path / "old", PROJECT), package(tmp_path / "new", PROJECT, "foxreach_client")
    assert [each.kind for each in package_changes(typed, bare)] == ["typed-removed"]
    assert [each.kind for each in package_changes(bare, typed)] == ["typed-added"]


def test_the_metadata_of_a_wheel_equals_the_project_that_it_was_built_from(tmp_path: Path) -> None:
    info = tmp_path / "wheel" / "foxreach_client-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(MARKED, "utf-8")
    command = f"[console_scripts]\nfoxreach-sandbox = {SCRIPT['foxreach-sandbox']}\n\n"
    points = f"{command}[pytest11]\nfoxreach = foxreach_client.testing\n"
    (info / "entry_points.txt").write_text(points, "utf-8")
    wheel = package_in([tmp_path / "wheel"], tmp_path / "wheel")
    assert wheel is not None
    assert list(package_changes(wheel, package(tmp_path, PROJECT))) == []


def test_a_folder_without_metadata_has_no_package(tmp_path: Path) -> None:
    assert package_in([tmp_path], tmp_path) is None


def options(folder: Path, text: str) -> Commands:
    (folder / "foxreach_sandbox").mkdir(parents=True)
    (folder / "foxreach_sandbox" / "__init__.py").touch()  # Without it, an installed package comes first.
    (folder / "foxreach_sandbox" / "__main__.py").write_text(text, "utf-8")
    return commands(SCRIPT, [folder])


def tree(folder: Path, text: str) -> Commands:
    (folder / "foxreach_shell").mkdir()
    (folder / "foxreach_shell" / "__init__.py").touch()
    (folder / "foxreach_shell" / "contract.py").write_text(text, "utf-8")
    return commands({"foxr": "foxreach_shell.main:main"}, [folder])


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Commands:
    return options(tmp_path_factory.mktemp("released"), COMMAND)


@pytest.mark.parametrize("case", OPTIONS, ids=str)
def test_a_planted_change_of_a_command_is_found(case: Case, released: Commands, tmp_path: Path) -> None:
    assert case.old in COMMAND
    edited = options(tmp_path, COMMAND.replace(case.old, case.new, 1))
    there = (edited, released) if case.kind == "option-optional" else (released, edited)
    words = case.words.replace("required", "optional") if case.kind == "option-optional" else case.words
    assert (case.kind, f"`foxreach-sandbox`: {words}") in [(each.kind, str(each)) for each in command_changes(*there)]


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Commands:
    return tree(tmp_path_factory.mktemp("many"), CONTRACT)


@pytest.mark.parametrize("case", TREE, ids=str)
def test_a_planted_change_of_many_commands_is_found(case: Case, many: Commands, tmp_path: Path) -> None:
    assert case.old in CONTRACT
    edited = tree(tmp_path, CONTRACT.replace(case.old, case.new, 1))
    assert (case.kind, case.words) in [(each.kind, str(each)) for each in command_changes(many, edited)]


def test_every_kind_of_change_is_planted_once_at_least() -> None:
    marker_files = {"typed-removed", "typed-added"}
    assert {case.kind for case in PACKAGE} | marker_files == {kind.name for kind in THEMES["The package"]}
    assert {case.kind for case in (*OPTIONS, *TREE)} == {kind.name for kind in THEMES["Commands"]}


def test_a_program_with_two_names_is_compared_once(many: Commands, tmp_path: Path) -> None:
    edited = tree(tmp_path, CONTRACT.replace('"done": 0', '"done": 9'))
    both = [{"foxreach-client": state["foxr"], **state} for state in (many, edited)]
    (change,) = command_changes(*both)
    assert change.subject == "`foxr`"


def copied(folder: Path, old: str, new: str) -> Commands:
    """Return the commands of a copy of the command line whose table has *new* in place of *old*."""
    table = ROOT / "generated" / "foxreach_client" / "commands.py"
    (folder / "foxreach_client").mkdir(parents=True)
    (folder / "foxreach_client" / "__init__.py").touch()
    text = table.read_text("utf-8")
    assert old in text
    (folder / "foxreach_client" / "commands.py").write_text(text.replace(old, new, 1), "utf-8")
    return commands({"foxr": "foxreach_shell.main:main"}, [folder, ROOT / "cli", ROOT / "runtime"])


@pytest.fixture(scope="module")
def foxr(tmp_path_factory: pytest.TempPathFactory) -> Commands:
    return copied(tmp_path_factory.mktemp("foxr"), "", "")


@pytest.mark.parametrize(
    ("edit", "kind", "words"),
    [
        (('"templates.list": {', '"templates.all": {'), "command-removed", "`foxr templates list`: command removed"),
        (('"name": "search"', '"name": "text"'), "option-removed", "--search removed"),
        (('"bounced", ', ""), "option-narrowed", "--status takes active, unsubscribed, replied, took active, bounced"),
        (('"kind": "integer"', '"kind": "text"'), "option-narrowed", "--page is read as _StoreAction text None"),
    ],
)
def test_a_change_in_the_table_of_commands_is_found(
    edit: tuple[str, str], kind: str, words: str, foxr: Commands, tmp_path: Path
) -> None:
    found = [str(each) for each in command_changes(foxr, copied(tmp_path, *edit)) if each.kind == kind]
    assert any(words in each for each in found)


def test_the_commands_and_exit_statuses_of_the_command_line_are_read(foxr: Commands) -> None:
    found = foxr["foxr"]
    assert found is not None
    assert {"leads list", "leads import", "inbox watch", "auth login", "doctor"} <= found.keys()
    assert found[""].statuses.items() >= {"done": 0, "unknown": 6, "HTTP 409": 5, "HTTP 500": 1}.items()


def test_the_options_of_a_module_that_is_run_are_read() -> None:
    folders = [ROOT / name for name in FOLDERS]
    ((name, found),) = commands(programs(folders), folders).items()
    assert name == "python -m foxreach_client.differences"
    assert found is not None
    assert [option.names for option in found[""].options] == [("-h", "--help"), ("LOG",), ("--json",)]


def test_every_package_of_the_wheel_is_compared() -> None:
    assert set(FOLDERS) == {folder.parent.as_posix() for folder in build.FOLDERS}
    assert set(PACKAGES) == set(build.PACKAGES)


def test_the_options_of_the_sandbox_are_read_without_its_extra() -> None:
    found = commands(SCRIPT, [ROOT / "sandbox"])["foxreach-sandbox"]
    assert found is not None
    names = {name for option in found[""].options for name in option.names}
    assert {"--port", "--seed", "--lead-deletes"} <= names  # The last one is made in a loop.
