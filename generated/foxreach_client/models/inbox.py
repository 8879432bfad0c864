# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The models that only `inbox` uses."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from foxreach_runtime.enums import OpenEnum
from foxreach_runtime.model import Model, read_as_utc, show_in_repr
from msgspec import UNSET, UnsetType, field

from ._shared import PageMeta, ReplyCategory


class WritableReplyCategory(OpenEnum):
    """A category that can be set on a reply. The category bounce cannot be set."""

    INTERESTED = "interested"
    NOT_INTERESTED = "not_interested"
    OUT_OF_OFFICE = "out_of_office"
    UNCATEGORIZED = "uncategorized"
    UNKNOWN = "unknown"


class Thread(Model, frozen=True, kw_only=True):
    """A reply in the inbox, with its category, star and read status."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

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

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    data: Thread
    """The thread."""


class ThreadPage(Model, frozen=True, kw_only=True):
    """One page of threads."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    data: list[Thread]
    """The threads on this page."""
    meta: PageMeta
    """The position of this page in the list."""


class ThreadUpdate(Model, frozen=True, kw_only=True):
    """The changes to a thread. Fields that are left out keep their values."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

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

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

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

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

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

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    id: str
    """Id of the campaign."""
    name: str
    """Name of the campaign."""


class ReplyMessage(Model, frozen=True, kw_only=True):
    """A reply to send."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    body: str
    """The text, plain or HTML."""
    subject: str | UnsetType = UNSET
    """Subject. The server's default is the subject of the thread after "Re:"."""


class SendReceipt(Model, frozen=True, kw_only=True):
    """Whether a reply was sent, and its message id."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    success: bool
    """Whether the reply was sent."""
    message_id: str = field(name="messageId")
    """Message id of the e-mail (RFC 5322 3.6.4), in angle brackets."""


class InboxStats(Model, frozen=True, kw_only=True):
    """The number of replies by category."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

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


class Conversation(Model, frozen=True, kw_only=True):
    """The messages that were sent to a lead and received from it in one thread."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    messages: list[Message]
    """The messages."""
    lead: ConversationLead | None = None
    """The lead, or null if there is none."""
    campaign: ConversationCampaign | None = None
    """The campaign, or null if there is none."""


class SendReceiptReply(Model, frozen=True, kw_only=True):
    """The envelope of a receipt."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    data: SendReceipt
    """Whether the reply was sent, and its message id."""


class InboxStatsReply(Model, frozen=True, kw_only=True):
    """The envelope of the statistics of the inbox."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    data: InboxStats
    """The statistics."""


class ConversationReply(Model, frozen=True, kw_only=True):
    """The envelope of a conversation."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    data: Conversation
    """The conversation."""


read_as_utc(Thread, "received_at")
read_as_utc(Message, "timestamp")
show_in_repr(Thread, "id", "lead_id", "campaign_id", "account_id")
show_in_repr(Message, "id")
show_in_repr(ConversationLead, "id")
show_in_repr(ConversationCampaign, "id", "name")
show_in_repr(SendReceipt, "message_id")


if not TYPE_CHECKING:

    def __getattr__(name):
        """Return a model that an older pickle expects here: a model that more resources use now is in another module."""
        from importlib import import_module

        return import_module(__package__).__getattr__(name)
