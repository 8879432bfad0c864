"""Words of a description in place of what changes no type: titles, defaults, examples, formats, constants. Pure."""

from __future__ import annotations

import json
from typing import Any

from .document import is_list, is_mapping, joined, list_in, without

Node = dict[str, Any]

# The formats that become a type in Python.
FORMATS = frozenset({"date", "time", "date-time", "date-time-local", "uuid", "decimal", "binary"})
CONSTANTS: dict[object, str] = {
    str: "string",
    bool: "boolean",
    int: "integer",
    float: "number",
    dict: "object",
    list: "array",
}
DEPRECATED = "Deprecated; it may go away."


def with_note(node: Node) -> Node:
    """Return what is deprecated with a word of it in its description."""
    words = node.get("description")
    if node.get("deprecated") is not True or not isinstance(words, str) or words.endswith(DEPRECATED):
        return node
    return {**node, "description": joined(words, DEPRECATED)}


def constant(node: Any) -> Any:
    """Return the type of a constant that is no tag, and its value in words: a reply with a new one must not fail."""
    value = node.get("const") if is_mapping(node) else None
    kind = CONSTANTS.get(value.__class__)
    if kind is None or "enum" in node:
        return node
    words = joined(node.get("description"), f"Always {_shown(value)}.")
    free = {"additionalProperties": True} if kind == "object" else {}
    return {"type": kind, **free, **without(node, "const"), "description": words}


def null(node: Node) -> Node:
    """Return a schema whose constant is null as that of null, if its type is no other."""
    named = node.get("const", "") is None and node.get("type", "null") == "null"
    return {**without(node, "const"), "type": "null"} if named else node


def in_words(node: Node, name: str) -> Node:
    """Return a schema with its title, default, examples and unknown format as words of its description."""
    title, words, kept = node.get("title"), node.get("description"), dict(node)
    if isinstance(title, str):
        del kept["title"]
        if words is None or _letters(title) != _letters(name):
            words = joined(f"{title.strip().rstrip('.')}.", words)
    if (default := kept.pop("default", None)) is not None:
        words = joined(words, f"The server's default is {_shown(default)}.")
    if is_list(kept.get("examples")):
        words = joined(words, f"For example: {', '.join(map(_shown, kept.pop('examples')))}.")
    elif "example" in kept:
        words = joined(words, f"For example: {_shown(kept.pop('example'))}.")
    if isinstance(kept.get("format"), str) and kept["format"] not in FORMATS:
        words = joined(words, f"Format: {kept.pop('format')}.")
    kept |= {} if words is None else {"description": words}
    return _words_of_options(words_of(words_of(kept, "items"), "additionalProperties"))


def words_of(node: Node, keyword: str) -> Node:
    """Return *node* with the description of the schema under *keyword* as its own: no docstring is about that one."""
    schema = node.get(keyword)
    if not is_mapping(schema) or "$ref" in schema or not isinstance(schema.get("description"), str):
        return node
    words = joined(node.get("description"), schema["description"])
    return {**node, "description": words, keyword: without(schema, "description")}


def _words_of_options(node: Node) -> Node:
    """Return a union with the descriptions of its options as its own."""
    for index, option in enumerate(list_in(node, "anyOf")):
        if is_mapping(option) and "$ref" not in option and isinstance(option.get("description"), str):
            bare = [*node["anyOf"][:index], without(option, "description"), *node["anyOf"][index + 1 :]]
            node = {**node, "anyOf": bare, "description": joined(node.get("description"), option["description"])}
    return node


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).lower()


def _shown(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
