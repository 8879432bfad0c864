"""Collects the public names of all packages with griffe, from source. Nothing is imported or run.

They are the names that the public modules offer, and all types of our packages in the annotations of these, step by
step. Callers do not see changes of other names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import griffe

from .public import CLIENT, MADE_BY_THE_CLIENT, MODULES, PACKAGES

PROTOCOLS = frozenset(
    "__init__ __iter__ __aiter__ __next__ __anext__ __enter__ __exit__ __aenter__ __aexit__ __len__ __getitem__ "
    "__contains__ __call__ __bool__ __await__".split()
)
Direction = Literal["sent", "received"]


@dataclass
class Reached:
    """One object that callers meet: its public *name*, whether a module *offers* it, and the uses of an alias."""

    name: str
    held: Any
    offered: bool
    directions: set[Direction] = field(default_factory=set[Direction])

    @property
    def made(self) -> bool:
        """Whether callers make objects of this class: the client alone makes errors, and what no module offers."""
        return self.offered and not self.name.endswith("Error") and self.name not in MADE_BY_THE_CLIENT


def reached(folders: Sequence[Path]) -> list[Reached]:
    """Return everything that callers of the packages in *folders* meet; nothing if the client is missing."""
    loader = griffe.GriffeLoader(search_paths=list(folders), allow_inspection=False)
    loaded = loader.modules_collection
    for package in PACKAGES:
        try:
            loader.load(package)
        except (ImportError, griffe.GriffeError):
            continue  # An older release may lack one. A missing client has no names at all.
    if CLIENT not in loaded.members:
        return []
    found = dict[str, Reached]()
    seeds = [seed for module in MODULES for seed in _offered(module, loaded)]
    for seed in seeds:
        found.setdefault(seed.held.path, seed)
    _follow(found, loaded)
    return [*seeds, *(each for each in found.values() if not each.offered)]


def _offered(path: str, loaded: Any) -> Iterator[Reached]:
    """Yield the public module at *path* and every name that it offers."""
    try:
        module = loaded[path]
    except (KeyError, griffe.GriffeError):
        return
    yield Reached(path, module, offered=True)
    listed = module.exports
    if listed is None:
        listed = [name for name, member in module.members.items() if _defined(name, member, module)]
    for name in map(str, listed):
        held = _target(module.members[name]) if name in module.members else None
        if held is not None and not (held.is_alias and held.target_path.startswith(PACKAGES)):  # It leads nowhere.
            yield Reached(name if path == CLIENT else f"{path}.{name}", held, offered=True)


def _defined(name: str, member: Any, module: Any) -> bool:
    """Return whether a module without `__all__` offers the name: a package also what it imports of ours."""
    if name.startswith("_") or name == "TYPE_CHECKING":
        return False
    if member.is_alias:
        return bool(module.is_init_module and member.target_path.startswith(PACKAGES))
    return not member.is_module


def _target(member: Any) -> Any:
    """Return what an import leads to, or the import itself if that is in no package of ours."""
    try:
        return member.final_target if member.is_alias else member
    except (KeyError, griffe.GriffeError):
        return member


def _follow(found: dict[str, Reached], loaded: Any) -> None:
    """Add every type of our packages in the annotations of what is *found*, recursively."""
    taken = {each.name for each in found.values()}
    waiting = list(found.values())
    while waiting:
        for path, direction in _mentioned(waiting.pop()):
            held = _ours(loaded, path)
            if held is None or (direction == "sent" and not _open(held)):
                continue
            if held.path not in found:
                name = next(name for name in _names_for(held) if name not in taken)
                taken.add(name)
                found[held.path] = Reached(name, held, offered=False)
                waiting.append(found[held.path])
            found[held.path].directions.add(direction)


def _names_for(held: Any) -> Iterator[str]:
    """Yield names for a type that no module offers, the shortest first; a moved module must not change them."""
    package = held.path.partition(".")[0]
    if package in (CLIENT, "foxreach_runtime"):
        yield held.name
    yield f"{package}.{held.name}"
    yield held.path


def _ours(loaded: Any, path: str) -> Any:
    """Return the public class, function or alias of our packages at *path*, with resolved imports; None otherwise."""
    if not path.startswith(PACKAGES):
        return None
    try:
        held = loaded[path]
        held = held.final_target if held.is_alias else held
    except (KeyError, ValueError, griffe.GriffeError):
        return None
    variable = held.is_attribute and isinstance(held.value, griffe.ExprCall)  # A TypeVar means nothing by itself.
    return None if held.is_module or held.name.startswith("_") or variable else held


def _open(held: Any) -> bool:
    """Return whether callers can make a value of the type themselves: an alias, or a protocol."""
    return held.is_attribute or any(str(base).partition("[")[0] == "Protocol" for base in held.bases)


def _mentioned(found: Reached) -> Iterator[tuple[str, Direction]]:
    """Yield the paths of the types that callers get from it or give to it: bases, arguments, results, attributes."""
    held = found.held
    if held.is_alias or held.is_module:
        return
    if not held.is_class:
        yield from _annotated(held)
        return
    for base in (base for base in held.bases if not isinstance(base, str)):
        yield base.canonical_path, "received"
    for name, member in held.all_members.items():
        target = _target(member)
        if not (target.is_alias or target.is_class or target.is_module) and (
            public(name) and (name != "__init__" or found.made)
        ):
            yield from _annotated(target)


def _annotated(held: Any) -> Iterator[tuple[str, Direction]]:
    """Yield the paths of the types in the annotations of a function or an attribute."""
    if held.is_function:
        for function in (held, *(held.overloads or ())):
            yield from _paths(function.returns, "received")
            for parameter in function.parameters:
                yield from _paths(parameter.annotation, "sent")
    else:
        yield from _paths(held.annotation, "received")
        yield from _paths(alias_of(held), "received")
        yield from _paths(alias_of(held), "sent")


def public(name: str) -> bool:
    return not name.startswith("_") or name in PROTOCOLS


def _paths(annotation: Any, direction: Direction) -> Iterator[tuple[str, Direction]]:
    """Yield the paths of the names in *annotation*; a function takes as its arguments what its caller gives."""
    parts = list(annotation.iterate(flat=True)) if isinstance(annotation, griffe.Expr) else []
    paths = [part.canonical_path for part in parts if isinstance(part, griffe.ExprName)]
    both = any(path.endswith(".Callable") for path in paths)
    others: dict[Direction, Direction] = {"sent": "received", "received": "sent"}
    for path in paths:
        yield path, direction
        if both:
            yield path, others[direction]


def alias_of(held: Any) -> Any:
    """Return the type that the attribute *held* is a name for, None if it is none."""
    declared = isinstance(held.annotation, griffe.Expr) and held.annotation.canonical_path.endswith("TypeAlias")
    subscript = isinstance(held.value, griffe.ExprSubscript | griffe.ExprBinOp)
    return held.value if declared or (held.annotation is None and subscript) else None
