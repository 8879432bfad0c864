"""Turns an OpenAPI document into places: one for each value that a call sends or receives. Pure.

A place is found by method, path and wire names, so names of schemas, operationIds, tags, servers and words do not
matter, nor in which of the usual ways a document writes null, an enumeration, a constant or an envelope. A delivery is
found by the name of its event.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlsplit

from generator.api.ir import Bounds, Field, Kind, Type
from generator.source.bounds import with_words
from generator.source.document import Document, child, is_list, is_mapping, list_in
from generator.source.merge import Merger

Node = dict[str, Any]

METHODS = ("get", "put", "post", "patch", "delete")
JSON = "application/json"
ENVELOPE = "reply.data"
EVENT = "EVENT "  # What the key of a webhook begins with, in place of a method.
WEBHOOKS = ("webhooks", "x-webhooks")  # of OpenAPI 3.1, and where documents of 3.0 have them
PLACEHOLDER = re.compile(r"\{[^}]*\}")
DEFAULT = re.compile(r"The server's default is (.+?)\.(?:\s|$)")  # The spec has defaults in words alone.
BOUNDS = ("minimum", "maximum", "minLength", "maxLength", "pattern", "minItems", "maxItems")
# Those that the client has as words alone; of integers, the first two are a minimum and a maximum.
WORDS = ("exclusiveMinimum", "exclusiveMaximum", "multipleOf", "uniqueItems", "minProperties", "maxProperties")
SCALARS: dict[str, Kind] = {"string": "text", "integer": "integer", "number": "number", "boolean": "boolean"}
FORMATS: dict[str, Kind] = {
    "date": "date",
    "time": "clock",
    "date-time": "time",
    "date-time-local": "time",
    "uuid": "uuid",
    "decimal": "decimal",
}


@dataclass(frozen=True)
class Place:
    """One value: its *path* in the request or reply, and everything that is compared of it.

    *pointer* is where the document describes the value; *target* is the schema itself, behind references.
    """

    path: str
    field: Field
    sent: bool
    format: str = ""
    default: str = ""
    values: tuple[str | int, ...] = ()
    pointer: str = ""
    target: str = ""


@dataclass(frozen=True)
class Contract:
    """One operation: what it sends and receives by path. *statuses* maps each status to its pointer.

    The reply of a *bare* one lacks the envelope of ours; its places have paths as if it had one.
    """

    key: str
    call: str
    pointer: str
    deprecated: bool
    statuses: Mapping[str, str]
    places: Mapping[str, Place]
    bare: bool = False


@dataclass(frozen=True)
class Contracts:
    """A whole document: its operations by `GET /path`, and how its API key is sent, if it says so."""

    operations: Mapping[str, Contract] = field(default_factory=dict[str, Contract])
    keys: frozenset[str] = frozenset()


def contracts(document: Document, base: str = "") -> Contracts:
    """Return the places of *document*, its paths taken from below the path *base* of the API."""
    reader = _Reader(document)
    found = {each.key: each for each in (*reader.operations(base), *reader.events())}
    schemes = document.data.get("components", {}).get("securitySchemes", {}).values()
    keys = {str(scheme.get("name") or scheme.get("scheme") or "") for scheme in schemes if is_mapping(scheme)}
    return Contracts(found, frozenset(keys - {""}))


def aligned(theirs: Contracts, ours: Contracts) -> Contracts:
    """Return *theirs* with the replies that lack the envelope of ours as if they had it."""
    found = {key: _in_envelope(each, ours.operations.get(key)) for key, each in theirs.operations.items()}
    return replace(theirs, operations=found)


def _in_envelope(theirs: Contract, ours: Contract | None) -> Contract:
    if not ours or ENVELOPE not in ours.places or ENVELOPE in theirs.places or "reply" not in theirs.places:
        return theirs
    inner = {path: place for path, place in theirs.places.items() if path.startswith("reply")}
    moved = dict(_moved(place, f"{ENVELOPE}{path.removeprefix('reply')}") for path, place in inner.items())
    outer = {path: place for path, place in theirs.places.items() if path not in inner}
    return replace(theirs, places={**outer, "reply": ours.places["reply"], **moved}, bare=True)


def _moved(place: Place, path: str) -> tuple[str, Place]:
    return path, replace(place, path=path, field=replace(place.field, wire=path, name=name_in(path)))


def is_event(key: str) -> bool:
    """Return whether a key is that of a webhook."""
    return key.startswith(EVENT)


def name_in(path: str) -> str:
    """Return the last name in a path."""
    return re.split(r"[. ]", path)[-1]


def base_of(document: Document) -> str:
    """Return the path of the first server, without a slash at its end."""
    servers = list_in(document.data, "servers")
    url = str(servers[0].get("url", "")) if servers and is_mapping(servers[0]) else ""
    return urlsplit(url).path.rstrip("/")


class _Reader:
    """Reads one document. *open* are the components on the way to a schema: one that contains itself ends there."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.data = document.data
        components = self.data.get("components")
        schemas = components.get("schemas") if is_mapping(components) else None
        self.merger = Merger(schemas if is_mapping(schemas) else {})
        self.open: list[str] = []

    def operations(self, base: str) -> Iterator[Contract]:
        own = base_of(self.document)
        for path, item in self.data["paths"].items():
            shared = list_in(item, "parameters")
            whole = f"{own}{path}"
            short = PLACEHOLDER.sub("{}", whole.removeprefix(base) if whole.startswith(f"{base}/") else path)
            for method in METHODS:
                if is_mapping(item.get(method)):
                    pointer = child("", "paths", path)
                    yield self.contract(f"{method.upper()} {short.rstrip('/') or '/'}", item[method], pointer, shared)

    def contract(self, key: str, node: Node, above: str, shared: list[Any]) -> Contract:
        pointer = child(above, key.partition(" ")[0].lower())
        above = child(above, "parameters")
        parameters = [(each, child(above, i)) for i, each in enumerate(shared)]
        parameters += [(each, child(pointer, "parameters", i)) for i, each in enumerate(list_in(node, "parameters"))]
        replies: Node = node["responses"]
        found = [*self.parameters(parameters), *self.body(node, pointer), *self.replies(replies, pointer)]
        return Contract(
            key=key,
            call=str(node.get("operationId", "")),
            pointer=pointer,
            deprecated=node.get("deprecated") is True,
            statuses={status: child(pointer, "responses", status) for status in replies if status.isdigit()},
            places={each.path: each for each in found},
        )

    def events(self) -> Iterator[Contract]:
        """Yield each webhook with what is delivered. What a receiver answers is not compared."""
        for section in WEBHOOKS:
            for name, item in _mapping(self.data, section).items():
                node = _mapping(item, "post")
                pointer = child("", section, name, "post")
                found = {each.path: each for each in self.body(node, pointer, "delivery", sent=False)}
                deprecated = node.get("deprecated") is True
                yield Contract(f"{EVENT}{name}", name, pointer, deprecated, {}, found)

    def parameters(self, given: list[tuple[Any, str]]) -> Iterator[Place]:
        """Yield query and header parameters. The name of a path parameter is never sent: its position counts."""
        position = 0
        for each, pointer in given:
            target, node = self.document.resolve(each, pointer)
            place, name = str(node.get("in")), str(node.get("name"))
            if place == "path":
                position, name = position + 1, f"{position + 1}"
            if place in ("path", "query", "header"):
                name = name.lower() if place == "header" else name
                words = {key: node[key] for key in ("description", "deprecated") if key in node}
                schema = {**words, **node.get("schema", {})}
                required = node.get("required") is True
                yield from self.value(schema, child(target, "schema"), f"{place} {name}", required, sent=True)

    def body(self, node: Node, pointer: str, name: str = "body", *, sent: bool = True) -> Iterator[Place]:
        if "requestBody" not in node:
            return
        pointer, body = self.document.resolve(node["requestBody"], child(pointer, "requestBody"))
        media = _media(body)
        if media:
            target, required = child(pointer, "content", media, "schema"), body.get("required") is True
            yield from self.value(body["content"][media].get("schema", {}), target, name, required, sent=sent)

    def replies(self, replies: Node, pointer: str) -> Iterator[Place]:
        """Yield the values of the first success with content, as `reply`, and of each error, by its status."""
        success = False
        for status, given in sorted(replies.items()):
            target, reply = self.document.resolve(given, child(pointer, "responses", status))
            media = _media(reply)
            good = status.startswith("2")
            if media and status.isdigit() and not (good and success):
                success = success or good
                schema = reply["content"][media].get("schema", {})
                name = "reply" if good else status
                yield from self.value(schema, child(target, "content", media, "schema"), name, True, sent=False)

    def value(self, node: Any, pointer: str, path: str, required: bool, *, sent: bool) -> Iterator[Place]:
        """Yield the place of a schema, and those of all values inside it."""
        options, nullable = self.options(node, pointer)
        kinds = tuple(_type(option) for option, _ in options)
        type_ = kinds[0] if len(kinds) == 1 else Type("union", items=kinds)
        target = options[0][1] if options else pointer
        yield Place(
            path=path,
            field=Field(
                wire=path,
                name=name_in(path),
                type=replace(type_, nullable=nullable and not path.startswith("query ")),
                required=required,
                bounds=_bounds(options),
                deprecated=is_mapping(node) and node.get("deprecated") is True,
            ),
            sent=sent,
            format=" ".join(str(option["format"]) for option, _ in options if "format" in option),
            default=_default(node),
            values=tuple(value for option, _ in options for value in _values(option)),
            pointer=pointer,
            target=target,
        )
        for index, (option, at) in enumerate(options):
            inner = path if len(options) == 1 or _type(option).kind == "array" else f"{path}<{index + 1}>"
            yield from self.inside(option, at, inner, sent=sent)

    def inside(self, schema: Node, target: str, path: str, *, sent: bool) -> Iterator[Place]:
        if target in self.open:
            return
        self.open.append(target)
        required = list_in(schema, "required")
        for name, inner in _mapping(schema, "properties").items():
            at = child(target, "properties", name)
            yield from self.value(inner, at, f"{path}.{name}", name in required, sent=sent)
        for keyword, mark in (("items", "[]"), ("additionalProperties", "{}")):
            if is_mapping(schema.get(keyword)) and schema[keyword]:
                yield from self.value(schema[keyword], child(target, keyword), f"{path}{mark}", True, sent=sent)
        self.open.pop()

    def options(self, node: Any, pointer: str) -> tuple[list[tuple[Node, str]], bool]:
        """Return the schemas of which a value has one, each with its pointer, and whether it may be null."""
        target, found = self.document.resolve(node if is_mapping(node) else {}, pointer)
        schema = self.merger.whole(found)
        if len(list_in(found, "allOf")) == 1 and "$ref" in found["allOf"][0]:
            options, null = self.options(found["allOf"][0], target)
            return options, null or "null" in list_in(found, "type")
        for keyword in ("anyOf", "oneOf"):
            if is_list(schema.get(keyword)):
                parts = [self.options(each, child(target, keyword, i)) for i, each in enumerate(schema[keyword])]
                return [option for options, _ in parts for option in options], any(null for _, null in parts)
        kinds = schema.get("type")
        names = [kind for kind in (kinds if is_list(kinds) else [kinds]) if kind]
        typed = [{**schema, "type": kind} for kind in names if kind != "null"]
        if not names:
            typed = [schema]
        nullable = "null" in names or None in list_in(schema, "enum")
        return [({**with_words(each), **_words(each)}, target) for each in typed], nullable


