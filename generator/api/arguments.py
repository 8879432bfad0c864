"""The parameters of operations, with their names in Python. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..source.bodies import FORMS, JSON
from ..source.document import Document
from .naming import field_names

Node = dict[str, Any]
Key = tuple[str, str]  # The place of a parameter and its name on the wire.
WHOLE = "The body."


def parameters(document: Document, path: str, method: str) -> dict[Key, Node]:
    """Return the parameters of an operation by place and name: those of its body, of its path item, and its own."""
    item: Node = document.data["paths"][path]
    declared = [*item.get("parameters", []), *item[method].get("parameters", [])]
    resolved = [*_fields(document, item[method]), *(document.resolve(node)[1] for node in declared)]
    return {(node["in"], node["name"]): node for node in resolved}


def form_of(operation: Node) -> str:
    """Return the media type of the body of an operation if it is a form, else ''."""
    return next((name for name in operation.get("requestBody", {}).get("content", {}) if name in FORMS), "")


def media_of(document: Document, operation: Node) -> str:
    """Return the media type of the successes of an operation if it is not JSON, else ''."""
    replies = (document.resolve(reply)[1] for status, reply in operation["responses"].items() if status[0] == "2")
    return next((name for reply in replies for name in reply.get("content", {}) if name != JSON), "")


def whole_of(document: Document, operation: Node) -> str:
    """Return the media type of the body of an operation if it is one argument, else ''."""
    for name, media in operation.get("requestBody", {}).get("content", {}).items() if not form_of(operation) else ():
        return name if "properties" not in document.resolve(media["schema"])[1] else ""
    return ""


def _fields(document: Document, operation: Node) -> Iterator[Node]:
    """Yield the fields of the form of an operation, or a body that is one argument, as parameters."""
    if whole := whole_of(document, operation):
        body: Node = operation["requestBody"]
        schema: Node = body["content"][whole]["schema"]
        said = " ".join(filter(None, (body.get("description"), schema.get("description")))) or WHOLE
        yield {
            "in": "content",
            "name": "body",
            "required": body["required"],
            "description": said,
            **_name(schema),
            "schema": schema,
        }
    elif form := form_of(operation):
        schema = document.resolve(operation["requestBody"]["content"][form]["schema"])[1]
        for name, inner in schema["properties"].items():
            words = {"description": inner.get("description", ""), "required": name in schema.get("required", [])}
            yield {"in": "form", "name": name, **words, **_name(inner), "schema": inner}


def _name(schema: Node) -> Node:
    """Return the name in Python that a schema gives itself, as a keyword of a parameter."""
    return {"x-name": schema["x-name"]} if "x-name" in schema else {}


def body_fields(document: Document, operation: Node) -> Mapping[str, Node]:
    """Return the properties of the body of an operation, none if it has no body."""
    for media in operation.get("requestBody", {}).get("content", {}).values() if not form_of(operation) else ():
        found: Mapping[str, Node] = document.resolve(media["schema"])[1].get("properties", {})
        return found
    return {}


def argument_names(document: Document, path: str, method: str) -> dict[Key, str]:
    """Return the names of the arguments of an operation that are parameters; none is that of a field of its body."""
    fields = field_names(body_fields(document, document.data["paths"][path][method]))
    return field_names(parameters(document, path, method), fields.values())
