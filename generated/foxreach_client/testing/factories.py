# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""One factory per model: `lead(email="john@example.com")` is the document's example, but for what is passed."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any, Final, Literal, TypeAlias, TypedDict, Unpack

from foxreach_testing.examples import Examples
from foxreach_testing.making import made
from msgspec import UnsetType

from .. import models

EXAMPLES: Final = Examples(__name__.rsplit(".", 2)[0])

LeadStatusGiven: TypeAlias = models.LeadStatus | Literal["active", "bounced", "unsubscribed", "replied"]
LeadSourceGiven: TypeAlias = models.LeadSource | Literal["api", "csv_import", "manual"] | str
ActivityTypeGiven: TypeAlias = models.ActivityType | Literal["email_sent", "reply_received"] | str
ActivityEmailTypeGiven: TypeAlias = models.ActivityEmailType | Literal["campaign"] | str
CampaignStatusGiven: TypeAlias = models.CampaignStatus | Literal["draft", "active", "paused", "completed"] | str
TemplateCategoryGiven: TypeAlias = models.TemplateCategory | Literal["email", "reply_macro", "snippet"] | str
ReplyCategoryGiven: TypeAlias = (
    models.ReplyCategory
    | Literal["interested", "not_interested", "out_of_office", "uncategorized", "unknown", "bounce"]
    | str
)
WritableReplyCategoryGiven: TypeAlias = (
    models.WritableReplyCategory | Literal["interested", "not_interested", "out_of_office", "uncategorized", "unknown"]
)
MessageDirectionGiven: TypeAlias = models.MessageDirection | Literal["sent", "received"]
WebhookEventGiven: TypeAlias = (
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
BounceTypeGiven: TypeAlias = models.BounceType | Literal["hard"] | str


class ErrorBodyFields(TypedDict, total=False):
    """The fields of `ErrorBody`, none of which must be passed."""

    detail: str


def error_body(**fields: Unpack[ErrorBodyFields]) -> models.ErrorBody:
    """Return the document's example of `ErrorBody`, but for *fields*."""
    return made(EXAMPLES, models.ErrorBody, fields)


class PlanLimitBodyFields(TypedDict, total=False):
    """The fields of `PlanLimitBody`, none of which must be passed."""

    detail: str | dict[str, Any]


def plan_limit_body(**fields: Unpack[PlanLimitBodyFields]) -> models.PlanLimitBody:
    """Return the document's example of `PlanLimitBody`, but for *fields*."""
    return made(EXAMPLES, models.PlanLimitBody, fields)


class ValidationBodyFields(TypedDict, total=False):
    """The fields of `ValidationBody`, none of which must be passed."""

    detail: str | Sequence[models.ValidationItem]


def validation_body(**fields: Unpack[ValidationBodyFields]) -> models.ValidationBody:
    """Return the document's example of `ValidationBody`, but for *fields*."""
    return made(EXAMPLES, models.ValidationBody, fields)


class ValidationItemFields(TypedDict, total=False):
    """The fields of `ValidationItem`, none of which must be passed."""

    loc: Sequence[str | int]
    msg: str
    type: str


def validation_item(**fields: Unpack[ValidationItemFields]) -> models.ValidationItem:
    """Return the document's example of `ValidationItem`, but for *fields*."""
    return made(EXAMPLES, models.ValidationItem, fields)


class RateLimitBodyFields(TypedDict, total=False):
    """The fields of `RateLimitBody`, none of which must be passed."""

    error: str
    code: str
    details: models.RateLimitDetails


def rate_limit_body(**fields: Unpack[RateLimitBodyFields]) -> models.RateLimitBody:
    """Return the document's example of `RateLimitBody`, but for *fields*."""
    return made(EXAMPLES, models.RateLimitBody, fields)


class RateLimitDetailsFields(TypedDict, total=False):
    """The fields of `RateLimitDetails`, none of which must be passed."""

    limit: int
    reset: int


def rate_limit_details(**fields: Unpack[RateLimitDetailsFields]) -> models.RateLimitDetails:
    """Return the document's example of `RateLimitDetails`, but for *fields*."""
    return made(EXAMPLES, models.RateLimitDetails, fields)


class GatewayErrorBodyFields(TypedDict, total=False):
    """The fields of `GatewayErrorBody`, none of which must be passed."""

    detail: str | None | UnsetType


def gateway_error_body(**fields: Unpack[GatewayErrorBodyFields]) -> models.GatewayErrorBody:
    """Return the document's example of `GatewayErrorBody`, but for *fields*."""
    return made(EXAMPLES, models.GatewayErrorBody, fields)


class PageMetaFields(TypedDict, total=False):
    """The fields of `PageMeta`, none of which must be passed."""

    page: int
    page_size: int
    total: int
    total_pages: int


def page_meta(**fields: Unpack[PageMetaFields]) -> models.PageMeta:
    """Return the document's example of `PageMeta`, but for *fields*."""
    return made(EXAMPLES, models.PageMeta, fields)


class DeletionReplyFields(TypedDict, total=False):
    """The fields of `DeletionReply`, none of which must be passed."""

    data: models.Deletion


def deletion_reply(**fields: Unpack[DeletionReplyFields]) -> models.DeletionReply:
    """Return the document's example of `DeletionReply`, but for *fields*."""
    return made(EXAMPLES, models.DeletionReply, fields)


class DeletionFields(TypedDict, total=False):
    """The fields of `Deletion`, none of which must be passed."""

    id: str
    deleted: bool


def deletion(**fields: Unpack[DeletionFields]) -> models.Deletion:
    """Return the document's example of `Deletion`, but for *fields*."""
    return made(EXAMPLES, models.Deletion, fields)


class RemovalReplyFields(TypedDict, total=False):
    """The fields of `RemovalReply`, none of which must be passed."""

    data: models.Removal


def removal_reply(**fields: Unpack[RemovalReplyFields]) -> models.RemovalReply:
    """Return the document's example of `RemovalReply`, but for *fields*."""
    return made(EXAMPLES, models.RemovalReply, fields)


class RemovalFields(TypedDict, total=False):
    """The fields of `Removal`, none of which must be passed."""

    removed: bool


def removal(**fields: Unpack[RemovalFields]) -> models.Removal:
    """Return the document's example of `Removal`, but for *fields*."""
    return made(EXAMPLES, models.Removal, fields)


class AdditionReplyFields(TypedDict, total=False):
    """The fields of `AdditionReply`, none of which must be passed."""

    data: models.Addition


def addition_reply(**fields: Unpack[AdditionReplyFields]) -> models.AdditionReply:
    """Return the document's example of `AdditionReply`, but for *fields*."""
    return made(EXAMPLES, models.AdditionReply, fields)


class AdditionFields(TypedDict, total=False):
    """The fields of `Addition`, none of which must be passed."""

    added: int | None | UnsetType


def addition(**fields: Unpack[AdditionFields]) -> models.Addition:
    """Return the document's example of `Addition`, but for *fields*."""
    return made(EXAMPLES, models.Addition, fields)


class LeadFields(TypedDict, total=False):
    """The fields of `Lead`, none of which must be passed."""

    id: str
    email: str
    first_name: str | None
    last_name: str | None
    company: str | None
    title: str | None
    phone: str | None
    linkedin_url: str | None
    website: str | None
    custom_fields: dict[str, Any] | None
    notes: str | None
    source: LeadSourceGiven | None
    status: LeadStatusGiven
    last_contacted_at: datetime.datetime | None
    tags: Sequence[str] | None | UnsetType
    created_at: datetime.datetime
    updated_at: datetime.datetime


def lead(**fields: Unpack[LeadFields]) -> models.Lead:
    """Return the document's example of `Lead`, but for *fields*."""
    return made(EXAMPLES, models.Lead, fields)


class LeadReplyFields(TypedDict, total=False):
    """The fields of `LeadReply`, none of which must be passed."""

    data: models.Lead


def lead_reply(**fields: Unpack[LeadReplyFields]) -> models.LeadReply:
    """Return the document's example of `LeadReply`, but for *fields*."""
    return made(EXAMPLES, models.LeadReply, fields)


class LeadPageFields(TypedDict, total=False):
    """The fields of `LeadPage`, none of which must be passed."""

    data: Sequence[models.Lead]
    meta: models.PageMeta


def lead_page(**fields: Unpack[LeadPageFields]) -> models.LeadPage:
    """Return the document's example of `LeadPage`, but for *fields*."""
    return made(EXAMPLES, models.LeadPage, fields)


class LeadCreateFields(TypedDict, total=False):
    """The fields of `LeadCreate`, none of which must be passed."""

    email: str
    first_name: str | None | UnsetType
    last_name: str | None | UnsetType
    company: str | None | UnsetType
    title: str | None | UnsetType
    phone: str | None | UnsetType
    linkedin_url: str | None | UnsetType
    website: str | None | UnsetType
    tags: Sequence[str] | None | UnsetType
    custom_fields: dict[str, Any] | None | UnsetType
    notes: str | None | UnsetType
    source: LeadSourceGiven | UnsetType
    status: LeadStatusGiven | UnsetType


def lead_create(**fields: Unpack[LeadCreateFields]) -> models.LeadCreate:
    """Return the document's example of `LeadCreate`, but for *fields*."""
    return made(EXAMPLES, models.LeadCreate, fields)


class LeadUpdateFields(TypedDict, total=False):
    """The fields of `LeadUpdate`, none of which must be passed."""

    email: str | UnsetType
    first_name: str | None | UnsetType
    last_name: str | None | UnsetType
    company: str | None | UnsetType
    title: str | None | UnsetType
    phone: str | None | UnsetType
    linkedin_url: str | None | UnsetType
    website: str | None | UnsetType
    tags: Sequence[str] | None | UnsetType
    custom_fields: dict[str, Any] | None | UnsetType
    notes: str | None | UnsetType
    status: LeadStatusGiven | UnsetType


def lead_update(**fields: Unpack[LeadUpdateFields]) -> models.LeadUpdate:
    """Return the document's example of `LeadUpdate`, but for *fields*."""
    return made(EXAMPLES, models.LeadUpdate, fields)


class LeadImportFields(TypedDict, total=False):
    """The fields of `LeadImport`, none of which must be passed."""

    leads: Sequence[models.LeadCreate]
    restore_soft_deleted: bool | UnsetType


def lead_import(**fields: Unpack[LeadImportFields]) -> models.LeadImport:
    """Return the document's example of `LeadImport`, but for *fields*."""
    return made(EXAMPLES, models.LeadImport, fields)


class LeadImportReplyFields(TypedDict, total=False):
    """The fields of `LeadImportReply`, none of which must be passed."""

    data: models.LeadImportReport


def lead_import_reply(**fields: Unpack[LeadImportReplyFields]) -> models.LeadImportReply:
    """Return the document's example of `LeadImportReply`, but for *fields*."""
    return made(EXAMPLES, models.LeadImportReply, fields)


class LeadImportReportFields(TypedDict, total=False):
    """The fields of `LeadImportReport`, none of which must be passed."""

    created: int
    restored: int
    duplicates: int
    errors: int
    duplicate_emails: Sequence[str]
    error_details: Sequence[models.RejectedLead]


def lead_import_report(**fields: Unpack[LeadImportReportFields]) -> models.LeadImportReport:
    """Return the document's example of `LeadImportReport`, but for *fields*."""
    return made(EXAMPLES, models.LeadImportReport, fields)


class RejectedLeadFields(TypedDict, total=False):
    """The fields of `RejectedLead`, none of which must be passed."""

    email: str | None
    reason: str


def rejected_lead(**fields: Unpack[RejectedLeadFields]) -> models.RejectedLead:
    """Return the document's example of `RejectedLead`, but for *fields*."""
    return made(EXAMPLES, models.RejectedLead, fields)


class LeadActivityReplyFields(TypedDict, total=False):
    """The fields of `LeadActivityReply`, none of which must be passed."""

    data: models.LeadActivity


def lead_activity_reply(**fields: Unpack[LeadActivityReplyFields]) -> models.LeadActivityReply:
    """Return the document's example of `LeadActivityReply`, but for *fields*."""
    return made(EXAMPLES, models.LeadActivityReply, fields)


class LeadActivityFields(TypedDict, total=False):
    """The fields of `LeadActivity`, none of which must be passed."""

    activities: Sequence[models.ActivityEntry]
    campaigns: Sequence[models.LeadMembership]


def lead_activity(**fields: Unpack[LeadActivityFields]) -> models.LeadActivity:
    """Return the document's example of `LeadActivity`, but for *fields*."""
    return made(EXAMPLES, models.LeadActivity, fields)


class ActivityEntryFields(TypedDict, total=False):
    """The fields of `ActivityEntry`, none of which must be passed."""

    id: str
    type: ActivityTypeGiven
    subject: str | None | UnsetType
    body_preview: str | None | UnsetType
    status: str | None | UnsetType
    campaign_name: str | None | UnsetType
    sequence_step: int | None | UnsetType
    email_type: ActivityEmailTypeGiven | None | UnsetType
    opened_at: datetime.datetime | None | UnsetType
    clicked_at: datetime.datetime | None | UnsetType
    category: ReplyCategoryGiven | None | UnsetType
    timestamp: datetime.datetime


def activity_entry(**fields: Unpack[ActivityEntryFields]) -> models.ActivityEntry:
    """Return the document's example of `ActivityEntry`, but for *fields*."""
    return made(EXAMPLES, models.ActivityEntry, fields)


class LeadMembershipFields(TypedDict, total=False):
    """The fields of `LeadMembership`, none of which must be passed."""

    campaign_id: str
    campaign_name: str
    status: str
    current_step: int
    total_sent: int
    total_opened: int
    last_sent_at: datetime.datetime | None
    next_send_at: datetime.datetime | None
    replied_at: datetime.datetime | None


def lead_membership(**fields: Unpack[LeadMembershipFields]) -> models.LeadMembership:
    """Return the document's example of `LeadMembership`, but for *fields*."""
    return made(EXAMPLES, models.LeadMembership, fields)


class CampaignFields(TypedDict, total=False):
    """The fields of `Campaign`, none of which must be passed."""

    id: str
    name: str
    status: CampaignStatusGiven
    timezone: str
    sending_days: Sequence[int]
    sending_start_hour: int
    sending_end_hour: int
    sending_start_minute: int | None | UnsetType
    sending_end_minute: int | None | UnsetType
    daily_limit: int
    sent_today: int
    queued_today: int | None | UnsetType
    context: str | None
    total_leads: int
    total_sent: int
    total_delivered: int
    total_bounced: int
    total_replied: int
    total_opened: int
    created_at: datetime.datetime
    updated_at: datetime.datetime
    started_at: datetime.datetime | None
    completed_at: datetime.datetime | None


def campaign(**fields: Unpack[CampaignFields]) -> models.Campaign:
    """Return the document's example of `Campaign`, but for *fields*."""
    return made(EXAMPLES, models.Campaign, fields)


class CampaignReplyFields(TypedDict, total=False):
    """The fields of `CampaignReply`, none of which must be passed."""

    data: models.Campaign


def campaign_reply(**fields: Unpack[CampaignReplyFields]) -> models.CampaignReply:
    """Return the document's example of `CampaignReply`, but for *fields*."""
    return made(EXAMPLES, models.CampaignReply, fields)


class CampaignPageFields(TypedDict, total=False):
    """The fields of `CampaignPage`, none of which must be passed."""

    data: Sequence[models.Campaign]
    meta: models.PageMeta


def campaign_page(**fields: Unpack[CampaignPageFields]) -> models.CampaignPage:
    """Return the document's example of `CampaignPage`, but for *fields*."""
    return made(EXAMPLES, models.CampaignPage, fields)


class CampaignCreateFields(TypedDict, total=False):
    """The fields of `CampaignCreate`, none of which must be passed."""

    name: str
    timezone: str | UnsetType
    sending_days: Sequence[int] | UnsetType
    sending_start_hour: int | UnsetType
    sending_end_hour: int | UnsetType
    daily_limit: int | UnsetType
    context: str | None | UnsetType


def campaign_create(**fields: Unpack[CampaignCreateFields]) -> models.CampaignCreate:
    """Return the document's example of `CampaignCreate`, but for *fields*."""
    return made(EXAMPLES, models.CampaignCreate, fields)


class CampaignUpdateFields(TypedDict, total=False):
    """The fields of `CampaignUpdate`, none of which must be passed."""

    name: str | UnsetType
    timezone: str | UnsetType
    sending_days: Sequence[int] | UnsetType
    sending_start_hour: int | UnsetType
    sending_end_hour: int | UnsetType
    daily_limit: int | UnsetType
    context: str | None | UnsetType


def campaign_update(**fields: Unpack[CampaignUpdateFields]) -> models.CampaignUpdate:
    """Return the document's example of `CampaignUpdate`, but for *fields*."""
    return made(EXAMPLES, models.CampaignUpdate, fields)


class CampaignLeadsFields(TypedDict, total=False):
    """The fields of `CampaignLeads`, none of which must be passed."""

    lead_ids: Sequence[str]


def campaign_leads(**fields: Unpack[CampaignLeadsFields]) -> models.CampaignLeads:
    """Return the document's example of `CampaignLeads`, but for *fields*."""
    return made(EXAMPLES, models.CampaignLeads, fields)


class CampaignAccountsFields(TypedDict, total=False):
    """The fields of `CampaignAccounts`, none of which must be passed."""

    account_ids: Sequence[str]


def campaign_accounts(**fields: Unpack[CampaignAccountsFields]) -> models.CampaignAccounts:
    """Return the document's example of `CampaignAccounts`, but for *fields*."""
    return made(EXAMPLES, models.CampaignAccounts, fields)


class SequenceStepFields(TypedDict, total=False):
    """The fields of `SequenceStep`, none of which must be passed."""

    id: str
    campaign_id: str
    step_number: int
    name: str | None
    subject: str | None
    body: str
    delay_days: int
    delay_hours: int
    send_only_if_no_reply: bool
    send_as_html: bool | None | UnsetType
    variants: Sequence[dict[str, Any]] | None | UnsetType
    has_variants: bool | None | UnsetType
    created_at: datetime.datetime
    updated_at: datetime.datetime


def sequence_step(**fields: Unpack[SequenceStepFields]) -> models.SequenceStep:
    """Return the document's example of `SequenceStep`, but for *fields*."""
    return made(EXAMPLES, models.SequenceStep, fields)


class SequenceStepReplyFields(TypedDict, total=False):
    """The fields of `SequenceStepReply`, none of which must be passed."""

    data: models.SequenceStep


def sequence_step_reply(**fields: Unpack[SequenceStepReplyFields]) -> models.SequenceStepReply:
    """Return the document's example of `SequenceStepReply`, but for *fields*."""
    return made(EXAMPLES, models.SequenceStepReply, fields)


class SequenceStepListFields(TypedDict, total=False):
    """The fields of `SequenceStepList`, none of which must be passed."""

    data: Sequence[models.SequenceStep]


def sequence_step_list(**fields: Unpack[SequenceStepListFields]) -> models.SequenceStepList:
    """Return the document's example of `SequenceStepList`, but for *fields*."""
    return made(EXAMPLES, models.SequenceStepList, fields)


class SequenceStepCreateFields(TypedDict, total=False):
    """The fields of `SequenceStepCreate`, none of which must be passed."""

    step_number: int | UnsetType
    name: str | None | UnsetType
    subject: str
    body: str
    delay_days: int | UnsetType
    delay_hours: int | UnsetType
    send_only_if_no_reply: bool | UnsetType
    send_as_html: bool | UnsetType


def sequence_step_create(**fields: Unpack[SequenceStepCreateFields]) -> models.SequenceStepCreate:
    """Return the document's example of `SequenceStepCreate`, but for *fields*."""
    return made(EXAMPLES, models.SequenceStepCreate, fields)


class SequenceStepUpdateFields(TypedDict, total=False):
    """The fields of `SequenceStepUpdate`, none of which must be passed."""

    step_number: int | UnsetType
    name: str | None | UnsetType
    subject: str | None | UnsetType
    body: str | UnsetType
    delay_days: int | UnsetType
    delay_hours: int | UnsetType
    send_only_if_no_reply: bool | UnsetType
    send_as_html: bool | UnsetType


def sequence_step_update(**fields: Unpack[SequenceStepUpdateFields]) -> models.SequenceStepUpdate:
    """Return the document's example of `SequenceStepUpdate`, but for *fields*."""
    return made(EXAMPLES, models.SequenceStepUpdate, fields)


class TemplateFields(TypedDict, total=False):
    """The fields of `Template`, none of which must be passed."""

    id: str
    name: str
    subject: str | None
    body: str
    category: TemplateCategoryGiven
    send_as_html: bool | None | UnsetType
    created_at: datetime.datetime
    updated_at: datetime.datetime


def template(**fields: Unpack[TemplateFields]) -> models.Template:
    """Return the document's example of `Template`, but for *fields*."""
    return made(EXAMPLES, models.Template, fields)


class TemplateReplyFields(TypedDict, total=False):
    """The fields of `TemplateReply`, none of which must be passed."""

    data: models.Template


def template_reply(**fields: Unpack[TemplateReplyFields]) -> models.TemplateReply:
    """Return the document's example of `TemplateReply`, but for *fields*."""
    return made(EXAMPLES, models.TemplateReply, fields)


class TemplatePageFields(TypedDict, total=False):
    """The fields of `TemplatePage`, none of which must be passed."""

    data: Sequence[models.Template]
    meta: models.PageMeta


def template_page(**fields: Unpack[TemplatePageFields]) -> models.TemplatePage:
    """Return the document's example of `TemplatePage`, but for *fields*."""
    return made(EXAMPLES, models.TemplatePage, fields)


class TemplateCreateFields(TypedDict, total=False):
    """The fields of `TemplateCreate`, none of which must be passed."""

    name: str
    subject: str | None | UnsetType
    body: str
    category: TemplateCategoryGiven | UnsetType


def template_create(**fields: Unpack[TemplateCreateFields]) -> models.TemplateCreate:
    """Return the document's example of `TemplateCreate`, but for *fields*."""
    return made(EXAMPLES, models.TemplateCreate, fields)


class TemplateUpdateFields(TypedDict, total=False):
    """The fields of `TemplateUpdate`, none of which must be passed."""

    name: str | UnsetType
    subject: str | None | UnsetType
    body: str | UnsetType
    category: TemplateCategoryGiven | UnsetType


def template_update(**fields: Unpack[TemplateUpdateFields]) -> models.TemplateUpdate:
    """Return the document's example of `TemplateUpdate`, but for *fields*."""
    return made(EXAMPLES, models.TemplateUpdate, fields)


class EmailAccountFields(TypedDict, total=False):
    """The fields of `EmailAccount`, none of which must be passed."""

    id: str
    email: str
    display_name: str | None | UnsetType
    provider: str | None | UnsetType
    connection_status: str | None | UnsetType
    daily_limit: int | None | UnsetType
    sent_today: int | None | UnsetType
    is_active: bool | None | UnsetType
    warmup_enabled: bool | None | UnsetType
    health_score: float | None | UnsetType
    bounce_rate: float | None | UnsetType
    reply_rate: float | None | UnsetType
    created_at: datetime.datetime | None | UnsetType
    updated_at: datetime.datetime | None | UnsetType


def email_account(**fields: Unpack[EmailAccountFields]) -> models.EmailAccount:
    """Return the document's example of `EmailAccount`, but for *fields*."""
    return made(EXAMPLES, models.EmailAccount, fields)


class EmailAccountReplyFields(TypedDict, total=False):
    """The fields of `EmailAccountReply`, none of which must be passed."""

    data: models.EmailAccount


def email_account_reply(**fields: Unpack[EmailAccountReplyFields]) -> models.EmailAccountReply:
    """Return the document's example of `EmailAccountReply`, but for *fields*."""
    return made(EXAMPLES, models.EmailAccountReply, fields)


class EmailAccountPageFields(TypedDict, total=False):
    """The fields of `EmailAccountPage`, none of which must be passed."""

    data: Sequence[models.EmailAccount]
    meta: models.PageMeta


def email_account_page(**fields: Unpack[EmailAccountPageFields]) -> models.EmailAccountPage:
    """Return the document's example of `EmailAccountPage`, but for *fields*."""
    return made(EXAMPLES, models.EmailAccountPage, fields)


class ThreadFields(TypedDict, total=False):
    """The fields of `Thread`, none of which must be passed."""

    id: str
    from_email: str | None
    to_email: str | None
    subject: str | None
    body_preview: str | None | UnsetType
    body: str | None | UnsetType
    body_plain: str | None | UnsetType
    category: ReplyCategoryGiven | None
    is_read: bool
    is_starred: bool
    received_at: datetime.datetime | None
    lead_id: str | None
    campaign_id: str | None
    account_id: str | None | UnsetType


def thread(**fields: Unpack[ThreadFields]) -> models.Thread:
    """Return the document's example of `Thread`, but for *fields*."""
    return made(EXAMPLES, models.Thread, fields)


class ThreadReplyFields(TypedDict, total=False):
    """The fields of `ThreadReply`, none of which must be passed."""

    data: models.Thread


def thread_reply(**fields: Unpack[ThreadReplyFields]) -> models.ThreadReply:
    """Return the document's example of `ThreadReply`, but for *fields*."""
    return made(EXAMPLES, models.ThreadReply, fields)


class ThreadPageFields(TypedDict, total=False):
    """The fields of `ThreadPage`, none of which must be passed."""

    data: Sequence[models.Thread]
    meta: models.PageMeta


def thread_page(**fields: Unpack[ThreadPageFields]) -> models.ThreadPage:
    """Return the document's example of `ThreadPage`, but for *fields*."""
    return made(EXAMPLES, models.ThreadPage, fields)


class ThreadUpdateFields(TypedDict, total=False):
    """The fields of `ThreadUpdate`, none of which must be passed."""

    is_read: bool | UnsetType
    is_starred: bool | UnsetType
    category: WritableReplyCategoryGiven | None | UnsetType


def thread_update(**fields: Unpack[ThreadUpdateFields]) -> models.ThreadUpdate:
    """Return the document's example of `ThreadUpdate`, but for *fields*."""
    return made(EXAMPLES, models.ThreadUpdate, fields)


class ConversationReplyFields(TypedDict, total=False):
    """The fields of `ConversationReply`, none of which must be passed."""

    data: models.Conversation


def conversation_reply(**fields: Unpack[ConversationReplyFields]) -> models.ConversationReply:
    """Return the document's example of `ConversationReply`, but for *fields*."""
    return made(EXAMPLES, models.ConversationReply, fields)


class ConversationFields(TypedDict, total=False):
    """The fields of `Conversation`, none of which must be passed."""

    messages: Sequence[models.Message]
    lead: models.ConversationLead | None
    campaign: models.ConversationCampaign | None


def conversation(**fields: Unpack[ConversationFields]) -> models.Conversation:
    """Return the document's example of `Conversation`, but for *fields*."""
    return made(EXAMPLES, models.Conversation, fields)


class MessageFields(TypedDict, total=False):
    """The fields of `Message`, none of which must be passed."""

    id: str
    direction: MessageDirectionGiven
    from_email: str | None
    to_email: str | None
    subject: str | None
    body: str | None
    category: ReplyCategoryGiven | None
    timestamp: datetime.datetime


def message(**fields: Unpack[MessageFields]) -> models.Message:
    """Return the document's example of `Message`, but for *fields*."""
    return made(EXAMPLES, models.Message, fields)


class ConversationLeadFields(TypedDict, total=False):
    """The fields of `ConversationLead`, none of which must be passed."""

    id: str
    email: str
    first_name: str | None
    last_name: str | None
    company: str | None


def conversation_lead(**fields: Unpack[ConversationLeadFields]) -> models.ConversationLead:
    """Return the document's example of `ConversationLead`, but for *fields*."""
    return made(EXAMPLES, models.ConversationLead, fields)


class ConversationCampaignFields(TypedDict, total=False):
    """The fields of `ConversationCampaign`, none of which must be passed."""

    id: str
    name: str


def conversation_campaign(**fields: Unpack[ConversationCampaignFields]) -> models.ConversationCampaign:
    """Return the document's example of `ConversationCampaign`, but for *fields*."""
    return made(EXAMPLES, models.ConversationCampaign, fields)


class ReplyMessageFields(TypedDict, total=False):
    """The fields of `ReplyMessage`, none of which must be passed."""

    body: str
    subject: str | UnsetType


def reply_message(**fields: Unpack[ReplyMessageFields]) -> models.ReplyMessage:
    """Return the document's example of `ReplyMessage`, but for *fields*."""
    return made(EXAMPLES, models.ReplyMessage, fields)


class SendReceiptReplyFields(TypedDict, total=False):
    """The fields of `SendReceiptReply`, none of which must be passed."""

    data: models.SendReceipt


def send_receipt_reply(**fields: Unpack[SendReceiptReplyFields]) -> models.SendReceiptReply:
    """Return the document's example of `SendReceiptReply`, but for *fields*."""
    return made(EXAMPLES, models.SendReceiptReply, fields)


class SendReceiptFields(TypedDict, total=False):
    """The fields of `SendReceipt`, none of which must be passed."""

    success: bool
    message_id: str


def send_receipt(**fields: Unpack[SendReceiptFields]) -> models.SendReceipt:
    """Return the document's example of `SendReceipt`, but for *fields*."""
    return made(EXAMPLES, models.SendReceipt, fields)


class InboxStatsReplyFields(TypedDict, total=False):
    """The fields of `InboxStatsReply`, none of which must be passed."""

    data: models.InboxStats


def inbox_stats_reply(**fields: Unpack[InboxStatsReplyFields]) -> models.InboxStatsReply:
    """Return the document's example of `InboxStatsReply`, but for *fields*."""
    return made(EXAMPLES, models.InboxStatsReply, fields)


class InboxStatsFields(TypedDict, total=False):
    """The fields of `InboxStats`, none of which must be passed."""

    total: int
    unread: int
    interested: int
    not_interested: int
    out_of_office: int
    uncategorized: int
    unknown: int
    total_sent: int


def inbox_stats(**fields: Unpack[InboxStatsFields]) -> models.InboxStats:
    """Return the document's example of `InboxStats`, but for *fields*."""
    return made(EXAMPLES, models.InboxStats, fields)


class AnalyticsOverviewReplyFields(TypedDict, total=False):
    """The fields of `AnalyticsOverviewReply`, none of which must be passed."""

    data: models.AnalyticsOverview


def analytics_overview_reply(**fields: Unpack[AnalyticsOverviewReplyFields]) -> models.AnalyticsOverviewReply:
    """Return the document's example of `AnalyticsOverviewReply`, but for *fields*."""
    return made(EXAMPLES, models.AnalyticsOverviewReply, fields)


class AnalyticsOverviewFields(TypedDict, total=False):
    """The fields of `AnalyticsOverview`, none of which must be passed."""

    total_accounts: int | None | UnsetType
    active_accounts: int | None | UnsetType
    total_campaigns: int | None | UnsetType
    active_campaigns: int | None | UnsetType
    total_leads: int | None | UnsetType
    total_sent: int | None | UnsetType
    total_replies: int | None | UnsetType
    reply_rate: float | None | UnsetType
    account_health_avg: float | None | UnsetType


def analytics_overview(**fields: Unpack[AnalyticsOverviewFields]) -> models.AnalyticsOverview:
    """Return the document's example of `AnalyticsOverview`, but for *fields*."""
    return made(EXAMPLES, models.AnalyticsOverview, fields)


class CampaignAnalyticsReplyFields(TypedDict, total=False):
    """The fields of `CampaignAnalyticsReply`, none of which must be passed."""

    data: models.CampaignAnalytics


def campaign_analytics_reply(**fields: Unpack[CampaignAnalyticsReplyFields]) -> models.CampaignAnalyticsReply:
    """Return the document's example of `CampaignAnalyticsReply`, but for *fields*."""
    return made(EXAMPLES, models.CampaignAnalyticsReply, fields)


class CampaignAnalyticsFields(TypedDict, total=False):
    """The fields of `CampaignAnalytics`, none of which must be passed."""

    sent: int | None | UnsetType
    delivered: int | None | UnsetType
    bounced: int | None | UnsetType
    replied: int | None | UnsetType
    opened: int | None | UnsetType
    reply_rate: float | None | UnsetType
    bounce_rate: float | None | UnsetType
    daily_stats: Sequence[models.DailyStats] | None | UnsetType


def campaign_analytics(**fields: Unpack[CampaignAnalyticsFields]) -> models.CampaignAnalytics:
    """Return the document's example of `CampaignAnalytics`, but for *fields*."""
    return made(EXAMPLES, models.CampaignAnalytics, fields)


class DailyStatsFields(TypedDict, total=False):
    """The fields of `DailyStats`, none of which must be passed."""

    date: datetime.date | None | UnsetType
    sent: int | None | UnsetType
    delivered: int | None | UnsetType
    bounced: int | None | UnsetType
    replied: int | None | UnsetType
    opened: int | None | UnsetType


def daily_stats(**fields: Unpack[DailyStatsFields]) -> models.DailyStats:
    """Return the document's example of `DailyStats`, but for *fields*."""
    return made(EXAMPLES, models.DailyStats, fields)


class WebhookEventListFields(TypedDict, total=False):
    """The fields of `WebhookEventList`, none of which must be passed."""

    data: Sequence[WebhookEventGiven]


def webhook_event_list(**fields: Unpack[WebhookEventListFields]) -> models.WebhookEventList:
    """Return the document's example of `WebhookEventList`, but for *fields*."""
    return made(EXAMPLES, models.WebhookEventList, fields)


class WebhookFields(TypedDict, total=False):
    """The fields of `Webhook`, none of which must be passed."""

    id: str
    url: str
    events: Sequence[WebhookEventGiven]
    is_active: bool
    last_delivered_at: datetime.datetime | None
    consecutive_failures: int
    created_at: datetime.datetime
    updated_at: datetime.datetime


def webhook(**fields: Unpack[WebhookFields]) -> models.Webhook:
    """Return the document's example of `Webhook`, but for *fields*."""
    return made(EXAMPLES, models.Webhook, fields)


class WebhookReplyFields(TypedDict, total=False):
    """The fields of `WebhookReply`, none of which must be passed."""

    data: models.Webhook


def webhook_reply(**fields: Unpack[WebhookReplyFields]) -> models.WebhookReply:
    """Return the document's example of `WebhookReply`, but for *fields*."""
    return made(EXAMPLES, models.WebhookReply, fields)


class WebhookPageFields(TypedDict, total=False):
    """The fields of `WebhookPage`, none of which must be passed."""

    data: Sequence[models.Webhook]
    meta: models.PageMeta


def webhook_page(**fields: Unpack[WebhookPageFields]) -> models.WebhookPage:
    """Return the document's example of `WebhookPage`, but for *fields*."""
    return made(EXAMPLES, models.WebhookPage, fields)


class CreatedWebhookFields(TypedDict, total=False):
    """The fields of `CreatedWebhook`, none of which must be passed."""

    id: str
    url: str
    events: Sequence[WebhookEventGiven]
    is_active: bool
    last_delivered_at: datetime.datetime | None
    consecutive_failures: int
    created_at: datetime.datetime
    updated_at: datetime.datetime
    secret: str


def created_webhook(**fields: Unpack[CreatedWebhookFields]) -> models.CreatedWebhook:
    """Return the document's example of `CreatedWebhook`, but for *fields*."""
    return made(EXAMPLES, models.CreatedWebhook, fields)


class CreatedWebhookReplyFields(TypedDict, total=False):
    """The fields of `CreatedWebhookReply`, none of which must be passed."""

    data: models.CreatedWebhook


def created_webhook_reply(**fields: Unpack[CreatedWebhookReplyFields]) -> models.CreatedWebhookReply:
    """Return the document's example of `CreatedWebhookReply`, but for *fields*."""
    return made(EXAMPLES, models.CreatedWebhookReply, fields)


class WebhookCreateFields(TypedDict, total=False):
    """The fields of `WebhookCreate`, none of which must be passed."""

    url: str
    events: Sequence[WebhookEventGiven]
    is_active: bool | UnsetType


def webhook_create(**fields: Unpack[WebhookCreateFields]) -> models.WebhookCreate:
    """Return the document's example of `WebhookCreate`, but for *fields*."""
    return made(EXAMPLES, models.WebhookCreate, fields)


class WebhookUpdateFields(TypedDict, total=False):
    """The fields of `WebhookUpdate`, none of which must be passed."""

    url: str | UnsetType
    events: Sequence[WebhookEventGiven] | UnsetType
    is_active: bool | UnsetType


def webhook_update(**fields: Unpack[WebhookUpdateFields]) -> models.WebhookUpdate:
    """Return the document's example of `WebhookUpdate`, but for *fields*."""
    return made(EXAMPLES, models.WebhookUpdate, fields)


class EmailSentDeliveryFields(TypedDict, total=False):
    """The fields of `EmailSentDelivery`, none of which must be passed."""

    event: str
    timestamp: datetime.datetime
    data: models.EmailSentData


def email_sent_delivery(**fields: Unpack[EmailSentDeliveryFields]) -> models.EmailSentDelivery:
    """Return the document's example of `EmailSentDelivery`, but for *fields*."""
    return made(EXAMPLES, models.EmailSentDelivery, fields)


class EmailSentDataFields(TypedDict, total=False):
    """The fields of `EmailSentData`, none of which must be passed."""

    email_log_id: str
    campaign_id: str | None
    lead_id: str | None
    to_email: str
    from_email: str
    subject: str | None
    sequence_step: int | None | UnsetType


def email_sent_data(**fields: Unpack[EmailSentDataFields]) -> models.EmailSentData:
    """Return the document's example of `EmailSentData`, but for *fields*."""
    return made(EXAMPLES, models.EmailSentData, fields)


class EmailFailedDeliveryFields(TypedDict, total=False):
    """The fields of `EmailFailedDelivery`, none of which must be passed."""

    event: str
    timestamp: datetime.datetime
    data: models.EmailFailedData


def email_failed_delivery(**fields: Unpack[EmailFailedDeliveryFields]) -> models.EmailFailedDelivery:
    """Return the document's example of `EmailFailedDelivery`, but for *fields*."""
    return made(EXAMPLES, models.EmailFailedDelivery, fields)


class EmailFailedDataFields(TypedDict, total=False):
    """The fields of `EmailFailedData`, none of which must be passed."""

    email_log_id: str
    campaign_id: str | None
    lead_id: str | None
    to_email: str
    error: str | None


def email_failed_data(**fields: Unpack[EmailFailedDataFields]) -> models.EmailFailedData:
    """Return the document's example of `EmailFailedData`, but for *fields*."""
    return made(EXAMPLES, models.EmailFailedData, fields)


class EmailBouncedDeliveryFields(TypedDict, total=False):
    """The fields of `EmailBouncedDelivery`, none of which must be passed."""

    event: str
    timestamp: datetime.datetime
    data: models.EmailBouncedData


def email_bounced_delivery(**fields: Unpack[EmailBouncedDeliveryFields]) -> models.EmailBouncedDelivery:
    """Return the document's example of `EmailBouncedDelivery`, but for *fields*."""
    return made(EXAMPLES, models.EmailBouncedDelivery, fields)


class EmailBouncedDataFields(TypedDict, total=False):
    """The fields of `EmailBouncedData`, none of which must be passed."""

    email_log_id: str
    campaign_id: str | None
    lead_id: str | None
    to_email: str
    bounce_type: BounceTypeGiven | None


def email_bounced_data(**fields: Unpack[EmailBouncedDataFields]) -> models.EmailBouncedData:
    """Return the document's example of `EmailBouncedData`, but for *fields*."""
    return made(EXAMPLES, models.EmailBouncedData, fields)


class EmailOpenedDeliveryFields(TypedDict, total=False):
    """The fields of `EmailOpenedDelivery`, none of which must be passed."""

    event: str
    timestamp: datetime.datetime
    data: models.EmailOpenedData


def email_opened_delivery(**fields: Unpack[EmailOpenedDeliveryFields]) -> models.EmailOpenedDelivery:
    """Return the document's example of `EmailOpenedDelivery`, but for *fields*."""
    return made(EXAMPLES, models.EmailOpenedDelivery, fields)


class EmailOpenedDataFields(TypedDict, total=False):
    """The fields of `EmailOpenedData`, none of which must be passed."""

    email_log_id: str
    campaign_id: str | None
    lead_id: str | None
    to_email: str


def email_opened_data(**fields: Unpack[EmailOpenedDataFields]) -> models.EmailOpenedData:
    """Return the document's example of `EmailOpenedData`, but for *fields*."""
    return made(EXAMPLES, models.EmailOpenedData, fields)


class ReplyReceivedDeliveryFields(TypedDict, total=False):
    """The fields of `ReplyReceivedDelivery`, none of which must be passed."""

    event: str
    timestamp: datetime.datetime
    data: models.ReplyReceivedData


def reply_received_delivery(**fields: Unpack[ReplyReceivedDeliveryFields]) -> models.ReplyReceivedDelivery:
    """Return the document's example of `ReplyReceivedDelivery`, but for *fields*."""
    return made(EXAMPLES, models.ReplyReceivedDelivery, fields)


class ReplyReceivedDataFields(TypedDict, total=False):
    """The fields of `ReplyReceivedData`, none of which must be passed."""

    reply_id: str
    campaign_id: str | None
    lead_id: str | None
    from_email: str | None
    subject: str | None
    body_preview: str | None


def reply_received_data(**fields: Unpack[ReplyReceivedDataFields]) -> models.ReplyReceivedData:
    """Return the document's example of `ReplyReceivedData`, but for *fields*."""
    return made(EXAMPLES, models.ReplyReceivedData, fields)


class ReplyCategorizedDeliveryFields(TypedDict, total=False):
    """The fields of `ReplyCategorizedDelivery`, none of which must be passed."""

    event: str
    timestamp: datetime.datetime
    data: models.ReplyCategorizedData


def reply_categorized_delivery(**fields: Unpack[ReplyCategorizedDeliveryFields]) -> models.ReplyCategorizedDelivery:
    """Return the document's example of `ReplyCategorizedDelivery`, but for *fields*."""
    return made(EXAMPLES, models.ReplyCategorizedDelivery, fields)


class ReplyCategorizedDataFields(TypedDict, total=False):
    """The fields of `ReplyCategorizedData`, none of which must be passed."""

    reply_id: str
    category: ReplyCategoryGiven | None
    previous_category: ReplyCategoryGiven | None


def reply_categorized_data(**fields: Unpack[ReplyCategorizedDataFields]) -> models.ReplyCategorizedData:
    """Return the document's example of `ReplyCategorizedData`, but for *fields*."""
    return made(EXAMPLES, models.ReplyCategorizedData, fields)


class CampaignStartedDeliveryFields(TypedDict, total=False):
    """The fields of `CampaignStartedDelivery`, none of which must be passed."""

    event: str
    timestamp: datetime.datetime
    data: dict[str, Any]


def campaign_started_delivery(**fields: Unpack[CampaignStartedDeliveryFields]) -> models.CampaignStartedDelivery:
    """Return the document's example of `CampaignStartedDelivery`, but for *fields*."""
    return made(EXAMPLES, models.CampaignStartedDelivery, fields)


class CampaignPausedDeliveryFields(TypedDict, total=False):
    """The fields of `CampaignPausedDelivery`, none of which must be passed."""

    event: str
    timestamp: datetime.datetime
    data: dict[str, Any]


def campaign_paused_delivery(**fields: Unpack[CampaignPausedDeliveryFields]) -> models.CampaignPausedDelivery:
    """Return the document's example of `CampaignPausedDelivery`, but for *fields*."""
    return made(EXAMPLES, models.CampaignPausedDelivery, fields)


class CampaignCompletedDeliveryFields(TypedDict, total=False):
    """The fields of `CampaignCompletedDelivery`, none of which must be passed."""

    event: str
    timestamp: datetime.datetime
    data: dict[str, Any]


def campaign_completed_delivery(**fields: Unpack[CampaignCompletedDeliveryFields]) -> models.CampaignCompletedDelivery:
    """Return the document's example of `CampaignCompletedDelivery`, but for *fields*."""
    return made(EXAMPLES, models.CampaignCompletedDelivery, fields)


class LeadCreatedDeliveryFields(TypedDict, total=False):
    """The fields of `LeadCreatedDelivery`, none of which must be passed."""

    event: str
    timestamp: datetime.datetime
    data: dict[str, Any]


def lead_created_delivery(**fields: Unpack[LeadCreatedDeliveryFields]) -> models.LeadCreatedDelivery:
    """Return the document's example of `LeadCreatedDelivery`, but for *fields*."""
    return made(EXAMPLES, models.LeadCreatedDelivery, fields)


class LeadUpdatedDeliveryFields(TypedDict, total=False):
    """The fields of `LeadUpdatedDelivery`, none of which must be passed."""

    event: str
    timestamp: datetime.datetime
    data: dict[str, Any]


def lead_updated_delivery(**fields: Unpack[LeadUpdatedDeliveryFields]) -> models.LeadUpdatedDelivery:
    """Return the document's example of `LeadUpdatedDelivery`, but for *fields*."""
    return made(EXAMPLES, models.LeadUpdatedDelivery, fields)
