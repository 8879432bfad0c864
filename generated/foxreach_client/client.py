# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The clients: one attribute per resource, in a sync and an async flavour."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from foxreach_runtime.client import AsyncClient, ClientFacts, Resource, SyncClient
from foxreach_runtime.engine.transport import AsyncTransport, Transport
from foxreach_runtime.fork import lazy_property
from foxreach_runtime.version import __version__

from .errors import BY_STATUS
from .spec import SPEC_VERSION

if TYPE_CHECKING:
    from .resources.analytics import AnalyticsRaw, AnalyticsResource, AsyncAnalyticsRaw, AsyncAnalyticsResource
    from .resources.campaigns import AsyncCampaignsRaw, AsyncCampaignsResource, CampaignsRaw, CampaignsResource
    from .resources.email_accounts import (
        AsyncEmailAccountsRaw,
        AsyncEmailAccountsResource,
        EmailAccountsRaw,
        EmailAccountsResource,
    )
    from .resources.inbox import AsyncInboxRaw, AsyncInboxResource, InboxRaw, InboxResource
    from .resources.leads import AsyncLeadsRaw, AsyncLeadsResource, LeadsRaw, LeadsResource
    from .resources.templates import AsyncTemplatesRaw, AsyncTemplatesResource, TemplatesRaw, TemplatesResource
    from .resources.webhooks import AsyncWebhooksRaw, AsyncWebhooksResource, WebhooksRaw, WebhooksResource

FACTS = ClientFacts(
    base_url="https://api.foxreach.io/api/v1",
    key_header="X-API-Key",
    user_agent=f"foxreach-client/{__version__} (spec {SPEC_VERSION})",
    errors=BY_STATUS,
    package=__name__.partition(".")[0],
)


class FoxReach(SyncClient):
    """A client of the FoxReach API.

    The API key is *api_key*, which may be a function that returns it, or FOXREACH_API_KEY, or the content of the
    file that FOXREACH_API_KEY_FILE names. The base URL is *base_url*, FOXREACH_BASE_URL or that of the document.
    Close the client, or use it as a context manager. Each method lists the errors that are particular to it.
    Every call may also raise:

    Raises:
        AuthenticationError: 401. The API key is missing or wrong. The documentation names 403 for this, the
            vendor's SDK also 401.
        PermissionDeniedError: 403. The API key is missing or wrong, lacks the scope (read for a GET, write for
            every other call), or belongs to another workspace. Only the detail distinguishes these cases.
        RateLimitedError: 429. The API key exceeded its limit of 100 calls per minute.
        ServerError: 500. The server failed. Whether the call took effect is unknown. 5XX. A gateway in front of
            the server failed or could not reach it. The body may also be HTML or empty, and the rate limit
            headers may be missing.
        ClientError: Any other 4xx.
        NotSentError: Nothing reached the server. The call can be repeated.
        OutcomeUnknownError: The request was sent and no answer came. The client itself repeats a call that is
            safe to repeat.
        ResponseDecodeError: The answer does not have the form that the document describes.
        RedirectRefusedError: The server answered with a redirect. Redirects are not followed.
        ClientClosedError: The client was closed, and the call was not sent.
        ValueError: An argument has a value that cannot be sent. Nothing was sent.
        TypeError: An argument has a type that cannot be sent. Nothing was sent.
    """

    _facts: ClassVar[ClientFacts] = FACTS

    @lazy_property
    def leads(self) -> LeadsResource:
        """Leads are the people to whom a workspace sends e-mails. An e-mail address is unique in its workspace."""
        from .resources.leads import LeadsResource

        return LeadsResource(self._transport)

    @lazy_property
    def campaigns(self) -> CampaignsResource:
        """A campaign sends a sequence of e-mails to leads on a schedule. It is a draft, active, paused or
        completed.
        """
        from .resources.campaigns import CampaignsResource

        return CampaignsResource(self._transport)

    @lazy_property
    def templates(self) -> TemplatesResource:
        """Templates are texts for sequence steps and for replies from the inbox."""
        from .resources.templates import TemplatesResource

        return TemplatesResource(self._transport)

    @lazy_property
    def email_accounts(self) -> EmailAccountsResource:
        """E-mail accounts are the mailboxes from which a workspace sends. Only the dashboard can add and change
        them.
        """
        from .resources.email_accounts import EmailAccountsResource

        return EmailAccountsResource(self._transport)

    @lazy_property
    def inbox(self) -> InboxResource:
        """The inbox contains the replies of leads, their conversations, and the answers to them."""
        from .resources.inbox import InboxResource

        return InboxResource(self._transport)

    @lazy_property
    def analytics(self) -> AnalyticsResource:
        """Statistics of the workspace and of each campaign."""
        from .resources.analytics import AnalyticsResource

        return AnalyticsResource(self._transport)

    @lazy_property
    def webhooks(self) -> WebhooksResource:
        """A webhook is a subscription: FoxReach posts events to your URL. Each delivery is signed: its header
        X-Webhook-Signature is the HMAC-SHA256 of the raw body in hexadecimal digits, with the secret of the
        webhook as the key.
        """
        from .resources.webhooks import WebhooksResource

        return WebhooksResource(self._transport)

    @lazy_property
    def with_raw_response(self) -> FoxReachRaw:
        """The same methods, each returning the whole reply: status, headers, rate limit, and `parse()`."""
        return FoxReachRaw(self._transport.raw())


