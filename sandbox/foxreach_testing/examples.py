"""The examples of an OpenAPI document, by operation and status and by schema. Reads one file, once."""

import json
from collections.abc import Callable, Iterator
from functools import cached_property
from importlib.resources import files
from typing import Any, Final, cast

Json = dict[str, Any]
METHODS: Final = ("get", "put", "post", "patch", "delete")
TEXTS: Final = {
    "date": "2026-01-15",
    "date-time": "2026-01-15T10:30:00Z",
    "date-time-local": "2026-01-15T10:30:00",
    "email": "jane@example.com",
    "uri": "https://example.com",
}
CONSTANTS: Final[Json] = {"boolean": True, "number": 1.0, "null": None}


class Examples:
    """The examples in the `openapi.json` of *package*."""

    def __init__(self, package: str) -> None:
        self._package = package

    def of_reply(self, operation: str, status: int) -> Any:
        """Return the example of a reply, None where it has no content; LookupError where it is not documented."""
        replies = self._replies[operation]
        found = replies.get(str(status)) or replies.get(f"{status // 100}XX")
        if found is None:
            raise LookupError(f"{operation} does not document {status}; it documents {', '.join(replies)}")
        content = self._content(found)
        return None if content is None else content[1]

    def success_status(self, operation: str) -> int:
        """Return the first documented 2xx of *operation* that has a body, else the first 2xx."""
        successes = [status for status in self._replies[operation] if status.startswith("2")]
        with_body = (status for status in successes if self._content(self._replies[operation][status]))
        return int(next(with_body, successes[0]))

    def of_schema(self, name: str) -> Json:
        """Return an object that the schema called *name* allows: an example, or a minimal one where none is given."""
        found = self._objects.get(name)
        return cast("Json", minimal_value(self._schemas[name], self._resolve)) if found is None else found

    def is_local_time(self, schema: str, wire_name: str) -> bool:
        """Return whether a property of *schema* is a time without a zone."""
        property_ = self._resolve(self._schemas[schema]["properties"][wire_name])
        return property_.get("format") == "date-time-local"

    @cached_property
    def _document(self) -> Json:
        return cast("Json", json.loads(files(self._package).joinpath("openapi.json").read_text("utf-8")))

    @property
    def _schemas(self) -> Json:
        return cast("Json", self._document["components"]["schemas"])

    @cached_property
    def _replies(self) -> dict[str, Json]:
        return {node["operationId"]: node["responses"] for node in self._operations("paths")}

    def _operations(self, section: str) -> Iterator[Json]:
        for item in self._document.get(section, {}).values():
            yield from (item[method] for method in METHODS if method in item)

    @cached_property
    def _objects(self) -> dict[str, Json]:
        """The first example of each named object schema."""
        found: dict[str, Json] = {}
        for section in ("paths", "webhooks"):
            for node in self._operations(section):
                for holder in (node.get("requestBody", {}), *node["responses"].values()):
                    schema, example = self._content(holder) or ({}, None)
                    self._collect(schema, example, found)
        return found

    def _collect(self, schema: Json, value: object, found: dict[str, Json]) -> None:
        """Add each named object inside *value* to *found*, unless its name is there already."""
        name = str(schema.get("$ref", "")).rpartition("/")[2]
        node = self._resolve(schema)
        for option in node.get("anyOf", ()):
            self._collect(option, value, found)
        if isinstance(value, dict):
            mapping = cast("Json", value)
            if name and "properties" in node:
                found.setdefault(name, mapping)
            for key, inner in node.get("properties", {}).items():
                if key in mapping:
                    self._collect(inner, mapping[key], found)
        elif isinstance(value, list) and "items" in node:
            for item in cast("list[object]", value):
                self._collect(node["items"], item, found)

    def _resolve(self, node: Json) -> Json:
        while "$ref" in node:
            target: Any = self._document
            for key in str(node["$ref"]).removeprefix("#/").split("/"):
                target = target[key.replace("~1", "/").replace("~0", "~")]
            node = target
        return node

    def _content(self, holder: Json) -> tuple[Json, Any] | None:
        """Return schema and example of a body, None where there is no body."""
        content: Json | None = self._resolve(holder).get("content", {}).get("application/json")
        if content is None:
            return None
        named: Json = content.get("examples", {})
        return content["schema"], content.get("example", next((each["value"] for each in named.values()), None))


def minimal_value(schema: Json, resolve: Callable[[Json], Json]) -> Any:
    """Return the smallest value that *schema* allows, for a schema without an example; *resolve* follows a `$ref`."""
    node = resolve(schema)
    while "anyOf" in node:
        node = resolve(node["anyOf"][0])
    if "const" in node or "enum" in node:
        return node["const"] if "const" in node else node["enum"][0]
    types = cast("str | list[str]", node.get("type", "null"))
    match types if isinstance(types, str) else types[0]:
        case "object":
            properties: Json = node.get("properties", {})
            return {name: minimal_value(properties[name], resolve) for name in node.get("required", ())}
        case "array":
            return [minimal_value(node["items"], resolve) for _ in range(node.get("minItems", 0))]
        case "string":
            return str(TEXTS.get(node.get("format", ""), "text")).ljust(node.get("minLength", 0), "x")
        case "integer":
            return node.get("minimum", node.get("maximum", 1))
        case constant:
            return CONSTANTS.get(constant)
