"""The version that changes demand. Pure: changes in, version out.

Before 1.0 the second number is the one that breaks, and everything else counts the third up; from 1.0 on the rules are
those of Semantic Versioning (docs/decisions/0100-version-numbers.md).
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
    """Return the version written in *text*; ValueError in one sentence when it is none."""
    match = PATTERN.fullmatch(text.removeprefix("v"))
    if match is None:
        raise ValueError(f"{text!r} is no version: write three numbers, such as 1.2.3")
    return Version(*map(int, match.groups()))


def rule(weights: Iterable[Weight], released: Version) -> str:
    """Return in words why the version that follows *released* is the one it is."""
    found = set(weights)
    what = (
        "a breaking change" if BREAKING in found else "an addition" if ADDITION in found else "nothing that callers use"
    )
    after = released.after(found)
    number = "first" if after.major > released.major else "second" if after.minor > released.minor else "third"
    return f"{what} counts the {number} number up{' before 1.0' if not released.major else ''}"