class FoxReachRaw(Resource[Transport]):
    """What `FoxReach.with_raw_response` gives; errors are raised all the same."""

    @lazy_property
    def leads(self) -> LeadsRaw:
        """Leads are the people to whom a workspace sends e-mails. An e-mail address is unique in its workspace."""
        from .resources.leads import LeadsRaw

        return LeadsRaw(self._transport)

    @lazy_property
    def campaigns(self) -> CampaignsRaw:
        """A campaign sends a sequence of e-mails to leads on a schedule. It is a draft, active, paused or
        completed.
        """
        from .resources.campaigns import CampaignsRaw

        return CampaignsRaw(self._transport)

    @lazy_property
    def templates(self) -> TemplatesRaw:
        """Templates are texts for sequence steps and for replies from the inbox."""
        from .resources.templates import TemplatesRaw

        return TemplatesRaw(self._transport)

    @lazy_property
    def email_accounts(self) -> EmailAccountsRaw:
        """E-mail accounts are the mailboxes from which a workspace sends. Only the dashboard can add and change
        them.
        """
        from .resources.email_accounts import EmailAccountsRaw

        return EmailAccountsRaw(self._transport)

    @lazy_property
    def inbox(self) -> InboxRaw:
        """The inbox contains the replies of leads, their conversations, and the answers to them."""
        from .resources.inbox import InboxRaw

        return InboxRaw(self._transport)

    @lazy_property
    def analytics(self) -> AnalyticsRaw:
        """Statistics of the workspace and of each campaign."""
        from .resources.analytics import AnalyticsRaw

        return AnalyticsRaw(self._transport)

    @lazy_property
    def webhooks(self) -> WebhooksRaw:
        """A webhook is a subscription: FoxReach posts events to your URL. Each delivery is signed: its header
        X-Webhook-Signature is the HMAC-SHA256 of the raw body in hexadecimal digits, with the secret of the
        webhook as the key.
        """
        from .resources.webhooks import WebhooksRaw

        return WebhooksRaw(self._transport)


