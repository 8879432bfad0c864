"""The canonical form: what OpenAPI can say in several ways gives one client, and no word is lost."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.api.formats import FORMATS
from generator.rules import check
from generator.rules.remedies import conflict_in
from generator.source import words
from generator.source.canonical import canonical
from generator.source.document import Document
from generator.source.load import load
from tests.generator.rules.broken import GOOD

Schema = dict[str, Any]
STATUS = {"$ref": "#/components/schemas/Status"}
COMPONENTS: Schema = {
    "Status": {"type": "string", "enum": ["a", "b"], "description": "A status."},
    "Level": {"type": ["string", "null"], "enum": ["low", None], "description": "A level."},
    "Name": {"type": "string", "description": "A name.", "maxLength": 9},
    "Other": {"$ref": "#/components/schemas/Name"},
    "Own": {"$ref": "#/components/schemas/Own"},
}
FORMS: list[tuple[Schema, Schema]] = [
    ({"allOf": [STATUS], "description": "x"}, {**STATUS, "description": "x"}),
    ({"anyOf": [{"type": "string"}, {"type": "null"}]}, {"type": ["string", "null"]}),
    ({"anyOf": [{"type": "null"}, {"type": "integer"}]}, {"type": ["integer", "null"]}),
    ({"anyOf": [STATUS, {"type": "null"}]}, {"anyOf": [STATUS, {"type": "null"}]}),
    ({"oneOf": [{"type": "string"}, {"type": "integer"}]}, {"anyOf": [{"type": "string"}, {"type": "integer"}]}),
    ({"oneOf": [STATUS]}, STATUS),
    ({"type": ["null", "string"]}, {"type": ["string", "null"]}),
    ({"type": ["string"]}, {"type": "string"}),
    ({"type": "string", "title": "Field Name"}, {"type": "string", "description": "Field Name."}),
    ({"type": "string", "title": "Field", "description": "x."}, {"type": "string", "description": "x."}),
    (
        {"type": "string", "title": "Other", "description": "x."},
        {"type": "string", "description": "Other. x."},
    ),
    (
        {"type": "integer", "default": 20, "description": "x."},
        {"type": "integer", "description": "x. The server's default is 20."},
    ),
    ({"type": "string", "default": None, "description": "x."}, {"type": "string", "description": "x."}),
    (
        {"type": "string", "examples": ["a", "ö"], "description": "x."},
        {"type": "string", "description": 'x. For example: "a", "ö".'},
    ),
    (
        {"type": "string", "format": "email", "description": "x."},
        {"type": "string", "description": "x. Format: email."},
    ),
    (
        {"type": "array", "items": {"type": "string", "format": "email"}, "description": "x."},
        {"type": "array", "items": {"type": "string"}, "description": "x. Format: email."},
    ),
    ({"type": "string", "format": "date"}, {"type": "string", "format": "date"}),
    ({"type": "string", "const": "a"}, {"type": "string", "description": 'Always "a".'}),
    ({"const": True, "description": "x."}, {"type": "boolean", "description": "x. Always true."}),
    ({"anyOf": [{"const": None}, {"type": "integer"}]}, {"type": ["integer", "null"]}),
    (
        {"allOf": [{"type": "string", "minLength": 2, "maxLength": 8}, {"minLength": 3, "maxLength": 9}]},
        {"type": "string", "minLength": 3, "maxLength": 8},
    ),
    (
        {"type": "object", "properties": {"a": STATUS}, "anyOf": [{"required": ["a"]}], "description": "x."},
        {"type": "object", "properties": {"a": STATUS}, "description": 'x. `anyOf`: [{"required": ["a"]}].'},
    ),
    (
        {"anyOf": [STATUS, STATUS], "discriminator": {"propertyName": "a"}},
        {"oneOf": [STATUS, STATUS], "discriminator": {"propertyName": "a"}},
    ),
    (
        {"const": {"a": 1}, "description": "x."},
        {"type": "object", "additionalProperties": True, "description": 'x. Always {"a": 1}.'},
    ),
    ({"type": "integer", "exclusiveMinimum": 0}, {"type": "integer", "minimum": 1}),
    ({"type": "integer", "exclusiveMaximum": 9, "maximum": 3}, {"type": "integer", "maximum": 3}),
    (
        {"type": "number", "exclusiveMinimum": 0, "description": "x."},
        {"type": "number", "description": "x. `exclusiveMinimum`: 0."},
    ),
    ({"type": "string", "readOnly": True}, {"type": "string", "description": "`readOnly`: true."}),
    ({"$ref": "#/components/schemas/Name"}, {"type": "string", "description": "A name.", "maxLength": 9}),
    (
        {"$ref": "#/components/schemas/Other", "description": "x"},
        {"type": "string", "description": "x", "maxLength": 9},
    ),
    (
        {"$ref": "#/components/schemas/Level"},
        {"anyOf": [{"$ref": "#/components/schemas/Level"}, {"type": "null"}]},
    ),
]


def written(schema: Schema) -> Any:
    """Return the canonical form of a property called `field`."""
    schemas = {**COMPONENTS, "Thing": {"type": "object", "properties": {"field": schema}}}
    data = canonical(Document("spec.yaml", {"components": {"schemas": copy.deepcopy(schemas)}}, {})).data
    return data["components"]["schemas"]["Thing"]["properties"]["field"]


@pytest.mark.parametrize(("schema", "expected"), FORMS)
def test_each_spelling_has_one_form(schema: Schema, expected: Schema) -> None:
    assert written(schema) == expected


@pytest.mark.parametrize(("_", "form"), FORMS)
def test_the_canonical_form_stays_as_it_is(_: Schema, form: Schema) -> None:
    assert written(form) == form


def test_a_component_that_is_no_class_is_written_where_it_is_used_and_is_gone() -> None:
    # Nothing refers to `Other`, and `Own` has no end.
    document = canonical(Document("spec.yaml", {"components": {"schemas": copy.deepcopy(COMPONENTS)}}, {}))
    assert list(document.data["components"]["schemas"]) == ["Status", "Level", "Other", "Own"]
    assert document.data["components"]["schemas"]["Level"]["enum"] == ["low"]


def test_the_constants_of_a_tagged_union_and_the_words_of_a_parameter_stay_what_they_are() -> None:
    tag = {"type": "object", "properties": {"kind": {"type": "string", "const": "a"}}}
    union = {"oneOf": [{"$ref": "#/components/schemas/A"}], "discriminator": {"propertyName": "kind"}}
    parameter = {"name": "q", "in": "query", "schema": {"type": "integer", "title": "Q", "default": 1}}
    data = {"components": {"schemas": {"A": tag, "B": union}, "parameters": {"schema": parameter}}}
    written = canonical(Document("spec.yaml", data, {})).data["components"]
    mapping = {"mapping": {"a": "#/components/schemas/A"}, "propertyName": "kind"}
    assert written["schemas"] == {"A": tag, "B": {**union, "discriminator": mapping}}
    assert written["parameters"]["schema"]["schema"] == {"type": "integer"}
    assert written["parameters"]["schema"]["description"] == "Q. The server's default is 1."


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"anyOf": [{"type": "string"}, {"type": "null"}], "title": "Q"}, {"type": "string"}),
        ({"type": ["null", "integer"]}, {"type": "integer"}),
        ({"anyOf": [STATUS, {"type": "null"}]}, STATUS),
        ({"$ref": "#/components/schemas/Level"}, {"$ref": "#/components/schemas/Level"}),
    ],
)
def test_a_parameter_of_the_query_is_never_null(schema: Schema, expected: Schema) -> None:
    given = {"name": "q", "in": "query", "description": "x", "schema": schema}
    data = {"components": {"schemas": copy.deepcopy(COMPONENTS), "parameters": {"Q": given}}}
    assert canonical(Document("spec.yaml", data, {})).data["components"]["parameters"]["Q"]["schema"] == expected


def test_values_of_the_api_are_not_read_as_schemas() -> None:
    data: Schema = {"paths": {"/a": {"get": {"example": {"schema": {"title": "x"}}, "default": {"oneOf": [{}]}}}}}
    assert canonical(Document("spec.yaml", data, {})).data == data


def test_the_formats_that_stay_are_those_that_become_types() -> None:
    assert set(FORMATS) == words.FORMATS


def test_the_document_itself_is_not_changed() -> None:
    data: Schema = {
        "components": {"schemas": {**copy.deepcopy(COMPONENTS), "Use": {"$ref": "#/components/schemas/Other"}}}
    }
    before = copy.deepcopy(data)
    canonical(Document("spec.yaml", data, {}))
    assert data == before


def test_a_document_in_the_canonical_form_stays_as_it_is() -> None:
    document = load(GOOD, "good.yaml")
    assert canonical(document).data == document.data


def test_a_complaint_about_what_was_rewritten_has_its_line() -> None:
    text = GOOD.replace(
        "        score:", "        extra: {allOf: [{$ref: '#/components/schemas/Nobody'}]}\n        score:", 1
    )
    (complaint,) = check(load(text, "spec.yaml"))
    assert (complaint.rule, text.split("\n")[complaint.line - 1].strip()[:5]) == ("reference", "extra")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["anyOf", "oneOf", "allOf", "items", "properties", "type", "enum", "const", "title", "format", "$ref"]
            )
            | st.sampled_from(["additionalProperties", "discriminator", "mapping", "required", "propertyName", "a"])
            | st.sampled_from(
                ["schema", "schemas", "components", "parameters", "in", "description", "default", "examples"]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=30,
)


@given(data=st.dictionaries(st.sampled_from(["components", "paths", "webhooks"]), JSON))
def test_any_document_is_rewritten_once_and_stays_as_it_is_then(data: dict[str, Any]) -> None:
    once = canonical(Document("spec.yaml", data, {}))
    assert canonical(once).data == once.data


def components(**schemas: Schema) -> Schema:
    """Return the components in their canonical form."""
    whole = {**copy.deepcopy(COMPONENTS), **schemas}
    found: Schema = canonical(Document("spec.yaml", {"components": {"schemas": whole}}, {})).data
    return {name: node for name, node in found["components"]["schemas"].items() if name not in COMPONENTS}


TEXT, INTEGER = {"type": "string"}, {"type": "integer"}
BASE: Schema = {"type": "object", "required": ["a"], "properties": {"a": TEXT, "b": {"type": "integer"}}}
MERGED: list[tuple[list[Schema], Schema]] = [
    (
        [BASE, {"type": "object", "required": ["c"], "properties": {"c": TEXT}}],
        {**BASE, "required": ["a", "c"], "properties": {**BASE["properties"], "c": TEXT}},
    ),
    ([BASE, {"required": ["b"]}, {"description": "x"}], {**BASE, "required": ["a", "b"], "description": "x"}),
    (
        [BASE, {"properties": {"a": {"maxLength": 3}}}],
        {**BASE, "properties": {**BASE["properties"], "a": {**TEXT, "maxLength": 3}}},
    ),
    ([{"type": ["string", "null"]}, TEXT, {"maxLength": 3}], {**TEXT, "maxLength": 3}),
    ([{"enum": ["a", "b"]}, {"enum": ["b", "c"], "type": "string"}], {"enum": ["b"], "type": "string"}),
    ([BASE, {"x-personal": True}], {**BASE, "x-personal": True}),
    ([{"allOf": [BASE]}, {"description": "x"}], {**BASE, "description": "x"}),
]


@pytest.mark.parametrize(("parts", "whole"), MERGED)
def test_the_parts_of_all_of_are_one_schema(parts: list[Schema], whole: Schema) -> None:
    assert components(Whole={"allOf": parts})["Whole"] == whole


@pytest.mark.parametrize(
    ("parts", "conflict"),
    [
        ([BASE, {"properties": {"a": {"type": "integer"}}}], "a"),
        ([BASE, TEXT], "type"),
        ([BASE, {"properties": {"b": STATUS}}], "b"),
        ([{"items": TEXT}, {"items": {"type": "integer"}}], "type"),
    ],
)
def test_parts_that_contradict_each_other_stay_and_are_reported(parts: list[Schema], conflict: str) -> None:
    assert components(Whole={"allOf": parts})["Whole"]["allOf"] == parts
    assert conflict_in(parts) == conflict


def test_a_component_that_is_only_a_part_of_others_is_gone() -> None:
    ref = {"$ref": "#/components/schemas/Base"}
    left = components(Base=BASE, Whole={"allOf": [ref, {"properties": {"c": TEXT}}]})
    assert list(left) == ["Whole"]
    kept = components(Base=BASE, Whole={"allOf": [ref, {"properties": {"c": ref}}]})
    assert kept["Whole"]["properties"] == {**BASE["properties"], "c": ref}
    assert "Base" in kept
    own = {"allOf": [{"$ref": "#/components/schemas/Whole"}, BASE]}
    assert "allOf" in components(Whole=own)["Whole"]


@pytest.mark.parametrize(
    ("schema", "values"),
    [
        ({"additionalProperties": TEXT}, TEXT), ({}, True), ({"additionalProperties": {}}, True),
        ({"properties": {"a": TEXT}, "additionalProperties": TEXT}, TEXT),
        ({"properties": {"a": TEXT}, "additionalProperties": INTEGER}, {"anyOf": [INTEGER, TEXT]}),
        ({"properties": {"a": {"type": "number"}}, "additionalProperties": {"type": "integer"}}, True),
        ({"properties": {"a": STATUS}, "additionalProperties": TEXT}, True),
    ],
)  # fmt: skip
def test_an_object_with_keys_of_any_name_is_a_map(schema: Schema, values: Any) -> None:
    found = written({"type": "object", "description": "x.", **schema})
    assert (found["type"], found["additionalProperties"]) == ("object", values)
    assert found["description"] == ("x. Of its keys, these are known: `a`." if "properties" in schema else "x.")


@pytest.mark.parametrize("others", [True, False, {}])
def test_an_object_with_properties_reads_and_sends_no_others(others: Any) -> None:
    assert components(Whole={**BASE, "additionalProperties": others})["Whole"] == BASE


def test_null_among_the_types_of_a_class_is_said_where_it_is_used() -> None:
    ref = {"$ref": "#/components/schemas/Base"}
    made = components(Base={**BASE, "type": ["object", "null"]}, Use={"type": "object", "properties": {"a": ref}})
    assert made == {"Base": BASE, "Use": {"type": "object", "properties": {"a": {"anyOf": [ref, {"type": "null"}]}}}}


def test_what_fastapi_writes_for_a_tagged_union_is_a_tagged_union() -> None:
    tagged = {"type": "object", "required": ["b"], "properties": {"kind": {"enum": ["a"], **TEXT, "default": "a"}}}
    union = {"oneOf": [{"$ref": "#/components/schemas/A"}, {"type": "null"}], "discriminator": {"propertyName": "kind"}}
    made = components(
        A=tagged, U=union, Use={"type": "object", "properties": {"u": {"$ref": "#/components/schemas/U"}}}
    )
    assert made["A"]["properties"]["kind"] == {**TEXT, "const": "a", "description": 'The server\'s default is "a".'}
    assert made["A"]["required"] == ["b", "kind"]
    assert made["U"] == {
        "oneOf": [{"$ref": "#/components/schemas/A"}],
        "discriminator": {"propertyName": "kind", "mapping": {"a": "#/components/schemas/A"}},
    }
    assert made["Use"]["properties"]["u"]["anyOf"][1] == {"type": "null"}


@pytest.mark.parametrize("alias", [False, True])
def test_a_property_of_one_way_is_required_where_it_is_sent_or_read(alias: bool) -> None:
    given: Schema = {"Id": {**TEXT, "readOnly": True}, "Code": {**TEXT, "writeOnly": True}}
    fields = {key: {"$ref": f"#/components/schemas/{key}"} if alias else node for key, node in given.items()}
    pet = {"type": "object", "required": ["Id", "Code", "name"], "properties": {**fields, "name": TEXT}}
    pets = dict.fromkeys(("Sent", "Read", "Both", "Event"), pet)
    media = {
        name: {"content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}} for name in pets
    }
    form = {"content": {"multipart/form-data": {"schema": pet}}}
    operations: Schema = {"put": {"requestBody": media["Both"], "responses": {"200": media["Both"]}}}
    operations["post"] = {"requestBody": media["Sent"], "responses": {"200": media["Read"], "400": media["Both"]}}
    operations["patch"] = {"requestBody": form, "responses": {}}
    hooks = {"gone": {"post": {"requestBody": media["Event"]}}}
    data: Schema = {"paths": {"/a": operations}, "webhooks": hooks, "components": {"schemas": {**given, **pets}}}
    made = canonical(Document("spec.yaml", data, {})).data
    required = {name: node["required"] for name, node in made["components"]["schemas"].items() if name in pets}
    sent, read = ["Code", "name"], ["Id", "name"]
    assert required == {"Sent": sent, "Read": read, "Both": ["name"], "Event": read}
    assert made["paths"]["/a"]["patch"]["requestBody"]["content"]["multipart/form-data"]["schema"]["required"] == sent
    assert canonical(Document("spec.yaml", made, {})).data == made


def test_bounds_of_a_reply_are_words_and_those_of_a_request_are_checked() -> None:
    field = {"type": "array", "items": {"type": "string", "maxLength": 9}, "minItems": 1}
    schemas = {name: {"type": "object", "properties": {"a": field}} for name in ("Sent", "Read")}
    content = {name: {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}} for name in schemas}
    operation = {"requestBody": {"content": content["Sent"]}, "responses": {"200": {"content": content["Read"]}}}
    data = {"paths": {"/a": {"post": operation}}, "components": {"schemas": schemas}}
    made = canonical(Document("spec.yaml", data, {})).data["components"]["schemas"]
    assert made["Sent"]["properties"]["a"] == field
    assert made["Read"]["properties"]["a"]["description"] == "`minItems`: 1."
    assert "maxLength" not in made["Read"]["properties"]["a"]["items"]
