"""Remedies for faults of the grammar: what to write instead, without a loss of what the API says. Reports nothing."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

from ..source.bounds import FITS, STEPS
from ..source.document import Document, is_list, is_mapping
from ..source.merge import ConflictError, all_of
from .grammar import GRAMMAR, REMEDIES, TYPES

BOUNDS = ("minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "pattern")
NULLABLE = ("string", "integer", "number", "boolean", "array", "map")  # Named types are nullable where they are used.
AROUND = "Describe one of them."  # For references that lead to each other.
# What to write for a required keyword, if its value is not obvious.
VALUES = {
    "additionalProperties": " true` here, or `properties` if they are known.",
    "x-call": " {repeat: safe}` here for a GET, and `{repeat: idempotent}` or `{repeat: never}` for any other method.",
    "x-evidence": " docs`, `partly`, `sdk`, `live` or `guess` here: how well the operation is known.",
    "x-result": " data` here, or another property of the reply that the method returns, or `whole`.",
    "tags": " [resource]` here: the operationId without its last part.",
    "operationId": " resource.method` here: the call.",
    "required": " true` here.",
}


def for_missing(keyword: str) -> str:
    """Return the remedy for a required keyword that is missing."""
    return f"Write `{keyword}:{VALUES.get(keyword, '` here.')}"


def for_unsupported(name: str, kind: str, holder: dict[str, Any]) -> str:
    """Return the remedy for a keyword that a *kind* of object does not have; *holder* is the object."""
    value, named = holder[name], holder.get("type")
    if name in ("nullable", "x-nullable") and value is True and isinstance(named, str) and kind in NULLABLE:
        return f"Write `type: [{named}, 'null']`."
    if name in BOUNDS and named in TYPES:
        return f"Remove it: in JSON Schema it has no effect on the type {named}."
    if name == "required" and "x-personal" in GRAMMAR[kind]:
        return "List the property under `required` of the object that has it."
    if kind == "union" and name in ("type", "properties", "items"):
        return "Keep either the type or the union; what the other says goes to `description`."
    if name in REMEDIES:
        return REMEDIES[name]
    described = any(keyword.removesuffix("!") == "description" for keyword in GRAMMAR[kind])
    return "Move what it says to `description`, or remove it if it says nothing." if described else "Remove it."


def for_value(keyword: str, words: str, hint: str) -> str:
    """Return the remedy for a value of the wrong type; *words* are the right one."""
    if keyword == "additionalProperties":
        return "Write `true`, or the schema of the values."
    if keyword == "required" and words == "a list of texts":
        return "List the names of the properties that are required, `required: [name]`."
    return f"Write {words}{hint}."


def for_exclusive(name: str, holder: dict[str, Any]) -> str:
    """Return the remedy for an exclusive bound as OpenAPI 3.0 writes it, beside another bound; '' for any other."""
    value, bound = holder[name], STEPS.get(name, ("",))[0]
    if not bound or not isinstance(value, bool):
        return ""
    return f"Write `{name}: {holder[bound]}` in place of `{bound}`." if value and bound in holder else "Remove it."


def misspelt(name: str, kind: str, holder: dict[str, Any]) -> str:
    """Return the keyword that an unsupported one probably stands for, '' if none."""
    known = [keyword.removesuffix("!") for keyword in GRAMMAR[kind]]
    return next(iter(get_close_matches(name, [other for other in known if other not in holder], 1, 0.75)), "")


def cut_text(holder: dict[str, Any], known: set[str]) -> tuple[str, list[str], str]:
    """Return the keyword of an unquoted text in braces that a comma ends, its other parts, and the whole text.

    YAML reads `{description: It is gone, or not}` as a description and a keyword `or not` without a value.
    """
    known = known | REMEDIES.keys() | FITS.keys()  # A keyword of OpenAPI is no part of a text.
    last, parts = "", list[str]()
    for name, value in holder.items():
        if last and name not in known and (value is None or " " in name):
            parts.append(name)
        elif parts:
            break
        else:
            last = name if name in known and isinstance(value, str) else ""
    rest = (name if holder[name] is None else f"{name}: {holder[name]}" for name in parts)
    return (last, parts, ", ".join([holder[last], *rest])) if parts else ("", [], "")


def of_untyped(schema: dict[str, Any]) -> tuple[str, str]:
    """Return the message and the remedy for a schema of no known kind."""
    if conflict := conflict_in(schema.get("allOf")):
        return (
            f"two parts of `allOf` contradict each other in `{conflict}`.",
            "Write the one that holds into both parts; if both hold, move one to `description`.",
        )
    named = schema.get("type")
    unknown = [name for name in (named if is_list(named) else [named]) if "type" in schema and name not in TYPES]
    first = "null without quotes" if unknown[:1] == [None] else f"`{''.join(map(str, unknown[:1]))}`"
    what = f"{first} is not a schema type" if unknown else "the schema has no supported type"
    remedy = "Write `$ref`, `anyOf` or one `type`, with 'null' in quotes beside it if it is nullable."
    return f"{what}.", remedy


def conflict_in(parts: Any) -> str:
    """Return the property or keyword of which two parts of an `allOf` say different things, '' if there is none."""
    try:
        all_of(parts if is_list(parts) and all(map(is_mapping, parts)) else [])
    except ConflictError as conflict:
        return conflict.name
    return ""


def for_reference(ref: str, start: str, document: Document) -> str:
    """Return the remedy for a reference to no component; *start* is the beginning of those of its kind."""
    try:
        found: Any = document.get(start[1:].rstrip("/"))
    except LookupError:
        found = None
    names: dict[str, str] = {f"{start}{name}".lower(): f"{start}{name}" for name in found} if is_mapping(found) else {}
    if ref in names.values():
        return AROUND
    near = get_close_matches(ref.lower(), names, 1, 0.8)
    return f"Write `{names[near[0]]}` if it is meant, or add the component." if near else f"Refer to a `{start}...`."
