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
        (STATUS, f"status: {{allOf: [{REF}, {{type: integer}}]}}", "Write the one that holds into both parts."),
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
