"""Reads a docstring of the client: its text, and its sections Args, Returns and Raises. Pure: text in, values out."""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass, field

SECTION = re.compile(r"^(Args|Returns|Raises):$", re.MULTILINE)
ENTRY = re.compile(r"^    (\w[\w.]*): ", re.MULTILINE)


@dataclass(frozen=True)
class Docstring:
    """*summary* and *text* are paragraphs of Markdown; *arguments* and *raises* have the words for each name."""

    summary: str
    text: str = ""
    arguments: dict[str, str] = field(default_factory=dict[str, str])
    returns: str = ""
    raises: dict[str, str] = field(default_factory=dict[str, str])


def docstring(text: str) -> Docstring:
    """Return the parts of *text*."""
    head, *rest = SECTION.split(inspect.cleandoc(text))
    sections = dict(zip(rest[::2], rest[1::2], strict=True))
    summary, _, paragraphs = head.partition("\n\n")
    return Docstring(
        flat(summary),
        "\n\n".join(flat(each) for each in paragraphs.split("\n\n")).strip(),
        _entries(sections.get("Args", "")),
        flat(sections.get("Returns", "")),
        _entries(sections.get("Raises", "")),
    )


def flat(text: str) -> str:
    """Return *text* on one line."""
    return " ".join(text.split())


def _entries(section: str) -> dict[str, str]:
    _, *parts = ENTRY.split(section)
    return {name: flat(words) for name, words in zip(parts[::2], parts[1::2], strict=True)}
