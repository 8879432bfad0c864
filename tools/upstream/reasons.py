"""Reads why the spec differs from the vendor's document on purpose: `spec/accepted-differences.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from .compare import Difference
from .source import UpstreamError

FILE = Path("spec", "accepted-differences.toml")
KEYS = ("operation", "path", "aspect", "reason")


@dataclass(frozen=True)
class Reason:
    """One entry: which places it covers, as patterns with `*`, and why we differ.

    *contradiction* is that of the published sources, such as C7, if there is one.
    """

    operation: str
    path: str
    aspect: str
    reason: str
    contradiction: str = ""

    def __str__(self) -> str:
        return f"{self.contradiction}: {self.reason}" if self.contradiction else self.reason

    def covers(self, difference: Difference) -> bool:
        """Return whether it explains the difference in every operation that meets it."""
        return (
            all(_fits(operation, self.operation) for operation in difference.operations)
            and _fits(difference.path, self.path)
            and _fits(difference.aspect, self.aspect)
        )


def _fits(text: str, pattern: str) -> bool:
    return any(fnmatchcase(text, each.replace("[", "[[]")) for each in pattern.split(" | "))


def reasons(root: Path) -> list[Reason]:
    """Return the entries at *root*; UpstreamError for one that is incomplete."""
    try:
        listed = tomllib.loads((root / FILE).read_text("utf-8")).get("accepted", [])
    except FileNotFoundError:
        return []
    except (OSError, ValueError) as error:
        raise UpstreamError(f"{FILE.as_posix()} cannot be read: {error}") from None
    return [_entry(each) for each in listed]


def _entry(given: dict[str, Any]) -> Reason:
    texts = [given.get(key) for key in KEYS]
    number = given.get("contradiction", "")
    if given.keys() - {*KEYS, "contradiction"} or not all(isinstance(text, str) and text.strip() for text in texts):
        words = f"an entry needs {', '.join(KEYS)} as texts, and has contradiction beside them at most"
        raise UpstreamError(f"{FILE.as_posix()}: {words}; got {given}.")
    if number and not re.fullmatch(r"C\d+", str(number)):
        raise UpstreamError(f"{FILE.as_posix()}: {number!r} is no contradiction such as C7.")
    return Reason(given["operation"], given["path"], given["aspect"], given["reason"], str(number))


def reason_for(difference: Difference, entries: Iterable[Reason]) -> Reason | None:
    """Return the first entry that covers the difference."""
    return next((each for each in entries if each.covers(difference)), None)


def unused(found: Iterable[Difference], entries: Sequence[Reason]) -> list[str]:
    """Return a note for each entry that covers no difference: it is mistyped, or the vendor agrees now."""
    listed = list(found)
    idle = [each for each in entries if not any(each.covers(difference) for difference in listed)]
    return [
        f"{FILE.as_posix()}: the entry for {each.operation}, {each.path}, {each.aspect} fits no difference"
        for each in idle
    ]
