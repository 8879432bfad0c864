"""Values, broken rule by rule."""

from __future__ import annotations

import pytest

from .broken import Case, assert_found

STATUS = "/components/schemas/CampaignStatus"
LEAD = "/components/schemas/Lead/properties"
PAGE = "schema: {type: integer, minimum: 1, maximum: 1000}"
CASES = [
    Case(
        "enumeration-type",
        f"{STATUS}/type",
        [("    CampaignStatus:\n      type: string\n", "    CampaignStatus:\n      type: boolean§\n")],
    ),
    Case("enumeration-type", f"{STATUS}/enum/2", [("enum: [draft, active]", "enum: [draft, active, 5]§")]),
    Case("enumeration-type", f"{STATUS}/enum/2", [("enum: [draft, active]", "enum: [draft, active, draft]§")]),
    Case(
        "enumeration-type",
        "/components/schemas/Legs/enum/1",
        [
            ("        score:", '        legs: {$ref: "#/components/schemas/Legs"}\n        score:'),
            ("    Lead:\n", "    Legs: {type: integer, description: x, enum: [1, 9223372036854775808]}§\n    Lead:\n"),
        ],
    ),
    Case(
        "constant-place",
        f"{LEAD}/event",
        [("        score:", "        event: {type: string, const: a, description: x}§\n        score:")],
    ),
    Case(
        "no-constraint-in-replies",
        "/components/headers/Limit/schema/minimum",
        [
            (
                "      description: A number about the limit.\n      schema: {type: integer}",
                "      description: A number about the limit.\n      schema: {type: integer, minimum: 0}§",
            )
        ],
    ),
    Case(
        "bounds",
        "/components/parameters/Page/schema/minimum",
        [(PAGE, "schema: {type: integer, minimum: 3, maximum: 2}§")],
    ),
    Case("bounds", "/components/parameters/Page/schema/minimum", [(PAGE, "schema: {type: integer, minimum: 1.5}§")]),
    Case(
        "bounds",
        "/components/parameters/Page/schema/maximum",
        [(PAGE, "schema: {type: integer, maximum: 9223372036854775808}§")],
    ),
    Case(
        "bounds",
        "/components/schemas/LeadCreate/properties/email/maxLength",
        [("maxLength: 80", "maxLength: 9223372036854775808§")],
    ),
    Case(
        "bounds",
        "/components/schemas/StepSend/properties/days/minItems",
        [("          minItems: 1\n", "          minItems: 8§\n"), ("{body: Hello, days: [1, 5]}", "{body: Hello}")],
    ),
    Case(
        "format",
        "/paths/~1leads/get/parameters/1/schema/format",
        [("          schema: {type: boolean}", "          schema: {type: string, format: date-time-local}§")],
    ),
    Case(
        "format",
        "/components/schemas/StepSend/properties/body/format",
        [
            (
                "    StepSend:\n"
                "      type: object\n"
                "      x-personal: true\n"
                "      description: A step to send.\n"
                "      required: [body]\n"
                "      properties:\n"
                "        body: {type: string,",
                "    StepSend:\n"
                "      type: object\n"
                "      x-personal: true\n"
                "      description: A step to send.\n"
                "      required: [body]\n"
                "      properties:\n"
                "        body: {type: string, format: date-time-local,§",
            ),
            ("{body: Hello, days", '{body: "2026-01-02T03:04:05", days'),
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_each_fault_is_found_at_its_place_and_only_once(case: Case) -> None:
    assert_found(case)
