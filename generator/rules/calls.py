"""Rules on `x-call`: whether a call may be repeated, and how an unknown outcome is settled."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..api.naming import field_names
from ..source.document import child
from .parameters import fault_of_header
from .registry import Finding, rule
from .results import result
from .shape import schema_kind
from .spec import Operation, Part, Spec

REPEATS = ("safe", "idempotent", "never")
PROOFS = ("sent-fields", "state", "sent-message")


@rule("call-repeat")
def call_repeat(spec: Spec) -> Iterator[Finding]:
    """`x-call.repeat` is `safe` for every GET and for no other method; otherwise it is `idempotent` or `never`.

    The client decides by it whether to send a call again after an unknown outcome.
    """
    for operation in spec.operations:
        repeat = operation.value.get("x-call", {}).get("repeat")
        pointer = child(operation.pointer, "x-call", "repeat")
        if repeat and repeat not in REPEATS:
            yield Finding(pointer, f"`{repeat}` is not a value of `repeat`.", "Write `safe`, `idempotent` or `never`.")
        elif repeat and (repeat == "safe") != (operation.method == "get"):
            message = f"a {operation.method.upper()} is not `{repeat}`."
            remedy = "Write `safe`." if operation.method == "get" else "Write `idempotent` or `never`."
            yield Finding(pointer, message, remedy)


def _settlements(spec: Spec) -> Iterator[tuple[Operation, str, dict[str, Any], Operation | None]]:
    """Yield (operation, pointer, settled-by, the operation that settles it) for each settlement."""
    by_id = {operation.id: operation for operation in reversed(spec.operations)}  # Of two with one id, the first.
    for operation in spec.operations:
        settled = operation.value.get("x-call", {}).get("settled-by")
        if settled:
            pointer = child(operation.pointer, "x-call", "settled-by")
            yield operation, pointer, settled, by_id.get(settled.get("call", ""))


@rule("settling-call")
def settling_call(spec: Spec) -> Iterator[Finding]:
    """`settled-by` is allowed only with `repeat: never`, and names a GET: looking must change nothing."""
    for operation, pointer, settled, target in _settlements(spec):
        call = settled.get("call")
        if operation.value["x-call"].get("repeat") in ("safe", "idempotent"):
            yield Finding(pointer, "a call that is safe to repeat needs no `settled-by`.", "Remove `settled-by`.")
        if call and (target.method != "get" if target else all(other.id for other in spec.operations)):
            yield Finding(child(pointer, "call"), f"the document has no GET `{call}`.", "Name one that it has.")


def arguments_of(spec: Spec, operation: Operation) -> dict[str, bool]:
    """Return the arguments of a call in Python, and whether each is required."""
    found: dict[str, bool] = {}
    for schema in operation.body.schemas() if operation.body else ():
        body = spec.part(schema.value, schema.pointer).value
        names = field_names(body.get("properties", {}))
        found |= {name: wire in body.get("required", []) for wire, name in names.items()}
    parameters = {(part.value.get("in", ""), part.value.get("name", "")): part.value for part in operation.parameters}
    for key, name in field_names(parameters, found).items():
        found[name] = parameters[key].get("required") is True
    return found


@rule("idempotency")
def idempotency(spec: Spec) -> Iterator[Finding]:
    """`x-idempotency` names the header with a key by which the server recognises a repeat; it needs `repeat: never`.

    The client sends one key with all attempts of a call, which makes a call safe to repeat that acts each time.
    A parameter that is this header is plain text.
    """
    for operation in spec.operations:
        facts, pointer = operation.value.get("x-idempotency"), child(operation.pointer, "x-idempotency")
        if not facts:
            continue
        name, repeat = facts.get("header", ""), operation.value.get("x-call", {}).get("repeat")
        if repeat in ("safe", "idempotent"):
            yield Finding(pointer, "a call that is safe to repeat needs no key.", "Remove `x-idempotency`.")
        if fault := fault_of_header(name):
            yield Finding(child(pointer, "header"), f"`{name}` {fault}.", "Name the header that the API documents.")
        for part in operation.placed("header"):
            declared = str(part.value.get("name", ""))
            if declared != name and declared.lower() == name.lower():
                yield Finding(child(pointer, "header"), f"a parameter is called `{declared}`.", f"Write `{declared}`.")
            elif declared == name and schema_kind(part.value.get("schema", {})) not in ("string", ""):
                place = child(part.pointer, "schema")
                yield Finding(place, "the key of a call is not plain text.", "Write `type: string`.")


@rule("settling-arguments")
def settling_arguments(spec: Spec) -> Iterator[Finding]:
    """`with` maps arguments of the settling call to required arguments of this operation, by their Python names.

    It covers every required argument of the settling call.
    """
    for operation, pointer, settled, target in _settlements(spec):
        if target is None or "with" not in settled or not (target.complete and operation.complete):
            continue
        theirs, ours = arguments_of(spec, target), arguments_of(spec, operation)
        for name, source in settled["with"].items():
            place = child(pointer, "with", name)
            if name not in theirs:
                yield Finding(place, f"`{target.id}` has no argument `{name}`.", "Name one of its arguments.")
            elif source and not ours.get(source):
                message = f"`{operation.id}` has no required argument `{source}`."
                yield Finding(place, message, "Name a required argument.")
        for name in sorted(name for name, required in theirs.items() if required and name not in settled["with"]):
            yield Finding(child(pointer, "with"), f"`{target.id}` requires `{name}`.", f"Add `{name}`.")


@rule("settling-proof")
def settling_proof(spec: Spec) -> Iterator[Finding]:
    """`applied-when` states which property of the settling call's result proves that the call took effect.

    `state`: its properties have one of the listed values. `sent-fields`: an item has every field that was sent.
    `sent-message`: a message has the body that was sent.
    """
    for operation, pointer, settled, target in _settlements(spec):
        proof = settled.get("applied-when")
        if proof and proof not in PROOFS:
            place = child(pointer, "applied-when")
            yield Finding(place, f"`{proof}` is no known proof.", "Write `state`, `sent-fields` or `sent-message`.")
        elif proof and (proof == "state") != bool(settled.get("state")):
            yield Finding(pointer, "`state` and `applied-when: state` belong together.", "Write both or neither.")
        elif proof and target and (found := result(spec, target)):
            yield from _unproven(spec, operation, found, settled, pointer)


@rule("settling-since")
def settling_since(spec: Spec) -> Iterator[Finding]:
    """`since` names the time at which the proof that the call took effect came to be: an older one proves nothing."""
    for _, pointer, settled, target in _settlements(spec):
        found, name, proof = result(spec, target) if target else None, settled.get("since"), settled.get("applied-when")
        if not found or not name or proof not in PROOFS:
            continue
        properties = spec.properties(found if proof == "state" else _items(spec, found, proof))
        if properties and (name not in properties or "date-time" not in properties[name].value.get("format", "")):
            place = child(pointer, "since")
            yield Finding(place, f"the result of the settling call has no time `{name}`.", "Name one that it has.")


def _items(spec: Spec, found: Part, proof: str) -> Part:
    """Return the items of the result's list, or of its messages."""
    listed = found if proof == "sent-fields" else spec.properties(found).get("messages", found)
    return spec.part(listed.value.get("items", {}), "")


