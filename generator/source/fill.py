"""Fills in what a document made by a server does not say, if it asks for that with `x-fill`. Pure.

Nothing that the document says is replaced, except an operationId by `x-operation`, the call. What is filled in claims
nothing of the API: words come from titles and names, examples from schemas, and a call is repeated only if it is a GET.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from keyword import iskeyword
from typing import Any

from .document import Document, is_list, is_mapping, list_in
from .foreign import FORMS, brought_closer, name_exceptions, without_unused
from .merge import START
from .security import required
from .smallest import smallest

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


def filled(document: Document, *, closer: bool = False) -> Document:
    """Return the document with what it lacks, if it has `x-fill`: `server`, the address, and `key`, a header.

    With *closer*, what has no effect on a call is left out, too.
    """
    said = document.data.get(FILL)
    if not is_mapping(said):
        return document
    try:
        return _renamed(_with_all(document, said, closer=closer))
    except (AttributeError, LookupError, TypeError, ValueError):  # A part has the wrong type: the rules report it.
        return document


def _with_all(document: Document, said: Node, *, closer: bool) -> Document:
    data: Node = _whole(deepcopy(document.data))
    if closer:
        data = brought_closer(data)
    del data[FILL]
    components: Node = data.setdefault("components", {})
    schemas: Node = components.setdefault("schemas", {})
    if "server" in said:
        data["servers"] = [{"url": said["server"]}]
    _fill_key(data, components, said)
    _fill_schemas(schemas)
    schemas.setdefault("Failure", FAILURE)
    _fill_replies(data, components)
    if closer:
        name_exceptions(data)
    for name, reply in components["responses"].items():
        _fill_body(reply, name, schemas)
    for method, operation in _operations(data):
        _fill_operation(method, operation, components)
    _fill_deliveries(data, schemas)
    _fill_words(schemas)
    _describe([*_inner(components, "parameters").values(), *_inner(components, "headers").values()])
    _fill_tags(data)
    return Document(document.file, without_unused(data) if closer else data, document.positions)


def _whole(node: Any) -> Any:
    """Return *node* with the bounds of integers as integers: FastAPI writes `7.0` for a bound of 7."""
    if is_list(node):
        return [_whole(each) for each in node]
    if not is_mapping(node):
        return node
    bounds = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum") if node.get("type") == "integer" else ()
    return {
        key: int(value) if key in bounds and isinstance(value, float) and value.is_integer() else _whole(value)
        for key, value in node.items()
    }


def _fill_tags(data: Node) -> None:
    used = {operation["tags"][0]: operation for _, operation in _operations(data) if operation.get("tags")}
    named = {tag.get("name") for tag in list_in(data, "tags") if is_mapping(tag)}
    own = [tag for tag in list_in(data, "tags") if is_mapping(tag) and tag.get("name") in used]
    data["tags"] = own + [{"name": tag, "description": ""} for tag in used if tag not in named]
    for tag in data["tags"]:
        tag["description"] = tag.get("description") or f"{_words(tag['name'])}."


def _fill_deliveries(data: Node, schemas: Node) -> None:
    """Give each webhook its words; those of another form than ours are models alone."""
    for event, hook in _inner(data, "webhooks").items():
        post = _inner(hook, "post") if is_mapping(hook) else {}
        post["summary"] = _title(post.get("summary"), event)
        if is_mapping(post.get("requestBody")):
            post["requestBody"]["required"] = True
            _fill_body(post["requestBody"], f"{_camel(event)}Delivery", schemas)
    if "webhooks" in data and "Delivery" not in schemas:
        data.setdefault("x-deliveries", "models")


def _title(summary: Any, name: str) -> str:
    """Return a summary as a title; of one that begins with an article, the words of the name."""
    words = str(summary or "").strip().rstrip(". ")
    if not words or words.split()[0] in ("A", "All", "An", "Every", "The", "This"):
        return _words(name)
    return words[0].upper() + words[1:]


def _describe(parameters: list[Any]) -> None:
    """Give each parameter or header a description, if its schema has no words either."""
    for parameter in parameters:
        schema = parameter.get("schema") if is_mapping(parameter) else None
        if is_mapping(schema) and not {"title", "description"} & schema.keys():
            parameter.setdefault("description", f"{_words(str(parameter.get('name', 'Header')))}.")


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


def _fill_words(schemas: Node) -> None:
    """Describe objects and their properties, which may all be about a person."""
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
    if "properties" not in schema and "discriminator" not in schema and "enum" not in schema:
        return schema
    name = str(schema.pop("x-model", name))
    if "title" not in schema:
        schema.setdefault("description", f"{_words(name)}.")
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
    title = _title(operation.get("summary"), str(operation.get("operationId", method)).rpartition(".")[2])
    if is_mapping(operation.get("summary")) or title != operation.get("summary"):
        operation["summary"] = title
    _describe(list_in(operation, "parameters"))
    for parameter in list_in(operation, "parameters"):
        if is_mapping(parameter) and "schema" in parameter:
            name = f"{_camel(str(operation.get('operationId')))}{_camel(str(parameter.get('name')))}"
            parameter["schema"] = _lifted(parameter["schema"], name, components["schemas"])
    if is_mapping(operation.get("requestBody")):
        operation["requestBody"].setdefault("required", not _may_be_absent(operation["requestBody"]))
    operation.setdefault("x-evidence", "docs")
    operation.setdefault("x-call", {"repeat": "safe" if method == "get" else "never"})
    replies: Node = operation["responses"]
    name = _camel(str(operation.get("operationId")))
    _fill_body(operation.get("requestBody"), f"{name}Body", components["schemas"])
    for status, reply in replies.items():
        _fill_body(reply, f"{name}{'Reply' if status[0] == '2' else f'Status{status}'}", components["schemas"])
    if any(is_mapping(reply) and reply.get("content") for status, reply in replies.items() if status[0] == "2"):
        operation.setdefault("x-result", "whole")


def _may_be_absent(body: Node) -> bool:
    """Return whether a body without `required` may be left out: FastAPI gives it a default, or null."""
    schemas = [_inner(media, "schema") for media in _inner(body, "content").values() if is_mapping(media)]
    return any("default" in schema or {"type": "null"} in list_in(schema, "anyOf") for schema in schemas)


def _fill_body(body: Any, name: str, schemas: Node) -> None:
    """Give the schema of a body or a reply a name, if it needs one, and an example."""
    for kind, media in _inner(body, "content").items() if is_mapping(body) else ():
        if not is_mapping(media):
            continue
        title = _inner(media, "schema").get("title")
        if kind not in FORMS:
            media["schema"] = _lifted(media.get("schema", {}), name, schemas)
        schema: Node = media["schema"]
        if name.endswith("Body") and "$ref" not in schema and isinstance(title, str) and "properties" not in schema:
            argument = re.sub("[^a-z0-9]+", "_", title.lower()).strip("_")
            schema.setdefault("x-name", argument if argument.isidentifier() and not iskeyword(argument) else "body")
        if kind == JSON and not {"example", "examples"} & media.keys():
            media["example"] = smallest(media.get("schema"), schemas)


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
