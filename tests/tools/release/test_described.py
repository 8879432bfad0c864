"""Each change that is detected is described by a file of its class, and the message says what to write."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools.changes import checkout
from tools.changes.kinds import Change
from tools.changes.version import version_of
from tools.release.changelog import NOTE
from tools.release.described import faults, main
from tools.release.fragments import CLASSES, Fragment, assembled, outdated, unreleased

REMOVED = Change("argument-removed", "client.pets.list()", "argument 'tags' removed")
NARROWED = Change("python-raised", "the package", "requires Python >=3.12, required >=3.11")
ADDED = Change("argument-added", "client.pets.list()", "optional argument 'tag' added")
DEPRECATED = Change("deprecated", "client.pets.list()", "deprecated")
WORDS = Change("operation-words", "client.pets.list()", "description changed")
CHANGELOG = f"## [Unreleased]\n\n{NOTE}\n"


def one(name: str, text: str = "The `tags` of `client.pets.list()`.") -> Fragment:
    return Fragment(name, text)


@pytest.mark.parametrize(
    ("change", "files"),
    [
        (REMOVED, [one("tags.removed.md")]),
        (REMOVED, [one("tags.changed.md"), one("more.fixed.md")]),
        (REMOVED, [one("pets.removed.md", "Everything in `client.pets`.")]),
        (NARROWED, [one("python.removed.md", "Python 3.11 is not supported any more.")]),
        (ADDED, [one("tag.added.md", "Pets have tags.")]),
        (ADDED, [one("tag.changed.md", "Pets have tags.")]),
        (DEPRECATED, [one("pets.deprecated.md")]),
        (WORDS, []),
    ],
)
def test_a_change_that_is_described_as_what_it_is_passes(change: Change, files: list[Fragment]) -> None:
    assert faults(files, [change], CHANGELOG) == []


@pytest.mark.parametrize(
    ("change", "files", "words"),
    [
        (REMOVED, [], "NAME.removed.md: `client.pets.list()`: argument 'tags' removed."),
        (REMOVED, [one("tags.fixed.md")], "of other classes: tags.fixed.md"),
        (REMOVED, [one("tags.added.md")], "of other classes: tags.added.md"),
        (REMOVED, [one("tags.removed.md", "`client.pets.list_all()` has no tags.")], "of the class removed or changed"),
        (REMOVED, [one("tags.removed.md", "`client` lost something.")], "of the class removed or changed"),
        (NARROWED, [one("python.fixed.md", "Python 3.12.")], "of the class changed or removed"),
        (ADDED, [one("tag.fixed.md")], "describes: client.pets.list(): optional argument 'tag' added."),
        (DEPRECATED, [one("pets.added.md")], "Write changelog.d/NAME.deprecated.md."),
    ],
)
def test_a_change_that_is_described_otherwise_is_a_fault(change: Change, files: list[Fragment], words: str) -> None:
    (fault,) = faults(files, [change], CHANGELOG)
    assert words in fault


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (one("tags.md"), "name it NAME.CLASS.md, with a NAME of a-z, 0-9, - and a CLASS of removed, changed,"),
        (one("tags.feature.md"), "name it NAME.CLASS.md"),
        (one("tags.fixed.md", "\n"), "write the sentence alone"),
        (one("tags.fixed.md", "- A dash."), "write the sentence alone"),
        (Fragment("tags.fixed.md", "Other words.", edited=True), "is released with another text"),
    ],
)
def test_a_file_of_another_form_is_a_fault(file: Fragment, words: str) -> None:
    (fault,) = faults([file], [], CHANGELOG)
    assert words in fault


def test_a_line_written_by_hand_is_a_fault_that_names_its_place() -> None:
    (fault,) = faults([], [], CHANGELOG + "\n### Added\n\n- A line.\n")
    assert "Move each line to a file of its own, such as changelog.d/NAME.added.md" in fault


def test_each_class_has_a_section_and_no_name_is_printed(project: Path) -> None:
    files = [one(f"{number}.{name}.md", f"About {name}.") for number, name in enumerate(CLASSES)]
    section = assembled(project, files, version_of("0.2.0"), "2026-02-03")
    parts = [f"### {name.title()}\n\n- About {name}." for name in CLASSES]
    assert section == "\n\n".join(["## [0.2.0] - 2026-02-03", *parts])


def test_a_released_file_stays_until_the_next_release_and_is_not_told_again(project: Path) -> None:
    assert [file.name for file in unreleased(project)] == ["weighing.added.md"]
    checkout.commit(project, "v0.1.0")
    checkout.describe(project, *checkout.GONE)
    assert [file.name for file in unreleased(project)] == [checkout.GONE[0]]
    assert [file.name for file in unreleased(project, version_of("0.1.0"))] == [checkout.GONE[0], "weighing.added.md"]
    assert [file.name for file in outdated(project)] == ["weighing.added.md"]
    checkout.describe(project, "weighing.added.md", "Pets can be measured.")
    assert [file.name for file in unreleased(project) if file.edited] == ["weighing.added.md"]


def test_the_check_reports_each_fault_on_stderr(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    checkout.commit(project, "v0.1.0")
    assert main(project) == 0
    checkout.change(project, checkout.REMOVED)
    assert main(project) == 1
    assert (
        capsys.readouterr()
        .err.splitlines()[1]
        .startswith("changelog: client.pets.list(): argument 'min_age' removed: this breaks")
    )
    checkout.describe(project, *checkout.GONE)
    assert main(project) == 0
