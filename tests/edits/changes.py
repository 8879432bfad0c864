"""Ten edits of the spec, each with what CONTRIBUTING tells a person to change beside it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

SPEC: Final = "spec/foxreach.yaml"
ROWS: Final = "tests/spec/expected_statuses.py"
UNIMPLEMENTED: Final = (
    "tests/sandbox/test_engine.py",
    "FROM_EXAMPLES = frozenset[str]()",
)  # Operations without behaviour.


@dataclass(frozen=True)
class Edit:
    """Replacements of text: a file, a text that occurs in it exactly once, and the text that replaces it."""

    name: str
    replacements: tuple[tuple[str, str, str], ...]

    def __str__(self) -> str:
        return self.name

    def apply(self, checkout: Path, *, spec: bool) -> None:
        """Change the spec in *checkout*, or, without *spec*, the other files."""
        for file, old, new in self.replacements:
            if spec is not (file == SPEC):
                continue
            path = checkout / file
            text = path.read_text("utf-8")
            assert text.count(old) == 1, f"{file} has {text.count(old)} times: {old}"
            path.write_text(text.replace(old, new), "utf-8")


def before(file: str, place: str, added: str) -> tuple[str, str, str]:
    """Return the replacement that writes *added* before *place*."""
    return file, place, f"{added}{place}"


def after(file: str, place: str, added: str) -> tuple[str, str, str]:
    """Return the replacement that writes *added* after *place*."""
    return file, place, f"{place}{added}"


def row(call: str, path: str) -> str:
    """Return the row of a documented GET that answers 200 or 404."""
    return f'    Row("{call}", "docs", "get", "{path}", "200", "404"),\n'


ERRORS: Final = """\
        "401": {$ref: "#/components/responses/Unauthorized"}
        "403": {$ref: "#/components/responses/Forbidden"}
        "404": {$ref: "#/components/responses/NotFound"}
        "429": {$ref: "#/components/responses/TooManyRequests"}
        "500": {$ref: "#/components/responses/ServerError"}
        "5XX": {$ref: "#/components/responses/GatewayError"}
"""
ADD_OPERATION: Final = f"""\
    get:
      operationId: webhooks.get
      tags: [webhooks]
      summary: Get a webhook
      x-evidence: docs
      x-call: {{repeat: safe}}
      x-result: data
      responses:
        "200":
          description: The webhook.
          content:
            application/json:
              schema: {{$ref: "#/components/schemas/WebhookReply"}}
              example:
                data:
                  id: cwh_8rs9
                  url: https://hooks.example.com/foxreach
                  events: [reply.received]
                  isActive: true
                  lastDeliveredAt: null
                  consecutiveFailures: 0
                  createdAt: "2025-01-15T10:30:00"
                  updatedAt: "2025-01-15T10:30:00"
{ERRORS}"""
NEW_RESOURCE: Final = f"""\
  /segments/{{segment_id}}:
    parameters:
      - name: segment_id
        in: path
        required: true
        description: Id of the segment.
        schema: {{type: string}}
    get:
      operationId: segments.get
      tags: [segments]
      summary: Get a segment
      x-evidence: docs
      x-call: {{repeat: safe}}
      x-result: data
      responses:
        "200":
          description: The segment.
          content:
            application/json:
              schema: {{$ref: "#/components/schemas/SegmentReply"}}
              example: {{data: {{id: seg_1, name: Partners}}}}
{ERRORS}"""
TAG: Final = "  - {name: segments, description: Parts of the leads.}\n"
SEGMENTS: Final = """\
    SegmentReply:
      type: object
      description: The envelope of one segment.
      required: [data]
      properties:
        data: {$ref: "#/components/schemas/Segment", description: "The segment."}
    Segment:
      type: object
      description: A named part of the leads.
      required: [id, name]
      properties:
        id: {type: string, description: "Id of the segment.", x-personal: false}
        name: {type: string, description: "Name of the segment.", x-personal: false}
"""
NEW_EVENT: Final = """\
  lead.deleted:
    post:
      summary: Lead deleted
      description: The content of the data is not documented.
      requestBody:
        required: true
        description: The event.
        content:
          application/json:
            schema: {$ref: "#/components/schemas/LeadDeletedDelivery"}
            example:
              event: lead.deleted
              timestamp: "2025-01-20T09:00:00Z"
              data:
                leadId: cld_4kq2
      responses:
        "2XX":
          description: Received within 5 seconds. Otherwise FoxReach sends the event again after 1, 5 and 30 minutes.

"""
DELIVERY: Final = """\
    LeadDeletedDelivery:
      type: object
      description: A lead was deleted.
      required: [event, timestamp, data]
      properties:
        event: {type: string, const: lead.deleted, description: "Name of the event."}
        timestamp: {type: string, format: date-time, description: "When it happened, in UTC."}
        data:
          type: object
          x-personal: true
          description: Probably contains at least the leadId.
          additionalProperties: true
"""

TOO_LARGE: Final = """\
    ContentTooLarge:
      description: The body is too large.
      x-exception: ContentTooLargeError
      x-advice: Send less at once.
      content:
        application/json:
          schema: {$ref: "#/components/schemas/ErrorBody"}
          example: {detail: The body is too large}
