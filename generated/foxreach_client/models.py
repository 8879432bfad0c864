# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The bodies of requests and replies, as msgspec structs."""

from __future__ import annotations

from datetime import date as date_aliased
from datetime import datetime
from typing import Annotated, Any, ClassVar, Literal, TypeAlias

from foxreach_runtime.enums import OpenEnum
from foxreach_runtime.model import Model, read_as_utc, show_in_repr
from msgspec import UNSET, Meta, UnsetType, field


class ErrorBody(Model, frozen=True, kw_only=True):
    """The body of most errors."""

    detail: str
    """The cause of the error, as text for people."""


class PlanLimitBody(Model, frozen=True, kw_only=True):
    """The body of a 402. Its shape is not documented."""

    detail: str | dict[str, Any]
    """The cause of the error, as text or as an object."""


class ValidationItem(Model, frozen=True, kw_only=True):
    """One value that was not accepted."""

    loc: list[str | int]
    """The path to the value, such as body and email. Indexes are counted from 0."""
    msg: str
    """The fault of the value, as text for people."""
    type: str
    """The fault of the value, as a code such as missing."""


class RateLimitDetails(Model, frozen=True, kw_only=True):
    """The limit that was exceeded."""

    limit: int
    """Number of calls allowed per minute."""
    reset: int
    """When the limit is reset, in seconds since 1970-01-01 UTC."""


class GatewayErrorBody(Model, frozen=True, kw_only=True):
    """The body that a gateway may send. Its shape is not documented."""

    detail: str | None = None
    """The cause of the error, as text for people."""


class PageMeta(Model, frozen=True, kw_only=True):
    """The position of a page in its list."""

    page: int
    """Number of this page, counted from 1."""
    page_size: int = field(name="pageSize")
    """Maximum number of items on a page."""
    total: int
    """Number of items in the whole list."""
    total_pages: int = field(name="totalPages")
    """Number of pages in the whole list."""


class Deletion(Model, frozen=True, kw_only=True):
    """The id of the deleted object."""

    id: str
    """Id of the deleted object."""
    deleted: bool
    """True if the object was deleted."""


class Removal(Model, frozen=True, kw_only=True):
    """Whether a lead or an e-mail account was removed from a campaign."""

    removed: bool
    """True if it was removed."""


class Addition(Model, frozen=True, kw_only=True):
    """The number of objects added to a campaign. Other counters may exist."""

    added: int | None = None
    """Number of added objects. Known only from the vendor's CLI."""


class LeadStatus(OpenEnum):
    """Whether e-mails can be sent to a lead."""

    ACTIVE = "active"
    BOUNCED = "bounced"
    UNSUBSCRIBED = "unsubscribed"
    REPLIED = "replied"


class LeadSource(OpenEnum):
    """The origin of a lead. The documentation gives these values as examples; others exist."""

    API = "api"
    CSV_IMPORT = "csv_import"
    MANUAL = "manual"


class Lead(Model, frozen=True, kw_only=True):
    """A person to whom the workspace sends e-mails."""

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
    """Your own fields, as names and values."""
    notes: str | None = None
    """Notes for people."""
    source: LeadSource | None = None
    """The origin of the lead."""
    status: LeadStatus
    """Whether e-mails can be sent to the lead."""
    last_contacted_at: datetime | None = field(name="lastContactedAt", default=None)
    """When the last e-mail was sent to the lead, in UTC."""
    created_at: datetime = field(name="createdAt")
    """When the lead was created, in UTC."""
    updated_at: datetime = field(name="updatedAt")
    """When the lead was last changed, in UTC."""
    tags: list[str] | None = None
    """Names of the tags of the lead."""


class LeadReply(Model, frozen=True, kw_only=True):
    """The envelope of one lead."""

    data: Lead
    """The lead."""


class LeadPage(Model, frozen=True, kw_only=True):
    """One page of leads."""

    data: list[Lead]
    """The leads on this page."""
    meta: PageMeta
    """The position of this page in the list."""


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
    """Names of the tags of the lead."""
    custom_fields: dict[str, Any] | None | UnsetType = field(name="customFields", default=UNSET)
    """Your own fields, as names and values."""
    notes: str | None | UnsetType = UNSET
    """Notes for people."""
    source: LeadSource | UnsetType = UNSET
    """The origin of the lead. The server's default is api."""
    status: LeadStatus | UnsetType = UNSET
    """Whether e-mails can be sent to the lead. The server's default is active."""


