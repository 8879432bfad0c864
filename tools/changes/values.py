"""Finds the changes of one value: an argument or field that is sent, a field that is received. Pure.

Each change is the kind and the words that follow the name of the call or the model.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.api.ir import Argument, Bounds, Field, Type
from generator.output.signatures import result

from .pairs import paired
from .patterns import admits, admits_all

# A higher one is tighter; of every other bound, a lower one.
LOWER = ("minimum", "minLength", "minItems", "exclusiveMinimum", "minProperties")

LENGTHS, LONGEST = ("maxLength", "maxItems"), 2**63 - 1  # `sys.maxsize`

Value = Argument | Field
Found = Iterator[tuple[str, str, str]]  # The kind, the words, the wire name.


@dataclass(frozen=True)
class Rules:
    """How type checkers compare two types: *invariant* lists and maps, and the enumerations that take any text."""

    invariant: bool
    open: frozenset[str] = frozenset()


RECEIVED = Rules(
    invariant=True
)  # A field or a result is a `list` or a `dict`, an argument a `Sequence` or a `Mapping`.


def sent_changes(old: Iterable[Value], new: Iterable[Value], noun: str, open_: frozenset[str] = frozenset()) -> Found:
    """Yield the changes of values that callers send; *noun* is the word for one of them.

    A field of a struct is a `list`. An argument that is no field of a body takes any sequence, and any text for the
    enumerations that are *open_*.
    """
    old, new = tuple(old), tuple(new)
    pairs = paired(old, new, lambda value: value.name)
    for value in pairs.gone:
        yield "argument-removed", f"{noun} '{value.name}' removed", value.wire
    for value in pairs.new:
        if value.required:
            yield "argument-added-required", f"required {noun} '{value.name}' added", value.wire
        else:
            yield "argument-added", f"optional {noun} '{value.name}' added", value.wire
    for before, after in pairs.kept:
        alone = isinstance(after, Argument) and after.place != "body"
        rules = Rules(invariant=False, open=open_) if alone else RECEIVED
        for kind, words in (*_sent(before, after, rules), *_beside(before, after, old, new)):
            yield f"argument-{kind}", f"{noun} '{after.name}' {words}", after.wire


def _sent(old: Value, new: Value, rules: Rules) -> Iterator[tuple[str, str]]:
    if new.required != old.required:
        yield ("now-required", "is now required") if new.required else ("now-optional", "is now optional")
    if _takes_none(old) != _takes_none(new) and (
        old.required == new.required or old.type.nullable != new.type.nullable
    ):
        yield ("nullable", "now accepts None") if _takes_none(new) else ("not-null", "no longer accepts None")
    before, after = bare(old.type), bare(new.type)
    if before != after:
        kind = "widened" if accepts(after, before, rules) else "narrowed"
        yield kind, f"accepts {spelled(after)}, accepted {spelled(before)}"
    for tighter, words in tightened(old.bounds, new.bounds):
        yield ("tightened" if tighter else "loosened"), f"changed its bounds: {words}"


def _takes_none(value: Value) -> bool:
    """Return whether None may be passed: as null, or to leave out what is in no JSON."""
    bodiless = isinstance(value, Argument) and value.place in ("query", "header", "form")
    return value.type.nullable or (bodiless and not value.required)


def received_changes(old: Iterable[Value], new: Iterable[Value]) -> Found:
    """Yield the changes of fields that callers receive."""
    old, new = tuple(old), tuple(new)
    pairs = paired(old, new, lambda value: value.name)
    for value in pairs.gone:
        yield "field-removed", f"field '{value.name}' removed", value.wire
    for value in pairs.new:
        yield "field-added", f"field '{value.name}' added", value.wire
    for before, after in pairs.kept:
        for kind, words in (*_received(before, after), *_beside(before, after, old, new)):
            yield f"field-{kind}", f"field '{after.name}' {words}", after.wire


def _received(old: Value, new: Value) -> Iterator[tuple[str, str]]:
    if new.required != old.required:
        yield ("now-required", "is now always there") if new.required else ("now-optional", "may now be absent (UNSET)")
    if new.type.nullable != old.type.nullable:
        yield ("nullable", "may now be None") if new.type.nullable else ("not-null", "is no longer None")
    before, after = bare(old.type), bare(new.type)
    if before != after:
        kind = "narrowed" if accepts(before, after) else "changed"
        yield kind, f"is {spelled(after)}, was {spelled(before)}"
    elif format_of(old.bounds) != format_of(new.bounds):
        yield "format", "has another wire format"


def _beside(old: Value, new: Value, before: Iterable[Value], after: Iterable[Value]) -> Iterator[tuple[str, str]]:
    """Yield the changes of wire name and description. What one had on the wire may now be another one's."""
    was, now = _on_wire(old), _on_wire(new)
    other = next((value for value in after if _on_wire(value) == was), new)
    if was != now and any(_on_wire(value) == now for value in before):
        yield "exchanged", f"is now what was {_shown(new, old)} on the wire, was {_shown(old, new)}"
    elif other is not new:
        yield "exchanged", f"is {_shown(new, old)} on the wire, and what was {_shown(old, new)} is '{other.name}' now"
    elif old.wire != new.wire:
        yield "wire", f"is '{new.wire}' on the wire, was '{old.wire}'"
    if old.deprecated != new.deprecated:
        yield ("deprecated", "is deprecated") if new.deprecated else ("not-deprecated", "is no longer deprecated")
    elif old.description != new.description:
        yield "words", "has another description"


