"""Markdown of the pages: code, links to calls, models and exceptions, lists of definitions. Pure: text in, text out.

A target is written before a heading, and its name is the name of the thing: `leads.create`, `models.Lead`,
`errors.ConflictError`, `events.reply.received`. The address has a hyphen for each full stop: `leads.html#leads-create`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

SPAN = re.compile(r"(`[^`]+`|\[[^\]`]+\]\([^)\s]+\))")  # code, or a link
NAME = re.compile(r"[A-Za-z_]\w*")
ACTIVE = re.compile(r"([<>\[\]*])")


class Links:
    """Knows the target of each name."""

    def __init__(
        self,
        calls: Iterable[str],
        *,
        models: Iterable[str],
        errors: Iterable[str],
        events: Iterable[str],
        classes: Iterable[str] = (),
    ) -> None:
        self._classes = {name: f"classes.{name}" for name in classes}
        self._targets = {name: name for name in calls}
        self._targets |= {name: f"models.{name}" for name in models}
        self._targets |= {name: f"errors.{name}" for name in errors}
        self._targets |= {f"events.{name}": f"events.{name}" for name in events}
        names = "|".join(re.escape(name) for name in sorted(self._targets, key=len, reverse=True) if "." in name)
        self._calls = re.compile(rf"(?<![\w./-])({names})(?![\w/]|\.\w)")

    def name(self, name: str) -> str:
        """Return the name as code, with a link if it has a target."""
        target = self._targets.get(name) or self._classes.get(name)
        return f"[`{name}`](#{target.lower()})" if target else f"`{name}`"

    def type(self, annotation: str) -> str:
        """Return an annotation as code, with a link to the first model in it, else to the first class."""
        names = [
            each
            for name in NAME.findall(annotation)
            for each in (name, name.removesuffix("Input").removesuffix("Dict"))
        ]
        found = [targets[name] for targets in (self._targets, self._classes) for name in names if name in targets]
        return f"[`{annotation}`](#{found[0].lower()})" if found else f"`{annotation}`"

    def class_of(self, annotation: str) -> str:
        """Return the class of a result with a link, "" if it is written about nowhere."""
        name = annotation.partition("[")[0]
        return self.name(name) if name in self._classes else ""

    def prose(self, text: str) -> str:
        """Return words of the spec or of a docstring as Markdown: names have links, nothing else is markup."""
        parts = SPAN.split(re.sub(r"(?<!\w)\*(\w+)\*(?!\w)", r"`\1`", text))
        return "".join(self._span(part) if at % 2 else self._plain(part) for at, part in enumerate(parts))

    def _span(self, part: str) -> str:
        return self.name(part[1:-1]) if part.startswith("`") else part

    def _plain(self, text: str) -> str:
        return self._calls.sub(lambda found: self.name(found[1]), ACTIVE.sub(r"\\\1", text))


def target(name: str) -> str:
    """Return the line that makes the next heading a target."""
    return f"({name.lower()})="


def code(text: str) -> str:
    """Return *text* as code within a line."""
    marks = "``" if "`" in text else "`"
    return f"{marks}{text}{marks}"


def fence(language: str, text: str) -> str:
    """Return a block of code."""
    return f"```{language}\n{text.rstrip()}\n```"


def body(value: Any) -> str:
    """Return JSON as a block of code, short enough for one line or indented."""
    line = json.dumps(value, ensure_ascii=False)
    return fence("json", line if len(line) <= 80 else json.dumps(value, indent=2, ensure_ascii=False))


def definitions(entries: Mapping[str, str]) -> str:
    """Return a list of definitions, which reads well on a narrow screen, unlike a table."""
    return "\n\n".join(f"{term}\n: {indented(words)}" for term, words in entries.items())


def indented(text: str) -> str:
    """Return *text* as the content of a definition."""
    return "\n".join(f"  {line}" if line else "" for line in text.splitlines())[2:]


def label(text: str, kind: str = "fact") -> str:
    """Return a small note beside a name; *kind* is its class in the style sheet."""
    return f"[{text}]{{.{kind}}}"


def directive(name: str, content: str, argument: str = "", depth: int = 3, **options: str) -> str:
    """Return a directive with *content*; one around others needs a greater *depth*."""
    colons = ":" * depth
    lines = [f":{key.replace('_', '-')}: {value}".rstrip() for key, value in options.items()]
    return "\n".join([f"{colons}{{{name}}} {argument}".rstrip(), *lines, "", content, colons])


def rubric(title: str) -> str:
    """Return a heading that no table of contents has."""
    return directive("rubric", "", title).replace("\n\n\n", "\n")
