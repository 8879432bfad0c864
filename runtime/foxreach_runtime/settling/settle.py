"""Finds out the outcome of a call in doubt by reading. Pure: yields the seconds to wait, or a Look.

It never sends the call in doubt again, and it never says more than it knows: what may have been there before the call
proves nothing. *applied* says that what the call asked for came to be after it was sent. *not_observed* says that it
was not seen in time, which is less than that it never will be. Everything between the two is *unknown*.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from importlib import import_module
from math import inf
from typing import Any, Self, cast

import msgspec

from ..errors import FoxReachError, Settled
from ..operation import Call
from ..raw import RawReply
from ..response.decoding import same_json
from ..response.headers import Headers
from ..response.rate_limit_headers import sent_at
from ..rules.settling import SettledBy

DATE_AGE = 2.0  # Seconds: Date is in whole seconds, and servers such as uvicorn renew its text once a second.
STAMP_GRAIN = 1.0  # Seconds: the times in FoxReach's replies are whole ones.
CLOCKS_APART = 5.0  # Seconds by which machines of the server may differ before something counts as older than the call.

Json = dict[str, Any]


class Look(msgspec.Struct, frozen=True):
    """Make the call *read*. All reads share one deadline, of which so many seconds are *left*."""

    read: Call[Any]
    left: float | None


Settling = Generator[float | Look, RawReply[Any] | FoxReachError | None, Settled]


class Began(msgspec.Struct, frozen=True):
    """When the call in doubt was sent, by the server's clock in epoch seconds: no earlier, no later."""

    earliest: float = -inf
    latest: float = inf

    @classmethod
    def of(cls, headers: Headers, before: float, after: float) -> Self:
        """Return what the Date of a reply tells, which came between *before* and *after* seconds from the sending."""
        date = sent_at(headers)
        return cls() if date is None else cls(date - after, date + DATE_AGE - before)

    def precedes(self, time: float | None) -> bool:
        """Return True if the call was certainly sent before *time*."""
        return not self.follows(time) and (self.latest == -inf or (time is not None and time >= self.latest))

    def follows(self, time: float | None) -> bool:
        """Return True if the call was certainly sent after *time*."""
        return time is not None and time + STAMP_GRAIN + CLOCKS_APART <= self.earliest


def settling(
    call: Call[Any], sent: float, clock: Callable[[], float], waits: tuple[float, ...], left: float | None = None
) -> Settling:
    """Return the outcome of *call*, which was sent at *sent* by *clock*: one read after each of *waits*.

    The reads may take *left* seconds together.
    """
    read = reading(call)
    result: Settled = "unknown"
    for seconds in waits if read is not None else ():
        yield float(seconds)
        asked = clock()
        assert read is not None  # noqa: S101  # for the type checker: the loop is empty without
        seen = yield Look(read, left)
        left = None if left is None else left - (clock() - asked)
        if not isinstance(seen, RawReply):
            result = "unknown"
            continue
        began = Began.of(seen.headers, asked - sent, clock() - sent)
        if result == "not_observed":  # What the last look did not show has come to be since.
            began = Began(began.earliest, -inf)
        result = _outcome(call, msgspec.to_builtins(seen.value), began)
        if result == "applied":
            break
    return result


def reading(call: Call[Any]) -> Call[Any] | None:
    """Return the call that shows the outcome of *call*, or None if the spec names no way."""
    by = call.operation.settled_by
    if by is None or not by.module:
        return None
    function: Callable[..., Call[Any]] = getattr(import_module(by.module), by.call.replace(".", "_"))
    given = _given(call)
    return function(**{theirs: given[ours] for theirs, ours in by.arguments.items()})


def _given(call: Call[Any]) -> Mapping[str, Any]:
    """Return the arguments of *call* by their Python names."""
    body = {} if call.body is None else {name: getattr(call.body, name) for name in call.body.__struct_fields__}
    return {**call.path, **body}


def _outcome(call: Call[Any], value: object, began: Began) -> Settled:
    by = call.operation.settled_by
    assert by is not None  # noqa: S101  # reading() found one
    sent = cast("Json", msgspec.to_builtins(call.body)) if call.body is not None else {}
    if by.applied_when == "state":
        return _by_state(by, cast("Json", value), began)
    if by.applied_when == "sent-fields":
        return _by_fields(by, sent, cast("list[Json]", value), began)
    return _by_message(by, sent, _messages(value), began)


def _by_state(by: SettledBy, found: Json, began: Began) -> Settled:
    if not all(found.get(name) in allowed for name, allowed in by.state.items()):
        return "not_observed"
    return "applied" if began.precedes(_time(by, found)) else "unknown"


def _by_fields(by: SettledBy, sent: Json, listed: list[Json], began: Began) -> Settled:
    """Look for an object with the key that was sent; one with other fields may be an older one, or ours changed."""
    keys = [name for name in sent if name in by.arguments]
    others = {name: value for name, value in sent.items() if name not in keys}
    found = [item for item in listed if _same_key(item, sent, keys)]
    same = [item for item in found if all(same_json(item.get(name, value), value) for name, value in others.items())]
    if any(began.precedes(_time(by, item)) for item in same):
        return "applied"
    return "unknown" if listed else "not_observed"  # A list without the key is any page: the filter was not heeded.


def _same_key(item: Json, sent: Json, keys: list[str]) -> bool:
    """Return True if *item* has the natural key that was sent; the server may have changed its case."""
    return all(str(item.get(name)).casefold() == str(sent[name]).casefold() for name in keys)


def _by_message(by: SettledBy, sent: Json, messages: Iterable[Json], began: Began) -> Settled:
    """Look for a message with the text that was sent; a recent one with another text may be ours, rewritten."""
    recent = [each for each in messages if not began.follows(_time(by, each))]
    same = [each for each in recent if str(each.get("body")).strip() == str(sent.get("body")).strip()]
    if any(began.precedes(_time(by, each)) for each in same):
        return "applied"
    return "unknown" if recent else "not_observed"


def _messages(value: object) -> Iterator[Json]:
    """Return every message below *value* that was sent."""
    if isinstance(value, list):
        for item in cast("list[object]", value):
            yield from _messages(item)
    elif isinstance(value, dict):
        fields = cast("Json", value)
        if fields.get("direction") == "sent":
            yield fields
        else:
            yield from _messages(list(fields.values()))


def _time(by: SettledBy, item: Json) -> float | None:
    """Return when *item* came to be, in epoch seconds, or None if it does not say."""
    try:
        time = msgspec.convert(item.get(by.since), datetime)
    except msgspec.ValidationError:
        return None
    return (time.replace(tzinfo=UTC) if time.tzinfo is None else time).timestamp()
