"""Finds the changes of the public names in Python. Pure: two surfaces in, changes out."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from .kinds import Change
from .names import Name, Parameter, Surface
from .pairs import paired

POSITIONAL = ("positional-only", "positional or keyword")
OPENING = ("deprecated", "order=True", "total=False")  # What a class or function may gain without a break.


def surface_changes(old: Surface, new: Surface) -> Iterator[Change]:
    """Yield every change of a public name. An inherited one is reported once, at the class that defines it."""
    reported: set[tuple[str, str, str]] = set()
    for name, kind, words in sorted(_all(old, new), key=lambda found: not found[0].path.startswith(found[0].owner)):
        if (name.origin, kind, words) not in reported:
            reported.add((name.origin, kind, words))
            yield Change(kind, _subject(name), words)


def _subject(name: Name) -> str:
    """Return the name as a program writes it; `C.__init__` is `C()`, and `f#2` the second way to call `f`."""
    path, _, number = name.path.partition("#")
    called = f"{path.removesuffix('.__init__')}()" if name.shape.endswith("function") else path
    return f"{called}, way {number} to call it" if number else called


def _all(old: Surface, new: Surface) -> Iterator[tuple[Name, str, str]]:
    pairs = paired(old.names.values(), new.names.values(), lambda name: name.path)
    gone, come = {name.path for name in pairs.gone}, {name.path for name in pairs.new}
    for name in pairs.gone:
        if not _inside(name, gone):
            yield name, "public-removed", f"{name.shape} removed"
    for name in pairs.new:
        if not _inside(name, come):
            yield name, "public-added", f"{name.shape} added"
    for before, after in pairs.kept:
        for kind, words in _name(before, after):
            yield after, kind, words


def _inside(name: Name, paths: set[str]) -> bool:
    """Return whether the name is a member of a class, or a way to call a function, that is one of *paths*."""
    return name.path.rpartition(".")[0] in paths or name.path.partition("#")[0] in paths - {name.path}


def _name(old: Name, new: Name) -> Iterator[tuple[str, str]]:
    if old.shape != new.shape:
        yield "public-kind", f"is now {_one(new.shape)}, was {_one(old.shape)}"
        return
    for base in old.bases:
        if base not in new.bases:
            yield "base-removed", f"is no longer a {base}"
    for base in new.bases:
        if base not in old.bases:
            yield "base-added", f"is now a {base}"
    yield from _type(old, new)
    yield from _traits(old, new)
    yield from _parameters(old, new)
    if old.words != new.words:
        yield "public-words", "description changed"


def _type(old: Name, new: Name) -> Iterator[tuple[str, str]]:
    """Yield the change of a type or a value. An alias may gain members in arguments, and lose some in results."""
    narrower, wider = _options(new.type) <= _options(old.type), _options(new.type) >= _options(old.type)
    if old.type != new.type:
        sent, received = "sent" in new.directions, "received" in new.directions or not new.directions
        safe = (wider or not sent) and (narrower or not received)
        verbs = ("returns", "returned") if new.shape.endswith("function") else ("is", "was")
        words = f"{verbs[0]} {new.type or 'untyped'}, {verbs[1]} {old.type or 'untyped'}"
        yield ("public-type-safe" if safe else "public-type"), words
    if old.value != new.value:
        prose = " " in old.value and " " in new.value
        yield (
            ("public-words", "text changed")
            if prose
            else ("constant-changed", f"is {new.value or 'computed'}, was {old.value or 'computed'}")
        )


def _traits(old: Name, new: Name) -> Iterator[tuple[str, str]]:
    for trait in old.traits:
        if trait not in new.traits:
            safe = trait.rpartition(".")[2] == "final" or trait.startswith("deprecated")
            yield ("trait-safe" if safe else "trait-changed"), f"is no longer {trait}"
    for trait in new.traits:
        if trait not in old.traits:
            safe = trait == "writable" or trait.startswith(OPENING)
            yield ("trait-safe" if safe else "trait-changed"), f"is now {trait}"


def _one(shape: str) -> str:
    return f"an {shape}" if shape.startswith("a") else f"a {shape}"


def _parameters(old: Name, new: Name) -> Iterator[tuple[str, str]]:
    pairs = paired(old.parameters, new.parameters, lambda parameter: parameter.name)
    for gone in pairs.gone:
        yield "parameter-removed", f"parameter '{gone.name}' removed"
    for come in pairs.new:
        required = come.default is None and not come.how.startswith("variadic")
        kind = "parameter-required" if required else "parameter-added"
        yield kind, f"{'required' if required else 'optional'} parameter '{come.name}' added"
    for before, after in pairs.kept:
        for kind, words in _parameter(before, after):
            yield kind, f"parameter '{after.name}' {words}"
    first, second = (_positional(a, b) for a, b in ((old, new), (new, old)))
    if first != second:
        yield "parameter-moved", f"positional parameters are now ({', '.join(second)}), were ({', '.join(first)})"


def _parameter(old: Parameter, new: Parameter) -> Iterator[tuple[str, str]]:
    if (old.default is None) != (new.default is None):
        yield (
            ("parameter-required", "is now required") if new.default is None else ("parameter-added", "is now optional")
        )
    elif old.default != new.default:
        yield "default-changed", f"is {new.default} by default, was {old.default}"
    if new.how not in (old.how, "positional or keyword"):
        yield "parameter-moved", f"is now {new.how}, was {old.how}"
    if old.type != new.type:
        safe = _options(old.type) <= _options(new.type)
        yield ("public-type-safe" if safe else "public-type"), f"accepts {new.type}, accepted {old.type}"


def _positional(name: Name, other: Name) -> list[str]:
    """Return the positional parameters of *name* that *other* has too, in order."""
    shared = {parameter.name for parameter in other.parameters if parameter.how in POSITIONAL}
    return [each.name for each in name.parameters if each.how in POSITIONAL and each.name in shared]


def _options(annotation: str) -> set[str]:
    """Return the members of a union as text. An annotation that cannot be parsed is the only member."""
    try:
        waiting = [ast.parse(annotation, mode="eval").body]
    except SyntaxError:
        return {annotation}
    found: set[str] = set()
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
            waiting += [node.left, node.right]
        else:
            found |= _members(node)
    return found


def _members(node: ast.expr) -> set[str]:
    """Return each value of a `Literal` as a type of its own, any other type as it is."""
    if not (isinstance(node, ast.Subscript) and ast.unparse(node.value).endswith("Literal")):
        return {ast.unparse(node)}
    values = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
    return {f"Literal[{ast.unparse(value)}]" for value in values}
