"""Formats the list of changes for people, for machines, and for CHANGELOG.md. Pure: changes in, text out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from .kinds import THEMES, WEIGHTS, Change, Weight
from .version import Version, rule

TITLES: dict[Weight, str] = {
    "breaking": "Breaking",
    "addition": "Additions",
    "documentation": "Documentation",
    "wire-only": "On the wire only",
}
SECTIONS = ("Removed", "Changed", "Deprecated", "Added")  # Of CHANGELOG.md; these have what the comparison finds.
SHOWN = 2  # Calls listed beside a change of a model; the JSON form lists all.

HEAD = """\
# Changes

This page lists the class of each kind of change between two releases. `nox -s changes` lists the changes since the last
release and proposes a version from their classes. `python -m tools.changes --page` prints this page.

- **breaking**: a correct program, or its type check, may fail
- **addition**: every program works as before, and can do more or learns more
- **documentation**: only descriptions changed
- **wire-only**: requests or replies changed, but callers do not notice

What callers send and what they receive follow opposite rules: one more accepted type is an addition for an argument,
but breaking for a field of a reply. A model that is both sent and received follows both rules.

`spec/accepted-changes.toml` gives a change another class, with the reason, for one release.
"""


@dataclass(frozen=True)
class Comparison:
    """The changes since *released*, None before the first release. *notes* say what could not be compared.

    *taken* are the versions that are tagged on other branches.
    """

    label: str
    released: Version | None
    current: Version
    changes: Sequence[Change]
    notes: Sequence[str] = ()
    taken: frozenset[Version] = frozenset()

    @property
    def suggested(self) -> Version:
        """Return the lowest final version that may be released now: the current one if it is high enough."""
        if self.released is None:
            return self.current.final
        demanded = self.released.after(change.weight for change in self.changes)
        lowest = max(demanded, self.current.final) if self.current > self.released else demanded
        return lowest.not_in(self.taken)


def text(found: Comparison) -> str:
    """Return the list for people: grouped by class, the most severe first, with the suggested version."""
    return "\n".join([*_grouped(found), *(f"Note: {note}" for note in found.notes), _suggestion(found)]) + "\n"


def _grouped(found: Comparison) -> Iterator[str]:
    for weight in WEIGHTS:
        lines = [change for change in found.changes if change.weight == weight]
        if lines:
            yield f"{TITLES[weight]} ({len(lines)})"
            yield from (f"  {change}{_met_in(change)}{_reason(change)}" for change in lines)
            yield ""
    if not found.changes and found.label:
        yield f"No change since {found.label} is visible to callers."


def _met_in(change: Change) -> str:
    more = len(change.calls) - SHOWN
    shown = ", ".join(change.calls[:SHOWN]) + (f" and {more} more" if more > 0 else "")
    return f" [{shown}]" if shown else ""


def _reason(change: Change) -> str:
    return f" (accepted as {change.accepted}: {change.reason})" if change.accepted else ""


def _suggestion(found: Comparison) -> str:
    if found.released is None:
        return f"No release was found to compare with. The first version is {found.suggested}."
    weights: list[Weight] = [change.weight for change in found.changes]
    demanded = found.released.after(weights)
    other = f"; {demanded} is tagged on another branch" if demanded in found.taken else ""
    return f"Suggested version: {found.suggested} (after {found.released}: {rule(weights, found.released)}{other})."


def as_json(found: Comparison) -> str:
    """Return the list for machines."""
    data = {
        "against": found.label,
        "released": str(found.released) if found.released else None,
        "current": str(found.current),
        "suggested": str(found.suggested),
        "notes": list(found.notes),
        "changes": [{"class": change.weight, "message": str(change), **asdict(change)} for change in found.changes],
    }
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def markdown(found: Comparison) -> str:
    """Return the list below the headings of CHANGELOG.md. Changes of documentation are counted, not listed."""
    lines: list[str] = []
    for section in SECTIONS:
        items = [f"- {_marked(change)}" for change in found.changes if section_of(change) == section]
        lines += [f"### {section}", "", *items, ""] if items else []
    words = sum(change.weight == "documentation" for change in found.changes)
    lines += ["### Documentation", "", f"- Descriptions, examples and notes: {words} revised.", ""] if words else []
    return "\n".join(lines)


def section_of(change: Change) -> str:
    """Return the section of CHANGELOG.md to which the change belongs, '' if callers do not notice it."""
    if change.weight == "breaking":
        return "Removed" if change.kind.endswith("-removed") else "Changed"
    if change.weight == "addition":
        return "Deprecated" if change.kind.rpartition("-")[2] == "deprecated" else "Added"
    return ""


def _marked(change: Change) -> str:
    return f"{change.marked}: {change.words}."


def changes_page() -> str:
    """Return the text of the page."""
    lines = [HEAD]
    for theme, kinds in THEMES.items():
        lines += [f"## {theme}", "", "| What changed | Class | Name |", "| --- | --- | --- |"]
        lines += [f"| {f'{kind.what} {kind.why}'.strip()} | {kind.weight} | `{kind.name}` |" for kind in kinds]
        lines.append("")
    return "\n".join(lines)
