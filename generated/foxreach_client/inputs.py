# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""What an argument takes besides a model: the text of an enumeration's value, a mapping in place of a struct."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, Required, TypeAlias, TypedDict

from . import models

LeadStatusInput: TypeAlias = models.LeadStatus | Literal["active", "bounced", "unsubscribed", "replied"]
"""`LeadStatus`, or the text of one; a value this version does not know is passed as `LeadStatus("...")`."""

LeadSourceInput: TypeAlias = models.LeadSource | Literal["api", "csv_import", "manual"] | str
"""`LeadSource`, or the text of one; a value this version does not know is passed as `LeadSource("...")`."""

CampaignStatusInput: TypeAlias = models.CampaignStatus | Literal["draft", "active", "paused", "completed"] | str
"""`CampaignStatus`, or the text of one; a value this version does not know is passed as `CampaignStatus("...")`."""

TemplateCategoryInput: TypeAlias = models.TemplateCategory | Literal["email", "reply_macro", "snippet"] | str
"""`TemplateCategory`, or the text of one; a value this version does not know is passed as `TemplateCategory("...")`."""

ReplyCategoryInput: TypeAlias = (
    models.ReplyCategory
    | Literal["interested", "not_interested", "out_of_office", "uncategorized", "unknown", "bounce"]
    | str
)
"""`ReplyCategory`, or the text of one; a value this version does not know is passed as `ReplyCategory("...")`."""

WritableReplyCategoryInput: TypeAlias = (
    models.WritableReplyCategory | Literal["interested", "not_interested", "out_of_office", "uncategorized", "unknown"]
)
"""`WritableReplyCategory`, or the text of one; a value this version does not know is passed as `WritableReplyCategory("...")`."""

WebhookEventInput: TypeAlias = (
    models.WebhookEvent
    | Literal[
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
    ]
)
"""`WebhookEvent`, or the text of one; a value this version does not know is passed as `WebhookEvent("...")`."""


class LeadCreateDict(TypedDict, total=False):
    """`LeadCreate` as a mapping; the keys are the names of its fields in Python."""

    email: Required[str]
    first_name: str | None
    last_name: str | None
    company: str | None
    title: str | None
    phone: str | None
    linkedin_url: str | None
    website: str | None
    tags: Sequence[str] | None
    custom_fields: dict[str, Any] | None
    notes: str | None
    source: LeadSourceInput
    status: LeadStatusInput


LeadCreateInput: TypeAlias = models.LeadCreate | LeadCreateDict
"""`LeadCreate`, or a mapping with the names of its fields."""
