# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The models that only `leads` uses."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from foxreach_runtime.enums import OpenEnum
from foxreach_runtime.model import Model, read_as_utc, show_in_repr
from msgspec import UNSET, Meta, UnsetType, field

from ._shared import PageMeta, ReplyCategory


class PlanLimitBody(Model, frozen=True, kw_only=True):
    """The body of a 402. Its shape is not documented."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    detail: str | dict[str, Any]
    """The cause of the error, as text or as an object."""


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

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

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

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    data: Lead
    """The lead."""


class LeadPage(Model, frozen=True, kw_only=True):
    """One page of leads."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    data: list[Lead]
    """The leads on this page."""
    meta: PageMeta
    """The position of this page in the list."""


class LeadCreate(Model, frozen=True, kw_only=True):
    """A lead to create."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

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

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

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

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    leads: Annotated[list[LeadCreate], Meta(max_length=1000, min_length=1)]
    """The leads to import, 1 to 1000 of them."""
    restore_soft_deleted: bool | UnsetType = field(name="restoreSoftDeleted", default=UNSET)
    """True restores and merges a deleted lead with the same e-mail address; false counts it as a duplicate. The
    server's default is true.
    """


class RejectedLead(Model, frozen=True, kw_only=True):
    """A lead that was not imported."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

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

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

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


class LeadImportReport(Model, frozen=True, kw_only=True, omit_defaults=True):
    """The counts of created, restored, duplicate and invalid leads of an import."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

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

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

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


class LeadImportReply(Model, frozen=True, kw_only=True):
    """The envelope of an import."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    data: LeadImportReport
    """The counts of created, restored, duplicate and invalid leads."""


class LeadActivity(Model, frozen=True, kw_only=True):
    """The activity of a lead."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    activities: list[ActivityEntry]
    """The e-mails sent to the lead and the replies received from it."""
    campaigns: list[LeadMembership]
    """The campaigns of the lead."""


class LeadActivityReply(Model, frozen=True, kw_only=True):
    """The envelope of the activity of a lead."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    data: LeadActivity
    """The activity of the lead."""


read_as_utc(Lead, "last_contacted_at", "created_at", "updated_at")
read_as_utc(ActivityEntry, "opened_at", "clicked_at", "timestamp")
read_as_utc(LeadMembership, "last_sent_at", "next_send_at", "replied_at")
show_in_repr(PlanLimitBody, "detail")
show_in_repr(Lead, "id")
show_in_repr(RejectedLead, "reason")
show_in_repr(ActivityEntry, "id", "status", "campaign_name")
show_in_repr(LeadMembership, "campaign_id", "campaign_name", "status")


if not TYPE_CHECKING:

    def __getattr__(name):
        """Return a model that an older pickle expects here: a model that more resources use now is in another module."""
        from importlib import import_module

        return import_module(__package__).__getattr__(name)
