"""Changes planted into the document `before.yaml`, and what must be said of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.api.ir import Api
from generator.source.load import load
from tests.generator.cases import completed
from tools.changes.compare import compare
from tools.changes.kinds import Change
from tools.changes.sources import api_of

BEFORE = (Path(__file__).parent / "before.yaml").read_text("utf-8")
Edits = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Case:
    """A kind, the words of the change, the first places of the document to replace, and the kinds that come along."""

    kind: str
    words: str
    edits: Edits
    along: tuple[str, ...] = ()
    backwards: bool = False

    def __str__(self) -> str:
        return f"{self.kind}: {self.words}"


def planted(edits: Edits, text: str = BEFORE) -> str:
    """Return the document with the edits made, as text."""
    for old, new in edits:
        assert old in text, f"the document has no {old!r}"
        text = text.replace(old, new, 1)
    return text


@cache
def api(text: str) -> Api:
    return api_of(load(completed(text), "spec.yaml"))


def changes(case: Case) -> list[Change]:
    """Return what is found between the document and what the edits make of it, or *backwards*."""
    states = [api(BEFORE), api(planted(case.edits))]
    return compare(*reversed(states)) if case.backwards else compare(*states)


def removed(start: str, end: str) -> tuple[str, str]:
    """Return the edit that takes out the text from *start* to just before *end*."""
    begin = BEFORE.index(start)
    return BEFORE[begin : BEFORE.index(end, begin)], ""


def added(before: str, text: str) -> tuple[str, str]:
    """Return the edit that puts *text* before the text *before*."""
    return before, text + before
