# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The models that only `webhooks` uses."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from foxreach_runtime.enums import OpenEnum
from foxreach_runtime.model import Model, read_as_utc, show_in_repr
from msgspec import UNSET, UnsetType, field

from ._shared import PageMeta


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

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    data: list[WebhookEvent]
    """Names of the events."""


class Webhook(Model, frozen=True, kw_only=True):
    """A subscription that makes FoxReach post events to a URL."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

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

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    data: Webhook
    """The webhook."""


class WebhookPage(Model, frozen=True, kw_only=True):
    """One page of webhooks."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    data: list[Webhook]
    """The webhooks on this page."""
    meta: PageMeta
    """The position of this page in the list."""


class CreatedWebhook(Model, frozen=True, kw_only=True):
    """A new webhook, with its secret."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

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

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    data: CreatedWebhook
    """The webhook, with its secret."""


class WebhookCreate(Model, frozen=True, kw_only=True):
    """A webhook to create."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    url: str
    """URL to which the events are posted. It must be an https URL."""
    events: list[WebhookEvent]
    """The events to post."""
    is_active: bool | UnsetType = field(name="isActive", default=UNSET)
    """Whether events are posted. The server's default is true."""


class WebhookUpdate(Model, frozen=True, kw_only=True):
    """The changes to a webhook. Fields that are left out keep their values."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    url: str | UnsetType = UNSET
    """URL to which the events are posted. It must be an https URL."""
    events: list[WebhookEvent] | UnsetType = UNSET
    """The events to post. They replace all events of the webhook."""
    is_active: bool | UnsetType = field(name="isActive", default=UNSET)
    """Whether events are posted."""


read_as_utc(Webhook, "last_delivered_at", "created_at", "updated_at")
read_as_utc(CreatedWebhook, "last_delivered_at", "created_at", "updated_at")
show_in_repr(Webhook, "id")
show_in_repr(CreatedWebhook, "id")


if not TYPE_CHECKING:

    def __getattr__(name):
        """Return a model that an older pickle expects here: a model that more resources use now is in another module."""
        from importlib import import_module

        return import_module(__package__).__getattr__(name)
