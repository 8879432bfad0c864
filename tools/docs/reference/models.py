"""The pages of the models: their fields, the values of enumerations, and the operations that use them. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.api.ir import Bounds, Enumeration, Field, Struct, Type
from generator.output.signatures import result
from tools.docs.failure import SiteError

from .facts import Facts
from .markup import Links, code, definitions, label, target

WORDS = {
    "minimum": "from {}",
    "maximum": "to {}",
    "minLength": "at least {} characters",
    "maxLength": "at most {} characters",
    "minItems": "at least {} items",
    "maxItems": "at most {} items",
    "pattern": "matches `{}`",
    "format": "format {}",
}
PLACES = {"_shared": ("shared", "Shared models"), "_deliveries": ("deliveries", "Models of deliveries")}


def pages(facts: Facts, links: Links) -> dict[str, str]:
    """Return the page of the models of each module, by its path."""
    by_module: dict[str, list[str]] = defaultdict(list)
    for name in [*facts.structs, *facts.enumerations]:
        by_module[facts.modules[name]].append(name)
    users = _users(facts)
    return {
        f"models/{file}.md": _page(facts, links, title, names, users)
        for module, names in sorted(by_module.items())
        for file, title in [PLACES.get(module) or (module.replace("_", "-"), f"Models of {_resource(facts, module)}")]
    }


def _resource(facts: Facts, module: str) -> str:
    return next(".".join(each.path) for each in facts.api.all_resources if each.module == module)


def _page(facts: Facts, links: Links, title: str, names: list[str], users: dict[str, list[str]]) -> str:
    sections: list[str] = []
    for name in names:
        schema = facts.schema(name)
        words = schema.get("description")
        if not words:
            raise SiteError(f"the model {name} has no description: add one to its schema in the spec")
        used = ", ".join(links.name(call) for call in users.get(name, []))
        enumeration = facts.enumerations.get(name)
        content = _values(enumeration) if enumeration else definitions(fields(links, facts.structs[name]))
        parts = [target(f"models.{name}"), f"## {name}", links.prose(words), content, used and f"Used by {used}."]
        sections.append("\n\n".join(part for part in parts if part))
    example = max(names, key=lambda name: len(users.get(name, [])))
    head = f"Import a model from `foxreach_client`, for example `from foxreach_client import {example}`."
    return "\n\n".join([f"# {title}", head, *sections]) + "\n"


def fields(links: Links, struct: Struct) -> dict[str, str]:
    """Return the words about each field of *struct*, by its name, its type and what else is known of it."""
    entries: dict[str, str] = {}
    for field in struct.fields:
        term = " ".join([f"`{field.name}`", links.type(_type(field.type)), *_notes(field)])
        if not field.description:
            raise SiteError(
                f"the field {struct.name}.{field.name} has no description: add one to its schema in the spec"
            )
        entries[term] = links.prose(field.description)
    return entries


def _notes(field: Field) -> list[str]:
    return [
        *([label("optional")] if not field.required else []),
        *([label(f"in JSON {code(field.wire)}")] if field.wire != field.name else []),
        *(label(each) for each in bounds_of(field.bounds)),
        *([label("deprecated")] if field.deprecated else []),
    ]


def _type(type_: Type) -> str:
    return result(type_, enumeration="{}").replace("models.", "")


def bounds_of(bounds: Bounds) -> Iterator[str]:
    """Yield the bounds in words."""
    for keyword, value in bounds:
        *inner, name = keyword.split(".")
        place = {"items": "each item ", "values": "each value "}.get(inner[0], "") if inner else ""
        if name in WORDS and name != "format":
            yield place + WORDS[name].format(f"{value:,}" if isinstance(value, int) else value)


def _values(enumeration: Enumeration) -> str:
    entries = [
        f"- `{enumeration.name}.{member}` = `{value!r}`".replace("'", '"')
        for member, value in zip(enumeration.members, enumeration.values, strict=True)
    ]
    more = (
        "The list is incomplete: other values may be sent, and a reply may have them."
        if enumeration.open
        else "A reply may have a value that is not listed; it becomes a value of the same class."
    )
    return "\n".join(entries) + f"\n\n{more}"


def _users(facts: Facts) -> dict[str, list[str]]:
    """Return the operations that use each model, as argument, body or result, directly or within another one."""
    found: dict[str, list[str]] = defaultdict(list)
    for operation in facts.api.operations:
        types = [operation.result, *(each.type for each in operation.arguments)]
        names = {operation.body, *(reply.model for reply in operation.replies if reply.succeeds)} - {""}
        for name in sorted(_within(facts, [*types, *(Type("struct", each) for each in names)], set())):
            found[name].append(operation.id)
    for delivery in facts.api.deliveries:
        for name in _within(facts, [Type("struct", delivery.model)], set()):
            found[name].append(f"events.{delivery.event}")
    return found


def _within(facts: Facts, types: list[Type], seen: set[str]) -> set[str]:
    for type_ in types:
        if type_.name and type_.name not in seen:
            seen.add(type_.name)
            struct = facts.structs.get(type_.name)
            _within(facts, [each.type for each in struct.fields] if struct else [], seen)
        _within(facts, list(type_.items), seen)
    return seen
