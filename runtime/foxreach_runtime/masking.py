"""Text from outside made fit for an error: no e-mail address and no secret of ours in it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import cast

from .headers import Headers

# Bounded on both sides (RFC 5321: 64 and 255), so that no text makes the search slow.
ADDRESS = re.compile(r"[^\s@<>()\[\]{}\"',;:=|]{1,64}(?:@|%40)[^\s@<>()\[\]{}\"',;:=|&?/]{1,255}")
MASK = "…@…"


def masked(text: str, secrets: Iterable[str] = ()) -> str:
    """Return *text* with every e-mail address and every one of *secrets* blotted out."""
    for secret in secrets:
        text = text.replace(secret, "…")
    return ADDRESS.sub(MASK, text) if "@" in text or "%40" in text else text


def masked_json(value: object, secrets: Iterable[str] = ()) -> object:
    """Return a JSON value with every text in it masked, keys included."""
    if isinstance(value, str):
        return masked(value, secrets)
    if isinstance(value, list):
        return [masked_json(item, secrets) for item in cast("list[object]", value)]
    if isinstance(value, dict):
        items = cast("dict[str, object]", value).items()
        return {masked(name, secrets): masked_json(item, secrets) for name, item in items}
    return value


def masked_headers(headers: Headers, secrets: Iterable[str] = ()) -> Headers:
    """Return *headers* with every value masked; a cookie's value is a secret of the server's and left out."""
    return Headers([(name, masked(value, secrets)) for name, value in headers.items() if name != "set-cookie"])


def shortened(text: str, length: int) -> str:
    """Return *text* on one line, cut at *length* characters."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1] + "…"
