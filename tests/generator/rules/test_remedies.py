"""One fault gives one complaint, at its place, whose remedy says what to write and loses nothing of the API."""

from __future__ import annotations

import pytest

from .broken import complaints

ID = "id: {type: string, description: The id.}"
STATUS = 'status: {$ref: "#/components/schemas/CampaignStatus"}'
REF = '{$ref: "#/components/schemas/CampaignStatus"}'


@pytest.mark.parametrize(
    ("old", "new", "remedy"),
    [
        (
            ID,
            f"id: {{oneOf: [{REF}, {{type: string}}], description: The id.}}",
            "Merge them; for objects, use `oneOf` with a discriminator.",
        ),
        (STATUS, f"status: {{allOf: [{REF}, {{type: integer}}]}}", "if both hold, move one to `description`."),
        (ID, "id: {type: string, x-nullable: true, description: The id.}", "Write `type: [string, 'null']`."),
        (ID, "id: {type: string, required: true, description: The id.}", "List the property under `required`"),
        (ID, "id: {type: string, minLenght: 3, description: The id.}", "Write `minLength`."),
        ("    Owner:\n", "    Owner:\n      required: true\n", "`required: [name]`"),
        ("    Owner:\n", "    Owner:\n      discriminator: {propertyName: name}\n", "Write it at a union of its own"),
        ("operationId: leads.list\n", "operationId: leads.list\n      x-omit: true\n", "Write the reason as its text"),
        (STATUS, STATUS.replace("CampaignStatus", "Campaignstatus"), "CampaignStatus` if it is meant"),
        (ID, "id: {type: string, description: The id, or not}", 'Write `description: "The id, or not"`.'),
        (ID, "id: {type: string, description: The id, or, it is: x}", 'Write `description: "The id, or, it is: x"`.'),
        (ID, "id: {type: string, nullable: true, description: The id.}", "Write `type: [string, 'null']`."),
        (ID, "id: {type: string, maximum: 3, description: The id.}", "it has no effect on the type string."),
        (ID, "id: {type: string, xml: base64, description: The id.}", "Move what it says to `description`"),
        (
            "additionalProperties: true, description: A",
            "additionalProperties: false, description: A",
            "Write `true`, or the schema of the values.",
        ),
    ],
)
def test_a_remedy_says_what_to_write(old: str, new: str, remedy: str) -> None:
    found = complaints([(old, new)])
    assert len({complaint.line for complaint in found}) == 1, "\n".join(map(str, found))
    assert remedy in found[0].remedy


KEY = "{$ref: '#/components/schemas/Key'}"
USES = ("        score:", f"        a: {KEY}\n        b: {KEY}\n        score:")


@pytest.mark.parametrize(
    ("schema", "place"),
    [
        ("{type: integer, nullable: true, description: x}", "/nullable"),
        ("{type: strng, description: x}", ""),
        ("{type: array, description: x}", ""),
        ("{anyOf: [{type: integer}, {type: number}], description: x}", ""),
        ("{type: array, items: {type: integer, xml: 3}, description: x}", "/items/xml"),
        ("{allOf: [{type: integer}, {maximum: 3, xml: 3}], description: x}", "/allOf/1/xml"),
        (
            "{type: array, description: x, items: {allOf: [{items: {type: integer}}, {type: array, items: {xml: 3}}]}}",
            "/items/allOf/1/items/xml",
        ),
    ],
)
def test_a_fault_of_a_named_type_is_told_once_where_it_is_written(schema: str, place: str) -> None:
    [found] = complaints([USES, ("    CampaignStatus:\n", f"    Key: {schema}\n    CampaignStatus:\n")])
    assert (found.pointer, found.line) == (f"/components/schemas/Key{place}", 509)


def test_references_that_lead_to_each_other_are_no_missing_ones() -> None:
    key, other = KEY, KEY.replace("Key", "Other")
    added = f"    Key: {other}\n    Other: {key}\n    CampaignStatus:\n"
    found = complaints([USES, ("    CampaignStatus:\n", added)])
    assert {each.remedy for each in found} == {"Describe one of them."}


def test_a_placeholder_that_cannot_be_has_its_letters_named() -> None:
    found = complaints([("/leads/{lead_id}:", "/leads/{lead-id}:")])
    assert found[0].remedy == "Rename the placeholder: it has letters, digits and `_` alone. No server sees its name."


def test_a_wrong_value_of_an_enumeration_hides_no_other_value() -> None:
    [found] = complaints([("enum: [draft, active", "enum: [draft, 1.5, active")])
    assert found.pointer == "/components/schemas/CampaignStatus/enum/1"


def test_a_misspelt_keyword_counts_as_the_one_that_it_stands_for() -> None:
    [found] = complaints([("required: [event", "requierd: [event")])
    assert (found.pointer.rpartition("/")[2], found.remedy) == ("requierd", "Write `required`.")


def test_a_tag_of_an_operation_without_a_valid_id_is_used() -> None:
    [found] = complaints([("operationId: campaigns.start", "operationId: start_campaign")])
    assert found.rule == "operation-id"


def test_a_wrong_value_has_no_consequences_where_it_is_used() -> None:
    for edit in (
        ("const: lead.made", "const: null"),
        ("{type: string, description: The id.}", "{type: string, const: null}"),
    ):
        assert [complaint.rule for complaint in complaints([edit])] == ["value-shape"]


def test_a_keyword_of_openapi_after_a_text_is_not_a_part_of_the_text() -> None:
    [found] = complaints([(ID, "id: {type: string, description: The id., not: null}")])
    assert found.message == "expected a schema, found null."
