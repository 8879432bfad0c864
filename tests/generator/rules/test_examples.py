"""Examples, broken rule by rule."""

from __future__ import annotations

import pytest

from .broken import Case, assert_found

VALUE = "/paths/~1leads/get/responses/200/content/application~1json/examples/one/value"
CREATE = "/paths/~1leads/post/requestBody/content/application~1json"
FAILED = "/components/responses/Failed/content/application~1json"


def stated(place: str, schema: str) -> Case:
    """Return the case of a property with a wrong value in its schema."""
    name = place.partition("/")[0]
    new = f"        {name}: {schema}§\n        score:"
    return Case("schema-values", f"/components/schemas/Lead/properties/{place}", [("        score:", new)])


CASES = [
    Case(
        "example-present",
        CREATE,
        [
            (
                "          application/json:\n"
                '            schema: {$ref: "#/components/schemas/LeadCreate"}\n'
                "            example: {email: a@example.com, customFields: {Team Size: 12}}\n",
                '          application/json:§\n            schema: {$ref: "#/components/schemas/LeadCreate"}\n',
            )
        ],
    ),
    Case(
        "example-present",
        CREATE,
        [
            (
                '          application/json:\n            schema: {$ref: "#/components/schemas/LeadCreate"}\n',
                "          application/json:§\n"
                '            schema: {$ref: "#/components/schemas/LeadCreate"}\n'
                "            examples: {one: {value: {email: a@example.com}}}\n",
            )
        ],
    ),
    Case("example-valid", f"{VALUE}/data/0/id", [("- {id: a, email", "- {id: 5,§ email")]),
    Case("example-valid", f"{VALUE}/data/0", [("- {id: a, email", "- {email§")]),
    Case("example-valid", f"{VALUE}/data/0/status", [("status: active, born", "status: asleep, born§")]),
    Case("example-valid", f"{VALUE}/data/0/born", [("born: 2001-02-03", "born: 2001-02-30§")]),
    Case(
        "example-valid",
        f"{VALUE}/data/0/madeAt",
        [('madeAt: "2026-01-02T03:04:05"', 'madeAt: "2026-01-02T03:04:05Z"§')],
    ),
    Case("example-valid", f"{VALUE}/data/0/madeAt", [('madeAt: "2026-01-02T03:04:05"', 'madeAt: "2026-01-02"§')]),
    Case("example-valid", f"{VALUE}/data/0/surname", [("- {id: a, email", "- {id: a, surname: Doe,§ email")]),
    Case(
        "example-valid",
        f"{CREATE}/example/email",
        [("example: {email: a@example.com, custom", "example: {email: nothing,§ custom")],
    ),
    Case("example-valid", f"{FAILED}/example/detail/0/loc/1", [("loc: [body, 0]", "loc: [body, 0.5]§")]),
    Case("example-valid", f"{FAILED}/example/detail", [("detail: [{loc: [body, 0]}]", "detail: 5§")]),
    Case(
        "example-valid",
        "/webhooks/lead.made/post/requestBody/content/application~1json/example/timestamp",
        [('timestamp: "2026-01-02T03:04:05Z"', 'timestamp: "2026-01-02T03:04:05"§')],
    ),
    stated("k/default", "{type: integer, default: abc, description: x}"),
    stated("k/example", "{type: integer, example: xyz, description: x}"),
    stated("k/examples/1", "{type: integer, examples: [1, x], description: x}"),
    stated("k/examples/0/1", "{type: array, items: {type: integer}, examples: [[1, x]], description: x}"),
    stated("k/items/default", "{type: array, items: {type: integer, default: x}, description: x}"),
    stated("k/const", "{type: boolean, const: 4, description: x}"),
    stated("k/default", "{$ref: '#/components/schemas/CampaignStatus', default: gone}"),
    stated("k/default", "{type: string, format: date, default: soon, description: x}"),
    stated("default/default", "{type: integer, default: x, description: x}"),
    Case(
        "schema-values",
        "/components/parameters/Page/schema/default",
        [("minimum: 1, maximum: 1000", "minimum: 1, maximum: 1000, default: 0§")],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_each_fault_is_found_at_its_place_and_only_once(case: Case) -> None:
    assert_found(case)
