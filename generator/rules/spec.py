"""The document for the rules: a copy with valid types, resolved references, and the uses of schemas. Has no rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ..source.bodies import JSON
from ..source.document import Document, child
from ..source.expand import REPLY_HEADERS
from .shape import Finding, Node, Shape

SUCCESSES = ("200", "201", "202", "204")
METHODS = ("get", "put", "post", "patch", "delete")
SCHEMAS = "/components/schemas"

Use = str  # "request", "form", "reply", "parameter", "header" or "delivery"


def container(pointer: str) -> str:
    """Return the pointer of the component, operation or webhook that a place belongs to."""
    return "/".join(pointer.split("/")[: 3 if pointer.startswith("/webhooks") else 4])


@dataclass(frozen=True)
class Part:
    """An object of the document: *at* is the pointer of its use, *pointer* that of its definition."""

    at: str
    pointer: str
    value: dict[str, Any]

    def schemas(self) -> Iterator[Part]:
        """Yield the schemas of the media types of a body or a reply."""
        for name, media in self.value.get("content", {}).items():
            pointer = child(self.pointer, "content", name, "schema")
            yield Part(pointer, pointer, media.get("schema", {}))


@dataclass(frozen=True)
class Operation:
    """One operation. *parameters* begins with those of the path item; *replies* maps statuses to replies."""

    path: str
    method: str
    pointer: str
    value: dict[str, Any]
    parameters: tuple[Part, ...]
    replies: dict[str, Part]
    body: Part | None

    @property
    def id(self) -> str:
        return str(self.value.get("operationId", ""))

    @property
    def successes(self) -> dict[str, Part]:
        return {status: reply for status, reply in self.replies.items() if status in SUCCESSES}

    @property
    def answers(self) -> bool:
        """Return whether some success has JSON."""
        return any(JSON in reply.value.get("content", {}) for reply in self.successes.values())

    @property
    def complete(self) -> bool:
        """Return whether all parameters are known; one with a broken reference is not."""
        return all(part.value for part in self.parameters)

    def placed(self, place: str) -> list[Part]:
        return [part for part in self.parameters if part.value.get("in") == place]


class Spec:
    """A document for the rules; *data* is the copy with valid types, *source* what was written."""

    def __init__(self, document: Document, source: Document) -> None:
        self.source = source
        self.shape = Shape(document)
        self.data = self.shape.data
        self.copy = Document(document.file, self.data, document.positions)
        self._nodes: dict[str, list[Node]] = defaultdict(list)
        for node in self.shape.nodes:
            self._nodes[node.kind].append(node)

    def found(self, rule: str) -> Iterator[Finding]:
        """Yield the findings of the comparison with the grammar for the rule of that name."""
        return (finding for name, finding in self.shape.findings if name == rule)

    @cached_property
    def invalid(self) -> set[str]:
        """Return the pointers of the invalid values, whose content in the copy is empty."""
        broken = ("value-shape", "schema-type", "reference")
        return self.shape.blanks | {finding.pointer for name, finding in self.shape.findings if name in broken}

    def in_invalid(self, pointer: str) -> bool:
        """Return whether a place is in an invalid value, so that a finding there would mean nothing."""
        while pointer and pointer not in self.invalid:
            pointer = pointer.rpartition("/")[0]
        return pointer in self.invalid

    @cached_property
    def unsure(self) -> set[str]:
        """Return the components, operations and webhooks that have a wrong value, or refer to one that has."""
        wrong = ("value-shape", "schema-type", "reference", "required-keywords")
        found = {container(finding.pointer) for name, finding in self.shape.findings if name in wrong}
        users: dict[str, set[str]] = defaultdict(set)
        for node in self.nodes("reference", "schema reference") if found else ():
            users[str(node.value.get("$ref", ""))[1:]].add(container(node.pointer))
        queue = list(found)
        while queue:
            queue += (new := users[queue.pop()] - found)
            found |= new
        return found

    def nodes(self, *kinds: str) -> Iterator[Node]:
        return (node for kind in kinds for node in self._nodes[kind])

    def part(self, value: dict[str, Any], at: str) -> Part:
        """Return the object that *value*, used at *at*, is or refers to; empty if the reference is broken."""
        try:
            pointer, found = self.copy.resolve(value, at)
        except LookupError:
            return Part(at, at, {})
        return Part(at, pointer, found)

    def parts(self, values: dict[str, Any], at: str) -> dict[str, Part]:
        return {key: self.part(value, child(at, key)) for key, value in values.items()}

    @cached_property
    def schemas(self) -> dict[str, dict[str, Any]]:
        found: dict[str, dict[str, Any]] = self.data.get("components", {}).get("schemas", {})
        return found

    def name(self, schema: dict[str, Any]) -> str:
        """Return the name of the component that a schema refers to, '' if it refers to none."""
        return str(schema.get("$ref", "")).removeprefix(f"#{SCHEMAS}/")

    def properties(self, part: Part) -> dict[str, Part]:
        """Return the properties of a struct, with resolved references."""
        return self.parts(part.value.get("properties", {}), child(part.pointer, "properties"))

    @cached_property
    def reply_headers(self) -> dict[str, Part]:
        """Return the headers that are declared once for every reply, by name."""
        return self.parts(self.data.get(REPLY_HEADERS, {}), child("", REPLY_HEADERS))

    @cached_property
    def operations(self) -> tuple[Operation, ...]:
        return tuple(
            self._operation(path, method, item)
            for path, item in self.data.get("paths", {}).items()
            for method in METHODS
            if item.get(method)
        )

    def _operation(self, path: str, method: str, item: dict[str, Any]) -> Operation:
        pointer, value = child("/paths", path, method), item[method]
        shared = enumerate(item.get("parameters", []))
        own = enumerate(value.get("parameters", []))
        return Operation(
            path,
            method,
            pointer,
            value,
            (
                *(self.part(parameter, child("/paths", path, "parameters", i)) for i, parameter in shared),
                *(self.part(parameter, child(pointer, "parameters", i)) for i, parameter in own),
            ),
            self.parts(value.get("responses", {}), child(pointer, "responses")),
            self.body(value, pointer),
        )

    def body(self, operation: dict[str, Any], pointer: str) -> Part | None:
        at = child(pointer, "requestBody")
        return Part(at, at, operation["requestBody"]) if "requestBody" in operation else None

    @cached_property
    def webhooks(self) -> dict[str, Part]:
        """Return the operations under `webhooks` by event."""
        found: dict[str, dict[str, Any]] = self.data.get("webhooks", {})
        return {
            event: Part(pointer, pointer, hook.get("post", {}))
            for event, hook in found.items()
            for pointer in [child("/webhooks", event, "post")]
        }

    @cached_property
    def deliveries(self) -> dict[str, Part]:
        """Return the schema of each webhook's body by event."""
        bodies = {event: self.body(hook.value, hook.pointer) for event, hook in self.webhooks.items()}
        found = ((event, schema) for event, body in bodies.items() if body for schema in body.schemas())
        return {event: self.part(schema.value, schema.pointer) for event, schema in found}

    @cached_property
    def uses(self) -> dict[str, set[Use]]:
        """Return the uses of each schema, parameter, header and reply by pointer; an unused one is missing."""
        return _uses(self)

    @cached_property
    def delivery_unions(self) -> list[Node]:
        """Return the tagged unions that have a delivery among their members."""
        names = {part.pointer for part in self.deliveries.values()}
        return [
            node
            for node in self.nodes("tagged union")
            if any(self.part(member, "").pointer in names for member in node.value.get("oneOf", []))
        ]


