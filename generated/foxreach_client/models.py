# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""What goes over the wire, as msgspec structs."""

from __future__ import annotations

from datetime import date as date_aliased
from datetime import datetime
from typing import Annotated, Any, ClassVar, Literal, TypeAlias

from foxreach_runtime.enums import OpenEnum
from foxreach_runtime.model import Model, read_as_utc
from msgspec import UNSET, Meta, UnsetType, field


class ErrorBody(Model, frozen=True, kw_only=True):
    """What most failed calls answer."""

    detail: str
    """What went wrong, in words for a person."""


class PlanLimitBody(Model, frozen=True, kw_only=True):
    """What a call answers that the plan of the workspace does not allow. Its shape is not documented."""

    detail: str | dict[str, Any]
    """What went wrong, in words or as an object."""


class ValidationItem(Model, frozen=True, kw_only=True):
    """One value that was not accepted."""

    loc: list[str | int]
    """Where the value is, from the outside in, such as body and email. Numbers count from 0."""
    msg: str
    """What is wrong with the value, in words for a person."""
    type: str
    """What is wrong with the value, as a code such as missing."""


class RateLimitDetails(Model, frozen=True, kw_only=True):
    """The limit that was passed."""

    limit: int
    """Calls allowed in a minute."""
    reset: int
    """When the limit is reset, in seconds since 1970-01-01 UTC."""


class GatewayErrorBody(Model, frozen=True, kw_only=True):
    """What a gateway may answer. Its shape is not documented."""

    detail: str | None | UnsetType = UNSET
    """What went wrong, in words for a person."""


class PageMeta(Model, frozen=True, kw_only=True):
    """Where a page is in its list."""

    page: int
    """Number of this page, counted from 1."""
    page_size: int = field(name="pageSize")
    """Items that fit on a page."""
    total: int
    """Items in the whole list."""
    total_pages: int = field(name="totalPages")
    """Pages in the whole list."""


class Deletion(Model, frozen=True, kw_only=True):
    """What was deleted."""

    id: str
    """Id of the object that was deleted."""
    deleted: bool
    """True when the object was deleted."""


class Removal(Model, frozen=True, kw_only=True):
    """Whether something was taken out of a campaign."""

    removed: bool
    """True when it was taken out."""


class Addition(Model, frozen=True, kw_only=True):
    """How much was added to a campaign. Other counters may exist."""

    added: int | None | UnsetType = UNSET
    """How many were added. Known from the vendor's CLI alone."""


class LeadStatus(OpenEnum):
    """Whether a lead can be written to."""

    ACTIVE = "active"
    BOUNCED = "bounced"
    UNSUBSCRIBED = "unsubscribed"
    REPLIED = "replied"


class LeadSource(OpenEnum):
    """Where a lead came from. The documentation gives these as examples; others exist."""

    API = "api"
    CSV_IMPORT = "csv_import"
    MANUAL = "manual"


class Lead(Model, frozen=True, kw_only=True):
    """A person the workspace writes to."""

    id: str
    """Id of the lead."""
    email: str
    """E-mail address. No other lead of the workspace has it."""
    first_name: str | None = field(name="firstName", default=None)
    """First name."""
    last_name: str | None = field(name="lastName", default=None)
    """Last name."""
    company: str | None = None
    """Name of the company."""
    title: str | None = None
    """Title or position in the company."""
    phone: str | None = None
    """Phone number."""
    linkedin_url: str | None = field(name="linkedinUrl", default=None)
    """URL of the LinkedIn profile."""
    website: str | None = None
    """URL of the website."""
    custom_fields: dict[str, Any] | None = field(name="customFields", default=None)
    """Values of your own, by names of your own."""
    notes: str | None = None
    """Notes for people."""
    source: LeadSource | None = None
    """Where the lead came from."""
    status: LeadStatus
    """Whether the lead can be written to."""
    last_contacted_at: datetime | None = field(name="lastContactedAt", default=None)
    """When the last e-mail was sent to the lead, in UTC."""
    created_at: datetime = field(name="createdAt")
    """When the lead was created, in UTC."""
    updated_at: datetime = field(name="updatedAt")
    """When the lead was last changed, in UTC."""
    tags: list[str] | None | UnsetType = UNSET
    """Names of the tags on the lead."""


class LeadReply(Model, frozen=True, kw_only=True):
    """The envelope of one lead."""

    data: Lead
    """The lead."""


class LeadPage(Model, frozen=True, kw_only=True):
    """One page of leads."""

    data: list[Lead]
    """The leads on this page."""
    meta: PageMeta
    """Where this page is in the list."""


class LeadCreate(Model, frozen=True, kw_only=True):
    """A lead to create."""

    email: str
    """E-mail address. No other lead of the workspace may have it."""
    first_name: str | None | UnsetType = field(name="firstName", default=UNSET)
    """First name."""
    last_name: str | None | UnsetType = field(name="lastName", default=UNSET)
    """Last name."""
    company: str | None | UnsetType = UNSET
    """Name of the company."""
    title: str | None | UnsetType = UNSET
    """Title or position in the company."""
    phone: str | None | UnsetType = UNSET
    """Phone number."""
    linkedin_url: str | None | UnsetType = field(name="linkedinUrl", default=UNSET)
    """URL of the LinkedIn profile."""
    website: str | None | UnsetType = UNSET
    """URL of the website."""
    tags: list[str] | None | UnsetType = UNSET
    """Names of tags to put on the lead."""
    custom_fields: dict[str, Any] | None | UnsetType = field(name="customFields", default=UNSET)
    """Values of your own, by names of your own."""
    notes: str | None | UnsetType = UNSET
    """Notes for people."""
    source: LeadSource | UnsetType = UNSET
    """Where the lead comes from. The server takes api when it is left out."""
    status: LeadStatus | UnsetType = UNSET
    """Whether the lead can be written to. The server takes active when it is left out."""