class AsyncFoxReach(AsyncClient):
    """A client of the FoxReach API, for asyncio and trio.

    The API key is *api_key*, which may be a function that returns it, or FOXREACH_API_KEY, or the content of the
    file that FOXREACH_API_KEY_FILE names. The base URL is *base_url*, FOXREACH_BASE_URL or that of the document.
    Close the client, or use it as a context manager. Each method lists the errors that are particular to it.
    Every call may also raise:

    Raises:
        AuthenticationError: 401. The API key is missing or wrong. The documentation names 403 for this, the
            vendor's SDK also 401.
        PermissionDeniedError: 403. The API key is missing or wrong, lacks the scope (read for a GET, write for
            every other call), or belongs to another workspace. Only the detail distinguishes these cases.
        RateLimitedError: 429. The API key exceeded its limit of 100 calls per minute.
        ServerError: 500. The server failed. Whether the call took effect is unknown. 5XX. A gateway in front of
            the server failed or could not reach it. The body may also be HTML or empty, and the rate limit
            headers may be missing.
        ClientError: Any other 4xx.
        NotSentError: Nothing reached the server. The call can be repeated.
        OutcomeUnknownError: The request was sent and no answer came. The client itself repeats a call that is
            safe to repeat.
        ResponseDecodeError: The answer does not have the form that the document describes.
        RedirectRefusedError: The server answered with a redirect. Redirects are not followed.
        ClientClosedError: The client was closed, and the call was not sent.
        ValueError: An argument has a value that cannot be sent. Nothing was sent.
        TypeError: An argument has a type that cannot be sent. Nothing was sent.
    """

    _facts: ClassVar[ClientFacts] = FACTS

    @lazy_property
    def leads(self) -> AsyncLeadsResource:
        """Leads are the people to whom a workspace sends e-mails. An e-mail address is unique in its workspace."""
        from .resources.leads import AsyncLeadsResource

        return AsyncLeadsResource(self._transport)

    @lazy_property
    def campaigns(self) -> AsyncCampaignsResource:
        """A campaign sends a sequence of e-mails to leads on a schedule. It is a draft, active, paused or
        completed.
        """
        from .resources.campaigns import AsyncCampaignsResource

        return AsyncCampaignsResource(self._transport)

    @lazy_property
    def templates(self) -> AsyncTemplatesResource:
        """Templates are texts for sequence steps and for replies from the inbox."""
        from .resources.templates import AsyncTemplatesResource

        return AsyncTemplatesResource(self._transport)

    @lazy_property
    def email_accounts(self) -> AsyncEmailAccountsResource:
        """E-mail accounts are the mailboxes from which a workspace sends. Only the dashboard can add and change
        them.
        """
        from .resources.email_accounts import AsyncEmailAccountsResource

        return AsyncEmailAccountsResource(self._transport)

    @lazy_property
    def inbox(self) -> AsyncInboxResource:
        """The inbox contains the replies of leads, their conversations, and the answers to them."""
        from .resources.inbox import AsyncInboxResource

        return AsyncInboxResource(self._transport)

    @lazy_property
    def analytics(self) -> AsyncAnalyticsResource:
        """Statistics of the workspace and of each campaign."""
        from .resources.analytics import AsyncAnalyticsResource

        return AsyncAnalyticsResource(self._transport)

    @lazy_property
    def webhooks(self) -> AsyncWebhooksResource:
        """A webhook is a subscription: FoxReach posts events to your URL. Each delivery is signed: its header
        X-Webhook-Signature is the HMAC-SHA256 of the raw body in hexadecimal digits, with the secret of the
        webhook as the key.
        """
        from .resources.webhooks import AsyncWebhooksResource

        return AsyncWebhooksResource(self._transport)

    @lazy_property
    def with_raw_response(self) -> AsyncFoxReachRaw:
        """The same methods, each returning the whole reply: status, headers, rate limit, and `parse()`."""
        return AsyncFoxReachRaw(self._transport.raw())


class AsyncFoxReachRaw(Resource[AsyncTransport]):
    """What `AsyncFoxReach.with_raw_response` gives; errors are raised all the same."""

    @lazy_property
    def leads(self) -> AsyncLeadsRaw:
        """Leads are the people to whom a workspace sends e-mails. An e-mail address is unique in its workspace."""
        from .resources.leads import AsyncLeadsRaw

        return AsyncLeadsRaw(self._transport)

    @lazy_property
    def campaigns(self) -> AsyncCampaignsRaw:
        """A campaign sends a sequence of e-mails to leads on a schedule. It is a draft, active, paused or
        completed.
        """
        from .resources.campaigns import AsyncCampaignsRaw

        return AsyncCampaignsRaw(self._transport)

    @lazy_property
    def templates(self) -> AsyncTemplatesRaw:
        """Templates are texts for sequence steps and for replies from the inbox."""
        from .resources.templates import AsyncTemplatesRaw

        return AsyncTemplatesRaw(self._transport)

    @lazy_property
    def email_accounts(self) -> AsyncEmailAccountsRaw:
        """E-mail accounts are the mailboxes from which a workspace sends. Only the dashboard can add and change
        them.
        """
        from .resources.email_accounts import AsyncEmailAccountsRaw

        return AsyncEmailAccountsRaw(self._transport)

    @lazy_property
    def inbox(self) -> AsyncInboxRaw:
        """The inbox contains the replies of leads, their conversations, and the answers to them."""
        from .resources.inbox import AsyncInboxRaw

        return AsyncInboxRaw(self._transport)

    @lazy_property
    def analytics(self) -> AsyncAnalyticsRaw:
        """Statistics of the workspace and of each campaign."""
        from .resources.analytics import AsyncAnalyticsRaw

        return AsyncAnalyticsRaw(self._transport)

    @lazy_property
    def webhooks(self) -> AsyncWebhooksRaw:
        """A webhook is a subscription: FoxReach posts events to your URL. Each delivery is signed: its header
        X-Webhook-Signature is the HMAC-SHA256 of the raw body in hexadecimal digits, with the secret of the
        webhook as the key.
        """
        from .resources.webhooks import AsyncWebhooksRaw

        return AsyncWebhooksRaw(self._transport)
