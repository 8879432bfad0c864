"""Rules on the names that the document gives itself, in place of those made of its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..api.naming import fault_of_member, fault_of_name, function_name
from ..source.document import child
from .calls import arguments_of
from .registry import Finding, rule
from .schemas import SCHEMA_KINDS
from .shape import schema_kind
from .spec import Spec


@rule("given-names")
def given_names(spec: Spec) -> Iterator[Finding]:
    """`x-name` is the name in Python of a property, a parameter, or a body that is one argument.

    It is a public one in lower case that hides nothing of the module.

    Without it, the name is made of the name on the wire, with a number if another has it.
    """
    for node in spec.nodes(*SCHEMA_KINDS, "parameter"):
        name, place = node.value.get("x-name", ""), child(node.pointer, "x-name")
        body = node.parent == "media type" and schema_kind(spec.part(node.value, node.pointer).value) != "struct"
        if name and node.kind != "parameter" and node.pointer.split("/")[-2] != "properties" and not body:
            yield Finding(place, "`x-name` says nothing here.", "Write it at a property, a parameter or a body.")
        elif name and (fault := fault_of_name(name) or ("" if name == name.lower() else "has capitals")):
            yield Finding(place, f"`{name}` {fault}.", "Choose another name in snake_case.")


@rule("distinct-names")
def distinct_names(spec: Spec) -> Iterator[Finding]:
    """No two properties of an object, and no two arguments of a call, have the same `x-name`.

    No argument beside a body has the name of the call's function, `leads_create`, which calls itself.
    """
    for node in spec.nodes("struct"):
        given = {name: schema.get("x-name", "") for name, schema in node.value.get("properties", {}).items()}
        for name in _repeated(given):
            place = child(node.pointer, "properties", name, "x-name")
            yield Finding(place, f"another property is `{given[name]}` already.", "Choose another name.")
    for operation in spec.operations:
        at = {str(index): part.value.get("x-name", "") for index, part in enumerate(operation.parameters)}
        for index in _repeated(at):
            place = operation.parameters[int(index)].at
            yield Finding(place, f"another argument of `{operation.id}` is `{at[index]}`.", "Choose another name.")
        if operation.body and (name := function_name(operation.id)) in arguments_of(spec, operation):
            message = f"the argument `{name}` hides the function of `{operation.id}`."
            yield Finding(operation.pointer, message, "Give it another name with `x-name`.")


def _repeated(given: dict[str, str]) -> list[str]:
    """Return the keys of names that an earlier key has too."""
    seen = Counter[str]()
    found: list[str] = []
    for key, name in given.items():
        found += [key] if name and seen[name] else []
        seen[name] += 1
    return found


@rule("enumeration-names")
def enumeration_names(spec: Spec) -> Iterator[Finding]:
    """`x-enum-names` maps values of an enumeration to names of members in Python, in capitals and distinct.

    Without it, a name is the value in capitals, with a number if another value has it.
    """
    for node in spec.nodes("enumeration"):
        given, values = node.value.get("x-enum-names", {}), {str(value) for value in node.value.get("enum", [])}
        repeated = _repeated(given)
        for value, name in given.items():
            place = child(node.pointer, "x-enum-names", value)
            if values and value not in values:
                yield Finding(place, f"`{value}` is no value of the enumeration.", "Name one that it has.")
            elif name and (fault := fault_of_member(name)):
                yield Finding(place, f"`{name}` {fault}.", "Choose another name in capitals.")
            elif value in repeated:
                yield Finding(place, f"another member is `{name}` already.", "Choose another name.")
