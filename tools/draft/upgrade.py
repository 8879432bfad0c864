"""Writes a document of OpenAPI 3.0 as one of 3.1: null, exclusive bounds. Pure: a document in, a document out.

In both, 7.0 as a bound is written as 7: servers that know numbers alone write the first one for integers.
"""

from __future__ import annotations

from typing import Any

from generator.source.document import Document, is_list, is_mapping

Node = dict[str, Any]

DATA = frozenset({"example", "examples", "default", "enum", "const", "value"})  # Values of the API, not schemas.
EXCLUSIVE = {"exclusiveMinimum": "minimum", "exclusiveMaximum": "maximum"}
MARKS = frozenset({"properties", "$defs", "patternProperties", "schemas"})  # Names below them are no keywords.


def upgraded(document: Document) -> Document:
    """Return the document as OpenAPI 3.1."""
    said = str(document.data.get("openapi", ""))
    data: Node = {**_below(document.data, named=False), "openapi": "3.1.0" if said.startswith("3.0") else said}
    return Document(document.file, data, document.positions)


def _below(node: Any, *, named: bool) -> Any:
    """Return a node with its schemas rewritten; *named* is true if its keys are names and no keywords."""
    if is_list(node):
        return [_below(item, named=False) for item in node]
    if not is_mapping(node):
        return node
    inner: Node = {
        key: value if key in DATA and not named else _below(value, named=key in MARKS and not named)
        for key, value in node.items()
    }
    return inner if named else _schema(inner)


def _schema(node: Node) -> Node:
    for bound in (*EXCLUSIVE, *EXCLUSIVE.values()):
        if isinstance(value := node.get(bound), float) and value.is_integer():
            node[bound] = int(value)
    for exclusive, bound in EXCLUSIVE.items():
        if isinstance(node.get(exclusive), bool):
            strict = node.pop(exclusive)
            if strict and bound in node:
                node[exclusive] = node.pop(bound)
    if "nullable" not in node:
        return node
    null = node.pop("nullable") is True
    return _with_null(node) if null else node


def _with_null(node: Node) -> Node:
    """Return a schema that also allows null. A reference is an option of a union: nothing may stand beside it."""
    if isinstance(node.get("type"), str):
        if is_list(node.get("enum")) and None not in node["enum"]:
            node["enum"] = [*node["enum"], None]
        return {**node, "type": [node["type"], "null"]}
    for keyword in ("anyOf", "oneOf"):
        if is_list(node.get(keyword)):
            return {**node, keyword: [*node[keyword], {"type": "null"}]}
    if is_list(node.get("allOf")) or "$ref" in node:
        typed = {key: node.pop(key) for key in ("allOf", "$ref") if key in node}
        single = typed["allOf"][0] if len(typed.get("allOf", ())) == 1 else typed
        return {**node, "anyOf": [single, {"type": "null"}]}
    return node
