"""One form for objects: fixed properties or a map, the tags of unions, null beside a class of its own. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .document import is_mapping, joined, list_in, without
from .merge import START

Node = dict[str, Any]

# Keywords that say the type of a value.
TYPED = frozenset({"$ref", "type", "items", "additionalProperties", "properties", "anyOf", "oneOf", "allOf", "enum"})


def _options(union: Any) -> Iterator[tuple[str, str]]:
    """Yield the options of a tagged union, each as a reference and the name of its component."""
    for option in list_in(union, "oneOf") if is_mapping(union) and is_mapping(union.get("discriminator")) else ():
        if is_mapping(option) and isinstance(option.get("$ref"), str):
            yield option["$ref"], option["$ref"].removeprefix(START)


def tags(schemas: Node) -> Iterator[tuple[tuple[str, str], str | None]]:
    """Yield the properties that tell the options of unions apart, by schema and name, with its value in `mapping`."""
    for union in schemas.values():
        for ref, name in _options(union):
            found = union["discriminator"].get("mapping")
            keys = [key for key, target in found.items() if target == ref] if is_mapping(found) else []
            yield (name, str(union["discriminator"].get("propertyName"))), keys[0] if len(keys) == 1 else None


def as_tag(node: Node, mapped: str | None) -> Node:
    """Return the tag of an object of a union with its constant: its only value, or the one in the mapping."""
    values = list_in(node, "enum")
    if "const" in node or node.get("type") != "string" or (not values and mapped is None):
        return node
    if values and (len(values) > 1 or not isinstance(values[0], str)):
        return node
    return {**without(node, "enum"), "const": values[0] if values else mapped}


def mapped(union: Node, schemas: Node) -> Node:
    """Return a tagged union with its mapping, which the constants of its options tell."""
    discriminator = union.get("discriminator")
    if not is_mapping(discriminator) or "mapping" in discriminator:
        return union
    tag, mapping = str(discriminator.get("propertyName")), dict[str, str]()
    for ref, name in _options(union):
        option = schemas.get(name)
        properties = option.get("properties") if is_mapping(option) else None
        schema = properties.get(tag) if is_mapping(properties) else None
        value = as_tag(schema, None).get("const") if is_mapping(schema) else None
        if isinstance(value, str):
            mapping[value] = ref
    return {**union, "discriminator": {**discriminator, "mapping": mapping}} if mapping else union


def as_one_of(node: Node) -> Node:
    """Return a union with a discriminator, which tells one option, as `oneOf`."""
    named = "anyOf" in node and "discriminator" in node and "oneOf" not in node
    return {"oneOf" if key == "anyOf" else key: value for key, value in node.items()} if named else node


def is_null_too(node: Node) -> bool:
    """Return whether a class of its own may be null: an enumeration, an object, a tagged union."""
    tagged = "discriminator" in node and {"type": "null"} in list_in(node, "oneOf")
    return tagged or None in list_in(node, "enum") or ("null" in list_in(node, "type") and "properties" in node)


def without_own_null(node: Node) -> Node:
    options = [option for option in list_in(node, "oneOf") if option != {"type": "null"}]
    kinds = [kind for kind in list_in(node, "type") if kind != "null"]
    node = {**node, "oneOf": options} if options else node
    return {**node, "type": kinds[0]} if len(kinds) == 1 and "enum" not in node else node


def as_object(node: Node) -> Node:
    """Return an object with its properties, or as a map of values.

    Properties that are not described are never sent and never read, whether they are allowed or not. If their type is
    described, the object is a map, and its words name the properties that are fixed.
    """
    if "object" not in (node.get("type"), *list_in(node, "type")):
        return node
    others, properties = node.get("additionalProperties", {}), node.get("properties")
    free = others in (True, {})
    if properties is None:
        return {**node, "additionalProperties": True} if free else node
    if free or others is False or not is_mapping(properties) or not is_mapping(others):
        return without(node, "additionalProperties")
    names = ", ".join(f"`{name}`" for name in properties)
    kept = {key: value for key, value in node.items() if key not in ("properties", "required", "x-personal")}
    words = joined(node.get("description"), f"Of its keys, these are known: {names}.")
    return {**kept, "additionalProperties": _any_of([others, *properties.values()]), "description": words}


def as_list(node: Node) -> Node:
    """Return a list with types by place as one of the union of them; which one is where stays in words."""
    parts, rest = list_in(node, "prefixItems"), node.get("items")
    if not parts or "array" not in (node.get("type"), *list_in(node, "type")):
        return node
    union = _any_of([*parts, *([rest] if is_mapping(rest) else [])])
    return {**node, "items": {"x-any": True} if union is True else union}


def _any_of(schemas: list[Any]) -> Any:
    """Return the type of a value that is of one of the types, True if these cannot be told apart in JSON."""
    bare = [{key: value for key, value in one.items() if key in TYPED} if is_mapping(one) else one for one in schemas]
    distinct = [schema for index, schema in enumerate(bare) if schema not in bare[:index]]
    kinds = [schema.get("type") if is_mapping(schema) else None for schema in distinct]
    if len(distinct) == 1:
        return distinct[0]
    plain = all(isinstance(kind, str) for kind in kinds) and len({*kinds}) == len(kinds)
    return {"anyOf": distinct} if plain and not {"integer", "number"} <= {*kinds} else True
