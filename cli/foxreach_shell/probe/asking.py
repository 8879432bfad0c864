"""Asks through the client and compares each reply with the spec. A read that got no reply counts as not asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

import msgspec
from foxreach_client import FoxReach, FoxReachError
from foxreach_runtime.differences.classify import Difference, differences
from foxreach_runtime.differences.document import Document

from ..output import is_dict, is_list
from .guard import Guard, Seen
from .plan import Ask

WRONG = "otr_" + 32 * "0"
PASSING = frozenset({408, 429})  # and 5xx: they say nothing of the spec
NO_ID = "no id is known, since the list is empty or had no answer"
KEYS = {"none": "", "wrong": WRONG}


@dataclass(frozen=True)
class Result:
    """What came of an ask: its differences, or the reason why it counts as not asked."""

    operation: str
    about: str
    found: tuple[Difference, ...] = ()
    lacking: str = ""
    settles: str = ""
    seen: str = ""

    @property
    def compared(self) -> bool:
        """True if a reply was compared that the documentation leads to expect."""
        return not self.lacking


class Asker:
    """Asks by a client whose transport is *guard*."""

    def __init__(self, document: Document, client: FoxReach, guard: Guard) -> None:
        self.document, self._client, self._guard = document, client, guard

    def ask(self, ask: Ask) -> tuple[Result, Any]:
        """Return what came of *ask*, and the body of the reply."""
        if "{" in ask.path and not ask.values:
            return Result(ask.operation, ask.about, lacking=NO_ID), None
        self._guard.key = KEYS.get(ask.key)
        try:
            seen, reason = self.send("GET", ask.target, query=ask.query)
        finally:
            self._guard.key = None
        return self.result(ask, seen, reason), body_of(seen)

    def send(
        self, method: str, path: str, *, query: Mapping[str, Any] | None = None, body: object = msgspec.UNSET
    ) -> tuple[Seen | None, str]:
        """Return the whole reply, or None and why there is none."""
        self._guard.seen = None
        reason = "no whole reply"
        try:
            # A write that was repeated would show what its first attempt has left.
            repeat: Literal["safe", "never"] = "safe" if method == "GET" else "never"
            self._client.request(method, path, query=query, body=body, repeat=repeat)
        except FoxReachError as error:
            reason = type(error).__name__
        return self._guard.seen, reason

    def result(self, ask: Ask, seen: Seen | None, reason: str) -> Result:
        """Return the comparison of a reply with the spec and with the statuses that *ask* expects."""
        empty = Result(ask.operation, ask.about, settles=ask.settles)
        if seen is None:
            return replace(empty, lacking=reason)
        refused = ask.key == "own" and seen.status in (401, 403)
        if refused or seen.status in PASSING or seen.status >= 500:
            return replace(empty, lacking=f"answered {seen.status}")
        found = differences(self.document, ask.operation, seen.status, seen.headers, seen.content)
        if seen.status not in ask.expects and not any(each.kind == "status" for each in found):
            if not ask.settles:
                return replace(empty, found=tuple(found), lacking=f"answered {seen.status}")
            found.append(self.unexpected(ask.operation, seen.status, sorted(ask.expects), str(seen.status)))
        return replace(empty, found=tuple(found), seen=str(seen.status))

    def unexpected(self, operation: str, status: int, documented: Iterable[object], seen: str) -> Difference:
        """Return the difference of a reply that is documented, but not where it was seen."""
        place = f"{self.document.operations[operation].place}/responses"
        words = "|".join(map(str, documented))
        return Difference(operation, status, "", "status", words, seen, place, self.document.line(place))


def body_of(seen: Seen | None) -> Any:
    """Return the body as JSON values, None if it has none."""
    try:
        return None if seen is None else msgspec.json.decode(seen.content)
    except (ValueError, RecursionError):
        return None


def ids_in(body: Any) -> list[str]:
    """Return the ids of the items of a list that can stand in a path without being encoded."""
    items = body.get("data") if is_dict(body) else None
    found = [id_of(each) for each in items] if is_list(items) else []
    return [each for each in found if each is not None]


def id_of(row: Any) -> str | None:
    """Return the id of *row*, if it has one that can stand in a path without being encoded."""
    found = row.get("id") if is_dict(row) else None
    return found if isinstance(found, str) and found.isascii() and found.replace("_", "").isalnum() else None
