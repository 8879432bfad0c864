"""The arguments of the command of each operation, made of the spec by hand: no fact of the table is used."""

from __future__ import annotations

import json
from typing import Any

from tests.client.cases import SPEC, Operation, is_list

NAMES = {
    node["operationId"]: node["x-command"]["name"]
    for item in SPEC["paths"].values()
    for method, node in item.items()
    if method != "parameters" and "name" in node.get("x-command", {})
}
CONFIRMED = {
    node["operationId"]
    for item in SPEC["paths"].values()
    for method, node in item.items()
    if method != "parameters" and "confirm" in node.get("x-command", {})
}


def words_of(operation: Operation) -> list[str]:
    """Return the words of the command."""
    *groups, name = operation.call.split(".")
    words = [*groups, NAMES.get(operation.call, name)]
    return [word.replace("_", "-") for word in words]


def arguments_of(operation: Operation) -> list[str]:
    """Return a whole command with every parameter and the example of the body."""
    paths, named = operation.arguments
    found = [*words_of(operation), *map(str, paths)]
    for name, value in named.items():
        found += _option(name.replace("_", "-"), value)
    return [*found, *(["--yes"] if operation.call in CONFIRMED else [])]


def _option(name: str, value: Any) -> list[str]:
    if value is None:
        return ["--clear", name.replace("-", "_")]
    if isinstance(value, bool):
        return [f"--{'' if value else 'no-'}{name}"]
    if is_list(value) and not isinstance(value[0], dict):
        return [part for item in value for part in (f"--{name}", str(item))]
    return [f"--{name}", value if isinstance(value, str) else json.dumps(value)]
