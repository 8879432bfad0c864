"""Changes that a person accepts as a lower class than the table gives them, each with a reason, for one release."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from .kinds import WEIGHTS, Change, Weight
from .sources import SourceError

FILE = Path("spec", "accepted-changes.toml")


@dataclass(frozen=True)
class Accepted:
    """One entry: the *change* as it is listed, the release that it is a change since, its class, and why."""

    since: str
    change: str
    weight: Weight
    reason: str


def accepted(root: Path) -> list[Accepted]:
    """Return the entries at *root*; none without a file, SourceError for an entry that is incomplete."""
    try:
        listed = tomllib.loads((root / FILE).read_text("utf-8")).get("accepted", [])
    except FileNotFoundError:
        return []
    except (OSError, ValueError) as error:
        raise SourceError(f"{FILE.as_posix()} cannot be read: {error}") from None
    return [_entry(each) for each in listed]


def _entry(given: dict[str, Any]) -> Accepted:
    texts = [given.get(key) for key in ("since", "change", "class", "reason")]
    if not all(isinstance(text, str) and text.strip() for text in texts) or given["class"] not in WEIGHTS:
        raise SourceError(
            f"{FILE.as_posix()}: an entry needs since, change, class ({', '.join(WEIGHTS)}) and reason; got {given}"
        )
    return Accepted(given["since"], given["change"], given["class"], given["reason"])


def lowered(changes: Iterable[Change], entries: Sequence[Accepted], since: str) -> Iterator[Change]:
    """Yield the changes since the release *since*, those that a person accepted with the class that it gave them."""
    known = {entry.change: entry for entry in entries if entry.since == since}
    for change in changes:
        entry = known.get(str(change))
        yield replace(change, accepted=entry.weight, reason=entry.reason) if entry else change


def unused(changes: Iterable[Change], entries: Sequence[Accepted], since: str) -> list[str]:
    """Return a note for each entry of the release that fits no change: it is mistyped, or the change is gone."""
    found = {str(change) for change in changes}
    names = [entry.change for entry in entries if entry.since == since and entry.change not in found]
    return [f"{FILE.as_posix()} accepts a change that was not found: {name}" for name in names]
