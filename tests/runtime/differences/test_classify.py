from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from foxreach_runtime.differences.classify import UNREAD, differences, summed
from foxreach_runtime.differences.document import Document, packaged
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.client.cases import BY_CALL

Json = dict[str, Any]
REF = "#/components/schemas/"
SCHEMAS: Json = {
    "Base": {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}},
    "Whole": {
        "description": "Two parts.",
        "allOf": [
            {"$ref": f"{REF}Base"},
            {"type": "object", "required": ["n"], "properties": {"n": {"type": "integer", "minimum": 1}}},
        ],
    },
    "Tree": {
        "type": "object",
        "required": ["children"],
        "properties": {"children": {"type": "array", "items": {"$ref": f"{REF}Tree"}}},
    },
    "Cat": {
        "type": "object",
        "required": ["kind", "lives"],
        "properties": {"kind": {"type": "string", "const": "cat"}, "lives": {"type": "integer"}},
    },
    "Dog": {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string", "const": "dog"}}},
    "Pet": {
        "oneOf": [{"$ref": f"{REF}Cat"}, {"$ref": f"{REF}Dog"}],
        "discriminator": {"propertyName": "kind", "mapping": {"cat": f"{REF}Cat", "dog": f"{REF}Dog"}},
    },
    "Color": {"type": "string", "enum": ["red", "green"], "x-open": True},
    "Values": {
        "type": "object",
        "properties": {
            "map": {"type": "object", "additionalProperties": {"type": "integer"}},
            "free": {"type": "object", "additionalProperties": True},
            "any": {},
            "anything": True,
            "either": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"$ref": f"{REF}Base"}}]},
            "pet": {"anyOf": [{"$ref": f"{REF}Pet"}, {"type": "null"}]},
            "color": {"$ref": f"{REF}Color", "description": "With a sibling."},
            "flag": {"enum": [True, 2]},
            "mood": {"type": "string", "enum": ["glad"], "x-personal": True},
            "grid": {"type": "array", "items": {"type": "array", "items": {"type": "number"}}},
            "zoned": {"type": ["string", "null"], "format": "date-time"},
            "local": {"type": "string", "format": "date-time-local"},
            "day": {"type": "string", "format": "date"},
            "clock": {"type": "string", "format": "time"},
            "uuid": {"type": "string", "format": "uuid"},
            "decimal": {"type": "string", "format": "decimal"},
            "other": {"type": "string", "format": "hostname"},
            "few": {"type": "array", "maxItems": 2, "uniqueItems": True, "items": {"type": "integer"}},
            "code": {"type": "string", "pattern": "^[A-Z]+$", "maxLength": 3},
            "share": {"type": "number", "exclusiveMaximum": 1, "multipleOf": 0.25},
        },
    },
    "Closed": {"type": "object", "additionalProperties": False},
}
VALID: Json = {
    "map": {"a b": 1},
    "free": {"x": [None]},
    "any": None,
    "anything": 5,
    "either": [{"id": "1"}],
    "pet": {"kind": "dog"},
    "color": "red",
    "mood": "glad",
    "grid": [[1, 2.5]],
    "zoned": "2025-01-15T10:30:00.5+02:00",
    "local": "2025-01-15T10:30:00",
    "day": "2025-01-15",
    "clock": "10:30:00",
    "uuid": "123e4567-e89b-12d3-a456-426614174000",
    "decimal": "-1.50",
    "other": "no rule",
    "few": [1, 2],
    "code": "ABC",
    "share": 0.75,
}


def document() -> Document:
    def reply(name: str) -> Json:
        return {"description": "A reply.", "content": {"application/json": {"schema": {"$ref": f"{REF}{name}"}}}}

    gets = {
        f"/{name.lower()}": {
            "get": {
                "operationId": f"{name.lower()}.get",
                "responses": {
                    "200": reply(name),
                    "204": {"description": "Empty."},
                    "4XX": reply("Base"),
                    "default": reply("Whole"),
                },
            }
        }
        for name in SCHEMAS
    }
    file: Json = {
        "get": {"operationId": "file.get", "responses": {"200": {"description": "", "content": {"text/csv": {}}}}}
    }
    data: Json = {"openapi": "3.1.0", "paths": {**gets, "/file": file}, "components": {"schemas": SCHEMAS}}
    return Document(json.dumps(data, indent=1))


SMALL = document()


def found(name: str, body: Any, status: int = 200) -> list[tuple[str, str, str, str]]:
    each = differences(SMALL, f"{name}.get", status, {}, json.dumps(body).encode())
    return [(one.kind, one.pointer, one.documented, one.seen) for one in each]