class LeadUpdate(Model, frozen=True, kw_only=True):
    """The changes to a lead. Fields that are left out keep their values; null clears a field."""

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
    """Names of the tags of the lead. Not documented; known from the vendor's SDK."""
    custom_fields: dict[str, Any] | None | UnsetType = field(name="customFields", default=UNSET)
    """Your own fields, as names and values. They replace all custom fields of the lead."""
    notes: str | None | UnsetType = UNSET
    """Notes for people."""
    status: LeadStatus | UnsetType = UNSET
    """Whether e-mails can be sent to the lead."""


class LeadImport(Model, frozen=True, kw_only=True):
    """Leads to import together."""

    leads: Annotated[list[LeadCreate], Meta(max_length=1000, min_length=1)]
    """The leads to import, 1 to 1000 of them."""
    restore_soft_deleted: bool | UnsetType = field(name="restoreSoftDeleted", default=UNSET)
    """True restores and merges a deleted lead with the same e-mail address; false counts it as a duplicate. The
    server's default is true.
    """


class RejectedLead(Model, frozen=True, kw_only=True):
    """A lead that was not imported."""

    email: str | None = None
    """E-mail address as it was sent."""
    reason: str
    """Why it was not imported, such as: empty email."""


class ActivityType(OpenEnum):
    """The kind of an activity. These two were seen; others may exist."""

    EMAIL_SENT = "email_sent"
    REPLY_RECEIVED = "reply_received"


class ActivityEmailType(OpenEnum):
    """The purpose of an e-mail. This one was seen; others may exist."""

    CAMPAIGN = "campaign"


class LeadMembership(Model, frozen=True, kw_only=True):
    """The progress of a lead in a campaign."""

    campaign_id: str = field(name="campaignId")
    """Id of the campaign."""
    campaign_name: str = field(name="campaignName")
    """Name of the campaign."""
    status: str
    """State of the lead in the campaign, such as sent."""
    current_step: int = field(name="currentStep")
    """Number of the current step of the lead, counted from 1."""
    total_sent: int = field(name="totalSent")
    """Number of e-mails sent to the lead."""
    total_opened: int = field(name="totalOpened")
    """Number of e-mails that the lead opened."""
    last_sent_at: datetime | None = field(name="lastSentAt", default=None)
    """When the last e-mail was sent, in UTC."""
    next_send_at: datetime | None = field(name="nextSendAt", default=None)
    """When the next e-mail is due, in UTC."""
    replied_at: datetime | None = field(name="repliedAt", default=None)
    """When the lead replied, in UTC."""


class CampaignStatus(OpenEnum):
    """The state of a campaign. An archived campaign may have a fifth state."""

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
    """The state of the campaign."""
    timezone: str
    """IANA name of the time zone of days and hours, such as Europe/Vienna."""
    sending_days: list[int] = field(name="sendingDays")
    """Days of the week on which e-mails are sent, 1 for Monday to 7 for Sunday."""
    sending_start_hour: int = field(name="sendingStartHour")
    """Hour at which sending starts, 0 to 23, in its time zone."""
    sending_end_hour: int = field(name="sendingEndHour")
    """Hour at which sending ends, 0 to 23, in its time zone."""
    daily_limit: int = field(name="dailyLimit")
    """Maximum number of e-mails per day."""
    sent_today: int = field(name="sentToday")
    """Number of e-mails sent today."""
    context: str | None = None
    """Background of the campaign for the drafting of replies."""
    total_leads: int = field(name="totalLeads")
    """Number of leads in the campaign."""
    total_sent: int = field(name="totalSent")
    """Number of e-mails sent."""
    total_delivered: int = field(name="totalDelivered")
    """Number of e-mails delivered."""
    total_bounced: int = field(name="totalBounced")
    """Number of e-mails that bounced."""
    total_replied: int = field(name="totalReplied")
    """Number of replies received."""
    total_opened: int = field(name="totalOpened")
    """Number of e-mails opened."""
    created_at: datetime = field(name="createdAt")
    """When the campaign was created, in UTC."""
    updated_at: datetime = field(name="updatedAt")
    """When the campaign was last changed, in UTC."""
    started_at: datetime | None = field(name="startedAt", default=None)
    """When the campaign was started, in UTC."""
    completed_at: datetime | None = field(name="completedAt", default=None)
    """When the campaign was completed, in UTC."""
    sending_start_minute: int | None = field(name="sendingStartMinute", default=None)
    """Minute at which sending starts, 0 to 59."""
    sending_end_minute: int | None = field(name="sendingEndMinute", default=None)
    """Minute at which sending ends, 0 to 59."""
    queued_today: int | None = field(name="queuedToday", default=None)
    """Number of e-mails that are still to be sent today."""


class CampaignReply(Model, frozen=True, kw_only=True):
    """The envelope of one campaign."""

    data: Campaign
    """The campaign."""


