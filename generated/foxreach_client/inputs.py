# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""What an argument takes besides a model: a value of an enumeration, a mapping in place of a struct."""

from __future__ import annotations

from typing import Any, Literal, Required, TypeAlias

from foxreach_runtime.nested.annotations import AnyIterable, ListLike, TypedDict

from .models._shared import ReplyCategory
from .models.campaigns import CampaignAccounts, CampaignCreate, CampaignLeads, CampaignStatus, CampaignUpdate
from .models.campaigns_sequences import SequenceStepCreate, SequenceStepUpdate
from .models.inbox import ReplyMessage, ThreadUpdate, WritableReplyCategory
from .models.leads import LeadCreate, LeadImport, LeadSource, LeadStatus, LeadUpdate
from .models.templates import TemplateCategory, TemplateCreate, TemplateUpdate
from .models.webhooks import WebhookCreate, WebhookEvent, WebhookUpdate

LeadStatusInput: TypeAlias = LeadStatus | Literal["active", "bounced", "unsubscribed", "replied"]
"""`LeadStatus`, or the value of one; a value this version does not know is passed as `LeadStatus("...")`."""

LeadSourceInput: TypeAlias = LeadSource | Literal["api", "csv_import", "manual"] | str
"""`LeadSource`, or the value of one; a value this version does not know is passed as `LeadSource("...")`."""

CampaignStatusInput: TypeAlias = CampaignStatus | Literal["draft", "active", "paused", "completed"] | str
"""`CampaignStatus`, or the value of one; a value this version does not know is passed as `CampaignStatus("...")`."""

TemplateCategoryInput: TypeAlias = TemplateCategory | Literal["email", "reply_macro", "snippet"] | str
"""`TemplateCategory`, or the value of one; a value this version does not know is passed as `TemplateCategory("...")`."""

ReplyCategoryInput: TypeAlias = (
    ReplyCategory | Literal["interested", "not_interested", "out_of_office", "uncategorized", "unknown", "bounce"] | str
)
"""`ReplyCategory`, or the value of one; a value this version does not know is passed as `ReplyCategory("...")`."""

WritableReplyCategoryInput: TypeAlias = (
    WritableReplyCategory | Literal["interested", "not_interested", "out_of_office", "uncategorized", "unknown"]
)
"""`WritableReplyCategory`, or the value of one; a value this version does not know is passed as `WritableReplyCategory("...")`."""