class LeadUpdate(Model, frozen=True, kw_only=True):
    """What to change of a lead. A field that is left out keeps its value; null clears it."""

    email: str | UnsetType = UNSET
    """E-mail address. No other lead of the workspace may have it."""
    first_name: str | None | UnsetType = field(name="firstName", default=UNSET)
    """First name."""
    last_name: str | None | UnsetType = field(name="lastName", default=UNSET)
    """Last name."""
    company: str | None | UnsetType = UNSET
    """Name of the company."""
    title: str | None | UnsetType = UNSET
    """Title or position in the company."""
    phone: str | None | UnsetType = UNSET
    """Phone number."""
    linkedin_url: str | None | UnsetType = field(name="linkedinUrl", default=UNSET)
    """URL of the LinkedIn profile."""
    website: str | None | UnsetType = UNSET
    """URL of the website."""
    tags: list[str] | None | UnsetType = UNSET
    """Names of the tags on the lead. Not documented; known from the vendor's SDK."""
    custom_fields: dict[str, Any] | None | UnsetType = field(name="customFields", default=UNSET)
    """Values of your own, by names of your own. They replace all that the lead has."""
    notes: str | None | UnsetType = UNSET
    """Notes for people."""
    status: LeadStatus | UnsetType = UNSET
    """Whether the lead can be written to."""


class LeadImport(Model, frozen=True, kw_only=True):
    """Leads to import together."""

    leads: Annotated[list[LeadCreate], Meta(max_length=1000, min_length=1)]
    """The leads to import, 1 to 1000 of them."""
    restore_soft_deleted: bool | UnsetType = field(name="restoreSoftDeleted", default=UNSET)
    """Whether a deleted lead with the same e-mail address is restored and merged, which is what the server does
    when this is left out, or counted as a duplicate.
    """


class RejectedLead(Model, frozen=True, kw_only=True):
    """A lead that was not imported."""

    email: str | None = None
    """E-mail address as it was sent."""
    reason: str
    """Why it was not imported, such as: empty email."""


class ActivityType(OpenEnum):
    """What happened. These two were seen; others may exist."""

    EMAIL_SENT = "email_sent"
    REPLY_RECEIVED = "reply_received"


class ActivityEmailType(OpenEnum):
    """What an e-mail was sent for. This one was seen; others may exist."""

    CAMPAIGN = "campaign"


class LeadMembership(Model, frozen=True, kw_only=True):
    """How far a lead is in a campaign."""

    campaign_id: str = field(name="campaignId")
    """Id of the campaign."""
    campaign_name: str = field(name="campaignName")
    """Name of the campaign."""
    status: str
    """State of the lead in the campaign, such as sent."""
    current_step: int = field(name="currentStep")
    """Number of the step the lead is at, counted from 1."""
    total_sent: int = field(name="totalSent")
    """E-mails sent to the lead."""
    total_opened: int = field(name="totalOpened")
    """E-mails the lead opened."""
    last_sent_at: datetime | None = field(name="lastSentAt", default=None)
    """When the last e-mail was sent, in UTC."""
    next_send_at: datetime | None = field(name="nextSendAt", default=None)
    """When the next e-mail is due, in UTC."""
    replied_at: datetime | None = field(name="repliedAt", default=None)
    """When the lead replied, in UTC."""


class CampaignStatus(OpenEnum):
    """Where a campaign is in its life. An archived campaign may have a fifth status."""

    DRAFT = "draft"
    ACTIVE = "active"
    PAUSED = "paused"
    COMPLETED = "completed"


class Campaign(Model, frozen=True, kw_only=True):
    """A sequence of e-mails sent to leads on a schedule."""

    id: str
    """Id of the campaign."""
    name: str
    """Name of the campaign."""
    status: CampaignStatus
    """Where the campaign is in its life."""
    timezone: str
    """IANA name of the time zone of days and hours, such as Europe/Vienna."""
    sending_days: list[int] = field(name="sendingDays")
    """Days of the week on which e-mails are sent, 1 for Monday to 7 for Sunday."""
    sending_start_hour: int = field(name="sendingStartHour")
    """Hour at which sending starts, 0 to 23, in its time zone."""
    sending_end_hour: int = field(name="sendingEndHour")
    """Hour at which sending ends, 0 to 23, in its time zone."""
    daily_limit: int = field(name="dailyLimit")
    """E-mails the campaign sends in a day at most."""
    sent_today: int = field(name="sentToday")
    """E-mails sent today."""
    context: str | None = None
    """What the drafting of replies should know about the campaign."""
    total_leads: int = field(name="totalLeads")
    """Leads in the campaign."""
    total_sent: int = field(name="totalSent")
    """E-mails sent."""
    total_delivered: int = field(name="totalDelivered")
    """E-mails delivered."""
    total_bounced: int = field(name="totalBounced")
    """E-mails that bounced."""
    total_replied: int = field(name="totalReplied")
    """Replies received."""
    total_opened: int = field(name="totalOpened")
    """E-mails opened."""
    created_at: datetime = field(name="createdAt")
    """When the campaign was created, in UTC."""
    updated_at: datetime = field(name="updatedAt")
    """When the campaign was last changed, in UTC."""
    started_at: datetime | None = field(name="startedAt", default=None)
    """When the campaign was started, in UTC."""
    completed_at: datetime | None = field(name="completedAt", default=None)
    """When the campaign was completed, in UTC."""
    sending_start_minute: int | None | UnsetType = field(name="sendingStartMinute", default=UNSET)
    """Minute at which sending starts, 0 to 59."""
    sending_end_minute: int | None | UnsetType = field(name="sendingEndMinute", default=UNSET)
    """Minute at which sending ends, 0 to 59."""
    queued_today: int | None | UnsetType = field(name="queuedToday", default=UNSET)
    """E-mails waiting to be sent today."""


class CampaignReply(Model, frozen=True, kw_only=True):
    """The envelope of one campaign."""

    data: Campaign
    """The campaign."""


class CampaignPage(Model, frozen=True, kw_only=True):
    """One page of campaigns."""

    data: list[Campaign]
    """The campaigns on this page."""
    meta: PageMeta
    """Where this page is in the list."""


SendingDay: TypeAlias = Annotated[int, Meta(ge=1, le=7)]


