"""The behaviour of openapi-python-client that the generator depends on; its complaints and omissions are faults.

A change of its version that breaks one of these tests shows what `parse.py` has to do about it.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import version
from typing import Any

import pytest
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError

from generator.api.ir import Field, Type
from generator.api.parse import Endpoint, Parsed, parse
from generator.diagnostics import SpecError
from tests.generator import cases
from tests.generator.pipes import changed

TEXT = Type("text")
Change = Callable[[dict[str, Any]], object]


def complaints(name: str, change: Change) -> list[tuple[str, str]]:
    """Return (rule, pointer) of each complaint about a case after a change."""
    with pytest.raises(SpecError) as caught:
        parse(changed(name, change))
    assert all(complaint.line > 0 for complaint in caught.value.complaints)
    return [(complaint.rule, complaint.pointer) for complaint in caught.value.complaints]


def dropping(monkeypatch: pytest.MonkeyPatch, drop: Callable[[Any], object]) -> None:
    """Make the parser silently lose a part of its only operation."""
    from_dict = GeneratorData.from_dict

    def lossy(data: dict[str, Any], *, config: Any) -> GeneratorData | GeneratorError:
        found = from_dict(data, config=config)
        assert isinstance(found, GeneratorData)
        for collection in found.endpoint_collections_by_tag.values():
            drop(collection)
        return found

    monkeypatch.setattr(GeneratorData, "from_dict", lossy)


def test_the_installed_version_is_the_pinned_one() -> None:
    assert version("openapi-python-client") == "0.29.1"


def test_names_that_differ_in_a_mark_alone_are_two_properties() -> None:
    def add(data: dict[str, Any]) -> None:
        data["components"]["schemas"]["Pet"]["properties"]["\u0130d"] = {"type": "integer", "description": "x"}

    found = parse(changed("get", add)).structs["Pet"].fields
    assert [field.name for field in found if field.wire in ("id", "\u0130d")] == ["id", "i\u0307d"]


def test_an_endpoint_has_its_fields_by_place_its_body_and_every_reply() -> None:
    found = parse(cases.document("query")).endpoints["/pets/{petId}", "post"]
    failure = Type("struct", "Failure")
    statuses = ["401", "403", "404", "422", "5XX", "429"]
    assert found == Endpoint(
        path_fields=(Field("petId", "pet_id", TEXT, True),),
        query_fields=(
            Field("verbose", "verbose", Type("boolean"), False),
            Field("minAge", "min_age", Type("integer"), True),
            Field("max_weight", "max_weight", Type("number"), False),
            Field("search", "search", TEXT, False),
            Field("kind", "kind", Type("enum", "Kind"), False),
        ),
        header_fields=(),
        form_fields=(),
        content_fields=(),
        body=Type("struct", "Touch"),
        replies={"200": Type("struct", "PetReply"), **dict.fromkeys(statuses, failure)},
    )


def test_a_reply_without_a_body_has_no_type() -> None:
    found = parse(cases.document("deletion")).endpoints["/pets/{petId}/toys/{toy_id}", "delete"]
    assert found.replies["204"] is None
    assert found.replies["200"] == Type("struct", "RemovalReply")
    assert found.body is None


def types(parsed: Parsed, struct: str) -> dict[str, tuple[Type, bool]]:
    return {field.wire: (field.type, field.required) for field in parsed.structs[struct].fields}


def test_each_kind_of_value_has_its_type() -> None:
    parsed = parse(cases.document("values"))
    nullable_map = Type("map", nullable=True)
    strings = Type("array", items=(TEXT,))
    assert types(parsed, "Pet") == {
        "code": (TEXT, True),
        "bornAt": (Type("time"), True),
        "soldAt": (Type("time", nullable=True), True),
        "seenAt": (Type("time"), False),
        "birthday": (Type("date"), True),
        "nameDay": (Type("date", nullable=True), False),
        "legs": (Type("integer"), True),
        "weight": (Type("number"), True),
        "alive": (Type("boolean"), True),
        "mixed": (Type("array", items=(Type("union", items=(TEXT, Type("integer"))),)), True),
        "loose": (Type("union", items=(TEXT, Type("map"), strings), nullable=True), True),
        "extras": (Type("map"), True),
        "more": (nullable_map, False),
        "links": (Type("array", items=(Type("struct", "Link"),), nullable=True), False),
    }
    assert types(parsed, "PetUpdate")["tags"] == (Type("array", items=(TEXT,), nullable=True), False)


def test_enumerations_and_structs_keep_the_names_of_the_document() -> None:
    parsed = parse(cases.document("enumerations"))
    assert types(parsed, "PetCreate") == {
        "kind": (Type("enum", "Kind"), True),
        "colours": (Type("array", items=(Type("enum", "Colour"),)), False),
        "mood": (Type("enum", "Mood", nullable=True), True),
        "legs": (Type("enum", "Legs", items=(Type("integer"),)), False),
        "asleep": (Type("enum", "Mood", nullable=True), False),
    }


def test_a_constant_is_text_and_free_form_objects_are_no_structs() -> None:
    parsed = parse(cases.document("webhooks"))
    assert types(parsed, "PetSoldDelivery")["event"] == (TEXT, True)
    assert types(parsed, "PetLostDelivery")["data"] == (Type("map"), True)


def test_hostile_names_have_a_name_in_python() -> None:
    fields = parse(cases.document("hostile_text")).endpoints["/pets/{pet_id}", "get"].query_fields
    assert {field.wire: field.name for field in fields}["X-Odd.name"] == "x_odd_name"


def lose_the_type(data: dict[str, Any]) -> None:
    data["paths"]["/pets/{pet_id}"]["get"]["parameters"][0]["schema"] = {"type": "nothing"}


def lose_the_reply(data: dict[str, Any]) -> None:
    data["paths"]["/pets/{pet_id}"]["get"]["responses"]["404"] = {
        "description": "Gone.",
        "content": {"image/png": {"schema": {"type": "string"}}},
    }


def break_the_component(data: dict[str, Any]) -> None:
    data["components"]["schemas"]["Pet"]["properties"]["id"] = {"$ref": "#/components/schemas/None"}


def add_a_cookie(data: dict[str, Any]) -> None:
    parameter = {"name": "c", "in": "cookie", "required": True, "schema": {"type": "string"}}
    data["paths"]["/pets/{pet_id}"]["get"]["parameters"].append(parameter)


def break_the_whole(data: dict[str, Any]) -> None:
    data["openapi"] = "2.0"


@pytest.mark.parametrize(
    ("change", "rule", "pointer"),
    [
        (break_the_whole, "parser", ""),
        (break_the_component, "parser", ""),
        (lose_the_type, "parser", ""),
        (lose_the_reply, "parser", "/paths/~1pets~1{pet_id}/get"),
        (add_a_cookie, "parser-lost", "/paths/~1pets~1{pet_id}/get"),
    ],
)
def test_a_warning_or_an_omission_of_the_parser_is_fatal(change: Change, rule: str, pointer: str) -> None:
    found = complaints("get", change)
    assert (rule, pointer) in found


def without_query(collection: Any) -> None:
    collection.endpoints[0].query_parameters.pop()


def without_body(collection: Any) -> None:
    collection.endpoints[0].bodies.clear()


def without_reply(collection: Any) -> None:
    collection.endpoints[0].responses.patterns.pop() if hasattr(collection.endpoints[0].responses, "patterns") else (
        collection.endpoints[0].responses.pop()
    )


def without_operation(collection: Any) -> None:
    collection.endpoints.pop()


@pytest.mark.parametrize(
    ("drop", "what"),
    [
        (without_operation, "the operation"),
        (without_query, "a parameter"),
        (without_reply, "a reply"),
        (without_body, "the request body"),
    ],
)
def test_what_the_parser_drops_silently_is_reported(
    monkeypatch: pytest.MonkeyPatch, drop: Callable[[Any], object], what: str
) -> None:
    dropping(monkeypatch, drop)
    with pytest.raises(SpecError) as caught:
        parse(cases.document("query"))
    (complaint,) = caught.value.complaints
    assert (complaint.rule, complaint.pointer) == ("parser-lost", "/paths/~1pets~1{petId}/post")
    assert f"dropped {what} silently" in complaint.message
