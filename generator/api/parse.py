"""Parses the document with openapi-python-client. The only module that imports it.

Its parser reports what it does not understand and continues. Here every report is fatal, and the numbers of operations,
parameters and replies are compared with the document. `assemble.py` reads from the document what the parser ignores
silently: descriptions, `deprecated`, `x-*`, webhooks.

This module uses `GeneratorData.from_dict` and the attributes below, which are not a public API and changed in a patch
release. So the version is pinned exactly, and `tests/generator/api/test_parse.py` checks each of them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar, cast

from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError
from openapi_python_client.parser.openapi import Endpoint as ForeignEndpoint
from openapi_python_client.parser.properties import AnyProperty, EnumProperty, ModelProperty
from openapi_python_client.parser.properties.boolean import BooleanProperty
from openapi_python_client.parser.properties.const import ConstProperty
from openapi_python_client.parser.properties.date import DateProperty
from openapi_python_client.parser.properties.datetime import DateTimeProperty
from openapi_python_client.parser.properties.float import FloatProperty
from openapi_python_client.parser.properties.int import IntProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.none import NoneProperty
from openapi_python_client.parser.properties.string import StringProperty
from openapi_python_client.parser.properties.union import UnionProperty
from openapi_python_client.parser.properties.uuid import UuidProperty
from openapi_python_client.strings import ClassName

from ..diagnostics import Complaint, SpecError
from ..source.bodies import JSON
from ..source.document import Document, child
from .arguments import Key, argument_names, form_of, parameters, whole_of
from .formats import FORMATS
from .ir import Field, Kind, Struct, Type
from .naming import PLACEHOLDER, field_names

T = TypeVar("T")
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
KINDS: dict[type[Any], Kind] = {
    StringProperty: "text",
    ConstProperty: "text",
    IntProperty: "integer",
    FloatProperty: "number",
    BooleanProperty: "boolean",
    DateTimeProperty: "text",
    DateProperty: "text",
    UuidProperty: "text",
    AnyProperty: "any",
}


@dataclass(frozen=True)
class Endpoint:
    """One parsed operation. *replies* maps a status to the type of its body, None if it has none."""

    path_fields: tuple[Field, ...]
    query_fields: tuple[Field, ...]
    header_fields: tuple[Field, ...]
    form_fields: tuple[Field, ...]
    content_fields: tuple[Field, ...]
    body: Type | None
    replies: dict[str, Type | None]

    @property
    def parameters(self) -> tuple[tuple[Field, ...], ...]:
        return self.path_fields, self.query_fields, self.header_fields, self.form_fields, self.content_fields


@dataclass(frozen=True)
class Parsed:
    """The parsed document; endpoints by (path, method)."""

    endpoints: dict[tuple[str, str], Endpoint]
    structs: dict[str, Struct]


def parse(document: Document) -> Parsed:
    """Return every operation and object schema; SpecError with all complaints of the parser."""
    config = Config.from_sources(ConfigFile(), MetaType.NONE, Path("-"), "utf-8", False, None)
    data = GeneratorData.from_dict(_with_plain_names(document), config=config)
    if isinstance(data, GeneratorError):
        raise SpecError([_complaint(document, "", data)])
    faults = [_complaint(document, "", error) for error in data.errors]
    for collection in data.endpoint_collections_by_tag.values():
        faults += [_complaint(document, _place(error.header), error) for error in collection.parse_errors]
    if faults:
        raise SpecError(faults)
    translator = _Translator(document)
    places = {node["operationId"].replace(".", "_"): (path, method) for path, method, node in _operations(document)}
    found = {
        str(endpoint.name): translator.endpoint(endpoint, *places[str(endpoint.name)])
        for collection in data.endpoint_collections_by_tag.values()
        for endpoint in collection.endpoints
    }
    structs = {struct.name: struct for model in data.models if (struct := translator.struct(model))}
    return Parsed(_checked(document, found), structs)


def _with_plain_names(document: Document) -> dict[str, Any]:
    """Return a copy that the parser understands, with names and values of plain letters."""
    copy: dict[str, Any] = json.loads(json.dumps(document.data))
    for schema in copy.get("components", {}).get("schemas", {}).values():
        if "enum" in schema:
            schema |= {"type": "string", "enum": [f"value_{number}" for number in range(len(schema["enum"]))]}
        if "properties" in schema:
            schema["properties"] = {_plain(("field", wire)): inner for wire, inner in schema["properties"].items()}
            schema["required"] = [_plain(("field", wire)) for wire in schema.get("required", [])]
    copy["paths"] = {
        PLACEHOLDER.sub(lambda found: f"{{path_{found[1].encode().hex()}}}", path): {
            method: {**_as_json(document, item[method]), "parameters": list(_with_plain_name(document, path, method))}
            for method in METHODS
            if method in item
        }
        for path, item in copy["paths"].items()
    }
    return copy


def _with_plain_name(document: Document, path: str, method: str) -> Iterator[dict[str, Any]]:
    """Yield the parameters of an operation, each with a name that no other has, as those of a path or a query."""
    for (place, wire), node in parameters(document, path, method).items():
        schema = _without_binary(node["schema"])
        yield {**node, "in": "path" if place == "path" else "query", "name": _plain((place, wire)), "schema": schema}


def _as_json(document: Document, operation: dict[str, Any]) -> dict[str, Any]:
    """Return an operation without content that is no JSON, and without a body that is parameters here."""
    kept = {key: value for key, value in operation.items() if key != "requestBody" or _has_model(document, operation)}
    return {**kept, "responses": _without_files(operation["responses"])}


def _has_model(document: Document, operation: dict[str, Any]) -> bool:
    """Return whether the body of an operation is an object with properties."""
    return "requestBody" in operation and not form_of(operation) and not whole_of(document, operation)


def _without_files(replies: dict[str, Any]) -> dict[str, Any]:
    """Return replies by status, successes that are no JSON without content."""
    files = {status for status, reply in replies.items() if status[0] == "2" and JSON not in reply.get("content", JSON)}
    return {status: {**reply, "content": {}} if status in files else reply for status, reply in replies.items()}


def _without_binary(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a file, or of several, as that of text."""
    if "items" in schema:
        return {**schema, "items": _without_binary(schema["items"])}
    return {"type": "string"} if schema.get("format") == "binary" else schema


