"""Documents of other makers, to which only `x-` keys are added: `x-fill` brings them closer, and loses nothing."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from generator.pipeline import generate
from generator.rules import check
from generator.source.canonical import canonical
from generator.source.document import Document

Node = dict[str, Any]

REF = "#/components/schemas/"
PERSON: Node = {
    "type": "object",
    "required": ["id", "kind"],
    "x-stoplight": {"id": "1"},
    "properties": {
        "id": {"type": "integer", "xml": {"name": "id"}, "x-faker": "number"},
        "kind": {"type": "string", "enum": ["person"]},
        "nick": {"type": "string", "nullable": True, "externalDocs": {"url": "https://example.com/nick"}},
        "photo": {"type": "string", "format": "binary"},
        "links": {"type": "array", "items": {"type": "string"}},
        "place": {"type": "object", "properties": {"x-coordinate": {"type": "number"}}},
        "pair": {"type": "array", "prefixItems": [{"type": "integer"}, {"type": "string"}]},
        "level": {"type": "integer", "minimum": 0, "exclusiveMinimum": True, "not": {"const": 3}},
        "size": {"type": "string", "nullable": True, "enum": ["s", "m"]},
    },
}
DOCUMENT: Node = {
    "openapi": "3.0.3",
    "info": {"title": "People", "version": "1.0.0", "x-logo": "logo.png"},
    "servers": [{"url": "https://api.example.com"}],
    "externalDocs": {"url": "https://example.com"},
    "security": [{"Token": []}],
    "x-fill": {},
    "paths": {
        "/people": {
            "summary": "People.",
            "get": {
                "operationId": "listPeople",
                "x-operation": "people.list",
                "summary": "A list of people.",
                "x-codeSamples": [{"lang": "curl"}],
                "parameters": [
                    {"name": "q", "in": "query", "example": "Ann", "allowReserved": True, "schema": {"type": "string"}}
                ],
                "responses": {
                    "200": {
                        "description": "OK",
                        "links": {"next": {}},
                        "content": {
                            "application/xml": {"schema": {"type": "string"}},
                            "application/json; charset=utf-8": {
                                "schema": {
                                    "type": "array",
                                    "items": {"type": "object", "properties": {"id": {"type": "string"}}},
                                }
                            },
                        },
                    },
                    "304": {"description": "Not changed."},
                    "400": {
                        "description": "Wrong.",
                        "content": {"application/problem+json": {"schema": {"type": "string"}}},
                    },
                    "404": {"description": "None."},
                },
            },
            "post": {
                "operationId": "createPerson",
                "x-operation": "people.create",
                "summary": "create a person",
                "callbacks": {"onCreated": {}},
                "requestBody": {"$ref": "#/components/requestBodies/Person"},
                "responses": {"2XX": {"description": "OK", "content": {"*/*": {"schema": {"$ref": f"{REF}Person"}}}}},
            },
        },
    },
    "components": {
        "schemas": {"Person": PERSON, "Unused": {"type": "object", "properties": {"again": {"$ref": f"{REF}Unused"}}}},
        "requestBodies": {"Person": {"content": {"application/json": {"schema": {"$ref": f"{REF}Person"}}}}},
        "securitySchemes": {"Token": {"type": "http", "scheme": "bearer"}},
    },
}
WEBHOOKS: Node = {
    "person.created": {
        "post": {
            "tags": ["Events"],
            "operationId": "created",
            "requestBody": {
                "content": {
                    "application/json": {"schema": {"type": "object", "properties": {"type": {"type": "string"}}}}
                }
            },
            "responses": {"200": {"description": "OK"}},
        }
    }
}


def read(**changed: Any) -> Document:
    """Return the document with other values at its top."""
    return Document("spec.yaml", {**copy.deepcopy(DOCUMENT), **copy.deepcopy(changed)}, {})


def test_a_document_of_another_maker_goes_through() -> None:
    document = read(webhooks=WEBHOOKS)
    assert [str(each) for each in check(document)] == []
    tree = generate(document, "0" * 64)
    assert "def create(" in tree["resources/people.py"]
    assert "-> builtins.list[models.PeopleListReplyItem]" in tree["resources/people.py"]
    assert "class PersonCreatedDelivery(" in tree["models/_deliveries.py"]
    assert "webhooks.py" not in tree


def test_a_body_is_not_sent_as_json_of_another_name() -> None:
    document = read()
    (media,) = document.data["components"]["requestBodies"]["Person"]["content"].values()
    document.data["components"]["requestBodies"]["Person"]["content"] = {"application/merge-patch+json": media}
    assert [(each.rule, each.message) for each in check(document)] == [
        ("json-only", "the client writes no model as `application/merge-patch+json`.")
    ]


def test_what_says_something_of_the_api_stays() -> None:
    data = canonical(read()).data
    person = data["components"]["schemas"]["Person"]["properties"]
    assert data["openapi"] == "3.1.0"
    assert (person["nick"]["type"], person["size"]["anyOf"][1]) == (["string", "null"], {"type": "null"})
    assert person["nick"]["description"].startswith("See https://example.com/nick.")
    assert "Format: binary." in person["photo"]["description"]
    assert person["links"]["items"] == {"type": "string"}
    assert data["components"]["schemas"]["PersonPlace"]["properties"].keys() == {"x-coordinate"}
    assert person["pair"]["items"] == {"anyOf": [{"type": "integer"}, {"type": "string"}]}
    assert '`not`: {"const": 3}.' in person["level"]["description"]
    assert "Unused" not in data["components"]["schemas"]
    create = data["paths"]["/people"]["post"]
    assert (create["summary"], create["requestBody"]["required"]) == ("Create a person", True)
    assert "The server calls back: `onCreated`." in create["description"]
    assert data["paths"]["/people"]["get"]["summary"] == "List"


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [("x-modle", "Human", "`x-modle`"), ("x-personl", True, "`x-personl`"), ("requird", ["id"], "`requird`")],
)
def test_a_misspelt_keyword_is_a_complaint_still(key: str, value: object, words: str) -> None:
    document = read()
    document.data["components"]["schemas"]["Person"][key] = value
    assert any(words in each.message for each in check(document))


def test_a_document_that_does_not_ask_for_it_is_not_changed() -> None:
    document = read()
    del document.data["x-fill"]
    assert {"openapi-version", "supported-keywords"} <= {each.rule for each in check(document)}


def test_a_bound_of_an_integer_that_is_written_with_a_fraction_is_whole() -> None:
    data = copy.deepcopy(DOCUMENT)
    parameter = data["paths"]["/people"]["get"]["parameters"][0]
    parameter |= {"example": 8, "schema": {"type": "integer", "minimum": 7.0, "maximum": 9.0}}
    document = canonical(Document("spec.json", data, {}))
    schema = document.data["paths"]["/people"]["get"]["parameters"][0]["schema"]
    assert (repr(schema["minimum"]), repr(schema["maximum"])) == ("7", "9")
    assert [str(each) for each in check(Document("spec.json", data, {}))] == []
