"""Merges the parts of an `allOf` into one schema. Pure: schemas in, a schema out; tolerates any document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from .document import is_list, is_mapping

Node = dict[str, Any]

START = "#/components/schemas/"
# Keywords that change no type. Of two parts, the later one says them.
WORDS = frozenset({"title", "description", "default", "example", "examples", "deprecated", "readOnly", "writeOnly"})
# Of two bounds that both hold, the stricter one.
STRICTER: dict[str, Callable[[Any, Any], Any]] = {
    **dict.fromkeys(("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"), max),
    **dict.fromkeys(("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"), min),
}


class ConflictError(Exception):
    """Two parts say different things of *name*, a property or a keyword."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class Merger:
    """Merges schemas that refer to the components *schemas*. *merged* are the names of those that became a part."""

    def __init__(self, schemas: Mapping[str, Any]) -> None:
        self._schemas = schemas
        self._open: list[str] = []
        self.merged: set[str] = set()

    def whole(self, node: Node) -> Node:
        """Return a schema with the parts of its `allOf` as one; with the parts written out if they contradict."""
        parts = node.get("allOf")
        if not is_list(parts) or not parts or not all(map(is_mapping, parts)):
            return node
        beside = {key: value for key, value in node.items() if key != "allOf"}
        found = [part for part in [*parts, beside] if not _is_note(part)]
        typed = [part for index, part in enumerate(found) if part not in found[:index]]
        words = {key: value for part in [*parts, beside] if _is_note(part) for key, value in part.items()}
        if len(typed) == 1:
            return self.whole({**typed[0], **words})
        written = [self._written(part) for part in typed]
        try:
            return {**all_of(written), **words}
        except ConflictError:
            return {"allOf": written, **words}

    def _written(self, part: Node) -> Node:
        """Return a part without a reference, which leads to a component."""
        name = str(part.get("$ref", "")).removeprefix(START)
        target = self._schemas.get(name)
        if "$ref" not in part or not is_mapping(target) or name in self._open:
            return self.whole(part)
        self._open.append(name)
        self.merged.add(name)
        whole = self._written(self.whole(target))
        self._open.pop()
        return {**whole, **{key: value for key, value in part.items() if key != "$ref"}}


def _is_note(part: Node) -> bool:
    """Return whether a part has words and `x-` keys alone."""
    return all(key in WORDS or key.startswith("x-") for key in part)


def all_of(parts: list[Node]) -> Node:
    """Return the one schema that says what all *parts* say; ConflictError if no schema does."""
    found: Node = {}
    for part in parts:
        for key, value in part.items():
            found[key] = _both(key, found[key], value) if key in found else value
        if "$ref" in found and not _is_note({key: value for key, value in found.items() if key != "$ref"}):
            raise ConflictError("$ref")
    return found


def _both(key: str, first: Any, second: Any) -> Any:
    """Return what two values of one keyword say together."""
    if first == second or key in WORDS or (key.startswith("x-") and key != "x-personal"):
        return second
    if key == "x-personal":
        return first is True or second is True
    if key in ("properties", "items", "additionalProperties") and is_mapping(first) and is_mapping(second):
        named = key == "properties"
        return {**first, **{n: _property(n, first, s) for n, s in second.items()}} if named else all_of([first, second])
    if key == "required" and is_list(first) and is_list(second):
        return [*first, *(name for name in second if name not in first)]
    if key in STRICTER and {type(first), type(second)} <= {int, float}:
        return STRICTER[key](first, second)
    if key in ("type", "enum") and (common := [value for value in _listed(first) if value in _listed(second)]):
        return common[0] if key == "type" and len(common) == 1 else common
    raise ConflictError(key)


def _property(name: str, known: Mapping[str, Any], schema: Any) -> Any:
    if name not in known or not is_mapping(schema) or not is_mapping(known[name]):
        return schema
    try:
        return all_of([known[name], schema])
    except ConflictError:
        raise ConflictError(name) from None


def _listed(value: Any) -> list[Any]:
    return value if is_list(value) else [value]