class CampaignCreate(Model, frozen=True, kw_only=True):
    """A campaign to create."""

    name: str
    """Name of the campaign."""
    timezone: str | UnsetType = UNSET
    """IANA name of the time zone of days and hours. The server takes UTC when it is left out."""
    sending_days: list[SendingDay] | UnsetType = field(name="sendingDays", default=UNSET)
    """Days of the week on which e-mails are sent, 1 for Monday to 7 for Sunday. The server takes Monday to Friday
    when they are left out.
    """
    sending_start_hour: Annotated[int, Meta(ge=0, le=23)] | UnsetType = field(name="sendingStartHour", default=UNSET)
    """Hour at which sending starts, 0 to 23. The server takes 9 when it is left out."""
    sending_end_hour: Annotated[int, Meta(ge=0, le=23)] | UnsetType = field(name="sendingEndHour", default=UNSET)
    """Hour at which sending ends, 0 to 23. The server takes 17 when it is left out."""
    daily_limit: Annotated[int, Meta(ge=0)] | UnsetType = field(name="dailyLimit", default=UNSET)
    """E-mails to send in a day at most. The server takes 50 when it is left out."""
    context: str | None | UnsetType = UNSET
    """What the drafting of replies should know about the campaign."""


class CampaignUpdate(Model, frozen=True, kw_only=True):
    """What to change of a campaign. A field that is left out keeps its value; null clears it."""

    name: str | UnsetType = UNSET
    """Name of the campaign."""
    timezone: str | UnsetType = UNSET
    """IANA name of the time zone of days and hours."""
    sending_days: list[SendingDay] | UnsetType = field(name="sendingDays", default=UNSET)
    """Days of the week on which e-mails are sent, 1 for Monday to 7 for Sunday."""
    sending_start_hour: Annotated[int, Meta(ge=0, le=23)] | UnsetType = field(name="sendingStartHour", default=UNSET)
    """Hour at which sending starts, 0 to 23."""
    sending_end_hour: Annotated[int, Meta(ge=0, le=23)] | UnsetType = field(name="sendingEndHour", default=UNSET)
    """Hour at which sending ends, 0 to 23."""
    daily_limit: Annotated[int, Meta(ge=0)] | UnsetType = field(name="dailyLimit", default=UNSET)
    """E-mails to send in a day at most."""
    context: str | None | UnsetType = UNSET
    """What the drafting of replies should know about the campaign."""


class CampaignLeads(Model, frozen=True, kw_only=True):
    """Leads to add to a campaign."""

    lead_ids: list[str] = field(name="leadIds")
    """Ids of the leads."""


class CampaignAccounts(Model, frozen=True, kw_only=True):
    """E-mail accounts to add to a campaign."""

    account_ids: list[str] = field(name="accountIds")
    """Ids of the e-mail accounts."""


class SequenceStep(Model, frozen=True, kw_only=True):
    """One e-mail of a campaign, and the delay before it."""

    id: str
    """Id of the step."""
    campaign_id: str = field(name="campaignId")
    """Id of the campaign."""
    step_number: int = field(name="stepNumber")
    """Place in the sequence, counted from 1."""
    name: str | None = None
    """Name of the step."""
    subject: str | None = None
    """Subject, with variables and spin syntax."""
    body: str
    """Text of the e-mail, with variables and spin syntax."""
    delay_days: int = field(name="delayDays")
    """Days to wait after the step before."""
    delay_hours: int = field(name="delayHours")
    """Hours to wait in addition to the days."""
    send_only_if_no_reply: bool = field(name="sendOnlyIfNoReply")
    """Whether a lead that has replied is left out."""
    created_at: datetime = field(name="createdAt")
    """When the step was created, in UTC."""
    updated_at: datetime = field(name="updatedAt")
    """When the step was last changed, in UTC."""
    send_as_html: bool | None | UnsetType = field(name="sendAsHtml", default=UNSET)
    """Whether the text is sent as HTML."""
    variants: list[dict[str, Any]] | None | UnsetType = UNSET
    """Versions of the e-mail that are tried against each other. What one holds is not documented."""
    has_variants: bool | None | UnsetType = field(name="hasVariants", default=UNSET)
    """Whether there are such versions."""


class SequenceStepReply(Model, frozen=True, kw_only=True):
    """The envelope of one step."""

    data: SequenceStep
    """The step."""


class SequenceStepList(Model, frozen=True, kw_only=True):
    """The steps of a campaign."""

    data: list[SequenceStep]
    """The steps."""


class SequenceStepCreate(Model, frozen=True, kw_only=True):
    """A step to create."""

    subject: str
    """Subject, with variables and spin syntax."""
    body: str
    """Text of the e-mail, with variables and spin syntax."""
    step_number: Annotated[int, Meta(ge=1)] | UnsetType = field(name="stepNumber", default=UNSET)
    """Place in the sequence, counted from 1. The server assigns one when it is left out. Not documented; known from
    the vendor's SDK.
    """
    name: str | None | UnsetType = UNSET
    """Name of the step."""
    delay_days: Annotated[int, Meta(ge=0)] | UnsetType = field(name="delayDays", default=UNSET)
    """Days to wait after the step before. The server takes 0 when it is left out."""
    delay_hours: Annotated[int, Meta(ge=0)] | UnsetType = field(name="delayHours", default=UNSET)
    """Hours to wait in addition to the days. The server takes 0 when it is left out."""
    send_only_if_no_reply: bool | UnsetType = field(name="sendOnlyIfNoReply", default=UNSET)
    """Whether a lead that has replied is left out. The server takes true when this is left out."""
    send_as_html: bool | UnsetType = field(name="sendAsHtml", default=UNSET)
    """Whether the text is sent as HTML. The server takes false when this is left out. Not documented; known from
    the vendor's plugin.
    """


