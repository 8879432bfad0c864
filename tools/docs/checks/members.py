"""The names that modules and classes of ours have. Reads modules, and imports only the client, which needs no extra."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path

OWN = re.compile(r"\bself\.(\w+)")


def modules(root: Path, packages: Mapping[str, str]) -> dict[str, Path]:
    """Return the file of each module of *packages*, which are in these folders of *root*, by its dotted name."""
    found: dict[str, Path] = {}
    for package, folder in packages.items():
        for path in (root / folder / package).rglob("*.py"):
            parts = path.relative_to(root / folder).with_suffix("").parts
            found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


@cache
def names_in(module: Path) -> frozenset[str]:
    """Return what *module* binds, imports and lists in `__all__`, and the modules that it has as a package."""
    inside = module.parent.iterdir() if module.name == "__init__.py" else ()
    found = {path.stem for path in inside if path.suffix == ".py" or path.is_dir()}
    open_nodes: list[ast.AST] = [ast.parse(module.read_text("utf-8"))]
    while open_nodes:
        node = open_nodes.pop()
        found |= set(_bound(node))
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            open_nodes += ast.iter_child_nodes(node)
    return frozenset(found)


def _bound(node: ast.AST) -> Iterable[str]:
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return [node.name]
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        return [(each.asname or each.name).partition(".")[0] for each in node.names]
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        return [node.id]
    if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__" and isinstance(node.value, ast.List):
        return [
            each.value for each in node.value.elts if isinstance(each, ast.Constant) and isinstance(each.value, str)
        ]
    return []


def of_classes(nodes: Mapping[str, ast.ClassDef]) -> dict[str, frozenset[str]]:
    """Return what each public class has: those of the client, and those in *nodes* whose bases are in there, too."""
    client = import_module("foxreach_client")
    public = {name: getattr(client, name) for name in client.__all__}
    found = {name: frozenset(_members(value)) for name, value in public.items() if isinstance(value, type)}
    return found | {name: frozenset(own) for name in nodes if (own := _read(name, nodes)) is not None}


def _members(value: type) -> set[str]:
    found = set(dir(value))
    for each in value.__mro__:
        found |= inspect.get_annotations(each).keys()
        if each.__module__.startswith("foxreach_"):
            found |= set(OWN.findall(inspect.getsource(each)))
    return found


def _read(name: str, nodes: Mapping[str, ast.ClassDef]) -> set[str] | None:
    """Return what the class *name* has; None if a base is unknown."""
    if name not in nodes:
        return set(dir(object)) if name in ("object", "Protocol") else None
    node = nodes[name]
    found = {each.name for each in node.body if isinstance(each, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))}
    found |= {each.id for each in ast.walk(node) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)}
    found |= set(OWN.findall(ast.unparse(node)))
    for base in node.bases:
        above = _read(ast.unparse(base), nodes)
        if above is None:
            return None
        found |= above
    return found
