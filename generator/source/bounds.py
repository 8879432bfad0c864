"""Bounds that the client does not check, as words of a description. Pure: schemas in, schemas out.

A reply must not fail because of a bound, and some bounds msgspec does not have: the server checks these. A value of the
wrong kind stays, for the rules to report.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from .document import is_list, is_mapping, joined, list_in, without
from .words import FORMATS

Node = dict[str, Any]

NUMBERS = ("minimum", "maximum")
CHECKED = {
    "string": ("minLength", "maxLength", "pattern"),
    "integer": NUMBERS,
    "number": NUMBERS,
    "array": ("minItems", "maxItems"),
}


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_schema(value: Any) -> bool:
    return is_mapping(value) or isinstance(value, bool)


# The kinds of values: the words for each, its check, and the keywords that have it.
KINDS: tuple[tuple[str, Callable[[Any], bool], str], ...] = (
    ("a number", _is_number, "minimum maximum exclusiveMinimum exclusiveMaximum"),
    ("a number above 0", lambda value: _is_number(value) and value > 0, "multipleOf"),
    (
        "a whole number from 0",
        lambda value: _is_number(value) and value >= 0 and value == int(value),
        "minLength maxLength minItems maxItems minProperties maxProperties minContains maxContains",
    ),
    ("true or false", lambda value: isinstance(value, bool), "uniqueItems readOnly writeOnly"),
    ("text", lambda value: isinstance(value, str), "pattern contentEncoding contentMediaType"),
    (
        "a schema",
        _is_schema,
        "not contains propertyNames unevaluatedProperties unevaluatedItems if then else",
    ),
    (
        "a mapping of names to schemas",
        lambda value: is_mapping(value) and all(map(_is_schema, value.values())),
        "patternProperties dependentSchemas",
    ),
    (
        "a mapping of names to lists of names",
        lambda value: is_mapping(value) and all(map(is_list, value.values())),
        "dependentRequired",
    ),
    ("a list of schemas", lambda value: is_list(value) and all(map(_is_schema, value)), "prefixItems"),
)
FITS = {keyword: (words, fits) for words, fits, keywords in KINDS for keyword in keywords.split()}
UNCHECKED = tuple(keyword for keyword in FITS if not any(keyword in names for names in CHECKED.values()))
STEPS = {"exclusiveMinimum": ("minimum", 1, max), "exclusiveMaximum": ("maximum", -1, min)}


def with_words(node: Node, keywords: tuple[str, ...] = UNCHECKED) -> Node:
    """Return a schema with *keywords* as words of its description; a bound of integers that can be checked stays."""
    kept = dict(node)
    for keyword in (key for key in keywords if key in node and FITS[key][1](node[key])):
        value, name = kept.pop(keyword), STEPS.get(keyword)
        if name and node.get("type") == "integer" and type(value) is int:
            bound, step, stricter = name
            other = kept.get(bound)
            kept[bound] = stricter(value + step, other) if type(other) is int else value + step
        else:
            kept["description"] = joined(kept.get("description"), f"`{keyword}`: {json.dumps(value)}.")
    return kept


def combined(node: Node) -> Node:
    """Return an object of which some options say what is required together, and no type, with these as words."""
    for keyword in ("anyOf", "oneOf"):
        options = list_in(node, keyword)
        if (
            "properties" in node
            and options
            and all(is_mapping(each) and each.keys() == {"required"} for each in options)
        ):
            words = f"`{keyword}`: {json.dumps(options)}."
            node = {**without(node, keyword), "description": joined(node.get("description"), words)}
    return node


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
