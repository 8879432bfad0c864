# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""One typed mock route per operation, which answers as the test says: `mock.leads.get.returns(lead)`."""

from __future__ import annotations

from types import NoneType, TracebackType
from typing import Self

from foxreach_testing.mock_routes import Router

from .. import models
from ..client import FACTS
from ..operations import analytics as analytics_operations
from ..operations import campaigns as campaigns_operations
from ..operations import campaigns_sequences as campaigns_sequences_operations
from ..operations import email_accounts as email_accounts_operations
from ..operations import inbox as inbox_operations
from ..operations import leads as leads_operations
from ..operations import templates as templates_operations
from ..operations import webhooks as webhooks_operations
from .factories import EXAMPLES


class WebhooksRoutes:
    """The routes of `webhooks`."""

    def __init__(self, router: Router) -> None:
        self.list_events = router.route(webhooks_operations.WEBHOOKS_LIST_EVENTS, NoneType)
        self.list = router.pages(webhooks_operations.WEBHOOKS_LIST)
        self.create = router.route(webhooks_operations.WEBHOOKS_CREATE, models.WebhookCreate)
        self.delete = router.route(webhooks_operations.WEBHOOKS_DELETE, NoneType)
        self.update = router.route(webhooks_operations.WEBHOOKS_UPDATE, models.WebhookUpdate)


class AnalyticsRoutes:
    """The routes of `analytics`."""

    def __init__(self, router: Router) -> None:
        self.overview = router.route(analytics_operations.ANALYTICS_OVERVIEW, NoneType)
        self.campaign = router.route(analytics_operations.ANALYTICS_CAMPAIGN, NoneType)


class InboxRoutes:
    """The routes of `inbox`."""

    def __init__(self, router: Router) -> None:
        self.list_threads = router.pages(inbox_operations.INBOX_LIST_THREADS)
        self.update = router.route(inbox_operations.INBOX_UPDATE, models.ThreadUpdate)
        self.get_conversation = router.route(inbox_operations.INBOX_GET_CONVERSATION, NoneType)
        self.send_reply = router.route(inbox_operations.INBOX_SEND_REPLY, models.ReplyMessage)
        self.get = router.route(inbox_operations.INBOX_GET, NoneType)
        self.stats = router.route(inbox_operations.INBOX_STATS, NoneType)


class EmailAccountsRoutes:
    """The routes of `email_accounts`."""

    def __init__(self, router: Router) -> None:
        self.list = router.pages(email_accounts_operations.EMAIL_ACCOUNTS_LIST)
        self.get = router.route(email_accounts_operations.EMAIL_ACCOUNTS_GET, NoneType)
        self.delete = router.route(email_accounts_operations.EMAIL_ACCOUNTS_DELETE, NoneType)


class TemplatesRoutes:
    """The routes of `templates`."""

    def __init__(self, router: Router) -> None:
        self.list = router.pages(templates_operations.TEMPLATES_LIST)
        self.create = router.route(templates_operations.TEMPLATES_CREATE, models.TemplateCreate)
        self.get = router.route(templates_operations.TEMPLATES_GET, NoneType)
        self.delete = router.route(templates_operations.TEMPLATES_DELETE, NoneType)
        self.update = router.route(templates_operations.TEMPLATES_UPDATE, models.TemplateUpdate)


class CampaignsSequencesRoutes:
    """The routes of `campaigns.sequences`."""

    def __init__(self, router: Router) -> None:
        self.list = router.route(campaigns_sequences_operations.CAMPAIGNS_SEQUENCES_LIST, NoneType)
        self.create = router.route(campaigns_sequences_operations.CAMPAIGNS_SEQUENCES_CREATE, models.SequenceStepCreate)
        self.delete = router.route(campaigns_sequences_operations.CAMPAIGNS_SEQUENCES_DELETE, NoneType)
        self.update = router.route(campaigns_sequences_operations.CAMPAIGNS_SEQUENCES_UPDATE, models.SequenceStepUpdate)


class CampaignsRoutes:
    """The routes of `campaigns`."""

    def __init__(self, router: Router) -> None:
        self.list = router.pages(campaigns_operations.CAMPAIGNS_LIST)
        self.create = router.route(campaigns_operations.CAMPAIGNS_CREATE, models.CampaignCreate)
        self.get = router.route(campaigns_operations.CAMPAIGNS_GET, NoneType)
        self.delete = router.route(campaigns_operations.CAMPAIGNS_DELETE, NoneType)
        self.update = router.route(campaigns_operations.CAMPAIGNS_UPDATE, models.CampaignUpdate)
        self.start = router.route(campaigns_operations.CAMPAIGNS_START, NoneType)
        self.pause = router.route(campaigns_operations.CAMPAIGNS_PAUSE, NoneType)
        self.resume = router.route(campaigns_operations.CAMPAIGNS_RESUME, NoneType)
        self.add_leads = router.route(campaigns_operations.CAMPAIGNS_ADD_LEADS, models.CampaignLeads)
        self.remove_lead = router.route(campaigns_operations.CAMPAIGNS_REMOVE_LEAD, NoneType)
        self.add_accounts = router.route(campaigns_operations.CAMPAIGNS_ADD_ACCOUNTS, models.CampaignAccounts)
        self.remove_account = router.route(campaigns_operations.CAMPAIGNS_REMOVE_ACCOUNT, NoneType)
        self.sequences = CampaignsSequencesRoutes(router)


class LeadsRoutes:
    """The routes of `leads`."""

    def __init__(self, router: Router) -> None:
        self.list = router.pages(leads_operations.LEADS_LIST)
        self.create = router.route(leads_operations.LEADS_CREATE, models.LeadCreate)
        self.import_leads = router.route(leads_operations.LEADS_IMPORT_LEADS, models.LeadImport)
        self.get = router.route(leads_operations.LEADS_GET, NoneType)
        self.delete = router.route(leads_operations.LEADS_DELETE, NoneType)
        self.update = router.route(leads_operations.LEADS_UPDATE, models.LeadUpdate)
        self.activity = router.route(leads_operations.LEADS_ACTIVITY, NoneType)


class FoxReachMock:
    """Replaces the API while it is open: its routes answer the calls of every client.

    On exit, raises AssertionError for a call without an answer, and for an answer that was never requested. Clients
    created while it is open wait on `clock` instead of real time. *base_url* is that of the clients.
    """

    def __init__(self, base_url: str = FACTS.base_url) -> None:
        self._router = Router(base_url, EXAMPLES)
        self.clock = self._router.clock
        self.leads = LeadsRoutes(self._router)
        self.campaigns = CampaignsRoutes(self._router)
        self.templates = TemplatesRoutes(self._router)
        self.email_accounts = EmailAccountsRoutes(self._router)
        self.inbox = InboxRoutes(self._router)
        self.analytics = AnalyticsRoutes(self._router)
        self.webhooks = WebhooksRoutes(self._router)

    def pass_through(self, *hosts: str) -> None:
        """Let requests to *hosts*, such as "hooks.example.com", go to the network instead of being refused."""
        self._router.pass_through(*hosts)

    def __enter__(self) -> Self:
        self._router.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._router.__exit__(kind, error, trace)
