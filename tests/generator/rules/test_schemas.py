"""The form of schemas, broken rule by rule."""

from __future__ import annotations

import pytest

from .broken import Case, assert_found

CAMPAIGN = "/components/schemas/Campaign/properties"
DETAIL = "/components/schemas/FailureBody/properties/detail"
OWNER = 'owner: {anyOf: [{$ref: "#/components/schemas/Owner"}, {type: "null"}]}'
DATA = 'data: {type: [object, "null"], additionalProperties: true, description: Anything.}'
NAME = "name: {type: string, description: The name.}\n        status:"
ANY = "          anyOf:\n            - {type: string}\n"
DELIVERY = "/components/schemas/Delivery"
EVENT = "{type: string, const: lead.made, description: The event.}"


def named(text: str) -> list[tuple[str, str]]:
    """Return the edit that gives the name of a campaign another type."""
    return [(NAME, f"name: {text}§\n        status:")]


def detail(text: str) -> list[tuple[str, str]]:
    """Return the edits that add an option to the union."""
    return [("        detail:\n", "        detail:§\n"), (ANY, f"{ANY}            - {text}\n")]


CASES = [
    Case(
        "null-form",
        "/components/schemas/Lead/properties/k",
        [("        score:", "        k: {const: null, description: x}§\n        score:")],
    ),
    Case(
        "named-types",
        f"{CAMPAIGN}/variants/items",
        [
            (
                "items: {type: object, additionalProperties: true}",
                "items: {type: object, properties: {a: {type: integer, description: x}}}§",
            )
        ],
    ),
    Case(
        "personal",
        "/components/schemas/Owner/properties/name",
        [
            ("      x-personal: true\n      description: Who owns it.", "      description: Who owns it."),
            ("name: {type: string, description: The name.}", "name: {type: string, description: The name.}§"),
        ],
    ),
    Case(
        "personal",
        "/components/schemas/Owner/x-personal",
        [
            (
                "      x-personal: true\n      description: Who owns it.",
                "      x-personal: false§\n      description: Who.",
            ),
        ],
    ),
    Case(
        "personal",
        "/components/schemas/Extra/properties/count/x-personal",
        [
            (
                "    Owner:\n",
                "    Extra: {type: object, description: x, properties: {count: {type: integer, x-personal: true,§ "
                "description: x}}}\n    Owner:\n",
            ),
            (
                "        name: {type: string, description: The name.}",
                "        name: {$ref: '#/components/schemas/Extra'}",
            ),
        ],
    ),
    Case("named-types", f"{CAMPAIGN}/name", named("{type: string, enum: [First, Second], description: x}")),
    Case("null-form", f"{CAMPAIGN}/data", [(DATA, "data: {type: 'null'}§"), ("data: {any: thing}", "data: null")]),
    Case(
        "null-form",
        "/components/schemas/CampaignStatus/type",
        [("    CampaignStatus:\n      type: string\n", "    CampaignStatus:\n      type: [string, 'null']§\n")],
    ),
    Case("union-form", DETAIL, detail("{type: string, format: date}")),
    Case("union-form", DETAIL, detail('{$ref: "#/components/schemas/LeadStatus"}')),
    Case(
        "union-form",
        DETAIL,
        [
            *detail('{$ref: "#/components/schemas/Owner"}'),
            (ANY, ANY + "            - {type: object, additionalProperties: true}\n"),
        ],
    ),
    Case("union-form", DETAIL, [*detail("{type: integer}"), (ANY, f"{ANY}            - {{type: number}}\n")]),
    Case(
        "union-form",
        DETAIL,
        [
            *detail("{type: boolean}"),
            (ANY, "          anyOf:\n            - {type: string, format: date-time-local}\n"),
            ("example: {detail: Too many calls}", "example: {detail: null}"),
        ],
    ),
    Case(
        "union-form",
        "/components/schemas/FailureItem/properties/loc/items",
        [("items: {type: [string, integer]}", "items: {type: [string, integer, string]}§")],
    ),
    Case(
        "tagged-union",
        f"{DELIVERY}/discriminator/mapping",
        [
            ("        mapping:\n", "        mapping:§\n"),
            (
                '          lead.made: "#/components/schemas/LeadMadeDelivery"\n',
                '          lead.made: "#/components/schemas/LeadGoneDelivery"\n',
            ),
        ],
    ),
    Case(
        "tagged-union",
        f"{DELIVERY}/oneOf/0",
        [
            (
                '        - {$ref: "#/components/schemas/LeadMadeDelivery"}\n',
                '        - {$ref: "#/components/schemas/LeadMadeDelivery"}§\n',
            ),
            ("      required: [event, timestamp, data]", "      required: [timestamp, data]"),
        ],
    ),
    Case(
        "deprecated-place",
        f"{CAMPAIGN}/variants/items/deprecated",
        [
            (
                "items: {type: object, additionalProperties: true}",
                "items: {type: object, deprecated: true,§ additionalProperties: true}",
            )
        ],
    ),
    Case(
        "recursion",
        ["/components/schemas/Owner"],
        [
            ("    Owner:\n", "    Owner:§\n"),
            ("      description: Who owns it.", "      required: [boss]\n      description: Who owns it."),
            (
                "        name: {type: string, description: The name.}\n",
                "        name: {type: string, description: The name.}\n"
                '        boss: {$ref: "#/components/schemas/Owner"}\n',
            ),
        ],
    ),
    Case(
        "recursion",
        ["/components/schemas/Rows"],
        [
            (
                "    Owner:\n",
                "    Rows: {type: array, description: x, items: {$ref: '#/components/schemas/Rows'}}§\n    Owner:\n",
            ),
            (
                "        name: {type: string, description: The name.}\n",
                "        name: {type: string, description: The name.}\n"
                '        all: {$ref: "#/components/schemas/Rows"}\n',
            ),
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_each_fault_is_found_at_its_place_and_only_once(case: Case) -> None:
    assert_found(case)
