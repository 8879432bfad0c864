"""Webhook deliveries as FoxReach posts them, to test a receiver with. Pure."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple, Protocol

import msgspec
from foxreach_runtime.webhooks.delivery import SIGNATURE_HEADER, signature_of


class Delivery(Protocol):
    """The fields that all deliveries have."""

    @property
    def timestamp(self) -> datetime | None: ...
    @property
    def data(self) -> Any: ...


class SignedDelivery(NamedTuple):
    """The body of a delivery's request, byte for byte, and its headers."""

    body: bytes
    headers: dict[str, str]


def signed(delivery: Delivery | Mapping[str, object] | bytes, secret: str) -> SignedDelivery:
    """Sign *delivery* with the webhook's *secret* and return the request that brings it.

    *delivery* comes from a factory; for an event that the client does not know yet, pass a mapping. Bytes are sent
    unchanged.
    """
    body = delivery if isinstance(delivery, bytes) else msgspec.json.encode(delivery)
    return SignedDelivery(body, {"Content-Type": "application/json", SIGNATURE_HEADER: signature_of(body, secret)})