def _mapping(node: Node, key: str) -> Node:
    value = node.get(key)
    return value if is_mapping(value) else {}


def _media(node: Any) -> str:
    """Return the media type of a body or a reply that is compared: JSON if it has that, '' without content."""
    content: Node = _mapping(node, "content")
    return JSON if JSON in content else next(iter(content), "")


def _type(schema: Node) -> Type:
    kind = schema.get("type")
    values = _values(schema)
    if kind == "array":
        return Type("array", items=(Type("any"),))
    if kind == "object" or "properties" in schema:
        return Type("struct", "object") if "properties" in schema else Type("map")
    if kind is None and values:
        kind = "integer" if isinstance(values[0], int) else "string"
    return Type(FORMATS.get(str(schema.get("format")), SCALARS.get(str(kind), "any")))


def _values(schema: Node) -> tuple[str | int, ...]:
    """Return the values of an enumeration or a constant."""
    given = [schema["const"]] if "const" in schema else list_in(schema, "enum")
    return tuple(value for value in given if isinstance(value, str | int))


def _words(schema: Node) -> Node:
    """Return the bounds that are words in the client."""
    whole = schema.get("type") == "integer"
    found = {key: schema[key] for key in WORDS if key in schema and schema[key] is not False}
    return {key: value for key, value in found.items() if not (whole and key.startswith("exclusive"))}


def _bounds(options: list[tuple[Node, str]]) -> Bounds:
    return tuple((key, option[key]) for option, _ in options for key in (*BOUNDS, *WORDS) if key in option)


def _default(node: Any) -> str:
    """Return the server's default as text: that of the keyword, or of the words of the description."""
    if not is_mapping(node):
        return ""
    if (value := node.get("default")) is not None:
        return value if isinstance(value, str) else json.dumps(value)
    said = DEFAULT.search(" ".join(str(node.get("description", "")).split()))
    return said[1] if said else ""
