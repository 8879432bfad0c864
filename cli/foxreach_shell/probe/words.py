"""The findings of a probe in words for people. No values. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from foxreach_runtime.differences.classify import Difference
from foxreach_runtime.differences.document import Document
from foxreach_runtime.differences.summary import table

from .asking import Result
from .evidence import Spec
from .plan import QUESTIONS
from .report import Findings
from .server import Server

MOST = 3  # lines for one reason; of more asks, the operations are named in one line
REASONS = {
    "answered 401": "the API does not accept the key",
    "answered 403": "the API does not accept the key for it",
    "answered 429": "the quota is used up",
    "NotSentError": "there was no connection to the server",
    "OutcomeUnknownError": "no whole answer came back",
}
SEEN = {
    "null": "the field is cleared",
    "string": "the field keeps its value",
    "restored": "the lead is restored",
    "created": "a new lead is created",
    "kept": "it is kept",
    "ignored": "it is ignored",
}


def text(findings: Findings, document: Document, spec: Spec | None, server: Server) -> str:
    """Return the table for people."""
    asked = sum(result.compared for result in findings.results)
    lines = [
        f"Server that was asked: {server.name}",
        f"{asked} asked, {len(findings.lacking)} not asked, {len(findings.found)} difference(s)",
    ]
    if findings.found:
        lines += ["", table(findings.found), "", _heading(spec)]
        lines += [f"  {each.operation}, {_part(each)}: {place_of(each, spec)}" for each in findings.found]
    if findings.lacking:
        lines += ["", "Not asked, which does not count as agreeing:", *_lacking(findings.lacking)]
    if findings.settled:
        lines += ["", "Open questions, and what the replies show:"]
        lines += [f"  {QUESTIONS[name]}: {_shown(seen)}" for name, seen in findings.settled.items()]
    lines += ["", "Open questions that this run does not ask, which is no agreement:"]
    lines += [f"  {why}" for why in findings.unasked.values()]
    if beyond := findings.beyond(document):
        lines.append(f"Nothing is said of {len(beyond)} operations that were not asked: {', '.join(beyond)}.")
    for note in _notes(findings, server):
        lines += ["", note]
    return "\n".join(lines)


def _heading(spec: Spec | None) -> str:
    file = " (openapi.json of the package foxreach_client)" if spec is None else ""
    return f"Where the spec says otherwise{file}:"


def _part(found: Difference) -> str:
    return found.pointer or ("the status" if found.kind == "status" else "the whole reply")


def place_of(found: Difference, spec: Spec | None) -> str:
    """Return the file and line of the spec that *found* contradicts."""
    return f"openapi.json:{found.line}" if spec is None else f"{spec.name}:{spec.lines.at(found.place)}"


def _lacking(results: list[Result]) -> Iterator[str]:
    """Yield a line for each ask without an answer, but one for all of them if many have the same reason."""
    for reason in dict.fromkeys(each.lacking for each in results):
        same = [each for each in results if each.lacking == reason]
        words = f"{reason}: {REASONS[reason]}" if reason in REASONS else reason
        if len(same) <= MOST:
            yield from dict.fromkeys(f"  {each.operation}, {each.about}: {words}" for each in same)
        else:
            yield f"  {len(same)} asks of {', '.join(dict.fromkeys(each.operation for each in same))}: {words}"


def _shown(seen: str) -> str:
    return ", ".join(SEEN.get(word, f"answered {word}") for word in seen.split("|"))


def _notes(findings: Findings, server: Server) -> Iterator[str]:
    if findings.refused:
        yield (
            "The API accepts this key nowhere; `foxr auth status` shows which one it is, and `foxr auth login` stores "
            "another one."
        )
    if findings.unreached:
        yield f"No call reached {server.name}; `foxr doctor` tries the address and the connection."
    if findings.interrupted:
        yield "The probe was interrupted."
    if server.note:
        yield server.note
