"""Writes a document as FastAPI wrote it when OpenAPI was 3.0."""

from __future__ import annotations

from typing import Any

from generator.source.document import is_list, is_mapping

Node = dict[str, Any]


def in_30(node: Any) -> Any:
    """Return a node of 3.1 as FastAPI wrote it for 3.0."""
    if is_list(node):
        return [in_30(each) for each in node]
    if not is_mapping(node):
        return node
    made: Node = {key: in_30(value) for key, value in node.items()}
    options = made.get("anyOf", [])
    if {"type": "null"} in options and len(options) == 2:
        del made["anyOf"]
        given = options[0]
        made |= {"allOf": [given], "nullable": True} if "$ref" in given else {**given, "nullable": True}
    return made
