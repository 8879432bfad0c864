"""A section joins the changelog above the older ones, and each version links to what changed in it."""

from __future__ import annotations

import pytest

from tools.release.changelog import NOTE, links, released, sections

HEAD = f"# Changelog\n\nWhat users notice.\n\n## [Unreleased]\n\n{NOTE}\n\n"
OLD = "## [0.1.0] - 2026-01-01 [YANKED]\n\n### Fixed\n\n- An old thing,\n  in two lines.\n\n"
NEW = "## [0.2.0] - 2026-02-03\n\n### Added\n\n- One thing.\n\n"
FIRST = "[Unreleased]: ../../compare/v0.1.0...HEAD\n[0.1.0]: ../../tree/v0.1.0\n"
BOTH = "[Unreleased]: ../../compare/v0.2.0...HEAD\n[0.2.0]: ../../compare/v0.1.0...v0.2.0\n[0.1.0]: ../../tree/v0.1.0\n"


def test_a_section_joins_above_the_older_ones() -> None:
    assert released(HEAD, OLD) == HEAD + OLD + FIRST
    assert released(HEAD + OLD + FIRST, NEW) == HEAD + NEW + OLD + BOTH


def test_the_same_section_again_changes_nothing() -> None:
    once = released(HEAD + OLD, NEW)
    assert released(once, NEW) == once


def test_the_section_of_an_earlier_run_is_replaced_whatever_its_version() -> None:
    other = released(HEAD + OLD, NEW.replace("0.2.0", "0.1.1").replace("One", "Another"))
    assert released(other, NEW, ["0.1.1"]) == HEAD + NEW + OLD + BOTH


def test_the_text_of_a_section_has_no_links() -> None:
    assert sections(HEAD + NEW + OLD + BOTH) == {
        "Unreleased": NOTE,
        "0.2.0": "### Added\n\n- One thing.",
        "0.1.0": "### Fixed\n\n- An old thing,\n  in two lines.",
    }


def test_a_version_links_to_the_one_below_it_wherever_its_section_is() -> None:
    assert links(["0.1.1", "0.10.0", "0.2.0"]).splitlines()[1:] == [
        "[0.10.0]: ../../compare/v0.2.0...v0.10.0",
        "[0.2.0]: ../../compare/v0.1.1...v0.2.0",
        "[0.1.1]: ../../tree/v0.1.1",
    ]


def test_a_changelog_without_an_unreleased_section_is_refused() -> None:
    with pytest.raises(ValueError, match=r"no heading `## \[Unreleased\]`"):
        released("# Changelog\n", NEW)
