"""The FastAPI application that the vendor's pages describe: its document is what theirs may look like.

Written from the reference of the API and not from the spec. It answers nothing; only its document is used.
"""

from __future__ import annotations

import json
from functools import cache
from inspect import Parameter, Signature
from typing import Annotated, Any

from fastapi import FastAPI, Query, Security
from fastapi.security import APIKeyHeader

from tests.tools.upstream import enumerations as e
from tests.tools.upstream import models as m

LISTED = {
    "page": Annotated[int, Query(ge=1)],
    "page_size": Annotated[int, Query(alias="pageSize", ge=1, le=100)],
}
DEFAULTS: dict[str, Any] = {"page": 1, "page_size": 20}
KEY = Security(APIKeyHeader(name="X-API-Key"))
CAMPAIGN, STEP, THREAD = "/campaigns/{campaign_id}", "/campaigns/{campaign_id}/sequences", "/inbox/threads/{reply_id}"
DELETED, REMOVED = m.Envelope[m.Deleted], m.Envelope[m.Removed]


def _query(**filters: Any) -> dict[str, Any]:
    return {name: type_ | None for name, type_ in filters.items()}


# Method, path, model of the reply, model of the body, filters of a list, status, documented errors.
ROUTES: tuple[tuple[str, str, Any, Any, dict[str, Any], int, tuple[int, ...]], ...] = (
    ("GET", "/leads", m.Page[m.Lead], None,
     _query(search=str, status=e.LeadStatus, tags=str, email=str), 200, ()),
    ("POST", "/leads", m.Envelope[m.Lead], m.LeadCreate, {}, 201, (409, 429)),
    ("POST", "/leads/import", m.Envelope[m.Imported], m.LeadImport, {}, 200, (400, 402, 429)),
    ("GET", "/leads/{lead_id}", m.Envelope[m.Lead], None, {}, 200, (404,)),
    ("PATCH", "/leads/{lead_id}", m.Envelope[m.Lead], m.LeadUpdate, {}, 200, (404, 409)),
    ("DELETE", "/leads/{lead_id}", DELETED, None, {}, 200, (404,)),
    ("GET", "/leads/{lead_id}/activity", m.Envelope[m.Activity], None, {}, 200, (404,)),
    ("GET", "/campaigns", m.Page[m.Campaign], None, _query(status=e.CampaignStatus), 200, ()),
    ("POST", "/campaigns", m.Envelope[m.Campaign], m.CampaignCreate, {}, 201, ()),
    ("GET", CAMPAIGN, m.Envelope[m.Campaign], None, {}, 200, (404,)),
    ("PATCH", CAMPAIGN, m.Envelope[m.Campaign], m.CampaignUpdate, {}, 200, (400, 404)),
    ("DELETE", CAMPAIGN, DELETED, None, {}, 200, (400, 404)),
    ("POST", f"{CAMPAIGN}/start", m.Envelope[m.Campaign], None, {}, 200, (400, 404)),
    ("POST", f"{CAMPAIGN}/pause", m.Envelope[m.Campaign], None, {}, 200, (400, 404)),
    ("POST", f"{CAMPAIGN}/resume", m.Envelope[m.Campaign], None, {}, 200, (400, 404)),
    ("POST", f"{CAMPAIGN}/leads", m.Envelope[m.Added], m.LeadIds, {}, 200, ()),
    ("DELETE", f"{CAMPAIGN}/leads/{{lead_id}}", REMOVED, None, {}, 200, ()),
    ("POST", f"{CAMPAIGN}/accounts", m.Envelope[m.Added], m.AccountIds, {}, 200, ()),
    ("DELETE", f"{CAMPAIGN}/accounts/{{account_id}}", REMOVED, None, {}, 200, (404,)),
    ("GET", STEP, m.Envelope[list[m.Step]], None, {}, 200, ()),
    ("POST", STEP, m.Envelope[m.Step], m.StepCreate, {}, 201, (400, 404)),
    ("PATCH", f"{STEP}/{{sequence_id}}", m.Envelope[m.Step], m.StepUpdate, {}, 200, ()),
    ("DELETE", f"{STEP}/{{sequence_id}}", DELETED, None, {}, 200, (400, 404)),
    ("GET", "/templates", m.Page[m.Template], None, _query(category=e.Category), 200, ()),
    ("POST", "/templates", m.Envelope[m.Template], m.TemplateCreate, {}, 201, ()),
    ("GET", "/templates/{template_id}", m.Envelope[m.Template], None, {}, 200, (404,)),
    ("PATCH", "/templates/{template_id}", m.Envelope[m.Template], m.TemplateUpdate, {}, 200, (404,)),
    ("DELETE", "/templates/{template_id}", DELETED, None, {}, 200, ()),
    ("GET", "/email-accounts", m.Page[m.Account], None, {"page": int}, 200, ()),
    ("GET", "/email-accounts/{account_id}", m.Envelope[m.Account], None, {}, 200, ()),
    ("DELETE", "/email-accounts/{account_id}", DELETED, None, {}, 200, (404,)),
    ("GET", "/inbox/threads", m.Page[m.Thread], None,
     _query(category=e.ReplyCategory, search=str, isRead=bool, isStarred=bool, accountId=str, campaignId=str), 200, ()),
    ("GET", "/inbox/stats", m.Envelope[m.Stats], None, {}, 200, ()),
    ("GET", "/inbox/{reply_id}", m.Envelope[m.Thread], None, {}, 200, ()),
    ("PATCH", THREAD, m.Envelope[m.Thread], m.ThreadUpdate, {}, 200, (404,)),
    ("GET", f"{THREAD}/conversation", m.Envelope[m.Conversation], None, {}, 200, ()),
    ("POST", f"{THREAD}/reply", m.Envelope[m.Sent], m.ReplyIn, {}, 200, (400, 404, 500)),
    ("GET", "/analytics/overview", m.Envelope[m.Overview], None, {}, 200, ()),
    ("GET", "/analytics/campaigns/{campaign_id}", m.Envelope[m.CampaignAnalytics], None, {}, 200, ()),
    ("GET", "/webhooks/events", m.Envelope[list[e.WebhookEvent]], None, {}, 200, ()),
    ("GET", "/webhooks", m.Page[m.Webhook], None, {}, 200, ()),
    ("POST", "/webhooks", m.Envelope[m.NewWebhook], m.WebhookCreate, {}, 201, ()),
    ("PATCH", "/webhooks/{webhook_id}", m.Envelope[m.Webhook], m.WebhookUpdate, {}, 200, (404,)),
    ("DELETE", "/webhooks/{webhook_id}", DELETED, None, {}, 200, ()),
)  # fmt: skip


