# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The models that only `email_accounts` uses."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from foxreach_runtime.model import Model, read_as_utc, show_in_repr
from msgspec import field

from ._shared import PageMeta


class EmailAccount(Model, frozen=True, kw_only=True):
    """A mailbox that sends the e-mails of campaigns. Its password is never part of a reply."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

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

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    data: EmailAccount
    """The e-mail account."""


class EmailAccountPage(Model, frozen=True, kw_only=True):
    """One page of e-mail accounts."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    data: list[EmailAccount]
    """The e-mail accounts on this page."""
    meta: PageMeta
    """The position of this page in the list."""


read_as_utc(EmailAccount, "created_at", "updated_at")
show_in_repr(EmailAccount, "id", "provider", "connection_status")


if not TYPE_CHECKING:

    def __getattr__(name):
        """Return a model that an older pickle expects here: a model that more resources use now is in another module."""
        from importlib import import_module

        return import_module(__package__).__getattr__(name)
