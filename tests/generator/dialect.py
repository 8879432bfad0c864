"""Everything that OpenAPI 3.1 has, tried keyword by keyword in each place: carried, or refused with a reason.

`python -m tests.generator.dialect` writes `docs/spec-dialect.md`. A keyword is carried if the rules accept the document
with it. What becomes of it is said in HOW, and why another one is refused is what its complaint says.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from generator.rules import check
from generator.rules.schemas import holds_text
from generator.source.canonical import canonical
from generator.source.document import Document, child
from generator.source.load import load

GOOD = load((Path(__file__).parent / "rules" / "good.yaml").read_text("utf-8"), "good.yaml")
PAGE = Path(__file__).parents[2] / "docs" / "spec-dialect.md"
HEAD = """\
# The dialect of the spec

This page lists what OpenAPI 3.1 and its JSON Schema have, by place: what the generator carries into the client and how,
and what it refuses, with the remedy. Each line was tried with the rules of the generator; `python -m
tests.generator.dialect` prints this page. `docs/rules.md` has the reasons of the rules.

Names that begin with `x-` are additions of this project; CONTRIBUTING.md says what they mean.
"""
LIST, CREATE, DELETE = "/paths/~1leads/get", "/paths/~1leads/post", "/paths/~1leads~1{lead_id}/delete"
BODY = f"{CREATE}/requestBody"
REPLY = f"{LIST}/responses/200"
SENT, READ = "/components/schemas/BoxCreate/properties/extra", "/components/schemas/Box/properties/extra"
SCALAR: dict[str, Any] = {"type": "string", "description": "Extra."}
BESIDE = (("schema", {"type": "array", "items": {"type": "integer"}}),)
REF = {"$ref": "#/components/schemas/Owner"}
STATUS = {"$ref": "#/components/schemas/LeadStatus"}


@dataclass(frozen=True)
class Trial:
    """A keyword with a value, in a place: the pointer of the object that gets it, or that it replaces if *whole*."""

    place: str
    keyword: str
    pointer: str
    value: Any
    whole: bool = False
    beside: tuple[tuple[str, Any], ...] = ()

    def result(self) -> tuple[bool, str]:
        """Return whether the keyword is carried, and why not."""
        data = copy.deepcopy(GOOD.data)
        holder, _, key = self.pointer.rpartition("/")
        document = Document("spec.yaml", data, {})
        value = self.value
        key = key.replace("~1", "/").replace("~0", "~")
        if self.whole:
            personal = {"x-personal": False} if holds_text(canonical_schema(value)) else {}
            document.get(holder)[key] = {**value, **personal}
        else:
            target = document.get(self.pointer)
            target |= {**dict(self.beside), self.keyword: self.value}
        place = self.pointer if self.whole else child(self.pointer, self.keyword)
        found = [each for each in check(document) if place.startswith(each.pointer) or each.pointer.startswith(place)]
        found = found or check(document)
        return not found, f"`{found[0].rule}`: {found[0].remedy}" if found else ""


def canonical_schema(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a schema as the rules meet it."""
    schemas = {**GOOD.data["components"]["schemas"], "Extra": {"type": "object", "properties": {"extra": schema}}}
    document = canonical(Document("spec.yaml", {"components": {"schemas": schemas}}, {}))
    found: dict[str, Any] = document.get("/components/schemas/Extra/properties/extra")
    return found


def trials() -> Iterator[Trial]:
    """Yield every keyword in each place."""
    for place, pointer, keywords in PLACES:
        for keyword, value in keywords.items():
            yield Trial(place, keyword, pointer, value, beside=BESIDE if keyword == "explode" else ())
    for keyword, schema in SCHEMAS.items():
        yield Trial("Schema", keyword, SENT, {**schema}, whole=True)
    for keyword, scheme in SCHEMES.items():
        yield Trial("Security scheme", keyword, "/components/securitySchemes/Key", scheme, whole=True)
    for place, made, contents in CONTENTS:
        for keyword, (media, schema) in contents.items():
            yield Trial(place, keyword, "/paths/~1extra", {"post": made({media: schema})}, whole=True)
    for keyword, schema in BOUNDED.items():
        yield Trial("Schema of a reply", keyword, READ, {**SCALAR, **schema}, whole=True)


