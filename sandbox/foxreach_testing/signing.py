"""Deliveries of webhooks as FoxReach posts them: a receiver is tested with what it will get. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple, Protocol

import msgspec
from foxreach_runtime.webhooks import SIGNATURE_HEADER, signature_of


class Delivery(Protocol):
    """What all deliveries have in common."""

    @property
    def timestamp(self) -> datetime | None: ...
    @property
    def data(self) -> Any: ...


class SignedDelivery(NamedTuple):
    """The body of a delivery's request, byte for byte, and its headers."""

    body: bytes
    headers: dict[str, str]


def signed(delivery: Delivery | Mapping[str, object] | bytes, secret: str) -> SignedDelivery:
    """Return the request that brings *delivery*, signed with the webhook's *secret*.

    *delivery* is what a factory made, or JSON of your own for an event that is not known yet; bytes are sent as
    they are.
    """
    body = delivery if isinstance(delivery, bytes) else msgspec.json.encode(delivery)
    return SignedDelivery(body, {"Content-Type": "application/json", SIGNATURE_HEADER: signature_of(body, secret)})
