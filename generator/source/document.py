"""The document as plain data with the position of each node, and JSON pointers into it. Pure: reads no file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeGuard


@dataclass(frozen=True)
class Position:
    """The position where a node begins; both numbers count from 1."""

    line: int
    column: int


def is_mapping(value: object) -> TypeGuard[dict[str, Any]]:
    """Return whether a node is a mapping. All keys of a loaded document are text."""
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[Any]]:
    return isinstance(value, list)


def list_in(node: Mapping[str, Any], key: str) -> list[Any]:
    """Return the list under *key*; an empty one if there is none, or another value."""
    value = node.get(key)
    return value if is_list(value) else []


def without(node: Mapping[str, Any], key: str) -> dict[str, Any]:
    return {other: value for other, value in node.items() if other != key}


def joined(first: Any, second: Any) -> Any:
    """Return two texts as one; a value that is not text stays, for the rules to report."""
    if isinstance(first, str) and isinstance(second, str):
        return f"{first} {second}"
    return second if first is None else first


def child(pointer: str, *keys: str | int) -> str:
    """Return the JSON pointer (RFC 6901) of the node under *keys* below *pointer*."""
    return pointer + "".join("/" + str(key).replace("~", "~0").replace("/", "~1") for key in keys)


@dataclass(frozen=True)
class Document:
    """The data of one file. *positions* maps the JSON pointer of a node to the position of its key or list item."""

    file: str
    data: dict[str, Any]
    positions: Mapping[str, Position]

    def at(self, pointer: str) -> Position:
        """Return the position of the node, or of its nearest ancestor in the file."""
        while pointer not in self.positions and pointer:
            pointer = pointer.rpartition("/")[0]
        return self.positions.get(pointer, Position(1, 1))

    def get(self, pointer: str) -> Any:
        """Return the node at *pointer*; LookupError if there is none."""
        node: Any = self.data
        for token in pointer.split("/")[1:]:
            key = token.replace("~1", "/").replace("~0", "~")
            if is_list(node) and re.fullmatch("0|[1-9][0-9]{0,8}", key):
                node = node[int(key)]
            elif is_mapping(node) and key in node:
                node = node[key]
            else:
                raise LookupError(pointer)
        return node

    def origin(self, pointer: str, *, whole: bool = False) -> str:
        """Return the pointer of the node of this document that a copy, with references written out, has at *pointer*.

        It is behind a reference or in a part of an `allOf`. If *whole*, so is the node at *pointer* itself.
        """
        places = [""]
        for token in pointer.split("/")[1:]:
            key = token.replace("~1", "/").replace("~0", "~")
            behind = [each for place in places for each in self._behind(place)]
            holders = [at for at, node in behind if key in node or f"{at}/{token}" in self.positions]
            places = [f"{at}/{token}" for at in holders or places[:1]]
        return [places[0], *(at for at, _ in self._behind(places[0]) if whole)][-1]

    def _behind(self, pointer: str, depth: int = 0) -> Iterator[tuple[str, dict[str, Any] | list[Any]]]:
        """Yield the node at *pointer*, and those that it refers to or has as parts, with their pointers."""
        try:
            node = self.get(pointer)
        except LookupError:
            return
        if is_list(node) or is_mapping(node):
            yield pointer, node
        if is_mapping(node) and depth < 8:
            ref = node.get("$ref")
            yield from self._behind(ref[1:], depth + 1) if isinstance(ref, str) and ref.startswith("#/") else ()
            for index in range(len(list_in(node, "allOf"))):
                yield from self._behind(child(pointer, "allOf", index), depth + 1)

    def resolve(self, ref_or_node: Any, pointer: str = "") -> tuple[str, Any]:
        """Return the pointer and the node that *ref_or_node* refers to: the text of a `$ref`, or a node at *pointer*.

        References are followed to the end. LookupError if one leads nowhere, to itself, or out of the file.
        """
        node: Any = {"$ref": ref_or_node} if isinstance(ref_or_node, str) else ref_or_node
        seen: set[str] = set()
        while is_mapping(node) and "$ref" in node:
            ref: Any = node["$ref"]
            if not isinstance(ref, str) or not ref.startswith("#/") or ref in seen:
                raise LookupError(ref)
            seen.add(ref)
            pointer = ref[1:]
            node = self.get(pointer)
        return pointer, node