def _plain(key: Key) -> str:
    place, wire = key
    return f"{place}_{wire.encode().hex()}"


def _of_place(place: str, found: Mapping[str, T]) -> dict[str, T]:
    return {plain: each for plain, each in found.items() if plain.startswith(f"{place}_")}


def _classes(document: Document) -> list[str]:
    """Return the names of the components that become classes. A free-form object becomes a dict."""
    schemas: dict[str, Any] = document.data.get("components", {}).get("schemas", {})
    return [name for name, schema in schemas.items() if "properties" in schema or "enum" in schema]


def _operations(document: Document) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, item in document.data["paths"].items():
        for method in METHODS:
            if method in item:
                yield path, method, item[method]


def _checked(document: Document, found: dict[str, Endpoint]) -> dict[tuple[str, str], Endpoint]:
    """Return the endpoints by (path, method); SpecError if the parser lost an operation or a part of one."""
    endpoints: dict[tuple[str, str], Endpoint] = {}
    faults: list[Complaint] = []
    for path, method, operation in _operations(document):
        pointer = child("", "paths", path, method)
        endpoint = found.get(operation["operationId"].replace(".", "_"))
        if endpoint is None:
            faults.append(_lost(document, pointer, "the operation"))
            continue
        endpoints[path, method] = endpoint
        for what, expected, seen in (
            ("a parameter", len(parameters(document, path, method)), sum(map(len, endpoint.parameters))),
            ("a reply", len(operation["responses"]), len(endpoint.replies)),
            (
                "the request body",
                int(_has_model(document, operation)),
                int(endpoint.body is not None),
            ),
        ):
            if expected != seen:
                faults.append(_lost(document, pointer, what))
    if faults:
        raise SpecError(faults)
    return endpoints


def _place(header: str) -> str:
    """Return the pointer of the operation in a header of the parser, such as `WARNING parsing GET /leads within`."""
    match = re.search(r"parsing ([A-Z]+) (\S+) within", header)
    if match is None:
        return ""
    path = re.sub(r"(?<={)path_([0-9a-f]*)(?=})", lambda name: bytes.fromhex(name[1]).decode(), match[2])
    return child("", "paths", path, match[1].lower())


def _complaint(document: Document, pointer: str, error: GeneratorError) -> Complaint:
    at = document.at(pointer)
    words = " ".join(f"{error.header} {error.detail or ''}".split())
    remedy = "Write it in a form that openapi-python-client understands."
    return Complaint(document.file, at.line, at.column, pointer, "parser", words, remedy)


def _lost(document: Document, pointer: str, what: str) -> Complaint:
    at = document.at(pointer)
    message = f"openapi-python-client dropped {what} silently."
    remedy = "Write it in a form that it understands."
    return Complaint(document.file, at.line, at.column, pointer, "parser-lost", message, remedy)


