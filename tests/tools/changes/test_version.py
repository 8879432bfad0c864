"""The version that changes demand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.changes.kinds import WEIGHTS, Change, Weight
from tools.changes.report import Comparison
from tools.changes.version import Version, rule, version_of


@pytest.mark.parametrize(
    ("released", "weights", "expected"),
    [
        ("0.1.0", ["breaking", "addition"], "0.2.0"),
        ("0.1.4", ["addition"], "0.1.5"),
        ("0.1.4", ["documentation", "wire-only"], "0.1.5"),
        ("0.1.4", [], "0.1.5"),
        ("1.2.3", ["breaking"], "2.0.0"),
        ("1.2.3", ["addition", "documentation"], "1.3.0"),
        ("1.2.3", ["wire-only"], "1.2.4"),
    ],
)
def test_the_most_severe_change_decides(released: str, weights: list[Weight], expected: str) -> None:
    assert str(version_of(released).after(weights)) == expected


def test_a_pre_release_comes_before_its_final_version_and_after_the_one_before() -> None:
    texts = ["0.1.9", "0.2.0rc1", "0.2.0rc2", "0.2.0rc10", "0.2.0", "0.2.1rc1"]
    assert sorted(map(version_of, reversed(texts))) == [version_of(text) for text in texts]
    assert [str(version_of(text)) for text in texts] == texts
    assert str(version_of("v0.2.0rc2").final) == "0.2.0"


@pytest.mark.parametrize(
    ("version", "taken", "expected"),
    [
        ("0.1.1", [], "0.1.1"),
        ("0.1.1", ["0.1.1", "0.1.2", "0.2.0"], "0.1.3"),
        ("0.2.0", ["0.2.0"], "0.3.0"),
        ("1.2.0", ["1.2.0", "1.3.0"], "1.4.0"),
        ("2.0.0", ["2.0.0"], "3.0.0"),
    ],
)
def test_a_version_that_another_branch_released_is_passed_over(version: str, taken: list[str], expected: str) -> None:
    assert str(version_of(version).not_in({version_of(each) for each in taken})) == expected


VERSIONS = st.builds(Version, *[st.integers(0, 30)] * 3)


@given(VERSIONS, st.lists(st.sampled_from(WEIGHTS)), st.sampled_from(WEIGHTS))
def test_the_next_version_is_higher_and_one_more_change_never_lowers_it(
    released: Version, weights: list[Weight], more: Weight
) -> None:
    assert released < released.after(weights) <= released.after([*weights, more])
    assert version_of(f"v{released}") == released


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1",
        "1.2",
        "1.2.3.4",
        "1.2.3rc0",
        "1.2.3-rc1",
        "1.2.3a1",
        "1.2.3rc",
        "01.2.3",
        "v1.2",
        "1.2.3\n",
        "-1.2.3",
        "١.٢.٣",
    ],
)
def test_an_invalid_version_is_refused_with_a_reason(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not a version: write three numbers"):
        version_of(text)


@pytest.mark.parametrize(
    ("released", "weights", "expected"),
    [
        ("0.1.0", ["breaking"], "a breaking change raises the second number before 1.0"),
        ("0.1.0", ["addition"], "an addition raises the third number before 1.0"),
        ("1.0.0", ["addition"], "an addition raises the second number"),
        ("1.0.0", ["breaking"], "a breaking change raises the first number"),
        ("1.0.0", [], "an internal change raises the third number"),
    ],
)
def test_the_reason_for_a_version_is_given_in_words(released: str, weights: list[Weight], expected: str) -> None:
    assert rule(weights, version_of(released)) == expected


@pytest.mark.parametrize(
    ("current", "kinds", "expected"),
    [
        ("0.1.0", ["argument-added"], "0.1.1"),
        ("0.1.1", ["argument-added"], "0.1.1"),
        ("0.1.1", ["argument-removed"], "0.2.0"),
        ("0.5.0", ["argument-removed"], "0.5.0"),
        ("0.2.0rc1", ["argument-removed"], "0.2.0"),
        ("0.1.1rc1", ["argument-removed"], "0.2.0"),
        ("0.0.9", [], "0.1.1"),
    ],
)
def test_the_current_version_is_kept_if_it_is_high_enough(current: str, kinds: list[str], expected: str) -> None:
    changes = [Change(kind, "client.pets.list()", "changed") for kind in kinds]
    found = Comparison("v0.1.0", version_of("0.1.0"), version_of(current), changes)
    assert str(found.suggested) == expected