class CampaignPage(Model, frozen=True, kw_only=True):
    """One page of campaigns."""

    data: list[Campaign]
    """The campaigns on this page."""
    meta: PageMeta
    """The position of this page in the list."""


SendingDay: TypeAlias = Annotated[int, Meta(ge=1, le=7)]


class CampaignCreate(Model, frozen=True, kw_only=True):
    """A campaign to create."""

    name: str
    """Name of the campaign."""
    timezone: str | UnsetType = UNSET
    """IANA name of the time zone of days and hours. The server's default is UTC."""
    sending_days: list[SendingDay] | UnsetType = field(name="sendingDays", default=UNSET)
    """Days of the week on which e-mails are sent, 1 for Monday to 7 for Sunday. The server's default is Monday to
    Friday.
    """
    sending_start_hour: Annotated[int, Meta(ge=0, le=23)] | UnsetType = field(name="sendingStartHour", default=UNSET)
    """Hour at which sending starts, 0 to 23. The server's default is 9."""
    sending_end_hour: Annotated[int, Meta(ge=0, le=23)] | UnsetType = field(name="sendingEndHour", default=UNSET)
    """Hour at which sending ends, 0 to 23. The server's default is 17."""
    daily_limit: Annotated[int, Meta(ge=0)] | UnsetType = field(name="dailyLimit", default=UNSET)
    """Maximum number of e-mails per day. The server's default is 50."""
    context: str | None | UnsetType = UNSET
    """Background of the campaign for the drafting of replies."""


class CampaignUpdate(Model, frozen=True, kw_only=True):
    """The changes to a campaign. Fields that are left out keep their values; null clears a field."""

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
    """Maximum number of e-mails per day."""
    context: str | None | UnsetType = UNSET
    """Background of the campaign for the drafting of replies."""


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
    """Position in the sequence, counted from 1."""
    name: str | None = None
    """Name of the step."""
    subject: str | None = None
    """Subject, with variables and spin syntax."""
    body: str
    """Text of the e-mail, with variables and spin syntax."""
    delay_days: int = field(name="delayDays")
    """Days to wait after the previous step."""
    delay_hours: int = field(name="delayHours")
    """Hours to wait in addition to the days."""
    send_only_if_no_reply: bool = field(name="sendOnlyIfNoReply")
    """Whether leads that have replied are skipped."""
    created_at: datetime = field(name="createdAt")
    """When the step was created, in UTC."""
    updated_at: datetime = field(name="updatedAt")
    """When the step was last changed, in UTC."""
    send_as_html: bool | None = field(name="sendAsHtml", default=None)
    """Whether the text is sent as HTML."""
    variants: list[dict[str, Any]] | None = None
    """Versions of the e-mail for A/B tests. Their content is not documented."""
    has_variants: bool | None = field(name="hasVariants", default=None)
    """Whether the step has variants."""


class SequenceStepReply(Model, frozen=True, kw_only=True):
    """The envelope of one step."""

    data: SequenceStep
    """The step."""


class SequenceStepList(Model, frozen=True, kw_only=True):
    """The steps of a campaign."""

    data: list[SequenceStep]
    """The steps of the campaign."""


class SequenceStepCreate(Model, frozen=True, kw_only=True):
    """A step to create."""

    subject: str
    """Subject, with variables and spin syntax."""
    body: str
    """Text of the e-mail, with variables and spin syntax."""
    step_number: Annotated[int, Meta(ge=1)] | UnsetType = field(name="stepNumber", default=UNSET)
    """Position in the sequence, counted from 1. The server assigns one if it is left out. Not documented; known
    from the vendor's SDK.
    """
    name: str | None | UnsetType = UNSET
    """Name of the step."""
    delay_days: Annotated[int, Meta(ge=0)] | UnsetType = field(name="delayDays", default=UNSET)
    """Days to wait after the previous step. The server's default is 0."""
    delay_hours: Annotated[int, Meta(ge=0)] | UnsetType = field(name="delayHours", default=UNSET)
    """Hours to wait in addition to the days. The server's default is 0."""
    send_only_if_no_reply: bool | UnsetType = field(name="sendOnlyIfNoReply", default=UNSET)
    """Whether leads that have replied are skipped. The server's default is true."""
    send_as_html: bool | UnsetType = field(name="sendAsHtml", default=UNSET)
    """Whether the text is sent as HTML. The server's default is false. Not documented; known from the vendor's
    plugin.
    """


