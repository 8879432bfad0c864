"""Writes every reference as one to a component of the dialect, or in full; lists those that lead nowhere. Pure."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any

from generator.source.document import Document, child, is_list, is_mapping

from .repair import Lost

Node = dict[str, Any]

KEPT = re.compile(r"#/components/(schemas|parameters|responses|headers)/[^/]+")
DEEPEST = 8  # Of references written in full inside each other: one that contains itself has no end.


def local(document: Document) -> tuple[Document, list[Lost]]:
    """Return the document with references to components alone."""
    data: Node = deepcopy(document.data)
    components = data.get("components")
    schemas = components.get("schemas") if is_mapping(components) else None
    ids = {
        str(node["$id"]): f"#/components/schemas/{name}"
        for name, node in (schemas.items() if is_mapping(schemas) else ())
        if is_mapping(node) and "$id" in node
    }
    writer = _Writer(Document(document.file, data, document.positions), ids)
    made = writer.below(data, "", 0)
    for section in ("requestBodies", "examples", "pathItems"):
        if is_mapping(made.get("components")):
            made["components"].pop(section, None)  # Each is where it was used.
    return Document(document.file, made, document.positions), writer.lost


class _Writer:
    """Rewrites references. *ids* maps the `$id` of schemas to references."""

    def __init__(self, document: Document, ids: dict[str, str]) -> None:
        self.document, self.ids = document, ids
        self.lost: list[Lost] = []

    def below(self, node: Any, pointer: str, depth: int) -> Any:
        if is_list(node):
            return [self.below(item, child(pointer, index), depth) for index, item in enumerate(node)]
        if not is_mapping(node):
            return node
        if isinstance(node.get("$ref"), str):
            return self.reference(node, pointer, depth)
        return {key: self.below(value, child(pointer, key), depth) for key, value in node.items()}

    def reference(self, node: Node, pointer: str, depth: int) -> Any:
        given: str = node["$ref"]
        ref = self.ids.get(given, given)
        beside = {key: value for key, value in node.items() if key != "$ref"}
        try:
            target = self.document.resolve(ref)[1]
        except LookupError:
            target = None
        if target is not None and KEPT.fullmatch(ref):
            return {"$ref": ref, **beside}
        if target is not None and depth < DEEPEST:
            inner = self.below(deepcopy(target), pointer, depth + 1)
            return {**inner, **beside} if is_mapping(inner) else inner
        line = self.document.at(pointer).line
        self.lost.append(Lost(line, child(pointer, "$ref"), "reference", f"`{ref}` leads to nothing that can be named"))
        return beside if "type" in beside else {**beside, "x-any": True}
