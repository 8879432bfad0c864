"""Webhooks, broken rule by rule."""

from __future__ import annotations

import pytest

from .broken import Case, assert_found, complaints

MADE = "/components/schemas/LeadMadeDelivery"
DELIVERY = "/components/schemas/Delivery"
BODY = (
    "      properties:\n"
    "        event: {type: string, const: lead.made, description: The event.}\n"
    "        timestamp: {type: string, format: date-time, description: When.}\n"
)
CASES = [
    Case("only-models", "/x-deliveries", [("openapi: 3.1.0\n", "openapi: 3.1.0\nx-deliveries: some§\n")]),
    Case(
        "webhook-delivery",
        "/webhooks/lead made",
        [
            ("  lead.made:\n", "  lead made:§\n"),
            ("event: lead.made,", "event: lead made,"),
            ("const: lead.made", "const: lead made"),
            ("          lead.made: ", "          lead made: "),
        ],
    ),
    Case(
        "webhook-delivery",
        MADE,
        [
            ("    LeadMadeDelivery:\n", "    LeadMadeDelivery:§\n"),
            ("const: lead.made", "const: lead.was_made"),
            ("          lead.made: ", "          lead.was_made: "),
            ("event: lead.made,", "event: lead.was_made,"),
        ],
    ),
    Case(
        "webhook-delivery",
        f"{MADE}/properties/timestamp",
        [("timestamp: {type: string, format: date-time,", "timestamp: {type: string,§")],
    ),
    Case(
        "webhook-delivery",
        MADE,
        [
            ("    LeadMadeDelivery:\n", "    LeadMadeDelivery:§\n"),
            ("      required: [event, timestamp, data]", "      required: [event, timestamp]"),
        ],
    ),
    Case(
        "webhook-reply",
        "/webhooks/lead.made/post/responses",
        [
            (
                '      responses:\n        "2XX": {description: Received.}',
                '      responses:§\n        "200": {description: Received.}',
            )
        ],
    ),
    Case(
        "webhook-reply",
        "/webhooks/lead.made/post/responses/2XX",
        [
            (
                '"2XX": {description: Received.}',
                '"2XX": {description: Received., headers: {X-Seen: {description: x, schema: {type: string}}}}§',
            )
        ],
    ),
    Case(
        "delivery-union",
        "/webhooks/lead.made",
        [
            ("  lead.made:\n", "  lead.made:§\n"),
            ('        - {$ref: "#/components/schemas/LeadMadeDelivery"}\n', ""),
            ('          lead.made: "#/components/schemas/LeadMadeDelivery"\n', ""),
        ],
    ),
    Case(
        "delivery-union",
        f"{DELIVERY}/oneOf/2",
        [
            ("      discriminator:\n", '        - {$ref: "#/components/schemas/Other"}§\n      discriminator:\n'),
            ("          lead.made: ", '          other: "#/components/schemas/Other"\n          lead.made: '),
            (
                "    LeadMadeDelivery:\n",
                "    Other:\n      type: object\n      description: x\n      required: [event]\n"
                "      properties: {event: {type: string, const: other, description: x}}\n    LeadMadeDelivery:\n",
            ),
        ],
    ),
    Case(
        "listed-events",
        "/components/schemas/LeadStatus/enum",
        [("enum: [active, opted_out, email.sent]", "enum: [active, opted_out, email.sent, lead.made]§")],
    ),
    Case("delivery-union", "/webhooks", [("webhooks:\n", "webhooks:§\n"), ("    Delivery:\n", "    Event:\n")]),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_each_fault_is_found_at_its_place_and_only_once(case: Case) -> None:
    assert_found(case)


def test_an_event_that_the_mapping_has_and_the_options_lack_is_reported_once() -> None:
    [found] = complaints([('        - {$ref: "#/components/schemas/LeadMadeDelivery"}\n', "")])
    assert (found.pointer, found.remedy) == (f"{DELIVERY}/discriminator/mapping", "Add each to `oneOf`, or remove it.")


def test_an_event_that_the_mapping_lacks_is_written_out() -> None:
    [found] = complaints([('          lead.made: "#/components/schemas/LeadMadeDelivery"\n', "")])
    assert found.remedy == 'Write `lead.made: "#/components/schemas/LeadMadeDelivery"` here.'