def _uses(spec: Spec) -> dict[str, set[Use]]:
    """Return the uses by pointer; an unused object is missing."""
    found: dict[str, set[Use]] = defaultdict(set)
    queue = list(_roots(spec))
    while queue:
        use, part = queue.pop()
        if use not in found[part.pointer]:
            found[part.pointer].add(use)
            queue += [(use, inner) for inner in _inner(spec, part)]
    return found


def _inner(spec: Spec, part: Part) -> Iterator[Part]:
    """Yield the parts of a schema, and the target of a reference."""
    if "$ref" in part.value:
        yield spec.part(part.value, part.pointer)
    for keyword in ("properties", "anyOf", "oneOf"):
        inner: dict[str, Any] | list[Any] = part.value.get(keyword, {})
        for key, value in inner.items() if isinstance(inner, dict) else enumerate(inner):
            yield _at(value, part.pointer, keyword, key)
    for keyword in ("items", "additionalProperties"):
        if isinstance(part.value.get(keyword), dict):
            yield _at(part.value[keyword], part.pointer, keyword)


def _at(value: dict[str, Any], pointer: str, *keys: str | int) -> Part:
    place = child(pointer, *keys)
    return Part(place, place, value)


def _roots(spec: Spec) -> Iterator[tuple[Use, Part]]:
    """Yield the objects that operations and webhooks use directly."""
    yield from _headers(spec.reply_headers)
    for operation in spec.operations:
        for parameter in operation.parameters:
            yield "parameter", parameter
            yield "parameter", _at(parameter.value.get("schema", {}), parameter.pointer, "schema")
        if operation.body:
            media = JSON not in operation.body.value.get("content", {JSON})
            use = "form" if media else "request"
            yield from ((use, schema) for schema in operation.body.schemas())
        for reply in operation.replies.values():
            yield "reply", reply
            yield from (("reply", schema) for schema in reply.schemas())
            yield from _headers(spec.parts(reply.value.get("headers", {}), child(reply.pointer, "headers")))
    for hook in spec.webhooks.values():
        body = spec.body(hook.value, hook.pointer)
        yield from (("delivery", schema) for schema in (body.schemas() if body else ()))
    yield from (("delivery", _at(node.value, node.pointer)) for node in spec.delivery_unions)


def _headers(headers: dict[str, Part]) -> Iterator[tuple[Use, Part]]:
    for header in headers.values():
        yield "header", header
        yield "header", _at(header.value.get("schema", {}), header.pointer, "schema")
