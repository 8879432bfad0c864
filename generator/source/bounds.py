"""Bounds that the client does not check, as words of a description. Pure: schemas in, schemas out.

A reply must not fail because of a bound, and some bounds msgspec does not have: the server checks these.
"""

from __future__ import annotations

import json
from typing import Any

from .document import is_list, is_mapping, joined
from .words import FORMATS

Node = dict[str, Any]

NUMBERS = ("minimum", "maximum")
CHECKED = {
    "string": ("minLength", "maxLength", "pattern"),
    "integer": NUMBERS,
    "number": NUMBERS,
    "array": ("minItems", "maxItems"),
}
UNCHECKED = (
    "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "uniqueItems", "minProperties", "maxProperties",
    "contentEncoding", "contentMediaType", "readOnly", "writeOnly", "not", "contains", "minContains", "maxContains",
    "patternProperties", "propertyNames", "dependentRequired", "dependentSchemas", "unevaluatedProperties",
    "unevaluatedItems", "if", "then", "else", "prefixItems",
)  # fmt: skip
STEPS = {"exclusiveMinimum": ("minimum", 1, max), "exclusiveMaximum": ("maximum", -1, min)}


def with_words(node: Node, keywords: tuple[str, ...] = UNCHECKED) -> Node:
    """Return a schema with *keywords* as words of its description; a bound of integers that can be checked stays."""
    kept = dict(node)
    for keyword in (key for key in keywords if node.get(key) is not None):
        value, name = kept.pop(keyword), STEPS.get(keyword)
        if name and node.get("type") == "integer" and type(value) is int:
            bound, step, stricter = name
            other = kept.get(bound)
            kept[bound] = stricter(value + step, other) if type(other) is int else value + step
        else:
            kept["description"] = joined(kept.get("description"), f"`{keyword}`: {json.dumps(value)}.")
    return kept


def typed(node: Node) -> Node:
    """Return a schema with the bounds of text as words if its format is a type of its own, which has no length."""
    return with_words(node, CHECKED["string"]) if str(node.get("format")) in FORMATS else node


def unbound(schema: Any) -> Any:
    """Return a schema of a reply without bounds, those of what is in it included."""
    if is_list(schema):
        return [unbound(option) for option in schema]
    if not is_mapping(schema):
        return schema
    inner: Node = {key: unbound(schema[key]) for key in ("items", "additionalProperties", "anyOf") if key in schema}
    if is_mapping(schema.get("properties")):
        inner["properties"] = {name: unbound(each) for name, each in schema["properties"].items()}
    kinds = schema.get("type")
    own = tuple(name for kind in (kinds if is_list(kinds) else [kinds]) for name in CHECKED.get(str(kind), ()))
    return with_words({**schema, **inner}, own)
