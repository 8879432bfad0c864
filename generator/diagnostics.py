"""Complaints about a document, one line each. Plain data: checks nothing, prints nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


def one_line(text: str) -> str:
    """Return *text* with line breaks and other unprintable characters escaped."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "backslashreplace").decode() for c in text)


@dataclass(frozen=True, order=True)
class Complaint:
    """One fault of the document, ordered by position. *line* and *column* count from 1; 0 stands for the whole file."""

    file: str
    line: int
    column: int
    pointer: str
    rule: str
    message: str
    remedy: str

    def __str__(self) -> str:
        """Return `file:line:column: pointer: rule: message Remedy: remedy` on one line."""
        place = f"{self.file}:{self.line}:{self.column}: {self.pointer or '/'}"
        return one_line(f"{place}: {self.rule}: {self.message} Remedy: {self.remedy}")


class SpecError(Exception):
    """The document has faults. *complaints* has all of them, sorted by position."""

    def __init__(self, complaints: Iterable[Complaint]) -> None:
        self.complaints = tuple(sorted(complaints))
        super().__init__("\n".join(map(str, self.complaints)))
