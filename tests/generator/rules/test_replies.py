"""Statuses and replies, broken rule by rule."""

from __future__ import annotations

import pytest

from generator.rules import check
from generator.source.expand import expanded
from generator.source.load import load

from .broken import GOOD, Case, assert_found, complaints

LIST = "/paths/~1leads/get"
CREATE = "/paths/~1leads/post"
RESPONSES = '      responses:\n        "200":\n          description: A page.\n'
FAILED = '{$ref: "#/components/responses/Failed"}'
LIMIT = '{$ref: "#/components/headers/Limit"}'


REPLIES = {"401": "NoKey", "403": "Forbidden", "404": "Missing", "409": "Taken", "422": "WrongValue", "5XX": "Failed"}


def line(status: str) -> str:
    """Return the line of an operation that refers to the shared reply of a status."""
    return f'        "{status}": {{$ref: "#/components/responses/{REPLIES[status]}"}}\n'


def without(status: str) -> Case:
    return Case(
        "documented-statuses",
        f"{LIST}/responses",
        [(RESPONSES, RESPONSES.replace("responses:", "responses:§")), (line(status), "")],
    )


TOUCH = "/paths/~1leads~1{lead_id}/put"
DELETED = "          description: Deleted.\n          content:\n            application/json:\n"
FILE = "{type: string, format: binary, description: A file.}"


def form(media: str, field: str) -> str:
    """Return an operation with a form, before the deletion of the good document."""
    return f"""\
    put:
      operationId: leads.touch
      tags: [leads]
      summary: Touch a lead
      x-evidence: docs
      x-call: {{repeat: idempotent}}
      requestBody:
        required: true
        content:
          {media}:
            schema:
              type: object
              properties:
                {field}
      responses:
        "204": {{description: Touched.}}
        "4XX": {{$ref: "#/components/responses/Failed"}}
        "5XX": {{$ref: "#/components/responses/Failed"}}
    delete:
"""


