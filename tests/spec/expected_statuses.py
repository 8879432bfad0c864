"""The statuses of every operation, written down from the table of the API reference, not from the spec.

A row reads: the operation, how well it is known, where it is, its successes, and the errors that its page or its kind
adds. The errors that every operation has stand once, in EVERYWHERE. A status that the spec loses makes a test fail.
"""

from __future__ import annotations

from typing import Final, NamedTuple

# 401 beside 403: the vendor's SDK knows it, its pages do not. 5XX is what a gateway answers.
EVERYWHERE: Final = "401 403 429 500 5XX"


class Row(NamedTuple):
    """One operation as the reference has it."""

    call: str
    evidence: str
    method: str
    path: str
    successes: str
    errors: str

    @property
    def statuses(self) -> set[str]:
        return set(f"{self.successes} {self.errors} {EVERYWHERE}".split())


# Operations whose calls the cases of tests/client cannot make: files, forms, cursors, lists in a query, headers (also
# that of an idempotency key), replies without an envelope. A test of its own calls each.
BY_HAND: Final = frozenset[str]()
STEPS: Final = "/campaigns/{campaign_id}/sequences"
THREAD: Final = "/inbox/threads/{reply_id}"

ROWS: Final = (
    Row("leads.list", "sdk", "get", "/leads", "200", "422"),
    Row("leads.create", "docs", "post", "/leads", "201", "400 402 409 422"),
    Row("leads.import_leads", "docs", "post", "/leads/import", "200 201", "400 402 422"),
    Row("leads.get", "sdk", "get", "/leads/{lead_id}", "200", "404"),
    Row("leads.update", "partly", "patch", "/leads/{lead_id}", "200", "400 404 409 422"),
    Row("leads.delete", "docs", "delete", "/leads/{lead_id}", "200 204", "404"),
    Row("leads.activity", "partly", "get", "/leads/{lead_id}/activity", "200", "404"),
    Row("campaigns.list", "sdk", "get", "/campaigns", "200", "422"),
    Row("campaigns.create", "docs", "post", "/campaigns", "201", "400 422"),
    Row("campaigns.get", "sdk", "get", "/campaigns/{campaign_id}", "200", "404"),
    Row("campaigns.update", "docs", "patch", "/campaigns/{campaign_id}", "200", "400 404 422"),
    Row("campaigns.delete", "docs", "delete", "/campaigns/{campaign_id}", "200 204", "400 404"),
    Row("campaigns.start", "docs", "post", "/campaigns/{campaign_id}/start", "200", "400 404"),
    Row("campaigns.pause", "docs", "post", "/campaigns/{campaign_id}/pause", "200", "400 404"),
    Row("campaigns.resume", "docs", "post", "/campaigns/{campaign_id}/resume", "200", "400 404"),
    Row("campaigns.add_leads", "sdk", "post", "/campaigns/{campaign_id}/leads", "200 201", "400 404 422"),
    Row("campaigns.remove_lead", "sdk", "delete", "/campaigns/{campaign_id}/leads/{lead_id}", "200 204", "404"),
    Row("campaigns.add_accounts", "sdk", "post", "/campaigns/{campaign_id}/accounts", "200 201", "400 404 422"),
    Row(
        "campaigns.remove_account", "docs", "delete", "/campaigns/{campaign_id}/accounts/{account_id}", "200 204", "404"
    ),
    Row("campaigns.sequences.list", "sdk", "get", STEPS, "200", "404"),
    Row("campaigns.sequences.create", "docs", "post", STEPS, "201", "400 404 422"),
    Row("campaigns.sequences.update", "docs", "patch", f"{STEPS}/{{sequence_id}}", "200", "400 404 422"),
    Row("campaigns.sequences.delete", "docs", "delete", f"{STEPS}/{{sequence_id}}", "200 204", "400 404"),
    Row("templates.list", "partly", "get", "/templates", "200", "422"),
    Row("templates.create", "partly", "post", "/templates", "201", "400 422"),
    Row("templates.get", "docs", "get", "/templates/{template_id}", "200", "404"),
    Row("templates.update", "docs", "patch", "/templates/{template_id}", "200", "400 404 422"),
    Row("templates.delete", "sdk", "delete", "/templates/{template_id}", "200 204", "404"),
    Row("email_accounts.list", "partly", "get", "/email-accounts", "200", "422"),
    Row("email_accounts.get", "sdk", "get", "/email-accounts/{account_id}", "200", "404"),
    Row("email_accounts.delete", "docs", "delete", "/email-accounts/{account_id}", "200 204", "404"),
    Row("inbox.list_threads", "docs", "get", "/inbox/threads", "200", "422"),
    Row("inbox.get", "sdk", "get", "/inbox/{reply_id}", "200", "404"),
    Row("inbox.update", "docs", "patch", THREAD, "200", "400 404 422"),
    Row("inbox.get_conversation", "partly", "get", f"{THREAD}/conversation", "200", "404"),
    Row("inbox.send_reply", "docs", "post", f"{THREAD}/reply", "200", "400 404 422"),
    Row("inbox.stats", "docs", "get", "/inbox/stats", "200", ""),
    Row("analytics.overview", "sdk", "get", "/analytics/overview", "200", ""),
    Row("analytics.campaign", "sdk", "get", "/analytics/campaigns/{campaign_id}", "200", "404"),
    Row("webhooks.list_events", "sdk", "get", "/webhooks/events", "200", ""),
    Row("webhooks.list", "sdk", "get", "/webhooks", "200", "422"),
    Row("webhooks.create", "partly", "post", "/webhooks", "201", "400 422"),
    Row("webhooks.update", "docs", "patch", "/webhooks/{webhook_id}", "200", "400 404 422"),
    Row("webhooks.delete", "sdk", "delete", "/webhooks/{webhook_id}", "200 204", "404"),
)

EVENTS: Final = (
    "email.sent",
    "email.failed",
    "email.bounced",
    "email.opened",
    "reply.received",
    "reply.categorized",
    "campaign.started",
    "campaign.paused",
    "campaign.completed",
    "lead.created",
    "lead.updated",
)
