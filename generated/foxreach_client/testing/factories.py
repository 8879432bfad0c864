# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""One factory per model: `lead(email="john@example.com")` is the document's example with the passed fields replaced."""

from __future__ import annotations

import datetime
from typing import Any, Final, Literal, TypeAlias, TypedDict, Unpack

from foxreach_runtime.nested.annotations import ListLike
from foxreach_testing.examples import Examples
from foxreach_testing.factories import build
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
    """The fields of `ErrorBody`, all of them optional."""

    detail: str


def error_body(**fields: Unpack[ErrorBodyFields]) -> models.ErrorBody:
    """Build the document's example of `ErrorBody` with *fields* replaced."""
    return build(EXAMPLES, models.ErrorBody, fields)


class PlanLimitBodyFields(TypedDict, total=False):
    """The fields of `PlanLimitBody`, all of them optional."""

    detail: str | dict[str, Any]


def plan_limit_body(**fields: Unpack[PlanLimitBodyFields]) -> models.PlanLimitBody:
    """Build the document's example of `PlanLimitBody` with *fields* replaced."""
    return build(EXAMPLES, models.PlanLimitBody, fields)


class ValidationBodyFields(TypedDict, total=False):
    """The fields of `ValidationBody`, all of them optional."""

    detail: str | ListLike[models.ValidationItem]


def validation_body(**fields: Unpack[ValidationBodyFields]) -> models.ValidationBody:
    """Build the document's example of `ValidationBody` with *fields* replaced."""
    return build(EXAMPLES, models.ValidationBody, fields)


class ValidationItemFields(TypedDict, total=False):
    """The fields of `ValidationItem`, all of them optional."""

    loc: ListLike[str | int]
    msg: str
    type: str
    input: Any | UnsetType
    ctx: dict[str, Any] | None | UnsetType


def validation_item(**fields: Unpack[ValidationItemFields]) -> models.ValidationItem:
    """Build the document's example of `ValidationItem` with *fields* replaced."""
    return build(EXAMPLES, models.ValidationItem, fields)


class RateLimitBodyFields(TypedDict, total=False):
    """The fields of `RateLimitBody`, all of them optional."""

    error: str
    code: str
    details: models.RateLimitDetails


def rate_limit_body(**fields: Unpack[RateLimitBodyFields]) -> models.RateLimitBody:
    """Build the document's example of `RateLimitBody` with *fields* replaced."""
    return build(EXAMPLES, models.RateLimitBody, fields)


class RateLimitDetailsFields(TypedDict, total=False):
    """The fields of `RateLimitDetails`, all of them optional."""

    limit: int
    reset: int


def rate_limit_details(**fields: Unpack[RateLimitDetailsFields]) -> models.RateLimitDetails:
    """Build the document's example of `RateLimitDetails` with *fields* replaced."""
    return build(EXAMPLES, models.RateLimitDetails, fields)


class GatewayErrorBodyFields(TypedDict, total=False):
    """The fields of `GatewayErrorBody`, all of them optional."""

    detail: str | None | UnsetType


def gateway_error_body(**fields: Unpack[GatewayErrorBodyFields]) -> models.GatewayErrorBody:
    """Build the document's example of `GatewayErrorBody` with *fields* replaced."""
    return build(EXAMPLES, models.GatewayErrorBody, fields)


class PageMetaFields(TypedDict, total=False):
    """The fields of `PageMeta`, all of them optional."""

    page: int
    page_size: int
    total: int
    total_pages: int


def page_meta(**fields: Unpack[PageMetaFields]) -> models.PageMeta:
    """Build the document's example of `PageMeta` with *fields* replaced."""
    return build(EXAMPLES, models.PageMeta, fields)


class DeletionReplyFields(TypedDict, total=False):
    """The fields of `DeletionReply`, all of them optional."""

    data: models.Deletion


def deletion_reply(**fields: Unpack[DeletionReplyFields]) -> models.DeletionReply:
    """Build the document's example of `DeletionReply` with *fields* replaced."""
    return build(EXAMPLES, models.DeletionReply, fields)


class DeletionFields(TypedDict, total=False):
    """The fields of `Deletion`, all of them optional."""

    id: str
    deleted: bool


def deletion(**fields: Unpack[DeletionFields]) -> models.Deletion:
    """Build the document's example of `Deletion` with *fields* replaced."""
    return build(EXAMPLES, models.Deletion, fields)


class RemovalReplyFields(TypedDict, total=False):
    """The fields of `RemovalReply`, all of them optional."""

    data: models.Removal


def removal_reply(**fields: Unpack[RemovalReplyFields]) -> models.RemovalReply:
    """Build the document's example of `RemovalReply` with *fields* replaced."""
    return build(EXAMPLES, models.RemovalReply, fields)


class RemovalFields(TypedDict, total=False):
    """The fields of `Removal`, all of them optional."""

    removed: bool


def removal(**fields: Unpack[RemovalFields]) -> models.Removal:
    """Build the document's example of `Removal` with *fields* replaced."""
    return build(EXAMPLES, models.Removal, fields)


class AdditionReplyFields(TypedDict, total=False):
    """The fields of `AdditionReply`, all of them optional."""

    data: models.Addition