CASES = [
    Case(
        "form-fields",
        f"{TOUCH}/requestBody/content/multipart~1form-data/schema/properties/meta",
        [
            (
                "    delete:\n",
                form("multipart/form-data", "meta: {type: object, additionalProperties: true, description: x}§"),
            )
        ],
    ),
    Case(
        "form-fields",
        f"{TOUCH}/requestBody/content/application~1x-www-form-urlencoded/schema/properties/file",
        [("    delete:\n", form("application/x-www-form-urlencoded", f"file: {FILE}§"))],
    ),
    Case(
        "status-key",
        f"{LIST}/responses/other",
        [(RESPONSES, RESPONSES.replace('        "200"', f'        other: {FAILED}§\n        "200"'))],
    ),
    Case(
        "status-key",
        f"{LIST}/responses/302",
        [(RESPONSES, RESPONSES.replace('        "200"', f'        "302": {FAILED}§\n        "200"'))],
    ),
    Case(
        "status-key",
        f"{LIST}/responses/2XX",
        [(RESPONSES, RESPONSES.replace('        "200"', f'        "2XX": {FAILED}§\n        "200"'))],
    ),
    Case(
        "success-status",
        f"{LIST}/responses/206",
        [
            (
                RESPONSES,
                RESPONSES.replace(
                    '        "200"', '        "206": {$ref: "#/components/responses/List"}§\n        "200"'
                ),
            ),
            (
                "  responses:\n    Campaign:\n",
                """  responses:
    List:
      description: x
      content:
        application/json:
          schema: {$ref: "#/components/schemas/LeadPage"}
          example: {data: [], meta: {page: 1, pageSize: 1, total: 1, totalPages: 1}}
    Campaign:
""",
            ),
        ],
    ),
    Case(
        "success-status",
        "/paths/~1campaigns~1{campaign_id}~1start/post/responses",
        [
            (
                "      x-result: data\n"
                "      responses:\n"
                '        "200": {$ref: "#/components/responses/Campaign"}\n'
                '        "400"',
                '      x-result: data\n      responses:§\n        "400"',
            )
        ],
    ),
    *[without(status) for status in ("401", "403", "5XX", "422")],
    Case(
        "documented-statuses",
        f"{LIST}/responses",
        [
            (RESPONSES, RESPONSES.replace("responses:", "responses:§")),
            ('        "429": {$ref: "#/components/responses/TooMany"}\n', ""),
        ],
    ),
    Case(
        "documented-statuses",
        f"{CREATE}/responses",
        [
            ('      responses:\n        "201"', '      responses:§\n        "201"'),
            (line("409") + line("422"), line("409")),
        ],
    ),
    Case(
        "documented-statuses",
        "/paths/~1leads~1{lead_id}/delete/responses",
        [
            ("deleted: true}}\n      responses:\n", "deleted: true}}\n      responses:§\n"),
            (line("404"), ""),
        ],
    ),
    Case(
        "reply-content",
        "/paths/~1leads~1{lead_id}/delete/responses/204/content",
        [
            (
                "          description: Deleted, without a body.\n",
                """          description: Deleted, without a body.
          content:§
            application/json:
              schema: {$ref: "#/components/schemas/DeletionReply"}
              example: {data: {id: a, deleted: true}}
""",
            )
        ],
    ),
    Case(
        "reply-content",
        "/components/responses/Failed",
        [
            ("    Failed:\n", "    Failed:§\n"),
            (
                """      content:
        application/json:
          schema: {$ref: "#/components/schemas/FailureBody"}
          example: {detail: [{loc: [body, 0]}]}
""",
                "",
            ),
        ],
    ),
    Case(
        "json-only",
        "/components/responses/Failed/content/text~1plain",
        [
            (
                "      content:\n"
                "        application/json:\n"
                '          schema: {$ref: "#/components/schemas/FailureBody"}\n',
                '      content:\n        text/plain:§\n          schema: {$ref: "#/components/schemas/FailureBody"}\n',
            )
        ],
    ),
    Case(
        "json-only",
        f"{CREATE}/requestBody/content/application~1xml",
        [
            (
                "        content:\n          application/json:\n",
                "        content:\n          application/xml:§\n",
            )
        ],
    ),
    *[
        Case(
            "json-only",
            f"/paths/~1leads~1{{lead_id}}/delete/responses/200/content/{media.replace('/', '~1')}",
            [(DELETED, DELETED.replace("application/json:", f"{media}:§"))],
        )
        for media in ("application/hal+json", "text/csv")
    ],
    Case(
        "named-body",
        "/components/responses/Failed/content/application~1json/schema",
        [
            (
                'schema: {$ref: "#/components/schemas/FailureBody"}',
                'schema: {$ref: "#/components/schemas/LeadStatus"}§',
            ),
            ("example: {detail: [{loc: [body, 0]}]}", "example: active"),
        ],
    ),
    Case(
        "named-body",
        "/components/responses/Failed/content/application~1json/schema",
        [
            ('schema: {$ref: "#/components/schemas/FailureBody"}', "schema: {type: string}§"),
            ("example: {detail: [{loc: [body, 0]}]}", "example: It failed."),
        ],
    ),
    Case(
        "reply-headers",
        "/x-reply-headers",
        [("x-reply-headers:\n", "x-reply-headers:§\n"), (f"  X-RateLimit-Limit: {LIMIT}\n", "")],
    ),
    Case(
        "reply-headers",
        "/components/responses/TooMany",
        [
            ("    TooMany:\n", "    TooMany:§\n"),
            ('      headers:\n        Retry-After: {$ref: "#/components/headers/Retry-After"}\n', ""),
            ("    Retry-After:\n      description: When to come again.\n      schema: {type: string}\n", ""),
        ],
    ),
    Case(
        "reply-headers",
        f"{LIST}/responses/200/headers/X-RateLimit-Limit",
        [
            (
                "          description: A page.\n",
                f"          description: A page.\n          headers: {{X-RateLimit-Limit: {LIMIT}}}§\n",
            )
        ],
    ),
    Case(
        "header-type",
        "/components/headers/Limit/schema",
        [
            (
                "      description: A number about the limit.\n      schema: {type: integer}",
                "      description: A number about the limit.\n      schema: {type: number}§",
            )
        ],
    ),
    Case(
        "header-type",
        "/components/headers/Retry-After/schema",
        [
            (
                "      description: When to come again.\n      schema: {type: string}",
                "      description: When to come again.\n      schema: {type: boolean}§",
            )
        ],
    ),
    Case(
        "request-body",
        f"{LIST}/requestBody",
        [
            (
                "      x-page: {",
                """      requestBody:§
        required: true
        content:
          application/json:
            schema: {$ref: "#/components/schemas/Owner"}
            example: {name: x}
      x-page: {""",
            )
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_each_fault_is_found_at_its_place_and_only_once(case: Case) -> None:
    assert_found(case)


def test_a_reply_or_all_of_them_may_have_a_header_that_the_client_does_not_read() -> None:
    one = f"          description: A page.\n          headers: {{X-Request-Id: {LIMIT}}}\n"
    assert complaints([("          description: A page.\n", one)]) == []
    assert complaints([("x-reply-headers:\n", f"x-reply-headers:\n  X-Request-Id: {LIMIT}\n")]) == []


def test_without_shared_headers_each_reply_has_its_own() -> None:
    document = expanded(load(GOOD, "good.yaml"))
    assert check(document) == []
    del document.data["components"]["responses"]["Failed"]["headers"]["X-RateLimit-Limit"]
    assert [(found.rule, found.pointer) for found in check(document)] == [
        ("reply-headers", "/components/responses/Failed")
    ]
