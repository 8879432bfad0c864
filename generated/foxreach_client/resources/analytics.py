# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Statistics of the workspace and of each campaign."""

from __future__ import annotations

from foxreach_runtime.client import Resource
from foxreach_runtime.engine.transport import AsyncTransport, Transport
from foxreach_runtime.raw import async_raw, raw

from .. import models
from ..operations import analytics as operations


class AnalyticsResource(Resource[Transport]):
    """Statistics of the workspace and of each campaign."""

    def overview(self) -> models.AnalyticsOverview:
        """Get statistics of the workspace.

        No page of the documentation describes this operation; it is known only from the vendor's own clients.

        Returns:
            The statistics.

        Raises:
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.analytics_overview())

    def campaign(self, campaign_id: str) -> models.CampaignAnalytics:
        """Get statistics of a campaign.

        The statistics cover the whole campaign and each day. No page of the documentation describes this
        operation; it is known only from the vendor's own clients.

        Args:
            campaign_id: Id of the campaign, such as cmp_7ab1.

        Returns:
            The statistics.

        Raises:
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.analytics_campaign(campaign_id))


class AnalyticsRaw(Resource[Transport]):
    """`AnalyticsResource`, each method returning the whole reply."""

    def __init__(self, transport: Transport) -> None:
        super().__init__(transport)
        resource = AnalyticsResource(transport)
        self.overview = raw(resource.overview)
        self.campaign = raw(resource.campaign)


class AsyncAnalyticsResource(Resource[AsyncTransport]):
    """Statistics of the workspace and of each campaign."""

    async def overview(self) -> models.AnalyticsOverview:
        """Get statistics of the workspace.

        No page of the documentation describes this operation; it is known only from the vendor's own clients.

        Returns:
            The statistics.

        Raises:
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.analytics_overview())

    async def campaign(self, campaign_id: str) -> models.CampaignAnalytics:
        """Get statistics of a campaign.

        The statistics cover the whole campaign and each day. No page of the documentation describes this
        operation; it is known only from the vendor's own clients.

        Args:
            campaign_id: Id of the campaign, such as cmp_7ab1.

        Returns:
            The statistics.

        Raises:
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.analytics_campaign(campaign_id))


class AsyncAnalyticsRaw(Resource[AsyncTransport]):
    """`AsyncAnalyticsResource`, each method returning the whole reply."""

    def __init__(self, transport: AsyncTransport) -> None:
        super().__init__(transport)
        resource = AsyncAnalyticsResource(transport)
        self.overview = async_raw(resource.overview)
        self.campaign = async_raw(resource.campaign)
