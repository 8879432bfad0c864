"""The results that callers got, compared with the rows of the server."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from foxreach_client import FoxReachError, NotSentError, StatusError
from foxreach_runtime.errors import InDoubt, Settled

Word = Literal["made", "failed", "unknown"]
Rows = Iterable[Mapping[str, Any]]


class CancelledCallError(FoxReachError):
    """A call that was cancelled while it was in flight: its outcome is unknown."""


def word_of(error: FoxReachError | None) -> Word:
    """Return the conclusion that a caller may draw from the end of a call."""
    if error is None:
        return "made"
    if any(attempt.may_have_acted for attempt in error.history[:-1]):  # The last attempt does not speak for these.
        return "unknown"
    refused = isinstance(error, StatusError) and error.status < 500 and error.status != 408
    return "failed" if refused or isinstance(error, NotSentError) else "unknown"


@dataclass
class Made:
    """The results for named objects, each of which was created once."""

    words: dict[str, Word] = field(default_factory=dict[str, Word])
    doubts: dict[str, InDoubt] = field(default_factory=dict[str, InDoubt])
    settled: dict[str, Settled] = field(default_factory=dict[str, Settled])

    def note(self, name: str, error: FoxReachError | None) -> None:
        """Record the end of the call that creates *name*."""
        self.words[name] = word_of(error)
        if isinstance(error, InDoubt) and self.words[name] == "unknown":
            self.doubts[name] = error

    def named(self, word: Word) -> set[str]:
        """Return the names with this conclusion."""
        return {name for name, said in self.words.items() if said == word}

    def untrue(self, there: Counter[str]) -> dict[str, set[str]]:
        """Return the contradictions with *there*, the names on the server: kind of contradiction to names."""
        applied = {name for name, found in self.settled.items() if found == "applied"}
        not_seen = {name for name, found in self.settled.items() if found == "not_observed"}
        return {
            "doubles": {name for name, count in there.items() if count > 1},
            "lost": self.named("made") - there.keys(),
            "ghosts": self.named("failed") & there.keys(),
            "strangers": there.keys() - self.words.keys(),
            "settled wrongly": (applied - there.keys()) | (not_seen & there.keys()),
        }


@dataclass
class Told:
    """The results of the callers of one part of a round."""

    leads: Made = field(default_factory=Made)
    templates: Made = field(default_factory=Made)
    companies: dict[str, set[str | None]] = field(default_factory=dict[str, set[str | None]])
    changes: dict[str, tuple[Word, bool]] = field(default_factory=dict[str, "tuple[Word, bool]"])
    ends: Counter[str] = field(default_factory=Counter[str])
    operations: set[str] = field(default_factory=set[str])  # whose calls are compared with what the server did
    most: int = 0  # connections of the client at the same time

    def end(self, operation: str, error: FoxReachError | None) -> FoxReachError | None:
        """Count the end of a call and return *error*."""
        self.operations.add(operation)
        self.ends["reply" if error is None else type(error).__name__] += 1
        return error

    def updated(self, email: str, company: str, error: FoxReachError | None) -> None:
        """Record the possible values of the company of a lead."""
        word = word_of(error)
        if word == "made":
            self.companies[email] = {company}
        elif word == "unknown":
            self.companies.setdefault(email, {None}).add(company)

    def changed(self, call: str, error: FoxReachError | None, *, once: bool) -> None:
        """Record the end of a named call, which may be carried out only *once* or again."""
        self.changes[call] = word_of(error), once

    def untrue_changes(self, done: Counter[str]) -> dict[str, set[str]]:
        """Return the named calls that contradict how often each was *done*."""
        ends = self.changes.items()
        return {
            "doubles": {call for call, (_, once) in ends if once and done[call] > 1},
            "lost": {call for call, (word, _) in ends if word == "made" and not done[call]},
            "ghosts": {call for call, (word, _) in ends if word == "failed" and done[call]},
        }

    def untrue(self, leads: Rows, templates: Rows, done: Counter[str]) -> dict[str, set[str]]:
        """Return all contradictions by kind; empty sets if there are none."""
        rows = list(leads)
        of_leads = self.leads.untrue(Counter(str(row["email"]) for row in rows))
        of_templates = self.templates.untrue(Counter(str(row["name"]) for row in templates))
        wrong = {
            str(row["email"]) for row in rows if row.get("company") not in self.companies.get(row["email"], {None})
        }
        others = self.untrue_changes(done)
        known = {name: of_leads[name] | of_templates[name] | others.get(name, set()) for name in of_leads}
        return known | {"not as updated": wrong}
