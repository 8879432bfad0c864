"""Webhook deliveries: the signature before anything else, then one class per event."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, get_args

import foxreach_client as fox
import pytest
from foxreach_client import models, webhooks

from tests.client.cases import SPEC
from tests.client.flavours import as_json, without_nulls
from tests.spec.expected_statuses import EVENTS

SECRET = "whsec_ünïcode"
BODIES = {event: hook["post"]["requestBody"]["content"]["application/json"] for event, hook in SPEC["webhooks"].items()}
SENT = b'{"event": "email.sent",\n "timestamp": "2025-01-20T09:00:00Z", "data": {}}'
FORGERIES: list[Callable[[str], str]] = [
    str.upper,
    lambda right: f"sha256={right}",
    lambda right: f" {right}",
    lambda right: right[:-1],
    lambda right: right + right,
]


def signature(body: bytes) -> str:
    """Return the signature that FoxReach would send, computed as its documentation says."""
    return hmac.new(SECRET.encode(), body, hashlib.sha256).hexdigest()


def received(delivery: Any) -> webhooks.ReceivedDelivery:
    """Return what becomes of a rightly signed delivery; text and bytes are sent as they are."""
    body = delivery if isinstance(delivery, bytes) else json.dumps(delivery).encode()
    return fox.parse_delivery(body, signature(body), SECRET)


def test_there_is_a_class_for_each_event_of_the_reference() -> None:
    assert list(BODIES) == list(EVENTS)
    assert len(get_args(fox.ReceivedDelivery)) == len(EVENTS) + 1


@pytest.mark.parametrize("event", EVENTS)
def test_a_delivery_becomes_the_class_of_its_event(event: str) -> None:
    example = BODIES[event]["example"]
    delivery = received(example)
    assert type(delivery).__name__ == BODIES[event]["schema"]["$ref"].rpartition("/")[2]
    assert without_nulls(as_json(delivery)) == without_nulls(example)
    assert delivery.event == event
    assert delivery.timestamp is not None
    assert delivery.timestamp.tzinfo is UTC


@pytest.mark.parametrize("event", EVENTS)
def test_a_known_event_with_another_payload_is_passed_on_as_it_came(event: str) -> None:
    delivery = received({"event": event, "timestamp": "2025-01-20T09:00:00Z", "data": [event]})
    assert type(delivery) is fox.UnknownDelivery
    assert (delivery.event, delivery.data) == (event, [event])
    assert delivery.mismatch == "data: Expected `object`, got `array`"
    assert delivery.timestamp == datetime(2025, 1, 20, 9, tzinfo=UTC)


def test_an_unknown_event_is_passed_on_as_it_came() -> None:
    data = {"leadId": "cld_1", "camelCase": [{"x": None}]}
    delivery = received({"event": "lead.merged", "timestamp": "2025-01-20T09:00:00Z", "data": data})
    assert delivery == fox.UnknownDelivery(
        event="lead.merged", timestamp=datetime(2025, 1, 20, 9, tzinfo=UTC), data=data
    )


@pytest.mark.parametrize("timestamp", [None, 7, "yesterday", ""])
def test_an_unreadable_time_does_not_lose_the_delivery(timestamp: Any) -> None:
    delivery = received({"event": "email.sent", "timestamp": timestamp, "data": {"leadId": "cld_1"}})
    assert isinstance(delivery, fox.UnknownDelivery)
    assert (delivery.event, delivery.timestamp, delivery.data) == ("email.sent", None, {"leadId": "cld_1"})
    assert str(delivery.mismatch).startswith("timestamp: ")


def test_a_known_event_that_cannot_be_read_is_told_apart_from_a_new_one() -> None:
    data = {"leadId": 5, "toEmail": "@secret@"}
    known = received({"event": "email.opened", "timestamp": "2025-01-20T09:00:00Z", "data": data})
    new = received({"event": "lead.merged", "timestamp": "2025-01-20T09:00:00Z", "data": data})
    assert isinstance(known, models.UnknownDelivery)
    assert isinstance(new, models.UnknownDelivery)
    assert known.mismatch == "data.leadId: Expected `str | null`, got `int`"
    assert new.mismatch is None


def test_the_repr_of_an_unknown_delivery_shows_its_event_and_mismatch_but_no_data() -> None:
    known = received(
        {"event": "email.opened", "timestamp": "2025-01-20T09:00:00Z", "data": {"leadId": 5, "note": "secret"}}
    )
    assert "event='email.opened'" in repr(known)
    assert "got `int`" in repr(known)
    assert "secret" not in repr(known)


def test_the_models_have_the_class_of_unknown_deliveries() -> None:
    assert models.UnknownDelivery is fox.UnknownDelivery
    with pytest.raises(AttributeError, match="no attribute 'Unknown'"):
        getattr(models, "Unknown")  # noqa: B009


@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize(
    "forged",
    [
        None,
        "",
        b"",
        "0" * 64,
        "ü" * 64,
        b"\xff" * 64,
        "\ud800",
        "\u0430" * 64,
        *FORGERIES,
    ],
)
def test_a_missing_or_wrong_signature_is_refused(event: str, forged: Any) -> None:
    body = json.dumps(BODIES[event]["example"]).encode()
    given: Any = forged(signature(body)) if callable(forged) else forged
    with pytest.raises(fox.WebhookSignatureError) as caught:
        fox.parse_delivery(body, given, SECRET)
    assert signature(body) not in str(caught.value)
    assert SECRET not in str(caught.value)


def test_any_altered_byte_breaks_the_signature() -> None:
    right = signature(SENT)
    assert fox.parse_delivery(SENT, right, SECRET).event == "email.sent"
    assert fox.parse_delivery(SENT, right.encode(), SECRET).event == "email.sent"
    for place in range(len(SENT)):
        altered = bytearray(SENT)
        altered[place] ^= 1
        with pytest.raises(fox.WebhookSignatureError):
            fox.parse_delivery(bytes(altered), right, SECRET)
    for same_json in (SENT.replace(b"\n", b""), SENT + b"\n", json.dumps(json.loads(SENT)).encode()):
        with pytest.raises(fox.WebhookSignatureError):
            fox.parse_delivery(same_json, right, SECRET)
    with pytest.raises(fox.WebhookSignatureError):
        fox.parse_delivery(SENT, right, SECRET + "x")


@pytest.mark.parametrize(
    "body", [b"", b"null", b"[]", b"7", b"not JSON", b"\xff", b'{"event": 7}', b"{}", b"[" * 100_000]
)
def test_a_signed_body_that_is_no_delivery_is_refused_only_after_its_signature(body: bytes) -> None:
    with pytest.raises(fox.WebhookPayloadError):
        received(body)
    with pytest.raises(fox.WebhookSignatureError):
        fox.parse_delivery(body, "0" * 64, SECRET)


def test_a_text_instead_of_the_raw_bytes_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(TypeError, match=r"raw bytes"):
        fox.parse_delivery(SENT.decode(), signature(SENT), SECRET)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def test_an_empty_secret_is_refused() -> None:
    forged = hmac.new(b"", SENT, hashlib.sha256).hexdigest()
    with pytest.raises(fox.ConfigurationError):
        fox.parse_delivery(SENT, forged, "")


def test_no_repr_of_a_delivery_shows_an_address() -> None:
    delivery = received(BODIES["email.sent"]["example"])
    assert "@" not in repr(delivery)
    assert "cld_4kq2" in repr(delivery)
    assert "@" not in repr(fox.UnknownDelivery(event="x", data={"email": "jane@example.com"}))
