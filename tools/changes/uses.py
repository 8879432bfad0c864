"""Finds the models that callers send and receive, and the calls that use them. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from generator.api.ir import Api, Enumeration, Operation, Struct, Type


@dataclass(frozen=True)
class Uses:
    """Names of structs and enumerations by use; *calls* maps each name to the calls that use it.

    Callers handle neither *bodies*, whose fields are arguments, nor *envelopes*, unless also *sent* or *received*.
    """

    sent: frozenset[str]
    received: frozenset[str]
    bodies: frozenset[str]
    envelopes: frozenset[str]
    calls: dict[str, tuple[str, ...]]

    def calls_of(self, model: Struct | Enumeration) -> tuple[str, ...]:
        return self.calls.get(model.name, ())


def call_of(operation: Operation) -> str:
    """Return the call as a program writes it."""
    return f"client.{operation.id}()"


def uses(api: Api) -> Uses:
    """Return the uses of all models."""
    fields = {struct.name: tuple(field.type for field in struct.fields) for struct in api.structs}
    calls: dict[str, list[str]] = defaultdict(list)
    sent, received = set[str](), set[str]()
    for operation in api.operations:
        taken = _reached((argument.type for argument in operation.arguments), fields)
        given = _reached((operation.result, *fields.get(operation.reply, ())), fields)
        sent |= taken
        received |= given
        received |= _reached((Type("struct", r.model) for r in operation.replies if _fails(r.status, r.model)), fields)
        for name in sorted(taken | given | {operation.body, operation.reply} - {""}):
            calls[name].append(call_of(operation))
    received |= _reached((Type("struct", delivery.model) for delivery in api.deliveries), fields)
    return Uses(
        sent=frozenset(sent),
        received=frozenset(received),
        bodies=frozenset(operation.body for operation in api.operations if operation.body),
        envelopes=frozenset(operation.reply for operation in api.operations if operation.reply),
        calls={name: tuple(found) for name, found in calls.items()},
    )


def _fails(status: str, model: str) -> bool:
    return bool(model) and not status.startswith("2")


def _reached(types: Iterable[Type], fields: dict[str, tuple[Type, ...]]) -> set[str]:
    """Return the names of all models that values of the types can contain."""
    found = set[str]()
    waiting = list(types)
    while waiting:
        type_ = waiting.pop()
        waiting += type_.items
        if type_.name and type_.name not in found:
            found.add(type_.name)
            waiting += fields.get(type_.name, ())
    return found
