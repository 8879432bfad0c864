"""Formats a review for people and for machines. Pure."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import get_args

from .review import Finding, Review, Standing

SPEC = "spec/foxreach.yaml"
TITLES: dict[Standing, str] = {
    "they changed": "The vendor changed this since the last recorded document",
    "we say why": "The spec differs, for a reason",
    "unexplained": "The spec differs, without a reason",
}
SHOWN = 3  # Operations listed beside a difference of a shared schema; the JSON form lists all.


def text(found: Review) -> str:
    """Return the review for people: each difference with its place, and the edit that would end it."""
    lines = [line for standing in get_args(Standing) for line in _section(found, standing)]
    counts = Counter(finding.standing for finding in found.findings)
    adopted = f" {found.adopted} more changes of theirs are in the spec already." if found.adopted else ""
    summary = ", ".join(f"{counts[standing]} {standing}" for standing in get_args(Standing))
    notes = [f"Note: {note}." for note in found.notes]
    return "\n".join([*lines, *notes, f"{len(found.findings)} differences: {summary}.{adopted}"]) + "\n"


def _section(found: Review, standing: Standing) -> Iterator[str]:
    listed = [finding for finding in found.findings if finding.standing == standing]
    if listed:
        yield f"{TITLES[standing]} ({len(listed)})"
        for finding in listed:
            yield from _lines(finding)
        yield ""


def _lines(finding: Finding) -> Iterator[str]:
    difference = finding.difference
    more = len(difference.operations) - SHOWN
    shown = ", ".join(difference.operations[:SHOWN]) + (f" and {more} more" if more > 0 else "")
    path = f" {difference.path}" if difference.path else ""
    yield f"  {shown}{path}: {difference.change.words} ({finding.weight})"
    yield f"    {SPEC}:{finding.line}: {finding.pointer or '/'}: {finding.write}"
    if finding.reason:
        yield f"    {finding.reason}"


def as_json(found: Review) -> str:
    """Return the review for machines."""
    listed = [
        {
            "standing": finding.standing,
            "operations": list(finding.difference.operations),
            "path": finding.difference.path,
            "aspect": finding.difference.aspect,
            "kind": finding.difference.change.kind,
            "class": finding.weight,
            "words": finding.difference.change.words,
            "pointer": finding.pointer,
            "line": finding.line,
            "write": finding.write,
            "reason": str(finding.reason) if finding.reason else None,
        }
        for finding in found.findings
    ]
    data = {"differences": listed, "unexplained": found.unexplained, "adopted": found.adopted, "notes": found.notes}
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"
