"""Fills in what a document does not say and marks each guess: calls, names, examples, errors. Pure.

A draft that is drafted again stays as it is: each of its operations has `x-evidence` already.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from generator.api.naming import snake_case
from generator.source.document import Document, child, is_list, is_mapping, list_in
from generator.source.fill import FILL, filled
from generator.source.media import with_plain_media

from .marks import mark
from .names import METHODS, proposed, routes, tags
from .repair import Lost
from .upgrade import DATA

Node = dict[str, Any]

NAMES = frozenset({"properties", "patternProperties", "schemas", "responses", "parameters", "headers"})
NOWHERE = "https://api.example.com"
VERSION = re.compile(r"\d+\.\d+\.\d+")
# What the methods of HTTP promise (RFC 9110 9.2): a proposal, since servers break it.
REPEATS = {"get": "safe", "put": "idempotent", "delete": "idempotent"}


def is_draft(document: Document) -> bool:
    """Return whether every operation says how well it is known: then there is nothing to propose."""
    found = list(_operations(document.data))
    return bool(found) and all("x-evidence" in operation for _, operation in found)


def proposal(document: Document) -> Document:
    """Return the document with everything that the dialect demands, each guess marked."""
    if is_draft(document):
        return document
    data: Node = deepcopy(with_plain_media(document).data)
    declared = _name_calls(data)
    _propose_calls(data)
    _propose_successes(data)
    _leave_answers(data)
    _propose_types(data["components"] if is_mapping(data.get("components")) else {})
    server = _propose_server(data)
    _describe_parts(data)
    data[FILL] = {"server": server}
    before = deepcopy(data)
    made = filled(Document(document.file, data, document.positions)).data
    if FILL in made:
        raise TypeError("a part of the document has the wrong type")
    made["tags"] = declared
    _mark_operations(before, made)
    _mark_components(before, made)
    return Document(document.file, made, document.positions)


def not_taken(document: Document) -> list[Lost]:
    """Return what has one place in the dialect and several in the document: servers, and words of tags."""
    servers = list_in(document.data, "servers")
    found = [(child("/servers", i), "one-server", str(each.get("url"))) for i, each in enumerate(servers[1:], 1)]
    resources = {_plain(name) for name in tags(proposed(list(routes(document.data))))}
    for index, tag in enumerate(list_in(document.data, "tags")):
        if is_mapping(tag) and _plain(str(tag.get("name"))) not in resources and tag.get("description"):
            found.append((child("/tags", index), "declared-tags", f"{tag.get('name')}: {tag['description']}"))
    for event, post in _webhooks(document.data):
        words = "what a receiver answers is not read"
        others = [status for status in post.get("responses", {}) if status != "2XX"]
        found += [(child("/webhooks", event, "post", "responses", status), "webhook-reply", words) for status in others]
    return [Lost(document.at(pointer).line, pointer, rule, " ".join(words.split())) for pointer, rule, words in found]


def _operations(data: Node) -> Iterator[tuple[str, Node]]:
    for item in data["paths"].values():
        if is_mapping(item):
            yield from ((method, item[method]) for method in METHODS if is_mapping(item.get(method)))


def _name_calls(data: Node) -> list[Node]:
    """Give each operation its call and its tag; return the tags, with the words of the document where it has some."""
    calls = proposed(list(routes(data)))
    known = {_plain(str(tag.get("name"))): tag for tag in list_in(data, "tags") if is_mapping(tag)}
    for (method, path), call in calls.items():
        operation: Node = data["paths"][path][method]
        if operation.get("operationId") != call:
            mark(operation, "operationId")
        operation |= {"operationId": call, "tags": [call.rpartition(".")[0]]}
    return [{"name": name, "description": _words_of(name, known)} for name in tags(calls)]


def _plain(text: str) -> str:
    """Return a name by which a tag and a resource can be compared, in singular."""
    return re.sub(r"[^a-z0-9]+", "", text.lower()).removesuffix("s")


def _words_of(name: str, known: dict[str, Node]) -> str:
    words = known.get(_plain(name), {}).get("description")
    return str(words).strip() if words else f"{name.replace('.', ' ').replace('_', ' ').capitalize()}."


def _propose_calls(data: Node) -> None:
    for method, operation in _operations(data):
        operation["x-evidence"] = "guess"
        if "x-call" not in operation:
            operation["x-call"] = {"repeat": REPEATS.get(method, "never")}
            mark(operation, "x-call")
        body = operation.get("requestBody")
        if is_mapping(body) and "$ref" not in body and body.get("required") is not True:
            body["required"] = True
            mark(operation, "required body")


def _propose_successes(data: Node) -> None:
    """Name the success of an operation that describes one reply for all statuses, or for all of 2XX."""
    for _, operation in _operations(data):
        replies: Node = operation.get("responses", {})
        if not any(re.fullmatch(r"2\d\d", str(status)) for status in replies):
            other = next((status for status in ("2XX", "2xx", "default") if status in replies), None)
            if other:
                replies["200"] = replies.pop(other)
                mark(operation, "success")


def _leave_answers(data: Node) -> None:
    """Say of what a receiver of a webhook answers only that it succeeds: the dialect has nothing else."""
    for _, post in _webhooks(data):
        replies: Node = post.get("responses", {})
        first = next((reply for status, reply in replies.items() if str(status)[:1] == "2"), None)
        words = first.get("description") if is_mapping(first) else None
        post["responses"] = {"2XX": {"description": words or "Received."}}


def _webhooks(data: Node) -> Iterator[tuple[str, Node]]:
    hooks: Any = data.get("webhooks")
    for event, hook in hooks.items() if is_mapping(hooks) else ():
        if is_mapping(hook) and is_mapping(hook.get("post")):
            yield event, hook["post"]


def _propose_types(node: Any, *, named: bool = False) -> None:
    """Say the type of schemas that have keywords of one alone; *named* is true if the keys are names, no keywords."""
    if is_list(node):
        for item in node:
            _propose_types(item)
    elif is_mapping(node):
        for keyword, kind in (("properties", "object"), ("items", "array")) if not named else ():
            if is_mapping(node.get(keyword)) and not {"type", "$ref", "allOf", "anyOf", "oneOf"} & node.keys():
                node["type"] = kind
                mark(node, "type")
        for key, value in node.items():
            if key not in DATA or named:
                _propose_types(value, named=key in NAMES and not named)


def _describe_parts(data: Node) -> None:
    """Describe parameters and headers by their names; each operation that has one is marked."""
    components = data.get("components", {})
    for item in data["paths"].values():
        for method in METHODS:
            if is_mapping(item) and is_mapping(operation := item.get(method)):
                for name, node in _parts(item, operation):
                    if not node.get("description") and "$ref" not in node:
                        node["description"] = f"{_spaced(name)}."
                        mark(operation, f"description of {name}")
    for section in ("parameters", "headers"):
        for name, node in components.get(section, {}).items():
            if is_mapping(node) and not node.get("description"):
                node["description"] = f"{_spaced(str(node.get('name', name)))}."
                mark(data["info"], f"description of {name}")


def _spaced(name: str) -> str:
    return snake_case(name.replace("-", "_")).replace("_", " ").capitalize()


def _parts(item: Node, operation: Node) -> Iterator[tuple[str, Node]]:
    """Yield the parameters of an operation and the headers of its replies, by name."""
    for each in [*list_in(item, "parameters"), *list_in(operation, "parameters")]:
        if is_mapping(each):
            yield str(each.get("name")), each
    for reply in operation.get("responses", {}).values():
        for name, header in reply.get("headers", {}).items() if is_mapping(reply) else ():
            if is_mapping(header):
                yield name, header


def _propose_server(data: Node) -> str:
    """Return the address of the server, and give the document a version that can be compared."""
    servers = [str(server.get("url", "")) for server in list_in(data, "servers") if is_mapping(server)]
    usable = [url.rstrip("/") for url in servers if url.startswith("https://") and "{" not in url]
    info: Node = data.setdefault("info", {})
    if not usable:
        mark(info, "server")
    if not VERSION.fullmatch(str(info.get("version"))):
        numbers = re.findall(r"\d+", str(info.get("version", "")))[:3]
        info["version"] = ".".join([*numbers, "0", "0", "0"][:3])
        mark(info, "version")
    info.setdefault("title", "API")
    return usable[0] if usable else NOWHERE


def _mark_operations(before: Node, made: Node) -> None:
    for (_, old), (_, new) in zip(_operations(before), _operations(made), strict=True):
        for keyword in ("summary", "x-result"):
            if keyword in new and keyword not in old:
                mark(new, keyword)
        if set(new["responses"]) - set(old.get("responses", {})):
            mark(new, "errors")
        if _examples(new) > _examples(old):
            mark(new, "example")


def _examples(operation: Node) -> int:
    bodies = [operation.get("requestBody"), *operation.get("responses", {}).values()]
    medias = [media for body in bodies if is_mapping(body) for media in body.get("content", {}).values()]
    return sum("example" in media or "examples" in media for media in medias if is_mapping(media))


def _mark_components(before: Node, made: Node) -> None:
    """Mark what is guessed of each schema: names of inline ones, words, and that all is personal."""
    old: Node = {_plain(name): node for name, node in before["components"].get("schemas", {}).items()}
    for name, schema in made["components"]["schemas"].items():
        known = old.get(_plain(name), {})
        if not is_mapping(schema) or "$ref" in schema:
            continue
        found = [] if known else ["name"]
        if "description" in schema and not {"description", "title"} & known.keys():
            found.append("description")
        found += ["x-personal"] if "x-personal" in schema and "x-personal" not in known else []
        said: Node = known.get("properties", {})
        found += [
            f"description of {wire}"
            for wire, inner in schema.get("properties", {}).items()
            if is_mapping(inner) and "description" in inner and not {"description", "title"} & set(said.get(wire) or ())
        ]
        mark(schema, *found)
