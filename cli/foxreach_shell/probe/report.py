"""The findings of a probe, and the JSON of them for programs. No values. Pure."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
from foxreach_runtime.differences.classify import Difference, summed
from foxreach_runtime.differences.document import Document

from .asking import NO_ID, Result
from .evidence import LIVE, Spec, changes
from .plan import NEVER, QUESTIONS, SCRATCH
from .server import Server

AGREED, DIFFERS, INCOMPLETE = 0, 1, 2
SETTLED = frozenset({"null", "restored", "kept"})  # What stands for a success where more than its status was looked at.
REFUSED = frozenset({"answered 401", "answered 403"})
UNREACHED = "NotSentError"


@dataclass(frozen=True)
class Findings:
    """Everything that a probe found, and what it had planned and did not reach because it was *interrupted*."""

    results: tuple[Result, ...]
    interrupted: bool = False

    @property
    def found(self) -> list[Difference]:
        """Each difference once."""
        return summed(each for result in self.results for each in result.found)

    @property
    def lacking(self) -> list[Result]:
        """What was not asked, or had no reply that says anything."""
        return [result for result in self.results if result.lacking]

    @property
    def status(self) -> int:
        """The exit status: 1 for differences, 2 if something was not asked, 0 if everything agrees."""
        if self.found:
            return DIFFERS
        return INCOMPLETE if self.lacking or self.interrupted or not self.results else AGREED

    @property
    def agreed(self) -> list[str]:
        """The operations of which everything was asked and nothing differs, with a success among it."""
        names = sorted({result.operation for result in self.results})
        return [] if self.interrupted else [name for name in names if self._agrees(name)]

    def _agrees(self, operation: str) -> bool:
        mine = [result for result in self.results if result.operation == operation]
        whole = all(result.compared and not result.found for result in mine)
        return whole and any(result.seen[:1] == "2" or result.seen in SETTLED for result in mine)

    @property
    def refused(self) -> bool:
        """True if the API refused the key wherever it was asked."""
        return bool(self.lacking) and {each.lacking for each in self.lacking[:5]} <= REFUSED and not self._succeeded

    @property
    def unreached(self) -> bool:
        """True if no call reached the server."""
        tried = [each for each in self.results if each.lacking != NO_ID]
        return bool(tried) and all(each.lacking == UNREACHED for each in tried)

    @property
    def _succeeded(self) -> bool:
        return any(each.seen[:1] == "2" for each in self.results)

    @property
    def settled(self) -> dict[str, str]:
        """What was seen of each open question."""
        seen = {(each.settles, each.seen) for each in self.results if each.settles in QUESTIONS and each.seen}
        words = {name: sorted(word for question, word in seen if question == name) for name in QUESTIONS}
        return {name: "|".join(found) for name, found in words.items() if found}

    @property
    def unasked(self) -> dict[str, str]:
        """The open questions that this run did not ask, and why: no run counts as agreeing there."""
        mine = {each.settles for each in self.results}
        scratch = {name: f"{QUESTIONS[name]}: --write-scratch asks it" for name in SCRATCH if name not in mine}
        return {**scratch, **NEVER}

    def beyond(self, document: Document) -> list[str]:
        """Return the operations of which this run asked nothing."""
        return sorted(document.operations.keys() - {each.operation for each in self.results})


def as_json(findings: Findings, document: Document, spec: Spec | None, server: Server) -> str:
    """Return everything as JSON."""
    lines = [{} if spec is None else {"spec_line": spec.lines.at(each.place)} for each in findings.found]
    found = [{**msgspec.to_builtins(each), **line} for each, line in zip(findings.found, lines, strict=True)]
    lacking = [{"operation": each.operation, "about": each.about, "reason": each.lacking} for each in findings.lacking]
    evidence = changes(findings.agreed, document, server)
    whole = {
        "server": server.name,
        "no_evidence": server.note or None,
        "status": findings.status,
        "interrupted": findings.interrupted,
        "differences": found,
        "not_asked": lacking,
        "settled": findings.settled,
        "unsettled": findings.unasked,
        "operations_not_asked": findings.beyond(document),
        "agreed": findings.agreed,
        "evidence": [
            {"operation": name, "place": place, "now": now, "deserved": LIVE} for name, place, now in evidence
        ],
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=1).decode() + "\n"
