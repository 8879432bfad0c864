"""Paths of calls, percent-encoded. Pure. Whatever could lead to another path is refused here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote, unquote

PLAIN = re.compile(r"[A-Za-z0-9_-]+")  # What needs neither encoding nor a second look: every id we have seen.
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
LAYERS = 8  # A value encoded more often than this is no identifier.


def path_with(operation: str, template: str, values: Mapping[str, object]) -> str:
    """Return *template* with each ``{name}`` replaced by its value as exactly one segment of the path."""
    path = template
    for name, value in values.items():
        path = path.replace(f"{{{name}}}", _segment(f"{operation}: {name}", value))
    return path


def _segment(place: str, value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{place} must be text, not {type(value).__name__}")
    if PLAIN.fullmatch(value):
        return str(value)
    decoded = _fully_decoded(place, value)
    if decoded in {"", ".", ".."}:
        raise ValueError(f"{place} must not be empty, '.' or '..', encoded or not")
    if CONTROL.search(decoded):
        raise ValueError(f"{place} must not have control characters, encoded or not")
    return _quoted(place, value)


def _fully_decoded(place: str, value: str) -> str:
    """Return *value* without any layer of percent-encoding, as the most eager server would read it."""
    for _ in range(LAYERS):
        decoded = unquote(value)
        if decoded == value:
            return value
        value = decoded
    raise ValueError(f"{place} is percent-encoded more than {LAYERS} times over")


def _quoted(place: str, text: str) -> str:
    try:
        return quote(text, safe="")
    except UnicodeEncodeError:
        raise ValueError(f"{place} has half of a surrogate pair, which no encoding can carry") from None
