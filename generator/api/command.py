"""What the document says about the command of an operation beyond its name and arguments. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .ir import Command, Operation, Shown, Struct

Node = dict[str, Any]


def command(
    operation: Operation, node: Node | None, operations: Mapping[str, Operation], structs: Mapping[str, Struct]
) -> Command | None:
    """Return what *node*, the `x-command` of *operation*, says."""
    if node is None:
        return None
    shows = (_shown(operations[each["call"]], each, structs) for each in node.get("shows", []))
    watch = _struct(operation, structs).python_name(node["watch"]) if "watch" in node else ""
    file = next((each.name for each in operation.placed("body") if each.wire == node.get("file")), "")
    return Command(node.get("name", ""), node.get("confirm", ""), tuple(shows), watch, file)


def _struct(operation: Operation, structs: Mapping[str, Struct]) -> Struct:
    item = operation.result.items[0] if operation.result.kind == "array" else operation.result
    return structs[item.name]


def _shown(read: Operation, node: Node, structs: Mapping[str, Struct]) -> Shown:
    struct = _struct(read, structs)
    fields = tuple(struct.python_name(wire) for wire in node.get("fields", []))
    return Shown(read.id, tuple(node["with"].items()), fields, node.get("count", ""))
