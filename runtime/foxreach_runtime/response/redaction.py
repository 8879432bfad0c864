"""Redact e-mail addresses and our secrets in text from outside, before it is in an error or a log. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, ClassVar, cast

from msgspec import Struct

from .headers import Headers

LONGEST_KEY = 40  # Characters of a key of the caller in a message.
# Patterns are compiled when they are first used: most calls have nothing to redact.
AT = "@|%40"
NO_ADDRESS = r"\s@<>()\[\]{}\"',;:=|&?"  # characters around an address in prose, JSON, HTML or a query
BEFORE = f"[^{NO_ADDRESS}]*\\Z"
AFTER = re.compile(f"[^{NO_ADDRESS}/]+")
LONGEST_LOCAL_PART = 64  # octets: RFC 5321, 4.5.3.1.1; in a query each may be three characters
REDACTED = "…@…"


class PartialRepr(Struct, frozen=True):
    """A value whose repr leaves out its *_hidden* fields, which are secret or long. A struct cannot mark a field so."""

    _hidden: ClassVar[frozenset[str]] = frozenset()

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        return [(name, getattr(self, name)) for name in self.__struct_fields__ if name not in self._hidden]

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self.__rich_repr__())})"


def redacted(text: str, secrets: Iterable[str] = ()) -> str:
    """Return *text* with every e-mail address and each of *secrets* redacted."""
    for secret in secrets:
        text = text.replace(secret, "…")
    return _without_addresses(text) if "@" in text or "%40" in text else text


def _without_addresses(text: str) -> str:
    """Redact addresses. Only the text around each at sign is searched, so that long texts take little time."""
    parts: list[str] = []
    done = 0
    for sign in re.finditer(AT, text):
        longest = LONGEST_LOCAL_PART * len(sign[0])
        before = re.search(BEFORE, text[max(done, sign.start() - longest) : sign.start()])
        after = re.compile(AFTER).match(text, sign.end())
        if before and before[0] and after:
            parts += [text[done : sign.start() - len(before[0])], REDACTED]
            done = after.end()
    return "".join([*parts, text[done:]])


def redacted_json(value: object, secrets: Iterable[str] = ()) -> object:
    """Return a JSON value with every text in it redacted, including keys."""
    if isinstance(value, str):
        return redacted(value, secrets)
    if isinstance(value, list):
        return [redacted_json(item, secrets) for item in cast("list[object]", value)]
    if isinstance(value, dict):
        items = cast("dict[str, object]", value).items()
        return {redacted(name, secrets): redacted_json(item, secrets) for name, item in items}
    return value


def redacted_headers(headers: Headers, secrets: Iterable[str] = ()) -> Headers:
    """Return *headers* with every value redacted; a cookie's value is a secret of the server's and left out."""
    return Headers([(name, redacted(value, secrets)) for name, value in headers.items() if name != "set-cookie"])


def shortened(text: str, length: int) -> str:
    """Return *text* on one line, cut at *length* characters."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1] + "…"


def shown_key(key: str) -> str:
    """Return a key of the caller as it may appear in a message."""
    return repr(shortened(redacted(key), LONGEST_KEY))
