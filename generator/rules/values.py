"""Rules on values: enumerations, constants, bounds, formats."""

from __future__ import annotations

from collections.abc import Iterator

from ..api import formats
from ..source.document import child
from .registry import Finding, rule
from .spec import Spec, Use

BOUNDS = {"minimum": "maximum", "minLength": "maxLength", "minItems": "maxItems"}
CONSTRAINTS = (*BOUNDS, *BOUNDS.values(), "pattern")
WHOLE = range(-(2**63), 2**63)  # The bounds of integers, lengths and sizes that msgspec accepts.
BOUNDED = ("array", "string", "integer", "number")
# Where each format is allowed. No evidence says how a request writes a time without a zone.
EVERYWHERE: set[Use] = {"request", "form", "reply", "delivery", "parameter"}
FORMATS: dict[str, set[Use]] = {
    **dict.fromkeys(formats.FORMATS, EVERYWHERE),
    "date-time-local": {"reply"},
    "binary": {"form"},
}
SERVES = {
    "request": "a request",
    "form": "a form",
    "reply": "a reply",
    "parameter": "a parameter",
    "header": "a header",
    "delivery": "a delivery",
}


@rule("enumeration-type")
def enumeration_type(spec: Spec) -> Iterator[Finding]:
    """The values of an enumeration are texts or 64-bit integers, at least one, without duplicates; a constant is text.

    msgspec reads no others as members.
    """
    for node in spec.nodes("constant"):
        if node.value.get("type", "string") not in ("string", ["string", "null"]):
            yield Finding(child(node.pointer, "type"), "the constant is not text.", "Write `type: string`.")
    for node in spec.nodes("enumeration"):
        named, values = node.value.get("type", "string"), node.value.get("enum", [])
        kind = {"string": str, "integer": int}.get(named if isinstance(named, str) else named[0])
        if kind is None:
            message = "the enumeration is not of texts or integers."
            yield Finding(
                child(node.pointer, "type"), message, "Write the type without `enum`, and the values in words."
            )
        if node.value.get("enum") == []:
            yield Finding(child(node.pointer, "enum"), "the enumeration has no values.", "List them.")
        for index, value in enumerate(values):
            pointer = child(node.pointer, "enum", index)
            if kind and not isinstance(value, kind):
                yield Finding(pointer, f"the value {value!r} is not of the type {named}.", "Correct one of the two.")
            elif kind is int and value not in WHOLE:
                yield Finding(pointer, f"the value {value} has more than 64 bits.", "Write the type without `enum`.")
            elif values.index(value) < index:
                yield Finding(pointer, f"the value `{value}` is listed twice.", "Remove one.")


@rule("constant-place")
def constant_place(spec: Spec) -> Iterator[Finding]:
    """A constant is the tag of an object in a tagged union, and occurs nowhere else.

    Elsewhere, a reply with a new value would fail.
    """
    tags = {
        child(spec.part(option, "").pointer, "properties", node.value.get("discriminator", {}).get("propertyName", ""))
        for node in spec.nodes("tagged union")
        for option in node.value.get("oneOf", [])
    }
    tags |= {child(body.pointer, "properties", "event") for body in spec.deliveries.values()}
    for node in spec.nodes("constant"):
        if node.pointer not in tags and node.value.get("const"):
            message = f"the constant `{node.value.get('const')}` is not the tag of a tagged union."
            yield Finding(node.pointer, message, "Write only the type, and the value in `description`.")


@rule("no-constraint-in-replies")
def no_constraint_in_replies(spec: Spec) -> Iterator[Finding]:
    """Only what callers send has bounds and patterns: a reply must not fail because of one."""
    for node in spec.nodes(*BOUNDED):
        uses = spec.uses[node.pointer] & {"reply", "header", "delivery"}
        for name in CONSTRAINTS:
            if uses and name in node.value:
                message = f"`{name}` restricts {SERVES[min(uses)]}."
                yield Finding(child(node.pointer, name), message, "Move it to `description`.")


@rule("bounds")
def bounds(spec: Spec) -> Iterator[Finding]:
    """A lower bound is at most its upper bound, and the bounds of integers and sizes are 64-bit integers.

    msgspec accepts no others: it could not read or write a model with one.
    """
    for node in spec.nodes(*BOUNDED):
        for low, high in BOUNDS.items():
            if low in node.value and high in node.value and node.value[low] > node.value[high]:
                message = f"`{low}` {node.value[low]} is above `{high}` {node.value[high]}."
                yield Finding(child(node.pointer, low), message, "Correct one of the two.")
            for name in (low, high):
                value, pointer = node.value.get(name), child(node.pointer, name)
                if node.kind == "integer" and isinstance(value, float):
                    yield Finding(pointer, f"`{name}` is not an integer.", "Write a whole number.")
                elif node.kind != "number" and value is not None and value not in WHOLE:
                    yield Finding(pointer, f"`{name}` has more than 64 bits.", "Move it to `description`.")


@rule("format")
def format_(spec: Spec) -> Iterator[Finding]:
    """The formats date, time, date-time, uuid and decimal become types; any other goes to the description.

    The API's own times have no zone (`date-time-local`, read as UTC), and are in replies alone.
    """
    for node in spec.nodes("string"):
        name = node.value.get("format")
        if not name:
            continue
        pointer = child(node.pointer, "format")
        wrong = spec.uses[node.pointer] - FORMATS.get(name, set())
        if wrong:
            remedy = "Write `date-time`, and say in `description` what the API reads."
            remedy = "Describe the body as `multipart/form-data` if it is a file." if name == "binary" else remedy
            yield Finding(pointer, f"`{name}` is not allowed in {SERVES[min(wrong)]}.", remedy)