class SequenceStepUpdate(Model, frozen=True, kw_only=True):
    """What to change of a step. A field that is left out keeps its value; null clears it."""

    step_number: Annotated[int, Meta(ge=1)] | UnsetType = field(name="stepNumber", default=UNSET)
    """Place in the sequence, counted from 1. Not documented; known from the vendor's SDK."""
    name: str | None | UnsetType = UNSET
    """Name of the step."""
    subject: str | None | UnsetType = UNSET
    """Subject, with variables and spin syntax."""
    body: str | UnsetType = UNSET
    """Text of the e-mail, with variables and spin syntax."""
    delay_days: Annotated[int, Meta(ge=0)] | UnsetType = field(name="delayDays", default=UNSET)
    """Days to wait after the step before."""
    delay_hours: Annotated[int, Meta(ge=0)] | UnsetType = field(name="delayHours", default=UNSET)
    """Hours to wait in addition to the days."""
    send_only_if_no_reply: bool | UnsetType = field(name="sendOnlyIfNoReply", default=UNSET)
    """Whether a lead that has replied is left out."""
    send_as_html: bool | UnsetType = field(name="sendAsHtml", default=UNSET)
    """Whether the text is sent as HTML. Not documented; known from the vendor's plugin."""


class TemplateCategory(OpenEnum):
    """What a template is for. Others than these may exist."""

    EMAIL = "email"
    REPLY_MACRO = "reply_macro"
    SNIPPET = "snippet"


class Template(Model, frozen=True, kw_only=True):
    """A text kept for later use."""

    id: str
    """Id of the template."""
    name: str
    """Name of the template."""
    subject: str | None = None
    """Subject, with variables."""
    body: str
    """Text, with variables."""
    category: TemplateCategory
    """What the template is for."""
    created_at: datetime = field(name="createdAt")
    """When the template was created, in UTC."""
    updated_at: datetime = field(name="updatedAt")
    """When the template was last changed, in UTC."""
    send_as_html: bool | None | UnsetType = field(name="sendAsHtml", default=UNSET)
    """Whether the text is sent as HTML."""


class TemplateReply(Model, frozen=True, kw_only=True):
    """The envelope of one template."""

    data: Template
    """The template."""


class TemplatePage(Model, frozen=True, kw_only=True):
    """One page of templates."""

    data: list[Template]
    """The templates on this page."""
    meta: PageMeta
    """Where this page is in the list."""


class TemplateCreate(Model, frozen=True, kw_only=True):
    """A template to create. That the body is required is known from the vendor's SDK alone."""

    name: str
    """Name of the template."""
    body: str
    """Text, with variables."""
    subject: str | None | UnsetType = UNSET
    """Subject, with variables."""
    category: TemplateCategory | UnsetType = UNSET
    """What the template is for."""


class TemplateUpdate(Model, frozen=True, kw_only=True):
    """What to change of a template. A field that is left out keeps its value; null clears it."""

    name: str | UnsetType = UNSET
    """Name of the template."""
    subject: str | None | UnsetType = UNSET
    """Subject, with variables."""
    body: str | UnsetType = UNSET
    """Text, with variables."""
    category: TemplateCategory | UnsetType = UNSET
    """What the template is for."""


class EmailAccount(Model, frozen=True, kw_only=True):
    """A mailbox that sends the e-mails of campaigns. Its password is never part of a reply."""

    id: str
    """Id of the e-mail account."""
    email: str
    """E-mail address."""
    display_name: str | None | UnsetType = field(name="displayName", default=UNSET)
    """Name shown as the sender."""
    provider: str | None | UnsetType = UNSET
    """Who runs the mailbox. The values are not documented."""
    connection_status: str | None | UnsetType = field(name="connectionStatus", default=UNSET)
    """Whether FoxReach can reach the mailbox. The values are not documented."""
    daily_limit: int | None | UnsetType = field(name="dailyLimit", default=UNSET)
    """E-mails the account sends in a day at most."""
    sent_today: int | None | UnsetType = field(name="sentToday", default=UNSET)
    """E-mails sent today."""
    is_active: bool | None | UnsetType = field(name="isActive", default=UNSET)
    """Whether the account sends."""
    warmup_enabled: bool | None | UnsetType = field(name="warmupEnabled", default=UNSET)
    """Whether the account is being warmed up."""
    health_score: float | None | UnsetType = field(name="healthScore", default=UNSET)
    """Health of the account, 0 to 100."""
    bounce_rate: float | None | UnsetType = field(name="bounceRate", default=UNSET)
    """E-mails that bounced, in percent."""
    reply_rate: float | None | UnsetType = field(name="replyRate", default=UNSET)
    """E-mails that were replied to, in percent."""
    created_at: datetime | None | UnsetType = field(name="createdAt", default=UNSET)
    """When the account was added, in UTC."""
    updated_at: datetime | None | UnsetType = field(name="updatedAt", default=UNSET)
    """When the account was last changed, in UTC."""


class EmailAccountReply(Model, frozen=True, kw_only=True):
    """The envelope of one e-mail account."""

    data: EmailAccount
    """The e-mail account."""


class EmailAccountPage(Model, frozen=True, kw_only=True):
    """One page of e-mail accounts."""

    data: list[EmailAccount]
    """The e-mail accounts on this page."""
    meta: PageMeta
    """Where this page is in the list."""


class ReplyCategory(OpenEnum):
    """What a reply amounts to. Others than these are mentioned in places and may exist."""

    INTERESTED = "interested"
    NOT_INTERESTED = "not_interested"
    OUT_OF_OFFICE = "out_of_office"
    UNCATEGORIZED = "uncategorized"
    UNKNOWN = "unknown"
    BOUNCE = "bounce"


class WritableReplyCategory(OpenEnum):
    """What a reply may be said to amount to. A bounce cannot be written."""

    INTERESTED = "interested"
    NOT_INTERESTED = "not_interested"
    OUT_OF_OFFICE = "out_of_office"
    UNCATEGORIZED = "uncategorized"
    UNKNOWN = "unknown"