"""

ADD: Final = Edit(
    "add-operation",
    (
        after(
            SPEC,
            '  /webhooks/{webhook_id}:\n    parameters:\n      - $ref: "#/components/parameters/WebhookId"\n',
            ADD_OPERATION,
        ),
        before(ROWS, '    Row("webhooks.update"', row("webhooks.get", "/webhooks/{webhook_id}")),
        after(*UNIMPLEMENTED, ' | {"webhooks.get"}'),
    ),
)
RENAME: Final = Edit(
    "rename-operation",
    (
        (SPEC, "      operationId: analytics.overview\n", "      operationId: analytics.workspace\n"),
        (ROWS, '"analytics.overview"', '"analytics.workspace"'),
        ("sandbox/foxreach_sandbox/behaviour/analytics.py", '"analytics.overview"', '"analytics.workspace"'),
        ("tests/types/results.py", "type(client.analytics.overview()", "type(client.analytics.workspace()"),
        ("tests/types/results.py", "type(await client.analytics.overview()", "type(await client.analytics.workspace()"),
    ),
)
DEPRECATE: Final = Edit(
    "deprecate",
    (after(SPEC, "      operationId: leads.activity\n", "      deprecated: true\n"),),
)
REQUIRE: Final = Edit(
    "require-parameter",
    (after(SPEC, "          description: Only campaigns with this status.\n", "          required: true\n"),),
)
STATUS: Final = Edit(
    "new-status",
    (
        after(
            SPEC,
            'one more lead can exceed the same limit.\n        "402": {$ref: "#/components/responses/PlanLimit"}\n',
            '        "413": {$ref: "#/components/responses/ContentTooLarge"}\n',
        ),
        before(SPEC, "    Unprocessable:\n", TOO_LARGE),
        (ROWS, '"201", "400 402 409 422"),', '"201", "400 402 409 413 422"),'),
    ),
)
EVENT: Final = Edit(
    "new-event",
    (
        before(SPEC, "components:\n  securitySchemes:\n", NEW_EVENT),
        after(SPEC, "        - lead.created\n        - lead.updated\n", "        - lead.deleted\n"),
        after(
            SPEC,
            '        - {$ref: "#/components/schemas/LeadUpdatedDelivery"}\n',
            '        - {$ref: "#/components/schemas/LeadDeletedDelivery"}\n',
        ),
        after(
            SPEC,
            '          lead.updated: "#/components/schemas/LeadUpdatedDelivery"\n',
            '          lead.deleted: "#/components/schemas/LeadDeletedDelivery"\n',
        ),
        before(SPEC, "    EmailSentDelivery:\n", DELIVERY),
        after(ROWS, '    "lead.updated",\n', '    "lead.deleted",\n'),
    ),
)
VALUE: Final = Edit(
    "new-enumeration-value",
    (after(SPEC, "      enum: [draft, active, paused, completed", ", archived"),),
)
HEADER: Final = Edit(
    "new-header",
    (
        after(
            SPEC,
            '  X-RateLimit-Reset: {$ref: "#/components/headers/X-RateLimit-Reset"}\n',
            '  X-Request-Id: {$ref: "#/components/headers/X-Request-Id"}\n',
        ),
        before(
            SPEC,
            "    # C28: Documented as whole seconds.",
            "    X-Request-Id:\n      description: Id of the request.\n      schema: {type: string}\n",
        ),
    ),
)
RESOURCE: Final = Edit(
    "new-resource",
    (
        after(SPEC, "    description: Statistics of the workspace and of each campaign.\n", TAG),
        before(SPEC, "  /analytics/overview:\n", NEW_RESOURCE),
        before(SPEC, "    WebhookEvent:\n", SEGMENTS),
        before(ROWS, '    Row("webhooks.list_events"', row("segments.get", "/segments/{segment_id}")),
        after(*UNIMPLEMENTED, ' | {"segments.get"}'),
    ),
)


def _part(first: str, following: str) -> str:
    """Return the text of this checkout's spec from *first* to *following*."""
    spec = (Path(__file__).parents[2] / SPEC).read_text("utf-8")
    start = spec.index(first)
    return spec[start : spec.index(following, start)]


REMOVE: Final = Edit(
    "remove-operation",
    (
        (SPEC, _part("  /analytics/campaigns/{campaign_id}:\n", "  # ----"), ""),
        (SPEC, _part("    CampaignAnalyticsReply:\n", "    # ----"), ""),
        (
            ROWS,
            '    Row("analytics.campaign", "sdk", "get", "/analytics/campaigns/{campaign_id}", "200", "404"),\n',
            "",
        ),
        ("sandbox/foxreach_sandbox/behaviour/analytics.py", ', "analytics.campaign": of_campaign', ""),
        ("tests/types/results.py", '    assert_type(client.analytics.campaign("cmp_1"), CampaignAnalytics)\n', ""),
    ),
)
EDITS: Final = (ADD, RENAME, DEPRECATE, REQUIRE, STATUS, EVENT, VALUE, HEADER, RESOURCE, REMOVE)
