"""Names of operations and resources, broken rule by rule."""

from __future__ import annotations

import pytest

from .broken import Case, assert_found

LIST = "/paths/~1leads/get"
TAGS = "  - name: campaigns.steps\n    description: Steps of a campaign.\n"
CASES = [
    Case(
        "operation-id",
        f"{LIST}/operationId",
        [("operationId: leads.list", "operationId: leads.List§"), ("call: leads.list", "call: leads.List")],
    ),
    Case(
        "operation-id",
        f"{LIST}/operationId",
        [("operationId: leads.list", "operationId: leads.import§"), ("call: leads.list", "call: leads.import")],
    ),
    Case(
        "operation-id",
        f"{LIST}/operationId",
        [("operationId: leads.list", "operationId: leads._list§"), ("call: leads.list", "call: leads._list")],
    ),
    Case(
        "operation-id",
        "/paths/~1campaigns~1{campaign_id}~1steps/get/operationId",
        [
            ("operationId: campaigns.steps.list", "operationId: campaigns.steps.all.list§"),
            ("tags: [campaigns.steps]", "tags: [campaigns.steps.all]"),
            ("call: campaigns.steps.list", "call: campaigns.steps.all.list"),
            (TAGS, TAGS + "  - {name: campaigns.steps.all, description: All.}\n"),
        ],
    ),
    Case(
        "operation-id",
        "/paths/~1leads~1{lead_id}/delete/operationId",
        [("operationId: leads.delete", "operationId: delete§")],
    ),
    *[
        Case(
            "operation-id",
            "/paths/~1leads~1{lead_id}/delete/operationId",
            [("operationId: leads.delete", f"operationId: leads.{name}§")],
        )
        for name in ("str", "models", "deprecated", "cached_property")
    ],
    Case(
        "distinct-operations",
        "/paths/~1leads~1{lead_id}/delete/operationId",
        [("operationId: leads.delete", "operationId: leads.create§")],
    ),
    Case(
        "distinct-operations",
        "/paths/~1campaigns~1{campaign_id}~1steps/get/operationId",
        [
            ("operationId: campaigns.start", "operationId: campaigns.steps_list"),
            ("operationId: campaigns.steps.list", "operationId: campaigns.steps.list§"),
        ],
    ),
    Case("one-tag", f"{LIST}/tags", [("tags: [leads]", "tags: [leads, campaigns]§")]),
    Case("one-tag", f"{LIST}/tags", [("tags: [leads]", "tags: [campaigns]§")]),
    Case("one-tag", f"{LIST}/tags", [("tags: [leads]", "tags: []§")]),
    Case(
        "declared-tags",
        f"{LIST}/tags",
        [("  - name: leads\n    description: People.\n", ""), ("tags: [leads]\n", "tags: [leads] #§\n")],
    ),
    Case("declared-tags", "/tags/3", [(TAGS, TAGS + "  - {name: tasks, description: None.}§\n")]),
    Case("declared-tags", "/tags/3", [(TAGS, TAGS + "  - {name: leads, description: Again.}§\n")]),
    Case(
        "declared-tags",
        "/tags/2",
        [
            ("- name: campaigns.steps", "- name: groups.steps§"),
            ("operationId: campaigns.steps.list", "operationId: groups.steps.list"),
            ("operationId: campaigns.steps.send", "operationId: groups.steps.send"),
            ("call: campaigns.steps.list", "call: groups.steps.list"),
            ("tags: [campaigns.steps]\n", "tags: [groups.steps]\n"),
            ("tags: [campaigns.steps]\n", "tags: [groups.steps]\n"),
        ],
    ),
    Case(
        "resource-names",
        "/tags/2/name",
        [
            ("operationId: campaigns.start", "operationId: campaigns.steps"),
            ("- name: campaigns.steps", "- name: campaigns.steps§"),
        ],
    ),
    Case(
        "resource-names",
        "/tags/0/name",
        [
            ("- name: leads", "- name: close§"),
            *[
                (f"operationId: leads.{name}\n      tags: [leads]", f"operationId: close.{name}\n      tags: [close]")
                for name in ("list", "create", "delete")
            ],
            ("call: leads.list", "call: close.list"),
        ],
    ),
    Case(
        "resource-names",
        "/tags/2/name",
        [
            ("- name: leads", "- name: campaigns_steps"),
            ("- name: campaigns.steps", "- name: campaigns.steps§"),
            *[
                (
                    f"operationId: leads.{name}\n      tags: [leads]",
                    f"operationId: campaigns_steps.{name}_leads\n      tags: [campaigns_steps]",
                )
                for name in ("list", "create", "delete")
            ],
            ("call: leads.list", "call: campaigns_steps.list_leads"),
        ],
    ),
    Case("evidence", f"{LIST}/x-evidence", [("x-evidence: docs", "x-evidence: rumour§")]),
    Case(
        "some-operation",
        "/paths/~1leads~1{lead_id}~1notes",
        [("  /leads/{lead_id}:\n", "  /leads/{lead_id}/notes: {}§\n  /leads/{lead_id}:\n")],
    ),
    *(
        Case("summary", f"{LIST}/summary", [("summary: List leads", f"summary: {words}§")])
        for words in ("List leads.", "list leads", "Every lead", "The leads of the workspace", "2 leads")
    ),
    Case("summary", "/webhooks/lead.made/post/summary", [("summary: Lead made", "summary: A lead was made§")]),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_each_fault_is_found_at_its_place_and_only_once(case: Case) -> None:
    assert_found(case)
