# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Numbers about the whole workspace and about one campaign."""

from __future__ import annotations

from foxreach_runtime.engine.transport import AsyncTransport, Transport
from foxreach_runtime.raw import async_raw, raw

from .. import models, operations


class AnalyticsResource:
    """Numbers about the whole workspace and about one campaign."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def overview(self) -> models.AnalyticsOverview:
        """Get statistics of the workspace.

        No page of the documentation describes it; it is known from the vendor's own clients alone.

        Returns:
            The numbers.

        Raises:
            AuthenticationError: 401. The API key is missing or wrong. The documentation has 403 for this, the
                vendor's SDK also 401.
            PermissionDeniedError: 403. The API key is missing or wrong, lacks the scope (read for a GET, write
                for everything else), or belongs to another workspace. Only the detail tells these apart.
            RateLimitedError: 429. More calls were made with this API key than its limit of 100 a minute allows.
            ServerError: 500. The server failed. Whether it did the work is unknown. 5XX. A gateway in front of
                the server failed or could not reach it. The body may also be HTML or empty, and the headers of
                the rate limit may be missing.
        """
        return self._transport.run(operations.analytics_overview())

    def campaign(self, campaign_id: str) -> models.CampaignAnalytics:
        """Get statistics of a campaign.

        No page of the documentation describes it; it is known from the vendor's own clients alone.

        Args:
            campaign_id: Id of the campaign, such as cmp_7ab1.

        Returns:
            The numbers.

        Raises:
            AuthenticationError: 401. The API key is missing or wrong. The documentation has 403 for this, the
                vendor's SDK also 401.
            PermissionDeniedError: 403. The API key is missing or wrong, lacks the scope (read for a GET, write
                for everything else), or belongs to another workspace. Only the detail tells these apart.
            NotFoundError: 404. Nothing in the workspace has this id. It is wrong, was deleted, or belongs to
                another workspace.
            RateLimitedError: 429. More calls were made with this API key than its limit of 100 a minute allows.
            ServerError: 500. The server failed. Whether it did the work is unknown. 5XX. A gateway in front of
                the server failed or could not reach it. The body may also be HTML or empty, and the headers of
                the rate limit may be missing.
        """
        return self._transport.run(operations.analytics_campaign(campaign_id))


class AnalyticsRaw:
    """`AnalyticsResource`, each method returning the whole reply."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        resource = AnalyticsResource(transport)
        self.overview = raw(resource.overview)
        self.campaign = raw(resource.campaign)


class AsyncAnalyticsResource:
    """Numbers about the whole workspace and about one campaign."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def overview(self) -> models.AnalyticsOverview:
        """Get statistics of the workspace.

        No page of the documentation describes it; it is known from the vendor's own clients alone.

        Returns:
            The numbers.

        Raises:
            AuthenticationError: 401. The API key is missing or wrong. The documentation has 403 for this, the
                vendor's SDK also 401.
            PermissionDeniedError: 403. The API key is missing or wrong, lacks the scope (read for a GET, write
                for everything else), or belongs to another workspace. Only the detail tells these apart.
            RateLimitedError: 429. More calls were made with this API key than its limit of 100 a minute allows.
            ServerError: 500. The server failed. Whether it did the work is unknown. 5XX. A gateway in front of
                the server failed or could not reach it. The body may also be HTML or empty, and the headers of
                the rate limit may be missing.
        """
        return await self._transport.run(operations.analytics_overview())

    async def campaign(self, campaign_id: str) -> models.CampaignAnalytics:
        """Get statistics of a campaign.

        No page of the documentation describes it; it is known from the vendor's own clients alone.

        Args:
            campaign_id: Id of the campaign, such as cmp_7ab1.

        Returns:
            The numbers.

        Raises:
            AuthenticationError: 401. The API key is missing or wrong. The documentation has 403 for this, the
                vendor's SDK also 401.
            PermissionDeniedError: 403. The API key is missing or wrong, lacks the scope (read for a GET, write
                for everything else), or belongs to another workspace. Only the detail tells these apart.
            NotFoundError: 404. Nothing in the workspace has this id. It is wrong, was deleted, or belongs to
                another workspace.
            RateLimitedError: 429. More calls were made with this API key than its limit of 100 a minute allows.
            ServerError: 500. The server failed. Whether it did the work is unknown. 5XX. A gateway in front of
                the server failed or could not reach it. The body may also be HTML or empty, and the headers of
                the rate limit may be missing.
        """
        return await self._transport.run(operations.analytics_campaign(campaign_id))


class AsyncAnalyticsRaw:
    """`AsyncAnalyticsResource`, each method returning the whole reply."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport
        resource = AsyncAnalyticsResource(transport)
        self.overview = async_raw(resource.overview)
        self.campaign = async_raw(resource.campaign)
