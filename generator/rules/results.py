"""Rules on `x-result`: what a method returns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..api.naming import PLACEHOLDER, field_names
from ..source.bodies import FILE, is_text
from ..source.document import child
from .registry import Finding, rule
from .remedies import for_missing
from .shape import schema_kind
from .spec import Operation, Part, Spec

FITS: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "boolean": (bool,),
    "integer": (int,),
    "number": (int, float),
}
WHOLE = "whole"  # The value of `x-result` if the reply itself is the result.


def envelopes(spec: Spec, operation: Operation) -> list[Part]:
    """Return the schemas of the replies that bring a result, without repetition."""
    schemas = [schema for reply in operation.successes.values() for schema in reply.schemas()]
    parts = [spec.part(schema.value, schema.at) for schema in schemas]
    return list({part.pointer: part for part in parts if schema_kind(part.value) == "struct"}.values())


def _bare(spec: Spec, operation: Operation) -> list[Part]:
    """Return the schemas of the JSON of successes that are no objects with properties."""
    schemas = [schema for reply in operation.successes.values() for schema in reply.schemas() if schema.value != FILE]
    parts = [spec.part(schema.value, schema.at) for schema in schemas]
    return [part for part in parts if schema_kind(part.value) not in ("struct", "")]


def taken(operation: Operation) -> str:
    return str(operation.value.get("x-result", {}).get("take", ""))


def result(spec: Spec, operation: Operation) -> Part | None:
    """Return the schema of what the method returns, None when the document does not say it well."""
    found = envelopes(spec, operation)
    if found and taken(operation) == WHOLE:
        return found[0]
    part = spec.properties(found[0]).get(taken(operation)) if found else None
    return part if part and part.value else None


@rule("result-named")
def result_named(spec: Spec) -> Iterator[Finding]:
    """`x-result` says what a method returns, where a success has content; without content, it returns nothing.

    Otherwise the generator would have to guess.
    """
    for operation in spec.operations:
        if operation.answers and "x-result" not in operation.value:
            yield Finding(operation.pointer, f"`{operation.id}` has no `x-result`.", for_missing("x-result"))
        elif _bare(spec, operation) and taken(operation) not in ("", WHOLE):
            pointer = child(operation.pointer, "x-result")
            yield Finding(pointer, "the reply is not an object with properties.", "Write `x-result: whole`.")
        elif operation.successes and not operation.answers and "x-result" in operation.value:
            media = [each for reply in operation.successes.values() for each in reply.value.get("content", {}).values()]
            pointer, remedy = child(operation.pointer, "x-result"), "Remove `x-result`, or describe the content."
            if not media:
                yield Finding(pointer, "no success has content.", remedy)
            elif all(map(is_text, media)):  # Otherwise its schema is reported.
                yield Finding(pointer, "the method returns the file.", "Remove `x-result`.")


@rule("repeated")
def repeated(spec: Spec) -> Iterator[Finding]:
    """`x-repeated` describes a field that the client adds to the result of an idempotent call, on the result's schema.

    The field is called `repeated`: an earlier attempt of the call may have been carried out.
    """
    results = {
        part.pointer
        for operation in spec.operations
        if operation.value.get("x-call", {}).get("repeat") == "idempotent" and (part := result(spec, operation))
    }
    for node in spec.nodes("struct"):
        place = child(node.pointer, "x-repeated")
        if "x-repeated" in node.value and node.pointer not in results:
            yield Finding(place, "no idempotent call returns this schema.", "Remove it.")
        elif "x-repeated" in node.value and "repeated" in field_names(node.value["properties"]).values():
            yield Finding(place, "the schema has a property `repeated` of its own.", "Remove one of the two.")


@rule("one-envelope")
def one_envelope(spec: Spec) -> Iterator[Finding]:
    """All successes of an operation with a body have the same one, since a method returns one type."""
    for operation in spec.operations:
        found = envelopes(spec, operation)
        media = {name for reply in operation.successes.values() for name in reply.value.get("content", {})}
        if len(media) > 1:
            message = f"`{operation.id}` answers with {' or '.join(sorted(media))}."
            yield Finding(child(operation.pointer, "responses"), message, "Use one media type for every success.")
        elif (bare := _bare(spec, operation)) and (found or any(part.value != bare[0].value for part in bare)):
            message = f"`{operation.id}` answers with replies of several types."
            yield Finding(child(operation.pointer, "responses"), message, "Use one schema for every success.")
        elif len(found) > 1:
            message = f"`{operation.id}` answers with {' or '.join(part.pointer.rpartition('/')[2] for part in found)}."
            yield Finding(child(operation.pointer, "responses"), message, "Use one schema for every success.")


@rule("whole-envelope")
def whole_envelope(spec: Spec) -> Iterator[Finding]:
    """`x-result` takes a required property of the reply, which has no other: a caller would never receive it.

    `x-result: whole` returns the reply itself. A page of a list may have more, which `with_raw_response` gives.
    """
    for operation in spec.operations:
        name, pointer = taken(operation), child(operation.pointer, "x-result")
        for envelope in envelopes(spec, operation) if name not in ("", WHOLE) else ():
            properties = envelope.value.get("properties", {})
            if name not in properties:
                yield Finding(pointer, f"the reply has no property `{name}`.", "Name one that it has.")
            elif name not in envelope.value.get("required", []):
                yield Finding(pointer, f"`{name}` is not required in the reply.", "List it under `required`.")
            paged = "x-page" in operation.value
            if left := sorted(properties.keys() - {name}) if name in properties and not paged else []:
                message = f"`{operation.id}` does not return {', '.join(f'`{key}`' for key in left)} of the reply."
                yield Finding(pointer, message, "Write `x-result: whole`, or declare `x-page`.")


@rule("no-content")
def no_content(spec: Spec) -> Iterator[Finding]:
    """If a 204 is possible, `x-result.no-content` builds the result from constants and `{path parameters}`.

    It has exactly the required properties of the result, each of the right type, so both replies give an equal result.
    """
    for operation in spec.operations:
        facts = operation.value.get("x-result", {})
        pointer = child(operation.pointer, "x-result")
        if facts and operation.answers and ("204" in operation.replies) != ("no-content" in facts):
            message = f"`{operation.id}` has only one of a 204 and `no-content`."
            yield Finding(pointer, message, "Write both or neither.")
        elif found := result(spec, operation) if "no-content" in facts else None:
            yield from _empty_faults(operation, found, facts["no-content"], child(pointer, "no-content"))


def _empty_faults(operation: Operation, found: Part, facts: dict[str, Any], pointer: str) -> Iterator[Finding]:
    properties, required = found.value.get("properties", {}), set(found.value.get("required", []))
    if facts.keys() != required or not required:
        names = ", ".join(f"`{name}`" for name in sorted(required)) or "none"
        yield Finding(pointer, f"these are not the required properties of the result: {names}.", "Give each a value.")
    known = {part.value.get("name") for part in operation.placed("path")}
    for key, value in facts.items():
        kind = properties.get(key, {}).get("type")
        if isinstance(value, str) and (unknown := [n for n in PLACEHOLDER.findall(value) if n not in known]):
            yield Finding(child(pointer, key), f"the path has no `{unknown[0]}`.", "Name a path parameter.")
        elif isinstance(value, str) and "{" in value and not PLACEHOLDER.fullmatch(value):
            yield Finding(child(pointer, key), f"`{value}` is more than a placeholder.", "Write only the placeholder.")
        elif isinstance(kind, str) and type(value) not in FITS.get(kind, ()):
            yield Finding(child(pointer, key), f"`{key}` is not of the type {kind}.", "Give a value of that type.")