@cache
def results() -> list[tuple[Trial, bool, str]]:
    """Return each trial, whether its keyword is carried, and why not."""
    return [(trial, *trial.result()) for trial in trials()]


def page() -> str:
    """Return the text of the page."""
    sections: dict[str, list[str]] = {}
    for trial, carried, why in results():
        how = HOW.get((trial.place, trial.keyword)) or HOW.get(("", trial.keyword), "")
        words = f"carried | {how or 'as it is'}" if carried else f"refused | {why}"
        sections.setdefault(trial.place, []).append(f"| `{trial.keyword}` | {words.replace('||', '|')} |")
    tables = [
        f"## {place}\n\n| Keyword | | How, or what to write |\n| --- | --- | --- |\n" + "\n".join(lines) + "\n"
        for place, lines in sections.items()
    ]
    return "\n".join([HEAD, *tables])


def left_over() -> set[tuple[str, str]]:
    """Return the keys of HOW that no trial has."""
    tried = {(trial.place, trial.keyword) for trial in trials()} | {("", trial.keyword) for trial in trials()}
    return HOW.keys() - tried


NOTHING: dict[str, Any] = {}
PARAMETER = f"{LIST}/parameters/1"
PLACES: list[tuple[str, str, dict[str, Any]]] = [
    (
        "Document",
        "",
        {
            "openapi": "3.1.1", "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema", "externalDocs": {},
            "servers": [{"url": "/v1"}], "security": [], "tags": GOOD.data["tags"], "webhooks": GOOD.data["webhooks"],
            "paths": GOOD.data["paths"], "components": GOOD.data["components"],
        },
    ),
    (
        "Info",
        "/info",
        {
            "title": "Small", "version": "1.2.0", "summary": "Small.", "description": "A small API.",
            "termsOfService": "https://example.com", "contact": {"name": "A"}, "license": {"name": "MIT"},
        },
    ),
    ("Server", "/servers/0", {"url": "https://api.example.com/v2", "description": "The server.", "variables": NOTHING}),
    ("Tag", "/tags/0", {"name": "leads", "description": "People.", "externalDocs": NOTHING}),
    (
        "Path item",
        "/paths/~1leads",
        {
            "$ref": "#/paths/~1campaigns", "summary": "Leads.", "description": "Leads.", "servers": [],
            "parameters": [],
            **dict.fromkeys(("options", "head", "trace"), NOTHING),
        },
    ),
    (
        "Operation",
        LIST,
        {
            "tags": ["leads"], "summary": "List leads", "description": "All of them.", "externalDocs": NOTHING,
            "operationId": "leads.list", "parameters": GOOD.get(f"{LIST}/parameters"), "callbacks": NOTHING,
            "requestBody": GOOD.get(BODY), "responses": GOOD.get(f"{LIST}/responses"), "deprecated": True,
            "security": [], "servers": [],
        },
    ),
    (
        "Parameter",
        PARAMETER,
        {
            "name": "isNew", "in": "header", "description": "Only new ones.", "required": False, "deprecated": True,
            "allowEmptyValue": True, "style": "form", "explode": False, "allowReserved": True,
            "schema": {"type": "array", "items": {"type": "integer"}}, "example": True, "examples": NOTHING,
            "content": {"application/json": {"schema": SCALAR}},
        },
    ),
    ("Parameter in a cookie", PARAMETER, {"in": "cookie"}),
    ("Request body", BODY, {"description": "A lead.", "required": False, "content": GOOD.get(f"{BODY}/content")}),
    (
        "Media type",
        f"{BODY}/content/application~1json",
        {
            "schema": {"$ref": "#/components/schemas/LeadCreate"}, "example": {"email": "a@example.com"},
            "encoding": NOTHING,
        },
    ),
    ("Example", f"{REPLY}/content/application~1json/examples/one", {
        "summary": "One.", "description": "One lead.", "externalValue": "https://example.com/one.json",
    }),
    (
        "Response",
        REPLY,
        {
            "description": "A page.", "headers": {"X-Extra": {"description": "x", "schema": {"type": "string"}}},
            "content": GOOD.get(f"{REPLY}/content"), "links": NOTHING,
        },
    ),
    (
        "Header",
        "/components/headers/Limit",
        {
            "description": "A limit.", "schema": {"type": "string"}, "required": True, "deprecated": True,
            "style": "simple",
            "explode": True, "example": 1, "content": NOTHING,
        },
    ),
    (
        "Components",
        "/components",
        {
            **{name: GOOD.get(f"/components/{name}") for name in ("schemas", "responses", "parameters", "headers")},
            "securitySchemes": GOOD.get("/components/securitySchemes"),
            **dict.fromkeys(("examples", "requestBodies", "links", "callbacks", "pathItems"), NOTHING),
        },
    ),
]  # fmt: skip
OBJECT: dict[str, Any] = {"type": "object", "description": "Extra."}
OF_ANY: dict[str, Any] = {
            "if": {}, "then": {}, "else": {}, "contentEncoding": "base64", "contentMediaType": "image/png",
            "readOnly": True,
            "writeOnly": True, "nullable": True, "xml": {}, "externalDocs": {}, "$id": "a", "$schema": "a", "$defs": {},
            "$anchor": "a", "$dynamicRef": "#a", "$comment": "a",
}  # fmt: skip
OF_OBJECTS: dict[str, Any] = {
    "minProperties": 1, "maxProperties": 9, "patternProperties": {}, "propertyNames": {}, "dependentRequired": {},
    "dependentSchemas": {}, "unevaluatedProperties": False,
}  # fmt: skip
SCHEMAS: dict[str, dict[str, Any]] = {
    **{f"type: {kind}": {**SCALAR, "type": kind} for kind in ("string", "integer", "number", "boolean")},
    "type: [x, 'null']": {**SCALAR, "type": ["string", "null"]},
    "type: [x, y]": {**SCALAR, "type": ["string", "integer"]},
    "type: array": {**SCALAR, "type": "array", "items": {"type": "array", "items": {"type": ["integer", "null"]}}},
    "type: object": OBJECT,
    "additionalProperties": {**OBJECT, "additionalProperties": {"type": "integer"}},
    "properties": {**OBJECT, "properties": {"a": SCALAR}},
    "properties + additionalProperties": {**OBJECT, "properties": {"a": SCALAR}, "additionalProperties": SCALAR},
    "$ref": {**REF, "description": "Extra."},
    "$ref to itself": {"$ref": "#/components/schemas/BoxCreate", "description": "Extra."},
    "enum": {**SCALAR, "enum": ["a", "b"]},
    "$ref to enum": {**STATUS, "description": "Extra."},
    "const": {**SCALAR, "const": "a"},
    "allOf": {"allOf": [STATUS, {"description": "Extra."}]},
    "anyOf": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}], "description": "Extra."},
    "anyOf of a $ref and null": {"anyOf": [REF, {"type": "null"}], "description": "Extra."},
    "oneOf": {"oneOf": [{"type": "string"}, {"type": "integer"}], "description": "Extra."},
    "oneOf with discriminator": {"$ref": "#/components/schemas/Delivery", "description": "Extra."},
    "not": {**SCALAR, "not": {"type": "integer"}},
    **{
        f"format: {name}": {"type": "string", "description": "Extra.", "format": name}
        for name in ("date", "time", "date-time", "uuid", "decimal")
    },
    "format: any other": {**SCALAR, "format": "email"},
    "title": {**SCALAR, "title": "An extra"},
    "description": SCALAR,
    "default": {**SCALAR, "default": "a"},
    "examples": {**SCALAR, "examples": ["a"]},
    "example": {**SCALAR, "example": "a"},
    "deprecated": {**SCALAR, "deprecated": True},
    "minLength, maxLength, pattern": {**SCALAR, "minLength": 1, "maxLength": 9, "pattern": "a"},
    "minimum, maximum": {**SCALAR, "type": "integer", "minimum": 1, "maximum": 9},
    "exclusiveMinimum": {**SCALAR, "type": "integer", "exclusiveMinimum": 1},
    "exclusiveMaximum": {**SCALAR, "type": "number", "exclusiveMaximum": 1},
    "multipleOf": {**SCALAR, "type": "integer", "multipleOf": 2},
    "minItems, maxItems": {**SCALAR, "type": "array", "items": {"type": "string"}, "minItems": 1, "maxItems": 9},
    "uniqueItems": {**SCALAR, "type": "array", "items": {"type": "string"}, "uniqueItems": True},
    "prefixItems": {**SCALAR, "type": "array", "prefixItems": [{"type": "string"}, {"type": "integer"}]},
    "contains": {**SCALAR, "type": "array", "items": {"type": "string"}, "contains": {"type": "string"}},
    **{name: {**OBJECT, "additionalProperties": True, name: value} for name, value in OF_OBJECTS.items()},
    **{name: {**SCALAR, name: value} for name, value in OF_ANY.items()},
    "true": {**OBJECT, "additionalProperties": {}},
}  # fmt: skip
JSON = "application/json"
EXTRA: dict[str, Any] = {
    **{name: GOOD.get(CREATE)[name] for name in ("tags", "summary", "x-evidence")},
    "operationId": "leads.extra", "x-call": {"repeat": "never"},
}  # fmt: skip


