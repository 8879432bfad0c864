"""Writes out what the document declares once for many places. Pure: a document in, a document out."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from .document import Document, is_mapping

REPLY_HEADERS = "x-reply-headers"
KEY = "Key of this call, by which the server recognises a repeat. Without one, the client makes one."

Node = dict[str, Any]


def expanded(document: Document) -> Document:
    """Return the document with the headers of `x-reply-headers` in each reply, and with that of each `x-idempotency`.

    A reply is one of an operation or of `components`; the receiver of a webhook sends no such headers. Positions are
    those of the source, so a complaint about an added header points to its reply.
    """
    data = deepcopy(document.data)
    shared: Node = data.pop(REPLY_HEADERS, {})
    _declare_keys(data, document)
    for replies in _replies(data) if shared else ():
        for status, reply in replies.items():
            if "$ref" not in reply:
                first: Node = {"description": reply["description"], "headers": {}}
                replies[status] = first | reply | {"headers": reply.get("headers", {}) | shared}
    return Document(document.file, data, document.positions)


def _declare_keys(data: Node, document: Document) -> None:
    """Declare the header of each `x-idempotency` as a parameter, where the document does not."""
    for item in data["paths"].values():
        for operation in (each for each in item.values() if is_mapping(each) and "x-idempotency" in each):
            name: str = operation["x-idempotency"]["header"]
            own: list[Node] = operation.get("parameters", [])
            if name not in {document.resolve(node)[1]["name"] for node in [*item.get("parameters", []), *own]}:
                key = {"name": name, "in": "header", "description": KEY, "schema": {"type": "string"}}
                operation["parameters"] = [*own, key]


def _replies(data: Node) -> Iterator[Node]:
    """Yield each mapping of names or statuses to replies."""
    yield data["components"].get("responses", {})
    for item in data["paths"].values():
        yield from (operation["responses"] for operation in item.values() if is_mapping(operation))
