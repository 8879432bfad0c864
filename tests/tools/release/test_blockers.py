"""The reasons against publishing a checkout."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.tools.changes import checkout
from tools.changes.kinds import Change
from tools.changes.version import version_of
from tools.release.__main__ import main as release
from tools.release.blockers import Candidate, blockers, candidate, checkout_blockers

REMOVED = Change("argument-removed", "client.pets.list()", "argument 'tags' removed")
ADDED = Change("argument-added", "client.pets.list()", "optional argument 'tag' added")
GOOD = Candidate(
    version=version_of("0.2.0"),
    released=version_of("0.1.0"),
    newest=version_of("0.1.0"),
    changes=[REMOVED, ADDED],
    unclean=[],
    tree="1111",
    tagged=None,
    changelog="## [Unreleased]\n\n## [0.2.0] - 2026-01-01\n\n- A line.\n",
    described="- A line.",
    fresh=True,
)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"tagged": "1111"},
        {"version": version_of("0.3.0"), "changelog": "## 0.3.0\n\n- A line.\n"},
        {"released": None, "newest": None, "changes": []},
        {"version": version_of("0.2.0rc1"), "changelog": ""},
        {"described": None},
        {"tags": ["v0.2.0", "v0.2.0-beta"]},
    ],
    ids=[
        "as proposed",
        "tagged",
        "higher than needed",
        "the first release",
        "a pre-release",
        "without tags",
        "with another tag",
    ],
)
def test_a_good_candidate_has_no_blocker(changes: dict[str, Any]) -> None:
    assert blockers(replace(GOOD, **changes)) == []


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (
            {"version": version_of("0.1.1"), "changelog": "## [0.1.1]\n\n- A line.\n"},
            "0.1.1 is too low: the changes since 0.1.0 demand 0.2.0 (client.pets.list(): argument 'tags' removed).",
        ),
        ({"released": version_of("0.2.0"), "newest": version_of("0.2.0")}, "0.2.0 is too low"),
        ({"newest": version_of("0.3.0")}, "0.2.0 is lower than 0.3.0, which is released."),
        ({"unclean": ["a", "b", "c", "d", "e"]}, "the working tree is not clean (a, b, c and 2 more)."),
        ({"fresh": False}, "generated/ differs from what the generator writes."),
        ({"changelog": "## [Unreleased]\n\n- A line.\n"}, "CHANGELOG.md has no line below `## [0.2.0]`."),
        ({"changelog": "## [0.2.0]\n\n## [0.1.0]\n\n- A line.\n"}, "CHANGELOG.md has no line below `## [0.2.0]`."),
        ({"tagged": "2222"}, "v0.2.0 is tagged with other content."),
        ({"tree": None}, "this is not a git checkout"),
        ({"tags": ["v0.2.0-rc1"]}, "HEAD is tagged v0.2.0-rc1, and its version is 0.2.0."),
        (
            {"version": version_of("0.1.1rc1")},
            "0.1.1rc1 is too low: the changes since 0.1.0 demand 0.2.0",
        ),
        (
            {"version": version_of("0.2.0rc2"), "newest": version_of("0.2.0rc3")},
            "0.2.0rc2 is lower than 0.2.0rc3",
        ),
        (
            {"version": version_of("0.2.0rc1"), "described": ""},
            "changelog.d/ has no new file.",
        ),
        ({"described": "- A line.\n- Another."}, "CHANGELOG.md and changelog.d/ differ in what 0.2.0 changes."),
    ],
)
def test_each_fault_is_a_blocker_with_a_remedy(changes: dict[str, Any], words: str) -> None:
    (reason,) = blockers(replace(GOOD, **changes))
    assert reason.startswith(words)
    assert reason.endswith(".")


def test_all_blockers_are_reported_at_once() -> None:
    assert len(blockers(replace(GOOD, unclean=["a"], fresh=False, changelog="", tagged="2222"))) == 4


def test_the_documented_steps_remove_every_blocker(project: Path) -> None:
    checkout.commit(project, "v0.1.0")
    checkout.change(project, checkout.REMOVED)
    checkout.describe(project, *checkout.GONE)
    found = [reason.split(" ")[0] for reason in checkout_blockers(project)]
    assert found == ["0.1.0", "the", "generated/", "CHANGELOG.md"]
    assert release([], project) == 0
    assert [reason.split("(")[0] for reason in checkout_blockers(project)] == ["the working tree is not clean "]
    checkout.commit(project)
    assert checkout_blockers(project) == []
    checkout.git(project, "tag", "v0.2.0")
    assert checkout_blockers(project) == []
    (project / "README.md").write_text("More.\n", "utf-8")
    checkout.commit(project)
    assert [reason.split(":")[0] for reason in checkout_blockers(project)] == [
        "0.2.0 is too low",
        "v0.2.0 is tagged with other content. Release the next version",
    ]


def test_without_a_tag_the_wheel_of_the_index_is_the_previous_release(project: Path, tmp_path: Path) -> None:
    wheel = checkout.wheel(project, tmp_path)
    assert release(["--version", "0.1.1"], project) == 0
    checkout.change(project, checkout.REMOVED)
    checkout.regenerate(project)
    checkout.commit(project)
    (reason,) = checkout_blockers(project, wheel)
    assert reason.startswith("0.1.1 is too low: the changes since 0.1.0 demand 0.2.0")


def test_a_wheel_of_the_same_version_is_not_a_previous_release(project: Path, tmp_path: Path) -> None:
    assert release([], project) == 0
    checkout.commit(project)
    assert candidate(project, checkout.wheel(project, tmp_path)).released is None
    assert checkout_blockers(project, checkout.wheel(project, tmp_path)) == []


def test_a_higher_release_is_one_blocker_and_is_not_compared_with(project: Path) -> None:
    assert release([], project) == 0
    checkout.commit(project, "v0.2.0")
    lower, tag = checkout_blockers(project)
    assert lower.startswith("0.1.0 is lower than 0.2.0, which is released.")
    assert tag.startswith("HEAD is tagged v0.2.0, and its version is 0.1.0.")
    assert candidate(project).released is None


def test_without_git_there_is_one_blocker(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert release([], project) == 0
    monkeypatch.setenv("PATH", "")
    (reason,) = checkout_blockers(project)
    assert reason.startswith("this is not a git checkout")


@pytest.mark.parametrize("broken", ["spec/foxreach.yaml", "runtime/foxreach_runtime/version.py"])
def test_an_error_that_prevents_the_check_is_a_blocker(broken: str, project: Path) -> None:
    (project / broken).write_text("a: [", "utf-8")
    assert len(checkout_blockers(project)) == 1
