"""Decides what each difference is: theirs changed, ours differs for a reason, or ours differs without one. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.source.document import Document
from tools.changes.kinds import Weight

from .compare import EVENTS, SILENT, Difference, differences
from .places import Contracts, is_event
from .proposals import proposal
from .reasons import Reason, reason_for, unused

Standing = Literal["they changed", "we say why", "unexplained"]


@dataclass(frozen=True)
class Finding:
    """One difference, what it is, and the edit that would end it: *write* this at the *pointer*, on this *line*."""

    difference: Difference
    standing: Standing
    reason: Reason | None
    pointer: str
    line: int
    write: str

    @property
    def weight(self) -> Weight:
        """Return what the edit would be to callers of the client."""
        return self.difference.change.weight


@dataclass(frozen=True)
class Review:
    """The result: *findings* in the order of the spec. *adopted* counts what changed there and is in the spec too."""

    findings: tuple[Finding, ...]
    adopted: int
    notes: tuple[str, ...]

    @property
    def unexplained(self) -> int:
        return sum(finding.standing == "unexplained" for finding in self.findings)


def review(
    document: Document, ours: Contracts, theirs: Contracts, last: Contracts | None, entries: Sequence[Reason]
) -> Review:
    """Compare the spec with their document of today, and that with their *last* one."""
    changed = frozenset[tuple[str, str, str]]().union(
        *(each.spots for each in differences(last, theirs)) if last else ()
    )
    silent = SILENT if any(map(is_event, theirs.operations)) else SILENT | EVENTS
    found = [each for each in differences(ours, theirs) if each.change.kind not in silent or each.spots & changed]
    listed = sorted(_findings(document, found, changed, entries), key=lambda each: (each.line, each.pointer))
    open_ = frozenset[tuple[str, str, str]]().union(*(each.spots for each in found))
    return Review(tuple(listed), len(changed - open_), tuple(unused(found, entries)))


def _findings(
    document: Document,
    found: Sequence[Difference],
    changed: frozenset[tuple[str, str, str]],
    entries: Sequence[Reason],
) -> Iterator[Finding]:
    for each in found:
        reason, pointer = reason_for(each, entries), each.change.pointer
        standing: Standing = "they changed" if each.spots & changed else "we say why" if reason else "unexplained"
        yield Finding(each, standing, reason, pointer, document.at(pointer).line, proposal(each))
