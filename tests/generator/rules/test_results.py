"""Results and pages, broken rule by rule."""

from __future__ import annotations

import pytest

from .broken import Case, assert_found, complaints

LIST = "/paths/~1leads/get"
DELETE = "/paths/~1leads~1{lead_id}/delete"
PAGE = "x-page: {number: page, items: data, meta: meta}"
EMPTY = 'no-content: {id: "{lead_id}", deleted: true}'
TOUCH = """\
    put:
      operationId: leads.touch
      tags: [leads]
      summary: Touch a lead
      x-evidence: docs
      x-call: {repeat: idempotent}
      x-result: data§
      responses:
        "204": {description: Touched.}
        "4XX": {$ref: "#/components/responses/Failed"}
        "5XX": {$ref: "#/components/responses/Failed"}
"""
RESULT = "x-result: data\n      parameters:"
CASES = [
    Case(
        "result-named",
        "/paths/~1leads/get",
        [
            ("    get:\n      operationId: leads.list", "    get:§\n      operationId: leads.list"),
            (f"      {RESULT}", "      parameters:"),
            (f"      {PAGE}\n", ""),
        ],
    ),
    Case(
        "result-named",
        "/paths/~1leads~1{lead_id}/put/x-result",
        [("    delete:\n", f"{TOUCH}    delete:\n")],
    ),
    Case(
        "repeated",
        "/components/schemas/Lead/x-repeated",
        [("      description: A person.\n", "      description: A person.\n      x-repeated: Twice.§\n")],
    ),
    Case(
        "repeated",
        "/components/schemas/Deletion/x-repeated",
        [
            (
                "      description: What was deleted.\n",
                "      description: What was deleted.\n      x-repeated: Twice.§\n",
            ),
            ("id: a, deleted: true}}\n", "id: a, deleted: true, repeated: true}}\n"),
            (
                "        deleted: {type: boolean, description: Whether it is gone.}\n",
                "        deleted: {type: boolean, description: Whether it is gone.}\n"
                "        repeated: {type: boolean, description: Whether it was so before.}\n",
            ),
        ],
    ),
    Case(
        "one-envelope",
        f"{DELETE}/responses",
        [
            ("deleted: true}}\n      responses:\n", "deleted: true}}\n      responses:§\n"),
            ('        "204":\n', '        "201": {$ref: "#/components/responses/Campaign"}\n        "204":\n'),
        ],
    ),
    Case(
        "whole-envelope", f"{LIST}/x-result", [(f"      {PAGE}\n", ""), (RESULT, "x-result: data§\n      parameters:")]
    ),
    Case(
        "whole-envelope",
        f"{DELETE}/x-result",
        [
            (
                '      properties:\n        data: {$ref: "#/components/schemas/Deletion"}\n',
                "      properties:\n"
                "        took: {type: number, description: x}\n"
                '        data: {$ref: "#/components/schemas/Deletion"}\n',
            ),
            ("x-result: {take: data,", "x-result: {take: data,§"),
        ],
    ),
    Case("whole-envelope", f"{DELETE}/x-result", [("x-result: {take: data,", "x-result: {take: result,§")]),
    Case(
        "whole-envelope",
        f"{DELETE}/x-result",
        [
            ("x-result: {take: data,", "x-result: {take: data,§"),
            (
                "      description: The envelope of a deletion.\n      required: [data]\n",
                "      description: The envelope of a deletion.\n",
            ),
        ],
    ),
    Case("no-content", f"{DELETE}/x-result", [(f"{{take: data, {EMPTY}}}", "data§")]),
    Case(
        "no-content",
        "/paths/~1campaigns~1{campaign_id}~1start/post/x-result",
        [
            (
                "      x-result: data\n"
                "      responses:\n"
                '        "200": {$ref: "#/components/responses/Campaign"}\n'
                '        "400"',
                "      x-result: {take: data, no-content: {name: x, status: y}}§\n"
                "      responses:\n"
                '        "200": {$ref: "#/components/responses/Campaign"}\n'
                '        "400"',
            )
        ],
    ),
    Case("no-content", f"{DELETE}/x-result/no-content", [(EMPTY, 'no-content: {id: "{lead_id}"}§')]),
    Case("no-content", f"{DELETE}/x-result/no-content/id", [(EMPTY, 'no-content: {id: "{id}", deleted: true}§')]),
    Case(
        "no-content",
        f"{DELETE}/x-result/no-content/id",
        [(EMPTY, 'no-content: {id: "lead {lead_id}", deleted: true}§')],
    ),
    Case(
        "no-content", f"{DELETE}/x-result/no-content/deleted", [(EMPTY, 'no-content: {id: "{lead_id}", deleted: 1}§')]
    ),
]


def test_a_file_needs_no_result_and_is_no_reply_without_content() -> None:
    file = "            text/csv: {schema: {type: string}}\n"
    json = """            application/json:
              schema: {$ref: "#/components/schemas/DeletionReply"}
              example: {data: {id: a, deleted: true}}
"""
    (found,) = (each for each in complaints([(json, file)]) if each.rule == "result-named")
    assert (found.message, found.remedy) == ("the method returns the file.", "Remove `x-result`.")


@pytest.mark.parametrize("case", CASES, ids=str)
def test_each_fault_is_found_at_its_place_and_only_once(case: Case) -> None:
    assert_found(case)
