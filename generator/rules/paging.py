"""Rules on `x-page`: how the client reads the next page of a list, by number or by cursor."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..source.document import child
from .registry import Finding, rule
from .results import envelopes, taken
from .shape import schema_kind
from .spec import Operation, Part, Spec

META = ("page", "pageSize", "total", "totalPages")
WAYS = (("number", "meta"), ("cursor", "next"))
EITHER = "`number` and `meta`, or `cursor` and `next`"
CURSORS = ("string", "integer")


@rule("page")
def page(spec: Spec) -> Iterator[Finding]:
    """`x-page` names an integer query parameter, the list that `x-result` takes, and an object with page numbers.

    That object has the required integers page, pageSize, total and totalPages, which the client needs for paging. If
    there is a parameter with the size of a page, `size` names it: an integer with a maximum, for which the client asks.
    A list by cursor has `cursor` and `next` in place of `number` and `meta`.
    """
    for operation in spec.operations:
        facts, pointer = operation.value.get("x-page"), child(operation.pointer, "x-page")
        if not facts:
            continue
        ways = [way for way in WAYS if set(way) & facts.keys()]
        if len(ways) != 1 or not facts.keys() >= set(ways[0]):
            yield Finding(pointer, "`x-page` has no way to the next page.", f"Write either {EITHER}.")
        numbers = {part.value.get("name"): part.value.get("schema", {}) for part in operation.placed("query")}
        number = facts.get("number")
        if number and operation.complete and numbers.get(number, {}).get("type") != "integer":
            message = f"the query has no integer parameter `{number}`."
            yield Finding(child(pointer, "number"), message, "Name the parameter with the page number.")
        size = facts.get("size")
        if size and operation.complete and (size == number or not _sizes_pages(numbers.get(size, {}))):
            message = f"`{size}` is no integer parameter of its own with a minimum of 1 and a maximum."
            yield Finding(child(pointer, "size"), message, "Name the parameter with the size of a page.")
        if facts.get("items") and taken(operation) and facts["items"] != taken(operation):
            message = f"`{facts['items']}` is not the property in `x-result`."
            yield Finding(child(pointer, "items"), message, "Name the same property in both.")
        for envelope in envelopes(spec, operation):
            yield from _page_faults(spec, envelope, facts, pointer)


def _sizes_pages(schema: dict[str, Any]) -> bool:
    return schema.get("type") == "integer" and schema.get("minimum") == 1 and "maximum" in schema


@rule("cursor")
def cursor(spec: Spec) -> Iterator[Finding]:
    """`x-page.cursor` is a query parameter, and `x-page.next` leads to the cursor of the next page in the reply.

    Both are text or integers. The last page has null there, an empty text, or nothing. `next` may lead through objects,
    with dots: `meta.nextCursor`.
    """
    for operation in spec.operations:
        facts, pointer = operation.value.get("x-page", {}), child(operation.pointer, "x-page")
        queried = {part.value.get("name"): part.value.get("schema", {}) for part in operation.placed("query")}
        name = facts.get("cursor")
        if name and operation.complete and queried.get(name, {}).get("type") not in CURSORS:
            message = f"the query has no parameter `{name}` that is text or an integer."
            yield Finding(child(pointer, "cursor"), message, "Name the parameter with the cursor.")
        elif name and queried.get(name, {}) and _is_required(operation, name):
            message = f"the first page has no cursor, but `{name}` is required."
            yield Finding(child(pointer, "cursor"), message, "Remove `required` from the parameter.")
        for envelope in envelopes(spec, operation) if facts.get("next") else ():
            if not _leads_to_cursor(spec, envelope, facts["next"].split(".")):
                message = f"`{facts['next']}` leads to no text or integer in the reply."
                yield Finding(child(pointer, "next"), message, "Name the property with the cursor of the next page.")


def _is_required(operation: Operation, name: str) -> bool:
    return any(part.value.get("name") == name and part.value.get("required") for part in operation.placed("query"))


def _leads_to_cursor(spec: Spec, part: Part, names: list[str]) -> bool:
    """Return whether *names* lead from an object to a text or an integer, which may be null; True if that is unsure."""
    for name in names:
        found = spec.properties(part).get(name)
        if found is None:
            return False
        options = [spec.part(option, "") for option in found.value.get("anyOf", [])]
        part = next((option for option in options if schema_kind(option.value) != "null"), found)
    return schema_kind(part.value) in ("string", "integer", "")


def _page_faults(spec: Spec, envelope: Part, facts: dict[str, Any], pointer: str) -> Iterator[Finding]:
    properties = spec.properties(envelope)
    required = envelope.value.get("required", [])
    items, meta = facts.get("items", ""), facts.get("meta", "")
    if items in properties and items != meta and schema_kind(properties[items].value) not in ("array", ""):
        yield Finding(child(pointer, "items"), f"`{items}` is not an array.", "Name the property with the list.")
    if meta and (meta not in properties or meta not in required):
        message = f"the reply has no required property `{meta}`."
        yield Finding(child(pointer, "meta"), message, "Name the property with the page counts.")
    elif meta and (inner := properties[meta].value):
        known = {name for name, schema in inner.get("properties", {}).items() if schema.get("type") == "integer"}
        if missing := [name for name in META if name not in known & set(inner.get("required", []))]:
            message = f"`{meta}` has no required integer {', '.join(f'`{name}`' for name in missing)}."
            yield Finding(child(pointer, "meta"), message, "Add the four integers of a page.")
