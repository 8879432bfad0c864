"""Keywords, broken rule by rule."""

from __future__ import annotations

import pytest

from .broken import Case, assert_found, complaints

LIST = "/paths/~1leads/get"
LEAD = "/components/schemas/Lead"
CAMPAIGN = "/components/schemas/Campaign/properties"


def added(after: str, keyword: str, pointer: str) -> Case:
    """Return the case of an unsupported keyword, on a line of its own after a line of the document."""
    indent = " " * (len(after) - len(after.lstrip(" ")))
    name = keyword.partition(":")[0]
    return Case("supported-keywords", f"{pointer}/{name}", [(f"{after}\n", f"{after}\n{indent}{keyword}§\n")])


CASES = [
    added("openapi: 3.1.0", "jsonSchemaDialect: https://example.com", ""),
    added("openapi: 3.1.0", "externalDocs: {url: https://example.com}", ""),
    added("  title: Small", "licence: {name: MIT}", "/info"),
    added("    description: The only one.", "variables: {}", "/servers/0"),
    added("    description: People.", "externalDocs: {}", "/tags/0"),
    added("    description: People.", "x-order: 1", "/tags/0"),
    added("      operationId: leads.list", "servers: []", LIST),
    added("      operationId: leads.list", "callbacks: {}", LIST),
    added("      operationId: leads.list", "externalDocs: {}", LIST),
    added("      operationId: leads.list", "x-retry: 3", LIST),
    added("          in: query", "allowReserved: true", f"{LIST}/parameters/1"),
    added("          in: query", "allowEmptyValue: true", f"{LIST}/parameters/1"),
    added("          in: query", "example: true", f"{LIST}/parameters/1"),
    added("          in: query", "content: {}", f"{LIST}/parameters/1"),
    added("          description: A page.", "links: {}", f"{LIST}/responses/200"),
    added("        description: The lead.", "x-name: lead", "/paths/~1leads/post/requestBody"),
    added("      description: When to come again.", "required: true", "/components/headers/Retry-After"),
    added("      description: A person.", "allOf: []", LEAD),
    added("      description: A person.", "$id: lead", LEAD),
    Case(
        "supported-keywords",
        f"{LEAD}/properties/id/nullable",
        [("id: {type: string,", "id: {type: string, nullable: true,§")],
    ),
    Case(
        "supported-keywords",
        f"{LEAD}/properties/id/xml",
        [("id: {type: string,", "id: {type: string, xml: true,§")],
    ),
    Case(
        "supported-keywords",
        f"{LEAD}/properties/id/maximum",
        [("id: {type: string,", "id: {type: string, maximum: 1,§")],
    ),
    Case("supported-keywords", "/paths/~1leads/summary", [("  /leads:\n", "  /leads:\n    summary: Leads§\n")]),
    Case("supported-keywords", "/paths/~1leads/head", [("  /leads:\n", "  /leads:\n    head: {}§\n")]),
    Case("supported-keywords", "/paths/~1leads/$ref", [("  /leads:\n", "  /leads:\n    $ref: '#/paths/~1other'§\n")]),
    Case("supported-keywords", "/components/callbacks", [("components:\n", "components:\n  callbacks: {}§\n")]),
    Case(
        "supported-keywords",
        "/paths/~1leads/post/requestBody/content/application~1json/encoding",
        [
            (
                '            schema: {$ref: "#/components/schemas/LeadCreate"}\n',
                '            schema: {$ref: "#/components/schemas/LeadCreate"}\n            encoding: {}§\n',
            )
        ],
    ),
    Case(
        "supported-keywords",
        f"{LIST}/parameters/0/description",
        [
            (
                '        - $ref: "#/components/parameters/Page"\n',
                '        - $ref: "#/components/parameters/Page"\n          description: x§\n',
            )
        ],
    ),
    Case("supported-keywords", f"{LIST}/x-call/idempotent", [("{repeat: safe}", "{repeat: safe, idempotent: true}§")]),
    Case("supported-keywords", f"{LIST}/x-page/mark", [("meta: meta}", "meta: meta, mark: next}§")]),
    Case(
        "supported-keywords",
        "/webhooks/lead.made/post/operationId",
        [("      summary: Lead made\n", "      summary: Lead made\n      operationId: made§\n")],
    ),
    Case(
        "supported-keywords",
        "/components/schemas/LeadStatus/x-labels",
        [("      x-open: true\n", "      x-labels: [a]§\n")],
    ),
    Case("required-keywords", LIST, [("    get:\n", "    get:§\n"), ("      summary: List leads\n", "")]),
    Case("required-keywords", LIST, [("    get:\n", "    get:§\n"), ("      x-call: {repeat: safe}\n", "")]),
    Case("required-keywords", LIST, [("    get:\n", "    get:§\n"), ("      x-evidence: docs\n", "")]),
    Case("required-keywords", LIST, [("    get:\n", "    get:§\n"), ("      operationId: leads.list\n", "")]),
    Case("required-keywords", LIST, [("    get:\n", "    get:§\n"), ("      tags: [leads]\n", "")]),
    Case("required-keywords", "/info", [("info:\n", "info:§\n"), ("  version: 1.2.0\n", "")]),
    Case("required-keywords", "/tags/0", [("  - name: leads\n    description: People.\n", "  - name: leads§\n")]),
    Case(
        "required-keywords",
        f"{LIST}/parameters/1",
        [("          description: Only new ones.\n", ""), ("        - name: isNew\n", "        - name: isNew§\n")],
    ),
    Case(
        "required-keywords",
        f"{LIST}/responses/200",
        [('        "200":\n', '        "200":§\n'), ("          description: A page.\n", "")],
    ),
    Case(
        "required-keywords",
        "/components/schemas/LeadPage/properties/data",
        [(', items: {$ref: "#/components/schemas/Lead"}}\n', "}§\n")],
    ),
    Case("value-shape", "/info/title", [("title: Small", "title: 5§")]),
    Case("value-shape", "/info/title", [("title: Small", "title: '  '§")]),
    Case("value-shape", "/info/title", [("title: Small", 'title: "a\\0b"§')]),
    Case("value-shape", "/info/title", [("title: Small", "title: [x]§")]),
    Case(
        "value-shape",
        "/tags/0",
        [("  - name: leads\n    description: People.\n", "  - leads§\n  - name: leads\n    description: P.\n")],
    ),
    Case("value-shape", f"{LIST}/tags/1", [("tags: [leads]", "tags: [leads, 5]§")]),
    Case("value-shape", "/components/schemas/LeadStatus/enum/0", [("enum: [", "enum: [1.5,§ ")]),
    Case("value-shape", "/components/schemas/StepSend/properties/days/maxItems", [("maxItems: 7", "maxItems: many§")]),
    Case("supported-keywords", f"{LIST}/sumary", [("summary: List leads", "sumary: List leads§")]),
    Case("value-shape", "/components/schemas/Lead", [("    Lead:\n", "    Lead: []§\n    Old:\n")]),
    Case("value-shape", f"{LIST}/tags", [("tags: [leads]", "tags: leads§")]),
    Case(
        "value-shape",
        "/paths/~1campaigns~1{campaign_id}~1start/post/deprecated",
        [("deprecated: true", "deprecated: 1§")],
    ),
    Case(
        "value-shape",
        f"{CAMPAIGN}/data/additionalProperties",
        [
            (
                '"null"], additionalProperties: true, description: Anything',
                '"null"], additionalProperties: 7,§ description: x',
            )
        ],
    ),
    Case("value-shape", "/components/schemas/LeadCreate/properties/email/pattern", [('pattern: "@"', 'pattern: "("§')]),
    Case(
        "value-shape", "/components/schemas/LeadCreate/properties/email/minLength", [("minLength: 3", "minLength: -1§")]
    ),
    Case("value-shape", "/components/parameters/Page/schema/minimum", [("minimum: 1, maximum: 1000", "minimum: one§")]),
    *[
        Case(
            "value-shape",
            f"/components/parameters/Page/schema/{name}",
            [("minimum: 1, max", f"minimum: 1, {name}: {value},§ max")],
        )
        for name, value in (
            ("exclusiveMinimum", "true"),
            ("exclusiveMaximum", "false"),
            ("multipleOf", 0),
            ("not", 3),
            ("exclusiveMinimum", "null"),
            ("readOnly", "1"),
            ("dependentRequired", "{a: b}"),
            ("contains", "[]"),
        )
    ],
    Case(
        "value-shape",
        f"{LEAD}/properties/id/minLength",
        [("id: {type: string,", "id: {type: string, minLength: many,§")],
    ),
    Case(
        "schema-type",
        f"{LEAD}/properties/id",
        [("id: {type: string, description: The id.}", "id: {description: The id.}§")],
    ),
    Case("schema-type", f"{LEAD}/properties/id", [("id: {type: string,", "id: {type: [string, object],§")]),
    Case("schema-type", f"{LEAD}/properties/id", [("id: {type: string,", "id: {type: text,§")]),
    Case(
        "reference",
        f"{CAMPAIGN}/status/$ref",
        [
            (
                'status: {$ref: "#/components/schemas/CampaignStatus"}',
                'status: {$ref: "#/components/schemas/Nothing"}§',
            )
        ],
    ),
    Case(
        "reference",
        f"{CAMPAIGN}/status/$ref",
        [
            (
                'status: {$ref: "#/components/schemas/CampaignStatus"}',
                'status: {$ref: "other.yaml#/components/schemas/CampaignStatus"}§',
            )
        ],
    ),
    Case(
        "reference",
        f"{CAMPAIGN}/status/$ref",
        [
            (
                'status: {$ref: "#/components/schemas/CampaignStatus"}',
                'status: {$ref: "#/components/schemas/Lead/properties/id"}§',
            )
        ],
    ),
    Case(
        "reference",
        f"{LIST}/parameters/0/$ref",
        [('$ref: "#/components/parameters/Page"', '$ref: "#/components/headers/Limit"§')],
    ),
    Case(
        "reference",
        "/components/parameters/First/$ref",
        [
            ('$ref: "#/components/parameters/Page"', '$ref: "#/components/parameters/First"'),
            ("    Page:\n", '    First: {$ref: "#/components/parameters/Page"}§\n    Page:\n'),
        ],
    ),
    Case(
        "reference",
        "/components/responses/Bad/$ref",
        [
            ('"409": {$ref: "#/components/responses/Taken"}', '"409": {$ref: "#/components/responses/Bad"}'),
            ("    TooMany:\n", '    Bad: {$ref: "#/components/responses/Taken"}§\n    TooMany:\n'),
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_each_fault_is_found_at_its_place_and_only_once(case: Case) -> None:
    assert_found(case)


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (("summary: List leads", "sumary: List leads"), "`sumary` in an operation is not supported."),
        (("summary: List leads", "sumary: List leads"), "Remedy: Write `summary`."),
        (
            ("summary: List leads", "summary: List leads\n      sumary: List leads"),
            "Remedy: Move what it says to `description`",
        ),
        (("version: 1.2.0", "version: 1.2"), "Remedy: Write text of at least one printable character; quote it."),
        (
            ('$ref: "#/components/parameters/Page"', "$ref: #/components/parameters/Page"),
            "; quote a text that is `null` or contains `#`.",
        ),
        (("id: {type: string,", "id: {type: strng,"), "`strng` is not a schema type."),
        (
            ("minimum: 1, max", "minimum: 7, exclusiveMinimum: true, max"),
            "Write `exclusiveMinimum: 7` in place of `minimum`.",
        ),
        (("minimum: 1, max", "minimum: 1, exclusiveMinimum: false, max"), "Remedy: Remove it."),
        (("minimum: 1, max", "minimum: 1, multipleOf: 0, max"), "expected a number above 0, found 0."),
        (('type: [string, "null"]', "type: [string, null]"), "null without quotes is not a schema type."),
        (("operationId: leads.delete", "operationId: leads.create"), "`leads.create` on line 68 would be one function"),
    ],
    ids=str,
)
def test_a_remedy_suggests_what_was_probably_meant(edit: tuple[str, str], words: str) -> None:
    found = complaints([edit])
    assert len(found) == 1
    assert words in str(found[0])


def test_a_wrong_boolean_is_quoted_as_written() -> None:
    [complaint] = complaints(
        [("additionalProperties: true, description: A", "additionalProperties: false, description: A")]
    )
    assert complaint.message == "expected a mapping, found false."