WebhookEventInput: TypeAlias = (
    WebhookEvent
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
"""`WebhookEvent`, or the value of one; a value this version does not know is passed as `WebhookEvent("...")`."""


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
    tags: ListLike[str] | None
    custom_fields: dict[str, Any] | None
    notes: str | None
    source: LeadSourceInput
    status: LeadStatusInput


LeadCreateInput: TypeAlias = LeadCreate | LeadCreateDict
"""`LeadCreate`, or a mapping with the names of its fields."""


class LeadImportDict(TypedDict, total=False):
    """`LeadImport` as a mapping; the keys are the names of its fields in Python."""

    leads: Required[AnyIterable[LeadCreateInput]]
    restore_soft_deleted: bool


LeadImportInput: TypeAlias = LeadImport | LeadImportDict
"""`LeadImport`, or a mapping with the names of its fields."""


class LeadUpdateDict(TypedDict, total=False):
    """`LeadUpdate` as a mapping; the keys are the names of its fields in Python."""

    email: str
    first_name: str | None
    last_name: str | None
    company: str | None
    title: str | None
    phone: str | None
    linkedin_url: str | None
    website: str | None
    tags: ListLike[str] | None
    custom_fields: dict[str, Any] | None
    notes: str | None
    status: LeadStatusInput


LeadUpdateInput: TypeAlias = LeadUpdate | LeadUpdateDict
"""`LeadUpdate`, or a mapping with the names of its fields."""


class CampaignCreateDict(TypedDict, total=False):
    """`CampaignCreate` as a mapping; the keys are the names of its fields in Python."""

    name: Required[str]
    timezone: str
    sending_days: ListLike[int]
    sending_start_hour: int
    sending_end_hour: int
    daily_limit: int
    context: str | None


CampaignCreateInput: TypeAlias = CampaignCreate | CampaignCreateDict
"""`CampaignCreate`, or a mapping with the names of its fields."""


class CampaignUpdateDict(TypedDict, total=False):
    """`CampaignUpdate` as a mapping; the keys are the names of its fields in Python."""

    name: str
    timezone: str
    sending_days: ListLike[int]
    sending_start_hour: int
    sending_end_hour: int
    daily_limit: int
    context: str | None


CampaignUpdateInput: TypeAlias = CampaignUpdate | CampaignUpdateDict
"""`CampaignUpdate`, or a mapping with the names of its fields."""


class CampaignLeadsDict(TypedDict, total=False):
    """`CampaignLeads` as a mapping; the keys are the names of its fields in Python."""

    lead_ids: Required[ListLike[str]]


CampaignLeadsInput: TypeAlias = CampaignLeads | CampaignLeadsDict
"""`CampaignLeads`, or a mapping with the names of its fields."""


class CampaignAccountsDict(TypedDict, total=False):
    """`CampaignAccounts` as a mapping; the keys are the names of its fields in Python."""

    account_ids: Required[ListLike[str]]


CampaignAccountsInput: TypeAlias = CampaignAccounts | CampaignAccountsDict
"""`CampaignAccounts`, or a mapping with the names of its fields."""


class SequenceStepCreateDict(TypedDict, total=False):
    """`SequenceStepCreate` as a mapping; the keys are the names of its fields in Python."""

    step_number: int
    name: str | None
    subject: Required[str]
    body: Required[str]
    delay_days: int
    delay_hours: int
    send_only_if_no_reply: bool
    send_as_html: bool


SequenceStepCreateInput: TypeAlias = SequenceStepCreate | SequenceStepCreateDict
"""`SequenceStepCreate`, or a mapping with the names of its fields."""


class SequenceStepUpdateDict(TypedDict, total=False):
    """`SequenceStepUpdate` as a mapping; the keys are the names of its fields in Python."""

    step_number: int
    name: str | None
    subject: str | None
    body: str
    delay_days: int
    delay_hours: int
    send_only_if_no_reply: bool
    send_as_html: bool


SequenceStepUpdateInput: TypeAlias = SequenceStepUpdate | SequenceStepUpdateDict
"""`SequenceStepUpdate`, or a mapping with the names of its fields."""


class TemplateCreateDict(TypedDict, total=False):
    """`TemplateCreate` as a mapping; the keys are the names of its fields in Python."""

    name: Required[str]
    subject: str | None
    body: Required[str]
    category: TemplateCategoryInput
    send_as_html: bool


TemplateCreateInput: TypeAlias = TemplateCreate | TemplateCreateDict
"""`TemplateCreate`, or a mapping with the names of its fields."""


class TemplateUpdateDict(TypedDict, total=False):
    """`TemplateUpdate` as a mapping; the keys are the names of its fields in Python."""

    name: str
    subject: str | None
    body: str
    category: TemplateCategoryInput
    send_as_html: bool


TemplateUpdateInput: TypeAlias = TemplateUpdate | TemplateUpdateDict
"""`TemplateUpdate`, or a mapping with the names of its fields."""


class ThreadUpdateDict(TypedDict, total=False):
    """`ThreadUpdate` as a mapping; the keys are the names of its fields in Python."""

    is_read: bool
    is_starred: bool
    category: WritableReplyCategoryInput | None


ThreadUpdateInput: TypeAlias = ThreadUpdate | ThreadUpdateDict
"""`ThreadUpdate`, or a mapping with the names of its fields."""


class ReplyMessageDict(TypedDict, total=False):
    """`ReplyMessage` as a mapping; the keys are the names of its fields in Python."""

    body: Required[str]
    subject: str


ReplyMessageInput: TypeAlias = ReplyMessage | ReplyMessageDict
"""`ReplyMessage`, or a mapping with the names of its fields."""


class WebhookCreateDict(TypedDict, total=False):
    """`WebhookCreate` as a mapping; the keys are the names of its fields in Python."""

    url: Required[str]
    events: Required[ListLike[WebhookEventInput]]
    is_active: bool


WebhookCreateInput: TypeAlias = WebhookCreate | WebhookCreateDict
"""`WebhookCreate`, or a mapping with the names of its fields."""


class WebhookUpdateDict(TypedDict, total=False):
    """`WebhookUpdate` as a mapping; the keys are the names of its fields in Python."""

    url: str
    events: ListLike[WebhookEventInput]
    is_active: bool


WebhookUpdateInput: TypeAlias = WebhookUpdate | WebhookUpdateDict
"""`WebhookUpdate`, or a mapping with the names of its fields."""
