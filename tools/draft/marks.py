"""Marks every guess of a draft with `x-guess`, and reads the marks again. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.source.document import Document, child, is_mapping, list_in

Node = dict[str, Any]

MARK = "x-guess"
# What is guessed, and the rule that asks for it.
RULES = {
    "operationId": "operation-id",
    "summary": "summary",
    "x-call": "call-repeat",
    "x-result": "result-named",
    "x-page": "page",
    "required body": "request-body",
    "example": "example-present",
    "errors": "documented-statuses",
    "success": "success-status",
    "name": "named-types",
    "description": "described",
    "x-personal": "personal",
    "type": "schema-type",
    "server": "one-server",
    "version": "semantic-version",
    "key": "one-api-key",
}


def mark(node: Node, *guesses: str) -> None:
    """Add guesses to the mark of a node."""
    found = list(dict.fromkeys([*list_in(node, MARK), *guesses]))
    if found:
        node[MARK] = found


def guesses(document: Document) -> Iterator[tuple[str, str, str]]:
    """Yield the rule, the pointer and the words of each guess that is marked."""
    for pointer, node in _marked(document.data, ""):
        for words in list_in(node, MARK):
            yield RULES.get(str(words).partition(" of ")[0], "other"), pointer, str(words)


def _marked(node: Any, pointer: str) -> Iterator[tuple[str, Node]]:
    if is_mapping(node):
        if isinstance(node.get(MARK), list):
            yield pointer, node
        for key, value in node.items():
            if key not in ("example", "examples"):
                yield from _marked(value, child(pointer, key))