def addition_reply(**fields: Unpack[AdditionReplyFields]) -> models.AdditionReply:
    """Build the document's example of `AdditionReply` with *fields* replaced."""
    return build(EXAMPLES, models.AdditionReply, fields)


class AdditionFields(TypedDict, total=False):
    """The fields of `Addition`, all of them optional."""

    added: int | None | UnsetType


def addition(**fields: Unpack[AdditionFields]) -> models.Addition:
    """Build the document's example of `Addition` with *fields* replaced."""
    return build(EXAMPLES, models.Addition, fields)


class LeadFields(TypedDict, total=False):
    """The fields of `Lead`, all of them optional."""

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
    tags: ListLike[str] | None | UnsetType
    created_at: datetime.datetime
    updated_at: datetime.datetime


def lead(**fields: Unpack[LeadFields]) -> models.Lead:
    """Build the document's example of `Lead` with *fields* replaced."""
    return build(EXAMPLES, models.Lead, fields)


class LeadReplyFields(TypedDict, total=False):
    """The fields of `LeadReply`, all of them optional."""

    data: models.Lead


def lead_reply(**fields: Unpack[LeadReplyFields]) -> models.LeadReply:
    """Build the document's example of `LeadReply` with *fields* replaced."""
    return build(EXAMPLES, models.LeadReply, fields)


class LeadPageFields(TypedDict, total=False):
    """The fields of `LeadPage`, all of them optional."""

    data: ListLike[models.Lead]
    meta: models.PageMeta


def lead_page(**fields: Unpack[LeadPageFields]) -> models.LeadPage:
    """Build the document's example of `LeadPage` with *fields* replaced."""
    return build(EXAMPLES, models.LeadPage, fields)


class LeadCreateFields(TypedDict, total=False):
    """The fields of `LeadCreate`, all of them optional."""

    email: str
    first_name: str | None | UnsetType
    last_name: str | None | UnsetType
    company: str | None | UnsetType
    title: str | None | UnsetType
    phone: str | None | UnsetType
    linkedin_url: str | None | UnsetType
    website: str | None | UnsetType
    tags: ListLike[str] | None | UnsetType
    custom_fields: dict[str, Any] | None | UnsetType
    notes: str | None | UnsetType
    source: LeadSourceGiven | UnsetType
    status: LeadStatusGiven | UnsetType


def lead_create(**fields: Unpack[LeadCreateFields]) -> models.LeadCreate:
    """Build the document's example of `LeadCreate` with *fields* replaced."""
    return build(EXAMPLES, models.LeadCreate, fields)


class LeadUpdateFields(TypedDict, total=False):
    """The fields of `LeadUpdate`, all of them optional."""

    email: str | UnsetType
    first_name: str | None | UnsetType
    last_name: str | None | UnsetType
    company: str | None | UnsetType
    title: str | None | UnsetType
    phone: str | None | UnsetType
    linkedin_url: str | None | UnsetType
    website: str | None | UnsetType
    tags: ListLike[str] | None | UnsetType
    custom_fields: dict[str, Any] | None | UnsetType
    notes: str | None | UnsetType
    status: LeadStatusGiven | UnsetType


def lead_update(**fields: Unpack[LeadUpdateFields]) -> models.LeadUpdate:
    """Build the document's example of `LeadUpdate` with *fields* replaced."""
    return build(EXAMPLES, models.LeadUpdate, fields)


class LeadImportFields(TypedDict, total=False):
    """The fields of `LeadImport`, all of them optional."""

    leads: ListLike[models.LeadCreate]
    restore_soft_deleted: bool | UnsetType


def lead_import(**fields: Unpack[LeadImportFields]) -> models.LeadImport:
    """Build the document's example of `LeadImport` with *fields* replaced."""
    return build(EXAMPLES, models.LeadImport, fields)


class LeadImportReplyFields(TypedDict, total=False):
    """The fields of `LeadImportReply`, all of them optional."""

    data: models.LeadImportReport


def lead_import_reply(**fields: Unpack[LeadImportReplyFields]) -> models.LeadImportReply:
    """Build the document's example of `LeadImportReply` with *fields* replaced."""
    return build(EXAMPLES, models.LeadImportReply, fields)


class LeadImportReportFields(TypedDict, total=False):
    """The fields of `LeadImportReport`, all of them optional."""

    created: int
    restored: int
    duplicates: int
    errors: int
    duplicate_emails: ListLike[str]
    error_details: ListLike[models.RejectedLead]


def lead_import_report(**fields: Unpack[LeadImportReportFields]) -> models.LeadImportReport:
    """Build the document's example of `LeadImportReport` with *fields* replaced."""
    return build(EXAMPLES, models.LeadImportReport, fields)


class RejectedLeadFields(TypedDict, total=False):
    """The fields of `RejectedLead`, all of them optional."""

    email: str | None
    reason: str


def rejected_lead(**fields: Unpack[RejectedLeadFields]) -> models.RejectedLead:
    """Build the document's example of `RejectedLead` with *fields* replaced."""
    return build(EXAMPLES, models.RejectedLead, fields)


