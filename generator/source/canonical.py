"""Writes what OpenAPI can say in several ways in the one way that the generator reads. Pure: a document in, one out.

FastAPI and people write the same type differently. Here every schema gets one form, so that rules, parsers and
templates know one. Words that change no type go to `description`. Positions are those of the source. Tolerates any
document: the rules read the result, and report what is wrong with it.
"""

from __future__ import annotations

from typing import Any

from .bodies import FORMS, by_family, with_binaries, with_files, with_raw, without_omitted
from .bounds import combined, typed, unbound, with_words
from .directions import of_one_way, read_and_sent, referred, without_required
from .document import Document, is_list, is_mapping, list_in, without
from .fill import filled
from .media import with_plain_media
from .merge import START, Merger
from .objects import as_list, as_object, as_one_of, as_tag, is_null_too, mapped, tags, without_own_null
from .security import with_one_key
from .words import constant, in_words, null, with_note, words_of

Node = dict[str, Any]

# Keys with values of the API, in which nothing is a schema.
DATA = frozenset({"example", "examples", "default", "enum", "const", "x-enum-names"})
# Keys with names below them, one of which may be that of such a key.
NAMED = frozenset({"headers", "responses", "paths", "webhooks"})
INNER = ("properties", "anyOf", "oneOf", "allOf", "items", "additionalProperties")


def canonical(document: Document) -> Document:
    """Return the document with every schema in its canonical form."""
    document = filled(with_plain_media(document), closer=True)
    data = with_one_key(without_omitted(document.data))
    components = data.get("components")
    schemas: Node = components.get("schemas", {}) if is_mapping(components) else {}
    writer = _Writer(schemas if is_mapping(schemas) else {}, webhooks="webhooks" in data)
    return Document(document.file, writer.document(data), document.positions)


