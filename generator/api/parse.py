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
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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
from openapi_python_client.strings import ClassName

from ..diagnostics import Complaint, SpecError
from ..source.document import Document, child
from .ir import Field, Kind, Struct, Type
from .naming import field_name

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
KINDS: dict[type[Any], Kind] = {
    StringProperty: "text",
    ConstProperty: "text",
    IntProperty: "integer",
    FloatProperty: "number",
    BooleanProperty: "boolean",
    DateTimeProperty: "time",
    DateProperty: "date",
    AnyProperty: "any",
}


@dataclass(frozen=True)
class Endpoint:
    """One parsed operation. *replies* maps a status to the type of its body, None if it has none."""

    path_fields: tuple[Field, ...]
    query_fields: tuple[Field, ...]
    body: Type | None
    replies: dict[str, Type | None]


@dataclass(frozen=True)
class Parsed:
    """The parsed document; endpoints by (path, method)."""

    endpoints: dict[tuple[str, str], Endpoint]
    structs: dict[str, Struct]


def parse(document: Document) -> Parsed:
    """Return every operation and object schema; SpecError with all complaints of the parser."""
    config = Config.from_sources(ConfigFile(), MetaType.NONE, Path("-"), "utf-8", False, None)
    data = GeneratorData.from_dict(_with_known_formats(document.data), config=config)
    if isinstance(data, GeneratorError):
        raise SpecError([_complaint(document, "", data)])
    faults = [_complaint(document, "", error) for error in data.errors]
    for collection in data.endpoint_collections_by_tag.values():
        faults += [_complaint(document, _place(error.header), error) for error in collection.parse_errors]
    if faults:
        raise SpecError(faults)
    translator = _Translator({str(ClassName(name, "")): name for name in _classes(document)})
    found = {
        str(endpoint.name): translator.endpoint(endpoint)
        for collection in data.endpoint_collections_by_tag.values()
        for endpoint in collection.endpoints
    }
    structs = {struct.name: struct for model in data.models if (struct := translator.struct(model))}
    return Parsed(_checked(document, found), structs)


def _with_known_formats(data: dict[str, Any]) -> dict[str, Any]:
    """Return a copy in which times without a zone have the format that the parser knows."""
    copy: dict[str, Any] = json.loads(json.dumps(data), object_hook=_with_known_format)
    return copy


def _with_known_format(node: dict[str, Any]) -> dict[str, Any]:
    return {**node, "format": "date-time"} if node.get("format") == "date-time-local" else node


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
        declared = [*document.data["paths"][path].get("parameters", []), *operation.get("parameters", [])]
        for what, expected, seen in (
            ("a parameter", len(declared), len(endpoint.path_fields) + len(endpoint.query_fields)),
            ("a reply", len(operation["responses"]), len(endpoint.replies)),
            ("the request body", int("requestBody" in operation), int(endpoint.body is not None)),
        ):
            if expected != seen:
                faults.append(_lost(document, pointer, what))
    if faults:
        raise SpecError(faults)
    return endpoints


def _place(header: str) -> str:
    """Return the pointer of the operation in a header of the parser, such as `WARNING parsing GET /leads within`."""
    match = re.search(r"parsing ([A-Z]+) (\S+) within", header)
    return child("", "paths", match[2], match[1].lower()) if match else ""


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


class _Translator:
    """Converts the parser's properties to `Type`. *components* maps the parser's class names to the document's."""

    def __init__(self, components: dict[str, str]) -> None:
        self.components = components

    def endpoint(self, endpoint: ForeignEndpoint) -> Endpoint:
        replies = {
            reply.status_code.pattern: None if reply.source["attribute"] == "None" else self.type(reply.prop)
            for reply in endpoint.responses
        }
        return Endpoint(
            path_fields=tuple(map(self.field, endpoint.path_parameters)),
            query_fields=tuple(map(self.field, endpoint.query_parameters)),
            body=self.type(endpoint.bodies[0].prop) if endpoint.bodies else None,
            replies=replies,
        )

    def struct(self, model: ModelProperty) -> Struct | None:
        """Return the struct of an object schema, None for a free-form object, for which the parser has a class too."""
        name = self.components.get(str(model.class_info.name))
        if name is None:
            return None
        properties = [*(model.required_properties or []), *(model.optional_properties or [])]
        return Struct(name, tuple(map(self.field, properties)))

    def field(self, prop: Any) -> Field:
        wire = prop.name.get_untrusted_value()
        return Field(wire, field_name(wire), self.type(prop), bool(prop.required))

    def type(self, prop: Any) -> Type:
        """Return the `Type` of a property; TypeError for one that the rules do not allow."""
        if isinstance(prop, UnionProperty):
            return self._union(prop)
        if isinstance(prop, ListProperty):
            return Type("array", items=(self.type(prop.inner_property),))
        if isinstance(prop, EnumProperty):
            return Type("enum", self.components[str(prop.class_info.name)])
        if isinstance(prop, ModelProperty):
            name = self.components.get(str(prop.class_info.name))
            return Type("struct", name) if name else Type("map")
        return Type(KINDS[type(prop)])

    def _union(self, prop: UnionProperty) -> Type:
        members = [item for item in prop.inner_properties if not isinstance(item, NoneProperty)]
        nullable = len(members) < len(prop.inner_properties)
        if len(members) > 1:
            return Type("union", items=tuple(map(self.type, members)), nullable=nullable)
        only = self.type(members[0])
        return Type(only.kind, only.name, only.items, nullable or only.nullable)