TRIALS: list[tuple[str, Any, tuple[str, ...] | None]] = [
    ("values", VALID, None),
    ("values", {**VALID, "zoned": None, "pet": None, "either": "text", "day": "2025-12-31"}, None),
    ("whole", {"id": "1", "n": 1}, None),
    ("whole", {"n": 1}, ("absent", "/id", "string", "absent")),
    ("whole", {"id": "1", "n": 0}, ("shape", "/n", "integer(minimum=1)", "integer(other)")),
    ("whole", {"id": "1", "n": 1.0, "m": 2}, ("extra", "/m", "absent", "integer")),
    ("tree", {"children": [{"children": []}]}, None),
    ("tree", {"children": [{"children": [{}]}]}, ("absent", "/children/0/children/0/children", "array", "absent")),
    ("pet", {"kind": "cat", "lives": 9}, None),
    ("pet", {"kind": "cat"}, ("absent", "/lives", "integer", "absent")),
    ("pet", {"kind": "cow"}, ("enum", "/kind", "cat|dog", "cow")),
    ("pet", {}, ("absent", "/kind", "cat|dog", "absent")),
    ("pet", [], ("type", "", "object", "array")),
    ("color", "blue", ("enum", "", "red|green", "blue")),
    ("closed", {"x": 1}, ("extra", "/x", "absent", "integer")),
    ("values", {"map": {"Jane Doe": "x"}}, ("type", "/map/*", "integer", "string")),
    ("values", {"jane@example.com": 1}, ("extra", "/*", "absent", "integer")),
    ("values", {"color": "Jane Doe"}, ("enum", "/color", "red|green", "string")),
    ("values", {"flag": 2.0}, None),
    ("values", {"flag": 1}, ("enum", "/flag", "True|2", "integer")),
    ("values", {"mood": "sad"}, ("enum", "/mood", "glad", "string")),
    ("values", {"either": 5}, ("type", "/either", "array|string", "integer")),
    ("values", {"either": [{}]}, ("absent", "/either/0/id", "string", "absent")),
    ("values", {"pet": {"kind": "cow"}}, ("enum", "/pet/kind", "cat|dog", "cow")),
    ("values", {"grid": [[1], 2]}, ("type", "/grid/1", "array", "integer")),
    ("values", {"zoned": VALID["local"]}, ("shape", "/zoned", "string(date-time)|null", "string(date-time-local)")),
    ("values", {"local": VALID["zoned"]}, ("shape", "/local", "string(date-time-local)", "string(date-time)")),
    ("values", {"day": "2025-13-01"}, ("shape", "/day", "string(date)", "string")),
    ("values", {"uuid": "1"}, ("shape", "/uuid", "string(uuid)", "string")),
    ("values", {"decimal": "one"}, ("shape", "/decimal", "string(decimal)", "string")),
    ("values", {"few": [1, 2, 3]}, ("shape", "/few", "array(maxItems=2)", "array(other)")),
    ("values", {"few": [1, 1]}, ("shape", "/few", "array(uniqueItems=True)", "array(other)")),
    ("values", {"code": "a"}, ("shape", "/code", "string(pattern=^[A-Z]+$)", "string(other)")),
    ("values", {"share": 0.8}, ("shape", "/share", "number(multipleOf=0.25)", "number(other)")),
    ("values", {"share": True}, ("type", "/share", "number", "boolean")),
]


@pytest.mark.parametrize(("name", "body", "expected"), TRIALS)
def test_each_keyword_of_the_dialect_is_read(name: str, body: Any, expected: tuple[str, ...] | None) -> None:
    assert found(name, body) == ([] if expected is None else [expected])


def test_a_status_is_looked_up_by_number_then_family_then_default() -> None:
    assert found("tree", {"id": "1"}, 404) == []
    assert found("tree", {"id": "1"}, 500) == [("absent", "/n", "integer", "absent")]
    assert differences(SMALL, "file.get", 404, {}, b"")[0].kind == "status"


def test_a_download_and_an_unread_body_are_not_looked_at() -> None:
    assert differences(SMALL, "file.get", 200, {}, b"a,b") == []
    assert differences(SMALL, "tree.get", 200, {}, UNREAD) == []
    assert differences(SMALL, "tree.get", 204, {}, b"") == []


def test_a_body_that_is_nested_without_end_is_one_difference() -> None:
    deep: Json = {"children": []}
    for _ in range(150):
        deep = {"children": [deep]}
    assert [kind for kind, *_ in found("tree", deep)] == ["shape"]
    assert [one.kind for one in differences(SMALL, "tree.get", 200, {}, b"[" * 10**5)] == ["shape"]


