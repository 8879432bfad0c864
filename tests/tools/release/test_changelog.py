"""Unreleased lines move below their version, and none is lost."""

from __future__ import annotations

import pytest

from tools.release.changelog import DETECTED, merged, released, sections

BEFORE = """\
# Changelog

What users notice.

## [Unreleased]

### Added

- One thing,
  told in two lines.

## [0.1.0] - 2026-01-01

### Fixed

- An old thing.
"""


def test_the_unreleased_lines_move_below_the_version() -> None:
    assert released(BEFORE, "0.2.0", "2026-02-03") == BEFORE.replace(
        "## [Unreleased]\n", "## [Unreleased]\n\n## [0.2.0] - 2026-02-03\n"
    )


def test_changes_are_added_below_their_headings_breaking_ones_first() -> None:
    seen = "### Breaking\n\n- `a()`: removed.\n\n### Added\n\n- `b()`: added.\n"
    assert sections(released(BEFORE, "0.2.0", "2026-02-03", seen))["0.2.0"] == (
        f"### Breaking\n\n- `a()`: removed.{DETECTED}\n\n"
        f"### Added\n\n- One thing,\n  told in two lines.\n- `b()`: added.{DETECTED}"
    )


def test_lines_that_are_no_longer_found_go_and_those_of_earlier_versions_lose_their_mark() -> None:
    once = released(BEFORE, "0.2.0", "2026-02-03", "### Breaking\n\n- `a()`: removed.\n")
    again = released(once, "0.2.0", "2026-02-03")
    assert sections(again)["0.2.0"] == "### Added\n\n- One thing,\n  told in two lines."
    later = released(once.replace("## [Unreleased]\n", "## [Unreleased]\n\n- More.\n"), "0.3.0", "2026-02-04")
    assert sections(later)["0.2.0"].startswith("### Breaking\n\n- `a()`: removed.\n")


def test_a_second_release_of_a_version_changes_nothing() -> None:
    seen = "### Added\n\n- `b()`: added.\n"
    once = released(BEFORE, "0.2.0", "2026-02-03", seen)
    assert released(once, "0.2.0", "2026-02-03", seen) == once


def test_a_later_line_joins_the_section_of_the_version() -> None:
    once = released(BEFORE, "0.2.0", "2026-02-03")
    later = once.replace("## [Unreleased]\n", "## [Unreleased]\n\n### Added\n\n- A late thing.\n")
    again = sections(released(later, "0.2.0", "2026-02-04"))
    assert again["0.2.0"] == "### Added\n\n- One thing,\n  told in two lines.\n- A late thing."
    assert again["Unreleased"] == ""
    assert again["0.1.0"] == sections(BEFORE)["0.1.0"]


def test_a_changelog_without_an_unreleased_section_is_refused() -> None:
    with pytest.raises(ValueError, match=r"no heading `## \[Unreleased\]`"):
        released("# Changelog\n", "0.2.0", "2026-02-03")


@pytest.mark.parametrize(("section", "more"), [("", ""), ("### Added", ""), ("", "### Added\n")])
def test_a_heading_without_lines_is_omitted(section: str, more: str) -> None:
    assert merged(section, more) == ""
