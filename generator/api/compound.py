"""Operations made of several calls, as the document declares them beside the call that they begin with. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from .ir import Bulk, Operation, Struct, Upsert

Node = dict[str, Any]


def with_compounds(
    operation: Operation, node: Node, operations: Mapping[str, Operation], structs: Mapping[str, Struct]
) -> Operation:
    """Return *operation*, declared by *node*, with the upsert and the bulk import that begin with it."""
    upsert, bulk = node.get("x-upsert"), node.get("x-bulk")
    return replace(
        operation,
        upsert=_upsert(operation, upsert, operations[upsert["update"]], structs) if upsert else None,
        bulk=_bulk(operation, bulk, structs) if bulk else None,
    )


def _upsert(operation: Operation, node: Node, update: Operation, structs: Mapping[str, Struct]) -> Upsert:
    keys, result = set(node["with"].values()), structs[operation.result.name]
    sent = [argument.name for argument in operation.placed("body") if argument.name not in keys]
    changed = {argument.name for argument in update.placed("body")}
    return Upsert(
        find=node["find"],
        arguments=tuple(node["with"].items()),
        update=node["update"],
        identifier=result.python_name(node["id"]),
        created_at=result.python_name(node["created-at"]),
        fields=tuple(name for name in sent if name in changed),
        created_only=tuple(name for name in sent if name not in changed),
    )


def _bulk(operation: Operation, node: Node, structs: Mapping[str, Struct]) -> Bulk:
    rows = next(argument for argument in operation.placed("body") if argument.wire == node["rows"])
    report = structs[operation.result.name]
    refusals = next(field for field in report.fields if field.wire == node["refusals"]["items"])
    refused = structs[refusals.type.items[0].name]
    counts = ((purpose, report.python_name(wire)) for purpose, wire in node["counts"].items())
    return Bulk(
        name=node["method"],
        rows=rows.name,
        row=rows.type.items[0].name,
        limit=int(dict(rows.bounds)["maxItems"]),
        key=structs[rows.type.items[0].name].python_name(node["key"]),
        names=(
            *counts,
            ("duplicate_keys", report.python_name(node["duplicates"])),
            ("refusals", refusals.name),
            ("refusal_key", refused.python_name(node["refusals"]["key"])),
            ("refusal_reason", refused.python_name(node["refusals"]["reason"])),
        ),
    )
