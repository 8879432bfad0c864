"""Repeating and settling a call, broken rule by rule."""

from __future__ import annotations

import pytest

from .broken import Case, assert_found

CREATE = "/paths/~1leads/post/x-call"
START = "/paths/~1campaigns~1{campaign_id}~1start/post/x-call"
SEND = "/paths/~1campaigns~1{campaign_id}~1steps/post/x-call"
KEY, KEYS = "/paths/~1leads/get/x-idempotency", "/paths/~1leads/post/x-idempotency"
REPEAT, NEVER = "x-call: {repeat: safe}", "x-call:\n        repeat: never"
SENT = "applied-when: sent-fields"
CASES = [
    Case("call-repeat", "/paths/~1leads/get/x-call/repeat", [("{repeat: safe}", "{repeat: always}§")]),
    Case("call-repeat", "/paths/~1leads/get/x-call/repeat", [("{repeat: safe}", "{repeat: idempotent}§")]),
    Case(
        "call-repeat", "/paths/~1leads~1{lead_id}/delete/x-call/repeat", [("{repeat: idempotent}", "{repeat: safe}§")]
    ),
    Case("idempotency", f"{KEY}", [(REPEAT, f"x-idempotency: {{header: Once}}§\n      {REPEAT}")]),
    Case("idempotency", f"{KEYS}/header", [(NEVER, f"x-idempotency: {{header: Cookie}}§\n      {NEVER}")]),
    Case("idempotency", f"{KEYS}/header", [(NEVER, f"x-idempotency: {{header: A B}}§\n      {NEVER}")]),
    Case(
        "idempotency",
        "/paths/~1leads/post/parameters/0/schema",
        [
            (
                NEVER,
                "x-idempotency: {header: Once}\n      parameters:\n        - "
                f"{{name: Once, in: header, description: x, schema: {{type: integer}}}}§\n      {NEVER}",
            )
        ],
    ),
    Case(
        "idempotency",
        f"{KEYS}/header",
        [
            (
                NEVER,
                "x-idempotency: {header: Once}§\n      parameters:\n        - "
                f"{{name: once, in: header, description: x, schema: {{type: string}}}}\n      {NEVER}",
            )
        ],
    ),
    Case("settling-call", f"{CREATE}/settled-by", [("repeat: never", "repeat: idempotent"), (SENT, f"{SENT}§")]),
    Case("settling-call", f"{CREATE}/settled-by/call", [("call: leads.list", "call: leads.find§")]),
    Case("settling-call", f"{START}/settled-by/call", [("call: campaigns.get", "call: campaigns.start§")]),
    Case("settling-arguments", f"{CREATE}/settled-by/with/mail", [("with: {email: email}", "with: {mail: email}§")]),
    Case("settling-arguments", f"{CREATE}/settled-by/with/email", [("with: {email: email}", "with: {email: mail}§")]),
    Case(
        "settling-arguments",
        f"{CREATE}/settled-by/with/email",
        [("with: {email: email}", "with: {email: custom_fields}§")],
    ),
    Case("settling-arguments", f"{START}/settled-by/with", [("with: {campaign_id: campaign_id}", "with: {}§")]),
    Case("settling-since", f"{CREATE}/settled-by/since", [(SENT, f"{SENT}, since: bornAt§")]),
    Case("settling-since", f"{CREATE}/settled-by/since", [(SENT, f"{SENT}, since: email§")]),
    Case(
        "settling-since",
        f"{START}/settled-by/since",
        [("state: {status: [active]}\n", "state: {status: [active]}\n          since: madeAt§\n")],
    ),
    Case("settling-proof", f"{CREATE}/settled-by/applied-when", [(SENT, "applied-when: luck§")]),
    Case(
        "settling-proof",
        f"{START}/settled-by",
        [("settled-by:\n", "settled-by:§\n"), ("          state: {status: [active]}\n", "")],
    ),
    Case("settling-proof", f"{CREATE}/settled-by", [(SENT, f"{SENT}, state: {{status: [active]}}§")]),
    Case("settling-proof", f"{START}/settled-by/state/mood", [("state: {status: [active]}", "state: {mood: [good]}§")]),
    Case(
        "settling-proof",
        f"{START}/settled-by/state/status/1",
        [("state: {status: [active]}", "state: {status: [active, gone]}§")],
    ),
    Case(
        "settling-proof",
        f"{START}/settled-by/applied-when",
        [("applied-when: state\n          state: {status: [active]}\n", "applied-when: sent-fields§\n")],
    ),
    Case("settling-proof", f"{CREATE}/settled-by/applied-when", [(SENT, "applied-when: sent-message§")]),
    Case(
        "settling-proof",
        f"{SEND}/settled-by/applied-when",
        [("applied-when: sent-message", "applied-when: sent-fields§")],
    ),
    Case(
        "settling-proof",
        f"{CREATE}/settled-by/applied-when",
        [
            (SENT, f"{SENT}§"),
            (
                "        customFields: {type: object, additionalProperties: true, description: Values of one's own.}\n",
                "",
            ),
        ],
    ),
    Case(
        "settling-proof",
        f"{SEND}/settled-by/applied-when",
        [
            ("applied-when: sent-message", "applied-when: sent-message§"),
            ("      required: [body, direction]", "      required: [body]"),
            ("        direction: {type: string, description: Sent or received.}\n", ""),
            ("{body: Hello, direction: sent}", "{body: Hello}"),
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_each_fault_is_found_at_its_place_and_only_once(case: Case) -> None:
    assert_found(case)