class SequenceStepUpdate(Model, frozen=True, kw_only=True):
    """The changes to a step. Fields that are left out keep their values; null clears a field."""

    step_number: Annotated[int, Meta(ge=1)] | UnsetType = field(name="stepNumber", default=UNSET)
    """Position in the sequence, counted from 1. Not documented; known from the vendor's SDK."""
    name: str | None | UnsetType = UNSET
    """Name of the step."""
    subject: str | None | UnsetType = UNSET
    """Subject, with variables and spin syntax."""
    body: str | UnsetType = UNSET
    """Text of the e-mail, with variables and spin syntax."""
    delay_days: Annotated[int, Meta(ge=0)] | UnsetType = field(name="delayDays", default=UNSET)
    """Days to wait after the previous step."""
    delay_hours: Annotated[int, Meta(ge=0)] | UnsetType = field(name="delayHours", default=UNSET)
    """Hours to wait in addition to the days."""
    send_only_if_no_reply: bool | UnsetType = field(name="sendOnlyIfNoReply", default=UNSET)
    """Whether leads that have replied are skipped."""
    send_as_html: bool | UnsetType = field(name="sendAsHtml", default=UNSET)
    """Whether the text is sent as HTML. Not documented; known from the vendor's plugin."""


class TemplateCategory(OpenEnum):
    """The purpose of a template. Other values may exist."""

    EMAIL = "email"
    REPLY_MACRO = "reply_macro"
    SNIPPET = "snippet"


class Template(Model, frozen=True, kw_only=True):
    """A text for sequence steps or replies."""

    id: str
    """Id of the template."""
    name: str
    """Name of the template."""
    subject: str | None = None
    """Subject, with variables."""
    body: str
    """Text, with variables."""
    category: TemplateCategory
    """The purpose of the template."""
    created_at: datetime = field(name="createdAt")
    """When the template was created, in UTC."""
    updated_at: datetime = field(name="updatedAt")
    """When the template was last changed, in UTC."""
    send_as_html: bool | None = field(name="sendAsHtml", default=None)
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
    """The position of this page in the list."""


class TemplateCreate(Model, frozen=True, kw_only=True):
    """A template to create. Only the vendor's SDK says that the body is required."""

    name: str
    """Name of the template."""
    body: str
    """Text, with variables."""
    subject: str | None | UnsetType = UNSET
    """Subject, with variables."""
    category: TemplateCategory | UnsetType = UNSET
    """The purpose of the template."""
    send_as_html: bool | UnsetType = field(name="sendAsHtml", default=UNSET)
    """Whether the text is sent as HTML. Not documented; known from the vendor's SDK."""


class TemplateUpdate(Model, frozen=True, kw_only=True):
    """The changes to a template. Fields that are left out keep their values; null clears a field."""

    name: str | UnsetType = UNSET
    """Name of the template."""
    subject: str | None | UnsetType = UNSET
    """Subject, with variables."""
    body: str | UnsetType = UNSET
    """Text, with variables."""
    category: TemplateCategory | UnsetType = UNSET
    """The purpose of the template."""
    send_as_html: bool | UnsetType = field(name="sendAsHtml", default=UNSET)
    """Whether the text is sent as HTML. Not documented; known from the vendor's SDK."""


class EmailAccount(Model, frozen=True, kw_only=True):
    """A mailbox that sends the e-mails of campaigns. Its password is never part of a reply."""

    id: str
    """Id of the e-mail account."""
    email: str
    """E-mail address."""
    display_name: str | None = field(name="displayName", default=None)
    """Name shown as the sender."""
    provider: str | None = None
    """The provider of the mailbox. The values are not documented."""
    connection_status: str | None = field(name="connectionStatus", default=None)
    """Whether FoxReach can reach the mailbox. The values are not documented."""
    daily_limit: int | None = field(name="dailyLimit", default=None)
    """Maximum number of e-mails per day."""
    sent_today: int | None = field(name="sentToday", default=None)
    """Number of e-mails sent today."""
    is_active: bool | None = field(name="isActive", default=None)
    """Whether the account sends e-mails."""
    warmup_enabled: bool | None = field(name="warmupEnabled", default=None)
    """Whether the account is being warmed up."""
    health_score: float | None = field(name="healthScore", default=None)
    """Health of the account, 0 to 100."""
    bounce_rate: float | None = field(name="bounceRate", default=None)
    """Percentage of e-mails that bounced."""
    reply_rate: float | None = field(name="replyRate", default=None)
    """Percentage of e-mails that were replied to."""
    created_at: datetime | None = field(name="createdAt", default=None)
    """When the account was added, in UTC."""
    updated_at: datetime | None = field(name="updatedAt", default=None)
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
    """The position of this page in the list."""


