"""Differences planted one by one: each kind at each field of a schema. Reads the spec without the classifier."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any, NamedTuple

from tests.client.cases import SCHEMAS, is_list, is_object, name_of

PLAIN: dict[str, Any] = {"boolean": True, "integer": 1, "number": 1.5, "string": "text", "object": {"Team Size": 12}}
OF_FORMAT = {"date-time": "2025-01-15T10:30:00Z", "date-time-local": "2025-01-15T10:30:00", "date": "2025-01-15"}
Json = dict[str, Any]


class Plant(NamedTuple):
    """A body with one difference: its place and its kind."""

    body: Any
    pointer: str
    kind: str


class _Place(NamedTuple):
    schema: Json
    value: Any
    steps: tuple[str | int, ...]


def full(schema: Json) -> list[Any]:
    """Return valid values of *schema* with every property and an item in every list: one for each arm of a union."""
    name = name_of(schema)
    if name:
        return full(SCHEMAS[name])
    if "anyOf" in schema:
        return [value for arm in schema["anyOf"] if arm.get("type") != "null" for value in full(arm)]
    if "properties" in schema:
        each = {name: full(node) for name, node in schema["properties"].items()}
        whole = {name: values[0] for name, values in each.items()}
        others = [{**whole, name: value} for name, values in each.items() for value in values[1:]]
        return [whole, *others]
    kind = _kinds(schema)[0]
    if kind == "array":
        return [[value] * max(1, schema.get("minItems", 0)) for value in full(schema["items"])]
    plain = PLAIN[kind] if "format" not in schema else OF_FORMAT[schema["format"]]
    return [schema["enum"][-1] if "enum" in schema else plain]


def plants(schema: Json) -> Iterator[Plant]:
    """Yield each difference that a reply of *schema* can have, planted in a value that is valid otherwise."""
    for value in full(schema):
        for place in _places(schema, value, ()):
            yield from _at(place, value)


def _at(place: _Place, whole: Any) -> Iterator[Plant]:
    kinds = _types(place.schema)
    pointer = "".join(f"/{step}" for step in place.steps)
    for other in [kind for kind in ("boolean", "string") if kind not in kinds][:1]:
        yield Plant(_with(whole, place.steps, PLAIN[other]), pointer, "type")
    if "null" not in kinds:
        yield Plant(_with(whole, place.steps, None), pointer, "null")
    schema = _resolved(place.schema, place.value)
    if "enum" in schema:
        yield Plant(_with(whole, place.steps, "never_seen"), pointer, "enum")
    if "format" in schema:
        yield Plant(_with(whole, place.steps, "soon"), pointer, "shape")
    for bound, step in (("minimum", -1), ("maximum", 1)):
        if bound in schema:
            yield Plant(_with(whole, place.steps, schema[bound] + step), pointer, "shape")
    if "properties" in schema:
        yield Plant(_with(whole, (*place.steps, "neverSeen"), "x"), f"{pointer}/neverSeen", "extra")
        for name in schema.get("required", ()):
            yield Plant(_without(whole, (*place.steps, name)), f"{pointer}/{name}", "absent")


def _places(schema: Json, value: Any, steps: tuple[str | int, ...]) -> Iterator[_Place]:
    yield _Place(schema, value, steps)
    inner = _resolved(schema, value)
    if is_list(value):
        for index, item in enumerate(value[:1]):
            yield from _places(inner["items"], item, (*steps, index))
    elif is_object(value):
        for name, node in inner.get("properties", {}).items():
            yield from _places(node, value[name], (*steps, name))


def _resolved(schema: Json, value: Any) -> Json:
    """Return the schema without references whose values have the type of *value*."""
    name = name_of(schema)
    if name:
        return _resolved(SCHEMAS[name], value)
    arms = (arm for arm in schema.get("anyOf", ()) if _json_type(value) in _types(arm))
    arm = next(arms, None)
    return schema if arm is None else _resolved(arm, value)


def _types(schema: Json) -> set[str]:
    name = name_of(schema)
    if name:
        return _types(SCHEMAS[name])
    if "anyOf" in schema:
        return {kind for arm in schema["anyOf"] for kind in _types(arm)}
    return set(_kinds(schema))


def _kinds(schema: Json) -> list[str]:
    found = schema.get("type", [*PLAIN, "array", "null"])  # A schema without a type admits each.
    return found if is_list(found) else [found]


def _json_type(value: Any) -> str:
    names = {bool: "boolean", int: "integer", float: "number", str: "string", list: "array", dict: "object"}
    return names[type(value)]


def _with(whole: Any, steps: tuple[str | int, ...], value: Any) -> Any:
    if not steps:
        return value
    changed = copy.deepcopy(whole)
    holder = changed
    for step in steps[:-1]:
        holder = holder[step]
    holder[steps[-1]] = value
    return changed


def _without(whole: Any, steps: tuple[str | int, ...]) -> Any:
    changed = _with(whole, steps, None)
    holder = changed
    for step in steps[:-1]:
        holder = holder[step]
    del holder[steps[-1]]
    return changed
