"""Writes media types in the one spelling that the generator reads. Pure: a document in, a document out.

A media type has no case, and may have parameters (RFC 9110, 8.3.1). JSON under a name of its own, such as
`application/problem+json`, is JSON in an error, which the client reads as it comes. In a body or a success it keeps its
name: the client neither sends it nor asks for it.
"""

from __future__ import annotations

from typing import Any

from .bodies import EVENTS, FORMS, JSON
from .document import Document, child, is_list, is_mapping

READ = FORMS | {JSON, EVENTS}
REPLIES = ("components", "responses")
# Keys with values of the API, in which nothing is a body.
DATA = frozenset({"example", "examples", "default", "enum", "const"})

Node = dict[str, Any]


def with_plain_media(document: Document) -> Document:
    """Return the document with the plain name of each media type that the generator knows.

    Of two spellings of one type in one place, the second stays, for the rules to report.
    """
    writer = _Writer(_successes(document.data))
    data = writer.below(document.data, ())
    moved = {
        new + pointer.removeprefix(old): at
        for old, new in writer.renamed
        for pointer, at in document.positions.items()
        if pointer == old or pointer.startswith(f"{old}/")
    }
    return Document(document.file, data, {**document.positions, **moved}) if writer.renamed else document


def plain(name: str, *, error: bool = False) -> str:
    """Return the name of a media type in the spelling of the generator; of an *error*, that of JSON for any JSON."""
    bare = name.partition(";")[0].strip().lower()
    return JSON if error and bare.endswith("+json") else bare if bare in READ else name


class _Writer:
    """Rewrites one document. *successes* are the references to shared replies that are no errors."""

    def __init__(self, successes: set[str]) -> None:
        self.successes, self.renamed = successes, list[tuple[str, str]]()

    def below(self, node: Any, place: tuple[str | int, ...]) -> Any:
        """Return the node at *place* with plain names below it."""
        if is_list(node):
            return [self.below(each, (*place, index)) for index, each in enumerate(node)]
        if not is_mapping(node) or (place and place[-1] in DATA):
            return node
        names = self.names(node, place) if place and place[-1] == "content" else {}
        return {names.get(key, key): self.below(value, (*place, names.get(key, key))) for key, value in node.items()}

    def names(self, content: Node, place: tuple[str | int, ...]) -> dict[str, str]:
        """Return the names of the media types in *content* that are written in another way, with their plain ones."""
        error, names = self.fails(place[:-1]), dict[str, str]()
        for name in content:
            new = plain(name, error=error)
            if new not in {*content, *names.values()}:
                names[name] = new
                self.renamed.append((child("", *place, name), child("", *place, new)))
        return names

    def fails(self, place: tuple[str | int, ...]) -> bool:
        """Return whether an error is at *place*."""
        if place[:2] == REPLIES:
            return child("#", *place) not in self.successes
        return place[-2:-1] == ("responses",) and not str(place[-1]).startswith("2")


def _successes(data: Node) -> set[str]:
    """Return the references of operations to their successes."""
    paths = data.get("paths")
    items = [item for item in paths.values() if is_mapping(item)] if is_mapping(paths) else []
    replies = [each.get("responses") for item in items for each in item.values() if is_mapping(each)]
    found = [(status, reply) for each in replies if is_mapping(each) for status, reply in each.items()]
    return {str(reply.get("$ref")) for status, reply in found if str(status)[:1] == "2" and is_mapping(reply)}
