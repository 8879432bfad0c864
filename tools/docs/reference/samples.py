"""The samples of each call: sync, async, command line and curl, made from the examples of the spec. Pure.

Tests run each of them against the sandbox, and check the types of those in Python.
"""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.api.ir import Argument, Bulk, Operation, Type
from generator.source.document import is_list, is_mapping
from tools.docs.failure import SiteError

from .facts import Facts
from .literals import called, imports, literal, renamed

TABS = {"sync": "Python", "async": "Python (async)", "foxr": "Command line", "curl": "curl"}
LANGUAGES = {"sync": "python", "async": "python", "foxr": "bash", "curl": "bash"}
WIDTH = 80  # columns of a command
PLAIN = ("text", "integer", "number", "boolean", "enum", "time", "date", "uuid", "decimal")


@dataclass(frozen=True)
class Sample:
    """One sample: *call* such as `leads.upsert`, one of TABS, and its text."""

    call: str
    tab: str
    text: str


def samples(facts: Facts, operation: Operation) -> Iterator[Sample]:
    """Yield the samples of an operation."""
    given = _Given(facts, operation)
    for tab, prefix in (("sync", ""), ("async", "Async")):
        yield Sample(operation.id, tab, given.python(prefix))
    yield Sample(operation.id, "foxr", given.command(given.words(), given.options()))
    yield Sample(operation.id, "curl", given.curl())


def upsert_samples(facts: Facts, operation: Operation) -> Iterator[Sample]:
    """Yield the samples of the method that creates or updates."""
    given = _Given(facts, operation)
    call = f"{operation.id.rpartition('.')[0]}.upsert"
    fields = facts.structs[operation.result.name].fields
    name = _snake(operation.result.name)
    shown = ["created", *(f"{name}.{each.name}" for each in fields)][:3]
    for tab, prefix in (("sync", ""), ("async", "Async")):
        text = [*given.call_of(call, f"{name}, created", prefix), f"print({', '.join(shown)})"]
        yield Sample(call, tab, _program(given, text, prefix))
    yield Sample(call, "foxr", given.command([*given.words()[:-1], "upsert"], given.options()))


def bulk_samples(facts: Facts, operation: Operation, bulk: Bulk) -> Iterator[Sample]:
    """Yield the samples of the method that imports any number of rows."""
    given = _Given(facts, operation)
    rows = next(each for each in operation.arguments if each.name == bulk.rows)
    call = f"{operation.id.rpartition('.')[0]}.{bulk.name}"
    arguments = [literal(facts, rows.type, given.body[rows.wire]), f'checkpoint="{bulk.rows}.checkpoint"']
    for tab, prefix in (("sync", ""), ("async", "Async")):
        text = called(f"progress = {'await ' if prefix else ''}client.{call}", arguments)
        yield Sample(call, tab, _program(given, [*text, "print(progress)"], prefix))
    yield Sample(call, "foxr", given.command([*given.words()[:-1], "import", f"{bulk.rows}.csv"], []))


