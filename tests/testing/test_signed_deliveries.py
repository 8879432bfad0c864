"""Signed deliveries are accepted by the client's own parser."""

from __future__ import annotations

import json
from typing import Any

import foxreach_client as fox
import pytest
from foxreach_client.testing import factories, signed

SECRET = "whsec_1"
DELIVERIES = [name for name in vars(factories) if name.endswith("_delivery")]


@pytest.mark.parametrize("name", DELIVERIES)
def test_the_parser_accepts_every_delivery_of_a_factory(name: str) -> None:
    delivery: Any = getattr(factories, name)()
    body, headers = signed(delivery, SECRET)
    assert fox.parse_delivery(body, headers["X-Webhook-Signature"], SECRET) == delivery
    assert json.loads(body)["timestamp"].endswith("Z")


def test_there_is_a_delivery_for_every_event() -> None:
    assert len(DELIVERIES) == len(fox.WebhookEvent)


def test_another_secret_is_refused() -> None:
    body, headers = signed(factories.lead_created_delivery(), "whsec_2")
    with pytest.raises(fox.WebhookSignatureError):
        fox.parse_delivery(body, headers["X-Webhook-Signature"], SECRET)


def test_an_unknown_event_is_signed_as_json() -> None:
    body, headers = signed({"event": "lead.scored", "timestamp": "2027-01-01T00:00:00Z", "data": {"score": 9}}, SECRET)
    delivery = fox.parse_delivery(body, headers["X-Webhook-Signature"], SECRET)
    assert isinstance(delivery, fox.UnknownDelivery)
    assert (delivery.event, delivery.data) == ("lead.scored", {"score": 9})


def test_bytes_are_signed_unchanged() -> None:
    body, headers = signed(b"no JSON", SECRET)
    with pytest.raises(fox.WebhookPayloadError):
        fox.parse_delivery(body, headers["X-Webhook-Signature"], SECRET)