class ReplyCategory(OpenEnum):
    """The category of a reply. Some sources mention other values, which may exist."""

    INTERESTED = "interested"
    NOT_INTERESTED = "not_interested"
    OUT_OF_OFFICE = "out_of_office"
    UNCATEGORIZED = "uncategorized"
    UNKNOWN = "unknown"
    BOUNCE = "bounce"


class WritableReplyCategory(OpenEnum):
    """A category that can be set on a reply. The category bounce cannot be set."""

    INTERESTED = "interested"
    NOT_INTERESTED = "not_interested"
    OUT_OF_OFFICE = "out_of_office"
    UNCATEGORIZED = "uncategorized"
    UNKNOWN = "unknown"


class Thread(Model, frozen=True, kw_only=True):
    """A reply in the inbox, with its category, star and read status."""

    id: str
    """Id of the reply."""
    from_email: str | None = field(name="fromEmail", default=None)
    """E-mail address of the sender."""
    to_email: str | None = field(name="toEmail", default=None)
    """E-mail address of the recipient."""
    subject: str | None = None
    """Subject."""
    category: ReplyCategory | None = None
    """The category of the reply."""
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
    body_preview: str | None = field(name="bodyPreview", default=None)
    """Beginning of the text."""
    body: str | None = None
    """The text as HTML. Perhaps only inbox.get returns it."""
    body_plain: str | None = field(name="bodyPlain", default=None)
    """The plain text. Perhaps only inbox.get returns it."""
    account_id: str | None = field(name="accountId", default=None)
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
    """The position of this page in the list."""


class ThreadUpdate(Model, frozen=True, kw_only=True):
    """The changes to a thread. Fields that are left out keep their values."""

    is_read: bool | UnsetType = field(name="isRead", default=UNSET)
    """Whether the thread was read."""
    is_starred: bool | UnsetType = field(name="isStarred", default=UNSET)
    """Whether the thread has a star."""
    category: WritableReplyCategory | None | UnsetType = UNSET
    """The category of the reply. Whether null clears it is not documented."""


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
    """E-mail address of the recipient."""
    subject: str | None = None
    """Subject."""
    body: str | None = None
    """The text."""
    category: ReplyCategory | None = None
    """The category of a received message, null for a sent one."""
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
    """A reply to send."""

    body: str
    """The text, plain or HTML."""
    subject: str | UnsetType = UNSET
    """Subject. The server's default is the subject of the thread after "Re:"."""


class SendReceipt(Model, frozen=True, kw_only=True):
    """Whether a reply was sent, and its message id."""

    success: bool
    """Whether the reply was sent."""
    message_id: str = field(name="messageId")
    """Message id of the e-mail (RFC 5322 3.6.4), in angle brackets."""


class InboxStats(Model, frozen=True, kw_only=True):
    """The number of replies by category."""

    total: int
    """Number of all replies."""
    unread: int
    """Number of unread replies."""
    interested: int
    """Number of replies that show interest."""
    not_interested: int = field(name="notInterested")
    """Number of replies that decline."""
    out_of_office: int = field(name="outOfOffice")
    """Number of out-of-office replies."""
    uncategorized: int
    """Number of replies without a category."""
    unknown: int
    """Number of replies whose category could not be determined."""
    total_sent: int = field(name="totalSent")
    """Number of e-mails sent."""


class AnalyticsOverview(Model, frozen=True, kw_only=True):
    """The statistics of a workspace."""

    total_accounts: int | None = field(name="totalAccounts", default=None)
    """Number of e-mail accounts."""
    active_accounts: int | None = field(name="activeAccounts", default=None)
    """Number of e-mail accounts that send e-mails."""
    total_campaigns: int | None = field(name="totalCampaigns", default=None)
    """Number of campaigns."""
    active_campaigns: int | None = field(name="activeCampaigns", default=None)
    """Number of active campaigns."""
    total_leads: int | None = field(name="totalLeads", default=None)
    """Number of leads."""
    total_sent: int | None = field(name="totalSent", default=None)
    """Number of e-mails sent."""
    total_replies: int | None = field(name="totalReplies", default=None)
    """Number of replies received."""
    reply_rate: float | None = field(name="replyRate", default=None)
    """Percentage of e-mails that were replied to."""
    account_health_avg: float | None = field(name="accountHealthAvg", default=None)
    """Average health of the e-mail accounts, 0 to 100."""


class DailyStats(Model, frozen=True, kw_only=True):
    """The statistics of a campaign on one day."""

    date: date_aliased | None = None
    """The day."""
    sent: int | None = None
    """Number of e-mails sent."""
    delivered: int | None = None
    """Number of e-mails delivered."""
    bounced: int | None = None
    """Number of e-mails that bounced."""
    replied: int | None = None
    """Number of replies received."""
    opened: int | None = None
    """Number of e-mails opened."""