class LeadActivityReplyFields(TypedDict, total=False):
    """The fields of `LeadActivityReply`, all of them optional."""

    data: models.LeadActivity


def lead_activity_reply(**fields: Unpack[LeadActivityReplyFields]) -> models.LeadActivityReply:
    """Build the document's example of `LeadActivityReply` with *fields* replaced."""
    return build(EXAMPLES, models.LeadActivityReply, fields)


class LeadActivityFields(TypedDict, total=False):
    """The fields of `LeadActivity`, all of them optional."""

    activities: ListLike[models.ActivityEntry]
    campaigns: ListLike[models.LeadMembership]


def lead_activity(**fields: Unpack[LeadActivityFields]) -> models.LeadActivity:
    """Build the document's example of `LeadActivity` with *fields* replaced."""
    return build(EXAMPLES, models.LeadActivity, fields)


class ActivityEntryFields(TypedDict, total=False):
    """The fields of `ActivityEntry`, all of them optional."""

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
    """Build the document's example of `ActivityEntry` with *fields* replaced."""
    return build(EXAMPLES, models.ActivityEntry, fields)


class LeadMembershipFields(TypedDict, total=False):
    """The fields of `LeadMembership`, all of them optional."""

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
    """Build the document's example of `LeadMembership` with *fields* replaced."""
    return build(EXAMPLES, models.LeadMembership, fields)


class CampaignFields(TypedDict, total=False):
    """The fields of `Campaign`, all of them optional."""

    id: str
    name: str
    status: CampaignStatusGiven
    timezone: str
    sending_days: ListLike[int]
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
    """Build the document's example of `Campaign` with *fields* replaced."""
    return build(EXAMPLES, models.Campaign, fields)


class CampaignReplyFields(TypedDict, total=False):
    """The fields of `CampaignReply`, all of them optional."""

    data: models.Campaign


def campaign_reply(**fields: Unpack[CampaignReplyFields]) -> models.CampaignReply:
    """Build the document's example of `CampaignReply` with *fields* replaced."""
    return build(EXAMPLES, models.CampaignReply, fields)


class CampaignPageFields(TypedDict, total=False):
    """The fields of `CampaignPage`, all of them optional."""

    data: ListLike[models.Campaign]
    meta: models.PageMeta


def campaign_page(**fields: Unpack[CampaignPageFields]) -> models.CampaignPage:
    """Build the document's example of `CampaignPage` with *fields* replaced."""
    return build(EXAMPLES, models.CampaignPage, fields)


class CampaignCreateFields(TypedDict, total=False):
    """The fields of `CampaignCreate`, all of them optional."""

    name: str
    timezone: str | UnsetType
    sending_days: ListLike[int] | UnsetType
    sending_start_hour: int | UnsetType
    sending_end_hour: int | UnsetType
    daily_limit: int | UnsetType
    context: str | None | UnsetType


def campaign_create(**fields: Unpack[CampaignCreateFields]) -> models.CampaignCreate:
    """Build the document's example of `CampaignCreate` with *fields* replaced."""
    return build(EXAMPLES, models.CampaignCreate, fields)


class CampaignUpdateFields(TypedDict, total=False):
    """The fields of `CampaignUpdate`, all of them optional."""

    name: str | UnsetType
    timezone: str | UnsetType
    sending_days: ListLike[int] | UnsetType
    sending_start_hour: int | UnsetType
    sending_end_hour: int | UnsetType
    daily_limit: int | UnsetType
    context: str | None | UnsetType


def campaign_update(**fields: Unpack[CampaignUpdateFields]) -> models.CampaignUpdate:
    """Build the document's example of `CampaignUpdate` with *fields* replaced."""
    return build(EXAMPLES, models.CampaignUpdate, fields)


class CampaignLeadsFields(TypedDict, total=False):
    """The fields of `CampaignLeads`, all of them optional."""

    lead_ids: ListLike[str]


def campaign_leads(**fields: Unpack[CampaignLeadsFields]) -> models.CampaignLeads:
    """Build the document's example of `CampaignLeads` with *fields* replaced."""
    return build(EXAMPLES, models.CampaignLeads, fields)


class CampaignAccountsFields(TypedDict, total=False):
    """The fields of `CampaignAccounts`, all of them optional."""

    account_ids: ListLike[str]


def campaign_accounts(**fields: Unpack[CampaignAccountsFields]) -> models.CampaignAccounts:
    """Build the document's example of `CampaignAccounts` with *fields* replaced."""
    return build(EXAMPLES, models.CampaignAccounts, fields)


class SequenceStepFields(TypedDict, total=False):
    """The fields of `SequenceStep`, all of them optional."""

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
    variants: ListLike[dict[str, Any]] | None | UnsetType
    has_variants: bool | None | UnsetType
    created_at: datetime.datetime
    updated_at: datetime.datetime


def sequence_step(**fields: Unpack[SequenceStepFields]) -> models.SequenceStep:
    """Build the document's example of `SequenceStep` with *fields* replaced."""
    return build(EXAMPLES, models.SequenceStep, fields)


class SequenceStepReplyFields(TypedDict, total=False):
    """The fields of `SequenceStepReply`, all of them optional."""

    data: models.SequenceStep