class Thread(Model, frozen=True, kw_only=True):
    """A reply in the inbox, with the marks put on it."""

    id: str
    """Id of the reply."""
    from_email: str | None = field(name="fromEmail", default=None)
    """E-mail address of the sender."""
    to_email: str | None = field(name="toEmail", default=None)
    """E-mail address it was sent to."""
    subject: str | None = None
    """Subject."""
    category: ReplyCategory | None = None
    """What the reply amounts to."""
    is_read: bool = field(name="isRead")
    """Whether the thread was read."""
    is_starred: bool = field(name="isStarred")
    """Whether the thread has a star."""
    received_at: datetime | None = field(name="receivedAt", default=None)
    """When the reply arrived, in UTC."""
    lead_id: str | None = field(name="leadId", default=None)
    """Id of the lead."""
    campaign_id: str | None = field(name="campaignId", default=None)
    """Id of the campaign."""
    body_preview: str | None | UnsetType = field(name="bodyPreview", default=UNSET)
    """Beginning of the text."""
    body: str | None | UnsetType = UNSET
    """The text as HTML. Perhaps in the reply to inbox.get only."""
    body_plain: str | None | UnsetType = field(name="bodyPlain", default=UNSET)
    """The plain text. Perhaps in the reply to inbox.get only."""
    account_id: str | None | UnsetType = field(name="accountId", default=UNSET)
    """Id of the e-mail account."""


class ThreadReply(Model, frozen=True, kw_only=True):
    """The envelope of one thread."""

    data: Thread
    """The thread."""


class ThreadPage(Model, frozen=True, kw_only=True):
    """One page of threads."""

    data: list[Thread]
    """The threads on this page."""
    meta: PageMeta
    """Where this page is in the list."""


class ThreadUpdate(Model, frozen=True, kw_only=True):
    """What to change of a thread. A field that is left out keeps its value."""

    is_read: bool | UnsetType = field(name="isRead", default=UNSET)
    """Whether the thread was read."""
    is_starred: bool | UnsetType = field(name="isStarred", default=UNSET)
    """Whether the thread has a star."""
    category: WritableReplyCategory | None | UnsetType = UNSET
    """What the reply amounts to. Whether null clears it is not documented."""


class MessageDirection(OpenEnum):
    """Whether a message was sent to the lead or received from it."""

    SENT = "sent"
    RECEIVED = "received"


class Message(Model, frozen=True, kw_only=True):
    """One message of a conversation."""

    id: str
    """Id of the e-mail or of the reply."""
    direction: MessageDirection
    """Whether the message was sent to the lead or received from it."""
    from_email: str | None = field(name="fromEmail", default=None)
    """E-mail address of the sender."""
    to_email: str | None = field(name="toEmail", default=None)
    """E-mail address it was sent to."""
    subject: str | None = None
    """Subject."""
    body: str | None = None
    """The text."""
    category: ReplyCategory | None = None
    """What a message received amounts to. Null on one that was sent."""
    timestamp: datetime
    """When it was sent or received, in UTC."""


class ConversationLead(Model, frozen=True, kw_only=True):
    """The lead of a conversation."""

    id: str
    """Id of the lead."""
    email: str
    """E-mail address."""
    first_name: str | None = field(name="firstName", default=None)
    """First name."""
    last_name: str | None = field(name="lastName", default=None)
    """Last name."""
    company: str | None = None
    """Name of the company."""


class ConversationCampaign(Model, frozen=True, kw_only=True):
    """The campaign of a conversation."""

    id: str
    """Id of the campaign."""
    name: str
    """Name of the campaign."""


class ReplyMessage(Model, frozen=True, kw_only=True):
    """An answer to send."""

    body: str
    """The text, plain or HTML."""
    subject: str | UnsetType = UNSET
    """Subject. The server takes that of the thread after Re when it is left out."""


class SendReceipt(Model, frozen=True, kw_only=True):
    """What became of an answer."""

    success: bool
    """Whether the answer was sent."""
    message_id: str = field(name="messageId")
    """Message id of the e-mail (RFC 5322 3.6.4), in angle brackets."""


class InboxStats(Model, frozen=True, kw_only=True):
    """How many replies there are, by category."""

    total: int
    """All replies."""
    unread: int
    """Replies that were not read."""
    interested: int
    """Replies that show interest."""
    not_interested: int = field(name="notInterested")
    """Replies that decline."""
    out_of_office: int = field(name="outOfOffice")
    """Notices of absence."""
    uncategorized: int
    """Replies without a category."""
    unknown: int
    """Replies whose category could not be told."""
    total_sent: int = field(name="totalSent")
    """E-mails sent."""


class AnalyticsOverview(Model, frozen=True, kw_only=True):
    """Numbers of a workspace."""

    total_accounts: int | None | UnsetType = field(name="totalAccounts", default=UNSET)
    """E-mail accounts."""
    active_accounts: int | None | UnsetType = field(name="activeAccounts", default=UNSET)
    """E-mail accounts that send."""
    total_campaigns: int | None | UnsetType = field(name="totalCampaigns", default=UNSET)
    """Campaigns."""
    active_campaigns: int | None | UnsetType = field(name="activeCampaigns", default=UNSET)
    """Campaigns that are active."""
    total_leads: int | None | UnsetType = field(name="totalLeads", default=UNSET)
    """Leads."""
    total_sent: int | None | UnsetType = field(name="totalSent", default=UNSET)
    """E-mails sent."""
    total_replies: int | None | UnsetType = field(name="totalReplies", default=UNSET)
    """Replies received."""
    reply_rate: float | None | UnsetType = field(name="replyRate", default=UNSET)
    """E-mails that were replied to, in percent."""
    account_health_avg: float | None | UnsetType = field(name="accountHealthAvg", default=UNSET)
    """Mean health of the e-mail accounts, 0 to 100."""


class DailyStats(Model, frozen=True, kw_only=True):
    """Numbers of a campaign on one day."""

    date: date_aliased | None | UnsetType = UNSET
    """The day."""
    sent: int | None | UnsetType = UNSET
    """E-mails sent."""
    delivered: int | None | UnsetType = UNSET
    """E-mails delivered."""
    bounced: int | None | UnsetType = UNSET
    """E-mails that bounced."""
    replied: int | None | UnsetType = UNSET
    """Replies received."""
    opened: int | None | UnsetType = UNSET
    """E-mails opened."""