def answering(content: dict[str, Any]) -> dict[str, Any]:
    """Return an operation whose success has this content."""
    result = {"x-result": "whole"} if any(name.startswith(JSON) for name in content) else {}
    success = {"201": {"description": "Extra.", "content": content}}
    return {**EXTRA, **result, "responses": {**GOOD.get(f"{CREATE}/responses"), **success}}


def sending(content: dict[str, Any]) -> dict[str, Any]:
    """Return an operation with a body of this content."""
    success = {"201": {"description": "Extra."}}
    body = {"required": True, "content": content}
    return {**EXTRA, "requestBody": body, "responses": {**GOOD.get(f"{CREATE}/responses"), **success}}


PLAIN: dict[str, tuple[str, Any]] = {
    "type: array": (JSON, {"schema": {"type": "array", "items": REF}, "example": []}),
    "type: object": (JSON, {"schema": {"type": "object"}, "example": {}}),
    "type: string, integer, number or boolean": (JSON, {"schema": {"type": "integer"}, "example": 1}),
    "anyOf of a $ref and null": (JSON, {"schema": {"anyOf": [REF, {"type": "null"}]}, "example": None}),
    "x-any": (JSON, {"schema": {"x-any": True}, "example": 1}),
    "application/json; charset=utf-8": ("application/json; charset=utf-8", {"schema": {"x-any": True}, "example": 1}),
}
KEY: dict[str, Any] = {"type": "apiKey", "name": "X-Key"}
SCHEMES: dict[str, dict[str, Any]] = {
    **{f"apiKey in {place}": {**KEY, "in": place} for place in ("header", "query", "cookie")},
    "http bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"},
    "http basic": {"type": "http", "scheme": "basic"},
    "oauth2": {"type": "oauth2", "flows": {"password": {"tokenUrl": "/token", "scopes": {}}}},
    "openIdConnect": {"type": "openIdConnect", "openIdConnectUrl": "https://example.com/.well-known"},
    "mutualTLS": {"type": "mutualTLS"},
}  # fmt: skip
FILE: dict[str, Any] = {"schema": {"type": "string", "format": "binary"}}
CONTENTS = (
    ("JSON of a success", answering, PLAIN),
    ("JSON of a body", sending, PLAIN),
    (
        "Success that is no JSON",
        answering,
        {"any media type": ("text/csv", FILE), "text/event-stream": ("text/event-stream", FILE),
         "application/hal+json, properties": ("application/hal+json", {"schema": REF})},
    ),
    ("Body that is no JSON", sending, {
        "any media type, type: string": ("application/octet-stream", {"schema": {"type": "string"}}),
        "application/xml, properties": ("application/xml", {"schema": REF}),
    }),
)  # fmt: skip
BOUNDED: dict[str, dict[str, Any]] = {
    "minLength, maxLength, pattern": {"minLength": 1},
    "minimum, maximum": {"type": "integer", "minimum": 1},
    "minItems, maxItems": {"type": "array", "items": {"type": "string"}, "minItems": 1},
    "format: date-time-local": {"format": "date-time-local"},
}
WORDED = (
    "not", "contains", "patternProperties", "propertyNames", "dependentRequired", "dependentSchemas",
    "unevaluatedProperties", "if", "then", "else",
    "multipleOf", "uniqueItems", "minProperties", "maxProperties", "contentEncoding", "contentMediaType",
)  # fmt: skip
HOW: dict[tuple[str, str], str] = {
    ("", "description"): "docstring",
    ("", "summary"): "first line of the docstring",
    ("Document", "openapi"): "3.1 with any last number",
    ("Document", "webhooks"): "a model for each event, and `parse_delivery`",
    ("Document", "paths"): "a method for each operation, in both flavours",
    ("Document", "components"): "models, errors",
    ("Document", "tags"): "resources of the client",
    ("Info", "title"): "docstring of the package",
    ("Info", "version"): "`SPEC_VERSION`",
    ("Info", "summary"): "not read",
    ("Info", "description"): "not read",
    **{("Info", name): "kept in `openapi.json`" for name in ("contact", "license", "termsOfService")},
    ("Server", "url"): "default of `base_url`",
    ("Server", "description"): "not read",
    ("Tag", "name"): "attribute of the client",
    ("Path item", "parameters"): "arguments of each operation",
    ("Operation", "tags"): "the resource",
    ("Operation", "operationId"): "the call: `client.leads.list()`",
    ("Operation", "parameters"): "arguments",
    ("Operation", "responses"): "the result, and an exception for each status",
    ("Operation", "deprecated"): "DeprecationWarning, and the word in the docs",
    ("Parameter", "name"): "name of the argument in snake_case; `x-name` gives another",
    ("Parameter", "in"): "path, query or header",
    ("Parameter", "required"): "argument without a default",
    ("Parameter", "deprecated"): "DeprecationWarning when it is passed, and the word in the docs",
    ("Parameter", "style"): "`form` in the query, `simple` in the path",
    ("Parameter", "explode"): "`false` writes a list as one value with commas",
    ("Parameter", "schema"): "type of the argument, checked before anything is sent",
    ("Request body", "content"): "keyword arguments, or one object",
    ("Media type", "schema"): "model",
    ("Media type", "example"): "factories, mocks and the sandbox answer with it",
    ("Example", "summary"): "not read",
    ("Example", "description"): "not read",
    ("Response", "description"): "docstring of the exception; line of Raises",
    ("Response", "headers"): "`headers` of a raw reply",
    ("Response", "content"): "the result, or `body` of the exception",
    ("Header", "schema"): "text or an integer; the client reads headers itself",
    ("Components", "schemas"): "models",
    **{
        ("Components", name): "where they are used"
        for name in ("responses", "parameters", "headers", "securitySchemes")
    },
    ("Schema", "type: string"): "`str`",
    ("Schema", "type: integer"): "`int`",
    ("Schema", "type: number"): "`float`",
    ("Schema", "type: boolean"): "`bool`",
    ("Schema", "type: [x, 'null']"): "`X` or `None`",
    ("Schema", "type: [x, y]"): "`X` or `Y`",
    ("Schema", "type: array"): "`list[X]`, of any depth",
    ("Schema", "type: object"): "`dict[str, Any]`",
    ("Schema", "true"): "`{}` as `additionalProperties`: `dict[str, Any]`",
    ("Schema", "additionalProperties"): "`dict[str, X]`",
    ("Schema", "properties + additionalProperties"): "`dict[str, X]`; the words name the known keys",
    ("Schema", "$ref"): "model",
    ("Schema", "$ref to itself"): "model that contains itself, where it can end",
    ("Schema", "$ref to enum"): "open enumeration: unknown values keep their text",
    ("Schema", "const"): "its type, and the value in words; the tag of a tagged union",
    ("Schema", "allOf"): "one schema of all parts",
    ("Schema", "anyOf"): "`X` or `Y`, if JSON tells them apart",
    ("Schema", "anyOf of a $ref and null"): "`X` or `None`",
    ("Schema", "oneOf"): "as `anyOf`",
    ("Schema", "oneOf with discriminator"): "union of models, told apart by the tag",
    ("Schema", "format: date"): "`datetime.date`",
    ("Schema", "format: time"): "`datetime.time`",
    ("Schema", "format: date-time"): "aware `datetime.datetime`",
    ("Schema", "format: uuid"): "`uuid.UUID`",
    ("Schema", "format: decimal"): "`decimal.Decimal`",
    ("Schema", "format: any other"): "`str`; the format in words",
    ("Schema", "title"): "words of the docstring",
    ("Schema", "default"): "words of the docstring; never sent",
    ("Schema", "examples"): "words of the docstring",
    ("Schema", "example"): "words of the docstring",
    ("Schema", "deprecated"): "DeprecationWarning when it is passed or read, and the word in the docs",
    ("Schema", "minLength, maxLength, pattern"): "checked before anything is sent",
    ("Schema", "minimum, maximum"): "checked before anything is sent",
    ("Schema", "minItems, maxItems"): "checked before anything is sent",
    ("Schema", "exclusiveMinimum"): "of integers, as `minimum`; else words: the server checks it",
    ("Schema", "exclusiveMaximum"): "of integers, as `maximum`; else words: the server checks it",
    **{("Schema", name): "words of the docstring: the server checks it" for name in WORDED},
    ("Schema", "readOnly"): "words of the docstring; `required` does not bind a body",
    ("Schema", "writeOnly"): "words of the docstring; `required` does not bind a reply",
    **{("Schema of a reply", name): "words of the docstring: no reply fails because of it" for name in BOUNDED},
    ("Schema", "prefixItems"): "`list` of the types together; which one is where in words",
    ("Request body", "required"): "with `false`, a call without any of its arguments has no body",
    ("Operation", "security"): "words on scopes; the client sends its one credential with every call",
    ("Security scheme", "apiKey in header"): "`api_key`, in that header",
    ("Security scheme", "http bearer"): "`api_key`, as `Authorization: Bearer`",
    ("Security scheme", "oauth2"): "as a bearer token, which the caller gets",
    ("Security scheme", "openIdConnect"): "as a bearer token, which the caller gets",
    ("Schema of a reply", "format: date-time-local"): "`datetime.datetime`, read as UTC",
    **{("JSON of a success", name): "the result" for name in PLAIN},
    **{("JSON of a body", name): "one argument; `x-name` names it" for name in PLAIN},
    ("Success that is no JSON", "any media type"): "`Download`",
    ("Body that is no JSON", "any media type, type: string"): "one argument: a path, bytes, a file or an `Upload`",
}

if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