def sequence_step_reply(**fields: Unpack[SequenceStepReplyFields]) -> models.SequenceStepReply:
    """Build the document's example of `SequenceStepReply` with *fields* replaced."""
    return build(EXAMPLES, models.SequenceStepReply, fields)


class SequenceStepListFields(TypedDict, total=False):
    """The fields of `SequenceStepList`, all of them optional."""

    data: ListLike[models.SequenceStep]


def sequence_step_list(**fields: Unpack[SequenceStepListFields]) -> models.SequenceStepList:
    """Build the document's example of `SequenceStepList` with *fields* replaced."""
    return build(EXAMPLES, models.SequenceStepList, fields)


class SequenceStepCreateFields(TypedDict, total=False):
    """The fields of `SequenceStepCreate`, all of them optional."""

    step_number: int | UnsetType
    name: str | None | UnsetType
    subject: str
    body: str
    delay_days: int | UnsetType
    delay_hours: int | UnsetType
    send_only_if_no_reply: bool | UnsetType
    send_as_html: bool | UnsetType


def sequence_step_create(**fields: Unpack[SequenceStepCreateFields]) -> models.SequenceStepCreate:
    """Build the document's example of `SequenceStepCreate` with *fields* replaced."""
    return build(EXAMPLES, models.SequenceStepCreate, fields)


class SequenceStepUpdateFields(TypedDict, total=False):
    """The fields of `SequenceStepUpdate`, all of them optional."""

    step_number: int | UnsetType
    name: str | None | UnsetType
    subject: str | None | UnsetType
    body: str | UnsetType
    delay_days: int | UnsetType
    delay_hours: int | UnsetType
    send_only_if_no_reply: bool | UnsetType
    send_as_html: bool | UnsetType


def sequence_step_update(**fields: Unpack[SequenceStepUpdateFields]) -> models.SequenceStepUpdate:
    """Build the document's example of `SequenceStepUpdate` with *fields* replaced."""
    return build(EXAMPLES, models.SequenceStepUpdate, fields)


class TemplateFields(TypedDict, total=False):
    """The fields of `Template`, all of them optional."""

    id: str
    name: str
    subject: str | None
    body: str
    category: TemplateCategoryGiven
    send_as_html: bool | None | UnsetType
    created_at: datetime.datetime
    updated_at: datetime.datetime


def template(**fields: Unpack[TemplateFields]) -> models.Template:
    """Build the document's example of `Template` with *fields* replaced."""
    return build(EXAMPLES, models.Template, fields)


class TemplateReplyFields(TypedDict, total=False):
    """The fields of `TemplateReply`, all of them optional."""

    data: models.Template


def template_reply(**fields: Unpack[TemplateReplyFields]) -> models.TemplateReply:
    """Build the document's example of `TemplateReply` with *fields* replaced."""
    return build(EXAMPLES, models.TemplateReply, fields)


class TemplatePageFields(TypedDict, total=False):
    """The fields of `TemplatePage`, all of them optional."""

    data: ListLike[models.Template]
    meta: models.PageMeta


def template_page(**fields: Unpack[TemplatePageFields]) -> models.TemplatePage:
    """Build the document's example of `TemplatePage` with *fields* replaced."""
    return build(EXAMPLES, models.TemplatePage, fields)


class TemplateCreateFields(TypedDict, total=False):
    """The fields of `TemplateCreate`, all of them optional."""

    name: str
    subject: str | None | UnsetType
    body: str
    category: TemplateCategoryGiven | UnsetType
    send_as_html: bool | UnsetType


def template_create(**fields: Unpack[TemplateCreateFields]) -> models.TemplateCreate:
    """Build the document's example of `TemplateCreate` with *fields* replaced."""
    return build(EXAMPLES, models.TemplateCreate, fields)


class TemplateUpdateFields(TypedDict, total=False):
    """The fields of `TemplateUpdate`, all of them optional."""

    name: str | UnsetType
    subject: str | None | UnsetType
    body: str | UnsetType
    category: TemplateCategoryGiven | UnsetType
    send_as_html: bool | UnsetType


def template_update(**fields: Unpack[TemplateUpdateFields]) -> models.TemplateUpdate:
    """Build the document's example of `TemplateUpdate` with *fields* replaced."""
    return build(EXAMPLES, models.TemplateUpdate, fields)


class EmailAccountFields(TypedDict, total=False):
    """The fields of `EmailAccount`, all of them optional."""

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
    """Build the document's example of `EmailAccount` with *fields* replaced."""
    return build(EXAMPLES, models.EmailAccount, fields)


class EmailAccountReplyFields(TypedDict, total=False):
    """The fields of `EmailAccountReply`, all of them optional."""

    data: models.EmailAccount


def email_account_reply(**fields: Unpack[EmailAccountReplyFields]) -> models.EmailAccountReply:
    """Build the document's example of `EmailAccountReply` with *fields* replaced."""
    return build(EXAMPLES, models.EmailAccountReply, fields)


class EmailAccountPageFields(TypedDict, total=False):
    """The fields of `EmailAccountPage`, all of them optional."""

    data: ListLike[models.EmailAccount]
    meta: models.PageMeta