class WebhookEvent(OpenEnum):
    """An event to which a webhook can subscribe."""

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
    """The events to which a webhook can subscribe."""

    data: list[WebhookEvent]
    """Names of the events."""


class Webhook(Model, frozen=True, kw_only=True):
    """A subscription that makes FoxReach post events to a URL."""

    id: str
    """Id of the webhook."""
    url: str
    """URL to which the events are posted."""
    events: list[WebhookEvent]
    """The events that are posted."""
    is_active: bool = field(name="isActive")
    """Whether events are posted."""
    last_delivered_at: datetime | None = field(name="lastDeliveredAt", default=None)
    """When an event was last delivered, in UTC."""
    consecutive_failures: int = field(name="consecutiveFailures")
    """Number of consecutive events that could not be delivered."""
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
    """The position of this page in the list."""


class CreatedWebhook(Model, frozen=True, kw_only=True):
    """A new webhook, with its secret."""

    id: str
    """Id of the webhook."""
    url: str
    """URL to which the events are posted."""
    events: list[WebhookEvent]
    """The events that are posted."""
    is_active: bool = field(name="isActive")
    """Whether events are posted."""
    last_delivered_at: datetime | None = field(name="lastDeliveredAt", default=None)
    """When an event was last delivered, in UTC."""
    consecutive_failures: int = field(name="consecutiveFailures")
    """Number of consecutive events that could not be delivered."""
    created_at: datetime = field(name="createdAt")
    """When the webhook was created, in UTC."""
    updated_at: datetime = field(name="updatedAt")
    """When the webhook was last changed, in UTC."""
    secret: str
    """The key that signs its deliveries. Only this reply contains it."""


class CreatedWebhookReply(Model, frozen=True, kw_only=True):
    """The envelope of a new webhook."""

    data: CreatedWebhook
    """The webhook, with its secret."""


class WebhookCreate(Model, frozen=True, kw_only=True):
    """A webhook to create."""

    url: str
    """URL to which the events are posted. It must be an https URL."""
    events: list[WebhookEvent]
    """The events to post."""
    is_active: bool | UnsetType = field(name="isActive", default=UNSET)
    """Whether events are posted. The server's default is true."""


class WebhookUpdate(Model, frozen=True, kw_only=True):
    """The changes to a webhook. Fields that are left out keep their values."""

    url: str | UnsetType = UNSET
    """URL to which the events are posted. It must be an https URL."""
    events: list[WebhookEvent] | UnsetType = UNSET
    """The events to post. They replace all events of the webhook."""
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
    """E-mail address of the recipient."""
    from_email: str = field(name="fromEmail")
    """E-mail address of the sender."""
    subject: str | None = None
    """Subject."""
    sequence_step: int | None = field(name="sequenceStep", default=None)
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
    """E-mail address of the recipient."""
    error: str | None = None
    """The cause of the failure, as text for people."""


class BounceType(OpenEnum):
    """The kind of a bounce. This one was seen; others may exist."""

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
    """E-mail address of the recipient."""
    bounce_type: BounceType | None = field(name="bounceType", default=None)
    """The kind of the bounce."""


class EmailOpenedData(Model, frozen=True, kw_only=True):
    """The e-mail that was opened."""

    email_log_id: str = field(name="emailLogId")
    """Id of the e-mail."""
    campaign_id: str | None = field(name="campaignId", default=None)
    """Id of the campaign."""
    lead_id: str | None = field(name="leadId", default=None)
    """Id of the lead."""
    to_email: str = field(name="toEmail")
    """E-mail address of the recipient."""


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
    """The reply whose category changed."""

    reply_id: str = field(name="replyId")
    """Id of the reply."""
    category: ReplyCategory | None = None
    """The new category."""
    previous_category: ReplyCategory | None = field(name="previousCategory", default=None)
    """The previous category."""


class CampaignStartedDelivery(Model, frozen=True, kw_only=True, tag_field="event", tag="campaign.started"):
    """A campaign was started."""

    event: ClassVar[Literal["campaign.started"]] = "campaign.started"
    """Name of the event."""
    timestamp: datetime
    """When it happened, in UTC."""
    data: dict[str, Any]
    """Probably contains at least the campaignId."""


class CampaignPausedDelivery(Model, frozen=True, kw_only=True, tag_field="event", tag="campaign.paused"):
    """A campaign was paused."""

    event: ClassVar[Literal["campaign.paused"]] = "campaign.paused"
    """Name of the event."""
    timestamp: datetime
    """When it happened, in UTC."""
    data: dict[str, Any]
    """Probably contains at least the campaignId."""


