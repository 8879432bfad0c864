"""Fills in what a document made by a server does not say, if it asks for that with `x-fill`. Pure.

Nothing that the document says is replaced, except an operationId by `x-operation`, the call. What is filled in claims
nothing of the API: words come from titles and names, examples from schemas, and a call is repeated only if it is a GET.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from .document import Document, is_list, is_mapping, list_in
from .merge import START
from .security import required

Node = dict[str, Any]

FILL = "x-fill"
METHODS = ("get", "put", "post", "patch", "delete")
JSON = "application/json"
TYPED = frozenset({"type", "$ref", "anyOf", "oneOf", "allOf", "enum", "const", "properties", "items"})
LIMITS = ("X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset")
# The errors of every operation: exception, description, advice. An operation that has the status keeps its own schema.
ERRORS = {
    "401": ("AuthenticationError", "The API key is missing or wrong.", "Check the API key."),
    "403": ("PermissionDeniedError", "The API key may not do this.", "Use a key that may."),
    "404": ("NotFoundError", "There is no such object.", "Check the id."),
    "422": ("UnprocessableError", "A value is not valid.", "Correct the value."),
    "429": ("RateLimitedError", "Too many calls were made.", "Wait, and call again."),
    "5XX": ("", "The server failed.", ""),
}
FAILURE: Node = {
    "type": "object",
    "x-personal": True,
    "description": "What a failed call answers.",
    "properties": {"detail": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "object"}}],
                              "description": "What went wrong."}},
}  # fmt: skip


def filled(document: Document) -> Document:
    """Return the document with what it lacks, if it has `x-fill`: `server`, the address, and `key`, a header."""
    said = document.data.get(FILL)
    if not is_mapping(said):
        return document
    try:
        return _renamed(_with_all(document, said))
    except (AttributeError, KeyError, TypeError, ValueError):  # A part has the wrong type: the rules report it.
        return document


def _with_all(document: Document, said: Node) -> Document:
    data: Node = deepcopy(document.data)
    del data[FILL]
    components: Node = data.setdefault("components", {})
    schemas: Node = components.setdefault("schemas", {})
    if "server" in said:
        data["servers"] = [{"url": said["server"]}]
    _fill_key(data, components, said)
    _fill_schemas(schemas)
    schemas.setdefault("Failure", FAILURE)
    _fill_replies(data, components)
    for reply in components["responses"].values():
        _fill_examples(reply, schemas)
    for method, operation in _operations(data):
        _fill_operation(method, operation, components)
    used = {operation["tags"][0]: operation for _, operation in _operations(data) if operation.get("tags")}
    named = {tag.get("name") for tag in list_in(data, "tags") if is_mapping(tag)}
    data["tags"] = [{"name": tag, "description": f"{_words(tag)}."} for tag in used if tag not in named]
    return Document(document.file, data, document.positions)


def _inner(node: Node, key: str) -> Node:
    """Return the mapping under *key*; an empty one if there is none, or another value."""
    value = node.get(key)
    return value if is_mapping(value) else {}


def _operations(data: Node) -> Iterator[tuple[str, Node]]:
    for item in data["paths"].values():
        if is_mapping(item):
            yield from ((method, item[method]) for method in METHODS if is_mapping(item.get(method)))


def _fill_key(data: Node, components: Node, said: Node) -> None:
    """Declare the credential: the scheme or the header that `key` names, or the first scheme if none is required."""
    schemes: Node = components.setdefault("securitySchemes", {})
    key = said.get("key")
    if key in schemes:
        components["securitySchemes"] = {key: schemes[key]}
    elif key or not schemes:
        components["securitySchemes"] = {"Key": {"type": "apiKey", "in": "header", "name": key or "X-API-Key"}}
        data["security"] = [{"Key": []}]
        for _, operation in _operations(data):
            operation.pop("security", None)
    used = required(data)
    components["securitySchemes"] = {
        name: scheme
        for name, scheme in components["securitySchemes"].items()
        if name in used or not used or name == key
    }
    if not used:
        data["security"] = [{next(iter(components["securitySchemes"])): []}]


def _fill_schemas(schemas: Node) -> None:
    """Give objects, enumerations and tagged unions in properties a name, that of their owner and the property."""
    for name, schema in list(schemas.items()):
        if is_mapping(schema):
            for wire, inner in _inner(schema, "properties").items():
                schema["properties"][wire] = _lifted(inner, f"{name}{_camel(wire)}", schemas)
    for name, schema in schemas.items():
        if is_mapping(schema) and "properties" in schema:
            schema.setdefault("x-personal", True)
        if is_mapping(schema) and "title" not in schema:
            schema.setdefault("description", f"{_words(name)}.")
        for wire, inner in _inner(schema, "properties").items() if is_mapping(schema) else ():
            if is_mapping(inner) and not {"title", "$ref"} & inner.keys():
                inner.setdefault("description", f"{_words(wire)}.")


def _lifted(schema: Any, name: str, schemas: Node) -> Any:
    """Return a schema with a reference in place of what needs a name."""
    if not is_mapping(schema):
        return schema
    if not schema.keys() & TYPED:
        schema["x-any"] = True
    for keyword in ("anyOf", "oneOf"):
        if is_list(schema.get(keyword)) and "discriminator" not in schema:
            schema[keyword] = [_lifted(option, name, schemas) for option in schema[keyword]]
    for keyword in ("items", "additionalProperties"):
        if keyword in schema:
            schema[keyword] = _lifted(schema[keyword], f"{name}Item", schemas)
    if "properties" not in schema and "discriminator" not in schema and len(list_in(schema, "enum")) < 2:
        return schema
    for wire, inner in _inner(schema, "properties").items():
        schema["properties"][wire] = _lifted(inner, f"{name}{_camel(wire)}", schemas)
    schemas[name] = schema
    return {"$ref": f"{START}{name}", "description": f"{_words(name)}."}


def _own(operation: Node, status: str) -> Node | None:
    """Return the reply that an operation describes itself, if it has content and no exception."""
    reply = _inner(operation, "responses").get(status)
    return reply if is_mapping(reply) and reply.get("content") and "x-exception" not in reply else None


def _fill_replies(data: Node, components: Node) -> None:
    """Declare the usual errors, and the headers of the rate limit, which a server may leave out.

    An error that operations describe with the same words becomes the shared one.
    """
    shared: dict[str, Node] = {}
    responses: Node = components.setdefault("responses", {})
    headers: Node = components.setdefault("headers", {})
    content = {JSON: {"schema": {"$ref": f"{START}Failure"}, "example": {"detail": "It failed."}}}
    for status, (exception, words, advice) in ERRORS.items():
        own = next(filter(None, (_own(operation, status) for _, operation in _operations(data))), None)
        if own:
            shared[status] = own
        reply: Node = deepcopy(own or {"description": words, "content": content})
        said = {"x-exception": exception, "x-advice": advice} if exception else {}
        wait = {"headers": {"Retry-After": {"$ref": "#/components/headers/Retry-After"}}} if status == "429" else {}
        responses.setdefault(f"Status{status}", {**reply, **said, **wait})
    for _, operation in _operations(data):
        replies: Node = operation.setdefault("responses", {})
        for status in ERRORS:
            if status not in replies or replies[status] == shared.get(status):
                replies[status] = {"$ref": f"#/components/responses/Status{status}"}
    for name in (*LIMITS, "Retry-After"):
        headers.setdefault(
            name, {"description": "Of the rate limit, if the server has one.", "schema": {"type": "string"}}
        )
    data.setdefault("x-reply-headers", {name: {"$ref": f"#/components/headers/{name}"} for name in LIMITS})


def _fill_operation(method: str, operation: Node, components: Node) -> None:
    call = operation.pop("x-operation", None)
    if isinstance(call, str):
        operation["operationId"], operation["tags"] = call, [call.rpartition(".")[0]]
    operation["summary"] = str(operation.get("summary") or _words(str(operation.get("operationId", method)))).rstrip(
        ". "
    )
    for parameter in list_in(operation, "parameters"):
        if is_mapping(parameter) and "schema" in parameter:
            name = f"{_camel(str(operation.get('operationId')))}{_camel(str(parameter.get('name')))}"
            parameter["schema"] = _lifted(parameter["schema"], name, components["schemas"])
    if is_mapping(operation.get("requestBody")) and "$ref" not in operation["requestBody"]:
        operation["requestBody"].setdefault("required", True)
    operation.setdefault("x-evidence", "docs")
    operation.setdefault("x-call", {"repeat": "safe" if method == "get" else "never"})
    replies: Node = operation["responses"]
    for body in [operation.get("requestBody"), *replies.values()]:
        _fill_examples(body, components["schemas"])
    if any(is_mapping(reply) and reply.get("content") for status, reply in replies.items() if status[0] == "2"):
        operation.setdefault("x-result", "whole")


def _fill_examples(body: Any, schemas: Node) -> None:
    for media in _inner(body, "content").values() if is_mapping(body) else ():
        if is_mapping(media) and not {"example", "examples"} & media.keys():
            media["example"] = smallest(media.get("schema"), schemas)


def smallest(schema: Any, schemas: Node) -> Any:
    """Return the smallest value of a schema: required properties alone."""
    node = schemas.get(str(schema["$ref"]).removeprefix(START)) if is_mapping(schema) and "$ref" in schema else schema
    if not is_mapping(node):
        return None
    given = [node[key] for key in ("const", "example", "default") if node.get(key) is not None]
    given += [value for key in ("enum", "examples") for value in list_in(node, key)]
    options = [*list_in(node, "anyOf"), *list_in(node, "oneOf")]
    if given or options:
        return given[0] if given else smallest(options[0], schemas)
    kinds = node.get("type")
    return _smallest_of(str(kinds[0] if is_list(kinds) and kinds else kinds), node, schemas)


def _smallest_of(kind: str, node: Node, schemas: Node) -> Any:
    if kind == "object" or "properties" in node:
        properties: Node = _inner(node, "properties")
        return {name: smallest(properties.get(name), schemas) for name in list_in(node, "required")}
    if kind == "array":
        return [smallest(node.get("items"), schemas) for _ in range(node.get("minItems", 0))]
    if kind in ("integer", "number"):
        return node.get("minimum", int(node.get("exclusiveMinimum", 0)) + 1)
    return TEXTS.get(str(node.get("format")), "x" * max(1, node.get("minLength", 1))) if kind == "string" else True


TEXTS = {
    "date": "2026-01-15",
    "date-time": "2026-01-15T10:30:00Z",
    "time": "10:30:00",
    "uuid": "00000000-0000-4000-8000-000000000000",
    "decimal": "1.50",
}


def _renamed(document: Document) -> Document:
    """Return the document with names of components that can be classes; `x-model` gives another."""
    schemas: Node = document.data["components"]["schemas"]
    names: dict[str, str] = {}
    for name, schema in schemas.items():
        given = schema.pop("x-model", None) if is_mapping(schema) else None
        camel = re.sub("(Input|Error|Dict|Raw|Resource)$", r"\1Model", _camel(name))
        names[name] = str(given or camel)
    text = json.dumps(document.data)
    for name, new in names.items():
        text = text.replace(json.dumps(f"{START}{name}"), json.dumps(f"{START}{new}"))
    data: Node = json.loads(text)
    data["components"]["schemas"] = {names[name]: schema for name, schema in data["components"]["schemas"].items()}
    return Document(document.file, data, document.positions)


def _camel(name: str) -> str:
    return "".join(word[:1].upper() + word[1:] for word in re.split("[^A-Za-z0-9]+", name))


def _words(name: str) -> str:
    """Return a name as words, with a capital."""
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+", " ", name).strip().lower()
    return words[:1].upper() + words[1:]
