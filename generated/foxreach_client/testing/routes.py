# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""One typed route per operation: what it answers in a test, `mock.leads.get.returns(lead)`."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from foxreach_runtime.testing.router import Router

from .. import operations
from ..client import FACTS
from .factories import EXAMPLES


class WebhooksRoutes:
    """The routes of `webhooks`."""

    def __init__(self, router: Router) -> None:
        self.list_events = router.route(operations.WEBHOOKS_LIST_EVENTS)
        self.list = router.pages(operations.WEBHOOKS_LIST)
        self.create = router.route(operations.WEBHOOKS_CREATE)
        self.delete = router.route(operations.WEBHOOKS_DELETE)
        self.update = router.route(operations.WEBHOOKS_UPDATE)


class AnalyticsRoutes:
    """The routes of `analytics`."""

    def __init__(self, router: Router) -> None:
        self.overview = router.route(operations.ANALYTICS_OVERVIEW)
        self.campaign = router.route(operations.ANALYTICS_CAMPAIGN)


class InboxRoutes:
    """The routes of `inbox`."""

    def __init__(self, router: Router) -> None:
        self.list_threads = router.pages(operations.INBOX_LIST_THREADS)
        self.update = router.route(operations.INBOX_UPDATE)
        self.get_conversation = router.route(operations.INBOX_GET_CONVERSATION)
        self.send_reply = router.route(operations.INBOX_SEND_REPLY)
        self.get = router.route(operations.INBOX_GET)
        self.stats = router.route(operations.INBOX_STATS)


class EmailAccountsRoutes:
    """The routes of `email_accounts`."""

    def __init__(self, router: Router) -> None:
        self.list = router.pages(operations.EMAIL_ACCOUNTS_LIST)
        self.get = router.route(operations.EMAIL_ACCOUNTS_GET)
        self.delete = router.route(operations.EMAIL_ACCOUNTS_DELETE)


class TemplatesRoutes:
    """The routes of `templates`."""

    def __init__(self, router: Router) -> None:
        self.list = router.pages(operations.TEMPLATES_LIST)
        self.create = router.route(operations.TEMPLATES_CREATE)
        self.get = router.route(operations.TEMPLATES_GET)
        self.delete = router.route(operations.TEMPLATES_DELETE)
        self.update = router.route(operations.TEMPLATES_UPDATE)


class CampaignsSequencesRoutes:
    """The routes of `campaigns.sequences`."""

    def __init__(self, router: Router) -> None:
        self.list = router.route(operations.CAMPAIGNS_SEQUENCES_LIST)
        self.create = router.route(operations.CAMPAIGNS_SEQUENCES_CREATE)
        self.delete = router.route(operations.CAMPAIGNS_SEQUENCES_DELETE)
        self.update = router.route(operations.CAMPAIGNS_SEQUENCES_UPDATE)


class CampaignsRoutes:
    """The routes of `campaigns`."""

    def __init__(self, router: Router) -> None:
        self.list = router.pages(operations.CAMPAIGNS_LIST)
        self.create = router.route(operations.CAMPAIGNS_CREATE)
        self.get = router.route(operations.CAMPAIGNS_GET)
        self.delete = router.route(operations.CAMPAIGNS_DELETE)
        self.update = router.route(operations.CAMPAIGNS_UPDATE)
        self.start = router.route(operations.CAMPAIGNS_START)
        self.pause = router.route(operations.CAMPAIGNS_PAUSE)
        self.resume = router.route(operations.CAMPAIGNS_RESUME)
        self.add_leads = router.route(operations.CAMPAIGNS_ADD_LEADS)
        self.remove_lead = router.route(operations.CAMPAIGNS_REMOVE_LEAD)
        self.add_accounts = router.route(operations.CAMPAIGNS_ADD_ACCOUNTS)
        self.remove_account = router.route(operations.CAMPAIGNS_REMOVE_ACCOUNT)
        self.sequences = CampaignsSequencesRoutes(router)


class LeadsRoutes:
    """The routes of `leads`."""

    def __init__(self, router: Router) -> None:
        self.list = router.pages(operations.LEADS_LIST)
        self.create = router.route(operations.LEADS_CREATE)
        self.import_leads = router.route(operations.LEADS_IMPORT_LEADS)
        self.get = router.route(operations.LEADS_GET)
        self.delete = router.route(operations.LEADS_DELETE)
        self.update = router.route(operations.LEADS_UPDATE)
        self.activity = router.route(operations.LEADS_ACTIVITY)


class FoxReachMock:
    """Stands in for the API while it is open: calls of any client are answered by its routes alone.

    At the end, every route that was given an answer must have been called. *base_url* is the address of the clients.
    """

    def __init__(self, base_url: str = FACTS.base_url) -> None:
        self._router = Router(base_url, EXAMPLES)
        self.leads = LeadsRoutes(self._router)
        self.campaigns = CampaignsRoutes(self._router)
        self.templates = TemplatesRoutes(self._router)
        self.email_accounts = EmailAccountsRoutes(self._router)
        self.inbox = InboxRoutes(self._router)
        self.analytics = AnalyticsRoutes(self._router)
        self.webhooks = WebhooksRoutes(self._router)

    def __enter__(self) -> Self:
        self._router.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._router.__exit__(kind, error, trace)
