"""The values of headers that are arguments of a call, checked before anything is sent. Pure.

A value that would end the header, or that no header can carry, is refused. A message names operation and argument,
never the value.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Any, cast

from msgspec import UNSET

from ..request.query import query_checked, query_given, text_of

# RFC 9110 5.5, in Latin-1 and without its control characters: no line break, no space at either end.
VALUE = r"(?:[\x21-\x7e\xa0-\xff](?:[\x20-\x7e\t\xa0-\xff]*[\x21-\x7e\xa0-\xff])?)?"


def header_value(place: str, kind: Any, value: object) -> bytes | None:
    """Return *value*, which msgspec reads as a *kind*, as the value of a header; None if it is absent.

    The items of a list are joined with commas. Raise TypeError or ValueError for what cannot be sent.
    """
    checked = query_checked(place, kind, value)
    if checked is UNSET or checked is None:
        return None
    listed = isinstance(checked, list)
    texts = [_text(place, item) for item in (cast("list[object]", checked) if listed else [cast("object", checked)])]
    if listed and any("," in text for text in texts):
        raise ValueError(f"{place} has an item with a comma, which separates the items in a header")
    return ",".join(texts).encode("latin-1")


def _text(place: str, value: object) -> str:
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError(f"{place} must be a finite number")
    text = text_of(value)
    if re.fullmatch(VALUE, text) is None:
        raise ValueError(f"{place} must be Latin-1 text on one line, without spaces at either end")
    return text


def header_given(place: str, kind: Any, value: object) -> bytes | None:
    """Return *value* as the value of a header; raise TypeError if it is absent: the parameter is required."""
    return header_value(place, kind, query_given(place, value))


def header_key(place: str, kind: Any, value: object) -> bytes | None:
    """Return the caller's own idempotency key as the value of a header; None if the client makes one."""
    key = header_value(place, kind, value)
    if key == b"":
        raise ValueError(f"{place} must not be empty")
    return key


def new_key(token: Callable[[], str] | None) -> bytes:
    """Return an idempotency key that nobody had before: a *token*, by default a UUID of random bits."""
    from uuid import uuid4  # noqa: PLC0415  # Few operations have a key.

    return (token or (lambda: str(uuid4())))().encode("latin-1")
