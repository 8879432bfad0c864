"""Changes of models: structs, enumerations, and the deliveries of webhooks. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.api.ir import Api, Enumeration, Field, Struct
from generator.source.document import child

from .kinds import Change
from .pairs import paired
from .slots import received_changes, sent_changes
from .uses import Uses, uses

SCHEMAS = "/components/schemas"


def model_changes(old: Api, new: Api) -> Iterator[Change]:
    """Yield every change of the names of models and of what they hold."""
    before, after = uses(old), uses(new)
    for models in (paired(old.structs, new.structs, _name), paired(old.enumerations, new.enumerations, _name)):
        for gone in models.gone:
            yield Change("name-removed", gone.name, "model removed", child(SCHEMAS, gone.name), before.calls_of(gone))
        for come in models.new:
            yield Change("name-added", come.name, "model added", child(SCHEMAS, come.name), after.calls_of(come))
        for pair in models.kept:
            yield from _kept(pair, before, after)
    yield from _deliveries(old, new)


def _name(model: Struct | Enumeration) -> str:
    return model.name


def _kept(pair: tuple[Struct | Enumeration, Struct | Enumeration], before: Uses, after: Uses) -> Iterator[Change]:
    old, new = pair
    pointer, calls = child(SCHEMAS, new.name), after.calls_of(new)
    if isinstance(old, Struct) and isinstance(new, Struct):
        for kind, words, wire in _struct(old, new, before, after):
            yield Change(kind, new.name, words, child(pointer, "properties", wire) if wire else pointer, calls)
    elif isinstance(old, Enumeration) and isinstance(new, Enumeration):
        sent = new.name in before.sent & after.sent
        for kind, words in _enumeration(old, new, sent):
            yield Change(kind, new.name, words, pointer, calls)


def _struct(old: Struct, new: Struct, before: Uses, after: Uses) -> Iterator[tuple[str, str, str]]:
    """Yield the changes by what callers do with the struct: send, receive, or both; an envelope is neither."""
    sent = new.name in before.sent & after.sent
    received = new.name in before.received & after.received
    if sent:
        yield from sent_changes(old.fields, new.fields, "sent field")
    if received:
        yield from received_changes(old.fields, new.fields)
    elif new.name in after.envelopes:
        if _without_words(old) != _without_words(new):
            yield "envelope", "the envelope changed", ""
    elif not sent and new.name not in after.bodies:
        yield from received_changes(old.fields, new.fields)
    if old.description != new.description:
        yield "name-words", "described in other words", ""


def _without_words(struct: Struct) -> list[Field]:
    return [replace(field, description="") for field in struct.fields]


def _enumeration(old: Enumeration, new: Enumeration, sent: bool) -> Iterator[tuple[str, str]]:
    pairs = paired(old.values, new.values, str)
    for value in pairs.gone:
        yield "member-removed", f"member '{value}' removed"
    for value in pairs.new:
        yield "member-added", f"member '{value}' added"
    if sent and old.open != new.open:
        yield ("enum-opened", "takes other texts, too") if new.open else ("enum-closed", "takes no other texts")


def _deliveries(old: Api, new: Api) -> Iterator[Change]:
    pairs = paired(old.deliveries, new.deliveries, lambda delivery: delivery.event)
    for gone in pairs.gone:
        yield Change("event-removed", f"event '{gone.event}'", "removed", child("", "webhooks", gone.event))
    for come in pairs.new:
        yield Change("event-added", f"event '{come.event}'", "added", child("", "webhooks", come.event))
    for before, after in pairs.kept:
        subject, pointer = f"event '{after.event}'", child("", "webhooks", after.event)
        if before.model != after.model:
            yield Change("event-payload", subject, f"is delivered as {after.model}, was {before.model}", pointer)
        if before.description != after.description:
            yield Change("event-words", subject, "described in other words", pointer)
