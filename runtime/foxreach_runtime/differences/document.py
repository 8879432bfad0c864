"""The packaged `openapi.json`: what it documents of each reply, resolved when it is first asked for.

Pure, apart from reading the file. A place is a JSON pointer into the document. A schema that is written in several
parts (`$ref` with siblings, `allOf`) is a tuple of places.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, cast

from msgspec import Struct

from .values import BOUNDS, escaped, unescaped

Places = tuple[str, ...]
Json = dict[str, Any]
UNTAGGED: tuple[str, dict[str, Places]] = ("", {})
METHODS = frozenset({"get", "put", "post", "patch", "delete", "options", "head", "trace"})


class Node(Struct, frozen=True):
    """A schema with its parts joined.

    *words* are the values that it allows. *values* is the schema of the properties that it does not name, and *open*
    is True if there may be any. *unions* has the arms of each `anyOf` and `oneOf`, *tag* the property that chooses one
    by *arms*. *personal* says that its texts are about a person.
    """

    places: Places
    types: frozenset[str] | None = None
    words: tuple[Any, ...] | None = None
    words_at: str = ""
    format: str = ""
    personal: bool = False
    properties: Mapping[str, Places] = {}
    required: frozenset[str] = frozenset()
    items: Places = ()
    values: Places = ()
    open: bool = True
    unions: tuple[tuple[Places, ...], ...] = ()
    tag: str = ""
    arms: Mapping[str, Places] = {}
    bounds: Mapping[str, Any] = {}

    @property
    def owner(self) -> str:
        """The place of the part that has the properties."""
        first = next(iter(self.properties.values()), None)
        return self.places[0] if first is None else first[0].rpartition("/properties/")[0]


class Reply(Struct, frozen=True):
    """What the document has under one status: where, its headers by name, and the schema of its JSON, if it has any.

    *content* has the media types; none means that there is no body.
    """

    place: str
    headers: Mapping[str, str]
    content: tuple[str, ...]
    schema: Places = ()


class Operation(Struct, frozen=True):
    """An operation: its place, the place of each status or family, and the schema of its JSON body, if it has one."""

    place: str
    path: str
    method: str
    replies: Mapping[str, str]
    body: Places = ()


class Document:
    """An OpenAPI document of the dialect of this project."""

    def __init__(self, text: str | bytes) -> None:
        self._text = text if isinstance(text, str) else text.decode("utf-8")
        self.data: Json = json.loads(self._text)
        self._nodes: dict[Places, Node] = {}
        self._replies: dict[tuple[str, int], Reply | None] = {}
        self._lines: dict[str, int] | None = None
        self.operations: Mapping[str, Operation] = dict(self._operations())

    def line(self, place: str) -> int | None:
        """Return the line of *place* in the text of the document, or None if it is written on one line."""
        if self._lines is None:
            self._lines = dict(_lines(self._text))
        return self._lines.get(place)

    def reply(self, operation: str, status: int) -> Reply | None:
        """Return what *operation* documents for *status*: under its number, its family or `default`."""
        key = (operation, status)
        if key not in self._replies:
            self._replies[key] = self._reply(operation, status)
        return self._replies[key]

    def _reply(self, operation: str, status: int) -> Reply | None:
        replies = self.operations[operation].replies
        names = (str(status), f"{status // 100}XX", "default")
        place = next((replies[name] for name in names if name in replies), None)
        if place is None:
            return None
        place, raw = self._target(place)
        content: Json = raw.get("content", {})
        media = next((kind for kind in content if _is_json(kind)), None)
        headers = {name: self._target(f"{place}/headers/{escaped(name)}")[0] for name in raw.get("headers", {})}
        schema = (f"{place}/content/{escaped(media)}/schema",) if media else ()
        return Reply(place, headers, tuple(content), schema)

    def parameters(self, operation: Operation) -> list[str]:
        """Return the place of each parameter of *operation*, references followed."""
        holders = (operation.place.rpartition("/")[0], operation.place)
        each = (f"{at}/parameters/{index}" for at in holders for index in range(len(self.at(at).get("parameters", ()))))
        return [self._target(place)[0] for place in each]

    def header(self, place: str) -> Node:
        """Return the schema of the header at *place*."""
        return self.node((f"{place}/schema",))

    def node(self, places: Places) -> Node:
        """Return the schema that the parts at *places* make together."""
        if places not in self._nodes:
            self._nodes[places] = self._joined(places)
        return self._nodes[places]

    def types(self, places: Places) -> frozenset[str] | None:
        """Return the JSON types that a schema allows, or None for all."""
        node = self.node(places)
        found = node.types
        for arms in node.unions:
            each = [self.types(arm) for arm in arms]
            if None not in each:
                union = frozenset[str]().union(*(types for types in each if types))
                found = union if found is None else found & union
        return found

    def at(self, place: str) -> Any:
        """Return what stands at *place*."""
        found: Any = self.data
        for step in place.split("/")[1:]:
            found = found[int(step) if isinstance(found, list) else unescaped(step)]
        return found

    def _target(self, place: str) -> tuple[str, Json]:
        raw: Json = self.at(place)
        while "$ref" in raw:
            place = raw["$ref"].removeprefix("#")
            raw = self.at(place)
        return place, raw

    def _operations(self) -> Iterator[tuple[str, Operation]]:
        for path, item in self.data["paths"].items():
            for method in METHODS & item.keys():
                raw, place = item[method], f"/paths/{escaped(path)}/{method}"
                content: Json = raw.get("requestBody", {}).get("content", {})
                media = next((kind for kind in content if _is_json(kind)), None)
                body = (f"{place}/requestBody/content/{escaped(media)}/schema",) if media else ()
                replies = {str(status): f"{place}/responses/{status}" for status in raw["responses"]}
                yield raw.get("operationId", place), Operation(place, path, method.upper(), replies, body)

    def _parts(self, place: str, seen: frozenset[str] = frozenset()) -> Iterator[tuple[str, Json]]:
        raw = self.at(place)
        if not isinstance(raw, dict) or place in seen:  # `true` allows anything; a part cannot be a part of itself.
            return
        part = cast("Json", raw)
        yield place, part
        if "$ref" in part:
            yield from self._parts(part["$ref"].removeprefix("#"), seen | {place})
        for index in range(len(part.get("allOf", ()))):
            yield from self._parts(f"{place}/allOf/{index}", seen | {place})

    def _joined(self, places: Places) -> Node:
        parts = [part for place in places for part in self._parts(place)]
        properties: dict[str, Places] = {}
        for place, raw in parts:
            for name in raw.get("properties", {}):
                properties[name] = (*properties.get(name, ()), f"{place}/properties/{escaped(name)}")
        words = next(((place, raw) for place, raw in parts if "enum" in raw or "const" in raw), None)
        others = [(place, raw["additionalProperties"]) for place, raw in parts if "additionalProperties" in raw]
        types = [_types(raw) for _, raw in parts if "type" in raw]
        tag, arms = next((_tagged(raw) for _, raw in parts if "discriminator" in raw), UNTAGGED)
        return Node(
            places=places,
            types=types[0].intersection(*types[1:]) if types else None,
            words=None if words is None else tuple(words[1].get("enum", [words[1].get("const")])),
            words_at="" if words is None else words[0],
            format=next((raw["format"] for _, raw in parts if "format" in raw), ""),
            personal=any(raw.get("x-personal") is True for _, raw in parts),
            properties=properties,
            required=frozenset(name for _, raw in parts for name in raw.get("required", ())),
            items=tuple(f"{place}/items" for place, raw in parts if "items" in raw),
            values=tuple(f"{place}/additionalProperties" for place, each in others if isinstance(each, dict)),
            open=not properties if not others else all(each is not False for _, each in others),
            unions=tuple(_arms(place, raw, key) for place, raw in parts for key in ("anyOf", "oneOf") if key in raw),
            tag=tag,
            arms=arms,
            bounds={name: raw[name] for _, raw in parts for name in BOUNDS if name in raw},
        )


@cache
def packaged(package: str) -> Document:
    """Return the document of the generated *package*."""
    return Document(files(package).joinpath("openapi.json").read_bytes())


def _is_json(media: str) -> bool:
    return media == "application/json" or media.endswith("+json")


def _types(raw: Json) -> frozenset[str]:
    return frozenset([raw["type"]] if isinstance(raw["type"], str) else raw["type"])


def _arms(place: str, raw: Json, key: str) -> tuple[Places, ...]:
    return tuple((f"{place}/{key}/{index}",) for index in range(len(raw[key])))


def _tagged(raw: Json) -> tuple[str, dict[str, Places]]:
    """Return the property that tells the arms of a union apart, and the arm of each of its values."""
    tag, mapping = raw["discriminator"]["propertyName"], raw["discriminator"].get("mapping")
    targets: Mapping[str, str] = mapping or {each["$ref"].rpartition("/")[2]: each["$ref"] for each in raw["oneOf"]}
    return tag, {value: (target.removeprefix("#"),) for value, target in targets.items()}


def _lines(text: str) -> Iterator[tuple[str, int]]:
    """Yield each place of a JSON text with its line; the text has a level of indentation for each level of nesting."""
    steps: list[str] = []
    counts: list[int] = []
    for number, line in enumerate(text.splitlines(), 1):
        content = line.lstrip(" ")
        depth = len(line) - len(content)
        if depth == 0 or content[0] in "]}":
            continue
        del steps[depth - 1 :], counts[depth:]
        counts += [-1] * (depth - len(counts))
        counts[depth - 1] += 1
        key, mark, _ = content.partition('": ') if content[0] == '"' else ("", "", "")
        steps.append(escaped(json.loads(f'{key}"')) if mark else str(counts[depth - 1]))
        yield "/" + "/".join(steps), number
