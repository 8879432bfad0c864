"""The names that exist: what the code defines, the commands and their options, the sessions of nox, variables."""

from __future__ import annotations

import argparse
import ast
import builtins
import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from tools.docs.checks import members

READ = ("sandbox/foxreach_sandbox", "sandbox/foxreach_testing", "generated/foxreach_client/testing")
PACKAGES = {
    "foxreach_client": "generated",
    "foxreach_runtime": "runtime",
    "foxreach_sandbox": "sandbox",
    "foxreach_testing": "sandbox",
    "foxreach_shell": "cli",
}
CODE = ("benchmarks", "cli", "generated", "generator", "runtime", "sandbox", "templates", "tools")
BESIDE = ("ci", "examples", "tests", ".ci", ".github")  # Where variables of the environment are used, too.
SKIPPED = {"__pycache__", "checks"}  # The checks have examples of wrong names.
SUFFIXES = {".py", ".j2", ".jinja", ".sh", ".yml", ".yaml", ""}
DEFINED = re.compile(
    r"\b(?:def|class) +(\w+)|^ *(?:self\.)?(\w+) *[:=]|[(,] *\*{0,2}(\w+) *[:=]|[\"'](\w+)[\"']", re.MULTILINE
)
VARIABLE = re.compile(r"\b[A-Z][A-Z0-9]*_[A-Z0-9_]+\b")
CLASS = re.compile(r"^ *class (\w+)|^([A-Z]\w+) *[:=]", re.MULTILINE)
KEY = re.compile(r"^[ -]*([\w-]+):", re.MULTILINE)


@dataclass(frozen=True)
class Known:
    """All names, by what they name."""

    calls: dict[str, frozenset[str]]
    """Each method of a client (`leads.create`), or class, with the names of its arguments; without, if any will do."""
    classes: frozenset[str]
    arguments: frozenset[str]
    words: frozenset[str]
    variables: frozenset[str]
    sessions: frozenset[str]
    commands: dict[str, frozenset[str]]
    """Each command of the command lines (`foxr leads list`) with its options; a group has none."""
    resources: frozenset[str]
    members: dict[str, frozenset[str]]
    """Each public class with the names that it and its values have."""
    modules: dict[str, Path]
    """The file of each module, by its dotted name."""


def known(root: Path) -> Known:
    """Return the names of the checkout *root*."""
    texts = {path: path.read_text("utf-8") for path in _sources(root, CODE)}
    spec = (root / "spec" / "foxreach.yaml").read_text("utf-8")
    defined = {name for text in texts.values() for found in DEFINED.findall(text) for name in found if name}
    beside = [path.read_text("utf-8") for path in _sources(root, BESIDE)]
    calls, resources = _calls()
    keys = set(KEY.findall(spec))
    return Known(
        calls=_read(root) | calls,
        classes=frozenset({name for text in texts.values() for found in CLASS.findall(text) for name in found})
        | keys
        | set(dir(builtins)),
        arguments=frozenset(name for names in calls.values() for name in names) | defined,
        words=frozenset(defined | keys | PACKAGES.keys() | set(dir(builtins))),
        variables=frozenset(name for text in [*texts.values(), *beside] for name in VARIABLE.findall(text)),
        sessions=_sessions(root),
        commands=dict(_commands()),
        resources=resources,
        members=members.of_classes(_nodes(root)[0]),
        modules=members.modules(root, PACKAGES),
    )


def _sources(root: Path, folders: tuple[str, ...]) -> Iterator[Path]:
    tops = [root / "noxfile.py"] if folders == CODE else []
    yield from tops
    for folder in folders:
        for path in (root / folder).rglob("*"):
            if path.suffix in SUFFIXES and path.is_file() and not SKIPPED & set(path.relative_to(root).parts):
                yield path


def _sessions(root: Path) -> frozenset[str]:
    tree = ast.parse((root / "noxfile.py").read_text("utf-8"))
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    return frozenset(
        node.name for node in functions if any("nox.session" in ast.unparse(each) for each in node.decorator_list)
    )


def _calls() -> tuple[dict[str, frozenset[str]], frozenset[str]]:
    """Return the methods of a client and the public classes with their arguments, and the names of resources."""
    client = import_module("foxreach_client").FoxReach(api_key="of-no-account")
    resource: type = import_module("foxreach_runtime.client").Resource
    found: dict[str, frozenset[str]] = {}
    resources: set[str] = set()

    def walk(thing: object, path: str) -> None:
        for name in (name for name in dir(thing) if not name.startswith("_")):
            value = getattr(thing, name)
            found[path + name] = _arguments(value)
            if isinstance(value, resource):
                resources.add(path + name)
                walk(value, f"{path}{name}.")

    walk(client, "")
    client.close()
    module = import_module("foxreach_client")
    return found | {name: _arguments(getattr(module, name)) for name in module.__all__}, frozenset(resources)


def _read(root: Path) -> dict[str, frozenset[str]]:
    """Return the classes and functions of packages that need an extra, which this does not import, with arguments."""
    classes, functions = _nodes(root)
    return {name: _named(node) for name, node in functions.items()} | {
        name: _made(node, classes) for name, node in classes.items()
    }


def _nodes(root: Path) -> tuple[dict[str, ast.ClassDef], dict[str, ast.FunctionDef]]:
    paths = [path for path in _sources(root, READ) if path.suffix == ".py"]
    nodes = [node for path in paths for node in ast.parse(path.read_text("utf-8")).body]
    return (
        {node.name: node for node in nodes if isinstance(node, ast.ClassDef)},
        {node.name: node for node in nodes if isinstance(node, ast.FunctionDef)},
    )


def _made(node: ast.ClassDef, classes: dict[str, ast.ClassDef]) -> frozenset[str]:
    """Return the arguments of a class: those of its or its base's __init__, or the fields of a dataclass."""
    for each in node.body:
        if isinstance(each, ast.FunctionDef) and each.name == "__init__":
            return _named(each)
    for base in node.bases:
        if isinstance(base, ast.Name) and base.id in classes:
            return _made(classes[base.id], classes)
    declared = [each.target for each in node.body if isinstance(each, ast.AnnAssign)]
    return frozenset(each.id for each in declared if isinstance(each, ast.Name))


def _named(function: ast.FunctionDef) -> frozenset[str]:
    given = function.args
    return frozenset() if given.kwarg else frozenset(each.arg for each in [*given.args, *given.kwonlyargs]) - {"self"}


def _arguments(value: object) -> frozenset[str]:
    if not callable(value):
        return frozenset()
    try:
        parameters = inspect.signature(value).parameters
    except ValueError:
        return frozenset()
    if any(each.kind is inspect.Parameter.VAR_KEYWORD for each in parameters.values()):
        return frozenset()
    return frozenset(parameters) - {"self"}


def _commands() -> Iterator[tuple[str, frozenset[str]]]:
    yield "foxr", frozenset({"--help", "-h", "--version", "-V"})
    parsers: Callable[[], Any] = import_module("foxreach_shell.contract").parsers
    for words, parser in parsers():
        for end in range(1, len(words)):
            yield " ".join(("foxr", *words[:end])), frozenset({"--help", "-h"})
        yield " ".join(("foxr", *words)), _options(parser)
    yield "foxreach-sandbox", _options(import_module("foxreach_sandbox.__main__").parser())


def _options(parser: argparse.ArgumentParser) -> frozenset[str]:
    return frozenset(option for action in parser._actions for option in action.option_strings)
