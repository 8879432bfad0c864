"""Webhook deliveries: verify the signature, then unwrap the event. Pure."""

from __future__ import annotations

import hashlib
import hmac
from datetime import UTC, datetime
from typing import Any, TypeVar

import msgspec

from ..errors import ConfigurationError, WebhookPayloadError, WebhookSignatureError
from ..model import Model, show_in_repr
from ..response.decoding import mismatch_in

T = TypeVar("T")
SIGNATURE_HEADER = "X-Webhook-Signature"
EVENT = "event"  # the field that tells deliveries apart


class UnknownDelivery(Model, frozen=True, kw_only=True):
    """A correctly signed delivery that the spec does not describe: a new event, or a known one with another payload.

    *timestamp* is None if it cannot be read as a time. *data* is plain JSON values. *mismatch* is None for a new event;
    of a known one it says what differs from the spec, such as ``data.leadId: Expected str, got int``.
    """

    event: str
    timestamp: datetime | None = None
    data: Any = None
    mismatch: str | None = None


show_in_repr(UnknownDelivery, "event", "mismatch")


class _Outline(msgspec.Struct):
    event: str
    timestamp: Any = None
    data: Any = None


_OUTLINE = msgspec.json.Decoder(_Outline)


def parse_signed(
    body: bytes, signature: str | bytes | None, secret: str, decoder: msgspec.json.Decoder[T]
) -> T | UnknownDelivery:
    """Verify the *signature* of *body*, the raw bytes of the request, and return its delivery.

    The signature is the lower-case hex HMAC-SHA256 of the raw body with the secret of the webhook. It does not cover a
    time, so a delivery can be replayed, and FoxReach itself sends a delivery again if it got no response: make the
    handling of each event idempotent.

    Raises:
        WebhookSignatureError: the signature is missing or wrong.
        WebhookPayloadError: the body is correctly signed, but is not a JSON object with an event.
    """
    check_signature(body, signature, secret)
    mismatch = None
    try:
        return decoder.decode(body)
    except msgspec.ValidationError as error:
        found = mismatch_in(error)
        if found.path != EVENT:
            mismatch = f"{found.path or 'the delivery'}: {found.reason}"
    except (ValueError, RecursionError):
        pass
    return _unknown(body, mismatch)  # Not called above: its errors would refer to the other one.


def check_signature(body: bytes, signature: str | bytes | None, secret: str) -> None:
    """Raise WebhookSignatureError unless *signature* is that of *body*; they are compared as bytes in constant time."""
    if not isinstance(body, (bytes, bytearray, memoryview)):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError("the body must be the raw bytes of the request: parsing and encoding it again changes them")
    if not secret:
        raise ConfigurationError("The secret of the webhook is empty: anybody could sign with it.")
    if not isinstance(secret, str):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(
            f"the secret must be text, as it was shown when the webhook was created, not {type(secret).__name__}"
        )
    if not signature:
        raise WebhookSignatureError(f"The delivery has no signature; it is sent in the header {SIGNATURE_HEADER}.")
    if not isinstance(signature, (str, bytes)):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"the signature must be text or bytes, as received, not {type(signature).__name__}")
    given = signature if isinstance(signature, bytes) else signature.encode("utf-8", "backslashreplace")
    if not hmac.compare_digest(signature_of(body, secret).encode("ascii"), given):
        raise WebhookSignatureError(
            "The signature does not match: check the secret, and that the body is the raw bytes of the request."
        )


def signature_of(body: bytes, secret: str) -> str:
    """Return the signature of *body*: its HMAC-SHA256 with *secret*, in lower-case hex."""
    if any("\ud800" <= character <= "\udfff" for character in secret):
        raise ConfigurationError("The secret of the webhook has half of a surrogate pair, which cannot be encoded.")
    return hmac.new(secret.encode("utf-8"), body, hashlib.sha256).hexdigest()


def _unknown(body: bytes, mismatch: str | None) -> UnknownDelivery:
    try:
        outline = _OUTLINE.decode(body)
    except (ValueError, RecursionError):
        outline = None
    if outline is None:  # Not raised above: the error would refer to the other one, and that to the body.
        raise WebhookPayloadError("The delivery is correctly signed, but is not a JSON object with an event.")
    time = _time(outline.timestamp)
    return UnknownDelivery(event=outline.event, timestamp=time, data=outline.data, mismatch=mismatch)


def _time(text: object) -> datetime | None:
    try:
        read = msgspec.convert(text, datetime)
    except msgspec.ValidationError:
        return None
    return read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)
