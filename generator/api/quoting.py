"""Quotes text for Python source. Text of the document enters code only through these filters. Pure."""

from __future__ import annotations

import re
import textwrap

WIDTH = 116


def literal(value: str | int | float | bool | None) -> str:
    """Return *value* as a Python literal in ASCII, since `repr` escapes differently from version to version."""
    return ascii(value)


def docstring(text: str, indent: int = 0) -> str:
    """Return *text* as a docstring literal. Lines after the first are indented by *indent* spaces."""
    safe = re.sub(r'"""|"\Z', _escaped_quotes, text.strip().replace("\\", "\\\\"))
    safe = "".join(c if c.isprintable() or c.isspace() else literal(c)[1:-1] for c in safe)
    lines = [folded for line in safe.splitlines() or [""] for folded in _folded(line, WIDTH - indent)]
    if len(lines) == 1 and len(lines[0]) + indent <= WIDTH - 6:
        return f'"""{lines[0]}"""'
    margin = " " * indent
    return "\n".join([f'"""{lines[0]}', *(f"{margin}{line}".rstrip() for line in lines[1:]), f'{margin}"""'])


def _escaped_quotes(quotes: re.Match[str]) -> str:
    return quotes[0].replace('"', '\\"')


def _folded(line: str, width: int) -> list[str]:
    """Return *line* wrapped at *width*. Continuation lines of an indented `name: words` entry are indented further."""
    margin = line[: len(line) - len(line.lstrip())]
    hanging = margin + "    " if margin else ""
    folded = textwrap.wrap(line, width - 3, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False)
    return folded or [""]
