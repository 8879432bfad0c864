# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The models that only `analytics` uses."""

from __future__ import annotations

from datetime import date as date_aliased
from typing import TYPE_CHECKING, ClassVar

from foxreach_runtime.model import Model
from msgspec import field


class AnalyticsOverview(Model, frozen=True, kw_only=True):
    """The statistics of a workspace."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

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

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

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


class AnalyticsOverviewReply(Model, frozen=True, kw_only=True):
    """The envelope of the statistics of a workspace."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    data: AnalyticsOverview
    """The statistics."""


class CampaignAnalytics(Model, frozen=True, kw_only=True):
    """The statistics of a campaign."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

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


class CampaignAnalyticsReply(Model, frozen=True, kw_only=True):
    """The envelope of the statistics of a campaign."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    data: CampaignAnalytics
    """The statistics."""


if not TYPE_CHECKING:

    def __getattr__(name):
        """Return a model that an older pickle expects here: a model that more resources use now is in another module."""
        from importlib import import_module

        return import_module(__package__).__getattr__(name)
