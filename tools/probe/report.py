"""The findings of a probe: a table for people, JSON for machines, and a patch for the spec. No values. Pure."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

import msgspec
from foxreach_runtime.differences.classify import Difference, summed
from foxreach_runtime.differences.summary import table

from generator.source.document import Document as Spec

from .asking import Result

LIVE = "live"
AGREED, DIFFERS, INCOMPLETE = 0, 1, 2


@dataclass(frozen=True)
class Findings:
    """Everything that a probe found. *interrupted* says that it did not ask all that it had planned."""

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
    def confirmed(self) -> list[str]:
        """The operations of which everything was asked and nothing differs, with a success among it."""
        names = sorted({result.operation for result in self.results})
        return [] if self.interrupted else [name for name in names if self._agrees(name)]

    def _agrees(self, operation: str) -> bool:
        mine = [result for result in self.results if result.operation == operation]
        whole = all(result.compared and not result.found for result in mine)
        return whole and any(result.seen[:1] == "2" or result.seen in ("null", "restored") for result in mine)


def text(findings: Findings, spec: Spec) -> str:
    """Return the table for people."""
    asked = sum(result.compared for result in findings.results)
    lines = [f"{asked} asked, {len(findings.lacking)} not asked, {len(findings.found)} difference(s)"]
    lines += ["", table(findings.found)] if findings.found else []
    lines += [
        f"{each.operation} {each.pointer or '-'}: {spec.file}:{spec.at(each.place).line}" for each in findings.found
    ]
    if findings.lacking:
        lines += ["", "Not asked, which does not count as agreeing:"]
        lines += dict.fromkeys(f"  {each.operation}, {each.about}: {each.lacking}" for each in findings.lacking)
    settled = sorted({(each.settles, each.seen) for each in findings.results if each.settles[:1] == "C" and each.seen})
    if settled:
        lines += ["", "Open questions: " + ", ".join(f"{question} {seen}" for question, seen in settled)]
    if findings.interrupted:
        lines += ["", "The probe was interrupted."]
    return "\n".join(lines)


def as_json(findings: Findings, spec: Spec) -> str:
    """Return everything as JSON."""
    found = [{**msgspec.to_builtins(each), "spec_line": spec.at(each.place).line} for each in findings.found]
    lacking = [{"operation": each.operation, "about": each.about, "reason": each.lacking} for each in findings.lacking]
    whole = {
        "status": findings.status,
        "differences": found,
        "not_asked": lacking,
        "settled": {each.settles: each.seen for each in findings.results if each.settles[:1] == "C" and each.seen},
        "confirmed": findings.confirmed,
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=1).decode() + "\n"


def patch(operations: Iterable[str], source: str, spec: Spec, places: dict[str, str]) -> str:
    """Return a unified diff that gives *operations*, each at its place, the evidence of a live reply."""
    before = source.splitlines(keepends=True)
    after = list(before)
    for name in operations:
        index = spec.at(f"{places[name]}/x-evidence").line - 1
        head, mark, rest = after[index].partition("x-evidence:")
        if mark:
            comment = rest.partition("#")
            after[index] = f"{head}{mark} {LIVE}" + (f"  #{comment[2]}" if comment[1] else "\n")
    return "".join(difflib.unified_diff(before, after, f"a/{spec.file}", f"b/{spec.file}"))
