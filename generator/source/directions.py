"""Tells the components that a client reads from those that it sends, and what `required` binds in each. Pure.

A required property with `readOnly` is required in replies alone, one with `writeOnly` in bodies alone (OpenAPI 3.1,
4.8.24.5.2). A component that is both read and sent is one struct in Python: there, neither is required.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from .document import is_list, is_mapping, list_in
from .merge import START

Node = dict[str, Any]


def referred(node: Any) -> set[str]:
    """Return the names of the components that a document refers to."""
    if is_list(node):
        return set[str]().union(*map(referred, node))
    if not is_mapping(node):
        return set()
    ref = node.get("$ref")
    found = {ref.removeprefix(START)} if isinstance(ref, str) else set[str]()
    return found.union(*map(referred, node.values()))


def read_and_sent(data: Node, schemas: Node) -> tuple[set[str], set[str]]:
    """Return the names of the components that a reply or a delivery has, and of those that a body has."""
    components, paths = data.get("components"), data.get("paths")
    items = paths.values() if is_mapping(paths) else ()
    operations = [each for item in items if is_mapping(item) for each in item.values() if is_mapping(each)]
    shared = components.get("responses") if is_mapping(components) else None
    read = [shared, data.get("webhooks"), *(each.get("responses") for each in operations)]
    return _reached(read, schemas), _reached([each.get("requestBody") for each in operations], schemas)


def _reached(roots: list[Any], schemas: Node) -> set[str]:
    waiting, found = [referred(roots)], set[str]()
    while waiting:
        new = {name for name in waiting.pop() if name in schemas} - found
        found |= new
        waiting += [referred(schemas[name]) for name in new]
    return found


def of_one_way(node: Any, keyword: str, schemas: Mapping[str, Any]) -> set[str]:
    """Return the properties of an object that have the *keyword*, `readOnly` or `writeOnly`."""
    properties = node.get("properties") if is_mapping(node) else None
    found = properties.items() if is_mapping(properties) else ()
    return {name for name, each in found if _has(each, keyword, schemas, frozenset())}


def _has(node: Any, keyword: str, schemas: Mapping[str, Any], seen: frozenset[str]) -> bool:
    """Return whether a schema has the keyword itself, in a part of its `allOf`, or where it refers to."""
    if not is_mapping(node):
        return False
    name = str(node.get("$ref", "")).removeprefix(START)
    parts = [*list_in(node, "allOf"), *([schemas[name]] if name in schemas and name not in seen else [])]
    return node.get(keyword) is True or any(_has(part, keyword, schemas, seen | {name}) for part in parts)


def without_required(node: Any, names: Iterable[str]) -> Any:
    """Return an object in which properties of these names are not required."""
    if not is_mapping(node):
        return node
    required = list_in(node, "required")
    left = [each for each in required if not (isinstance(each, str) and each in names)]
    return node if left == required else {**node, "required": left}
