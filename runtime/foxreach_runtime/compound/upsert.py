"""Create an object, or update the one that has its natural key. Pure: yields calls and is sent their outcomes.

The server allows a natural key once, so creating again after a call in doubt cannot make a second object.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from datetime import datetime
from importlib import import_module
from typing import Any, Generic, NamedTuple, TypeVar, cast

from msgspec import UNSET

from ..errors import ConflictStatusError, FoxReachError, OutcomeUnknownError, ResponseDecodeError, StatusError
from ..operation import Call
from ..raw import RawReply
from ..response.decoding import same_json
from ..response.rate_limit_headers import sent_at
from ..response.status import meaning_of
from .rules import UpsertRule

T = TypeVar("T")
TRIES = 3  # An object may be deleted between finding and updating, and a creation may be in doubt.
GRANULARITY = 2.0  # Seconds: the Date header counts whole seconds and may be a second old.
Outcome = RawReply[Any] | FoxReachError
Upserting = Generator[Call[Any], Outcome, T]


class Upserted(NamedTuple, Generic[T]):
    """The result of an upsert: the object as it is now, and whether this call created it."""

    value: T
    created: bool


class _Seen(NamedTuple):
    """An object and the reply that it came with."""

    reply: RawReply[Any]
    value: Any


def upserting(call: Call[T], rule: UpsertRule, clock: Callable[[], float]) -> Upserting[Upserted[T]]:
    """Create what *call* creates, or update the object that has its key; raise the error that allows neither."""
    began, doubtful, sent = clock(), False, _sent(call)
    last: Any = None
    for _ in range(TRIES):
        made: Outcome = yield call
        doubtful, last = doubtful or _in_doubt(made), made
        seen = _Seen(made, made.value) if isinstance(made, RawReply) else (yield from _found(made, rule, sent))
        if seen is None:
            continue
        recent = _is_recent(seen, rule, clock() - began)
        maybe_ours = recent is not False if seen.reply is made else bool(doubtful and recent)
        odd = _differing(seen.value, rule, sent)
        if maybe_ours and not odd:
            return Upserted(seen.value, True)
        last = yield from _updated(seen.value, rule, sent)
        if not isinstance(last, FoxReachError):
            return Upserted(last, maybe_ours and _unchanged(seen.value, last, rule, odd))
        if not (isinstance(last, StatusError) and meaning_of(last.status).absent):
            break
    raise last


def _sent(call: Call[Any]) -> Mapping[str, Any]:
    """Return the fields of the body that are not absent."""
    fields = () if call.body is None else call.body.__struct_fields__
    return {name: value for name in fields if (value := getattr(call.body, name)) is not UNSET}


def _in_doubt(outcome: Outcome) -> bool:
    """Return True if a call with this outcome may have been carried out although it has no result."""
    if isinstance(outcome, StatusError):
        maybe_ours = isinstance(outcome, ConflictStatusError) and outcome.maybe_ours
        return maybe_ours or not meaning_of(outcome.status).undone
    return isinstance(outcome, (OutcomeUnknownError, ResponseDecodeError))


def _found(error: FoxReachError, rule: UpsertRule, sent: Mapping[str, Any]) -> Upserting[_Seen | None]:
    """Return the object that has the key and the reply with it; None if there is no such object.

    Raise *error* if it says nothing about the key, or if the server does not filter by the key.
    """
    if not (isinstance(error, ConflictStatusError) or _in_doubt(error)):
        raise error
    seen = yield _function(rule, rule.find)(**{theirs: sent[ours] for theirs, ours in rule.arguments.items()})
    if isinstance(seen, FoxReachError):
        raise error if _in_doubt(error) else seen
    keys = rule.arguments.values()
    same = [item for item in seen.value if all(_same_key(getattr(item, key), sent[key]) for key in keys)]
    if seen.value and not same:
        raise error
    return _Seen(seen, same[0]) if same else None


def _differing(found: Any, rule: UpsertRule, sent: Mapping[str, Any]) -> dict[str, Any]:
    """Return those of the fields that were sent in which *found* has another value; of the key, not another case."""
    keys = rule.arguments.values()
    pairs = ((name, value, getattr(found, name, value)) for name, value in sent.items())
    return {
        name: value
        for name, value, there in pairs
        if not (_same_key(there, value) if name in keys else same_json(there, value))
    }


def _updated(found: Any, rule: UpsertRule, sent: Mapping[str, Any]) -> Upserting[Any]:
    """Return *found* updated with the fields that were sent, or the error of the update. Maps are merged by key."""
    fields = {name: _merged(getattr(found, name), sent[name]) for name in rule.fields if name in sent}
    changed = {name: value for name, value in fields.items() if not same_json(getattr(found, name), value)}
    if not changed:
        return found
    outcome = yield _function(rule, rule.update)(getattr(found, rule.identifier), **changed)
    return outcome.value if isinstance(outcome, RawReply) else outcome


def _unchanged(found: Any, updated: Any, rule: UpsertRule, odd: Mapping[str, Any]) -> bool:
    """Return True if an update with the fields *odd* left them as they were: the server keeps them in another form.

    It may trim a text, for example. Then it did so at the creation, too.
    """
    return all(
        name in rule.fields
        and same_json(_merged(getattr(found, name), value), value)
        and same_json(getattr(updated, name), getattr(found, name))
        for name, value in odd.items()
    )


def _function(rule: UpsertRule, operation: str) -> Callable[..., Call[Any]]:
    """Return the function that makes a call of *operation*, from the module of its resource."""
    module = import_module(f"{rule.package}.{operation.rpartition('.')[0].replace('.', '_')}")
    function: Callable[..., Call[Any]] = getattr(module, operation.replace(".", "_"))
    return function


def _merged(old: object, new: object) -> object:
    if not isinstance(old, dict) or not isinstance(new, dict):
        return new
    return {**cast("dict[str, object]", old), **cast("dict[str, object]", new)}


def _is_recent(seen: _Seen, rule: UpsertRule, seconds: float) -> bool | None:
    """Return whether the object was created after the upsert began, *seconds* ago, by the clock of the server.

    None if the reply does not tell.
    """
    created, now = getattr(seen.value, rule.created_at), sent_at(seen.reply.headers)
    if now is None or not isinstance(created, datetime):
        return None
    return created.timestamp() >= now - seconds - GRANULARITY


def _same_key(one: object, other: object) -> bool:
    """Return True if both are the same natural key; the server may change case and outer spaces."""
    return _folded(one) == _folded(other)


def _folded(key: object) -> object:
    return key.strip().casefold() if isinstance(key, str) else key
