"""Combines the parser's result, the field names of the structs, and the facts that only the document has.

Pure: document in, `Api` out. The document has passed the rules, so nothing is checked again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from ..source.bodies import JSON
from ..source.document import Document, is_mapping
from .arguments import Key, form_of, media_of, parameters, whole_of
from .command import command
from .compound import with_compounds
from .ir import (
    Api,
    Argument,
    Bounds,
    Delivery,
    Enumeration,
    Field,
    Filled,
    Operation,
    Page,
    Place,
    Reply,
    Resource,
    Settlement,
    StatusClass,
    Struct,
    Type,
)
from .naming import member_names
from .parse import METHODS, Endpoint, Parsed
from .public import base, family

Node = dict[str, Any]
FILE = "The file: its `content`, or its parts by iterating, or `save(path)`, which never leaves half a file."
DOWNLOAD = Field("", "", Type("download"), required=True, description=FILE)
NOTHING = Field("", "", Type("none"), required=True)  # The result of a call that is answered without a body.
KEYWORDS = ("format", "minimum", "maximum", "minLength", "maxLength", "pattern", "minItems", "maxItems")


def assemble(document: Document, parsed: Parsed, names: Mapping[tuple[str, str], str], packaged: str) -> Api:
    """Return the whole client as values. *packaged* is the text of the document in the package."""
    structs = {name: _named(struct, document, names) for name, struct in parsed.structs.items()}
    data = document.data
    (scheme,) = data["components"]["securitySchemes"].values()
    errors = _errors(document)
    operations = _operations(document, parsed, structs, {str(error.status): error.name for error in errors})
    return Api(
        title=data["info"]["title"],
        version=data["info"]["version"],
        sha256=hashlib.sha256(packaged.encode()).hexdigest(),
        source=document.file.rpartition("/")[2],
        server=data["servers"][0]["url"],
        key_header=scheme.get("name", "Authorization"),
        key_prefix="" if "name" in scheme else "Bearer ",
        resources=_resources(document, operations),
        errors=errors,
        structs=tuple(structs.values()),
        enumerations=tuple(_enumerations(data["components"]["schemas"])),
        deliveries=tuple(_deliveries(document)),
    )


def _named(struct: Struct, document: Document, names: Mapping[tuple[str, str], str]) -> Struct:
    """Return *struct* with the field names of the models and the descriptions of the document."""
    schema: Node = document.data["components"]["schemas"][struct.name]
    fields = tuple(
        replace(
            field,
            name=names.get((struct.name, field.wire), field.name),
            description=_words(document, schema["properties"][field.wire]),
            bounds=bounds(schema["properties"][field.wire]),
            personal=schema["properties"][field.wire].get("x-personal", True),
            tag=schema["properties"][field.wire].get("const", ""),
            deprecated=schema["properties"][field.wire].get("deprecated", False),
        )
        for field in struct.fields
    )
    return Struct(struct.name, fields, schema.get("description", ""))


def _words(document: Document, node: Node) -> str:
    """Return the node's description, or that of the component that it refers to."""
    options: list[Node] = [node, *(option for option in node.get("anyOf", []) if option.get("type") != "null")]
    for option in options:
        words: str = option.get("description") or document.resolve(option)[1].get("description", "")
        if words:
            return words
    return ""


def bounds(schema: dict[str, Any]) -> Bounds:
    """Return the bounds of the schema, and those inside it: `items.maxLength`, `values.maxLength`, `or.maxLength`.

    The bounds of a referenced component belong to the component.
    """
    found = [(keyword, schema[keyword]) for keyword in KEYWORDS if keyword in schema]
    inner = [("items", schema["items"])] if "items" in schema else []
    inner += [("values", values)] if is_mapping(values := schema.get("additionalProperties")) else []
    inner += [("or", option) for option in schema.get("anyOf", [])]
    for place, below in inner:
        found += [(f"{place}.{keyword}", value) for keyword, value in bounds(below)]
    return tuple(found)


def _enumerations(schemas: Node) -> Iterator[Enumeration]:
    for name, schema in schemas.items():
        if "enum" in schema:
            names = member_names(schema["enum"], schema.get("x-enum-names", {}))
            yield Enumeration(name, tuple(schema["enum"]), schema.get("x-open", False), tuple(names.values()))


def _errors(document: Document) -> tuple[StatusClass, ...]:
    """Return the exceptions of the error statuses, sorted by status. One reply of each status names its class."""
    found: dict[int, StatusClass] = {}
    for path, method in _placed(document):
        for status, reply in document.data["paths"][path][method]["responses"].items():
            said: Node = document.resolve(reply)[1]
            if "x-exception" in said:
                words = (said["x-exception"], base(status), said["description"], said["x-advice"])
                found[int(status)] = StatusClass(int(status), *words)
    return tuple(found[status] for status in sorted(found))


