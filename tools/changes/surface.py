"""Collects the public names that the document does not describe, with griffe, from source.

They are the names that `foxreach_client` exports from `foxreach_runtime`, its errors, what its clients inherit, and all
types of the runtime in the annotations of these, step by step. Callers do not see changes of other names. Nothing is
imported or run.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import griffe

CLIENT, RUNTIME = "foxreach_client", "foxreach_runtime"
HOMES = (f"{RUNTIME}.", f"{CLIENT}.errors.")  # the modules of the names that are collected
CLIENTS = ("FoxReach", "AsyncFoxReach")
PROTOCOLS = frozenset(
    "__init__ __iter__ __aiter__ __next__ __anext__ __enter__ __exit__ __aenter__ __aexit__ __len__ __getitem__ "
    "__contains__ __call__ __bool__ __await__".split()
)


@dataclass(frozen=True)
class Parameter:
    """One parameter of a function; *default* is None if the parameter is required."""

    name: str
    how: str
    type: str
    default: str | None


@dataclass(frozen=True)
class Name:
    """One public name. *type* is that of an attribute or of a function's result, *origin* the path of the definition.

    *owner* is the class that defines it, under its public name.
    """

    path: str
    shape: str
    origin: str
    owner: str
    type: str = ""
    words: str = ""
    bases: tuple[str, ...] = ()
    parameters: tuple[Parameter, ...] = ()


@dataclass(frozen=True)
class Surface:
    """All public names by path, such as `ConflictError.maybe_ours`."""

    names: Mapping[str, Name]


def surface(folders: Sequence[Path]) -> Surface:
    """Return the public names of the packages in *folders*; none if a package is missing."""
    loader = griffe.GriffeLoader(search_paths=list(folders), allow_inspection=False)
    try:
        client = loader.load(CLIENT)
        loader.load(RUNTIME)
    except (ImportError, griffe.GriffeError):
        return Surface({})
    loaded = loader.modules_collection
    seeds = dict(_offered(client, loaded))
    known = _reached(seeds, loaded)
    names = {found.path: found for name, held in known.items() for found in _names(name, held, known, name in seeds)}
    return Surface(names)


def _offered(client: Any, loaded: Any) -> Iterator[tuple[str, Any]]:
    """Yield the names that the client's package exports from HOMES, and the bases of its two clients."""
    for name, member in client.members.items():
        public = member.is_alias and not name.startswith("_")
        held = _found(loaded, member.target_path) if public else None
        if held is not None:
            yield name, held
    for name in CLIENTS:
        module = client.members.get("client")
        for base in module.members[name].bases if module and name in module.members else ():
            held = _found(loaded, base.canonical_path)
            if held is not None:
                yield name, held


def _found(loaded: Any, path: str) -> Any:
    """Return the object at *path* in one of HOMES, with resolved re-exports; None if there is none."""
    if not path.startswith(HOMES):
        return None
    try:
        held = loaded[path]
        return held.final_target if held.is_alias else held
    except (KeyError, ValueError, griffe.GriffeError):
        return None


def _reached(seeds: Mapping[str, Any], loaded: Any) -> dict[str, Any]:
    """Return the seeds and every type of the runtime in their annotations, recursively, each under one name."""
    known = dict(seeds)
    waiting = list(known.values())
    paths = {held.path for held in waiting}
    while waiting:
        for path in _mentioned(waiting.pop()):
            held = _found(loaded, path)
            if held is None or held.path in paths or held.name.startswith("_") or held.is_module:
                continue
            paths.add(held.path)
            known.setdefault(held.name, held)
            waiting.append(held)
    return known


def _mentioned(held: Any) -> Iterator[str]:
    """Yield the paths of the types that callers get from *held*: bases, results, attributes."""
    if held.is_class:
        yield from (base.canonical_path for base in held.bases if not isinstance(base, str))
        for name, member in held.all_members.items():
            if not name.startswith("_") or name in PROTOCOLS - {"__init__"}:
                target = member.final_target if member.is_alias else member
                yield from () if target.is_class or target.is_module else _mentioned(target)
        return
    annotation = held.returns if held.is_function else held.annotation
    for part in annotation.iterate(flat=True) if isinstance(annotation, griffe.Expr) else ():
        if isinstance(part, griffe.ExprName):
            yield part.canonical_path


def _names(path: str, held: Any, known: Mapping[str, Any], seed: bool) -> Iterator[Name]:
    """Yield *held* and, for a class, its public members. `__init__` counts only if callers construct the class."""
    yield _name(path, held, path)
    if not held.is_class:
        return
    owners = {klass.path: name for name, klass in known.items()}
    made_by_callers = seed and not path.endswith("Error")
    if made_by_callers and any(getattr(base, "canonical_path", "") == "msgspec.Struct" for base in held.bases):
        yield _made(path, held)
    for name, member in held.all_members.items():
        target = member.final_target if member.is_alias else member
        if name.startswith("_") and (name not in PROTOCOLS or (name == "__init__" and not made_by_callers)):
            continue
        yield _name(f"{path}.{name}", target, owners.get(target.parent.path, path))


def _made(path: str, struct: Any) -> Name:
    """Return how callers make a struct: msgspec writes its `__init__`, griffe only that of a dataclass."""
    how = "keyword-only" if "kw_only" in struct.keywords else "positional or keyword"
    fields = [member for member in struct.members.values() if member.is_attribute and not member.name.startswith("_")]
    parameters = [
        Parameter(field.name, how, str(field.annotation), None if field.value is None else str(field.value))
        for field in fields
        if field.annotation is not None and "ClassVar" not in str(field.annotation)
    ]
    return Name(
        f"{path}.__init__", "function", f"{struct.path}.__init__", path, "None", "", parameters=tuple(parameters)
    )


def _name(path: str, held: Any, owner: str) -> Name:
    words = held.docstring.value if held.docstring else ""
    if held.is_class:
        bases = tuple(str(base) for base in held.bases)
        return Name(path, "class", held.path, owner, words=words, bases=bases)
    if held.is_function:
        shape = "async function" if "async" in held.labels else "function"
        parameters = tuple(_parameter(each) for each in held.parameters if each.name not in ("self", "cls"))
        return Name(path, shape, held.path, owner, str(held.returns or ""), words, parameters=parameters)
    alias = held.value if isinstance(held.value, griffe.ExprSubscript | griffe.ExprBinOp) else None
    type_ = held.annotation if held.annotation is not None else alias
    return Name(path, "attribute", held.path, owner, str(type_ or ""), words)


def _parameter(found: Any) -> Parameter:
    default = None if found.default is None and found.required else str(found.default)
    return Parameter(found.name, found.kind.value, str(found.annotation or ""), default)
