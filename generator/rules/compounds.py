"""Rules on `x-upsert` and `x-bulk`: methods of several calls, of which the declaring operation is the first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from ..api.naming import fault_of_call, field_names
from ..source.document import child
from .calls import arguments_of
from .registry import Finding, rule
from .results import result
from .shape import schema_kind
from .spec import Operation, Part, Spec

UPSERT = "upsert"  # the name of the method that x-upsert adds
OPTIONS = {"rows", "checkpoint", "outcomes", "on_progress", "on_outcome", "batch_size"}


def _declared(spec: Spec, key: str) -> Iterator[tuple[Operation, str, dict[str, Any]]]:
    """Yield (operation, pointer, facts) for each operation that has the extension *key*."""
    for operation in spec.operations:
        if facts := operation.value.get(key):
            yield operation, child(operation.pointer, key), facts


def _method(key: str, facts: dict[str, Any]) -> str:
    return UPSERT if key == "x-upsert" else str(facts.get("method", ""))


@rule("compound-name")
def compound_name(spec: Spec) -> Iterator[Finding]:
    """`x-upsert` adds the method `upsert`, and `x-bulk` the one it names: no other method or resource has the name.

    The arguments of a bulk import have other names than its own options.
    """
    found = [
        (operation.id.rpartition(".")[0] + "." + _method(key, facts), pointer, key, facts, operation)
        for key in ("x-upsert", "x-bulk")
        for operation, pointer, facts in _declared(spec, key)
    ]
    tags = [tag.get("name", "") for tag in spec.data.get("tags", [])]
    taken = Counter([*(operation.id for operation in spec.operations), *tags, *(call for call, *_ in found)])
    for call, pointer, key, facts, operation in found:
        place = child(pointer, "method") if key == "x-bulk" else pointer
        fault = fault_of_call(_method(key, facts)) if _method(key, facts) else ""
        if fault:
            yield Finding(place, f"`{_method(key, facts)}` {fault}.", "Choose a lower snake_case name.")
        elif taken[call] > 1 and not call.endswith("."):
            yield Finding(place, f"something else is called `{call}`.", "Rename one of the two.")
        for name in sorted(OPTIONS & arguments_of(spec, operation).keys()) if key == "x-bulk" else ():
            yield Finding(pointer, f"the argument `{name}` has the name of an option.", "Rename the property.")


@rule("upsert")
def upsert(spec: Spec) -> Iterator[Finding]:
    """`x-upsert` is for a creation with a documented 409; `find` lists objects, `update` takes the id of one.

    All three have the same object as their result: the client compares, updates and returns it.
    """
    by_id = {operation.id: operation for operation in reversed(spec.operations)}
    for operation, pointer, facts in _declared(spec, "x-upsert"):
        if operation.method != "post" or "409" not in operation.replies:
            yield Finding(
                pointer, f"`{operation.id}` is not a POST with a documented 409.", "Document the 409, or remove this."
            )
        found, update = by_id.get(facts.get("find", "")), by_id.get(facts.get("update", ""))
        if facts.get("find") and (not found or found.method != "get" or not found.value.get("x-page")):
            message = f"`{facts['find']}` is not a paged list of this document."
            yield Finding(child(pointer, "find"), message, "Name the operation that lists the objects.")
        if facts.get("update") and not (update and _changes_one(spec, update)):
            message = f"`{facts['update']}` does not change one object by its id alone."
            yield Finding(child(pointer, "update"), message, "Name one with one path parameter and an optional body.")
        made = result(spec, operation)
        if made and found and update and made.value.get("properties"):
            yield from _different_results(spec, made, {"find": found, "update": update}, pointer)
            yield from _unknown_fields(spec, made, facts, pointer)
        if found and operation.complete and found.complete:
            yield from _wrong_keys(spec, (operation, found), facts, child(pointer, "with"))


def _changes_one(spec: Spec, update: Operation) -> bool:
    required = [name for name, needed in arguments_of(spec, update).items() if needed]
    return update.method in ("patch", "put") and len(update.placed("path")) == len(required) == 1


def _different_results(spec: Spec, made: Part, others: dict[str, Operation], pointer: str) -> Iterator[Finding]:
    for key, operation in others.items():
        part = result(spec, operation)
        if part and key == "find":
            part = spec.part(part.value.get("items", {}), part.pointer)
        if part and part.pointer != made.pointer:
            message = f"`{operation.id}` has another object as its result than the creation."
            yield Finding(child(pointer, key), message, "Name an operation of the same object.")


def _unknown_fields(spec: Spec, made: Part, facts: dict[str, Any], pointer: str) -> Iterator[Finding]:
    properties = spec.properties(made)
    for key, fits in (("id", ""), ("created-at", "date-time-local")):
        name = facts.get(key, "")
        if name and (name not in properties or properties[name].value.get("format", "") != fits):
            yield Finding(child(pointer, key), f"the object has no such property `{name}`.", "Name one that it has.")
    names = field_names(made.value["properties"]).values()
    for theirs, ours in facts.get("with", {}).items():
        if ours and ours not in names:
            place = child(pointer, "with", theirs)
            yield Finding(place, f"the object has no property for `{ours}`.", "Name a field that the object has too.")


def _wrong_keys(
    spec: Spec, operations: tuple[Operation, Operation], facts: dict[str, Any], pointer: str
) -> Iterator[Finding]:
    ours, theirs = (arguments_of(spec, operation) for operation in operations)
    for name, source in facts.get("with", {}).items():
        if name not in theirs:
            message = f"`{operations[1].id}` has no argument `{name}`."
            yield Finding(child(pointer, name), message, "Name one of its arguments.")
        elif source and not ours.get(source):
            message = f"`{operations[0].id}` has no required argument `{source}`."
            yield Finding(child(pointer, name), message, "Name one that is always there.")
    if facts.get("with") == {}:
        yield Finding(pointer, "no argument finds the object.", "Name the natural key.")


@rule("bulk")
def bulk(spec: Spec) -> Iterator[Finding]:
    """`x-bulk` names the list of rows of an idempotent call, with `maxItems`, and the properties of its report.

    A row has its key as a required property. The counts are integers, the duplicates a list of texts, and the refusals
    a list of objects with the key and the reason.
    """
    for operation, pointer, facts in _declared(spec, "x-bulk"):
        if operation.value.get("x-call", {}).get("repeat") == "never" or operation.placed("path"):
            message = f"`{operation.id}` may not be repeated, or belongs to one object."
            yield Finding(pointer, message, "Declare it on an idempotent operation without path parameters.")
        bodies = [spec.part(part.value, part.pointer) for part in (operation.body.schemas() if operation.body else ())]
        body = bodies[0] if bodies else Part(pointer, pointer, {})
        rows = spec.properties(body).get(facts.get("rows", ""), Part("", "", {}))
        row = spec.part(rows.value.get("items", {}), rows.pointer)
        if facts.get("rows") and ("maxItems" not in rows.value or "properties" not in row.value):
            message = f"`{facts['rows']}` is not a list of objects with `maxItems`."
            yield Finding(child(pointer, "rows"), message, "Name the property with the rows.")
        elif facts.get("key") and facts["key"] not in row.value.get("required", []):
            message = f"a row has no required property `{facts['key']}`."
            yield Finding(child(pointer, "key"), message, "Name the one by which the server tells rows apart.")
        report = result(spec, operation)
        if report and report.value.get("properties"):
            yield from _wrong_report(spec, report, facts, pointer)


def _wrong_report(spec: Spec, report: Part, facts: dict[str, Any], pointer: str) -> Iterator[Finding]:
    properties = spec.properties(report)
    kinds = {name: schema_kind(part.value) for name, part in properties.items()}
    for purpose, name in facts.get("counts", {}).items():
        if name and kinds.get(name) != "integer":
            place = child(pointer, "counts", purpose)
            yield Finding(place, f"the report has no integer `{name}`.", "Name the property with the count.")
    named, refusals = facts.get("duplicates", ""), facts.get("refusals", {})
    if named and (kinds.get(named) != "array" or properties[named].value.get("items", {}).get("type") != "string"):
        yield Finding(
            child(pointer, "duplicates"), f"`{named}` is not a list of texts.", "Name the list of duplicates."
        )
    listed = properties.get(refusals.get("items", ""), Part("", "", {}))
    item = spec.part(listed.value.get("items", {}), listed.pointer).value.get("properties", {})
    place = child(pointer, "refusals")
    if refusals.get("items") and not item:
        message = f"`{refusals['items']}` is not a list of objects."
        yield Finding(child(place, "items"), message, "Name the list of refused rows.")
    for key in ("key", "reason"):
        if item and refusals.get(key) and refusals[key] not in item:
            message = f"a refused row has no property `{refusals[key]}`."
            yield Finding(child(place, key), message, "Name one that it has.")