def email_account_page(**fields: Unpack[EmailAccountPageFields]) -> models.EmailAccountPage:
    """Build the document's example of `EmailAccountPage` with *fields* replaced."""
    return build(EXAMPLES, models.EmailAccountPage, fields)


class ThreadFields(TypedDict, total=False):
    """The fields of `Thread`, all of them optional."""

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
    """Build the document's example of `Thread` with *fields* replaced."""
    return build(EXAMPLES, models.Thread, fields)


class ThreadReplyFields(TypedDict, total=False):
    """The fields of `ThreadReply`, all of them optional."""

    data: models.Thread


def thread_reply(**fields: Unpack[ThreadReplyFields]) -> models.ThreadReply:
    """Build the document's example of `ThreadReply` with *fields* replaced."""
    return build(EXAMPLES, models.ThreadReply, fields)


class ThreadPageFields(TypedDict, total=False):
    """The fields of `ThreadPage`, all of them optional."""

    data: ListLike[models.Thread]
    meta: models.PageMeta


def thread_page(**fields: Unpack[ThreadPageFields]) -> models.ThreadPage:
    """Build the document's example of `ThreadPage` with *fields* replaced."""
    return build(EXAMPLES, models.ThreadPage, fields)


class ThreadUpdateFields(TypedDict, total=False):
    """The fields of `ThreadUpdate`, all of them optional."""

    is_read: bool | UnsetType
    is_starred: bool | UnsetType
    category: WritableReplyCategoryGiven | None | UnsetType


def thread_update(**fields: Unpack[ThreadUpdateFields]) -> models.ThreadUpdate:
    """Build the document's example of `ThreadUpdate` with *fields* replaced."""
    return build(EXAMPLES, models.ThreadUpdate, fields)


class ConversationReplyFields(TypedDict, total=False):
    """The fields of `ConversationReply`, all of them optional."""

    data: models.Conversation


def conversation_reply(**fields: Unpack[ConversationReplyFields]) -> models.ConversationReply:
    """Build the document's example of `ConversationReply` with *fields* replaced."""
    return build(EXAMPLES, models.ConversationReply, fields)


class ConversationFields(TypedDict, total=False):
    """The fields of `Conversation`, all of them optional."""

    messages: ListLike[models.Message]
    lead: models.ConversationLead | None
    campaign: models.ConversationCampaign | None


def conversation(**fields: Unpack[ConversationFields]) -> models.Conversation:
    """Build the document's example of `Conversation` with *fields* replaced."""
    return build(EXAMPLES, models.Conversation, fields)


class MessageFields(TypedDict, total=False):
    """The fields of `Message`, all of them optional."""

    id: str
    direction: MessageDirectionGiven
    from_email: str | None
    to_email: str | None
    subject: str | None
    body: str | None
    category: ReplyCategoryGiven | None
    timestamp: datetime.datetime


def message(**fields: Unpack[MessageFields]) -> models.Message:
    """Build the document's example of `Message` with *fields* replaced."""
    return build(EXAMPLES, models.Message, fields)


class ConversationLeadFields(TypedDict, total=False):
    """The fields of `ConversationLead`, all of them optional."""

    id: str
    email: str
    first_name: str | None
    last_name: str | None
    company: str | None


def conversation_lead(**fields: Unpack[ConversationLeadFields]) -> models.ConversationLead:
    """Build the document's example of `ConversationLead` with *fields* replaced."""
    return build(EXAMPLES, models.ConversationLead, fields)


class ConversationCampaignFields(TypedDict, total=False):
    """The fields of `ConversationCampaign`, all of them optional."""

    id: str
    name: str


def conversation_campaign(**fields: Unpack[ConversationCampaignFields]) -> models.ConversationCampaign:
    """Build the document's example of `ConversationCampaign` with *fields* replaced."""
    return build(EXAMPLES, models.ConversationCampaign, fields)


class ReplyMessageFields(TypedDict, total=False):
    """The fields of `ReplyMessage`, all of them optional."""

    body: str
    subject: str | UnsetType


def reply_message(**fields: Unpack[ReplyMessageFields]) -> models.ReplyMessage:
    """Build the document's example of `ReplyMessage` with *fields* replaced."""
    return build(EXAMPLES, models.ReplyMessage, fields)


class SendReceiptReplyFields(TypedDict, total=False):
    """The fields of `SendReceiptReply`, all of them optional."""

    data: models.SendReceipt


def send_receipt_reply(**fields: Unpack[SendReceiptReplyFields]) -> models.SendReceiptReply:
    """Build the document's example of `SendReceiptReply` with *fields* replaced."""
    return build(EXAMPLES, models.SendReceiptReply, fields)


class SendReceiptFields(TypedDict, total=False):
    """The fields of `SendReceipt`, all of them optional."""

    success: bool
    message_id: str


def send_receipt(**fields: Unpack[SendReceiptFields]) -> models.SendReceipt:
    """Build the document's example of `SendReceipt` with *fields* replaced."""
    return build(EXAMPLES, models.SendReceipt, fields)


class InboxStatsReplyFields(TypedDict, total=False):
    """The fields of `InboxStatsReply`, all of them optional."""

    data: models.InboxStats


