"""Computes the version that changes demand. Pure: changes in, version out.

Before 1.0, a breaking change raises the second number and any other change the third. From 1.0 on, the rules are those
of Semantic Versioning (docs/decisions/0100-version-numbers.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from .kinds import ADDITION, BREAKING, Weight

PATTERN = re.compile(r"(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})")


@dataclass(frozen=True, order=True)
class Version:
    """A version of three numbers; there are no pre-releases."""

    major: int
    minor: int
    patch: int

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}.{self.patch}"

    def after(self, weights: Iterable[Weight]) -> Version:
        """Return the lowest version that may follow this one with changes of these classes."""
        found = set(weights)
        if BREAKING in found and self.major:
            return Version(self.major + 1, 0, 0)
        if BREAKING in found or (ADDITION in found and self.major):
            return Version(self.major, self.minor + 1, 0)
        return Version(self.major, self.minor, self.patch + 1)


def version_of(text: str) -> Version:
    """Return the version in *text*; ValueError with one sentence if it is none."""
    match = PATTERN.fullmatch(text.removeprefix("v"))
    if match is None:
        raise ValueError(f"{text!r} is not a version: write three numbers, such as 1.2.3")
    return Version(*map(int, match.groups()))


def rule(weights: Iterable[Weight], released: Version) -> str:
    """Return the reason for the version that follows *released*, in words."""
    found = set(weights)
    what = "a breaking change" if BREAKING in found else "an addition" if ADDITION in found else "an internal change"
    after = released.after(found)
    number = "first" if after.major > released.major else "second" if after.minor > released.minor else "third"
    return f"{what} raises the {number} number{' before 1.0' if not released.major else ''}"
