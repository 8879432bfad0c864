"""The public names as plain values, made of what griffe found: signatures, types, values and traits."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from .public import CHANGING
from .surface import Direction, Reached, alias_of, public, reached

UNIMPORTANT = frozenset({"overload", "override", "property", "staticmethod", "classmethod"})  # In shape or signature.


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

    *owner* is the class that defines it, under its public name. *value* is that of a constant, *traits* are decorators
    and arguments of the class. *directions* are those of the values of an alias.
    """

    path: str
    shape: str
    origin: str
    owner: str
    type: str = ""
    words: str = ""
    bases: tuple[str, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    value: str = ""
    traits: tuple[str, ...] = ()
    directions: frozenset[Direction] = frozenset()


@dataclass(frozen=True)
class Surface:
    """All public names by path, such as `ConflictError.maybe_ours`."""

    names: Mapping[str, Name]


def surface(folders: Sequence[Path]) -> Surface:
    """Return the public names of the packages in *folders*; none if the client is missing."""
    known = reached(folders)
    owners = {each.held.path: each.name for each in reversed(known) if each.offered}
    return Surface({name.path: name for each in known for name in _names(each, owners)})


def _names(found: Reached, owners: Mapping[str, str]) -> Iterator[Name]:
    """Yield the object and, for a class, its public members. `__init__` counts only if callers construct the class."""
    path, held = found.name, found.held
    yield _name(path, held, path, found.directions)
    if held.is_alias or not held.is_class:
        yield from _overloads(path, held, path)
        return
    if found.made and any(getattr(base, "canonical_path", "") == "msgspec.Struct" for base in _all_bases(held)):
        yield _made(path, held)
    for name, member in held.all_members.items():
        target = _resolved(member)
        if target is None or not public(name) or (name == "__init__" and not found.made):
            continue
        owner = owners.get(target.parent.path, path)
        yield _name(f"{path}.{name}", target, owner)
        yield from _overloads(f"{path}.{name}", target, owner)


def _resolved(member: Any) -> Any:
    try:
        return member.final_target if member.is_alias else member
    except Exception:  # noqa: BLE001 - griffe has several errors for an import of another package
        return None


def _all_bases(struct: Any) -> list[Any]:
    """Return the bases of the class and of its bases, as far as they are in our packages."""
    return [*struct.bases, *(base for above in struct.mro() for base in above.bases)]


def _overloads(path: str, held: Any, owner: str) -> Iterator[Name]:
    """Yield each way to call a function that has several, under a number."""
    for number, overload in enumerate((not held.is_alias and held.is_function and held.overloads) or (), start=1):
        type_, parameters = _spelled(overload.returns), _parameters(overload)
        yield Name(f"{path}#{number}", "overloaded function", f"{held.path}#{number}", owner, type_, "", (), parameters)


def _made(path: str, struct: Any) -> Name:
    """Return how callers make a struct: msgspec writes its `__init__`, griffe only that of a dataclass."""
    how = "keyword-only" if "kw_only" in struct.keywords else "positional or keyword"
    fields = [member for member in struct.members.values() if member.is_attribute and not member.name.startswith("_")]
    parameters = [
        Parameter(field.name, how, _spelled(field.annotation), None if field.value is None else str(field.value))
        for field in fields
        if field.annotation is not None and "ClassVar" not in str(field.annotation)
    ]
    return Name(f"{path}.__init__", "function", f"{struct.path}.__init__", path, "None", parameters=tuple(parameters))


def _name(path: str, held: Any, owner: str, directions: set[Direction] | None = None) -> Name:
    if held.is_alias:
        return Name(path, "name", held.target_path, owner)
    words = held.docstring.value if held.docstring else ""
    if held.is_module:
        return Name(path, "module", held.path, owner, words=words)
    if held.is_class:
        bases = tuple(_spelled(base) for base in held.bases)
        traits = (*_decorators(held), *(f"{key}={value}" for key, value in sorted(held.keywords.items())))
        return Name(path, "class", held.path, owner, words=words, bases=bases, traits=traits)
    if held.is_function and not any(each.endswith("property") for each in _decorators(held)):
        shape = "async function" if "async" in held.labels else "function"
        type_, parameters = _spelled(held.returns), _parameters(held)
        return Name(path, shape, held.path, owner, type_, words, (), parameters, traits=_decorators(held))
    alias = alias_of(held) if held.is_attribute else held.returns
    type_ = _spelled(alias if alias is not None else held.annotation)
    value, traits = (_constant(held, alias), _writable(held)) if held.is_attribute else ("", ())
    return Name(path, "attribute", held.path, owner, type_, words, (), (), value, traits, frozenset(directions or ()))


def _writable(held: Any) -> tuple[str, ...]:
    return ("writable",) if "writable" in held.labels else ()


def _decorators(held: Any) -> tuple[str, ...]:
    """Return the decorators that matter to callers, as text."""
    names = (trait for each in held.decorators for trait in _traits(str(each.value)))
    return tuple(sorted(name for name in names if name.rpartition(".")[2] not in UNIMPORTANT))


def _traits(decorator: str) -> list[str]:
    """Return the decorator as it is, or that of a dataclass as its name and its options, which structs have too."""
    call = ast.parse(decorator, mode="eval").body
    if not isinstance(call, ast.Call) or ast.unparse(call.func).rpartition(".")[2] != "dataclass":
        return [decorator]
    return ["dataclass", *(f"{keyword.arg}={ast.unparse(keyword.value)}" for keyword in call.keywords)]


@lru_cache(maxsize=10_000)
def _unqualified(annotation: str) -> str:
    """Return the annotation without the modules of its names: `models.Lead` is `Lead`, however it is imported."""

    class Short(ast.NodeTransformer):
        def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
            return ast.Name(node.attr)

    try:
        return ast.unparse(Short().visit(ast.parse(annotation, mode="eval")))
    except SyntaxError:
        return annotation


def _spelled(annotation: Any) -> str:
    return "" if annotation is None else _unqualified(str(annotation))


def _constant(held: Any, alias: Any) -> str:
    """Return the value of a constant of a module, or of a class that is no dataclass and no struct; '' otherwise."""
    parent = held.parent
    fields = parent.is_class and (parent.keywords or any("dataclass" in each for each in _decorators(parent)))
    if alias is not None or held.value is None or fields or held.name in CHANGING:
        return ""
    try:
        return repr(ast.literal_eval(str(held.value)))
    except (ValueError, SyntaxError):
        return ""


def _parameters(function: Any) -> tuple[Parameter, ...]:
    return tuple(_parameter(each) for each in function.parameters if each.name not in ("self", "cls"))


def _parameter(found: Any) -> Parameter:
    default = None if found.default is None and found.required else str(found.default)
    return Parameter(found.name, found.kind.value, _spelled(found.annotation), default)
