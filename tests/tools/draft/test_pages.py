"""Which lists a draft pages: those of a shape in plain sight, and no other."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.diagnostics import Complaint
from generator.pipeline import generate
from generator.source.load import load
from tests.tools.draft.test_draft import draft
from tools.draft import pages
from tools.draft.draft import Draft, drafted
from tools.draft.report import text
from tools.draft.write import written

Node = dict[str, Any]

INT: Node = {"type": "integer"}
TEXT: Node = {"type": "string"}
NULL: Node = {"type": "null"}
LIST: Node = {"type": "array", "items": {"type": "object", "properties": {"id": TEXT}}}
COUNTS = ("page", "pageSize", "total", "totalPages")
SIZE: Node = {"type": "integer", "minimum": 1, "maximum": 100}


def reply(*optional: str, **properties: Node) -> Node:
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in optional],
    }


META = reply(**dict.fromkeys(COUNTS, INT))


def drawn(queried: dict[str, Node], answer: Node, required: str = "", method: str = "get") -> Draft:
    """Return the draft of a document with one list."""
    parameters = [
        {"name": name, "in": "query", "schema": schema, "required": name == required}
        for name, schema in queried.items()
    ]
    media = {"application/json": {"schema": answer}}
    operation = {"parameters": parameters, "responses": {"200": {"description": "A page.", "content": media}}}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Things", "version": "1.0.0"},
        "paths": {"/things": {method: {"operationId": "list_things", **operation}}},
    }
    return drafted(load(json.dumps(document, indent=1), "things.json"))


def page_of(found: Draft) -> Node | None:
    [operation] = found.document.data["paths"]["/things"].values()
    facts: Node | None = operation.get("x-page")
    assert found.complaints == ()
    assert found.finished == 1
    assert (facts is not None) is (("page", "/paths/~1things/get", "x-page") in found.guesses)
    return facts


NUMBER = {"page": INT, "pageSize": SIZE}
PLAIN: list[tuple[dict[str, Node], Node, Node]] = [
    (NUMBER, reply(data=LIST, meta=META), {"number": "page", "size": "pageSize", "items": "data", "meta": "meta"}),
    ({"page": INT, "limit": INT}, reply(rows=LIST, info=META), {"number": "page", "items": "rows", "meta": "info"}),
    ({"cursor": TEXT}, reply("nextCursor", data=LIST, nextCursor=TEXT),
     {"cursor": "cursor", "items": "data", "next": "nextCursor"}),
    ({"after": TEXT, "limit": SIZE}, reply(data=LIST, meta=reply(next_cursor={"anyOf": [TEXT, NULL]}, total=INT)),
     {"cursor": "after", "size": "limit", "items": "data", "next": "meta.next_cursor"}),
    ({"cursor": {"anyOf": [TEXT, NULL]}}, reply(data=LIST, next={"type": ["string", "null"]}),
     {"cursor": "cursor", "items": "data", "next": "next"}),
    ({"offset": INT, "limit": SIZE}, reply(items=LIST, nextOffset={"type": ["integer", "null"]}),
     {"cursor": "offset", "size": "limit", "items": "items", "next": "nextOffset"}),
]  # fmt: skip


@pytest.mark.parametrize(("queried", "answer", "facts"), PLAIN, ids=[str(facts) for _, _, facts in PLAIN])
def test_a_list_of_a_plain_shape_is_paged(queried: dict[str, Node], answer: Node, facts: Node) -> None:
    found = drawn(queried, answer)
    assert page_of(found) == facts
    assert "  page (1): /paths/~1things/get (x-page)\n" in text(found)
    tree = generate(load(written(found.document.data), "draft.yaml"), "0" * 64)
    assert "Pages[" in tree["resources/things.py"] or "CursorPages[" in tree["resources/things.py"]


@pytest.mark.parametrize(
    ("queried", "answer"),
    [
        (NUMBER, reply(data=LIST, meta=reply(page=INT, pageSize=INT, total=INT))),
        (NUMBER, reply(data=LIST, meta=reply("total", **dict.fromkeys(COUNTS, INT)))),
        (NUMBER, reply("meta", data=LIST, meta=META)),
        (NUMBER, reply(data=LIST, meta=META, warnings=LIST)),
        ({"page": TEXT}, reply(data=LIST, meta=META)),
        ({"offset": INT, "limit": SIZE}, reply(items=LIST, total=INT)),
        ({"offset": INT}, reply(items=LIST, next=INT)),
        ({"cursor": TEXT}, reply(data=LIST, nextCursor=TEXT, hasMore={"type": "boolean"})),
        ({"cursor": TEXT}, reply("data", data=LIST, nextCursor=TEXT)),
        ({"cursor": TEXT}, reply(data=LIST, nextCursor=INT)),
        ({"cursor": TEXT}, reply(data=LIST, next={"type": "string", "format": "uri"})),
        ({"cursor": TEXT}, reply(data=LIST, next={"type": "string", "description": "The link to the next page."})),
        ({"after": TEXT, "before": TEXT}, reply(data=LIST, has_more={"type": "boolean"})),
        ({"cursor": TEXT}, LIST),
        ({}, reply(data=LIST, nextCursor=TEXT)),
    ],
    ids=str,
)
def test_any_other_list_is_left_as_it_is(queried: dict[str, Node], answer: Node) -> None:
    assert page_of(drawn(queried, answer)) is None


def test_what_needs_a_cursor_or_is_no_get_is_left_as_it_is() -> None:
    answer = reply(data=LIST, nextCursor=TEXT)
    assert page_of(drawn({"cursor": TEXT}, answer, required="cursor")) is None
    assert page_of(drawn({"cursor": TEXT}, answer, method="post")) is None


@pytest.mark.parametrize("pointer", ["/paths/~1things/get/x-page", "/components/schemas/Other"])
def test_a_proposal_that_the_generator_refuses_is_taken_back(pointer: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refusing(document: Any) -> list[Complaint]:
        facts = document.data["paths"]["/things"]["get"].get("x-page")
        return [Complaint("things.json", 1, 1, pointer, "page", "no.", "Remove it.")] if facts else []

    monkeypatch.setattr(pages, "check", refusing)
    assert page_of(drawn({"cursor": TEXT}, reply(data=LIST, nextCursor=TEXT))) is None


def test_the_lists_of_the_vendors_document_are_paged() -> None:
    found = [pointer for rule, pointer, _ in draft("large").guesses if rule == "page"]
    assert len(found) == 6
