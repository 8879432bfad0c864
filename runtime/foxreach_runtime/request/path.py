"""Paths of calls, percent-encoded. Pure. A value that could lead to another path is refused."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote, unquote

PLAIN = re.compile(r"[A-Za-z0-9_-]+")  # Needs neither encoding nor checks: all known ids are like this.
CONTROL = r"[\x00-\x1f\x7f-\x9f\u2028\u2029]"
LAYERS = 8  # A value that is encoded more often than this is not an id.


def path_with(operation: str, template: str, values: Mapping[str, object]) -> str:
    """Return *template* with each ``{name}`` replaced by its value, encoded as exactly one segment."""
    path = template
    for name, value in values.items():
        path = path.replace(f"{{{name}}}", _segment(f"{operation}: {name}", value))
    return path


def _segment(place: str, value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{place} must be text, not {type(value).__name__}")
    if PLAIN.fullmatch(value):
        return str(value)
    decoded = fully_decoded(place, value)
    if decoded in {"", ".", ".."}:
        raise ValueError(f"{place} must not be empty, '.' or '..', encoded or not")
    if re.search(CONTROL, decoded):
        raise ValueError(f"{place} must not have control characters, encoded or not")
    return _quoted(place, value)


def fully_decoded(place: str, value: str) -> str:
    """Return *value* without any layer of percent-encoding, as a server may decode it that does so repeatedly."""
    for _ in range(LAYERS):
        decoded = unquote(value)
        if decoded == value:
            return value
        value = decoded
    raise ValueError(f"{place} is percent-encoded more than {LAYERS} times")


def _quoted(place: str, text: str) -> str:
    try:
        return quote(text, safe="")
    except UnicodeEncodeError:
        pass  # Not raised here: the error would refer to the other one, which has the text.
    raise ValueError(f"{place} has half of a surrogate pair, which cannot be encoded")
