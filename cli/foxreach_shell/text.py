"""Text on a terminal: harmless, and cut to a width in columns. Imports nothing that takes time."""

from __future__ import annotations

import re
import unicodedata

# C0 and C1 controls, DEL, line separators, and the marks that turn the direction of the text around them.
HARMFUL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_WIDE = frozenset("WF")


def harmless(text: str) -> str:
    """Return *text* on one line, with every control character as visible text such as ``\\x1b``."""
    return HARMFUL.sub(lambda found: ascii(found[0])[1:-1], text)


def harmless_lines(text: str) -> str:
    """Return *text* with its lines and tabs, and every other control character as visible text."""
    return HARMFUL.sub(lambda found: found[0] if found[0] in "\n\t" else ascii(found[0])[1:-1], text)


def width(text: str) -> int:
    """Return how many columns of a terminal *text* takes."""
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character) or character in "\u200b\u200d\ufe0f":
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1


def cut(text: str, most: int) -> str:
    """Return *text* in at most *most* columns; three dots in one column show that something is missing."""
    if width(text) <= most:
        return text
    taken, used = "", 1
    for character in text:
        used += _columns(character)
        if used > most:
            break
        taken += character
    return f"{taken}…"


def wrapped(text: str, most: int) -> list[str]:
    """Return *text* in lines of at most *most* columns, broken at spaces where there are some."""
    lines, most = list[str](), max(most, 2)
    while width(text) > most:
        end = len(cut(text, most + 1)) - 1
        space = text.rfind(" ", 1, end + 1)
        end = space if space > end // 2 else max(end, 1)
        lines.append(text[:end].rstrip())
        text = text[end:].lstrip()
    return [*lines, text]


def padded(text: str, columns: int) -> str:
    """Return *text* with spaces up to *columns*."""
    return text + " " * (columns - width(text))
