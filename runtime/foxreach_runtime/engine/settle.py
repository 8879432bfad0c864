"""Finding out what an unknown outcome came to, by reading. Pure: yields Wait or the Call of a read.

It never sends the call in doubt again. A read shows what is there now, so *applied* says that the state is the one
the call asked for, and *not_observed* that it was not seen in time, which is less than that it never will be.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping
from datetime import UTC, datetime
from importlib import import_module
from typing import Any, cast

import msgspec

from ..errors import FoxReachError, Settled
from ..operation import Call
from ..raw import RawReply
from .exchange import Wait

Settling = Generator[Wait | Call[Any], RawReply[Any] | FoxReachError | None, Settled]
CLOCKS_APART = 300.0  # Seconds by which the server's clock and ours may differ.

Json = dict[str, Any]


def settling(call: Call[Any], began: float, waits: tuple[float, ...]) -> Settling:
    """Return what became of *call*, which began at the epoch second *began*: one read after each of *waits*."""
    read = reading(call)
    result: Settled = "unknown"
    for seconds in waits if read is not None else ():
        yield Wait(seconds)
        assert read is not None  # noqa: S101  # for the type checker: the loop is empty without
        seen = yield read
        result = _judged(call, began, seen) if isinstance(seen, RawReply) else "unknown"
        if result == "applied":
            break
    return result


def reading(call: Call[Any]) -> Call[Any] | None:
    """Return the call that shows what became of *call*, or None if the spec names no way."""
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


def _judged(call: Call[Any], began: float, seen: RawReply[Any]) -> Settled:
    by = call.operation.settled_by
    assert by is not None  # noqa: S101  # reading() found one
    value = msgspec.to_builtins(seen.value)
    sent = cast("Json", msgspec.to_builtins(call.body)) if call.body is not None else {}
    if by.applied_when == "state":
        held = all(cast("Json", value).get(name) in allowed for name, allowed in by.state.items())
        return "applied" if held else "not_observed"
    if by.applied_when == "sent-fields":
        keys = [name for name in sent if name in by.arguments]
        others = {name: value for name, value in sent.items() if name not in keys}
        listed = cast("list[Json]", value)
        same = [item for item in listed if _same_key(item, sent, keys)]
        if listed and not same:  # The server did not heed the filter, so that this is any page of a longer list.
            return "unknown"
        return _by_fields(others, same)
    return _by_message(sent, [each for each in _messages(value) if _is_recent(each, began - CLOCKS_APART)])


def _by_fields(sent: Json, found: list[Json]) -> Settled:
    """An object of the same key whose other fields differ may be an older one: that leaves the outcome open."""
    if any(all(item.get(name, value) == value for name, value in sent.items()) for item in found):
        return "applied"
    return "unknown" if found else "not_observed"


def _same_key(item: Json, sent: Json, keys: list[str]) -> bool:
    """Return True if *item* has the natural key that was sent; the server may have changed its case."""
    return all(str(item.get(name)).casefold() == str(sent[name]).casefold() for name in keys)


def _by_message(sent: Json, found: list[Json]) -> Settled:
    """A fresh message with another text may be ours, rewritten on its way: that leaves the outcome open."""
    if any(str(each.get("body")).strip() == str(sent.get("body")).strip() for each in found):
        return "applied"
    return "unknown" if found else "not_observed"


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


def _is_recent(message: Json, since: float) -> bool:
    """Return False if *message* has a time before *since*: then it is not the one in doubt."""
    try:
        time = msgspec.convert(message.get("timestamp"), datetime)
    except msgspec.ValidationError:
        return True
    return (time.replace(tzinfo=UTC) if time.tzinfo is None else time).timestamp() >= since
