"""A difference as one line of a log, and back, wherever a logging library put that line: in text or inside JSON. Pure.

The line has neither spaces within a value nor quotes nor backslashes, so every formatter keeps it as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import cast
from urllib.parse import quote, unquote

from .classify import Difference, Kind

PLAIN = "/~{}|()*.$:@+^[]-_,="
LINE = re.compile(
    r"difference operation=(?P<operation>\S+) status=(?P<status>\d{3}) kind=(?P<kind>[a-z]+) pointer=(?P<pointer>\S*)"
    r" documented=(?P<documented>\S*) seen=(?P<seen>\S*) place=(?P<place>\S*) line=(?P<line>\d*) count=(?P<count>\d+)"
    r" at=(?P<at>[0-9TZ:.+-]*)( part=(?P<part>request))?"
)


def line_of(difference: Difference) -> str:
    """Return *difference* as one line."""
    texts = {name: _plain(getattr(difference, name)) for name in ("pointer", "documented", "seen", "place")}
    values = {
        "operation": difference.operation,
        "status": difference.status,
        "kind": difference.kind,
        **texts,
        "line": "" if difference.line is None else difference.line,
        "count": difference.count,
        "at": "" if difference.last is None else difference.last.isoformat(timespec="seconds"),
    }
    part = ["part=request"] if difference.part == "request" else []
    return " ".join(["difference", *(f"{name}={value}" for name, value in values.items()), *part])


def differences_in(lines: Iterable[str]) -> Iterator[Difference]:
    r"""Yield the differences in *lines* of any log; some writers of JSON write `/` as `\/`."""
    for line in lines:
        if "difference operation=" in line:
            found = LINE.search(line.replace("\\/", "/"))
            if found is not None:
                yield _difference(found)


def _difference(found: re.Match[str]) -> Difference:
    at = _moment(found["at"])
    return Difference(
        found["operation"],
        int(found["status"]),
        unquote(found["pointer"]),
        cast("Kind", found["kind"]),
        unquote(found["documented"]),
        unquote(found["seen"]),
        unquote(found["place"]),
        int(found["line"]) if found["line"] else None,
        int(found["count"]),
        at,
        at,
        "request" if found["part"] else "reply",
    )


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _plain(text: str) -> str:
    return quote(text, safe=PLAIN)