class _Given:
    """What the examples of the spec give to the arguments of an operation."""

    def __init__(self, facts: Facts, operation: Operation) -> None:
        self.facts, self.operation = facts, operation
        self.paths = facts.path_values(operation)
        self.body: dict[str, Any] = facts.example(operation, "request") or {}
        self.query = dict(self._query())

    def _query(self) -> Iterator[tuple[str, Any]]:
        """Yield the first filter by a value that the example of the list has; required parameters always."""
        _, example = self.facts.success(self.operation)
        items = example.get(self.operation.take) if is_mapping(example) else None
        item = items[0] if is_list(items) and items and is_mapping(items[0]) else {}
        optional = True
        for argument in self.operation.placed("query"):
            if argument.required and argument.wire not in item:
                raise SiteError(
                    f"{self.operation.id}: {argument.name}: give the example of the reply in the spec a value for it"
                )
            if argument.required or (optional and argument.type.kind == "enum" and argument.wire in item):
                optional = optional and argument.required
                yield argument.wire, item[argument.wire]

    def keywords(self) -> Iterator[tuple[Argument, Any]]:
        """Yield each argument that is given as a keyword, with its value in JSON."""
        values = {"query": self.query, "body": self.body}
        for argument in self.operation.arguments:
            if argument.wire in values.get(argument.place, {}):
                yield argument, values[argument.place][argument.wire]

    def call_of(self, call: str, name: str, prefix: str) -> list[str]:
        """Return the lines of a call whose result is *name*."""
        arguments = [*self.paths]
        arguments += [f"{each.name}={literal(self.facts, each.type, value)}" for each, value in self.keywords()]
        return called(f"{name} = {'await ' if prefix else ''}client.{call}", arguments)

    def python(self, prefix: str) -> str:
        """Return the program that makes the call."""
        operation = self.operation
        many = operation.result.kind == "array"
        item = operation.result.items[0] if many else operation.result
        name = _snake(item.name or ("item" if many else "result"))
        shown = f"print({self.shown(name, item)})"
        if operation.page:
            head, *rest = self.call_of(operation.id, name, "")
            lines = [head.replace(f"{name} = ", f"{'async ' if prefix else ''}for {name} in ", 1), *rest]
            lines[-1] += ":"
        elif many:
            lines = [*self.call_of(operation.id, f"{name}s", prefix), f"for {name} in {name}s:"]
        else:
            lines = self.call_of(operation.id, name, prefix)
        return _program(self, [*lines, f"{'    ' if many else ''}{shown}"], prefix)

    def shown(self, name: str, type_: Type) -> str:
        """Return what a sample prints of a result: its first plain fields, or all of it."""
        struct = self.facts.structs.get(type_.name)
        fields = [each.name for each in struct.fields if each.type.kind in PLAIN][:2] if struct else []
        return ", ".join(f"{name}.{field}" for field in fields) or name

    def words(self) -> list[str]:
        """Return the words of the command."""
        *groups, name = self.operation.id.replace("_", "-").split(".")
        command = self.operation.command
        return [*groups, (command.name if command else "") or name]

    def options(self) -> list[str]:
        """Return the options of the command, each with its value."""
        found: list[str] = []
        maps = [each for each in self.operation.placed("body") if each.type.kind == "map"]
        for argument, value in self.keywords():
            if maps == [argument] and is_mapping(value):
                found += [f"--set {shlex.quote(_set(key, each))}" for key, each in value.items()]
            else:
                found += _option(argument, renamed(self.facts, argument.type, value))
        return found

    def command(self, words: list[str], options: list[str]) -> str:
        """Return the command, with a line for each option where one line is too long."""
        return _wrapped(" ".join(["foxr", *words, *self.paths.values()]), options)

    def curl(self) -> str:
        """Return the request as a command of curl."""
        operation, api = self.operation, self.facts.api
        path = operation.path_by_arguments
        for name, value in self.paths.items():
            path = path.replace(f"{{{name}}}", value)
        query = "&".join(f"{name}={value}" for name, value in self.query.items())
        url = shlex.quote(f"{api.server}{path}{f'?{query}' if query else ''}")
        parts = [] if operation.http_method == "GET" else [f"--request {operation.http_method}"]
        parts.append(f'--header "{api.key_header}: {api.key_prefix}$FOXREACH_API_KEY"')
        if self.body:
            parts.append('--header "Content-Type: application/json"')
            parts.append(f"--data {shlex.quote(_json(self.body))}")
        return _wrapped(f"curl {url}", parts)


def _program(given: _Given, lines: list[str], prefix: str) -> str:
    """Return a whole program that runs *lines* with a client."""
    setup = [f'{name} = "{value}"' for name, value in given.paths.items()]
    client = f"with {prefix}FoxReach() as client:"
    block = [client, *(f"    {line}" for line in lines)]
    head = imports("\n".join([*setup, *block]), prefix)
    if prefix:
        block = ["", "async def main() -> None:", f"    async {block[0]}", *(f"    {line}" for line in block[1:])]
        block += ["", "", "asyncio.run(main())"]
    return "\n".join([*head, "", *setup, *([""] if setup else []), *block])


def _option(argument: Argument, value: Any) -> list[str]:
    name = argument.name.replace("_", "-")
    if value is None:
        return [f"--clear {argument.name}"]
    if isinstance(value, bool):
        return [f"--{'' if value else 'no-'}{name}"]
    if is_list(value) and argument.type.items[0].kind in PLAIN:
        return [f"--{name} {shlex.quote(str(each))}" for each in value]
    text = _json(value) if isinstance(value, (dict, list)) else str(value)
    return [f"--{name} {shlex.quote(text)}"]


def _set(name: str, value: Any) -> str:
    return f"{name}={value}" if isinstance(value, str) else f"{name}:={json.dumps(value)}"


def _json(value: Any) -> str:
    line = json.dumps(value, ensure_ascii=False)
    return line if len(line) <= WIDTH else json.dumps(value, indent=2, ensure_ascii=False)


def _wrapped(head: str, parts: list[str]) -> str:
    line = " ".join([head, *parts])
    return line if len(line) <= WIDTH else " \\\n    ".join([head, *parts])


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()
