"""The least value that a schema allows, for a schema that no example shows. Pure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, cast

Json = dict[str, Any]
TEXTS: Final = {
    "date": "2026-01-15",
    "date-time": "2026-01-15T10:30:00Z",
    "date-time-local": "2026-01-15T10:30:00",
    "email": "jane@example.com",
    "uri": "https://example.com",
}
PLAIN: Final[Json] = {"boolean": True, "number": 1.0, "null": None}


def made_up(schema: Json, resolved: Callable[[Json], Json]) -> Any:
    """Return a value that *schema* allows; *resolved* follows its references."""
    node = resolved(schema)
    if "const" in node or "enum" in node:
        return node["const"] if "const" in node else node["enum"][0]
    if "anyOf" in node:
        return made_up(node["anyOf"][0], resolved)
    kinds = cast("str | list[str]", node.get("type", "null"))
    kind = kinds if isinstance(kinds, str) else kinds[0]
    return _of_kind(kind, node, resolved)


def _of_kind(kind: str, node: Json, resolved: Callable[[Json], Json]) -> Any:
    match kind:
        case "object":
            properties: Json = node.get("properties", {})
            return {name: made_up(properties[name], resolved) for name in node.get("required", ())}
        case "array":
            return [made_up(node["items"], resolved) for _ in range(node.get("minItems", 0))]
        case "string":
            return str(TEXTS.get(node.get("format", ""), "text")).ljust(node.get("minLength", 0), "x")
        case "integer":
            return node.get("minimum", node.get("maximum", 1))
        case _:
            return PLAIN.get(kind)
