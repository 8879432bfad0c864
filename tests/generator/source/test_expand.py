"""Headers that are declared once are in every reply of an operation afterwards, and in nothing else."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from generator.source.document import Document, Position
from generator.source.expand import expanded

BODY: dict[str, Any] = {"application/json": {}}
DATA: dict[str, Any] = {
    "x-reply-headers": {"Left": {"description": "Calls left."}},
    "paths": {
        "/leads": {
            "parameters": [{"name": "page"}],
            "get": {
                "responses": {
                    "200": {"description": "The leads.", "content": BODY},
                    "204": {"description": "No leads."},
                    "429": {"$ref": "#/components/responses/TooMany"},
                }
            },
        }
    },
    "webhooks": {"lead.created": {"post": {"responses": {"2XX": {"description": "Received."}}}}},
    "components": {"responses": {"TooMany": {"description": "Wait.", "headers": {"Wait": {}}, "content": BODY}}},
}
LEFT = {"Left": {"description": "Calls left."}}
PLACES = {"/paths/~1leads/get/responses/200": Position(9, 9)}


def test_every_reply_of_an_operation_has_the_shared_headers_beside_its_own() -> None:
    data = expanded(Document("f", DATA, PLACES)).data
    assert data["paths"]["/leads"]["get"]["responses"] == {
        "200": {"description": "The leads.", "headers": LEFT, "content": BODY},
        "204": {"description": "No leads.", "headers": LEFT},
        "429": {"$ref": "#/components/responses/TooMany"},
    }
    assert data["components"]["responses"]["TooMany"]["headers"] == {"Wait": {}, **LEFT}


def test_headers_are_inserted_after_the_description() -> None:
    data = expanded(Document("f", DATA, PLACES)).data
    assert list(data["paths"]["/leads"]["get"]["responses"]["200"]) == ["description", "headers", "content"]


def test_the_reply_of_a_webhook_has_no_headers() -> None:
    data = expanded(Document("f", DATA, PLACES)).data
    assert data["webhooks"] == DATA["webhooks"]
    assert "x-reply-headers" not in data


def test_the_source_is_not_touched_and_its_positions_hold() -> None:
    before = deepcopy(DATA)
    found = expanded(Document("f", DATA, PLACES))
    assert before == DATA
    assert found.at("/paths/~1leads/get/responses/200/headers/Left") == Position(9, 9)


def test_a_document_without_shared_headers_stays_as_it_is() -> None:
    document = Document("f", {"paths": {}, "components": {}}, {})
    assert expanded(document) == document


def test_the_header_of_a_key_is_declared_where_it_is_not() -> None:
    key = {"name": "Once", "in": "header", "schema": {"type": "integer"}}
    operation = {"x-idempotency": {"header": "Once"}, "responses": {}}
    paths = {"/a": {"post": operation}, "/b": {"parameters": [key], "post": dict(operation)}}
    found = expanded(Document("f", {"paths": paths, "components": {}}, {})).data["paths"]
    (declared,) = found["/a"]["post"]["parameters"]
    assert (declared["name"], declared["in"], declared["schema"]) == ("Once", "header", {"type": "string"})
    assert found["/b"] == paths["/b"]