def test_all_fifteen_differences_of_a_lead_are_found() -> None:
    lead = dict(BY_CALL["leads.get"].success[1].example["data"])
    kept = {"id", "email", "phone", "status", "createdAt", "updatedAt"}
    lacking = [name for name in lead if name not in kept and name != "tags"]
    lead = {name: value for name, value in lead.items() if name in kept}
    lead |= {"phone": 15550100, "status": "snoozed", "score": 7}
    del lead["createdAt"], lead["updatedAt"]
    body = json.dumps({"data": lead}).encode()
    each = differences(packaged("foxreach_client"), "leads.get", 200, None, body)
    assert len(lacking) == 10
    assert {(one.kind, one.pointer, one.seen) for one in each} == {
        ("type", "/data/phone", "integer"),
        ("enum", "/data/status", "snoozed"),
        ("extra", "/data/score", "integer"),
        *(("absent", f"/data/{name}", "absent") for name in [*lacking, "createdAt", "updatedAt"]),
    }
    assert len(each) == 15


def test_a_difference_of_many_items_is_one_with_a_count_and_times() -> None:
    noon, later = datetime(2026, 1, 1, 12, tzinfo=UTC), datetime(2026, 1, 1, 13, tzinfo=UTC)
    body = json.dumps({"children": [{}, {"children": [{}]}, {}]}).encode()
    (each, inner) = differences(SMALL, "tree.get", 200, {}, body, at=noon)
    assert (each.pointer, each.count, each.first, each.last) == ("/children/0/children", 2, noon, noon)
    assert inner.pointer == "/children/1/children/0/children"
    (both, _) = summed([each, *differences(SMALL, "tree.get", 200, {}, body, at=later)])
    assert (both.count, both.first, both.last) == (4, noon, later)


SECRET = st.sampled_from(["jane.doe@example.com", "Jane", "+1 555 0100", "otr_4kq29x", "cld_4kq2", "O'Hara & Söhne"])
HOSTILE = st.recursive(
    SECRET | st.none() | st.booleans() | st.integers(10**6, 10**9),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(SECRET | st.sampled_from(["data", "detail", "meta", *VALID]), inner, max_size=3)
    ),
    max_leaves=6,
)


@settings(max_examples=150, deadline=None)
@given(HOSTILE, st.sampled_from(["values.get", "pet.get", "color.get", "tree.get"]), SECRET)
def test_no_difference_has_a_value_of_a_person(body: Any, operation: str, secret: str) -> None:
    headers = {"Content-Type": f"{secret}; charset={secret}", "X-RateLimit-Limit": secret}
    for content in (body, json.dumps(body).encode(), f"<p>{secret}".encode()):
        for status in (200, 204, 422):
            text = repr(differences(SMALL, operation, status, headers, content))
            for mark in ("jane", "Jane", "555", "otr_", "4kq2", "Hara"):
                assert mark not in text


REQUIRED = ("optional", "required")


def refusal(*steps: str | int, kind: str = "missing") -> Json:
    return {"detail": [{"loc": [*steps], "msg": "Field required", "type": kind}]}


@pytest.mark.parametrize(
    ("operation", "body", "expected"),
    [
        ("leads.create", refusal("body", "email"), []),
        ("leads.create", refusal("body", "company"), [("absent", "/company", *REQUIRED)]),
        ("leads.create", refusal("body", "workspaceId"), [("absent", "/workspaceId", "absent", "required")]),
        ("leads.create", refusal("body", "tags", kind="extra_forbidden"), [("extra", "/tags", "optional", "refused")]),
        ("leads.create", refusal("body", "unknown", kind="extra_forbidden"), []),
        ("leads.create", refusal("body", "email", kind="value_error"), []),
        ("leads.create", refusal("body", "jane@example.com"), []),
        ("leads.create", refusal("body"), []),
        ("leads.create", {"detail": "no"}, []),
        ("leads.import_leads", refusal("body", "leads", 3, "email"), []),
        (
            "leads.import_leads",
            refusal("body", "leads", 3, "phone"),
            [("absent", "/leads/3/phone", "optional", "required")],
        ),
        ("leads.list", refusal("query", "status"), [("absent", "/status", *REQUIRED)]),
        ("leads.list", refusal("query", "since"), [("absent", "/since", "absent", "required")]),
    ],
)
def test_a_refusal_that_contradicts_the_spec_is_a_difference_of_the_request(
    operation: str, body: Json, expected: list[tuple[str, ...]]
) -> None:
    each = differences(packaged("foxreach_client"), operation, 422, None, json.dumps(body).encode())
    assert [(one.kind, one.pointer, one.documented, one.seen) for one in each] == expected
    assert {(one.part, one.line is not None) for one in each} <= {("request", True)}
