"""The examples of an OpenAPI document, by operation and status and by the name of a schema. Reads one file, once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cached_property
from importlib.resources import files
from typing import Any, Final, cast

from .making_up import made_up

Json = dict[str, Any]
METHODS: Final = ("get", "put", "post", "patch", "delete")


class Examples:
    """The examples in the `openapi.json` of *package*."""

    def __init__(self, package: str) -> None:
        self._package = package

    def of_reply(self, operation: str, status: int) -> Any:
        """Return the example of a documented reply; None where it has no content. LookupError for no such reply."""
        replies = self._replies[operation]
        found = replies.get(str(status)) or replies.get(f"{status // 100}XX")
        if found is None:
            documented = ", ".join(replies)
            raise LookupError(f"{operation} does not document {status}; it documents {documented}")
        content = self._content(found)
        return None if content is None else content[1]

    def good_status(self, operation: str) -> int:
        """Return the first documented success of *operation* that has a body."""
        good = [status for status in self._replies[operation] if status.startswith("2")]
        return int(next((one for one in good if self._content(self._replies[operation][one])), good[0]))

    def of_schema(self, name: str) -> Json:
        """Return an object that the schema called *name* allows."""
        found = self._objects.get(name)
        return self._made_up(name) if found is None else found

    def is_local_time(self, name: str, wire: str) -> bool:
        """Return whether a property of the schema called *name* is a time without a zone."""
        property_ = self._resolved(self._schemas[name]["properties"][wire])
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
        found: dict[str, Json] = {}
        for section in ("paths", "webhooks"):
            for node in self._operations(section):
                for holder in (node.get("requestBody", {}), *node["responses"].values()):
                    schema, example = self._content(holder) or ({}, None)
                    self._collect(schema, example, found)
        return found

    def _collect(self, schema: Json, value: object, found: dict[str, Json]) -> None:
        """Note each named object inside *value*; the first one of a name stays."""
        name = str(schema.get("$ref", "")).rpartition("/")[2]
        node = self._resolved(schema)
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

    def _made_up(self, name: str) -> Json:
        return cast("Json", made_up(self._schemas[name], self._resolved))

    def _resolved(self, node: Json) -> Json:
        while "$ref" in node:
            target: Any = self._document
            for key in str(node["$ref"]).removeprefix("#/").split("/"):
                target = target[key.replace("~1", "/").replace("~0", "~")]
            node = target
        return node

    def _content(self, holder: Json) -> tuple[Json, Any] | None:
        """Return schema and example of a body, None where there is no body."""
        content: Json | None = self._resolved(holder).get("content", {}).get("application/json")
        if content is None:
            return None
        named: Json = content.get("examples", {})
        return content["schema"], content.get("example", next((each["value"] for each in named.values()), None))
