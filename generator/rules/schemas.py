"""Rules on the form of schemas: what has a name, what is inline, what may be null."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..source.bodies import FORMS
from ..source.document import child, is_list, is_mapping
from .registry import Finding, rule
from .shape import Node, schema_kind
from .spec import SCHEMAS, Spec

SCHEMA_KINDS = (
    "schema reference", "struct", "map", "array", "string", "integer", "number", "boolean", "null", "scalars",
    "constant", "enumeration", "union", "tagged union", "any",
)  # fmt: skip
# The JSON type of each kind of schema. Two options of a union with one JSON type cannot be distinguished.
IN_JSON = {
    "struct": "object", "tagged union": "object", "map": "object", "enumeration": "string", "constant": "string",
}  # fmt: skip


def _is_component(node: Node) -> bool:
    return node.parent == "components" and node.keyword == "schemas"


OF_FORMS = tuple(child("", "content", name, "schema") for name in sorted(FORMS))  # How the pointer of a form ends.


@rule("named-types")
def named_types(spec: Spec) -> Iterator[Finding]:
    """Objects with properties, enumerations and tagged unions are components and are used by reference.

    The two code generators invent different names for inline ones. The fields of a form are arguments and need none.
    """
    for node in spec.nodes("struct", "enumeration", "tagged union"):
        if not _is_component(node) and not node.pointer.endswith(OF_FORMS):
            yield Finding(node.pointer, f"the {node.kind} has no name.", "Move it to the components, and refer to it.")


@rule("null-form")
def null_form(spec: Spec) -> Iterator[Finding]:
    """A nullable value is `type: [x, 'null']`, or `anyOf` a `$ref` and `type: 'null'`; a named schema is never null.

    A named schema is nullable in some places and not in others, and null alone is no type.
    """
    for node in spec.nodes(*SCHEMA_KINDS):
        named = node.value.get("type")
        if node.kind == "null" and node.keyword != "anyOf":
            yield Finding(node.pointer, "null alone is not a type.", "Write the type, with 'null' beside it.")
        elif node.kind in ("scalars", "null"):
            continue
        elif is_list(named) and (len(named) != 2 or named[1] != "null" or named[0] == "null"):
            yield Finding(child(node.pointer, "type"), f"the types are {named}.", "Write `type: [x, 'null']`.")
        elif is_list(named) and (_is_component(node) or node.kind in ("enumeration", "constant", "struct")):
            remedy = "Write the type alone, and `anyOf` with `type: 'null'` where it is used."
            yield Finding(child(node.pointer, "type"), "a named schema may be null.", remedy)


@rule("union-form")
def union_form(spec: Spec) -> Iterator[Finding]:
    """The options of an `anyOf` or a list of types differ in JSON: text, number, array, object, null...

    msgspec cannot decode a union of two objects without a tag, nor text that may also be a time.
    """
    for node in spec.nodes("union", "scalars"):
        names: list[str] = node.value.get("type", [])
        options: list[dict[str, Any]] = node.value.get("anyOf") or [{"type": name} for name in names]
        meanings = [spec.part(option, child(node.pointer, "anyOf", i)).value for i, option in enumerate(options)]
        kinds = [IN_JSON.get(schema_kind(meaning), schema_kind(meaning)) for meaning in meanings]
        if len(options) < 2:
            yield Finding(node.pointer, "the union has fewer than two options.", "Write the option without `anyOf`.")
        elif _repeat(kinds):
            message = f"two options are `{_repeat(kinds)}` in JSON."
            yield Finding(node.pointer, message, "Merge them; for objects, use `oneOf` with a discriminator.")
        elif unfit := next((w for pair in zip(options, meanings, strict=True) if (w := _unfit_for_union(*pair))), ""):
            message = f"{unfit} cannot be distinguished in a union."
            yield Finding(node.pointer, message, "Use plain text, or a property of its own.")
        elif "null" in kinds and len(kinds) == 2 and "$ref" not in {key for option in options for key in option}:
            yield Finding(node.pointer, "one type and null are not a union.", "Write `type: [x, 'null']`.")


def _repeat(kinds: list[str]) -> str:
    """Return a kind that occurs twice, '' if none does. In JSON, integer and number are the same kind."""
    merged = ["number" if kind == "integer" else kind for kind in kinds]
    return next((kind for kind in merged if kind and merged.count(kind) > 1), "")


def _unfit_for_union(option: dict[str, Any], meaning: dict[str, Any]) -> str:
    """Return why a reader could not distinguish an option of a union, '' if it can."""
    if schema_kind(meaning) in ("union", "scalars"):
        return "a union"
    if "format" in meaning:
        return f"a {meaning['format']}"
    return "null beside a type" if is_list(option.get("type")) else ""


@rule("tagged-union")
def tagged_union(spec: Spec) -> Iterator[Finding]:
    """A `oneOf` lists named objects, each with its own required constant in the discriminator's property.

    The mapping names all of them and nothing else, so that this one text determines the type.
    """
    for node in spec.nodes("tagged union"):
        tag = node.value.get("discriminator", {}).get("propertyName", "")
        mapping = node.value.get("discriminator", {}).get("mapping", {})
        constants: dict[str, str] = {}
        for index, option in enumerate(node.value.get("oneOf", [])):
            member = spec.part(option, child(node.pointer, "oneOf", index))
            constant = member.value.get("properties", {}).get(tag, {}).get("const")
            pointer = child(node.pointer, "oneOf", index)
            if member.value and ("$ref" not in option or not constant or tag not in member.value.get("required", [])):
                message = f"an option is not a named object with the required constant `{tag}`."
                yield Finding(pointer, message, f"Give it `{tag}: {{type: string, const: ...}}`.")
            elif constant in constants:
                yield Finding(pointer, f"`{constant}` is the constant of two options.", "Make them distinct.")
            constants.setdefault(constant or "", option.get("$ref", ""))
        wrong = {key for key in constants.keys() | mapping.keys() if key and constants.get(key) != mapping.get(key)}
        if tag and mapping and wrong:
            message = f"the mapping and the options disagree about {', '.join(f'`{key}`' for key in sorted(wrong))}."
            lines = ", ".join(f'`{key}: "{constants[key]}"`' for key in sorted(wrong & constants.keys()))
            remedy = f"Write {lines} here." if lines else "Add each to `oneOf`, or remove it."
            yield Finding(child(node.pointer, "discriminator", "mapping"), message, remedy)


@rule("personal")
def personal(spec: Spec) -> Iterator[Finding]:
    """A property that holds text or a free-form object says with `x-personal` whether that is about a person.

    Reprs hide names, addresses, texts that people wrote and secrets, and show the rest. `x-personal: true` on an object
    holds for all its properties that say nothing; false does not, as a new property would then be shown unasked.
    """
    for node in spec.nodes(*SCHEMA_KINDS):
        if "x-personal" in node.value and not _says_what_is_personal(node):
            message = "`x-personal` says nothing here."
            yield Finding(child(node.pointer, "x-personal"), message, "Write it at a property that holds text.")
    for node in spec.nodes("struct"):
        shown = "x-personal" in node.value or node.pointer.endswith(OF_FORMS)  # A form has no repr.
        silent: dict[str, dict[str, Any]] = {} if shown else node.value.get("properties", {})
        for name, schema in silent.items():
            if "x-personal" not in schema and holds_text(schema):
                remedy = "Write `x-personal: true` for names, addresses, texts of people and secrets, else `false`."
                yield Finding(child(node.pointer, "properties", name), f"`{name}` may be about a person.", remedy)


@rule("deprecated-place")
def deprecated_place(spec: Spec) -> Iterator[Finding]:
    """`deprecated` is said of an operation, a parameter, a property or a component.

    An argument that is passed, and a field that is read, warns then; of a component its docstring says so.
    """
    for node in spec.nodes(*SCHEMA_KINDS):
        if "deprecated" in node.value and node.pointer.split("/")[-2] != "properties":
            message = "`deprecated` says nothing here."
            yield Finding(child(node.pointer, "deprecated"), message, "Write it at the property or the parameter.")


def _says_what_is_personal(node: Node) -> bool:
    """Return True if this is a property that holds text, or true at a whole object."""
    if node.kind == "struct":
        return node.value["x-personal"] is True
    return node.pointer.split("/")[-2] == "properties" and holds_text(node.value)


def holds_text(schema: dict[str, Any]) -> bool:
    """Return True for text but times and enumerations, for free-form objects, and for lists of either."""
    options: list[dict[str, Any]] = schema.get("anyOf", [])
    kind = schema_kind(schema)
    if kind == "array":
        return holds_text(schema.get("items", {}))
    return (
        any(map(holds_text, options))
        or kind in ("map", "scalars", "any")
        or (kind == "string" and "format" not in schema)
    )


@rule("recursion")
def recursion(spec: Spec) -> Iterator[Finding]:
    """An object may contain itself, in a list, in a map, or as a property that can be absent or null; nothing else.

    An object that requires itself has no end, and a list or a union that contains itself has no name in Python.
    """
    needed = {name: set(_needed_names(spec, schema)) for name, schema in spec.schemas.items()}
    nameless = {
        name: set(_names_below(spec, schema))
        for name, schema in spec.schemas.items()
        if schema_kind(schema) not in ("struct", "enumeration")
    }
    for name in _contained(needed):
        yield Finding(child(SCHEMAS, name), f"`{name}` requires itself.", "Make the property optional or nullable.")
    for name in _contained(nameless):
        message = f"`{name}` contains itself and is no object."
        yield Finding(child(SCHEMAS, name), message, "Write `additionalProperties: true` where it contains itself.")


def _contained(inner: dict[str, set[str]]) -> Iterator[str]:
    """Yield the names that lead to themselves."""
    for name, direct in inner.items():
        seen: set[str] = set()
        queue = list(direct)
        while queue:
            found = queue.pop()
            queue += () if found in seen else inner.get(found, ())
            seen.add(found)
        if name in seen:
            yield name


def _needed_names(spec: Spec, schema: dict[str, Any]) -> Iterator[str]:
    """Yield the names of the components that an object cannot be without."""
    options: list[dict[str, Any]] = schema.get("oneOf", [])
    if len(options) == 1:
        yield spec.name(options[0])
    for name in schema.get("required", []):
        yield spec.name(schema.get("properties", {}).get(name, {}))


def _names_below(spec: Spec, schema: Any) -> Iterator[str]:
    """Yield the names of the components that a schema refers to directly."""
    if is_mapping(schema):
        if isinstance(schema.get("$ref"), str):
            yield spec.name(schema)
        for value in schema.values():
            yield from _names_below(spec, value)
    elif is_list(schema):
        for value in schema:
            yield from _names_below(spec, value)
