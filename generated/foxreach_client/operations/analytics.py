# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The facts of each operation of `analytics`, and one function each that makes a call of the arguments."""

from __future__ import annotations

from typing import Final

from foxreach_runtime.operation import Call, Operation

from .. import models
from ..models._shared import ErrorBody, GatewayErrorBody, RateLimitBody
from ..models.analytics import AnalyticsOverviewReply, CampaignAnalyticsReply

ANALYTICS_OVERVIEW: Final[Operation[models.AnalyticsOverview]] = Operation(
    name="analytics.overview",
    method="GET",
    path="/analytics/overview",
    repeat="safe",
    reply=AnalyticsOverviewReply,
    take="data",
    statuses=frozenset({200}),
    errors={"401": ErrorBody, "403": ErrorBody, "429": RateLimitBody, "500": ErrorBody, "5XX": GatewayErrorBody},
)


def analytics_overview() -> Call[models.AnalyticsOverview]:
    """Return the call GET /analytics/overview."""
    return ANALYTICS_OVERVIEW.call()


ANALYTICS_CAMPAIGN: Final[Operation[models.CampaignAnalytics]] = Operation(
    name="analytics.campaign",
    method="GET",
    path="/analytics/campaigns/{campaign_id}",
    repeat="safe",
    reply=CampaignAnalyticsReply,
    take="data",
    statuses=frozenset({200}),
    errors={
        "401": ErrorBody,
        "403": ErrorBody,
        "404": ErrorBody,
        "429": RateLimitBody,
        "500": ErrorBody,
        "5XX": GatewayErrorBody,
    },
)


def analytics_campaign(campaign_id: str) -> Call[models.CampaignAnalytics]:
    """Return the call GET /analytics/campaigns/{campaign_id}."""
    return ANALYTICS_CAMPAIGN.call(path={"campaign_id": campaign_id})
