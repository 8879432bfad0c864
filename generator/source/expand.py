"""Writes out what the document declares once for many places. Pure: a document in, a document out."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from .document import Document, is_mapping

REPLY_HEADERS = "x-reply-headers"

Node = dict[str, Any]


def expanded(document: Document) -> Document:
    """Return the document with the headers of `x-reply-headers` in each reply, and without that key.

    A reply is one of an operation or of `components`; the receiver of a webhook sends no such headers. Positions are
    those of the source, so a complaint about an added header points to its reply.
    """
    data = deepcopy(document.data)
    shared: Node = data.pop(REPLY_HEADERS, {})
    if not shared:
        return document
    for replies in _replies(data):
        for status, reply in replies.items():
            if "$ref" not in reply:
                first: Node = {"description": reply["description"], "headers": {}}
                replies[status] = first | reply | {"headers": reply.get("headers", {}) | shared}
    return Document(document.file, data, document.positions)


def _replies(data: Node) -> Iterator[Node]:
    """Yield each mapping of names or statuses to replies."""
    yield data["components"].get("responses", {})
    for item in data["paths"].values():
        yield from (operation["responses"] for operation in item.values() if is_mapping(operation))
