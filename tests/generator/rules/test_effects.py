"""Every keyword that the grammar allows has an effect in Python, in every place where it is allowed.

Words for readers are left out (docs/decisions/0050): those that no docstring has are in `openapi.json`.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from generator.rules import check
from generator.rules.grammar import GRAMMAR
from generator.rules.shape import Node, Shape
from generator.source.bounds import CHECKED
from generator.source.document import Document, is_mapping
from generator.source.load import load
from tests.generator.pipes import rendered

from .broken import GOOD

READERS = {"description", "summary", "value", "example", "x-guess"}
HIDING = {"x-personal"}  # True is what an absent one means; a test below has the false ones.
# What to write under a keyword, by what the grammar says that it holds. `false` is what an absent boolean means.
TRIED: dict[str, list[Any]] = {
    "text": ["other"],
    "texts": [["other"]],
    "boolean": [True],
    "size": [7],
    "number": [7],
    "pattern": ["^a?"],
    "type": ["integer", "string", "boolean", ["string", "null"]],
}
# A header is read leniently, so that its type tells readers alone.
LENIENT = {
    ("integer", "type", "header"),
    ("string", "type", "header"),
    ("string", "format", "header"),
}
# A union has no class, so that what its docstring would say is in `openapi.json` alone.
WITHOUT_CLASS = {("tagged union", "deprecated", "components")}
# The good document has these in replies and deliveries alone, where a bound is words for readers.
RECEIVED = {
    (kind, bound, holder)
    for kind, holder in (("string", "array"), ("string", "union"), ("array", "union"))
    for bound in CHECKED[kind]
}
DOCUMENT = load(GOOD, "good.yaml")

Place = tuple[str, str, str]  # The kind of the object, the keyword in it, and the kind of what holds the object.


def edits() -> Iterator[tuple[Place, Document]]:
    """Yield the good document with one keyword added or changed, each value at each place that allows it."""
    for node in Shape(DOCUMENT).nodes:
        for word, holds in GRAMMAR[node.kind].items():
            place = (node.kind, word.rstrip("!"), node.parent)
            for value in TRIED.get(holds, []) if place[1] not in READERS | HIDING else ():
                if place[2] == "parameter" and value == ["string", "null"]:
                    continue  # None leaves out a parameter, null or not.
                edited = _edited(node, place[1], value)
                if edited and not check(edited):
                    yield place, edited


def _edited(node: Node, keyword: str, value: Any) -> Document | None:
    """Return the document with *value* under the keyword, None if that changes nothing."""
    data = copy.deepcopy(DOCUMENT.data)
    found = Document("good.yaml", data, {}).get(node.pointer)
    if not is_mapping(found) or found.get(keyword) == value:
        return None
    found[keyword] = value
    return Document("good.yaml", data, DOCUMENT.positions)


def test_a_repr_shows_the_text_that_is_said_not_to_be_personal() -> None:
    edited = copy.deepcopy(DOCUMENT.data)
    edited["components"]["schemas"]["Owner"]["properties"]["name"]["x-personal"] = False
    said = rendered(Document("good.yaml", edited, DOCUMENT.positions))["models/_shared.py"]
    assert 'show_in_repr(Owner, "name")' in said.replace("'", '"')
    assert "show_in_repr(Owner" not in rendered(DOCUMENT)["models/_shared.py"]


def test_every_allowed_keyword_changes_the_client() -> None:
    """One place of each kind is enough: a bound, for example, has no effect in a reply."""
    usual, carried, idle = rendered(DOCUMENT), set[Place](), set[Place]()
    for place, edited in edits():
        if place not in carried:
            (idle if rendered(edited) == usual else carried).add(place)
    assert idle - carried == LENIENT | WITHOUT_CLASS | RECEIVED
    assert len(carried) > 20, "hardly a keyword was tried"
