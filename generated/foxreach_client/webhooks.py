# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Deliveries of webhooks: what each event carries, and the parser that checks the signature first."""

from __future__ import annotations

from functools import cache
from typing import TypeAlias

import msgspec
from foxreach_runtime.webhooks.delivery import UnknownDelivery, parse_signed

from .models._deliveries import (
    CampaignCompletedDelivery,
    CampaignPausedDelivery,
    CampaignStartedDelivery,
    Delivery,
    EmailBouncedDelivery,
    EmailFailedDelivery,
    EmailOpenedDelivery,
    EmailSentDelivery,
    LeadCreatedDelivery,
    LeadUpdatedDelivery,
    ReplyCategorizedDelivery,
    ReplyReceivedDelivery,
)

ReceivedDelivery: TypeAlias = (
    EmailSentDelivery
    | EmailFailedDelivery
    | EmailBouncedDelivery
    | EmailOpenedDelivery
    | ReplyReceivedDelivery
    | ReplyCategorizedDelivery
    | CampaignStartedDelivery
    | CampaignPausedDelivery
    | CampaignCompletedDelivery
    | LeadCreatedDelivery
    | LeadUpdatedDelivery
    | UnknownDelivery
)
"""Any delivery: one class per event, and `UnknownDelivery` for an event or a payload this version does not know."""


def parse_delivery(body: bytes, signature: str | bytes | None, secret: str) -> ReceivedDelivery:
    """Return the delivery in the body of a webhook request, having checked its signature first.

    Args:
        body: The raw bytes of the request's body, before any parsing.
        signature: The value of the header `X-Webhook-Signature`, which is `SIGNATURE_HEADER`, None where it is missing.
        secret: The webhook's `secret`, which `webhooks.create` returned.

    Returns:
        One class per event; an event or a payload that this version does not know becomes an `UnknownDelivery`.
        Deliveries may come twice and in any order, and an old one can be sent again by anybody who has seen it:
        the signature covers the body alone, and no time.

    Raises:
        WebhookSignatureError: The signature is missing or wrong; nothing of the body was read.
        WebhookPayloadError: The body was signed with the secret and is no delivery at all.
    """
    return parse_signed(body, signature, secret, _decoder())


@cache
def _decoder() -> msgspec.json.Decoder[Delivery]:
    return msgspec.json.Decoder(Delivery)