EVENTS: dict[e.WebhookEvent, Any] = {
    e.WebhookEvent.EMAIL_SENT: m.SentMail,
    e.WebhookEvent.EMAIL_FAILED: m.FailedMail,
    e.WebhookEvent.EMAIL_BOUNCED: m.BouncedMail,
    e.WebhookEvent.EMAIL_OPENED: m.Mail,
    e.WebhookEvent.REPLY_RECEIVED: m.ReceivedReply,
    e.WebhookEvent.REPLY_CATEGORIZED: m.CategorizedReply,
}  # No page shows the data of the others.


def application() -> FastAPI:
    app = FastAPI(title="FoxReach Public API", version="1.0.0")
    for event in e.WebhookEvent:
        app.webhooks.add_api_route(
            event, _function("POST", event, m.delivery(event, EVENTS.get(event)), {}, paged=False), methods=["POST"]
        )
    for method, path, reply, body, filters, status, errors in ROUTES:
        app.add_api_route(
            f"/api/v1{path}",
            _function(method, path, body, filters, paged="meta" in reply.model_fields),
            methods=[method],
            response_model=reply,
            status_code=status,
            responses={error: {"description": "Error"} for error in errors},
        )
    return app


def _function(method: str, path: str, body: Any, filters: dict[str, Any], *, paged: bool) -> Any:
    """Return a function with the parameters that FastAPI is to find."""

    def function(**_: Any) -> None:
        raise NotImplementedError

    taken: dict[str, Any] = {part[1:-1]: str for part in path.split("/") if part[:1] == "{"}
    taken |= {"payload": body} if body else {}
    taken |= {**LISTED, **filters} if paged else filters
    found = [_parameter(name, type_, optional=name in filters) for name, type_ in taken.items()]
    found.append(Parameter("key", Parameter.KEYWORD_ONLY, default=KEY, annotation=str))
    function.__signature__ = Signature(found)  # type: ignore[attr-defined]
    function.__name__ = f"{method.lower()}_{path.strip('/').replace('/', '_')}"
    return function


def _parameter(name: str, type_: Any, *, optional: bool) -> Parameter:
    default = DEFAULTS.get(name, None if optional else Parameter.empty)
    return Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=LISTED.get(name, type_))


@cache
def _text() -> str:
    return json.dumps(application().openapi())


def document() -> dict[str, Any]:
    """Return the document that FastAPI makes, for the caller to change."""
    found: dict[str, Any] = json.loads(_text())
    return found
