"""Paths and parameters, broken rule by rule."""

from __future__ import annotations

import pytest

from .broken import Case, assert_found, complaints

LIST = "/paths/~1leads/get"
STEPS = "/paths/~1campaigns~1{campaign_id}~1steps/post"
NEW = "        - name: isNew\n          in: query\n"
BOOLEAN = "schema: {type: boolean}"
SAME = "        - {name: a, in: query, description: x, schema: {type: string}}\n"
HEADER = "        - {name: X-A, in: header, description: x, schema: {type: string}}\n"
CASES = [
    Case("path-template", "/paths/leads", [("  /leads:\n", "  leads:§\n")]),
    Case("path-template", "/paths/~1leads~1~1", [("  /leads:\n", "  /leads//:§\n")]),
    Case("path-template", "/paths/~1leads:", [("  /leads:\n", "  '/leads:':§\n")]),
    Case("path-template", "/paths/~1leads~1..", [("  /leads:\n", "  /leads/..:§\n")]),
    Case("path-template", "/paths/~1.~1leads", [("  /leads:\n", "  /./leads:§\n")]),
    Case("path-template", "/paths/~1leads?all", [("  /leads:\n", "  /leads?all:§\n")]),
    Case("path-template", "/paths/~1leads~1lead-{lead_id}", [("  /leads/{lead_id}:\n", "  /leads/lead-{lead_id}:§\n")]),
    Case(
        "path-template",
        "/paths/~1campaigns~1{id}",
        [
            (
                "  /campaigns/{campaign_id}/start:\n"
                "    parameters:\n"
                '      - $ref: "#/components/parameters/CampaignId"\n',
                "  /campaigns/{id}:§\n"
                "    parameters:\n"
                "      - {name: id, in: path, required: true, description: x, schema: {type: string}}\n",
            ),
            ("with: {campaign_id: campaign_id}", "with: {campaign_id: id}"),
        ],
    ),
    Case(
        "path-parameters",
        ["/paths/~1leads~1{id}/parameters/0", "/paths/~1leads~1{id}/delete"],
        [
            ("  /leads/{lead_id}:\n", "  /leads/{id}:\n"),
            ("      - name: lead_id\n", "      - name: lead_id\n"),
            ("    delete:\n", "    delete:§\n"),
            ("      - name: lead_id", "      - name: lead_id§"),
        ],
    ),
    Case(
        "path-parameters",
        f"{STEPS}/parameters/0",
        [
            (
                "      operationId: campaigns.steps.send\n",
                """      operationId: campaigns.steps.send
      parameters:
        - {name: other_id, in: path, required: true, description: x, schema: {type: string}}§
""",
            )
        ],
    ),
    Case(
        "path-parameters",
        "/paths/~1leads~1{lead_id}~1{lead_id}/delete",
        [("  /leads/{lead_id}:\n", "  /leads/{lead_id}/{lead_id}:\n"), ("    delete:\n", "    delete:§\n")],
    ),
    Case("distinct-parameters", f"{LIST}/parameters/2", [(NEW, f"{SAME}{SAME[:-1]}§\n{NEW}")]),
    Case(
        "distinct-parameters",
        f"{LIST}/parameters/2",
        [(NEW, f"{HEADER}{HEADER.replace('X-A', 'x-a')[:-1]}§\n{NEW}")],
    ),
    Case(
        "distinct-parameters",
        f"{LIST}/parameters/1",
        [
            ("    get:\n", f"    parameters:\n{HEADER[2:]}    get:\n"),
            (NEW, f"{HEADER.replace('X-A', 'X-a')[:-1]}§\n{NEW}"),
        ],
    ),
    Case("parameter-place", f"{LIST}/parameters/1/in", [(NEW, "        - name: X-New\n          in: body§\n")]),
    Case("header-name", f"{LIST}/parameters/1/name", [(NEW, "        - name: X New§\n          in: header\n")]),
    Case("header-name", f"{LIST}/parameters/1/name", [(NEW, "        - name: authorization§\n          in: header\n")]),
    Case("header-name", f"{LIST}/parameters/1/name", [(NEW, "        - name: x-api-key§\n          in: header\n")]),
    Case(
        "parameter-type",
        f"{LIST}/parameters/1/schema",
        [
            (
                f"{NEW}          description: Only new ones.\n          {BOOLEAN}",
                f"{NEW.replace('query', 'header')}"
                "          description: x\n          schema: {type: object, additionalProperties: true}§",
            )
        ],
    ),
    Case("parameter-place", f"{LIST}/parameters/1/in", [(NEW, "        - name: isNew\n          in: cookie§\n")]),
    Case(
        "parameter-place",
        "/paths/~1leads~1{lead_id}/parameters/0",
        [
            (
                "      - name: lead_id\n        in: path\n        required: true\n",
                "      - name: lead_id§\n        in: path\n",
            )
        ],
    ),
    Case(
        "parameter-type",
        "/paths/~1leads~1{lead_id}/parameters/0/schema",
        [
            (
                "        description: Id of the lead.\n        schema: {type: string}",
                "        description: Id of the lead.\n        schema: {type: boolean}§",
            ),
            (
                '        "404": {$ref: "#/components/responses/Missing"}',
                '        "404": {$ref: "#/components/responses/Missing"}\n'
                '        "422": {$ref: "#/components/responses/WrongValue"}',
            ),
        ],
    ),
    Case(
        "parameter-type",
        "/paths/~1leads~1{lead_id}/parameters/0/schema",
        [
            (
                "        description: Id of the lead.\n        schema: {type: string}",
                "        description: Id of the lead.\n        schema: {type: [string, 'null']}§",
            ),
            (
                '        "404": {$ref: "#/components/responses/Missing"}',
                '        "404": {$ref: "#/components/responses/Missing"}\n'
                '        "422": {$ref: "#/components/responses/WrongValue"}',
            ),
        ],
    ),
    Case(
        "parameter-type",
        f"{LIST}/parameters/1/schema",
        [(BOOLEAN, "schema: {type: array, items: {type: object, additionalProperties: true}}§")],
    ),
    Case("parameter-style", f"{LIST}/parameters/1/style", [(BOOLEAN, f"style: pipeDelimited§\n          {BOOLEAN}")]),
    Case("parameter-style", f"{LIST}/parameters/1/explode", [(BOOLEAN, f"explode: false§\n          {BOOLEAN}")]),
    Case(
        "parameter-type",
        f"{LIST}/parameters/1/schema",
        [(BOOLEAN, "schema: {type: object, additionalProperties: true}§")],
    ),
    Case("parameter-type", f"{LIST}/parameters/1/schema", [(BOOLEAN, 'schema: {$ref: "#/components/schemas/Owner"}§')]),
]


def test_a_parameter_of_an_operation_replaces_that_of_its_path() -> None:
    shared = ("    post:\n", f"    parameters:\n{SAME[2:]}    post:\n")
    assert complaints([shared, (NEW, f"{SAME}{NEW}")]) == []


@pytest.mark.parametrize("case", CASES, ids=str)
def test_each_fault_is_found_at_its_place_and_only_once(case: Case) -> None:
    assert_found(case)