def _unproven(
    spec: Spec, operation: Operation, found: Part, settled: dict[str, Any], pointer: str
) -> Iterator[Finding]:
    """Yield what is missing in *found*, the result of the settling call, to prove anything."""
    proof = settled["applied-when"]
    if proof == "state":
        yield from _unknown_states(spec, found, settled["state"], child(pointer, "state"))
        return
    schemas = operation.body.schemas() if operation.body else ()
    sent = {name for part in schemas for name in spec.part(part.value, "").value.get("properties", {})}
    needed = sent if proof == "sent-fields" else {"body", "direction"}
    listed = found if proof == "sent-fields" else spec.properties(found).get("messages", found)
    item = _items(spec, found, proof).value
    missing = sorted(needed - item.get("properties", {}).keys())
    if operation.body and not sent:
        return
    if not sent or (proof == "sent-message" and "body" not in sent):
        yield Finding(child(pointer, "applied-when"), "this call sends nothing to compare.", "Use another proof.")
    elif missing and (item or schema_kind(listed.value) != "array"):
        message = f"the result of the settling call has no {', '.join(f'`{name}`' for name in missing)}."
        yield Finding(child(pointer, "applied-when"), message, "Name a call whose result has it.")


def _unknown_states(spec: Spec, found: Part, states: dict[str, list[str]], pointer: str) -> Iterator[Finding]:
    properties = spec.properties(found)
    for name, values in states.items():
        if name not in properties:
            yield Finding(child(pointer, name), f"the result has no property `{name}`.", "Name one that it has.")
        elif schema_kind(properties[name].value) == "enumeration":
            for index, value in enumerate(values):
                if value not in properties[name].value.get("enum", []):
                    place = child(pointer, name, index)
                    yield Finding(place, f"`{name}` has no value `{value}`.", "Use a listed value.")
