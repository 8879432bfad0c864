"""Computes the version that changes demand. Pure: changes in, version out.

Before 1.0, a breaking change raises the second number and any other change the third. From 1.0 on, the rules are those
of Semantic Versioning (docs/decisions/0100-version-numbers.md).
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass, replace
from functools import total_ordering
from math import inf

from .kinds import ADDITION, BREAKING, Weight

NUMBER = "(0|[1-9][0-9]{0,8})"
PATTERN = re.compile(rf"{NUMBER}\.{NUMBER}\.{NUMBER}(?:rc([1-9][0-9]{{0,3}}))?")


@total_ordering
@dataclass(frozen=True)
class Version:
    """A version of three numbers; *candidate* is the number of a pre-release (`rc`), 0 for a final version."""

    major: int
    minor: int
    patch: int
    candidate: int = 0

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}.{self.patch}{f'rc{self.candidate}' if self.candidate else ''}"

    def __lt__(self, other: Version) -> bool:
        """Return whether this version comes before *other*: all pre-releases come before their final version."""
        mine, theirs = ((v.major, v.minor, v.patch, v.candidate or inf) for v in (self, other))
        return mine < theirs

    @property
    def final(self) -> Version:
        """The final version that a pre-release leads to."""
        return replace(self, candidate=0)

    def after(self, weights: Iterable[Weight]) -> Version:
        """Return the lowest version that may follow this one with changes of these classes."""
        found = set(weights)
        if BREAKING in found and self.major:
            return Version(self.major + 1, 0, 0)
        if BREAKING in found or (ADDITION in found and self.major):
            return Version(self.major, self.minor + 1, 0)
        return Version(self.major, self.minor, self.patch + 1)

    def not_in(self, taken: Container[Version]) -> Version:
        """Return this version, or the next one that is not *taken*: another branch may have released it."""
        if self not in taken:
            return self
        if self.patch or not (self.minor or self.major):
            following = Version(self.major, self.minor, self.patch + 1)
        else:
            following = Version(self.major, self.minor + 1, 0) if self.minor else Version(self.major + 1, 0, 0)
        return following.not_in(taken)


def version_of(text: str) -> Version:
    """Return the version in *text*; ValueError with one sentence if it is none."""
    match = PATTERN.fullmatch(text.removeprefix("v"))
    if match is None:
        raise ValueError(
            f"{text!r} is not a version: write three numbers, such as 1.2.3, or 1.2.3rc1 for a pre-release"
        )
    return Version(*map(int, match.groups(default="0")))


def rule(weights: Iterable[Weight], released: Version) -> str:
    """Return the reason for the version that follows *released*, in words."""
    found = set(weights)
    what = "a breaking change" if BREAKING in found else "an addition" if ADDITION in found else "an internal change"
    after = released.after(found)
    number = "first" if after.major > released.major else "second" if after.minor > released.minor else "third"
    return f"{what} raises the {number} number{' before 1.0' if not released.major else ''}"
