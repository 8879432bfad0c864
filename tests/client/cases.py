"""What the spec inside the package says of each operation, read by hand: no part of the generator, none of the client.

A case is an operation and a status; the arguments of its call and the request that they must become are made here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any, Final, TypeGuard

SPEC: Final[dict[str, Any]] = json.loads(resources.files("foxreach_client").joinpath("openapi.json").read_bytes())
SCHEMAS: Final[dict[str, Any]] = SPEC["components"]["schemas"]
FAMILY: Final = {"5XX": (502, 503)}  # the statuses that stand for a family
ODD: Final = "/ü ?#%"  # what only a percent-encoded segment or value can carry
ODD_ENCODED: Final = "%2F%C3%BC%20%3F%23%25"


@dataclass(frozen=True)
class Reply:
    """What the spec has under one status: the name of its schema and the example, both None without content."""

    schema: str | None
    example: Any


@dataclass(frozen=True)
class Operation:
    """One operation, as the spec has it; *body* is the name of its schema and the example."""

    call: str
    method: str
    path: str
    parameters: tuple[dict[str, Any], ...]
    body: Reply | None
    result: Any
    page: dict[str, str] | None
    replies: Mapping[str, Reply]

    def __str__(self) -> str:
        return self.call

    @property
    def take(self) -> str:
        """The property of the reply that the method returns."""
        return self.result if isinstance(self.result, str) else self.result["take"]

    @property
    def path_values(self) -> dict[str, str]:
        """A value for each path parameter, one that needs percent-encoding."""
        return {each["name"]: f"{each['name']}{ODD}" for each in self.parameters if each["in"] == "path"}

    @property
    def query(self) -> dict[str, tuple[Any, str]]:
        """A value for each query parameter, no two alike where that can be, and how it looks on the wire."""
        parameters = [each for each in self.parameters if each["in"] == "query"]
        return {each["name"]: _query_value(each, even=index % 2 == 0) for index, each in enumerate(parameters)}

    @property
    def required(self) -> frozenset[str]:
        """The query parameters that every call has."""
        return frozenset(each["name"] for each in self.parameters if each["in"] == "query" and each.get("required"))

    @property
    def needed(self) -> dict[str, Any]:
        """A value for each required query parameter, by its name in Python."""
        return {snake(name): value for name, (value, _) in self.query.items() if name in self.required}

    @property
    def arguments(self) -> tuple[tuple[Any, ...], dict[str, Any]]:
        """The arguments of a call with every parameter and the body's example."""
        named = {snake(name): value for name, (value, _) in self.query.items()}
        body = in_python(self.body.schema, self.body.example) if self.body else {}
        return tuple(self.path_values.values()), {**named, **body}

    @property
    def target(self) -> str:
        """What stands behind the host in the request line of that call."""
        return self.target_with(self.query)

    def target_with(self, names: Collection[str]) -> str:
        """What stands there when of the query only *names* are given."""
        path = self.path
        for name in self.path_values:
            path = path.replace(f"{{{name}}}", f"{name}{ODD_ENCODED}")
        query = "&".join(f"{name}={wire}" for name, (_, wire) in self.query.items() if name in names)
        return f"/api/v1{path}?{query}" if query else f"/api/v1{path}"

    @property
    def success(self) -> tuple[int, Reply]:
        """The first documented success with a body."""
        return next((int(status), reply) for status, reply in self.replies.items() if status[0] == "2")

    @property
    def errors(self) -> dict[int, Reply]:
        """Each documented status that is an error; a family counts by its FAMILY."""
        return {status: reply for status, reply in self.numbered.items() if status >= 400}

    @property
    def numbered(self) -> dict[int, Reply]:
        """The documented replies by number."""
        each = ((number, name) for name in self.replies for number in FAMILY.get(name) or (int(name),))
        return {number: self.replies[name] for number, name in each}


@dataclass(frozen=True)
class Case:
    """An operation and one of its documented statuses."""

    operation: Operation
    status: int
    reply: Reply

    def __str__(self) -> str:
        return f"{self.operation.call}-{self.status}"


