"""What the reference is written from: the spec as the generator understands it, and the files that it generates."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from generator.api.assemble import assemble
from generator.api.ir import Api, Enumeration, Operation, Resource, Struct
from generator.api.parse import parse
from generator.source.canonical import canonical
from generator.source.expand import expanded
from generator.source.load import read
from tools.docs.failure import SiteError

from . import package
from .package import Method

Node = dict[str, Any]
PACKAGE = Path("generated", "foxreach_client")
SUCH_AS = re.compile(r"such as ([\w-]+)")


@dataclass(frozen=True)
class Facts:
    """The whole client. *methods* are those of each resource; *modules* has the module of each model."""

    api: Api
    document: Node
    provenance: Node
    methods: Mapping[str, Mapping[str, Method]]
    modules: Mapping[str, str]

    @cached_property
    def structs(self) -> dict[str, Struct]:
        return {struct.name: struct for struct in self.api.structs}

    @cached_property
    def enumerations(self) -> dict[str, Enumeration]:
        return {each.name: each for each in self.api.enumerations}

    @cached_property
    def operations(self) -> dict[str, Operation]:
        return {operation.id: operation for operation in self.api.operations}

    @cached_property
    def calls(self) -> list[str]:
        """Every call that a client has, such as `leads.create` and `leads.upsert`."""
        return [f"{resource}.{name}" for resource, found in self.methods.items() for name in found]

    def schema(self, name: str) -> Node:
        """Return the schema of a model."""
        found: Node = self.document["components"]["schemas"][name]
        return found

    def example(self, operation: Operation, place: str) -> Any:
        """Return the example of the request or of a status; None if the spec has none."""
        found: Node = json.loads(operation.examples).get(place, {})
        several: Node = found.get("examples", {})
        return found.get("example", next((each["value"] for each in several.values()), None))

    def success(self, operation: Operation) -> tuple[str, Any]:
        """Return the first status of a success, and the example of its body."""
        return operation.good_statuses[0], self.example(operation, operation.good_statuses[0])

    def path_values(self, operation: Operation) -> dict[str, str]:
        """Return the example of each path parameter, which its description has."""
        found: dict[str, str] = {}
        for argument in operation.placed("path"):
            match = SUCH_AS.search(argument.description)
            if match is None:
                raise SiteError(
                    f"{operation.id}: {argument.name}: end its description in the spec with an example: 'such as ...'"
                )
            found[argument.name] = match[1]
        return found


@cache
def facts(root: Path) -> Facts:
    """Return the facts of the checkout at *root*."""
    document = expanded(canonical(read(root / "spec" / "foxreach.yaml")))
    models = list(package.models(root / PACKAGE))
    names = {(node.name, wire): name for _, node in models for wire, name in package.field_names(node)}
    api = assemble(document, parse(document), names, "")
    provenance: Node = json.loads((root / "spec" / "provenance.json").read_text("utf-8"))
    methods = {".".join(each.path): _methods(root, each) for each in api.all_resources}
    return Facts(api, document.data, provenance, methods, {node.name: module for module, node in models})


def _methods(root: Path, resource: Resource) -> dict[str, Method]:
    return package.methods(root / PACKAGE, resource.module, f"{resource.class_name}Resource")