class CampaignCompletedDelivery(Model, frozen=True, kw_only=True, tag_field="event", tag="campaign.completed"):
    """A campaign was completed."""

    event: ClassVar[Literal["campaign.completed"]] = "campaign.completed"
    """Name of the event."""
    timestamp: datetime
    """When it happened, in UTC."""
    data: dict[str, Any]
    """Probably contains at least the campaignId."""


class LeadCreatedDelivery(Model, frozen=True, kw_only=True, tag_field="event", tag="lead.created"):
    """A lead was created."""

    event: ClassVar[Literal["lead.created"]] = "lead.created"
    """Name of the event."""
    timestamp: datetime
    """When it happened, in UTC."""
    data: dict[str, Any]
    """Probably contains at least the leadId."""


class LeadUpdatedDelivery(Model, frozen=True, kw_only=True, tag_field="event", tag="lead.updated"):
    """A lead was changed."""

    event: ClassVar[Literal["lead.updated"]] = "lead.updated"
    """Name of the event."""
    timestamp: datetime
    """When it happened, in UTC."""
    data: dict[str, Any]
    """Probably contains at least the leadId."""


class ValidationBody(Model, frozen=True, kw_only=True):
    """The body of a 422. Its shape is not documented."""

    detail: str | list[ValidationItem]
    """The cause of the error, as text or as a list with one item per value."""


class RateLimitBody(Model, frozen=True, kw_only=True):
    """The body of a 429."""

    error: str
    """The cause of the error, as text for people."""
    code: str
    """Always rate_limit_exceeded."""
    details: RateLimitDetails
    """The limit that was exceeded."""


class DeletionReply(Model, frozen=True, kw_only=True):
    """The envelope of a deletion."""

    data: Deletion
    """The id of the deleted object."""


class RemovalReply(Model, frozen=True, kw_only=True):
    """The envelope of a removal."""

    data: Removal
    """Whether it was removed."""


class AdditionReply(Model, frozen=True, kw_only=True):
    """The envelope of an addition."""

    data: Addition
    """The number of added objects."""


class LeadImportReport(Model, frozen=True, kw_only=True, omit_defaults=True):
    """The counts of created, restored, duplicate and invalid leads of an import."""

    created: int
    """Number of leads that were created."""
    restored: int
    """Number of deleted leads that were restored."""
    duplicates: int
    """Number of leads that exist already or are in the import twice."""
    errors: int
    """Number of invalid leads."""
    duplicate_emails: list[str] = field(name="duplicateEmails")
    """E-mail addresses of the first 100 duplicates."""
    error_details: list[RejectedLead] = field(name="errorDetails")
    """The first 100 invalid leads."""
    repeated: bool = field(name="x-repeated", default=False)
    """True if an earlier attempt of this call got no answer and may have been carried out. Then the duplicates may
    be leads that this import itself created.
    """


class ActivityEntry(Model, frozen=True, kw_only=True):
    """An e-mail sent to a lead or a reply received from it. The two have different fields."""

    id: str
    """Id of the e-mail or of the reply."""
    type: ActivityType
    """The kind of the activity."""
    timestamp: datetime
    """When it happened, in UTC."""
    subject: str | None = None
    """Subject."""
    body_preview: str | None = field(name="bodyPreview", default=None)
    """Beginning of the text."""
    status: str | None = None
    """State of an e-mail, such as sent."""
    campaign_name: str | None = field(name="campaignName", default=None)
    """Name of the campaign."""
    sequence_step: int | None = field(name="sequenceStep", default=None)
    """Number of the step of the sequence, counted from 1."""
    email_type: ActivityEmailType | None = field(name="emailType", default=None)
    """The purpose of the e-mail."""
    opened_at: datetime | None = field(name="openedAt", default=None)
    """When the e-mail was opened, in UTC."""
    clicked_at: datetime | None = field(name="clickedAt", default=None)
    """When a link in the e-mail was clicked, in UTC."""
    category: ReplyCategory | None = None
    """Category of the reply."""


class Conversation(Model, frozen=True, kw_only=True):
    """The messages that were sent to a lead and received from it in one thread."""

    messages: list[Message]
    """The messages."""
    lead: ConversationLead | None = None
    """The lead, or null if there is none."""
    campaign: ConversationCampaign | None = None
    """The campaign, or null if there is none."""


class SendReceiptReply(Model, frozen=True, kw_only=True):
    """The envelope of a receipt."""

    data: SendReceipt
    """Whether the reply was sent, and its message id."""


class InboxStatsReply(Model, frozen=True, kw_only=True):
    """The envelope of the statistics of the inbox."""

    data: InboxStats
    """The statistics."""


