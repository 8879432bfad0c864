"""Reads the generated package without importing it: the methods of its resources, and its models.

What is shown is so what a caller gets: names, annotations, defaults and docstrings of the very files.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.docs.failure import SiteError

from .docstrings import Docstring, docstring

WIDTH = 88  # columns of a block of code
UNSET = " | UnsetType"


@dataclass(frozen=True)
class Parameter:
    """One parameter of a method. *default* is its expression, "" if it is required."""

    name: str
    annotation: str
    default: str
    keyword: bool

    def __str__(self) -> str:
        return f"{self.name}: {self.annotation}{f' = {self.default}' if self.default else ''}"


@dataclass(frozen=True)
class Method:
    """One method of a resource, with the parameters of each way to call it."""

    name: str
    ways: tuple[tuple[Parameter, ...], ...]
    whole: tuple[Parameter, ...]
    returns: str
    doc: Docstring

    def required(self, name: str) -> bool:
        """Return whether the argument must be given where it can be given as a keyword."""
        return any(each.name == name and not each.default for each in self.ways[0])

    def signatures(self, call: str) -> str:
        """Return the ways to call it as code."""
        return "\n\n".join(_signature(call, way, self.returns) for way in self.ways)


def methods(folder: Path, resource: str, class_name: str) -> dict[str, Method]:
    """Return the methods of the class in the module *resource* of the package in *folder*, by name."""
    tree = ast.parse((folder / "resources" / f"{resource}.py").read_text("utf-8"))
    found: dict[str, list[ast.FunctionDef]] = {}
    for node in _class(tree, class_name).body:
        if isinstance(node, ast.FunctionDef) and not _decorated(node, "cached_property"):
            found.setdefault(node.name, []).append(node)
    return {name: _method(nodes) for name, nodes in found.items()}


def models(folder: Path) -> Iterator[tuple[str, ast.ClassDef]]:
    """Yield the module and the class of each model of the package in *folder*."""
    for path in sorted((folder / "models").glob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        yield from ((path.stem, node) for node in tree.body if isinstance(node, ast.ClassDef))


def field_names(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    """Yield the name in JSON and the name in Python of each field of a model."""
    for each in node.body:
        if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name):
            words = each.value.keywords if isinstance(each.value, ast.Call) else []
            named = (word.value for word in words if word.arg == "name")
            wire = next((value.value for value in named if isinstance(value, ast.Constant)), each.target.id)
            yield str(wire), each.target.id


def _class(tree: ast.Module, name: str) -> ast.ClassDef:
    return next(node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == name)


def _decorated(node: ast.FunctionDef, name: str) -> bool:
    return any(isinstance(each, ast.Name) and each.id == name for each in node.decorator_list)


def _method(nodes: list[ast.FunctionDef]) -> Method:
    *overloads, last = nodes
    text = ast.get_docstring(last)
    if text is None:
        raise SiteError(f"the method {last.name} has no docstring: generate the package")
    ways = tuple(tuple(_parameters(node)) for node in overloads or [last])
    returns = _shown(last.returns)
    return Method(last.name, ways, tuple(_parameters(last)), returns, docstring(text))


def _parameters(node: ast.FunctionDef) -> Iterator[Parameter]:
    given = node.args
    positional = [*given.posonlyargs, *given.args][1:]
    defaults = [None] * (len(positional) - len(given.defaults)) + list(given.defaults)
    for argument, default in zip(positional, defaults, strict=False):
        yield Parameter(argument.arg, _shown(argument.annotation), _shown(default), keyword=False)
    for argument, default in zip(given.kwonlyargs, given.kw_defaults, strict=True):
        yield Parameter(argument.arg, _shown(argument.annotation), _shown(default), keyword=True)


def _shown(node: ast.expr | None) -> str:
    return "" if node is None else ast.unparse(node).replace("models.", "").replace("'", '"')


def _signature(call: str, way: tuple[Parameter, ...], returns: str) -> str:
    keyword = next((at for at, each in enumerate(way) if each.keyword), None)
    shown = [str(each) for each in way]
    if keyword is not None:
        shown.insert(keyword, "*")
    line = f"{call}({', '.join(shown)}) -> {returns}"
    if len(line) <= WIDTH:
        return line
    return "\n".join([f"{call}(", *(f"    {each}," for each in shown), f") -> {returns}"])