def _with_format(type_: Type, schema: dict[str, Any]) -> Type:
    """Return a type of text as that of its format, of which the parser knows only some."""
    if type_.kind in ("array", "map") and type_.items:
        inner = schema["items" if type_.kind == "array" else "additionalProperties"]
        return replace(type_, items=(_with_format(type_.items[0], inner),))
    known = FORMATS.get(schema.get("format", "")) if type_.kind == "text" else None
    return type_ if known is None else replace(type_, kind=known.kind)


class _Translator:
    """Converts the parser's properties to `Type`. *components* maps the parser's class names to the document's."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.components = {str(ClassName(name, "")): name for name in _classes(document)}

    def endpoint(self, endpoint: ForeignEndpoint, path: str, method: str) -> Endpoint:
        names, given = argument_names(self.document, path, method), parameters(self.document, path, method)
        found = {_plain(key): (key[1], name, given[key]["schema"]) for key, name in names.items()}
        placed = {
            plain: found[plain] for wire in PLACEHOLDER.findall(path) if (plain := _plain(("path", wire))) in found
        }
        replies = {
            reply.status_code.pattern: None
            if reply.source["attribute"] == "None"
            else _with_format(self.type(reply.prop), self.schema_of(path, method, reply.status_code.pattern))
            for reply in endpoint.responses
        }
        return Endpoint(
            path_fields=self.fields(endpoint.path_parameters, placed),
            query_fields=self.fields(endpoint.query_parameters, _of_place("query", found)),
            header_fields=self.fields(endpoint.query_parameters, _of_place("header", found)),
            form_fields=self.fields(endpoint.query_parameters, _of_place("form", found)),
            content_fields=self.fields(endpoint.query_parameters, _of_place("content", found)),
            body=self.type(endpoint.bodies[0].prop) if endpoint.bodies else None,
            replies=replies,
        )

    def schema_of(self, path: str, method: str, status: str) -> dict[str, Any]:
        """Return the schema of a reply with content."""
        _, reply = self.document.resolve(self.document.data["paths"][path][method]["responses"][status])
        media: dict[str, Any] = next(iter(reply["content"].values()))
        return cast("dict[str, Any]", media["schema"])

    def struct(self, model: ModelProperty) -> Struct | None:
        """Return the struct of an object schema, None for a free-form object, for which the parser has a class too."""
        name = self.components.get(str(model.class_info.name))
        if name is None:
            return None
        schema: dict[str, Any] = self.document.data["components"]["schemas"][name]
        inner: dict[str, Any] = schema["properties"]
        found = {_plain(("field", wire)): (wire, name, inner[wire]) for wire, name in field_names(inner).items()}
        properties = [*(model.required_properties or []), *(model.optional_properties or [])]
        return Struct(name, self.fields(properties, found))

    def fields(self, props: Iterable[Any], known: Mapping[str, tuple[str, str, dict[str, Any]]]) -> tuple[Field, ...]:
        """Return fields in the order of *known*: from the parser's name to the two of the field, and its schema."""
        found = {prop.name.get_untrusted_value(): prop for prop in props}
        return tuple(
            Field(wire, name, _with_format(self.type(found[plain]), schema), bool(found[plain].required))
            for plain, (wire, name, schema) in known.items()
            if plain in found
        )

    def type(self, prop: Any) -> Type:
        """Return the `Type` of a property; TypeError for one that the rules do not allow."""
        if isinstance(prop, UnionProperty):
            return self._union(prop)
        if isinstance(prop, ListProperty):
            return Type("array", items=(self.type(prop.inner_property),))
        if isinstance(prop, EnumProperty):
            return self._enum(self.components[str(prop.class_info.name)])
        if isinstance(prop, ModelProperty):
            name = self.components.get(str(prop.class_info.name))
            return Type("struct", name) if name else self._map(prop)
        return Type(KINDS[type(prop)])

    def _map(self, prop: ModelProperty) -> Type:
        values = prop.additional_properties
        free = values is None or isinstance(values, AnyProperty)
        return Type("map", items=() if free else (self.type(values),))

    def _enum(self, name: str) -> Type:
        values: list[str | int] = self.document.data["components"]["schemas"][name]["enum"]
        return Type("enum", name, items=(Type("integer"),) if isinstance(values[0], int) else ())

    def _union(self, prop: UnionProperty) -> Type:
        members = [item for item in prop.inner_properties if not isinstance(item, NoneProperty)]
        nullable = len(members) < len(prop.inner_properties)
        if len(members) > 1:
            return Type("union", items=tuple(map(self.type, members)), nullable=nullable)
        only = self.type(members[0])
        return Type(only.kind, only.name, only.items, nullable or only.nullable)