def inbox_stats_reply(**fields: Unpack[InboxStatsReplyFields]) -> models.InboxStatsReply:
    """Build the document's example of `InboxStatsReply` with *fields* replaced."""
    return build(EXAMPLES, models.InboxStatsReply, fields)


class InboxStatsFields(TypedDict, total=False):
    """The fields of `InboxStats`, all of them optional."""

    total: int
    unread: int
    interested: int
    not_interested: int
    out_of_office: int
    uncategorized: int
    unknown: int
    total_sent: int


def inbox_stats(**fields: Unpack[InboxStatsFields]) -> models.InboxStats:
    """Build the document's example of `InboxStats` with *fields* replaced."""
    return build(EXAMPLES, models.InboxStats, fields)


class AnalyticsOverviewReplyFields(TypedDict, total=False):
    """The fields of `AnalyticsOverviewReply`, all of them optional."""

    data: models.AnalyticsOverview


def analytics_overview_reply(**fields: Unpack[AnalyticsOverviewReplyFields]) -> models.AnalyticsOverviewReply:
    """Build the document's example of `AnalyticsOverviewReply` with *fields* replaced."""
    return build(EXAMPLES, models.AnalyticsOverviewReply, fields)


class AnalyticsOverviewFields(TypedDict, total=False):
    """The fields of `AnalyticsOverview`, all of them optional."""

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
    """Build the document's example of `AnalyticsOverview` with *fields* replaced."""
    return build(EXAMPLES, models.AnalyticsOverview, fields)


class CampaignAnalyticsReplyFields(TypedDict, total=False):
    """The fields of `CampaignAnalyticsReply`, all of them optional."""

    data: models.CampaignAnalytics


def campaign_analytics_reply(**fields: Unpack[CampaignAnalyticsReplyFields]) -> models.CampaignAnalyticsReply:
    """Build the document's example of `CampaignAnalyticsReply` with *fields* replaced."""
    return build(EXAMPLES, models.CampaignAnalyticsReply, fields)


class CampaignAnalyticsFields(TypedDict, total=False):
    """The fields of `CampaignAnalytics`, all of them optional."""

    sent: int | None | UnsetType
    delivered: int | None | UnsetType
    bounced: int | None | UnsetType
    replied: int | None | UnsetType
    opened: int | None | UnsetType
    reply_rate: float | None | UnsetType
    bounce_rate: float | None | UnsetType
    daily_stats: ListLike[models.DailyStats] | None | UnsetType


def campaign_analytics(**fields: Unpack[CampaignAnalyticsFields]) -> models.CampaignAnalytics:
    """Build the document's example of `CampaignAnalytics` with *fields* replaced."""
    return build(EXAMPLES, models.CampaignAnalytics, fields)


class DailyStatsFields(TypedDict, total=False):
    """The fields of `DailyStats`, all of them optional."""

    date: datetime.date | None | UnsetType
    sent: int | None | UnsetType
    delivered: int | None | UnsetType
    bounced: int | None | UnsetType
    replied: int | None | UnsetType
    opened: int | None | UnsetType


def daily_stats(**fields: Unpack[DailyStatsFields]) -> models.DailyStats:
    """Build the document's example of `DailyStats` with *fields* replaced."""
    return build(EXAMPLES, models.DailyStats, fields)


class WebhookEventListFields(TypedDict, total=False):
    """The fields of `WebhookEventList`, all of them optional."""

    data: ListLike[WebhookEventGiven]


def webhook_event_list(**fields: Unpack[WebhookEventListFields]) -> models.WebhookEventList:
    """Build the document's example of `WebhookEventList` with *fields* replaced."""
    return build(EXAMPLES, models.WebhookEventList, fields)


class WebhookFields(TypedDict, total=False):
    """The fields of `Webhook`, all of them optional."""

    id: str
    url: str
    events: ListLike[WebhookEventGiven]
    is_active: bool
    last_delivered_at: datetime.datetime | None
    consecutive_failures: int
    created_at: datetime.datetime
    updated_at: datetime.datetime


def webhook(**fields: Unpack[WebhookFields]) -> models.Webhook:
    """Build the document's example of `Webhook` with *fields* replaced."""
    return build(EXAMPLES, models.Webhook, fields)


class WebhookReplyFields(TypedDict, total=False):
    """The fields of `WebhookReply`, all of them optional."""

    data: models.Webhook


def webhook_reply(**fields: Unpack[WebhookReplyFields]) -> models.WebhookReply:
    """Build the document's example of `WebhookReply` with *fields* replaced."""
    return build(EXAMPLES, models.WebhookReply, fields)


class WebhookPageFields(TypedDict, total=False):
    """The fields of `WebhookPage`, all of them optional."""

    data: ListLike[models.Webhook]
    meta: models.PageMeta


def webhook_page(**fields: Unpack[WebhookPageFields]) -> models.WebhookPage:
    """Build the document's example of `WebhookPage` with *fields* replaced."""
    return build(EXAMPLES, models.WebhookPage, fields)


class CreatedWebhookFields(TypedDict, total=False):
    """The fields of `CreatedWebhook`, all of them optional."""

    id: str
    url: str
    events: ListLike[WebhookEventGiven]
    is_active: bool
    last_delivered_at: datetime.datetime | None
    consecutive_failures: int
    created_at: datetime.datetime
    updated_at: datetime.datetime
    secret: str


