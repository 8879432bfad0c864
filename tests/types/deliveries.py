"""How deliveries and errors are told apart, for the type checkers alone."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal, assert_type

from foxreach_client import (
    SIGNATURE_HEADER,
    CampaignCompletedDelivery,
    CampaignPausedDelivery,
    CampaignStartedDelivery,
    EmailBouncedDelivery,
    EmailFailedDelivery,
    EmailOpenedDelivery,
    EmailSentDelivery,
    FoxReachError,
    LeadCreatedDelivery,
    LeadUpdatedDelivery,
    RateLimitedError,
    ReceivedDelivery,
    ReplyCategorizedDelivery,
    ReplyReceivedDelivery,
    StatusError,
    UnknownDelivery,
    UnprocessableError,
    WebhookSignatureError,
    parse_delivery,
)


def received(body: bytes, headers: Mapping[str, str]) -> str | None:
    try:
        delivery = parse_delivery(body, headers.get(SIGNATURE_HEADER), "secret")
    except WebhookSignatureError:
        return None
    assert_type(delivery, ReceivedDelivery)
    assert_type(delivery.timestamp, datetime | None)
    return addressee(delivery)


def addressee(delivery: ReceivedDelivery) -> str | None:
    match delivery:
        case EmailSentDelivery() | EmailFailedDelivery() | EmailBouncedDelivery() | EmailOpenedDelivery():
            return delivery.data.to_email
        case ReplyReceivedDelivery():
            return delivery.data.from_email
        case ReplyCategorizedDelivery():
            return None
        case CampaignStartedDelivery() | CampaignPausedDelivery() | CampaignCompletedDelivery():
            assert_type(delivery.data, dict[str, Any])
            return None
        case LeadCreatedDelivery() | LeadUpdatedDelivery():
            return None
        case _:  # As consumers are advised to end it: an unknown event, and those of later versions.
            assert_type(delivery, UnknownDelivery)
            return delivery.event


def name_of(delivery: EmailSentDelivery) -> Literal["email.sent"]:
    return delivery.event


def refused(error: FoxReachError) -> float | None:
    assert_type(error.operation, str | None)
    if isinstance(error, RateLimitedError):
        return error.retry_after
    if isinstance(error, UnprocessableError):
        assert_type(error.errors[0].field, str)
    if isinstance(error, StatusError):
        assert_type(error.headers["x-ratelimit-limit"], str)
    return None
