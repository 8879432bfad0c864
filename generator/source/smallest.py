"""The smallest value of a schema, as an example where the document has none. Pure."""

from __future__ import annotations

from typing import Any

from .document import is_list, is_mapping, list_in
from .merge import START

Node = dict[str, Any]


def smallest(schema: Any, schemas: Node) -> Any:
    """Return the smallest value of a schema: required properties alone."""
    node = schemas.get(str(schema["$ref"]).removeprefix(START)) if is_mapping(schema) and "$ref" in schema else schema
    if not is_mapping(node):
        return None
    given = [node[key] for key in ("const", "example", "default") if node.get(key) is not None]
    if list_in(node, "allOf") and not given:
        parts = [part for part in (smallest(part, schemas) for part in node["allOf"]) if part is not None]
        return (
            {key: value for part in parts for key, value in part.items()} if all(map(is_mapping, parts)) else parts[0]
        )
    given += [value for key in ("enum", "examples") for value in list_in(node, key)]
    options = [*list_in(node, "anyOf"), *list_in(node, "oneOf")]
    if given or options:
        return given[0] if given else smallest(options[0], schemas)
    kinds = node.get("type")
    return _smallest_of(str(kinds[0] if is_list(kinds) and kinds else kinds), node, schemas)


def _smallest_of(kind: str, node: Node, schemas: Node) -> Any:
    if kind == "object" or "properties" in node:
        properties: Node = node.get("properties") or {}
        return {name: smallest(properties.get(name), schemas) for name in list_in(node, "required")}
    if kind == "array":
        return [smallest(node.get("items"), schemas) for _ in range(node.get("minItems", 0))]
    if kind in ("integer", "number"):
        return node.get("minimum", int(node.get("exclusiveMinimum", 0)) + 1)
    return TEXTS.get(str(node.get("format")), "x" * max(1, node.get("minLength", 1))) if kind == "string" else True


TEXTS = {
    "date": "2026-01-15",
    "date-time": "2026-01-15T10:30:00Z",
    "time": "10:30:00",
    "uuid": "00000000-0000-4000-8000-000000000000",
    "decimal": "1.50",
}
