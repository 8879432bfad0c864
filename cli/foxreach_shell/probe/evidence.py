"""What the spec may say of the operations that a probe confirms: a list, and a patch of a checkout's file. Pure."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from foxreach_runtime.differences.document import Document

from .lines import Lines
from .server import Server

LIVE = "live"
KEY = "x-evidence"


@dataclass(frozen=True)
class Spec:
    """The file that a person edits."""

    path: Path
    source: str

    @property
    def name(self) -> str:
        """The name from the top of its checkout."""
        folder = self.path.absolute().parent.name
        return f"spec/{self.path.name}" if folder == "spec" else self.path.name

    @cached_property
    def lines(self) -> Lines:
        """The lines of its nodes."""
        return Lines(self.source)


def changes(agreed: Iterable[str], document: Document, server: Server) -> Iterator[tuple[str, str, str]]:
    """Yield the operations that deserve another evidence, its place, and what it is today."""
    for name in agreed if server.proves else ():
        place = document.operations[name].place
        today = str(document.at(place).get(KEY, "none"))
        if today != LIVE:
            yield name, f"{place}/{KEY}", today


def listed(agreed: Iterable[str], document: Document, spec: Spec | None, server: Server) -> str:
    """Return for people which server was asked, and what to write where."""
    found = list(changes(agreed, document, server))
    lines = [f"Server that was asked: {server.name}"]
    if not found:
        return "\n".join([*lines, server.note or "No operation deserves another evidence after this run."]) + "\n"
    lines += [f"Write `{KEY}: {LIVE}` into spec/foxreach.yaml at each of these places: every reply agreed there.", ""]
    for name, place, today in found:
        line = f"line {spec.lines.at(place)}  " if spec else ""
        lines.append(f"{name}  now {today}  {line}{place}")
    return "\n".join(lines) + "\n"


def patch(agreed: Iterable[str], document: Document, spec: Spec, server: Server) -> str:
    """Return a unified diff that gives each operation the evidence of a live reply."""
    before = spec.lines.lines
    after = list(before)
    for _, place, _ in changes(agreed, document, server):
        index = spec.lines.at(place) - 1
        head, mark, rest = after[index].partition(f"{KEY}:")
        if mark:
            comment = rest.partition("#")
            after[index] = f"{head}{mark} {LIVE}" + (f"  #{comment[2]}" if comment[1] else "\n")
    return "".join(difflib.unified_diff(before, after, f"a/{spec.name}", f"b/{spec.name}"))
