from __future__ import annotations

import hashlib
import hmac
from datetime import UTC, datetime
from typing import Any, Literal

import msgspec
import pytest
from foxreach_runtime.errors import ConfigurationError, WebhookPayloadError, WebhookSignatureError
from foxreach_runtime.model import Model
from foxreach_runtime.webhooks.delivery import UnknownDelivery, check_signature, parse_signed

SECRET = "wh_sécret"


class Sent(Model, frozen=True, kw_only=True, tag_field="event", tag="email.sent"):
    timestamp: datetime
    data: dict[str, int]


class Opened(Model, frozen=True, kw_only=True, tag_field="event", tag="email.opened"):
    timestamp: datetime
    data: Literal["x"]


DECODER: msgspec.json.Decoder[Sent | Opened] = msgspec.json.Decoder(Sent | Opened)
BODY = b'{"event": "email.sent", "timestamp": "2025-01-15T10:30:00Z", "data": {"n": 1}}'


def signed(body: bytes) -> str:
    return hmac.new(SECRET.encode(), body, hashlib.sha256).hexdigest()


def parsed(body: bytes) -> Sent | Opened | UnknownDelivery:
    return parse_signed(body, signed(body), SECRET, DECODER)


def test_a_rightly_signed_delivery_is_its_event() -> None:
    delivery = parsed(BODY)
    assert isinstance(delivery, Sent)
    assert delivery.timestamp == datetime(2025, 1, 15, 10, 30, tzinfo=UTC)
    assert parse_signed(BODY, signed(BODY).encode(), SECRET, DECODER) == delivery


@pytest.mark.parametrize(
    "signature",
    [None, "", b"", "0" * 64, signed(BODY).upper(), f"sha256={signed(BODY)}", signed(BODY)[:-1], "é" * 64, "\ud800"],
)
def test_a_missing_or_wrong_signature_is_refused_before_the_body_is_read(signature: str | bytes | None) -> None:
    with pytest.raises(WebhookSignatureError) as error:
        parse_signed(BODY, signature, SECRET, DECODER)
    assert signed(BODY) not in str(error.value)


def test_one_changed_byte_breaks_the_signature() -> None:
    with pytest.raises(WebhookSignatureError):
        parse_signed(BODY + b" ", signed(BODY), SECRET, DECODER)


def test_an_unknown_event_is_kept_as_it_is() -> None:
    body = b'{"event": "lead.merged", "timestamp": "2025-01-15T12:30:00+02:00", "data": {"leadId": "cld_1"}}'
    assert parsed(body) == UnknownDelivery(
        event="lead.merged", timestamp=datetime(2025, 1, 15, 10, 30, tzinfo=UTC), data={"leadId": "cld_1"}
    )


@pytest.mark.parametrize(
    "body",
    [
        b'{"event": "email.sent", "timestamp": "2025-01-15T10:30:00Z", "data": {"n": "one"}}',
        b'{"event": "email.sent", "data": {"n": "one"}}',
        b'{"event": "email.sent"}',
        b'{"event": "email.sent", "timestamp": "noon", "data": {}}',
    ],
)
def test_a_known_event_with_another_payload_is_kept_too(body: bytes) -> None:
    delivery = parsed(body)
    assert isinstance(delivery, UnknownDelivery)
    assert delivery.event == "email.sent"


@pytest.mark.parametrize(
    "body", [b"", b"hello", b"[]", b"null", b'"email.sent"', b'{"data": {}}', b'{"event": 5}', b"\xff", b"[" * 100_000]
)
def test_what_is_signed_and_no_event_is_a_clear_error(body: bytes) -> None:
    with pytest.raises(WebhookPayloadError, match="correctly signed"):
        parsed(body)


def test_the_raw_body_is_bytes_and_the_secret_is_not_empty() -> None:
    with pytest.raises(TypeError, match="raw bytes"):
        parse_signed(BODY.decode(), signed(BODY), SECRET, DECODER)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    with pytest.raises(ConfigurationError):
        parse_signed(BODY, signed(BODY), "", DECODER)


@pytest.mark.parametrize(
    ("signature", "secret", "words"),
    [
        (signed(BODY), SECRET.encode(), "the secret must be text, .*, not bytes"),
        (signed(BODY), 5, "the secret must be text, .*, not int"),
        ([signed(BODY)], SECRET, "the signature must be text or bytes, .*, not list"),
        (5, SECRET, "the signature must be text or bytes, .*, not int"),
    ],
)
def test_a_secret_or_a_signature_of_another_type_is_named_and_not_quoted(
    signature: Any, secret: Any, words: str
) -> None:
    with pytest.raises(TypeError, match=f"^{words}$") as error:
        parse_signed(BODY, signature, secret, DECODER)
    assert SECRET not in str(error.value)


def test_the_repr_of_an_unknown_delivery_shows_no_data() -> None:
    assert "jane" not in repr(parsed(b'{"event": "x", "data": {"email": "jane@example.com"}}'))


def test_a_secret_that_cannot_be_encoded_is_refused_without_quoting_it() -> None:
    with pytest.raises(ConfigurationError, match="half of a surrogate pair") as caught:
        check_signature(b"{}", "0" * 64, "5ecret\udc80")
    assert (caught.value.__cause__, caught.value.__context__) == (None, None)
    assert "5ecret" not in repr(caught.value)