def _on_wire(value: Value) -> tuple[str, str]:
    """Return where a value is on the wire: its place, if it is an argument, and its name there."""
    return (value.place if isinstance(value, Argument) else ""), value.wire


def _shown(value: Value, beside: Value) -> str:
    """Return the name on the wire, with the place if it has the same name as *beside*."""
    return f"'{value.wire}'{f' of the {_on_wire(value)[0]}' if value.wire == beside.wire else ''}"


def bare(type_: Type) -> Type:
    """Return the type without None."""
    return replace(type_, nullable=False)


def accepts(wide: Type, narrow: Type, rules: Rules = RECEIVED) -> bool:
    """Return whether every value of *narrow* is one of *wide*, by the rules of Python's type checkers."""
    if wide.kind == "any" or bare(wide) == bare(narrow):
        return wide.kind == "any" or wide.nullable or not narrow.nullable
    if narrow.nullable and not wide.nullable:
        return False
    if "union" in (wide.kind, narrow.kind):
        each = narrow.items if narrow.kind == "union" else (bare(narrow),)
        return all(any(accepts(other, item, rules) for other in _either(wide)) for item in each)
    if "enum" in (wide.kind, narrow.kind):
        taken = wide.kind != "enum" or wide.name in rules.open
        return taken and accepts(_plain(wide), _plain(narrow), rules)
    return _accepts_inner(wide, narrow, rules) or (wide.kind, narrow.kind) == ("number", "integer")


def _either(type_: Type) -> tuple[Type, ...]:
    return type_.items if type_.kind == "union" else (type_,)


def _plain(type_: Type) -> Type:
    """Return the type of the values of an enumeration, which are texts or integers; any other type as it is."""
    if type_.kind != "enum":
        return bare(type_)
    return type_.items[0] if type_.items else Type("text")


def _accepts_inner(wide: Type, narrow: Type, rules: Rules) -> bool:
    """Return whether both are lists or maps, and the items of *wide* can be those of *narrow*, or anything."""
    if wide.kind != narrow.kind or wide.kind not in ("array", "map"):
        return False
    if not wide.items:
        return True
    inner, outer = (narrow.items[0] if narrow.items else Type("any")), wide.items[0]
    invariant = rules.invariant and outer.kind != "any"
    return accepts(outer, inner, rules) and (not invariant or accepts(inner, outer, rules))


def spelled(type_: Type) -> str:
    """Return the type as text for people."""
    return result(type_).replace("models.", "")


def tightened(old: Bounds, new: Bounds) -> Iterator[tuple[bool, str]]:
    """Yield for each changed bound whether it is tighter now, and the change in words.

    A changed pattern counts as tighter, unless it certainly admits whatever the old one did.
    """
    before, after = ({key: value for key, value in bounds if not _idle(key, value)} for bounds in (old, new))
    for key in dict.fromkeys([*before, *after]):
        was, now = before.get(key), after.get(key)
        keyword = key.rpartition(".")[2]
        if was != now and keyword != "format":
            words = f"{key} is {now}, was {was}" if was is not None and now is not None else ""
            yield (
                _tighter(keyword, was, now),
                words or (f"{key} {was} was removed" if now is None else f"{key} is {now}"),
            )


def _tighter(keyword: str, was: int | float | str | None, now: int | float | str | None) -> bool:
    if was is None or now is None:
        return now is not None
    if isinstance(was, str) or isinstance(now, str):
        return not admits(str(now), str(was))
    return now > was if keyword in LOWER else now < was


def _idle(key: str, value: int | float | str) -> bool:
    """Return whether the bound refuses nothing: nothing is shorter than 0 or longer than Python's longest text."""
    keyword = key.rpartition(".")[2]
    if isinstance(value, str):
        return keyword == "pattern" and admits_all(value)
    return value <= 0 if keyword in ("minLength", "minItems") else keyword in LENGTHS and value >= LONGEST


def format_of(bounds: Bounds) -> tuple[tuple[str, int | float | str], ...]:
    """Return the formats among the bounds."""
    return tuple((key, value) for key, value in bounds if key.rpartition(".")[2] == "format")
