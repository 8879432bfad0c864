"""Turns complaints into text or JSON: one line each, after a summary by rule if there are many. Prints nothing."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict

from .diagnostics import Complaint

MANY = 20  # More complaints than this are summed up by rule, and only the first ones are listed.

# The rules whose remedies follow from the document alone. Any other one asks for knowledge of the API.
MECHANICAL = frozenset(
    """
    supported-keywords schema-type reference openapi-version null-form union-form named-types component-names
    operation-id one-tag declared-tags format unused-components
    """.split()
)


def lines(complaints: Sequence[Complaint], rule: str | None = None, limit: int | None = None) -> list[str]:
    """Return the lines on the complaints of *rule*, or of all rules; at most *limit* are listed, 0 for all."""
    chosen = [complaint for complaint in complaints if rule in (None, complaint.rule)]
    if not chosen:
        names = ", ".join(sorted({complaint.rule for complaint in complaints}))
        return [f"No fault of the rule `{rule}`. Rules with faults: {names}."]
    shown = chosen[: (MANY if limit is None else limit) or None]
    listed = [str(complaint) for complaint in shown]
    if len(chosen) <= MANY:
        return listed
    rest = f"The first {len(shown)} in the order of the file; `--limit 0` lists all, `--rule NAME` those of one rule:"
    return [*_summary(chosen), "", rest if len(shown) < len(chosen) else "In the order of the file:", *listed]


def _summary(complaints: Sequence[Complaint]) -> list[str]:
    counts = Counter(complaint.rule for complaint in complaints)
    first = {complaint.rule: complaint for complaint in reversed(complaints)}
    mechanical = sum(count for rule, count in counts.items() if rule in MECHANICAL)
    head = f"{len(complaints)} faults of {len(counts)} rules. For {mechanical}, marked with *, the remedy needs no"
    rows = [
        f"{count:6} {'*' if rule in MECHANICAL else ' '} {rule}, first at {_place(first[rule])}: {first[rule].message}"
        for rule, count in counts.most_common()
    ]
    return [f"{head} knowledge of the API.", *rows]


def _place(complaint: Complaint) -> str:
    return f"{complaint.file}:{complaint.line}"


def as_json(complaints: Sequence[Complaint], rule: str | None = None, limit: int | None = None) -> str:
    """Return the same as one JSON object; without *limit* it has all complaints."""
    chosen = [complaint for complaint in complaints if rule in (None, complaint.rule)]
    counts = Counter(complaint.rule for complaint in chosen)
    facts = {
        "faults": len(chosen),
        "rules": {name: {"count": count, "mechanical": name in MECHANICAL} for name, count in counts.most_common()},
        "complaints": [asdict(complaint) for complaint in chosen[: limit or None]],
    }
    return json.dumps(facts, indent=1, ensure_ascii=False)
