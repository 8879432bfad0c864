# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The models of the deliveries of webhooks."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeAlias

from foxreach_runtime.enums import OpenEnum
from foxreach_runtime.model import Model, read_as_utc, show_in_repr
from msgspec import field

from ._shared import ReplyCategory


class EmailSentData(Model, frozen=True, kw_only=True):
    """The e-mail that was sent."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

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

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

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

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

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

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

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

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

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

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    reply_id: str = field(name="replyId")
    """Id of the reply."""
    category: ReplyCategory | None = None
    """The new category."""
    previous_category: ReplyCategory | None = field(name="previousCategory", default=None)
    """The previous category."""


class CampaignStartedDelivery(Model, frozen=True, kw_only=True, tag_field="event", tag="campaign.started"):
    """A campaign was started."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    event: ClassVar[Literal["campaign.started"]] = "campaign.started"
    """Name of the event."""
    timestamp: datetime
    """When it happened, in UTC."""
    data: dict[str, Any]
    """Probably contains at least the campaignId."""


class CampaignPausedDelivery(Model, frozen=True, kw_only=True, tag_field="event", tag="campaign.paused"):
    """A campaign was paused."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    event: ClassVar[Literal["campaign.paused"]] = "campaign.paused"
    """Name of the event."""
    timestamp: datetime
    """When it happened, in UTC."""
    data: dict[str, Any]
    """Probably contains at least the campaignId."""


class CampaignCompletedDelivery(Model, frozen=True, kw_only=True, tag_field="event", tag="campaign.completed"):
    """A campaign was completed."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    event: ClassVar[Literal["campaign.completed"]] = "campaign.completed"
    """Name of the event."""
    timestamp: datetime
    """When it happened, in UTC."""
    data: dict[str, Any]
    """Probably contains at least the campaignId."""


class LeadCreatedDelivery(Model, frozen=True, kw_only=True, tag_field="event", tag="lead.created"):
    """A lead was created."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    event: ClassVar[Literal["lead.created"]] = "lead.created"
    """Name of the event."""
    timestamp: datetime
    """When it happened, in UTC."""
    data: dict[str, Any]
    """Probably contains at least the leadId."""


class LeadUpdatedDelivery(Model, frozen=True, kw_only=True, tag_field="event", tag="lead.updated"):
    """A lead was changed."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    event: ClassVar[Literal["lead.updated"]] = "lead.updated"
    """Name of the event."""
    timestamp: datetime
    """When it happened, in UTC."""
    data: dict[str, Any]
    """Probably contains at least the leadId."""


class EmailSentDelivery(Model, frozen=True, kw_only=True, tag_field="event", tag="email.sent"):
    """An e-mail was sent to a lead."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    event: ClassVar[Literal["email.sent"]] = "email.sent"
    """Name of the event."""
    timestamp: datetime
    """When it happened, in UTC."""
    data: EmailSentData
    """The e-mail."""


class EmailFailedDelivery(Model, frozen=True, kw_only=True, tag_field="event", tag="email.failed"):
    """An e-mail could not be sent."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    event: ClassVar[Literal["email.failed"]] = "email.failed"
    """Name of the event."""
    timestamp: datetime
    """When it happened, in UTC."""
    data: EmailFailedData
    """The e-mail."""


class EmailBouncedDelivery(Model, frozen=True, kw_only=True, tag_field="event", tag="email.bounced"):
    """An e-mail bounced."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    event: ClassVar[Literal["email.bounced"]] = "email.bounced"
    """Name of the event."""
    timestamp: datetime
    """When it happened, in UTC."""
    data: EmailBouncedData
    """The e-mail."""


class EmailOpenedDelivery(Model, frozen=True, kw_only=True, tag_field="event", tag="email.opened"):
    """A lead opened an e-mail."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    event: ClassVar[Literal["email.opened"]] = "email.opened"
    """Name of the event."""
    timestamp: datetime
    """When it happened, in UTC."""
    data: EmailOpenedData
    """The e-mail."""


class ReplyReceivedDelivery(Model, frozen=True, kw_only=True, tag_field="event", tag="reply.received"):
    """A reply arrived in the inbox."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    event: ClassVar[Literal["reply.received"]] = "reply.received"
    """Name of the event."""
    timestamp: datetime
    """When it happened, in UTC."""
    data: ReplyReceivedData
    """The reply."""


class ReplyCategorizedDelivery(Model, frozen=True, kw_only=True, tag_field="event", tag="reply.categorized"):
    """The category of a reply changed."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    event: ClassVar[Literal["reply.categorized"]] = "reply.categorized"
    """Name of the event."""
    timestamp: datetime
    """When it happened, in UTC."""
    data: ReplyCategorizedData
    """The reply."""


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
show_in_repr(EmailSentData, "email_log_id", "campaign_id", "lead_id")
show_in_repr(EmailFailedData, "email_log_id", "campaign_id", "lead_id")
show_in_repr(EmailBouncedData, "email_log_id", "campaign_id", "lead_id")
show_in_repr(EmailOpenedData, "email_log_id", "campaign_id", "lead_id")
show_in_repr(ReplyReceivedData, "reply_id", "campaign_id", "lead_id")
show_in_repr(ReplyCategorizedData, "reply_id")


if not TYPE_CHECKING:

    def __getattr__(name):
        """Return a model that an older pickle expects here: a model that more resources use now is in another module."""
        from importlib import import_module

        return import_module(__package__).__getattr__(name)