class _Writer:
    """Rewrites the schemas of one document. *schemas* are the components, which references lead to.

    The `event` of a delivery of *webhooks* is a tag, as those of a tagged union are.
    """

    def __init__(self, schemas: Node, webhooks: bool) -> None:
        self.merger = Merger(schemas)
        self.known = {
            name: as_one_of(self.merger.whole(node)) if is_mapping(node) else node for name, node in schemas.items()
        }
        self.tags = {**{(name, "event"): None for name in schemas if webhooks}, **dict(tags(self.known))}
        self.nullable = {name for name, node in self.known.items() if is_mapping(node) and is_null_too(node)}
        self.aliases = {name: node for name, node in self.known.items() if _is_alias(node)}
        self.forms: set[str] = set()  # The components that are bodies of forms.
        self.open: set[str] = set()  # The aliases that are written out.
        self.endless: set[str] = set()  # One that contains itself stays.
        self.replaced: set[str] = set()  # An alias that nothing refers to stays, for the rules to report.

    def document(self, data: Node) -> Node:
        rewritten: Node = {key: self.below(value, key) for key, value in data.items()}
        merged = self.merger.merged | self.forms
        for name in (self.replaced - self.endless) | (merged - referred(rewritten) if merged else merged):
            del rewritten["components"]["schemas"][name]
        components = rewritten.get("components")
        schemas = components.get("schemas") if is_mapping(components) else None
        if is_mapping(schemas):
            self.direct(schemas, *read_and_sent(rewritten, schemas))
        return rewritten

    def direct(self, schemas: Node, read: set[str], sent: set[str]) -> None:
        """Rewrite the components by where they occur: a reply has no bounds, and `required` binds one of the two."""
        for name in read:
            schemas[name] = unbound(schemas[name])
        for names, keyword in ((sent, "readOnly"), (read, "writeOnly")):
            for name in names:
                kept = {tag for owner, tag in self.tags if owner == name}
                free = of_one_way(self.known.get(name), keyword, self.known) - kept
                schemas[name] = without_required(schemas[name], free)

    def below(self, node: Any, key: str) -> Any:
        """Return a part of the document, found under *key*, with its schemas rewritten."""
        if is_list(node):
            return [self.below(item, key.removesuffix("s")) for item in node]
        if not is_mapping(node) or key in DATA:
            return node
        if key == "schemas":
            return {name: self.component(schema, name) for name, schema in node.items()}
        if key in ("content", "requestContent"):
            return {name: self.media(name, media, key) for name, media in node.items()}
        if key in NAMED or (key == "parameters" and "in" not in node):
            return {name: self.below(part, key.removesuffix("s")) for name, part in node.items()}
        name, sent = str(node.get("name", "")), {"content": "requestContent"} if key == "requestBody" else {}
        rewritten = {
            inner: self.schema(value, name) if inner == "schema" else self.below(value, sent.get(inner, inner))
            for inner, value in node.items()
        }
        if "operationId" in rewritten and is_mapping(rewritten.get("responses")):
            rewritten["responses"] = {
                status: with_files(reply) if str(status)[:1] == "2" else reply
                for status, reply in by_family(rewritten["responses"]).items()
            }
        if key == "response" and is_mapping(rewritten.get("content")):
            rewritten["content"] = {name: _unbound(media) for name, media in rewritten["content"].items()}
        if key == "parameter" and is_mapping(rewritten.get("schema")):
            rewritten = _given_up(rewritten)
        spoken = "schema" in rewritten and key in ("parameter", "header")
        return _without_null(words_of(rewritten, "schema")) if spoken else rewritten

    def media(self, name: str, media: Any, key: str) -> Any:
        """Return the content of a body or a reply of the type *name*, found under *key*."""
        if name in FORMS:
            return self.form(media)
        return self.below(with_raw(name, media) if key == "requestContent" else media, "")

    def form(self, media: Any) -> Any:
        """Return the body of a form with its schema written out: its fields are arguments, not a model."""
        schema = media.get("schema") if is_mapping(media) else None
        name = str(schema.get("$ref", "")).removeprefix(START) if is_mapping(schema) else ""
        if name in self.known:
            self.forms.add(name)
            media = {**media, "schema": self.known[name]}
        if is_mapping(media) and is_mapping(media.get("schema")):
            free = of_one_way(media["schema"], "readOnly", self.known)
            media = {**media, "schema": without_required(media["schema"], free)}
        return _fields_without_null(self.below(with_binaries(media), "media"))

    def component(self, node: Any, name: str) -> Any:
        """Return a component in its canonical form. It is never null: that is said where it is used."""
        node = self.known.get(name, node)
        if not is_mapping(node):
            return node
        if name in self.nullable:
            node = without_own_null(node)
        tags = [tag for owner, tag in self.tags if owner == name and _is_default(node, tag)]
        node = {**node, "required": [*list_in(node, "required"), *tags]} if tags else node
        found: Node = self.schema(mapped(node, self.known), name)
        return without(with_note(found), "deprecated") if "deprecated" in found else found

    def schema(self, node: Any, name: str) -> Any:
        """Return a schema in its canonical form; *name* is that of the component, property or parameter."""
        if not is_mapping(node):
            return node
        node = with_words(_file(as_list(as_object(combined(null(as_one_of(self.merger.whole(node))))))))
        for keyword in INNER:
            if keyword in node:
                node = {**node, keyword: self.inner(node[keyword], keyword, name)}
        return in_words(typed(_nullable(self.referred(_union(_merged(node))))), name)

    def inner(self, value: Any, keyword: str, owner: str) -> Any:
        if is_list(value):
            return [self.schema(item, "") for item in value]
        if keyword != "properties" or not is_mapping(value):
            return constant(self.schema(value, ""))
        return {name: self.property(name, item, owner) for name, item in value.items()}

    def property(self, name: str, node: Any, owner: str) -> Any:
        """Return a property; a constant stays one only as the tag of a union."""
        if (owner, name) not in self.tags:
            found = constant(self.schema(node, name))
        else:
            found = self.schema(as_tag(node, self.tags[owner, name]) if is_mapping(node) else node, name)
        return with_note(found) if is_mapping(found) else found

    def referred(self, node: Node) -> Node:
        """Return what an alias stands for in place of a reference to it, and null beside one that may be null."""
        name, beside = str(node.get("$ref", "")).removeprefix(START), without(node, "$ref")
        if name in self.open:
            self.endless.add(name)
        elif name in self.aliases:
            self.open.add(name)
            self.replaced.add(name)
            node = {**self.schema(self.aliases[name], name), **beside}
            self.open.discard(name)
        elif name in self.nullable:
            node = {"anyOf": [{"$ref": node["$ref"]}, {"type": "null"}], **beside}
        return node


def _unbound(media: Any) -> Any:
    """Return the content of a reply without bounds."""
    return {**media, "schema": unbound(media["schema"])} if is_mapping(media) and "schema" in media else media


