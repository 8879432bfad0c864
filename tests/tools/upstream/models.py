"""The models of the application: objects and bodies as the vendor's pages, SDK and plugin have them."""

from __future__ import annotations

import datetime as dt
from datetime import datetime
from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, create_model
from pydantic.alias_generators import to_camel

from tests.tools.upstream.enumerations import (
    ActivityKind,
    BounceKind,
    CampaignStatus,
    Category,
    Direction,
    EmailKind,
    LeadSource,
    LeadStatus,
    ReplyCategory,
    SettableCategory,
    WebhookEvent,
)

T = TypeVar("T")
Day = Annotated[int, Field(ge=1, le=7)]
Hour = Annotated[int, Field(ge=0, le=23)]
Count = Annotated[int, Field(ge=0)]


class Model(BaseModel):
    """What all have in common: names in camelCase on the wire."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True)


class Envelope(Model, Generic[T]):
    data: T


class PageInfo(Model):
    page: int
    page_size: int
    total: int
    total_pages: int


class Page(Model, Generic[T]):
    data: list[T]
    meta: PageInfo


class Deleted(Model):
    id: str
    deleted: bool


class Removed(Model):
    removed: bool


class Added(Model):
    added: int | None = None


class LeadWords(Model):
    first_name: str | None = None
    last_name: str | None = None
    company: str | None = None
    title: str | None = None
    phone: str | None = None
    linkedin_url: str | None = None
    website: str | None = None
    custom_fields: dict[str, Any] | None = None
    notes: str | None = None
    tags: list[str] | None = None


class LeadCreate(LeadWords):
    email: str
    source: LeadSource = LeadSource.API
    status: LeadStatus = LeadStatus.ACTIVE


class LeadUpdate(LeadWords):
    email: str | None = None
    status: LeadStatus | None = None


class Lead(Model):
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
    source: LeadSource | None
    status: LeadStatus
    last_contacted_at: datetime | None
    tags: list[str] | None = None
    created_at: datetime
    updated_at: datetime


class LeadImport(Model):
    leads: Annotated[list[LeadCreate], Field(min_length=1, max_length=1000)]
    restore_soft_deleted: bool = True


class Rejected(Model):
    email: str | None
    reason: str


class Imported(Model):
    created: int
    restored: int
    duplicates: int
    errors: int
    duplicate_emails: list[str]
    error_details: list[Rejected]


class Entry(Model):
    id: str
    type: ActivityKind
    subject: str | None = None
    body_preview: str | None = None
    status: str | None = None
    campaign_name: str | None = None
    sequence_step: int | None = None
    email_type: EmailKind | None = None
    opened_at: datetime | None = None
    clicked_at: datetime | None = None
    category: ReplyCategory | None = None
    timestamp: datetime


class Membership(Model):
    campaign_id: str
    campaign_name: str
    status: str
    current_step: int
    total_sent: int
    total_opened: int
    last_sent_at: datetime | None
    next_send_at: datetime | None
    replied_at: datetime | None


class Activity(Model):
    activities: list[Entry]
    campaigns: list[Membership]


class CampaignCreate(Model):
    name: str
    timezone: str = "UTC"
    sending_days: list[Day] = [1, 2, 3, 4, 5]
    sending_start_hour: Hour = 9
    sending_end_hour: Hour = 17
    daily_limit: Count = 50
    context: str | None = None


class CampaignUpdate(Model):
    name: str | None = None
    timezone: str | None = None
    sending_days: list[Day] | None = None
    sending_start_hour: Hour | None = None
    sending_end_hour: Hour | None = None
    daily_limit: Count | None = None
    context: str | None = None


class Campaign(Model):
    id: str
    name: str
    status: CampaignStatus
    timezone: str
    sending_days: list[int]
    sending_start_hour: int
    sending_end_hour: int
    sending_start_minute: int | None = None
    sending_end_minute: int | None = None
    daily_limit: int
    sent_today: int
    queued_today: int | None = None
    context: str | None
    total_leads: int
    total_sent: int
    total_delivered: int
    total_bounced: int
    total_replied: int
    total_opened: int
    created_at: datetime
    updated_at: datetime
    started_at: datetime | None
    completed_at: datetime | None


class LeadIds(Model):
    lead_ids: list[str]


class AccountIds(Model):
    account_ids: list[str]


class StepCreate(Model):
    step_number: Annotated[int, Field(ge=1)] | None = None
    name: str | None = None
    subject: str
    body: str
    delay_days: Count = 0
    delay_hours: Count = 0
    send_only_if_no_reply: bool = True
    send_as_html: bool = False


class StepUpdate(Model):
    step_number: Annotated[int, Field(ge=1)] | None = None
    name: str | None = None
    subject: str | None = None
    body: str | None = None
    delay_days: Count | None = None
    delay_hours: Count | None = None
    send_only_if_no_reply: bool | None = None
    send_as_html: bool | None = None


class Step(Model):
    id: str
    campaign_id: str
    step_number: int
    name: str | None
    subject: str | None
    body: str
    delay_days: int
    delay_hours: int
    send_only_if_no_reply: bool
    send_as_html: bool | None = None
    variants: list[dict[str, Any]] | None = None
    has_variants: bool | None = None
    created_at: datetime
    updated_at: datetime


class TemplateCreate(Model):
    name: str
    subject: str | None = None
    body: str
    category: Category | None = None
    send_as_html: bool | None = None


class TemplateUpdate(Model):
    name: str | None = None
    subject: str | None = None
    body: str | None = None
    category: Category | None = None
    send_as_html: bool | None = None


class Template(Model):
    id: str
    name: str
    subject: str | None
    body: str
    category: Category
    send_as_html: bool | None = None
    created_at: datetime
    updated_at: datetime


class Account(Model):
    id: str
    email: str
    display_name: str | None = None
    provider: str | None = None
    connection_status: str | None = None
    daily_limit: int | None = None
    sent_today: int | None = None
    is_active: bool | None = None
    warmup_enabled: bool | None = None
    health_score: float | None = None
    bounce_rate: float | None = None
    reply_rate: float | None = None
    created_at: datetime | None = None
    updated_at: datetime | None = None


class Thread(Model):
    id: str
    from_email: str | None
    to_email: str | None
    subject: str | None
    body_preview: str | None = None
    body: str | None = None
    body_plain: str | None = None
    category: ReplyCategory | None
    is_read: bool
    is_starred: bool
    received_at: datetime | None
    lead_id: str | None
    campaign_id: str | None
    account_id: str | None = None


class ThreadUpdate(Model):
    is_read: bool | None = None
    is_starred: bool | None = None
    category: SettableCategory | None = None


class Message(Model):
    id: str
    direction: Direction
    from_email: str | None
    to_email: str | None
    subject: str | None
    body: str | None
    category: ReplyCategory | None
    timestamp: datetime


class Person(Model):
    id: str
    email: str
    first_name: str | None
    last_name: str | None
    company: str | None


class Named(Model):
    id: str
    name: str


class Conversation(Model):
    messages: list[Message]
    lead: Person | None
    campaign: Named | None


class ReplyIn(Model):
    body: str
    subject: str | None = None


class Sent(Model):
    success: bool
    message_id: str


class Stats(Model):
    total: int
    unread: int
    interested: int
    not_interested: int
    out_of_office: int
    uncategorized: int
    unknown: int
    total_sent: int


class Overview(Model):
    total_accounts: int | None = None
    active_accounts: int | None = None
    total_campaigns: int | None = None
    active_campaigns: int | None = None
    total_leads: int | None = None
    total_sent: int | None = None
    total_replies: int | None = None
    reply_rate: float | None = None
    account_health_avg: float | None = None


class Daily(Model):
    date: dt.date | None = None
    sent: int | None = None
    delivered: int | None = None
    bounced: int | None = None
    replied: int | None = None
    opened: int | None = None


class CampaignAnalytics(Model):
    sent: int | None = None
    delivered: int | None = None
    bounced: int | None = None
    replied: int | None = None
    opened: int | None = None
    reply_rate: float | None = None
    bounce_rate: float | None = None
    daily_stats: list[Daily] | None = None


class Mail(Model):
    email_log_id: str
    campaign_id: str | None
    lead_id: str | None
    to_email: str


class SentMail(Mail):
    from_email: str
    subject: str | None
    sequence_step: int | None = None


class FailedMail(Mail):
    error: str | None


class BouncedMail(Mail):
    bounce_type: BounceKind | None


class ReceivedReply(Model):
    reply_id: str
    campaign_id: str | None
    lead_id: str | None
    from_email: str | None
    subject: str | None
    body_preview: str | None


class CategorizedReply(Model):
    reply_id: str
    category: ReplyCategory | None
    previous_category: ReplyCategory | None


def delivery(event: WebhookEvent, data: type[Model] | None) -> Any:
    """Return the model of what is posted for *event*."""
    name = event.replace(".", " ").title().replace(" ", "")
    fields: dict[str, Any] = {"event": (Literal[str(event)], ...), "timestamp": (datetime, ...)}
    return create_model(f"{name}Delivery", **fields, data=(data or dict[str, Any], ...))


class WebhookCreate(Model):
    url: str
    events: list[WebhookEvent]
    is_active: bool = True


class WebhookUpdate(Model):
    url: str | None = None
    events: list[WebhookEvent] | None = None
    is_active: bool | None = None


class Webhook(Model):
    id: str
    url: str
    events: list[WebhookEvent]
    is_active: bool
    last_delivered_at: datetime | None
    consecutive_failures: int
    created_at: datetime
    updated_at: datetime


class NewWebhook(Webhook):
    secret: str