class AnalyticsOverviewReply(Model, frozen=True, kw_only=True):
    """The envelope of the statistics of a workspace."""

    data: AnalyticsOverview
    """The statistics."""


class CampaignAnalytics(Model, frozen=True, kw_only=True):
    """The statistics of a campaign."""

    sent: int | None = None
    """Number of e-mails sent."""
    delivered: int | None = None
    """Number of e-mails delivered."""
    bounced: int | None = None
    """Number of e-mails that bounced."""
    replied: int | None = None
    """Number of replies received."""
    opened: int | None = None
    """Number of e-mails opened."""
    reply_rate: float | None = field(name="replyRate", default=None)
    """Percentage of e-mails that were replied to."""
    bounce_rate: float | None = field(name="bounceRate", default=None)
    """Percentage of e-mails that bounced."""
    daily_stats: list[DailyStats] | None = field(name="dailyStats", default=None)
    """The statistics by day."""


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
    """The category of a reply changed."""

    event: ClassVar[Literal["reply.categorized"]] = "reply.categorized"
    """Name of the event."""
    timestamp: datetime
    """When it happened, in UTC."""
    data: ReplyCategorizedData
    """The reply."""


class LeadImportReply(Model, frozen=True, kw_only=True):
    """The envelope of an import."""

    data: LeadImportReport
    """The counts of created, restored, duplicate and invalid leads."""


class LeadActivity(Model, frozen=True, kw_only=True):
    """The activity of a lead."""

    activities: list[ActivityEntry]
    """The e-mails sent to the lead and the replies received from it."""
    campaigns: list[LeadMembership]
    """The campaigns of the lead."""


class ConversationReply(Model, frozen=True, kw_only=True):
    """The envelope of a conversation."""

    data: Conversation
    """The conversation."""


class CampaignAnalyticsReply(Model, frozen=True, kw_only=True):
    """The envelope of the statistics of a campaign."""

    data: CampaignAnalytics
    """The statistics."""


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
    """The activity of the lead."""


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
show_in_repr(ErrorBody, "detail")
show_in_repr(PlanLimitBody, "detail")
show_in_repr(ValidationBody, "detail")
show_in_repr(ValidationItem, "loc", "msg", "type")
show_in_repr(RateLimitBody, "error", "code")
show_in_repr(GatewayErrorBody, "detail")
show_in_repr(Deletion, "id")
show_in_repr(Lead, "id")
show_in_repr(RejectedLead, "reason")
show_in_repr(ActivityEntry, "id", "status", "campaign_name")
show_in_repr(LeadMembership, "campaign_id", "campaign_name", "status")
show_in_repr(Campaign, "id", "name", "timezone")
show_in_repr(CampaignCreate, "name", "timezone")
show_in_repr(CampaignUpdate, "name", "timezone")
show_in_repr(CampaignLeads, "lead_ids")
show_in_repr(CampaignAccounts, "account_ids")
show_in_repr(SequenceStep, "id", "campaign_id", "name")
show_in_repr(SequenceStepCreate, "name")
show_in_repr(SequenceStepUpdate, "name")
show_in_repr(Template, "id", "name")
show_in_repr(TemplateCreate, "name")
show_in_repr(TemplateUpdate, "name")
show_in_repr(EmailAccount, "id", "provider")
show_in_repr(Thread, "id", "lead_id", "campaign_id", "account_id")
show_in_repr(Message, "id")
show_in_repr(ConversationLead, "id")
show_in_repr(ConversationCampaign, "id", "name")
show_in_repr(SendReceipt, "message_id")
show_in_repr(Webhook, "id")
show_in_repr(CreatedWebhook, "id")
show_in_repr(EmailSentData, "email_log_id", "campaign_id", "lead_id")
show_in_repr(EmailFailedData, "email_log_id", "campaign_id", "lead_id")
show_in_repr(EmailBouncedData, "email_log_id", "campaign_id", "lead_id")
show_in_repr(EmailOpenedData, "email_log_id", "campaign_id", "lead_id")
show_in_repr(ReplyReceivedData, "reply_id", "campaign_id", "lead_id")
show_in_repr(ReplyCategorizedData, "reply_id")

TYPE_CHECKING = False  # Type checkers take it for True.

if TYPE_CHECKING:
    from foxreach_runtime.webhooks.delivery import UnknownDelivery as UnknownDelivery
else:

    def __getattr__(name):
        """Return `UnknownDelivery`, a model of the runtime that loads when it is first used."""
        if name != "UnknownDelivery":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from foxreach_runtime.fork import importing

        with importing():
            from foxreach_runtime.webhooks.delivery import UnknownDelivery

        return UnknownDelivery