class WebhookEvent(OpenEnum):
    """Something that happens in a workspace and can be told to a webhook."""

    EMAIL_SENT = "email.sent"
    EMAIL_FAILED = "email.failed"
    EMAIL_BOUNCED = "email.bounced"
    EMAIL_OPENED = "email.opened"
    REPLY_RECEIVED = "reply.received"
    REPLY_CATEGORIZED = "reply.categorized"
    CAMPAIGN_STARTED = "campaign.started"
    CAMPAIGN_PAUSED = "campaign.paused"
    CAMPAIGN_COMPLETED = "campaign.completed"
    LEAD_CREATED = "lead.created"
    LEAD_UPDATED = "lead.updated"


class WebhookEventList(Model, frozen=True, kw_only=True):
    """The events there are."""

    data: list[WebhookEvent]
    """Names of the events."""


class Webhook(Model, frozen=True, kw_only=True):
    """A subscription that makes FoxReach post events to a URL."""

    id: str
    """Id of the webhook."""
    url: str
    """Where the events are posted to."""
    events: list[WebhookEvent]
    """The events that are posted."""
    is_active: bool = field(name="isActive")
    """Whether events are posted."""
    last_delivered_at: datetime | None = field(name="lastDeliveredAt", default=None)
    """When an event was last delivered, in UTC."""
    consecutive_failures: int = field(name="consecutiveFailures")
    """Events in a row that could not be delivered."""
    created_at: datetime = field(name="createdAt")
    """When the webhook was created, in UTC."""
    updated_at: datetime = field(name="updatedAt")
    """When the webhook was last changed, in UTC."""


class WebhookReply(Model, frozen=True, kw_only=True):
    """The envelope of one webhook."""

    data: Webhook
    """The webhook."""


class WebhookPage(Model, frozen=True, kw_only=True):
    """One page of webhooks."""

    data: list[Webhook]
    """The webhooks on this page."""
    meta: PageMeta
    """Where this page is in the list."""


class CreatedWebhook(Model, frozen=True, kw_only=True):
    """A webhook just created, with its secret."""

    id: str
    """Id of the webhook."""
    url: str
    """Where the events are posted to."""
    events: list[WebhookEvent]
    """The events that are posted."""
    is_active: bool = field(name="isActive")
    """Whether events are posted."""
    last_delivered_at: datetime | None = field(name="lastDeliveredAt", default=None)
    """When an event was last delivered, in UTC."""
    consecutive_failures: int = field(name="consecutiveFailures")
    """Events in a row that could not be delivered."""
    created_at: datetime = field(name="createdAt")
    """When the webhook was created, in UTC."""
    updated_at: datetime = field(name="updatedAt")
    """When the webhook was last changed, in UTC."""
    secret: str
    """Key of the signatures of its deliveries. Shown this once."""


class CreatedWebhookReply(Model, frozen=True, kw_only=True):
    """The envelope of a webhook just created."""

    data: CreatedWebhook
    """The webhook, with its secret."""


class WebhookCreate(Model, frozen=True, kw_only=True):
    """A webhook to create."""

    url: str
    """Where to post the events. Has to be an https URL."""
    events: list[WebhookEvent]
    """The events to post."""
    is_active: bool | UnsetType = field(name="isActive", default=UNSET)
    """Whether events are posted. The server takes true when this is left out."""


class WebhookUpdate(Model, frozen=True, kw_only=True):
    """What to change of a webhook. A field that is left out keeps its value."""

    url: str | UnsetType = UNSET
    """Where to post the events. Has to be an https URL."""
    events: list[WebhookEvent] | UnsetType = UNSET
    """The events to post. They replace all that the webhook has."""
    is_active: bool | UnsetType = field(name="isActive", default=UNSET)
    """Whether events are posted."""


class EmailSentData(Model, frozen=True, kw_only=True):
    """The e-mail that was sent."""

    email_log_id: str = field(name="emailLogId")
    """Id of the e-mail."""
    campaign_id: str | None = field(name="campaignId", default=None)
    """Id of the campaign."""
    lead_id: str | None = field(name="leadId", default=None)
    """Id of the lead."""
    to_email: str = field(name="toEmail")
    """E-mail address it was sent to."""
    from_email: str = field(name="fromEmail")
    """E-mail address it was sent from."""
    subject: str | None = None
    """Subject."""
    sequence_step: int | None | UnsetType = field(name="sequenceStep", default=UNSET)
    """Number of the step of the sequence, counted from 1."""


class EmailFailedData(Model, frozen=True, kw_only=True):
    """The e-mail that could not be sent."""

    email_log_id: str = field(name="emailLogId")
    """Id of the e-mail."""
    campaign_id: str | None = field(name="campaignId", default=None)
    """Id of the campaign."""
    lead_id: str | None = field(name="leadId", default=None)
    """Id of the lead."""
    to_email: str = field(name="toEmail")
    """E-mail address it was meant for."""
    error: str | None = None
    """Why it could not be sent, in words for a person."""


class BounceType(OpenEnum):
    """How an e-mail bounced. This one was seen; others may exist."""

    HARD = "hard"


class EmailBouncedData(Model, frozen=True, kw_only=True):
    """The e-mail that bounced."""

    email_log_id: str = field(name="emailLogId")
    """Id of the e-mail."""
    campaign_id: str | None = field(name="campaignId", default=None)
    """Id of the campaign."""
    lead_id: str | None = field(name="leadId", default=None)
    """Id of the lead."""
    to_email: str = field(name="toEmail")
    """E-mail address it was sent to."""
    bounce_type: BounceType | None = field(name="bounceType", default=None)
    """How it bounced."""


class EmailOpenedData(Model, frozen=True, kw_only=True):
    """The e-mail that was opened."""

    email_log_id: str = field(name="emailLogId")
    """Id of the e-mail."""
    campaign_id: str | None = field(name="campaignId", default=None)
    """Id of the campaign."""
    lead_id: str | None = field(name="leadId", default=None)
    """Id of the lead."""
    to_email: str = field(name="toEmail")
    """E-mail address it was sent to."""


