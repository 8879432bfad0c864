"""Brings a document of other makers closer to what the generator reads, where nothing of the API is lost. Pure.

Older keywords are written as OpenAPI 3.1 has them, and what says nothing of a call goes: notes of other tools, links,
encodings that a client need not choose. Only a document that asks for it with `x-fill` is changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from http import HTTPStatus
from typing import Any

from .document import Document, is_list, is_mapping, joined, list_in

Node = dict[str, Any]

JSON = "application/json"
METHODS = ("get", "put", "post", "patch", "delete")
FORMS = ("multipart/form-data", "application/x-www-form-urlencoded")
# Keywords of this project. Those of other tools, such as `x-codeSamples`, are notes.
OURS = frozenset(
    """
    x-advice x-any x-bulk x-call x-deliveries x-enum-names x-evidence x-exception x-fill x-idempotency x-model x-name
    x-omit x-open x-operation x-page x-personal x-repeated x-reply-headers x-result x-upsert
    """.split()
)
# What has no effect on a call, by the key of the object that has it; "" is a schema or any other object.
NOTES: dict[str, tuple[str, ...]] = {
    "": ("xml", "$comment", "$schema", "$id", "$anchor", "jsonSchemaDialect", "links"),
    "headers": ("required", "deprecated", "style", "explode", "allowReserved", "example", "examples", "content"),
    "parameters": ("allowEmptyValue", "allowReserved", "example", "examples"),
    "content": ("encoding",),
}
# Keys with names of the API below them, if they have a mapping.
NAMES = frozenset(
    """
    content headers mapping parameters paths patternProperties properties responses schemas scopes securitySchemes
    webhooks
    """.split()
)
DATA = frozenset({"example", "examples", "default", "enum", "const", "value"})
SHARED = ("requestBodies", "examples", "pathItems")  # Components that are written out where they are used.


def brought_closer(data: Node) -> Node:
    """Return a document without what has no effect, in the words of OpenAPI 3.1."""
    if str(data.get("openapi")).startswith("3.0."):
        data = {**data, "openapi": "3.1.0"}
    data = _resolved(data, data)
    components = data.get("components")
    if is_mapping(components):
        kept = {key: value for key, value in components.items() if key not in (*SHARED, "links", "callbacks")}
        data = {**data, "components": kept}
    data = _plain(data, "", names=False)
    if is_mapping(components) and is_mapping(data["components"].get("schemas")):
        _texts_of_files(data["components"]["schemas"], data)
    for item in data["paths"].values() if is_mapping(data.get("paths")) else ():
        _share_words(item)
        for operation in (item.get(method) for method in METHODS) if is_mapping(item) else ():
            if is_mapping(operation):
                _choose_media(operation)
                _give_failures(operation, data)
    for hook in data["webhooks"].values() if is_mapping(data.get("webhooks")) else ():
        _reduce_delivery(hook)
    return data


def _resolved(node: Any, data: Node, depth: int = 0) -> Any:
    """Return a node with the shared bodies and examples written out."""
    if is_list(node):
        return [_resolved(item, data, depth) for item in node]
    if not is_mapping(node):
        return node
    parts = str(node.get("$ref", "")).split("/")
    if len(parts) == 4 and parts[2] in SHARED and depth < 8:
        target: Any = data.get("components", {}).get(parts[2], {}).get(parts[3])
        return node if target is None else _resolved(target, data, depth + 1)
    return {key: _resolved(value, data, depth) for key, value in node.items()}


def _plain(node: Any, holder: str, *, names: bool) -> Any:
    """Return a node, found under *holder*, without notes; the keys of one with *names* are names of the API."""
    if is_list(node):
        return [_plain(item, holder, names=False) for item in node]
    if not is_mapping(node):
        return node
    if names:
        return {key: _plain(value, holder, names=False) for key, value in node.items()}
    found: Node = {}
    for key, value in node.items():
        if _is_note(key, holder, node):
            continue
        found[key] = value if key in DATA else _plain(value, key, names=key in NAMES and is_mapping(value))
    return _with_link(_with_null(found))


def _is_note(key: str, holder: str, node: Node) -> bool:
    if key.startswith("x-"):
        return key not in OURS and not get_close_matches(key, OURS, 1, 0.8)
    return key in NOTES[""] or ("schema" in node and key in NOTES.get(holder, ()))


def _with_link(node: Node) -> Node:
    """Return a node with the address of its external documentation in its description."""
    link = node.get("externalDocs")
    if not is_mapping(link) or not isinstance(link.get("url"), str):
        return node
    kept = {key: value for key, value in node.items() if key != "externalDocs"}
    return (
        kept if "openapi" in node else {**kept, "description": joined(kept.get("description"), f"See {link['url']}.")}
    )


def _with_null(node: Node) -> Node:
    """Return a schema of OpenAPI 3.0 that may be null, or has an exclusive bound, as one of 3.1."""
    for bound, exclusive in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
        if isinstance(node.get(exclusive), bool):
            given = node.pop(exclusive)
            if given and bound in node:
                node[exclusive] = node.pop(bound)
    if not isinstance(node.get("nullable"), bool) or not node.pop("nullable"):
        return node
    if isinstance(node.get("type"), str):
        nulled = {"enum": [*node["enum"], None]} if "enum" in node and None not in node["enum"] else {}
        return {**node, "type": [node["type"], "null"], **nulled}
    words: Node = {key: node[key] for key in ("description", "title", "deprecated", "default") if key in node}
    rest = {key: value for key, value in node.items() if key not in words}
    return {**words, "anyOf": [rest, {"type": "null"}]}


def _share_words(item: Any) -> None:
    """Move the words of a path to its operations."""
    if is_mapping(item):
        words = [item.pop(key) for key in ("summary", "description") if isinstance(item.get(key), str)]
        for method in METHODS:
            if not is_mapping(item.get(method)):
                continue
            if is_mapping(calls := item[method].pop("callbacks", None)):
                words = [*words, f"The server calls back: {', '.join(f'`{name}`' for name in calls)}."]
            if words:
                item[method]["description"] = joined(item[method].get("description"), " ".join(words))


def _choose_media(operation: Node) -> None:
    """Keep one media type of each body and reply, JSON if there is any, and no redirects, which no client follows."""
    replies = operation.get("responses")
    if is_mapping(replies):
        if "2XX" in replies and not any(status[:1] == "2" and status != "2XX" for status in replies):
            replies["200"] = replies.pop("2XX")
        for status in [status for status in replies if str(status)[:1] in "13"]:
            del replies[status]
    for holder in [operation.get("requestBody"), *(replies.values() if is_mapping(replies) else ())]:
        content = holder.get("content") if is_mapping(holder) else None
        if is_mapping(content) and is_mapping(holder):
            sent = holder is operation.get("requestBody")
            named = {_media(name, sent=sent): media for name, media in reversed(content.items())}
            best = next((name for name in (JSON, *FORMS) if name in named), next(iter(content), ""))
            holder["content"] = {best: named.get(best, content.get(best))} if best else content


def _give_failures(operation: Node, data: Node) -> None:
    replies = operation.get("responses")
    for status, reply in replies.items() if is_mapping(replies) else ():
        if str(status)[0] != "2" and is_mapping(reply):
            _with_failure(reply, data)


def _with_failure(reply: Node, data: Node) -> None:
    """Give an error without JSON, or with JSON that is no object, the body of any failed call."""
    if "$ref" in reply:
        return
    content = reply.get("content")
    media = content.get(JSON) if is_mapping(content) else None
    schema: Any = media.get("schema", {}) if is_mapping(media) else {}
    _, schema = Document("", data, {}).resolve(schema)
    if "properties" not in schema and "allOf" not in schema and "discriminator" not in schema:
        reply["content"] = {
            JSON: {"schema": {"$ref": "#/components/schemas/Failure"}, "example": {"detail": "It failed."}}
        }


def _media(name: str, *, sent: bool) -> str:
    """Return a media type without parameters; any JSON that is not *sent* is JSON."""
    bare = name.partition(";")[0].strip().lower()
    return JSON if bare == "*/*" or (bare.endswith("+json") and not sent) else bare


def _reduce_delivery(hook: Any) -> None:
    """Keep of a webhook what it delivers: the receiver decides how it answers."""
    post = hook.get("post") if is_mapping(hook) else None
    if is_mapping(post):
        for key in [key for key in post if key not in ("summary", "description", "requestBody")]:
            del post[key]
        post["responses"] = {"2XX": {"description": "The delivery was received."}}


def name_exceptions(data: Node) -> None:
    """Name the class of each 4xx that has none, in the words of HTTP, at the first reply with the status."""
    phrases = {str(each.value): each.phrase for each in HTTPStatus}
    operations = [item[method] for item in data["paths"].values() for method in METHODS if method in item]
    first: dict[str, Node] = {}
    named: set[str] = set()
    for replies in (each["responses"] for each in operations):
        for status, reply in replies.items():
            _, found = Document("", data, {}).resolve(reply)
            if "x-exception" in found:
                named.add(status)
            elif status in phrases and status[0] == "4":
                first.setdefault(status, replies)
    for status, replies in first.items():
        if status not in named:
            _, reply = Document("", data, {}).resolve(replies[status])
            name = re.sub(r"\W", "", phrases[status].title()).removesuffix("Error")
            replies[status] = {**reply, "x-exception": f"{name}Error", "x-advice": "See what the server says."}


def without_unused(data: Node) -> Node:
    """Return a document without the components that nothing of it uses."""
    components: Node = data["components"]
    seen, waiting = set[str](), [{key: value for key, value in data.items() if key != "components"}]
    while waiting:
        for ref in _refs(waiting.pop()):
            section, _, name = ref.removeprefix("#/components/").partition("/")
            if ref not in seen and is_mapping(components.get(section)):
                seen.add(ref)
                waiting.append({"": components[section].get(name)})
    kept = {
        section: {name: each for name, each in inner.items() if f"#/components/{section}/{name}" in seen}
        if section in ("schemas", "responses", "parameters", "headers")
        else inner
        for section, inner in components.items()
    }
    return {**data, "components": kept}


def _refs(node: Any) -> Iterator[str]:
    """Yield all references in a node."""
    waiting: list[Any] = [node]
    while waiting:
        found = waiting.pop()
        if is_list(found):
            waiting += found
        elif is_mapping(found):
            waiting += found.values()
            if isinstance(found.get("$ref"), str):
                yield found["$ref"]


def _texts_of_files(schemas: Node, data: Node) -> None:
    """Write `format: binary` in JSON as words: there it is text. That of a form stays a file."""
    forms = {
        str(media["schema"].get("$ref", "")).rpartition("/")[2]
        for item in data["paths"].values()
        for operation in (item.get(method) for method in METHODS)
        if is_mapping(operation) and is_mapping(operation.get("requestBody"))
        for name, media in operation["requestBody"].get("content", {}).items()
        if name in FORMS and is_mapping(media.get("schema"))
    }
    for name, schema in schemas.items():
        if name not in forms:
            _text_of_file(schema)


def _text_of_file(node: Any) -> None:
    for inner in node if is_list(node) else node.values() if is_mapping(node) else ():
        _text_of_file(inner)
    if is_mapping(node) and node.get("type") == "string" and node.get("format") == "binary":
        del node["format"]
        node["description"] = joined(node.get("description"), "Format: binary.")
    elif is_mapping(node) and len(list_in(node, "enum")) == 1 and node.get("type") == "string":
        node["const"] = node.pop("enum")[0]
