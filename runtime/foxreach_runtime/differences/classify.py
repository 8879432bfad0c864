"""The differences between a reply and the spec: the one function that everything else builds on. Pure.

A difference names a place, what is documented there and what was seen, as a JSON type or a word of an enumeration. It
never has a value of a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Literal, cast

import msgspec
from msgspec import Struct, structs

from .document import Document, Node, Places, Reply
from .requests import refused
from .values import (
    admitted,
    broken_bound,
    escaped,
    has_format,
    kind_of,
    media_shown,
    name_shown,
    type_of,
    word,
)

Kind = Literal["absent", "extra", "type", "null", "enum", "status", "header", "shape"]
UNREAD = b"\x00unread"  # in place of the body of a reply that nobody read
TYPE_ORDER = ("object", "array", "string", "integer", "number", "boolean", "null")
DEEPEST = 100  # levels of a body
REFUSED = 422  # the status of a request with a fault
INTEGER = frozenset({"integer"})
NOTHING: Sequence[Any] = ()


class Difference(Struct, frozen=True):
    """One place where replies differ from the spec.

    Args:
        operation: the operation, such as ``leads.get``.
        status: the status of the reply.
        pointer: a JSON pointer into the body, of the first value that was seen; ``*`` stands for a key that may be a
            person's own text. Of the kind *header*, it points into the headers, and of the *part* "request" into the
            body or the query of the request.
        kind: *absent*, a required property is missing; *extra*, a property is not documented; *type*, another JSON
            type; *null*, null where none is documented; *enum*, a value that is not listed; *status*, a status that is
            not documented; *header*, a documented header that is missing or malformed; *shape*, a body, a text or a
            number of another form, such as no JSON, or a time with a zone.
        documented: what the spec says, such as ``string|null``.
        seen: what was there, as a JSON type or a word of an enumeration.
        place: a JSON pointer into the spec.
        line: the line of *place* in the packaged ``openapi.json``.
        count: how often it was seen.
        first: when it was seen first.
        last: when it was seen last.
        part: "request" if a 422 names a value of the request that the server demands and the spec does not, or that it
            does not permit.
    """

    operation: str
    status: int
    pointer: str
    kind: Kind
    documented: str
    seen: str
    place: str = ""
    line: int | None = None
    count: int = 1
    first: datetime | None = None
    last: datetime | None = None
    part: Literal["reply", "request"] = "reply"

    @property
    def key(self) -> tuple[str, int, str, str, str, str, str]:
        """What two sightings of the same difference have in common: all but the index of an item, count and time."""
        steps = ("*" if step.isdecimal() else step for step in self.pointer.split("/"))
        return self.operation, self.status, "/".join(steps), self.kind, self.documented, self.seen, self.part


class _Fault(Struct, frozen=True):
    pointer: str
    kind: Kind
    documented: str
    seen: str
    place: str
    part: Literal["reply", "request"] = "reply"


def differences(
    document: Document,
    operation: str,
    status: int,
    headers: Mapping[str, str] | None,
    body: object,
    *,
    at: datetime | None = None,
) -> list[Difference]:
    """Return where a reply of *operation* differs from *document*, each place once with its count.

    *headers* are looked at unless they are None. *body* is JSON as bytes, or a decoded value; UNREAD is not looked at.
    *at* is the time of the reply.
    """
    reply = document.reply(operation, status)
    if reply is None:
        documented = "|".join(document.operations[operation].replies)
        place = f"{document.operations[operation].place}/responses"
        faults: Iterable[_Fault] = [_Fault("", "status", documented, str(status), place)]
    else:
        in_request = _in_request(document, operation, body) if status == REFUSED else ()
        in_reply = _in_body(document, reply, headers or {}, body)
        faults = [*_in_headers(document, reply, headers), *in_reply, *in_request]
    found = (_difference(operation, status, each, at) for each in faults)
    return [structs.replace(each, line=document.line(each.place)) for each in summed(found)]


def _difference(operation: str, status: int, fault: _Fault, at: datetime | None) -> Difference:
    facts = (fault.pointer, fault.kind, fault.documented, fault.seen, fault.place)
    return Difference(operation, status, *facts, first=at, last=at, part=fault.part)


def summed(found: Iterable[Difference]) -> list[Difference]:
    """Return *found* with one entry for each difference, in the order of their first sighting."""
    sums: dict[tuple[object, ...], Difference] = {}
    for each in found:
        before = sums.get(each.key)
        sums[each.key] = each if before is None else _both(before, each)
    return list(sums.values())


def _both(one: Difference, other: Difference) -> Difference:
    firsts = [each.first for each in (one, other) if each.first is not None]
    lasts = [each.last for each in (one, other) if each.last is not None]
    return structs.replace(
        one, count=one.count + other.count, first=min(firsts, default=None), last=max(lasts, default=None)
    )


def _in_request(document: Document, operation: str, body: object) -> Iterator[_Fault]:
    try:
        value = msgspec.json.decode(body) if isinstance(body, bytes) else body
    except (ValueError, RecursionError):
        return
    for pointer, kind, documented, seen, place in refused(document, operation, value):
        yield _Fault(pointer, cast("Kind", kind), documented, seen, place, "request")


def _in_headers(document: Document, reply: Reply, headers: Mapping[str, str] | None) -> Iterator[_Fault]:
    if headers is None:
        return
    given = {name.lower(): value for name, value in headers.items()}
    for name, place in reply.headers.items():
        node, value = document.header(place), given.get(name.lower())
        if value is None:
            yield _Fault(f"/{name}", "header", _documented(document, node), "absent", place)
        elif node.types == INTEGER and not value.strip().removeprefix("-").isdecimal():
            yield _Fault(f"/{name}", "header", _documented(document, node), "string", place)


def _in_body(document: Document, reply: Reply, headers: Mapping[str, str], body: object) -> Iterator[_Fault]:
    if body is UNREAD or (reply.content and not reply.schema):  # A download is not read.
        return
    if not reply.schema:
        if body not in (b"", None):
            yield _Fault("", "shape", "empty", "body", reply.place)
        return
    try:
        value = msgspec.json.decode(body) if isinstance(body, bytes) else body
    except (ValueError, RecursionError):
        given = next((value for name, value in headers.items() if name.lower() == "content-type"), "*")
        documented, seen = reply.content[0], media_shown(given) if body else "empty"
        yield _Fault("", "shape", documented, seen if seen != documented else "malformed", reply.place)
    else:
        yield from _in_value(document, reply.schema, value, "", 0)


def _in_value(document: Document, places: Places, value: object, pointer: str, depth: int) -> Iterator[_Fault]:
    node, types, kind = document.node(places), document.types(places), type_of(value)
    if depth > DEEPEST:
        yield _Fault("", "shape", f"depth {DEEPEST}", "deeper", places[0])
    elif types is not None and not admitted(kind, types):
        fault: Kind = "null" if value is None else "type"
        yield _Fault(pointer, fault, _documented(document, node), kind_of(value), places[0])
    elif node.words is not None and value is not None and not _listed(kind, value, node.words):
        seen = None if node.personal else word(value)
        yield _Fault(pointer, "enum", _documented(document, node), seen or kind_of(value), node.words_at)
    else:
        yield from _in_form(document, node, value, pointer)
        yield from _in_arms(document, node, value, pointer, depth)
        if isinstance(value, dict):
            yield from _in_object(document, node, cast("dict[str, object]", value), pointer, depth)
        elif isinstance(value, list) and node.items:
            for index, item in enumerate(cast("list[object]", value)):
                yield from _in_value(document, node.items, item, f"{pointer}/{index}", depth + 1)


def _listed(kind: str, value: object, words: tuple[object, ...]) -> bool:
    """Return True if *value*, of the JSON type *kind*, is one of *words*: 1 is not true, although Python says so."""
    return any(value == each and kind == type_of(each) for each in words)


def _in_form(document: Document, node: Node, value: object, pointer: str) -> Iterator[_Fault]:
    if isinstance(value, str) and node.format and not has_format(value, node.format):
        yield _Fault(pointer, "shape", _documented(document, node), kind_of(value), node.places[0])
    bound = broken_bound(value, node.bounds) if node.bounds else None
    if bound is not None:
        documented = f"{type_of(value)}({bound}={node.bounds[bound]})".replace(" ", "")
        yield _Fault(pointer, "shape", documented, f"{type_of(value)}(other)", node.places[0])


def _in_arms(document: Document, node: Node, value: object, pointer: str, depth: int) -> Iterator[_Fault]:
    """Yield the differences from the arm of each union that fits *value* best."""
    if node.tag and isinstance(value, dict):
        yield from _in_tagged(document, node, cast("dict[str, object]", value), pointer, depth)
        return
    for union in node.unions:
        arms = ((arm, document.types(arm)) for arm in union)
        fitting = [arm for arm, types in arms if types is None or admitted(type_of(value), types)]
        each = (list(_in_value(document, arm, value, pointer, depth)) for arm in fitting)
        yield from min(each, key=len, default=NOTHING)


def _in_tagged(document: Document, node: Node, value: dict[str, object], pointer: str, depth: int) -> Iterator[_Fault]:
    at, tag = f"{pointer}/{escaped(node.tag)}", value.get(node.tag)
    arm = node.arms.get(tag) if isinstance(tag, str) else None
    if arm is not None:
        yield from _in_value(document, arm, value, pointer, depth)
    elif node.tag not in value:
        yield _Fault(at, "absent", "|".join(node.arms), "absent", node.places[0])
    else:
        yield _Fault(at, "enum", "|".join(node.arms), word(tag) or kind_of(tag), node.places[0])


def _in_object(document: Document, node: Node, value: dict[str, object], pointer: str, depth: int) -> Iterator[_Fault]:
    for name in sorted(node.required - value.keys()):
        at = node.properties.get(name, node.places)
        yield _Fault(f"{pointer}/{escaped(name)}", "absent", _documented(document, document.node(at)), "absent", at[0])
    for name, each in value.items():
        known = node.properties.get(name)
        if known is not None:
            yield from _in_value(document, known, each, f"{pointer}/{escaped(name)}", depth + 1)
        elif node.values:
            yield from _in_value(document, node.values, each, f"{pointer}/*", depth + 1)
        elif not node.open and not node.unions:
            yield _Fault(f"{pointer}/{escaped(name_shown(name))}", "extra", "absent", kind_of(each), node.owner)


def _documented(document: Document, node: Node) -> str:
    """Return what a schema allows, on one line without a space: its values, or its JSON types and format."""
    types = document.types(node.places)
    nullable = ["null"] if types and "null" in types and node.words is None else []
    if node.words is not None:
        return "|".join([*(str(word) for word in node.words), *nullable]).replace(" ", "_")
    named = [name for name in TYPE_ORDER if types and name in types]
    form = f"({node.format})" if node.format else ""
    return "|".join(f"string{form}" if name == "string" else name for name in named) or "any"
