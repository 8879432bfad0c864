"""The facts of each command of the command line, as literals of Python. Pure.

A command is an operation, its arguments as options. Facts that are false or empty are left out: the table is loaded
before every command, also before one that only prints its help.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..api.ir import Api, Argument, Bulk, Field, Operation, Resource, Struct, Type

Fact = Any
JSON_KINDS = {"struct", "union", "any", "none"}  # Such a value is given as JSON.


def command_facts(api: Api) -> Iterator[tuple[str, str]]:
    """Yield the name of each operation and its facts as a literal."""
    structs = {struct.name: struct for struct in api.structs}
    values = {each.name: {"known" if each.open else "values": each.values} for each in api.enumerations}
    operations = {operation.id: operation for operation in api.operations}
    known = _Known(structs, values, operations)
    for resource in api.all_resources:
        for operation in resource.operations:
            yield operation.id, ascii(known.facts(operation, resource))


def group_facts(api: Api) -> Iterator[tuple[str, str]]:
    """Yield the name of each resource and the first sentence of its description as a literal."""
    for resource in api.all_resources:
        yield ".".join(resource.path), ascii(first_sentence(resource.description))


def first_sentence(text: str) -> str:
    """Return the first sentence of *text*."""
    words, point, _ = text.partition(". ")
    return words + point.strip()


class _Known:
    """What the facts of a command refer to."""

    def __init__(
        self,
        structs: Mapping[str, Struct],
        values: Mapping[str, Mapping[str, tuple[str | int, ...]]],
        operations: Mapping[str, Operation],
    ) -> None:
        self._structs = structs
        self._values = values
        self._operations = operations

    def facts(self, operation: Operation, resource: Resource) -> dict[str, Fact]:
        """Return the facts of the command of *operation*."""
        item = operation.result.items[0] if operation.result.kind == "array" else operation.result
        found = {
            "summary": operation.summary,
            "description": operation.description,
            "method": operation.http_method,
            "path": operation.path,
            "repeat": operation.repeat,
            "deprecated": operation.deprecated,
            "result": "page" if operation.page else operation.result.kind,
            "page": (operation.page.number, operation.page.size) if operation.page else (),
            "columns": self._columns(item),
            "arguments": tuple(self._argument(each) for each in operation.arguments),
            "statuses": tuple(reply.status for reply in operation.replies),
            "merge": self._merge(operation),
            "upsert": bool(operation.upsert),
            "bulk": self._bulk(operation, operation.bulk, resource) if operation.bulk else {},
            **self._declared(operation),
        }
        return {name: fact for name, fact in found.items() if fact not in ("", (), {}, False, None)}

    def _declared(self, operation: Operation) -> dict[str, Fact]:
        """Return what the document says with `x-command`."""
        command = operation.command
        if command is None:
            return {}
        shows = tuple(
            {"call": each.call, "with": each.arguments, "fields": each.fields, "count": each.count}
            for each in command.shows
        )
        own = {"name": command.name, "confirm": command.confirm, "watch": command.watch, "file": command.file}
        return {**own, "shows": shows}

    def _argument(self, argument: Argument) -> dict[str, Fact]:
        text = {"name": argument.name, "wire": argument.wire, "place": argument.place}
        rest = {"required": argument.required, "deprecated": argument.deprecated, "help": argument.description}
        return _given({**text, **self._type(argument.type), **rest})

    def field(self, field: Field) -> dict[str, Fact]:
        """Return the facts of one field of a row."""
        text = {"name": field.name, "wire": field.wire}
        return _given({**text, **self._type(field.type), "required": field.required, "help": field.description})

    def _type(self, type_: Type) -> dict[str, Fact]:
        kind = "json" if type_.kind in JSON_KINDS else type_.kind
        found: dict[str, Fact] = {"kind": kind, "nullable": type_.nullable}
        if kind == "array":
            inner = self._type(type_.items[0])
            found |= {"items": inner["kind"], **{name: inner.get(name, ()) for name in ("values", "known")}}
            if inner["kind"] in ("json", "array", "map"):
                found |= {"kind": "json", "items": ""}
        if kind == "enum":
            found |= self._values.get(type_.name, {})
        return found

    def _columns(self, item: Type) -> tuple[tuple[str, str], ...]:
        struct = self._structs.get(item.name)
        return () if struct is None else tuple((field.name, self._type(field.type)["kind"]) for field in struct.fields)

    def _merge(self, operation: Operation) -> dict[str, str]:
        """Return how to read the maps of an object that an update replaces as a whole."""
        maps = [each.name for each in operation.arguments if each.place == "body" and each.type.kind == "map"]
        reads = [
            each.id
            for each in self._operations.values()
            if each.http_method == "GET" and each.path == operation.path and each.result.kind == "struct"
        ]
        if operation.http_method != "PATCH" or len(maps) != 1 or not reads:
            return {}
        fields = [field.name for field in self._structs[self._operations[reads[0]].result.name].fields]
        return {"call": reads[0], "field": maps[0]} if maps[0] in fields else {}

    def _bulk(self, operation: Operation, bulk: Bulk, resource: Resource) -> dict[str, Fact]:
        rows = next(each for each in operation.arguments if each.name == bulk.rows)
        fields = self._structs[rows.type.items[0].name].fields
        lists = [each for each in resource.operations if each.page]
        return {
            "method": bulk.name,
            "rows": bulk.rows,
            "key": bulk.key,
            "limit": bulk.limit,
            "fields": tuple(self.field(field) for field in fields),
            "export": lists[0].id if lists else "",
        }


def _given(facts: dict[str, Fact]) -> dict[str, Fact]:
    return {name: fact for name, fact in facts.items() if fact not in ("", (), False, None)}
