"""Finds where two documents say different things of one place, in the words and classes of `tools.changes`. Pure.

What only one of them says counts once: at the outermost place. A document of FastAPI lists the errors that its authors
declared; one that it lacks is no difference, unless an earlier document of theirs had it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.api.ir import Field
from generator.source.document import child
from tools.changes.kinds import Change
from tools.changes.pairs import paired
from tools.changes.values import received_changes, sent_changes, tightened

from .places import Contract, Contracts, Place, is_event

DOCUMENT = "the document"
# The aspect of a place that a kind of change is about, by what *new* says of it.
ASPECTS = {
    "now-required": "required",
    "now-optional": "optional",
    "nullable": "null",
    "not-null": "not null",
    "widened": "type",
    "narrowed": "type",
    "changed": "type",
    "deprecated": "deprecated",
    "not-deprecated": "deprecated",
    "removed": "presence",
    "added": "presence",
    "added-required": "presence",
}
# What a document of theirs may lack without a claim; webhooks, if it has none at all.
SILENT = frozenset({"status-removed"})
EVENTS = frozenset({"event-removed"})


@dataclass(frozen=True)
class Difference:
    """One thing that *new* says otherwise than *old*, or that only one of them says.

    *change* is what callers would see if *new* replaced *old*; its pointer leads into *old*. *operations* are all that
    meet it. *old* and *new* are the two descriptions of the place, if it is one.
    """

    operations: tuple[str, ...]
    path: str
    aspect: str
    change: Change
    old: Place | None = None
    new: Place | None = None

    @property
    def spots(self) -> frozenset[tuple[str, str, str]]:
        """Return what identifies it in every comparison: operations, path and aspect."""
        return frozenset((operation, self.path, self.aspect) for operation in self.operations)


def differences(old: Contracts, new: Contracts) -> list[Difference]:
    """Return every difference, that of a schema which several operations share once."""
    found = dict[tuple[str, str, str], Difference]()
    for each in _all(old, new):
        key = (each.change.pointer, each.change.kind, each.change.words)
        first = found.get(key)
        found[key] = replace(first, operations=(*first.operations, *each.operations)) if first else each
    return list(found.values())


def _all(old: Contracts, new: Contracts) -> Iterator[Difference]:
    if new.keys and old.keys != new.keys:
        words = f"the key is sent as {', '.join(sorted(new.keys))}, not as {', '.join(sorted(old.keys))}"
        change = Change("key-header", DOCUMENT, words, "/components/securitySchemes")
        yield Difference((DOCUMENT,), "key", "presence", change)
    pairs = paired(old.operations.values(), new.operations.values(), lambda each: each.key)
    for gone in pairs.gone:
        yield _whole(gone, "removed", "has no such", gone.pointer)
    for come in pairs.new:
        yield _whole(come, "added", "has one more", "/webhooks" if is_event(come.key) else "/paths")
    for before, after in pairs.kept:
        yield from _operation(before, after)


def _whole(operation: Contract, kind: str, words: str, pointer: str) -> Difference:
    what = "event" if is_event(operation.key) else "operation"
    change = Change(f"{what}-{kind}", operation.key, f"{words} {what}", pointer)
    return Difference((operation.key,), "", "presence", change)


def _operation(old: Contract, new: Contract) -> Iterator[Difference]:
    if old.deprecated != new.deprecated:
        kind = "deprecated" if new.deprecated else "not-deprecated"
        change = Change(kind, old.key, "is deprecated" if new.deprecated else "is not deprecated", old.pointer)
        yield Difference((old.key,), "", "deprecated", change)
    yield from _statuses(old, new)
    if old.bare != new.bare:
        words = "the reply has no envelope `data`" if new.bare else "the reply has the envelope `data`"
        change = Change("envelope", old.key, words, old.places["reply"].pointer)
        yield Difference((old.key,), "reply", "envelope", change)
    yield from _places(old.key, old.places, new.places)


def _statuses(old: Contract, new: Contract) -> Iterator[Difference]:
    for what, statuses in (
        ("removed", old.statuses.keys() - new.statuses),
        ("added", new.statuses.keys() - old.statuses),
    ):
        for status in sorted(statuses):
            kind = "success-status" if status.startswith("2") else f"status-{what}"
            pointer = old.statuses.get(status) or child(old.pointer, "responses")
            words = f"status {status} is {'not ' if what == 'removed' else ''}documented"
            yield Difference((old.key,), status, "presence", Change(kind, old.key, words, pointer))


def _places(key: str, old: Mapping[str, Place], new: Mapping[str, Place]) -> Iterator[Difference]:
    closed: list[str] = []  # What is inside a place that one of them lacks, or that is of another kind.
    for path in dict.fromkeys([*old, *new]):
        before, after = old.get(path), new.get(path)
        if any(path.startswith(f"{each}{mark}") for each in closed for mark in ".[{<"):
            continue
        if before is None or after is None or before.field.type.kind != after.field.type.kind:
            closed.append(path)
        if (before is None or after is None) and path.isdigit():
            continue  # The whole body of an error, which one of them does not describe: the status itself counts.
        owner = old.get(path.rpartition(".")[0])
        pointer = before.pointer if before else child(owner.target, "properties") if owner else ""
        for aspect, kind, words in _place(before, after):
            at = _inside(before, aspect) if before else pointer
            yield Difference((key,), path, aspect, Change(kind, key, words, at), before, after)


def _inside(place: Place, aspect: str) -> str:
    """Return the pointer of what an aspect is about: the place itself, or the schema that several places share."""
    what = aspect.partition(" ")[0]
    listed = child(place.target, "enum")
    return {"value": listed, "order": listed, "bound": place.target}.get(what, place.pointer)


def _place(old: Place | None, new: Place | None) -> Iterator[tuple[str, str, str]]:
    """Yield aspect, kind and words of each difference of one place."""
    before, after = ([place.field] if place else list[Field]() for place in (old, new))
    sent = any(place.sent for place in (old, new) if place)
    found = sent_changes(before, after, "argument") if sent else received_changes(before, after)
    for kind, words, _ in found:
        aspect = kind.removeprefix("argument-").removeprefix("field-")
        name = f"bound {words.partition(': ')[2].split()[0]}" if "its bounds: " in words else ASPECTS[aspect]
        yield name, kind, words
    if old and new:
        yield from _beside(old, new)


def _beside(old: Place, new: Place) -> Iterator[tuple[str, str, str]]:
    name = old.field.name
    if old.format != new.format and old.field.type.kind == new.field.type.kind:
        kind = "argument-wire" if old.sent else "field-format"
        yield (
            f"format {new.format or 'none'}",
            kind,
            f"'{name}' has the format {new.format or 'none'}, not {old.format or 'none'}",
        )
    if old.default != new.default and old.sent:
        words = f"'{name}' has the default {new.default or 'none'}, not {old.default or 'none'}"
        yield "default", "default-changed", words
    if not old.sent:
        for _, words in tightened(old.field.bounds, new.field.bounds):
            yield f"bound {words.split()[0]}", "field-words", f"'{name}' has another bound: {words}"
    if old.values != new.values and set(old.values) == set(new.values):
        words = f"the values of '{name}' have the order {', '.join(map(str, new.values))}"
        yield "order", f"{'argument' if old.sent else 'field'}-words", words
    if bool(old.values) != bool(new.values):
        listed = ", ".join(map(str, new.values))
        words = f"'{name}' is {f'one of {listed}' if new.values else 'any value, not one of a list'}"
        yield "values", f"{'argument' if old.sent else 'field'}-{'narrowed' if new.values else 'widened'}", words
        return
    for value in dict.fromkeys([*old.values, *new.values]):
        if (value in old.values) != (value in new.values):
            kind, words = ("member-removed", "not listed") if value in old.values else ("member-added", "listed")
            yield f"value {value}", kind, f"'{value}' is {words}"