def _placed(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the path and the method of each operation, in the order of the paths."""
    for path, item in document.data["paths"].items():
        yield from ((path, method) for method in METHODS if method in item)


def _operations(
    document: Document, parsed: Parsed, structs: Mapping[str, Struct], exceptions: Mapping[str, str]
) -> Iterator[Operation]:
    places = list(_placed(document))
    found = [_operation(document, place, parsed.endpoints[place], structs, exceptions) for place in places]
    by_id = {operation.id: operation for operation in found}
    for (path, method), operation in zip(places, found, strict=True):
        node = document.data["paths"][path][method]
        whole = with_compounds(operation, node, by_id, structs)
        yield replace(whole, command=command(operation, node.get("x-command"), by_id, structs))


def _operation(
    document: Document,
    place: tuple[str, str],
    endpoint: Endpoint,
    structs: Mapping[str, Struct],
    exceptions: Mapping[str, str],
) -> Operation:
    node = document.data["paths"][place[0]][place[1]]
    reply, taken = _result(document, node, endpoint, structs)
    key = node.get("x-idempotency", {}).get("header", "")
    arguments = (*_arguments(parameters(document, *place), endpoint, key), *_body_arguments(endpoint, structs))
    return Operation(
        *(node["operationId"], place[1].upper(), place[0], node["summary"], node.get("description", "")),
        evidence=node["x-evidence"],
        deprecated=node.get("deprecated", False),
        repeat="idempotent" if key else node["x-call"]["repeat"],
        settlement=_settlement(node),
        arguments=arguments,
        body=endpoint.body.name if endpoint.body else "",
        replies=tuple(_replies(document, node, endpoint, exceptions)),
        reply=reply,
        take=taken.name,
        result=taken.type,
        empty=_empty(node, structs[taken.type.name], endpoint.path_fields) if taken.type.name in structs else (),
        page=_page(node, structs[reply], structs, arguments) if reply else None,
        returns=taken.description,
        examples=_examples(document, node),
        idempotency=key,
        form=form_of(node) or whole_of(document, node).replace(JSON, ""),
        media=media_of(document, node),
        optional=not node.get("requestBody", {"required": True})["required"],
        repeated="x-repeated" in document.data["components"]["schemas"].get(taken.type.name, {}),
    )


def _arguments(found: Mapping[Key, Node], endpoint: Endpoint, key: str) -> Iterator[Argument]:
    """Yield the path parameters in the order of the path, then those of query, header and form in that of the document.

    The header *key* is never required: the client makes a key.
    """
    placed: tuple[tuple[Place, Iterable[Field]], ...] = (
        ("path", endpoint.path_fields),
        ("query", endpoint.query_fields),
        ("header", endpoint.header_fields),
        ("form", endpoint.form_fields),
        ("content", endpoint.content_fields),
    )
    for place, fields in placed:
        for field in fields:
            node, required = found[place, field.wire], field.required and (place, field.wire) != ("header", key)
            yield Argument(
                *(field.name, field.wire, place, field.type, required, node.get("description", "")),
                bounds=bounds(node["schema"]),
                least=node["schema"].get("minimum"),
                most=node["schema"].get("maximum"),
                deprecated=node.get("deprecated", False),
                joined=node.get("explode") is False,
            )


def _body_arguments(endpoint: Endpoint, structs: Mapping[str, Struct]) -> Iterator[Argument]:
    for field in structs[endpoint.body.name].fields if endpoint.body else ():
        if not field.tag:
            words = (field.required, field.description, field.bounds)
            nested = not _is_flat(field.type, structs)
            yield Argument(
                field.name, field.wire, "body", field.type, *words, nested=nested, deprecated=field.deprecated
            )


def _is_flat(type_: Type, structs: Mapping[str, Struct]) -> bool:
    """Return whether a value is plain, a struct of plain values, or a list of either."""
    item = type_.items[0] if type_.kind == "array" else type_
    if item.kind == "struct":
        return all(_is_plain(field.type) for field in structs[item.name].fields)
    return _is_plain(type_)


def _is_plain(type_: Type) -> bool:
    """Return whether a value needs no conversion but that of a list or an enumeration."""
    if type_.kind in ("struct", "map"):
        return type_.kind == "map" and not type_.items
    inner = type_.items if type_.kind in ("array", "union") else ()
    return all(_is_plain(item) and item.kind != "array" for item in inner)


def _replies(document: Document, node: Node, endpoint: Endpoint, exceptions: Mapping[str, str]) -> Iterator[Reply]:
    for status, reply in node["responses"].items():
        found = endpoint.replies[status]
        exception = "" if status.startswith("2") else exceptions.get(status, family(status))
        yield Reply(
            status,
            found.name if found and found.kind == "struct" else "",
            document.resolve(reply)[1]["description"],
            exception,
        )


def _settlement(operation: Node) -> Settlement | None:
    """Return how to settle an unknown outcome of the operation, None if the document names no way."""
    found: Node | None = operation["x-call"].get("settled-by")
    if found is None:
        return None
    return Settlement(
        call=found["call"],
        arguments=tuple(found["with"].items()),
        applied_when=found["applied-when"],
        state=tuple((name, tuple(values)) for name, values in found.get("state", {}).items()),
        since=found.get("since", ""),
    )


def _page(operation: Node, reply: Struct, structs: Mapping[str, Struct], arguments: Iterable[Argument]) -> Page | None:
    """Return how to request a page, None if the operation is not a paged list."""
    found: Node | None = operation.get("x-page")
    if found is None:
        return None
    size = found.get("size", "")
    most = next((argument.most for argument in arguments if argument.wire == size), None)
    if "cursor" in found:
        return Page(
            found["cursor"], "", size, int(most or 0), tuple(_path_in(reply, structs, found["next"].split(".")))
        )
    return Page(found["number"], reply.python_name(found["meta"]), size, int(most or 0))


def _path_in(reply: Struct, structs: Mapping[str, Struct], names: Iterable[str]) -> Iterator[str]:
    """Yield the Python names of fields, each in the struct of the one before."""
    for name in names:
        field = next(field for field in reply.fields if field.wire == name)
        yield field.name
        reply = structs.get(field.type.name, reply)


def _result(document: Document, node: Node, endpoint: Endpoint, structs: Mapping[str, Struct]) -> tuple[str, Field]:
    """Return the struct of the successes, "" if they have another type, and the field of it that the method returns."""
    success = next((found for status, found in endpoint.replies.items() if status[0] == "2" and found), None)
    if success is None:
        return "", DOWNLOAD if media_of(document, node) else NOTHING
    if success.kind == "struct" and not success.nullable:
        return success.name, _taken(node, structs[success.name])
    replies = (document.resolve(reply)[1] for status, reply in node["responses"].items() if status[0] == "2")
    words = next(str(reply["description"]) for reply in replies if reply.get("content"))
    return "", Field("", "", success, required=True, description=words)


def _taken(operation: Node, reply: Struct) -> Field:
    """Return the field of the reply that the method returns; one without a name is the reply itself."""
    result: str | Node = operation["x-result"]
    wire = result if isinstance(result, str) else result["take"]
    if wire == "whole":
        return Field("", "", Type("struct", reply.name), required=True, description=reply.description)
    return next(field for field in reply.fields if field.wire == wire)


def _empty(operation: Node, result: Struct, path_fields: tuple[Field, ...]) -> tuple[Filled, ...]:
    """Return the fields of the result that an empty 204 returns, nothing if every success has a body."""
    extension: str | Node = operation["x-result"]
    if isinstance(extension, str):
        return ()
    names = {field.wire: field.name for field in result.fields}
    arguments = {f"{{{field.wire}}}": field.name for field in path_fields}
    return tuple(_filled(names[wire], value, arguments) for wire, value in extension["no-content"].items())


def _filled(field: str, value: Any, arguments: dict[str, str]) -> Filled:
    return Filled(field, argument=arguments[value]) if value in arguments else Filled(field, constant=value)


def _examples(document: Document, node: Node) -> str:
    """Return the examples of the body and of every reply, as one JSON text."""
    found: Node = {}
    for place, body in {"request": node.get("requestBody", {}), **node["responses"]}.items():
        for media in document.resolve(body)[1].get("content", {}).values():
            found[place] = {key: media[key] for key in ("example", "examples") if key in media}
    return json.dumps(found)


def _resources(document: Document, operations: Iterator[Operation]) -> tuple[Resource, ...]:
    """Return the resources in the order of the document's tags, each below its parent."""
    grouped: dict[str, list[Operation]] = {tag["name"]: [] for tag in document.data["tags"]}
    for operation in operations:
        grouped[operation.id.rpartition(".")[0]].append(operation)
    words = {tag["name"]: tag.get("description", "") for tag in document.data["tags"]}
    flat = [Resource(tuple(tag.split(".")), words[tag], tuple(found)) for tag, found in grouped.items()]
    return tuple(_with_children(resource, flat) for resource in flat if len(resource.path) == 1)


def _with_children(resource: Resource, flat: list[Resource]) -> Resource:
    below = [found for found in flat if found.path[:-1] == resource.path]
    return replace(resource, children=tuple(_with_children(found, flat) for found in below))


def _deliveries(document: Document) -> Iterator[Delivery]:
    hooks: Node = document.data.get("webhooks", {}) if "x-deliveries" not in document.data else {}
    for node, event in ((item["post"], event) for event, item in hooks.items()):
        body = document.resolve(node["requestBody"])[1]
        model = body["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
        yield Delivery(event, model, node.get("description") or node["summary"])
