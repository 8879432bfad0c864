"""Replaces what is about a person, by the spec: the same text becomes the same stand-in in a whole recording. Pure.

A text stays if the spec has a list of words at its place and it looks like one of them, or if it is a time. Every other
text becomes one of the same form: an address, a URL, an id or a text. Numbers of seven digits and more are replaced.
"""

from __future__ import annotations

import re
from typing import Any, cast

from ..differences.document import Document, Node, Places
from ..differences.values import FORMATS, HIDDEN, admitted, name_shown, type_of, word

TIMES = ("date-time", "date-time-local", "date", "time")
ID = re.compile(r"([a-z]{2,5})_\w+")
LONG = 10**6
ANY = Node(places=())


class StandIns:
    """The stand-ins of one recording."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._names = {step for each in document.operations.values() for step in each.path.split("/")}
        self._given: dict[tuple[str, str], str] = {}
        self._long: dict[float, int] = {}

    def value(self, value: object, places: Places = ()) -> Any:
        """Return *value*, JSON of the schema at *places*, with stand-ins."""
        node = self._node(value, places)
        if isinstance(value, dict):
            return self._object(cast("dict[str, object]", value), node)
        if isinstance(value, list):
            return [self.value(each, node.items) for each in cast("list[object]", value)]
        if isinstance(value, str):
            return value if node.words is not None and not node.personal and word(value) else self.text(value)
        if isinstance(value, (int, float)) and abs(value) >= LONG:
            return self._long.setdefault(value, LONG + len(self._long))
        return value

    def text(self, text: str) -> str:
        """Return the stand-in of *text*; times and empty texts stay."""
        if not text or any(FORMATS[name].fullmatch(text) for name in TIMES):
            return text
        kind = next((name for name in ("email", "uri") if FORMATS[name].fullmatch(text)), "")
        found = ID.fullmatch(text)
        kind = kind or (found[1] if found and word(text) is None else "text")
        key = (kind, text.lower() if kind == "email" else text)
        if key not in self._given:
            number = 1 + sum(other == kind for other, _ in self._given)
            forms = {"email": f"person{number}@example.com", "uri": f"https://example.com/{number}"}
            self._given[key] = forms.get(kind, f"text {number}" if kind == "text" else f"{kind}_{number}")
        return self._given[key]

    def step(self, step: str) -> str:
        """Return a segment of a path: as it is if it is part of a path of the spec."""
        return step if step in self._names else self.text(step)

    def _object(self, value: dict[str, object], node: Node) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name, each in value.items():
            if name in node.properties:
                found[name] = self.value(each, node.properties[name])
            else:
                hidden = bool(node.values) or (node.open and not node.properties) or name_shown(name) == HIDDEN
                found[self.text(name) if hidden else name] = self.value(each, node.values)
        return found

    def _node(self, value: object, places: Places) -> Node:
        """Return the schema at *places*; of a union, the arm that fits *value*."""
        if not places:
            return ANY
        node, tag = self._document.node(places), None
        if isinstance(value, dict):
            value = cast("dict[str, object]", value)
            tag = value.get(node.tag)
        if isinstance(tag, str) and tag in node.arms:
            return self._document.node(node.arms[tag])
        for arms in node.unions:
            for arm in arms:
                types = self._document.types(arm)
                if types is None or admitted(type_of(value), types):
                    return self._node(value, arm)
        return node