def exceptions() -> dict[int, str]:
    """Return the class of each error status that has one of its own."""
    nodes = (node for item in SPEC["paths"].values() for key, node in item.items() if key != "parameters")
    replies = ((status, resolved(reply)) for node in nodes for status, reply in node["responses"].items())
    return {int(status): reply["x-exception"] for status, reply in replies if "x-exception" in reply}


def snake(name: str) -> str:
    """Return the Python name of a JSON name."""
    return re.sub(r"(?<=[a-z0-9])([A-Z])", r"_\1", name).lower()


def resolved(node: dict[str, Any]) -> dict[str, Any]:
    """Return what *node* refers to, or itself."""
    while "$ref" in node:
        target: Any = SPEC
        for key in node["$ref"].removeprefix("#/").split("/"):
            target = target[key]
        node = target
    return node


def name_of(schema: dict[str, Any]) -> str | None:
    """Return the name of the component that a schema refers to, if it does."""
    return schema["$ref"].rpartition("/")[2] if "$ref" in schema else None


def is_object(value: Any) -> TypeGuard[dict[str, Any]]:
    """Return whether *value* is a JSON object."""
    return isinstance(value, dict)


def is_list(value: Any) -> TypeGuard[list[Any]]:
    """Return whether *value* is a JSON array."""
    return isinstance(value, list)


def in_python(schema: str | None, value: dict[str, Any]) -> dict[str, Any]:
    """Return a body's JSON as keyword arguments: Python names for properties of the spec, user data untouched."""
    properties: dict[str, Any] = SCHEMAS[schema]["properties"] if schema else {}
    return {snake(name): _in_python(properties[name], each) for name, each in value.items()}


def _in_python(schema: dict[str, Any], value: Any) -> Any:
    if is_list(value):
        return [_in_python(schema["items"], item) for item in value]
    name = name_of(schema)
    return in_python(name, value) if is_object(value) and name else value


def _query_value(parameter: dict[str, Any], *, even: bool) -> tuple[Any, str]:
    schema = resolved(parameter["schema"])
    if "enum" in schema:
        return schema["enum"][-1], schema["enum"][-1]
    match schema["type"]:
        case "integer":
            number = schema.get("maximum", schema["minimum"])
            return number, str(number)
        case "boolean":
            return even, "true" if even else "false"
        case _:
            return f"{parameter['name']}{ODD}", f"{parameter['name']}{ODD_ENCODED}"


def _reply(node: dict[str, Any]) -> Reply:
    content = resolved(node).get("content", {}).get("application/json")
    return Reply(name_of(content["schema"]), content["example"]) if content else Reply(None, None)


def _is_usual(node: dict[str, Any], parameters: Collection[dict[str, Any]]) -> bool:
    """Return whether a case can make the call: JSON in an envelope, pages by number, single values, no header."""
    body = node.get("requestBody", {}).get("content", {"application/json": {"schema": {"$ref": ""}}})
    return (
        node.get("x-result", "whole") != "whole"
        and "cursor" not in node.get("x-page", {})
        and all("$ref" in media["schema"] and name == "application/json" for name, media in body.items())
        and all(each["in"] != "header" and resolved(each["schema"]).get("type") != "array" for each in parameters)
    )


def _operations() -> Iterator[Operation | str]:
    """Yield each operation, or the name of one whose calls no case can make."""
    for path, item in SPEC["paths"].items():
        for method in item.keys() - {"parameters"}:
            node = item[method]
            parameters = tuple(map(resolved, [*item.get("parameters", ()), *node.get("parameters", ())]))
            if not _is_usual(node, parameters):
                yield node["operationId"]
                continue
            yield Operation(
                node["operationId"],
                method.upper(),
                path,
                parameters,
                _reply(node["requestBody"]) if "requestBody" in node else None,
                node["x-result"],
                node.get("x-page"),
                {status: _reply(reply) for status, reply in node["responses"].items()},
            )


FOUND: Final = tuple(_operations())
OPERATIONS: Final = tuple(sorted((each for each in FOUND if isinstance(each, Operation)), key=lambda each: each.call))
UNUSUAL: Final = frozenset(each for each in FOUND if isinstance(each, str))
BY_CALL: Final = {each.call: each for each in OPERATIONS}
CASES: Final = tuple(Case(each, *status) for each in OPERATIONS for status in each.numbered.items())
