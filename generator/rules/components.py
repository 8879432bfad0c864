"""Rules on components: names of classes and fields, required properties, descriptions, use."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..api.naming import fault_of_class
from ..source.document import child
from .registry import Finding, rule
from .schemas import OF_FORMS
from .spec import SCHEMAS, Spec

UNREAD = re.compile(r'["\\\x00-\x1f]')


@rule("component-names")
def component_names(spec: Spec) -> Iterator[Finding]:
    """A schema's name is CamelCase and becomes its class, so it must not be a name of Python, typing or our modules.

    Two names must differ in more than case, since readers would confuse them.
    """
    seen: dict[str, str] = {}
    for name in spec.schemas:
        pointer = child(SCHEMAS, name)
        if fault := fault_of_class(name):
            yield Finding(pointer, f"`{name}` {fault}.", "Choose another CamelCase name.")
        elif name.lower() in seen:
            message = f"`{name}` and `{seen[name.lower()]}` differ only in case."
            yield Finding(pointer, message, "Rename one of the two.")
        seen.setdefault(name.lower(), name)


@rule("property-names")
def property_names(spec: Spec) -> Iterator[Finding]:
    """The name of a property has no quote, no backslash and no control character, and is not `$ref`.

    msgspec reads and writes no such name in JSON; those of a form are escaped. Every tool takes `$ref` for a reference.
    """
    for node in spec.nodes("struct"):
        for name in node.value.get("properties", {}):
            if name == "$ref" or (UNREAD.search(name) and not node.pointer.endswith(OF_FORMS)):
                fault = "is taken for a reference" if name == "$ref" else "is a name that the client cannot read"
                remedy = "Describe the object as a map: `additionalProperties` with the type of its values."
                yield Finding(child(node.pointer, "properties", name), f"`{name}` {fault}.", remedy)


@rule("required-properties")
def required_properties(spec: Spec) -> Iterator[Finding]:
    """`required` lists existing properties, each once: a misspelt name would make a property optional."""
    for node in spec.nodes("struct"):
        required = node.value.get("required", [])
        for index, name in enumerate(required):
            pointer = child(node.pointer, "required", index)
            if name not in node.value.get("properties", {}):
                yield Finding(pointer, f"there is no property `{name}`.", "Correct the name, or remove it.")
            elif required.index(name) < index:
                yield Finding(pointer, f"`{name}` is listed twice.", "Remove one.")


@rule("some-property")
def some_property(spec: Spec) -> Iterator[Finding]:
    """An object with `properties` has at least one. An object without any is a free-form object and says so."""
    for node in spec.nodes("struct"):
        if node.value.get("properties") == {}:
            remedy = "Describe one, or write `additionalProperties: true` instead of `properties`."
            yield Finding(node.pointer, "the object has no properties.", remedy)


@rule("described")
def described(spec: Spec) -> Iterator[Finding]:
    """Every component and every property has a description; a property may have it through its `$ref`.

    The description becomes the docstring, which is all that a caller sees.
    """
    kinds = ("struct", "map", "array", "string", "integer", "number", "boolean", "scalars", "union", "enumeration")
    for node in spec.nodes(*kinds, "tagged union"):
        if "description" not in node.value and node.keyword in ("properties", "schemas"):
            what = "component" if node.keyword == "schemas" else "property"
            if not any(option.get("$ref") for option in node.value.get("anyOf", [])):
                name = node.pointer.rpartition("/")[2]
                yield Finding(node.pointer, f"the {what} `{name}` has no description.", "Add a description.")


@rule("unused-components")
def unused_components(spec: Spec) -> Iterator[Finding]:
    """An operation or a webhook uses every component; an unused one would be dropped or generated for nobody.

    The rule waits until no reference is broken, since the use may be there.
    """
    if spec.invalid:
        return
    components = spec.data.get("components", {})
    for section in ("schemas", "parameters", "headers", "responses"):
        for name, value in components.get(section, {}).items():
            pointer = child("/components", section, name)
            if not spec.uses.get(pointer) and "$ref" not in value:
                yield Finding(pointer, f"nothing uses `{name}`.", "Remove it, or refer to it.")
