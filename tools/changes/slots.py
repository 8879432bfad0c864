"""Changes of one value: an argument or a field that is sent, a field that is received. Pure.

Each yields the kind and the words that follow the name of the call or the model.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.api.ir import Argument, Field

from .pairs import paired
from .widening import accepts, bare, format_of, spelled, tightened

Slot = Argument | Field
Found = Iterator[tuple[str, str, str]]  # The kind, the words, the name on the wire.


def sent_changes(old: Iterable[Slot], new: Iterable[Slot], noun: str) -> Found:
    """Yield the changes of what callers send; *noun* is what one of them is called."""
    pairs = paired(old, new, lambda slot: slot.name)
    for slot in pairs.gone:
        yield "argument-removed", f"{noun} '{slot.name}' removed", slot.wire
    for slot in pairs.new:
        if slot.required:
            yield "argument-added-required", f"required {noun} '{slot.name}' added", slot.wire
        else:
            yield "argument-added", f"optional {noun} '{slot.name}' added", slot.wire
    for before, after in pairs.kept:
        for kind, words in _sent(before, after):
            yield f"argument-{kind}", f"{noun} '{after.name}' {words}", after.wire


def _sent(old: Slot, new: Slot) -> Iterator[tuple[str, str]]:
    if new.required != old.required:
        yield ("now-required", "is now required") if new.required else ("now-optional", "is now optional")
    if new.type.nullable != old.type.nullable:
        yield ("nullable", "now takes None") if new.type.nullable else ("not-null", "no longer takes None")
    before, after = bare(old.type), bare(new.type)
    if before != after:
        kind = "widened" if accepts(after, before) else "narrowed"
        yield kind, f"takes {spelled(after)}, took {spelled(before)}"
    for tighter, words in tightened(old.bounds, new.bounds):
        yield ("tightened" if tighter else "loosened"), f"has another bound: {words}"
    yield from _beside(old, new)


def received_changes(old: Iterable[Slot], new: Iterable[Slot]) -> Found:
    """Yield the changes of fields that callers receive."""
    pairs = paired(old, new, lambda slot: slot.name)
    for slot in pairs.gone:
        yield "field-removed", f"field '{slot.name}' removed", slot.wire
    for slot in pairs.new:
        yield "field-added", f"field '{slot.name}' added", slot.wire
    for before, after in pairs.kept:
        for kind, words in _received(before, after):
            yield f"field-{kind}", f"field '{after.name}' {words}", after.wire


def _received(old: Slot, new: Slot) -> Iterator[tuple[str, str]]:
    if new.required != old.required:
        yield ("now-required", "is now always there") if new.required else ("now-optional", "may now be absent (UNSET)")
    if new.type.nullable != old.type.nullable:
        yield ("nullable", "may now be None") if new.type.nullable else ("not-null", "is no longer None")
    before, after = bare(old.type), bare(new.type)
    if before != after:
        kind = "narrowed" if accepts(before, after) else "changed"
        yield kind, f"is {spelled(after)}, was {spelled(before)}"
    elif format_of(old.bounds) != format_of(new.bounds):
        yield "format", "is written in another format"
    yield from _beside(old, new)


def _beside(old: Slot, new: Slot) -> Iterator[tuple[str, str]]:
    """Yield what callers see of a value neither in types nor in what is refused."""
    if old.wire != new.wire:
        yield "wire", f"is '{new.wire}' on the wire, was '{old.wire}'"
    if old.description != new.description:
        yield "words", "is described in other words"