def created_webhook(**fields: Unpack[CreatedWebhookFields]) -> models.CreatedWebhook:
    """Build the document's example of `CreatedWebhook` with *fields* replaced."""
    return build(EXAMPLES, models.CreatedWebhook, fields)


class CreatedWebhookReplyFields(TypedDict, total=False):
    """The fields of `CreatedWebhookReply`, all of them optional."""

    data: models.CreatedWebhook


def created_webhook_reply(**fields: Unpack[CreatedWebhookReplyFields]) -> models.CreatedWebhookReply:
    """Build the document's example of `CreatedWebhookReply` with *fields* replaced."""
    return build(EXAMPLES, models.CreatedWebhookReply, fields)


class WebhookCreateFields(TypedDict, total=False):
    """The fields of `WebhookCreate`, all of them optional."""

    url: str
    events: ListLike[WebhookEventGiven]
    is_active: bool | UnsetType


def webhook_create(**fields: Unpack[WebhookCreateFields]) -> models.WebhookCreate:
    """Build the document's example of `WebhookCreate` with *fields* replaced."""
    return build(EXAMPLES, models.WebhookCreate, fields)


class WebhookUpdateFields(TypedDict, total=False):
    """The fields of `WebhookUpdate`, all of them optional."""

    url: str | UnsetType
    events: ListLike[WebhookEventGiven] | UnsetType
    is_active: bool | UnsetType


def webhook_update(**fields: Unpack[WebhookUpdateFields]) -> models.WebhookUpdate:
    """Build the document's example of `WebhookUpdate` with *fields* replaced."""
    return build(EXAMPLES, models.WebhookUpdate, fields)


class EmailSentDeliveryFields(TypedDict, total=False):
    """The fields of `EmailSentDelivery`, all of them optional."""

    timestamp: datetime.datetime
    data: models.EmailSentData


def email_sent_delivery(**fields: Unpack[EmailSentDeliveryFields]) -> models.EmailSentDelivery:
    """Build the document's example of `EmailSentDelivery` with *fields* replaced."""
    return build(EXAMPLES, models.EmailSentDelivery, fields)


class EmailSentDataFields(TypedDict, total=False):
    """The fields of `EmailSentData`, all of them optional."""

    email_log_id: str
    campaign_id: str | None
    lead_id: str | None
    to_email: str
    from_email: str
    subject: str | None
    sequence_step: int | None | UnsetType


def email_sent_data(**fields: Unpack[EmailSentDataFields]) -> models.EmailSentData:
    """Build the document's example of `EmailSentData` with *fields* replaced."""
    return build(EXAMPLES, models.EmailSentData, fields)


class EmailFailedDeliveryFields(TypedDict, total=False):
    """The fields of `EmailFailedDelivery`, all of them optional."""

    timestamp: datetime.datetime
    data: models.EmailFailedData


def email_failed_delivery(**fields: Unpack[EmailFailedDeliveryFields]) -> models.EmailFailedDelivery:
    """Build the document's example of `EmailFailedDelivery` with *fields* replaced."""
    return build(EXAMPLES, models.EmailFailedDelivery, fields)


class EmailFailedDataFields(TypedDict, total=False):
    """The fields of `EmailFailedData`, all of them optional."""

    email_log_id: str
    campaign_id: str | None
    lead_id: str | None
    to_email: str
    error: str | None


def email_failed_data(**fields: Unpack[EmailFailedDataFields]) -> models.EmailFailedData:
    """Build the document's example of `EmailFailedData` with *fields* replaced."""
    return build(EXAMPLES, models.EmailFailedData, fields)


class EmailBouncedDeliveryFields(TypedDict, total=False):
    """The fields of `EmailBouncedDelivery`, all of them optional."""

    timestamp: datetime.datetime
    data: models.EmailBouncedData


def email_bounced_delivery(**fields: Unpack[EmailBouncedDeliveryFields]) -> models.EmailBouncedDelivery:
    """Build the document's example of `EmailBouncedDelivery` with *fields* replaced."""
    return build(EXAMPLES, models.EmailBouncedDelivery, fields)


class EmailBouncedDataFields(TypedDict, total=False):
    """The fields of `EmailBouncedData`, all of them optional."""

    email_log_id: str
    campaign_id: str | None
    lead_id: str | None
    to_email: str
    bounce_type: BounceTypeGiven | None


def email_bounced_data(**fields: Unpack[EmailBouncedDataFields]) -> models.EmailBouncedData:
    """Build the document's example of `EmailBouncedData` with *fields* replaced."""
    return build(EXAMPLES, models.EmailBouncedData, fields)


class EmailOpenedDeliveryFields(TypedDict, total=False):
    """The fields of `EmailOpenedDelivery`, all of them optional."""

    timestamp: datetime.datetime
    data: models.EmailOpenedData


def email_opened_delivery(**fields: Unpack[EmailOpenedDeliveryFields]) -> models.EmailOpenedDelivery:
    """Build the document's example of `EmailOpenedDelivery` with *fields* replaced."""
    return build(EXAMPLES, models.EmailOpenedDelivery, fields)


