"""Writes bodies and replies in the one way that the generator reads: forms, files, and families of statuses. Pure."""

from __future__ import annotations

from typing import Any

from .document import is_mapping, without
from .objects import TYPED

Node = dict[str, Any]

JSON, EVENTS, FILE = "application/json", "text/event-stream", {"type": "string"}
FORMS = frozenset({"multipart/form-data", "application/x-www-form-urlencoded"})


def without_omitted(data: Node) -> Node:
    """Return a document without the operations that say with `x-omit` why the client does not have them."""
    paths = data.get("paths")
    if not is_mapping(paths):
        return data
    kept: Node = {}
    for path, item in paths.items():
        left = {key: node for key, node in item.items() if not _omitted(node)} if is_mapping(item) else item
        if left == item or left.keys() - {"parameters", "summary", "description"}:
            kept[path] = left
    return {**data, "paths": kept}


def _omitted(node: Any) -> bool:
    return is_mapping(node) and isinstance(node.get("x-omit"), str)


def by_family(replies: Node) -> Node:
    """Return the replies of an operation with that of `default` as that of each family of errors without one."""
    if "default" not in replies:
        return replies
    families: Node = dict.fromkeys(("4XX", "5XX"), replies["default"])
    return families | without(replies, "default")


def with_files(reply: Any) -> Any:
    """Return a success in which what is no JSON is text, if its schema is text or says no type: it is read as bytes."""
    if not is_mapping(reply) or not is_mapping(reply.get("content")):
        return reply
    contents = reply["content"].items()
    files = {name: {**media, "schema": FILE} for name, media in contents if name != JSON and is_text(media)}
    return {**reply, "content": {**reply["content"], **files}}


def is_text(media: Any) -> bool:
    """Return whether the schema of a media type is text, or says no type."""
    schema = media.get("schema", FILE) if is_mapping(media) else None
    if not is_mapping(schema) or "enum" in schema:
        return False
    return not schema.keys() & TYPED or schema.get("type") in ("string", ["string", "null"])


def with_raw(name: str, media: Any) -> Any:
    """Return the media type of a body that is no JSON as that of a file, if its schema is text or absent."""
    schema = media.get("schema", FILE) if is_mapping(media) else None
    if not is_mapping(schema) or name == JSON or schema.get("type") != "string":
        return media
    return {**media, "schema": {**without(schema, "contentMediaType"), "format": "binary"}}


def with_binaries(media: Any) -> Any:
    """Return the body of a form in which each file has the format `binary`, also in a list."""
    schema = media.get("schema") if is_mapping(media) else None
    if not is_mapping(schema) or not is_mapping(schema.get("properties")):
        return media
    fields = {name: _binary(field) if is_mapping(field) else field for name, field in schema["properties"].items()}
    return {**media, "schema": {**schema, "properties": fields}}


def _binary(node: Node) -> Node:
    """Return the schema of a file that is written by its media type as the format that stands for it."""
    if is_mapping(node.get("items")):
        return {**node, "items": _binary(node["items"])}
    if node.get("type") != "string" or "contentMediaType" not in node or "contentEncoding" in node:
        return node
    return {**without(node, "contentMediaType"), "format": "binary"}
