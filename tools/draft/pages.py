"""Proposes how a list is paged, where query and reply have the shape of ours or a cursor in plain sight. Pure.

A list by offset is one by cursor if its reply has the next offset. A reply with anything beside the list and the way to
the next page is left as it is: a caller would lose that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from generator.rules import check
from generator.rules.paging import META
from generator.source.document import Document, child, is_list, is_mapping, list_in

from .marks import MARK, mark

Node = dict[str, Any]

NUMBERS = ("page", "pageNumber", "page_number")
SIZES = ("pageSize", "page_size", "perPage", "per_page", "limit", "size", "maxResults", "max_results")
CURSORS = (
    "cursor", "pageToken", "page_token", "nextToken", "next_token", "continuationToken", "continuation_token", "after",
    "startingAfter", "starting_after", "offset",
)  # fmt: skip
NEXT = frozenset({"nextCursor", "next_cursor", "nextPageToken", "next_page_token", "nextToken", "next_token"})
ADDRESS = re.compile(r"\b(ur[il]|links?)\b", re.IGNORECASE)  # Such a `next` is no value of a parameter.


def with_pages(document: Document) -> Document:
    """Return the document with `x-page` wherever it is plain and the generator has no complaint about it."""
    found = Document(document.file, deepcopy(document.data), document.positions)
    known = {(each.rule, each.pointer) for each in check(document)}
    proposed = {child("", "paths", path, method): (path, method) for path, method in _proposed(found)}
    for each in check(found) if proposed else ():
        place = next((place for place in proposed if f"{each.pointer}/".startswith(f"{place}/")), None)
        if (each.rule, each.pointer) in known:
            continue
        if place is None:
            return document
        path, method = proposed[place]
        found.data["paths"][path][method] = deepcopy(document.data["paths"][path][method])
    return found


def _proposed(document: Document) -> Iterator[tuple[str, str]]:
    """Write the proposals into the document, and yield where they are."""
    for path, item in document.data["paths"].items():
        operation = item.get("get") if is_mapping(item) else None
        if is_mapping(operation) and "x-result" in list_in(operation, MARK):
            parameters = [
                document.resolve(each)[1] for each in (*list_in(item, "parameters"), *list_in(operation, "parameters"))
            ]
            queried = {each["name"]: each for each in parameters if each.get("in") == "query"}
            reply = _reply(document, operation)
            facts = _by_number(document, queried, reply) or _by_cursor(document, queried, reply)
            if facts:
                operation |= {"x-page": {**facts, **_size(document, queried)}, "x-result": facts["items"]}
                mark(operation, "x-page")
                yield path, "get"


def _reply(document: Document, operation: Node) -> Node:
    """Return the schema of the first success, an empty one if it is no JSON."""
    for status, reply in operation["responses"].items():
        media = document.resolve(reply)[1].get("content", {}).get("application/json")
        if status.startswith("2") and is_mapping(media):
            return _schema(document, media.get("schema"))
    return {}


def _schema(document: Document, node: Any) -> Node:
    """Return a schema behind references; that of the one option that is not null."""
    found: Node = document.resolve(node)[1] if is_mapping(node) else {}
    options = [_schema(document, each) for each in list_in(found, "anyOf")]
    options = [each for each in options if each.get("type") != "null"]
    return options[0] if len(options) == 1 else found


def _kind(schema: Node) -> str:
    kinds = schema.get("type")
    names = [kind for kind in (kinds if is_list(kinds) else [kinds]) if kind != "null"]
    return str(names[0]) if len(names) == 1 else ""


def _inside(document: Document, schema: Node) -> dict[str, Node]:
    properties = schema.get("properties")
    return {name: _schema(document, each) for name, each in properties.items()} if is_mapping(properties) else {}


def _items(reply: Node, fields: dict[str, Node], way: str) -> str:
    """Return the one list beside the property *way*, '' if there is more, or if it may be absent."""
    others = [name for name in fields if name != way]
    plain = len(others) == 1 and _kind(fields[others[0]]) == "array" and others[0] in list_in(reply, "required")
    return others[0] if plain else ""


def _by_number(document: Document, queried: dict[str, Node], reply: Node) -> dict[str, str]:
    number = next((name for name in NUMBERS if _kind(_of(document, queried, name)) == "integer"), "")
    fields = _inside(document, reply)
    for meta, schema in fields.items() if number else ():
        counts = _inside(document, schema)
        whole = all(_kind(counts.get(name, {})) == "integer" and name in list_in(schema, "required") for name in META)
        if whole and meta in list_in(reply, "required") and (items := _items(reply, fields, meta)):
            return {"number": number, "items": items, "meta": meta}
    return {}


def _by_cursor(document: Document, queried: dict[str, Node], reply: Node) -> dict[str, str]:
    fields = _inside(document, reply)
    for cursor in (name for name in CURSORS if name in queried and not queried[name].get("required")):
        kind = _kind(_of(document, queried, cursor))
        for way, schema in [*fields.items(), *_deeper(document, fields)]:
            leads = _leads(way.rpartition(".")[2], cursor, schema) and kind == _kind(schema) in ("string", "integer")
            if leads and (items := _items(reply, fields, way.partition(".")[0])):
                return {"cursor": cursor, "items": items, "next": way}
    return {}


def _deeper(document: Document, fields: dict[str, Node]) -> Iterator[tuple[str, Node]]:
    for outer, schema in fields.items():
        yield from ((f"{outer}.{name}", each) for name, each in _inside(document, schema).items())


def _leads(name: str, cursor: str, schema: Node) -> bool:
    """Return whether the property *name* is what *cursor* takes in the next call."""
    own = {f"next{cursor[0].upper()}{cursor[1:]}", f"next_{cursor}"}
    if name == "next":
        return cursor != "offset" and "format" not in schema and not ADDRESS.search(str(schema.get("description", "")))
    return name in own or (name in NEXT and cursor != "offset")


def _size(document: Document, queried: dict[str, Node]) -> dict[str, str]:
    for name in SIZES:
        schema = _of(document, queried, name)
        if _kind(schema) == "integer" and schema.get("minimum") == 1 and "maximum" in schema:
            return {"size": name}
    return {}


def _of(document: Document, queried: dict[str, Node], name: str) -> Node:
    return _schema(document, queried.get(name, {}).get("schema"))