class EmailOpenedDataFields(TypedDict, total=False):
    """The fields of `EmailOpenedData`, all of them optional."""

    email_log_id: str
    campaign_id: str | None
    lead_id: str | None
    to_email: str


def email_opened_data(**fields: Unpack[EmailOpenedDataFields]) -> models.EmailOpenedData:
    """Build the document's example of `EmailOpenedData` with *fields* replaced."""
    return build(EXAMPLES, models.EmailOpenedData, fields)


class ReplyReceivedDeliveryFields(TypedDict, total=False):
    """The fields of `ReplyReceivedDelivery`, all of them optional."""

    timestamp: datetime.datetime
    data: models.ReplyReceivedData


def reply_received_delivery(**fields: Unpack[ReplyReceivedDeliveryFields]) -> models.ReplyReceivedDelivery:
    """Build the document's example of `ReplyReceivedDelivery` with *fields* replaced."""
    return build(EXAMPLES, models.ReplyReceivedDelivery, fields)


class ReplyReceivedDataFields(TypedDict, total=False):
    """The fields of `ReplyReceivedData`, all of them optional."""

    reply_id: str
    campaign_id: str | None
    lead_id: str | None
    from_email: str | None
    subject: str | None
    body_preview: str | None


def reply_received_data(**fields: Unpack[ReplyReceivedDataFields]) -> models.ReplyReceivedData:
    """Build the document's example of `ReplyReceivedData` with *fields* replaced."""
    return build(EXAMPLES, models.ReplyReceivedData, fields)


class ReplyCategorizedDeliveryFields(TypedDict, total=False):
    """The fields of `ReplyCategorizedDelivery`, all of them optional."""

    timestamp: datetime.datetime
    data: models.ReplyCategorizedData


def reply_categorized_delivery(**fields: Unpack[ReplyCategorizedDeliveryFields]) -> models.ReplyCategorizedDelivery:
    """Build the document's example of `ReplyCategorizedDelivery` with *fields* replaced."""
    return build(EXAMPLES, models.ReplyCategorizedDelivery, fields)


class ReplyCategorizedDataFields(TypedDict, total=False):
    """The fields of `ReplyCategorizedData`, all of them optional."""

    reply_id: str
    category: ReplyCategoryGiven | None
    previous_category: ReplyCategoryGiven | None


def reply_categorized_data(**fields: Unpack[ReplyCategorizedDataFields]) -> models.ReplyCategorizedData:
    """Build the document's example of `ReplyCategorizedData` with *fields* replaced."""
    return build(EXAMPLES, models.ReplyCategorizedData, fields)


class CampaignStartedDeliveryFields(TypedDict, total=False):
    """The fields of `CampaignStartedDelivery`, all of them optional."""

    timestamp: datetime.datetime
    data: dict[str, Any]


def campaign_started_delivery(**fields: Unpack[CampaignStartedDeliveryFields]) -> models.CampaignStartedDelivery:
    """Build the document's example of `CampaignStartedDelivery` with *fields* replaced."""
    return build(EXAMPLES, models.CampaignStartedDelivery, fields)


class CampaignPausedDeliveryFields(TypedDict, total=False):
    """The fields of `CampaignPausedDelivery`, all of them optional."""

    timestamp: datetime.datetime
    data: dict[str, Any]


def campaign_paused_delivery(**fields: Unpack[CampaignPausedDeliveryFields]) -> models.CampaignPausedDelivery:
    """Build the document's example of `CampaignPausedDelivery` with *fields* replaced."""
    return build(EXAMPLES, models.CampaignPausedDelivery, fields)


class CampaignCompletedDeliveryFields(TypedDict, total=False):
    """The fields of `CampaignCompletedDelivery`, all of them optional."""

    timestamp: datetime.datetime
    data: dict[str, Any]


def campaign_completed_delivery(**fields: Unpack[CampaignCompletedDeliveryFields]) -> models.CampaignCompletedDelivery:
    """Build the document's example of `CampaignCompletedDelivery` with *fields* replaced."""
    return build(EXAMPLES, models.CampaignCompletedDelivery, fields)


class LeadCreatedDeliveryFields(TypedDict, total=False):
    """The fields of `LeadCreatedDelivery`, all of them optional."""

    timestamp: datetime.datetime
    data: dict[str, Any]


def lead_created_delivery(**fields: Unpack[LeadCreatedDeliveryFields]) -> models.LeadCreatedDelivery:
    """Build the document's example of `LeadCreatedDelivery` with *fields* replaced."""
    return build(EXAMPLES, models.LeadCreatedDelivery, fields)


class LeadUpdatedDeliveryFields(TypedDict, total=False):
    """The fields of `LeadUpdatedDelivery`, all of them optional."""

    timestamp: datetime.datetime
    data: dict[str, Any]


def lead_updated_delivery(**fields: Unpack[LeadUpdatedDeliveryFields]) -> models.LeadUpdatedDelivery:
    """Build the document's example of `LeadUpdatedDelivery` with *fields* replaced."""
    return build(EXAMPLES, models.LeadUpdatedDelivery, fields)
