"""The operations of openapi.json with all references resolved. Pure, except that it reads the file."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from itertools import compress
from typing import Any, TypeGuard
from urllib.parse import unquote

Json = dict[str, Any]
METHODS = ("get", "post", "patch", "put", "delete")


def is_object(value: Any) -> TypeGuard[Json]:
    """Return whether *value* is a JSON object."""
    return isinstance(value, dict)


def is_list(value: Any) -> TypeGuard[list[Any]]:
    """Return whether *value* is a JSON array."""
    return isinstance(value, list)


@dataclass(frozen=True)
class Parameter:
    """A parameter of the query, a header, or a field of a form; the items of a *joined* list are one text."""

    name: str
    required: bool
    schema: Json
    joined: bool = False


@dataclass(frozen=True)
class Operation:
    """An operation; *replies* has the example body of each documented status, None for one without a body.

    A success that is no JSON is a *file* of the type *media*. *idempotency* is the header by which a repeat is
    recognised, "" if there is none.
    """

    name: str
    method: str
    segments: tuple[str, ...]
    query: tuple[Parameter, ...]
    body: Json | None
    replies: Mapping[str, Any]
    schemas: Mapping[str, Json | None]
    page: Json | None
    headers: tuple[Parameter, ...] = ()
    form: tuple[Parameter, ...] = ()
    media: str = ""
    file: str = ""
    idempotency: str = ""
    optional: bool = False  # whether a request may have no body

    @cached_property
    def ids(self) -> list[str]:
        """The names of the ids in the path."""
        return [each[1:-1] for each in self.segments if each.startswith("{")]

    @cached_property
    def success(self) -> int:
        """The first documented 2xx."""
        return int(next(status for status in self.replies if status[0] == "2"))

    def documents(self, status: int) -> bool:
        """Return whether the spec documents *status*, or its family such as `5XX`."""
        return str(status) in self.replies or f"{status // 100}XX" in self.replies

    def example(self, status: int) -> Any:
        """Return the example body of *status*, else that of its family, else a detail."""
        family = self.replies.get(f"{status // 100}XX", {"detail": f"Status {status}"})
        return self.replies.get(str(status), family)


Pattern = tuple[bool, ...]
"""Which segments of a path are templated."""
Route = tuple[tuple[str, ...], dict[str, Operation]]
"""The segments of a path, and its operations by method."""


class Document:
    """The operations of an OpenAPI document."""

    def __init__(self, data: Json) -> None:
        self.data = data
        self._resolved: dict[str, Any] = {}
        self.operations: dict[str, Operation] = {}
        # By number of segments, by which of them are templated, and by the others.
        self._routes: dict[int, dict[Pattern, dict[tuple[str, ...], Route]]] = {}
        self._key_header = self._header_of_key()
        for path, item in data["paths"].items():
            segments = tuple(path.strip("/").split("/"))
            found = {name.upper(): self._operation(name, segments, item) for name in METHODS if name in item}
            self.operations.update((operation.name, operation) for operation in found.values())
            pattern = tuple(segment.startswith("{") for segment in segments)
            routes = self._routes.setdefault(len(segments), {}).setdefault(pattern, {})
            routes.setdefault(_literal(segments, pattern), (segments, found))
        for number, patterns in self._routes.items():  # Literal paths are tried before templated ones.
            self._routes[number] = dict(sorted(patterns.items()))

    @property
    def version(self) -> str:
        """The version of the spec."""
        return str(self.data["info"]["version"])

    def with_key(self, headers: Mapping[str, str]) -> Mapping[str, str]:
        """Return *headers* with the API key as `x-api-key`, wherever the document has it; names are in lower case."""
        name, prefix = self._key_header
        if name == "x-api-key":
            return headers
        others = {other: value for other, value in headers.items() if other not in (name, "x-api-key")}
        return {**others, "x-api-key": headers[name].removeprefix(prefix)} if name in headers else others

    def _header_of_key(self) -> tuple[str, str]:
        """Return the name of the header that has the API key, in lower case, and what comes before the key in it."""
        schemes: Json = self.data.get("components", {}).get("securitySchemes", {})
        scheme: Json = next(iter(schemes.values())) if schemes else {"name": "X-API-Key"}
        return str(scheme.get("name", "Authorization")).lower(), "" if "name" in scheme else "Bearer "

    def match(self, method: str, path: str) -> tuple[Operation | None, dict[str, str], list[str]]:
        """Return the operation at *path* (percent-encoded) and its path values; else the methods that *path* allows."""
        given = path.removeprefix("/").split("/")
        for pattern, routes in self._routes.get(len(given), {}).items():
            route = routes.get(_literal(given, pattern))
            if route is not None:
                segments, operations = route
                if method not in operations:  # OpenAPI 3.1, Paths Object: a literal path hides a templated one.
                    return None, {}, list(operations)
                pairs = compress(zip(segments, given, strict=True), pattern)
                return operations[method], {name[1:-1]: unquote(value) for name, value in pairs}, []
        return None, {}, []

    def schema(self, name: str) -> Json:
        """Return the schema called *name* with all references resolved."""
        found: Json = self.resolved({"$ref": f"#/components/schemas/{name}"})
        return found

    def resolved(self, node: Any) -> Any:
        """Return *node* with each reference replaced by its target."""
        if is_list(node):
            return [self.resolved(each) for each in node]
        if not is_object(node):
            return node
        if "$ref" in node:
            return self._reference(node["$ref"])
        return {key: self.resolved(value) for key, value in node.items()}

    def _reference(self, reference: str) -> Any:
        if reference not in self._resolved:
            whole: Json = {}
            self._resolved[reference] = whole  # A schema that contains itself does so here, too.
            target: Any = self.data
            for step in reference.removeprefix("#/").split("/"):
                target = target[step.replace("~1", "/").replace("~0", "~")]
            whole.update(self.resolved(target))
        return self._resolved[reference]

    def _operation(self, method: str, segments: tuple[str, ...], item: Json) -> Operation:
        raw: Json = item[method]
        parameters = self.resolved([*item.get("parameters", []), *raw.get("parameters", [])])
        body = _content(self.resolved(raw.get("requestBody", {})))
        replies = {str(status): _content(self.resolved(reply)) for status, reply in raw["responses"].items()}
        media, file = _file(raw["operationId"], self.resolved(raw["responses"]))
        return Operation(
            name=raw["operationId"],
            method=method.upper(),
            segments=segments,
            query=_placed("query", parameters),
            headers=_placed("header", parameters),
            media=media,
            file=file,
            form=_fields(self.resolved(raw.get("requestBody", {}))),
            idempotency=raw.get("x-idempotency", {}).get("header", ""),
            body=body and body["schema"],
            optional=not raw.get("requestBody", {}).get("required", True),
            replies={status: reply and _example(reply) for status, reply in replies.items()},
            schemas={status: reply and reply["schema"] for status, reply in replies.items()},
            page=raw.get("x-page"),
        )


def _literal(segments: Iterable[str], pattern: Pattern) -> tuple[str, ...]:
    """Return the segments that are not templated."""
    return tuple(segment for segment, templated in zip(segments, pattern, strict=True) if not templated)


def read(text: str | None = None) -> Document:
    """Return the document in *text*, by default that of the installed client."""
    return _installed() if text is None else Document(json.loads(text))


@cache
def _installed() -> Document:
    """Return the document that all sandboxes share: resolving its references is the slowest part of a start."""
    return Document(json.loads(files("foxreach_client").joinpath("openapi.json").read_bytes()))


def _placed(place: str, parameters: list[Json]) -> tuple[Parameter, ...]:
    found = (each for each in parameters if each["in"] == place)
    return tuple(
        Parameter(each["name"], each.get("required", False), each["schema"], not each.get("explode", place == "query"))
        for each in found
    )


def _file(name: str, replies: Json) -> tuple[str, str]:
    """Return the media type of the successes of *name* if it is not JSON, and the example of such a file."""
    contents = (reply.get("content", {}) for status, reply in replies.items() if str(status)[0] == "2")
    files = (item for content in contents for item in content.items() if item[0] != "application/json")
    return next(((kind, str(_example(media) or name)) for kind, media in files), ("", ""))


def _fields(holder: Json) -> tuple[Parameter, ...]:
    """Return the fields of a body that is a form."""
    forms = (media["schema"] for name, media in holder.get("content", {}).items() if "form" in name)
    return tuple(
        Parameter(name, name in schema.get("required", []), field)
        for schema in forms
        for name, field in schema["properties"].items()
    )


def _content(holder: Json) -> Json | None:
    content: Mapping[str, Json] = holder.get("content", {})
    return content.get("application/json")


def _example(media: Json) -> Any:
    if "example" in media:
        return media["example"]
    examples: Json = media.get("examples", {})
    return next((each["value"] for each in examples.values()), None)
