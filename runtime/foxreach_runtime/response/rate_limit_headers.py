"""The quota that the server reports, and the wait that it asks for. Pure. Headers are untrusted text."""

from __future__ import annotations

import math
import re
from datetime import UTC, datetime
from typing import Self

import msgspec

from ..fork import importing
from .headers import Headers
from .outcome import Answer
from .status import meaning_of

NUMBER = r"[0-9]+(\.[0-9]+)?"  # A plain decimal: no sign, no exponent, no inf or nan.
LARGEST = 1e19  # stands for every larger number: it has more digits than an integer of any server, and is finite
WINDOW = 60.0  # seconds, as FoxReach documents it
LATEST = datetime(9999, 12, 31, tzinfo=UTC).timestamp()


class RateLimit(msgspec.Struct, frozen=True):
    """The quota of the key: *limit* calls a window, *remaining* of them left, *reset* the end of the window (UTC).

    None stands for a header that is missing or unreadable.
    """

    limit: int | None = None
    remaining: int | None = None
    reset: datetime | None = None

    @classmethod
    def of(cls, headers: Headers) -> Self:
        """Return the quota in the X-RateLimit headers of one response."""
        return cls(
            limit=whole(headers.get("x-ratelimit-limit")),
            remaining=whole(headers.get("x-ratelimit-remaining")),
            reset=moment(_number(headers.get("x-ratelimit-reset"))),
        )


class _Details(msgspec.Struct):
    reset: float | None = None
    limit: int | None = None


class RefusalBody(msgspec.Struct):
    """The part of the body of a 429 that has the end of the window: details.reset, in epoch seconds."""

    details: _Details = msgspec.field(default_factory=_Details)


_REFUSAL = msgspec.json.Decoder(RefusalBody)


def refusal_details(content: bytes) -> tuple[float | None, int | None]:
    """Return reset (epoch seconds) and limit from the body of a 429; each is None if it is missing."""
    try:
        details = _REFUSAL.decode(content).details
    except (msgspec.DecodeError, ValueError, RecursionError):
        return None, None
    return details.reset, details.limit


def named_wait(answer: Answer, local_now: float) -> float | None:
    """Return the seconds that the server asks to wait, or None if it sends no usable value.

    Retry-After (seconds or an HTTP date, RFC 9110 10.2.3) comes first. The end of the window counts only for a 429: a
    503 has X-RateLimit-Reset as well and does not ask to wait for it. A time in the past is not usable, a plain zero
    is. *local_now* is as in `resets_in`.
    """
    text = answer.headers.get("retry-after")
    seconds = _number(text)
    if seconds is not None:
        return seconds
    waits = [_until(_date(text), answer, local_now)]
    if meaning_of(answer.status).throttled:
        waits.append(resets_in(answer, local_now))
    return next((wait for wait in waits if wait), None)


def resets_in(answer: Answer, local_now: float) -> float | None:
    """Return the seconds until the window ends, 0 if that has passed, or None if the answer does not say it.

    Epochs and dates are compared with the server's own Date, so that clock skew does not matter. *local_now*, in epoch
    seconds, is used if there is no Date; then an end that is past, or in a header more than two windows away, shows
    skew and is not usable.
    """
    wait = _until(_number(answer.headers.get("x-ratelimit-reset")), answer, local_now, furthest=2 * WINDOW)
    if not wait and meaning_of(answer.status).throttled:
        told = _until(refusal_details(answer.content)[0], answer, local_now)
        return wait if told is None else told
    return wait


def _until(end: float | None, answer: Answer, local_now: float, furthest: float = math.inf) -> float | None:
    """Return the seconds until *end*, an epoch, never below zero; None if it is not usable."""
    if end is None or not math.isfinite(end):
        return None
    now = _date(answer.headers.get("date"))
    if now is None and not 0 < end - local_now <= furthest:
        return None
    return max(0.0, end - (local_now if now is None else now))


def sent_at(headers: Headers) -> float | None:
    """Return when the server sent a response by its own clock, in whole epoch seconds, or None if it does not say."""
    return _date(headers.get("date"))


def moment(epoch: float | None) -> datetime | None:
    """Return the UTC time of *epoch*, or None if it is out of range."""
    return datetime.fromtimestamp(epoch, UTC) if epoch is not None and 0 <= epoch <= LATEST else None


def _number(text: str | None) -> float | None:
    if text is None or not (_digits(text) or re.fullmatch(NUMBER, text.strip())):
        return None
    return min(float(text), LARGEST)


def _digits(text: str) -> bool:
    return text.isdecimal() and text.isascii() and len(text) < 20


def whole(text: str | None) -> int | None:
    """Return *text* as a whole number, or None."""
    if text is not None and _digits(text):
        return int(text)
    number = _number(text)
    return int(number) if number is not None and number.is_integer() and number < LARGEST else None


def _date(text: str | None) -> float | None:
    """Return the epoch seconds of an HTTP date in any of its three forms (RFC 9110 5.6.7), or None."""
    if text is None:
        return None
    with importing():  # late, since it is a fifth of the import of the client, for one reply in a thousand
        from email.utils import parsedate_to_datetime  # noqa: PLC0415
    try:
        read = parsedate_to_datetime(text)
        return (read if read.tzinfo else read.replace(tzinfo=UTC)).timestamp()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
