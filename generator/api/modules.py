"""Distributes the models over modules, so that the first use of a resource loads only the models that it needs. Pure.

A model belongs to the one resource that uses it, directly or within another model, or to the deliveries of webhooks. A
model that several use is shared. So a module of models needs no other one except the shared one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from ..source.document import Document, is_mapping
from .naming import function_name

SHARED, DELIVERIES = "_shared", "_deliveries"  # The name of a resource has no underscore at its beginning.
STATEMENT = re.compile(
    r"^(?=[^\W\d])", re.MULTILINE
)  # Inside of a class or an alias, no letter is in the first column.
DEFINITION = re.compile(r"class (\w+)|(\w+):")


@dataclass(frozen=True)
class Module:
    """One module of models: the source of each class or alias by name, in the order of the document."""

    name: str
    description: str
    models: Mapping[str, str]


@dataclass(frozen=True)
class Modules:
    """The modules of models by name, the shared one first, and the *imports* that they need together."""

    imports: str
    by_name: Mapping[str, Module]

    def used_by(self, name: str) -> list[Module]:
        """Return the modules that what belongs to the resource or module *name* imports: the shared one and its own."""
        return [module for module in self.by_name.values() if module.name in (SHARED, name) and module.models]


def modules(document: Document, source: str) -> Modules:
    """Return the models in *source* by module. Each resource has a module, even if it has no model of its own."""
    places = _places(document)
    imports: list[str] = []
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for statement in STATEMENT.split(source):
        if definition := DEFINITION.match(statement):
            name: str = definition[1] or definition[2]
            found[places.get(name, SHARED)][name] = statement
        elif not statement.startswith("#"):
            imports.append(statement)
    described = {
        SHARED: "The models that several resources use.",
        **{name: f"The models that only `{tag}` uses." for tag, name in _tags(document).items()},
        **({DELIVERIES: "The models of the deliveries of webhooks."} if DELIVERIES in found else {}),
    }
    return Modules("".join(imports), {name: Module(name, words, found[name]) for name, words in described.items()})


def reached(document: Document, nodes: Iterable[object]) -> set[str]:
    """Return the names of the schemas that *nodes* refer to, directly or through other components."""
    waiting = list(nodes)
    found: set[str] = set()
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting += cast("list[object]", node)
        elif is_mapping(node):
            waiting += node.values()
            try:
                pointer, target = document.resolve(node)
            except LookupError:  # A value in an example: the rules see that each reference leads to a component.
                continue
            if "$ref" in node and pointer not in found:
                found.add(pointer)
                waiting.append(target)
    return {pointer.rpartition("/")[2] for pointer in found}


def _tags(document: Document) -> dict[str, str]:
    """Return the module of each resource by its tag."""
    return {tag["name"]: function_name(tag["name"]) for tag in document.data["tags"]}


def _places(document: Document) -> dict[str, str]:
    """Return the name of the module of each schema."""
    tags = _tags(document)
    nodes: dict[str, list[Any]] = defaultdict(list)
    for item in document.data["paths"].values():
        for operation in (node for node in item.values() if is_mapping(node)):
            nodes[tags[operation["tags"][0]]] += [operation, item.get("parameters", [])]
    used = {name: reached(document, some) for name, some in nodes.items()}
    rest = document.data["components"]["schemas"].keys() - set[str]().union(*used.values())
    refs = ({"$ref": f"#/components/schemas/{name}"} for name in rest)  # Among them is the union of all deliveries.
    used[DELIVERIES] = reached(document, [document.data.get("webhooks", {}), *refs])
    places: dict[str, str] = {}
    for module, names in used.items():
        places |= {name: SHARED if name in places else module for name in names}
    return places
