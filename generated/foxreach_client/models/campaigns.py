# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The models that only `campaigns` uses."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, ClassVar

from foxreach_runtime.enums import OpenEnum
from foxreach_runtime.model import Model, read_as_utc, show_in_repr
from msgspec import UNSET, Meta, UnsetType, field

from ._shared import PageMeta, SendingDay


class Removal(Model, frozen=True, kw_only=True):
    """Whether a lead or an e-mail account was removed from a campaign."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    removed: bool
    """True if it was removed."""


class Addition(Model, frozen=True, kw_only=True):
    """The number of objects added to a campaign. Other counters may exist."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    added: int | None = None
    """Number of added objects. Known only from the vendor's CLI."""


class CampaignStatus(OpenEnum):
    """The state of a campaign. An archived campaign may have a fifth state."""

    DRAFT = "draft"
    ACTIVE = "active"
    PAUSED = "paused"
    COMPLETED = "completed"


class Campaign(Model, frozen=True, kw_only=True):
    """A sequence of e-mails sent to leads on a schedule."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

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

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    data: Campaign
    """The campaign."""


class CampaignPage(Model, frozen=True, kw_only=True):
    """One page of campaigns."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    data: list[Campaign]
    """The campaigns on this page."""
    meta: PageMeta
    """The position of this page in the list."""


class CampaignCreate(Model, frozen=True, kw_only=True):
    """A campaign to create."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

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

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

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

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    lead_ids: list[str] = field(name="leadIds")
    """Ids of the leads."""


class CampaignAccounts(Model, frozen=True, kw_only=True):
    """E-mail accounts to add to a campaign."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    account_ids: list[str] = field(name="accountIds")
    """Ids of the e-mail accounts."""


class RemovalReply(Model, frozen=True, kw_only=True):
    """The envelope of a removal."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    data: Removal
    """Whether it was removed."""


class AdditionReply(Model, frozen=True, kw_only=True):
    """The envelope of an addition."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    data: Addition
    """The number of added objects."""


read_as_utc(Campaign, "created_at", "updated_at", "started_at", "completed_at")
show_in_repr(Campaign, "id", "name", "timezone")
show_in_repr(CampaignCreate, "name", "timezone")
show_in_repr(CampaignUpdate, "name", "timezone")
show_in_repr(CampaignLeads, "lead_ids")
show_in_repr(CampaignAccounts, "account_ids")


if not TYPE_CHECKING:

    def __getattr__(name):
        """Return a model that an older pickle expects here: a model that more resources use now is in another module."""
        from importlib import import_module

        return import_module(__package__).__getattr__(name)
