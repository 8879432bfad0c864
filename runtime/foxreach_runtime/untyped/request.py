"""A call of an endpoint that the spec does not have, from its method, path, query and body. Pure.

The path is sent as it is, so it is checked to stay below the base URL. Messages name the argument, never the value.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias, cast

import msgspec
from msgspec import UNSET

from ..nested.annotations import ListLike
from ..operation import Call, Operation, Request
from ..request.body import encoded
from ..request.path import CONTROL, fully_decoded
from ..request.query import query_boolean, query_number, query_text, query_with
from ..response.status import Repeat

JsonValue: TypeAlias = "bool | int | float | str | list[JsonValue] | dict[str, JsonValue] | None"
"""Any value of JSON, as Python has it."""

Scalar: TypeAlias = str | bool | int | float
QueryValue: TypeAlias = Scalar | ListLike[Scalar] | None
REPEAT: Mapping[str, Repeat] = {  # RFC 9110 9.2; RFC 5789 for PATCH
    "GET": "safe",
    "HEAD": "safe",
    "OPTIONS": "safe",
    "PUT": "idempotent",
    "DELETE": "idempotent",
    "POST": "never",
    "PATCH": "never",
}
PATH = re.compile(r"/(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*")  # pchar of RFC 3986 3.3
WORD = re.compile(r"[A-Za-z_-]{1,40}")
SLASH = re.compile(r"[/\\]")


class _Body(msgspec.Struct):
    value: dict[str, Any]


WRAPPING = msgspec.json.encode(_Body({"": 0})).split(b"0")


def call_of(
    method: str, path: str, query: Mapping[str, QueryValue] | None, body: object, repeat: Repeat | None
) -> Call[JsonValue]:
    """Return the call; raise ValueError or TypeError before any I/O."""
    verb = method.upper() if isinstance(cast("object", method), str) else ""
    if verb not in REPEAT:
        raise ValueError(f"request: method must be one of {', '.join(REPEAT)}")
    if repeat is not None and repeat not in REPEAT.values():
        raise ValueError('request: repeat must be "safe", "idempotent" or "never"')
    _check_path(path)
    name = f"{verb} {_shown(path)}"
    reply: Any = object  # not a struct: the whole body is the result
    operation: Operation[JsonValue] = Operation(
        name=name,
        method=verb,
        path=_shown(path),
        repeat=repeat or REPEAT[verb],
        reply=reply,
        take="",
        statuses=frozenset(),
    )
    return Call(operation, Request(verb, path, _query(query), _content(body)))


def _check_path(path: object) -> None:
    if not isinstance(path, str):
        raise TypeError(f"request: path must be text, not {type(path).__name__}")
    if not PATH.fullmatch(path):
        raise ValueError(
            "request: path must begin with / and be percent-encoded, without host, query and fragment; pass query="
        )
    if "//" in path:
        raise ValueError("request: path must not have an empty segment")
    for segment in path.split("/"):
        decoded = fully_decoded("request: path", segment)
        if re.search(CONTROL, decoded) or {".", ".."}.intersection(SLASH.split(decoded)):
            raise ValueError("request: path must have no control character and no segment '.' or '..', encoded or not")


def _shown(path: str) -> str:
    """Return what of *path* a log may show: its first segment, since those below may name a person."""
    first, *others = path[1:].split("/")
    return f"/{first if WORD.fullmatch(first) else '…'}{'/…' if others else ''}"


def _query(query: Mapping[str, QueryValue] | None) -> tuple[str, ...]:
    if not isinstance(cast("object", query), Mapping | None):
        raise TypeError("request: query must be a mapping of names to values")
    items: list[str] = []
    for name, given in (query or {}).items():
        query_text("request: a name in query", name)
        several = isinstance(given, Iterable) and not isinstance(given, (str, bytes, Mapping))
        for value in cast("Iterable[object]", given if several else (given,)):
            items += query_with({name: _query_value(value)})
    return tuple(items)


def _query_value(value: object) -> object:
    """Return *value*, checked; None is left out."""
    if value is None or value is UNSET:
        return UNSET
    place = "request: a value in query"
    if isinstance(value, bool):
        return query_boolean(place, value)
    return query_number(place, value, None, None) if isinstance(value, (int, float)) else query_text(place, value)


def _content(body: object) -> bytes | None:
    if body is UNSET:
        return None
    if isinstance(body, msgspec.Struct):
        return encoded("request: body", body)
    fault: Exception
    try:
        content = encoded("request", _Body({"": body}))
    except (TypeError, ValueError) as error:
        fault = error
    else:
        return content[len(WRAPPING[0]) : -len(WRAPPING[1])]
    raise type(fault)(str(fault).replace("value['']", "body", 1))