class ReplyReceivedData(Model, frozen=True, kw_only=True):
    """The reply that arrived."""

    reply_id: str = field(name="replyId")
    """Id of the reply."""
    campaign_id: str | None = field(name="campaignId", default=None)
    """Id of the campaign."""
    lead_id: str | None = field(name="leadId", default=None)
    """Id of the lead."""
    from_email: str | None = field(name="fromEmail", default=None)
    """E-mail address of the sender."""
    subject: str | None = None
    """Subject."""
    body_preview: str | None = field(name="bodyPreview", default=None)
    """Beginning of the text."""


class ReplyCategorizedData(Model, frozen=True, kw_only=True):
    """The reply that got another category."""

    reply_id: str = field(name="replyId")
    """Id of the reply."""
    category: ReplyCategory | None = None
    """The category it has now."""
    previous_category: ReplyCategory | None = field(name="previousCategory", default=None)
    """The category it had before."""


class CampaignStartedDelivery(Model, frozen=True, kw_only=True, tag_field="event", tag="campaign.started"):
    """A campaign was started."""

    event: ClassVar[Literal["campaign.started"]] = "campaign.started"
    """Name of the event."""
    timestamp: datetime
    """When it happened, in UTC."""
    data: dict[str, Any]
    """Holds at least the campaignId, probably."""


class CampaignPausedDelivery(Model, frozen=True, kw_only=True, tag_field="event", tag="campaign.paused"):
    """A campaign was paused."""

    event: ClassVar[Literal["campaign.paused"]] = "campaign.paused"
    """Name of the event."""
    timestamp: datetime
    """When it happened, in UTC."""
    data: dict[str, Any]
    """Holds at least the campaignId, probably."""


class CampaignCompletedDelivery(Model, frozen=True, kw_only=True, tag_field="event", tag="campaign.completed"):
    """A campaign was completed."""

    event: ClassVar[Literal["campaign.completed"]] = "campaign.completed"
    """Name of the event."""
    timestamp: datetime
    """When it happened, in UTC."""
    data: dict[str, Any]
    """Holds at least the campaignId, probably."""


class LeadCreatedDelivery(Model, frozen=True, kw_only=True, tag_field="event", tag="lead.created"):
    """A lead was created."""

    event: ClassVar[Literal["lead.created"]] = "lead.created"
    """Name of the event."""
    timestamp: datetime
    """When it happened, in UTC."""
    data: dict[str, Any]
    """Holds at least the leadId, probably."""


class LeadUpdatedDelivery(Model, frozen=True, kw_only=True, tag_field="event", tag="lead.updated"):
    """A lead was changed."""

    event: ClassVar[Literal["lead.updated"]] = "lead.updated"
    """Name of the event."""
    timestamp: datetime
    """When it happened, in UTC."""
    data: dict[str, Any]
    """Holds at least the leadId, probably."""


class ValidationBody(Model, frozen=True, kw_only=True):
    """What a call answers whose values are not accepted. Its shape is not documented."""

    detail: str | list[ValidationItem]
    """What went wrong, in words or value by value."""


class RateLimitBody(Model, frozen=True, kw_only=True):
    """What a call over the rate limit answers."""

    error: str
    """What went wrong, in words for a person."""
    code: str
    """Always rate_limit_exceeded."""
    details: RateLimitDetails
    """The limit that was passed."""


class DeletionReply(Model, frozen=True, kw_only=True):
    """The envelope of a deletion."""

    data: Deletion
    """What was deleted."""


class RemovalReply(Model, frozen=True, kw_only=True):
    """The envelope of a removal."""

    data: Removal
    """Whether it was taken out."""


class AdditionReply(Model, frozen=True, kw_only=True):
    """The envelope of an addition."""

    data: Addition
    """How much was added."""


class LeadImportReport(Model, frozen=True, kw_only=True):
    """What became of the leads of an import."""

    created: int
    """Leads that are new."""
    restored: int
    """Leads that had been deleted and are back."""
    duplicates: int
    """Leads that exist already or came earlier in the same import."""
    errors: int
    """Leads that were not valid."""
    duplicate_emails: list[str] = field(name="duplicateEmails")
    """E-mail addresses of the first 100 duplicates."""
    error_details: list[RejectedLead] = field(name="errorDetails")
    """The first 100 leads that were not valid."""


class ActivityEntry(Model, frozen=True, kw_only=True):
    """An e-mail sent to a lead or a reply received from it. The two have different fields."""

    id: str
    """Id of the e-mail or of the reply."""
    type: ActivityType
    """What happened."""
    timestamp: datetime
    """When it happened, in UTC."""
    subject: str | None | UnsetType = UNSET
    """Subject."""
    body_preview: str | None | UnsetType = field(name="bodyPreview", default=UNSET)
    """Beginning of the text."""
    status: str | None | UnsetType = UNSET
    """State of an e-mail, such as sent."""
    campaign_name: str | None | UnsetType = field(name="campaignName", default=UNSET)
    """Name of the campaign."""
    sequence_step: int | None | UnsetType = field(name="sequenceStep", default=UNSET)
    """Number of the step of the sequence, counted from 1."""
    email_type: ActivityEmailType | None | UnsetType = field(name="emailType", default=UNSET)
    """What the e-mail was sent for."""
    opened_at: datetime | None | UnsetType = field(name="openedAt", default=UNSET)
    """When the e-mail was opened, in UTC."""
    clicked_at: datetime | None | UnsetType = field(name="clickedAt", default=UNSET)
    """When a link in the e-mail was clicked, in UTC."""
    category: ReplyCategory | None | UnsetType = UNSET
    """Category of the reply."""


class Conversation(Model, frozen=True, kw_only=True):
    """What was sent to a lead and received from it in one thread."""

    messages: list[Message]
    """The messages."""
    lead: ConversationLead | None = None
    """The lead, or null where there is none."""
    campaign: ConversationCampaign | None = None
    """The campaign, or null where there is none."""


class SendReceiptReply(Model, frozen=True, kw_only=True):
    """The envelope of a receipt."""

    data: SendReceipt
    """What became of the answer."""


class InboxStatsReply(Model, frozen=True, kw_only=True):
    """The envelope of the numbers of the inbox."""

    data: InboxStats
    """The numbers."""


