"""What a schema says of a value beyond its type: bounds, patterns, formats. Pure: node in, facts out."""

from __future__ import annotations

from typing import Any

from .ir import Bounds

KEYWORDS = ("format", "minimum", "maximum", "minLength", "maxLength", "pattern", "minItems", "maxItems")


def bounds(schema: dict[str, Any]) -> Bounds:
    """Return the bounds of the schema itself; those of its items and options by `items.maxLength`, `or.maxLength`.

    What a `$ref` leads to has bounds of its own, where it stands.
    """
    found = [(keyword, schema[keyword]) for keyword in KEYWORDS if keyword in schema]
    inner = [("items", schema["items"])] if "items" in schema else []
    inner += [("or", option) for option in schema.get("anyOf", [])]
    for place, below in inner:
        found += [(f"{place}.{keyword}", value) for keyword, value in bounds(below)]
    return tuple(found)
