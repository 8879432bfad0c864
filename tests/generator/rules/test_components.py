"""Components, broken rule by rule."""

from __future__ import annotations

import pytest

from .broken import Case, assert_found

LEAD = "/components/schemas/Lead"
OWNER = "    Owner:\n"
SCORE = "        score:"


def renamed(name: str) -> Case:
    """Return the case of a component with a name that cannot be."""
    return Case(
        "component-names", f"/components/schemas/{name}", [(OWNER, f"    {name}:§\n"), ('/Owner"', f'/{name}"')]
    )


CASES = [
    *[
        renamed(name)
        for name in ("owner", "Own_er", "Own-Er", "9Owner", "Öwner", "None", "ValueError", "BaseException")
    ],
    *[
        renamed(name)
        for name in ("Meta", "Struct", "Model", "Any", "Literal", "OpenEnum", "UnsetType", "FoxReach", "Pages")
    ],
    *[renamed(name) for name in ("OwnerDict", "OwnerInput", "OwnerError", "OwnersResource", "LEAD")],
    *[
        Case(
            "property-names",
            f"{LEAD}/properties/{name}",
            [(SCORE, f"{written}: {{type: integer, description: x}}§\n{SCORE}")],
        )
        for name, written in (
            ('a"b', "        'a\"b'"),
            ("a\\b", "        a\\b"),
            ("a\tb", '        "a\\tb"'),
            ("$ref", "        $ref"),
        )
    ],
    Case("required-properties", f"{LEAD}/required/3", [("[id, email, status]", "[id, email, status, surname]§")]),
    Case("required-properties", f"{LEAD}/required/3", [("[id, email, status]", "[id, email, status, id]§")]),
    Case(
        "some-property",
        "/components/schemas/Owner",
        [
            (OWNER, "    Owner:§\n"),
            (
                "      description: Who owns it.\n"
                "      properties:\n"
                "        name: {type: string, description: The name.}\n",
                "      description: Who owns it.\n      properties: {}\n",
            ),
        ],
    ),
    Case(
        "described", "/components/schemas/Owner", [(OWNER, "    Owner:§\n"), ("      description: Who owns it.\n", "")]
    ),
    Case(
        "described",
        "/components/schemas/LeadStatus",
        [("    LeadStatus:\n", "    LeadStatus:§\n"), ("      description: The state of a lead.\n", "")],
    ),
    Case("described", f"{LEAD}/properties/id", [("id: {type: string, description: The id.}", "id: {type: string}§")]),
    Case(
        "described",
        "/components/schemas/FailureBody/properties/detail",
        [("        detail:\n          description: Words, or a list.\n", "        detail:§\n")],
    ),
    Case(
        "unused-components",
        "/components/schemas/Spare",
        [(OWNER, f"    Spare: {{type: string, description: x, enum: [a]}}§\n{OWNER}")],
    ),
    Case(
        "unused-components",
        "/components/headers/Spare",
        [("  headers:\n    Limit:", "  headers:\n    Spare: {description: x, schema: {type: string}}§\n    Limit:")],
    ),
    Case(
        "unused-components",
        "/components/parameters/Spare",
        [("    Page:\n", "    Spare: {name: x, in: query, description: x, schema: {type: string}}§\n    Page:\n")],
    ),
    Case(
        "unused-components",
        "/components/responses/Spare",
        [("  responses:\n    Campaign:", "  responses:\n    Spare: {description: x}§\n    Campaign:")],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_each_fault_is_found_at_its_place_and_only_once(case: Case) -> None:
    assert_found(case)
