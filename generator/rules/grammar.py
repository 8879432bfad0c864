"""The grammar of the document: for each kind of object, the allowed keywords and the type of each. No other is allowed.

A keyword with `!` is required. Its type is a kind of this table, a leaf of `LEAVES`, a list of either (`[tag]`) or a
mapping from any names to either (`{header}`). To support another keyword, first use it in the generator, then add it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from ..source.document import is_list

GUESS = {"x-guess": "texts"}  # What a draft only guesses; a person removes it.
SCHEMA = {"description": "text", "deprecated": "boolean", "x-personal": "boolean", "x-name": "text", **GUESS}
NUMBER = {**SCHEMA, "type!": "type", "minimum": "number", "maximum": "number"}
OPERATION = {
    "summary!": "text",
    "description": "text",
    "responses!": "{response}",
    "requestBody": "request body",
    **GUESS,
}
REFERENCE = {"$ref!": "text"}

GRAMMAR: dict[str, dict[str, str]] = {
    "document": {
        "openapi!": "text",
        "info!": "info",
        "servers!": "[server]",
        "security!": "[{texts}]",
        "tags!": "[tag]",
        "paths!": "{path item}",
        "webhooks": "{webhook}",
        "components!": "components",
        "x-reply-headers": "{header}",
        "x-deliveries": "text",
    },
    "info": {
        "title!": "text",
        "version!": "text",
        "summary": "text",
        "description": "text",
        **GUESS,
        **dict.fromkeys(("contact", "license", "termsOfService"), "any"),
    },
    "server": {"url!": "text", "description": "text"},
    "tag": {"name!": "text", "description!": "text"},
    "path item": {
        "parameters": "[parameter]",
        **dict.fromkeys(("get", "put", "post", "patch", "delete"), "operation"),
    },
    "operation": {
        **OPERATION,
        "operationId!": "text",
        "tags!": "texts",
        "parameters": "[parameter]",
        "deprecated": "boolean",
        "security": "[{texts}]",
        "x-call!": "x-call",
        "x-evidence!": "text",
        "x-page": "x-page",
        "x-result": "x-result",
        "x-idempotency": "x-idempotency",
        "x-upsert": "x-upsert",
        "x-bulk": "x-bulk",
        "x-command": "x-command",
    },
    "x-call": {"repeat!": "text", "settled-by": "settled-by"},
    "settled-by": {"call!": "text", "with!": "{text}", "applied-when!": "text", "state": "{texts}", "since": "text"},
    "x-idempotency": {"header!": "text"},
    "x-page": {
        **dict.fromkeys(("number", "meta", "cursor", "next", "size"), "text"),
        "items!": "text",
    },
    "x-result": {"take!": "text", "no-content": "{constant}"},
    "x-upsert": {"find!": "text", "with!": "{text}", "update!": "text", "id!": "text", "created-at!": "text"},
    "x-bulk": {
        "method!": "text",
        "rows!": "text",
        "key!": "text",
        "counts!": "x-bulk counts",
        "duplicates!": "text",
        "refusals!": "x-bulk refusals",
    },
    "x-bulk counts": {"created!": "text", "restored!": "text", "duplicates!": "text", "refused!": "text"},
    "x-bulk refusals": {"items!": "text", "key!": "text", "reason!": "text"},
    "x-command": {"name": "text", "confirm": "text", "shows": "[x-command show]", "watch": "text", "file": "text"},
    "x-command show": {"call!": "text", "with!": "{text}", "fields": "texts", "count": "text"},
    "webhook": {"post!": "webhook operation"},
    "webhook operation": OPERATION,
    "parameter": {
        "name!": "text",
        "in!": "text",
        "description!": "text",
        "required": "boolean",
        "schema!": "schema",
        "style": "text",
        "explode": "boolean",
        "deprecated": "boolean",
        "x-name": "text",
    },
    "request body": {"description": "text", "required!": "boolean", "content!": "{media type}"},
    "response": {
        "description!": "text",
        "headers": "{header}",
        "content": "{media type}",
        "x-exception": "text",
        "x-advice": "text",
        **GUESS,
    },
    "header": {"description!": "text", "schema!": "schema"},
    "media type": {"schema!": "schema", "example": "any", "examples": "{example}"},
    "example": {"summary": "text", "description": "text", "value!": "any"},
    "components": {
        "schemas!": "{schema}",
        "parameters": "{parameter}",
        "headers": "{header}",
        "responses": "{response}",
        "securitySchemes!": "{security scheme}",
    },
    "security scheme": {"type!": "text", **dict.fromkeys(("in", "name", "scheme", "description"), "text")},
    "discriminator": {"propertyName!": "text", "mapping!": "{text}"},
    "reference": REFERENCE,
    "schema reference": {**REFERENCE, **SCHEMA},
    "struct": {**SCHEMA, "type!": "type", "required": "texts", "properties!": "{schema}", "x-repeated": "text"},
    "map": {**SCHEMA, "type!": "type", "additionalProperties!": "true or schema"},
    "array": {**SCHEMA, "type!": "type", "items!": "schema", "minItems": "size", "maxItems": "size"},
    "string": {
        **SCHEMA,
        "type!": "type",
        "format": "text",
        "minLength": "size",
        "maxLength": "size",
        "pattern": "pattern",
    },
    "integer": NUMBER,
    "number": NUMBER,
    "boolean": {**SCHEMA, "type!": "type"},
    "null": {**SCHEMA, "type!": "type"},
    "any": {**SCHEMA, "x-any!": "true"},
    "scalars": {**SCHEMA, "type!": "type"},
    "constant": {**SCHEMA, "type!": "type", "const!": "text"},
    "enumeration": {**SCHEMA, "type!": "type", "enum!": "values", "x-open": "boolean", "x-enum-names": "{text}"},
    "union": {**SCHEMA, "anyOf!": "[schema]"},
    "tagged union": {**SCHEMA, "oneOf!": "[schema]", "discriminator!": "discriminator"},
}

# The section of the components of each kind. Any other kind is always inline.
SECTIONS = {"schema": "schemas", "parameter": "parameters", "header": "headers", "response": "responses"}

# Remedies for common unsupported keywords, instead of "Remove it".
REMEDIES = {
    "title": "Move it to `description`: it would rename the generated class.",
    "default": "Move the server's default to `description`: the client would send it with every call.",
    "nullable": "Write `type: [x, 'null']`, or `anyOf` of a `$ref` and `type: 'null'`.",
    "not": "Move it to `description`.",
    "example": "Move it to the media type of a body or a reply.",
    "examples": "Move it to the media type of a body or a reply.",
    "allowReserved": "Remove it; the client percent-encodes every value.",
    "content": "Give the parameter a `schema`.",
    "callbacks": "Describe what the server sends under `webhooks`.",
    "servers": "Remove it; the server of the document applies to every operation.",
    "variables": "Write the whole address of the server.",
    "$ref": "Write it inline.",
    "discriminator": "Write it at a union of its own, `oneOf` of the objects that it tells apart.",
    "x-omit": "Write the reason as its text: `x-omit: It streams events.`",
}


TYPES = ("string", "integer", "number", "boolean", "array", "object", "null")


def _text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip()) and all(c.isprintable() or c == "\n" for c in value)


def _value(value: Any) -> bool:
    return value == "" or _text(value) or (isinstance(value, int) and not isinstance(value, bool))


def _size(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _pattern(value: Any) -> bool:
    try:
        return _text(value) and bool(re.compile(value))
    except (re.error, OverflowError, RecursionError):
        return False


def _type(value: Any) -> bool:
    names = value if is_list(value) else [value]
    return bool(names) and all(isinstance(name, str) and name in TYPES for name in names)


ABSENT: Final = object()  # For types without an empty value: the copy omits the keyword.

# For each leaf: its name in a message, its check, and the empty value that replaces a wrong one.
LEAVES: dict[str, tuple[str, Callable[[Any], bool], Any]] = {
    "text": ("text of at least one printable character", _text, ""),
    "texts": ("a list of texts", lambda value: is_list(value) and all(map(_text, value)), []),
    "value": ("a text or an integer", _value, ""),
    "values": ("a list of texts or integers", lambda value: is_list(value) and all(map(_value, value)), []),
    "boolean": ("true or false", lambda value: isinstance(value, bool), False),
    "true": ("true", lambda value: value is True, True),
    "size": ("a whole number from 0", _size, ABSENT),
    "number": ("a number", _number, ABSENT),
    "pattern": ("a regular expression", _pattern, ""),
    "type": ("a type, or a list of a type and 'null'", _type, "string"),
    "constant": ("text, a number, true or false", lambda value: isinstance(value, str | int | float), ""),
    "any": ("anything", lambda _: True, None),
}