def _is_default(node: Node, tag: str) -> bool:
    """Return whether the tag of an object has a default, so that FastAPI does not list it as required."""
    properties = node.get("properties")
    schema = properties.get(tag) if is_mapping(properties) else None
    return is_mapping(schema) and "default" in schema and tag not in list_in(node, "required")


def _is_alias(schema: Any) -> bool:
    """Return whether a component is a name for a type that has none in Python: a scalar, a list, a map, a union."""
    if not is_mapping(schema):
        return False
    schema = as_object(schema)
    if any(key in schema for key in ("properties", "enum", "discriminator", "allOf")):
        return False
    return any(key in schema for key in ("type", "const", "anyOf", "oneOf", "$ref"))


def _merged(node: Node) -> Node:
    """Return the one schema of an `allOf`, or the one option of a union, with what stands beside it."""
    for keyword in ("allOf", "anyOf", "oneOf"):
        inner = list_in(node, keyword)
        if len(inner) == 1 and is_mapping(inner[0]) and "discriminator" not in node:
            return {**inner[0], **without(node, keyword)}
    return node


def _union(node: Node) -> Node:
    """Return an untagged `oneOf` as `anyOf`: the rules demand that its options differ, so one at most is met.

    A union in a union is written out.
    """
    if "oneOf" in node and "discriminator" not in node and "anyOf" not in node:
        node = {"anyOf" if key == "oneOf" else key: value for key, value in node.items()}
    flat: list[Any] = []
    for option in list_in(node, "anyOf"):
        inner = list_in(option, "anyOf") if is_mapping(option) and option.keys() == {"anyOf"} else [option]
        flat += [one for one in inner if one != {"type": "null"} or one not in flat]
    return {**node, "anyOf": flat} if flat else node


def _nullable(node: Node) -> Node:
    """Return a type that may be null as `type: [x, 'null']`, or as `anyOf` with a reference."""
    kinds, options = list_in(node, "type"), list_in(node, "anyOf")
    if len(kinds) == 1:
        return {**node, "type": kinds[0]}
    if "null" in kinds[:-1]:
        node = {**node, "type": [*(kind for kind in kinds if kind != "null"), "null"]}
    if None in list_in(node, "enum"):
        kept = [value for value in node["enum"] if value is not None]
        return {**node, "enum": kept, "type": next((kind for kind in kinds if kind != "null"), node.get("type"))}
    given = [option for option in options if option != {"type": "null"}]
    only = given[0] if len(given) == 1 and len(options) == 2 and is_mapping(given[0]) else {}
    if isinstance(only.get("type"), str) and not {"enum", "const", "properties"} & only.keys():
        return {**only, "type": [only["type"], "null"], **without(node, "anyOf")}
    return node


def _given_up(parameter: Node) -> Node:
    """Return a parameter that is deprecated, if its schema is, and says so."""
    schema = parameter["schema"]
    if schema.get("deprecated") is True:
        parameter = {**parameter, "deprecated": True, "schema": without(schema, "deprecated")}
    return with_note(parameter)


def _file(node: Node) -> Node:
    """Return a file, which OpenAPI 3.1 writes with its media type, as OpenAPI 3.0 wrote it."""
    if node.get("contentMediaType") and node.get("type") == "string" and "contentEncoding" not in node:
        return {**without(node, "contentMediaType"), "format": "binary"}
    return node


def _fields_without_null(media: Any) -> Any:
    """Return a media type with a schema whose properties are never null: None leaves out a field of a form."""
    schema = media.get("schema") if is_mapping(media) else None
    if not is_mapping(schema) or not is_mapping(schema.get("properties")):
        return media
    fields = {
        name: _without_null({"in": "form", "schema": field})["schema"] for name, field in schema["properties"].items()
    }
    return {**media, "schema": {**schema, "properties": fields}}


def _without_null(parameter: Node) -> Node:
    """Return a parameter that is never null: None leaves it out, since neither a URL nor a header has a null."""
    schema = parameter["schema"]
    if parameter.get("in") not in ("query", "header", "form") or not is_mapping(schema):
        return parameter
    kinds, options = list_in(schema, "type"), list_in(schema, "anyOf")
    if kinds[1:] == ["null"]:
        return {**parameter, "schema": {**schema, "type": kinds[0]}}
    if len(options) == 2 and options[1] == {"type": "null"} and is_mapping(options[0]):
        return {**parameter, "schema": {**options[0], **without(schema, "anyOf")}}
    return parameter