class AnalyticsOverviewReply(Model, frozen=True, kw_only=True):
    """The envelope of the numbers of a workspace."""

    data: AnalyticsOverview
    """The numbers."""


class CampaignAnalytics(Model, frozen=True, kw_only=True):
    """Numbers of a campaign."""

    sent: int | None | UnsetType = UNSET
    """E-mails sent."""
    delivered: int | None | UnsetType = UNSET
    """E-mails delivered."""
    bounced: int | None | UnsetType = UNSET
    """E-mails that bounced."""
    replied: int | None | UnsetType = UNSET
    """Replies received."""
    opened: int | None | UnsetType = UNSET
    """E-mails opened."""
    reply_rate: float | None | UnsetType = field(name="replyRate", default=UNSET)
    """E-mails that were replied to, in percent."""
    bounce_rate: float | None | UnsetType = field(name="bounceRate", default=UNSET)
    """E-mails that bounced, in percent."""
    daily_stats: list[DailyStats] | None | UnsetType = field(name="dailyStats", default=UNSET)
    """The same by day."""


class EmailSentDelivery(Model, frozen=True, kw_only=True, tag_field="event", tag="email.sent"):
    """An e-mail was sent to a lead."""

    event: ClassVar[Literal["email.sent"]] = "email.sent"
    """Name of the event."""
    timestamp: datetime
    """When it happened, in UTC."""
    data: EmailSentData
    """The e-mail."""


class EmailFailedDelivery(Model, frozen=True, kw_only=True, tag_field="event", tag="email.failed"):
    """An e-mail could not be sent."""

    event: ClassVar[Literal["email.failed"]] = "email.failed"
    """Name of the event."""
    timestamp: datetime
    """When it happened, in UTC."""
    data: EmailFailedData
    """The e-mail."""


class EmailBouncedDelivery(Model, frozen=True, kw_only=True, tag_field="event", tag="email.bounced"):
    """An e-mail bounced."""

    event: ClassVar[Literal["email.bounced"]] = "email.bounced"
    """Name of the event."""
    timestamp: datetime
    """When it happened, in UTC."""
    data: EmailBouncedData
    """The e-mail."""


class EmailOpenedDelivery(Model, frozen=True, kw_only=True, tag_field="event", tag="email.opened"):
    """A lead opened an e-mail."""

    event: ClassVar[Literal["email.opened"]] = "email.opened"
    """Name of the event."""
    timestamp: datetime
    """When it happened, in UTC."""
    data: EmailOpenedData
    """The e-mail."""


class ReplyReceivedDelivery(Model, frozen=True, kw_only=True, tag_field="event", tag="reply.received"):
    """A reply arrived in the inbox."""

    event: ClassVar[Literal["reply.received"]] = "reply.received"
    """Name of the event."""
    timestamp: datetime
    """When it happened, in UTC."""
    data: ReplyReceivedData
    """The reply."""


class ReplyCategorizedDelivery(Model, frozen=True, kw_only=True, tag_field="event", tag="reply.categorized"):
    """A reply got another category."""

    event: ClassVar[Literal["reply.categorized"]] = "reply.categorized"
    """Name of the event."""
    timestamp: datetime
    """When it happened, in UTC."""
    data: ReplyCategorizedData
    """The reply."""


class LeadImportReply(Model, frozen=True, kw_only=True):
    """The envelope of an import."""

    data: LeadImportReport
    """What became of the leads."""


class LeadActivity(Model, frozen=True, kw_only=True):
    """What happened with a lead."""

    activities: list[ActivityEntry]
    """What was sent to the lead and received from it."""
    campaigns: list[LeadMembership]
    """The campaigns the lead is in."""


class ConversationReply(Model, frozen=True, kw_only=True):
    """The envelope of a conversation."""

    data: Conversation
    """The conversation."""


class CampaignAnalyticsReply(Model, frozen=True, kw_only=True):
    """The envelope of the numbers of a campaign."""

    data: CampaignAnalytics
    """The numbers."""


Delivery: TypeAlias = (
    EmailSentDelivery
    | EmailFailedDelivery
    | EmailBouncedDelivery
    | EmailOpenedDelivery
    | ReplyReceivedDelivery
    | ReplyCategorizedDelivery
    | CampaignStartedDelivery
    | CampaignPausedDelivery
    | CampaignCompletedDelivery
    | LeadCreatedDelivery
    | LeadUpdatedDelivery
)


class LeadActivityReply(Model, frozen=True, kw_only=True):
    """The envelope of the activity of a lead."""

    data: LeadActivity
    """What happened with the lead."""


read_as_utc(Lead, "last_contacted_at", "created_at", "updated_at")
read_as_utc(ActivityEntry, "opened_at", "clicked_at", "timestamp")
read_as_utc(LeadMembership, "last_sent_at", "next_send_at", "replied_at")
read_as_utc(Campaign, "created_at", "updated_at", "started_at", "completed_at")
read_as_utc(SequenceStep, "created_at", "updated_at")
read_as_utc(Template, "created_at", "updated_at")
read_as_utc(EmailAccount, "created_at", "updated_at")
read_as_utc(Thread, "received_at")
read_as_utc(Message, "timestamp")
read_as_utc(Webhook, "last_delivered_at", "created_at", "updated_at")
read_as_utc(CreatedWebhook, "last_delivered_at", "created_at", "updated_at")
read_as_utc(EmailSentDelivery, "timestamp")
read_as_utc(EmailFailedDelivery, "timestamp")
read_as_utc(EmailBouncedDelivery, "timestamp")
read_as_utc(EmailOpenedDelivery, "timestamp")
read_as_utc(ReplyReceivedDelivery, "timestamp")
read_as_utc(ReplyCategorizedDelivery, "timestamp")
read_as_utc(CampaignStartedDelivery, "timestamp")
read_as_utc(CampaignPausedDelivery, "timestamp")
read_as_utc(CampaignCompletedDelivery, "timestamp")
read_as_utc(LeadCreatedDelivery, "timestamp")
read_as_utc(LeadUpdatedDelivery, "timestamp")
