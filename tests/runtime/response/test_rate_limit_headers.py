from __future__ import annotations

from datetime import UTC, datetime

import pytest
from foxreach_runtime.response.headers import Headers
from foxreach_runtime.response.outcome import Answer
from foxreach_runtime.response.rate_limit_headers import LARGEST, RateLimit, named_wait
from hypothesis import given
from hypothesis import strategies as st

DATE = "Fri, 15 Jan 2027 08:00:00 GMT"
NOW = 1_800_000_000.0


def wait(status: int = 429, content: bytes = b"", local_now: float = NOW, **headers: str) -> float | None:
    lines = [(name.replace("_", "-"), value) for name, value in headers.items()]
    return named_wait(Answer(status, Headers(lines), content), local_now)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("42", 42.0),
        (" 42 ", 42.0),
        ("0", 0.0),
        ("1.25", 1.25),
        ("1." + "0" * 30, 1.0),
        ("0" * 30 + "5", 5.0),
        ("9" * 20, LARGEST),
        ("9" * 400, LARGEST),
        ("9" * 400 + ".5", LARGEST),
        ("Fri, 15 Jan 2027 08:00:30 GMT", 30.0),
        ("Friday, 15-Jan-27 08:00:30 GMT", 30.0),
        ("Fri Jan 15 08:00:30 2027", 30.0),
        ("Fri, 15 Jan 2027 07:59:59 GMT", None),
        (DATE, None),
        *((text, None) for text in ("abc", "-1", "nan", "inf", "1e3", "5, 10", "+5", "", "0x1", "1_0", "٣")),
        ("Fri, 99 Jan 2027 08:00:30 GMT", None),
        ("Fri, 15 Jan 99999 08:00:30 GMT", None),
    ],
)
def test_retry_after_is_seconds_or_a_date_to_come_and_else_nothing(text: str, seconds: float | None) -> None:
    assert wait(retry_after=text, date=DATE) == seconds


def test_dates_and_epochs_are_compared_with_the_servers_clock() -> None:
    assert wait(retry_after="Fri, 15 Jan 2027 08:00:30 GMT", date=DATE, local_now=NOW + 3600) == 30.0
    assert wait(x_ratelimit_reset="1800000040", date=DATE, local_now=NOW - 3600) == 40.0
    assert wait(content=b'{"details": {"reset": 1800000050}}', date=DATE, local_now=0.0) == 50.0


def test_a_number_of_too_many_digits_is_a_long_wait_and_no_limit() -> None:
    assert wait(x_ratelimit_reset="9" * 30, date=DATE) == LARGEST - NOW
    assert wait(x_ratelimit_reset="9" * 30) is None
    lines = [(f"X-RateLimit-{name}", "9" * 400) for name in ("Limit", "Remaining", "Reset")]
    assert RateLimit.of(Headers(lines)) == RateLimit()


def test_without_a_date_the_local_clock_stands_in() -> None:
    assert wait(x_ratelimit_reset="1800000040", local_now=NOW + 10) == 30.0
    assert wait(x_ratelimit_reset="1800000040", date="yesterday", local_now=NOW + 10) == 30.0


def test_retry_after_comes_before_the_header_and_the_header_before_the_body() -> None:
    body = b'{"details": {"reset": 1800000050}}'
    assert wait(retry_after="7", x_ratelimit_reset="1800000040", content=body) == 7.0
    assert wait(retry_after="abc", x_ratelimit_reset="1800000040", content=body) == 40.0
    assert wait(retry_after="abc", x_ratelimit_reset="junk", content=body) == 50.0
    assert wait(x_ratelimit_reset="1", content=body) == 50.0


def test_the_end_of_the_window_is_no_reason_to_wait_after_other_statuses() -> None:
    assert wait(503, x_ratelimit_reset="1800000040", content=b'{"details": {"reset": 1800000050}}') is None
    assert wait(503, retry_after="3") == 3.0


@pytest.mark.parametrize(
    "content", [b"", b"null", b"[]", b'{"details": null}', b'{"details": {"reset": "soon"}}', b"\xff", b"[" * 100_000]
)
def test_a_body_without_a_reset_says_nothing(content: bytes) -> None:
    assert wait(content=content) is None


def test_the_quota_is_read_from_the_headers() -> None:
    headers = Headers(
        [("X-RateLimit-Limit", "100"), ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", "1706140920")]
    )
    assert RateLimit.of(headers) == RateLimit(100, 0, datetime(2024, 1, 25, 0, 2, tzinfo=UTC))


@pytest.mark.parametrize(("epoch", "year"), [(0, 1970), (253402214400, 9999), (253402300800, None), (10**17, None)])
def test_the_end_of_the_window_is_a_time_as_far_as_there_are_times(epoch: int, year: int | None) -> None:
    reset = RateLimit.of(Headers([("X-RateLimit-Reset", str(epoch))])).reset
    assert (reset and reset.year) == year


@given(st.text() | st.integers().map(str) | st.floats().map(str))
def test_any_text_in_the_headers_is_read_or_none(text: str) -> None:
    limit = RateLimit.of(Headers([(f"X-RateLimit-{name}", text) for name in ("Limit", "Remaining", "Reset")]))
    assert limit.limit is None or limit.limit >= 0
    assert limit.reset is None or limit.reset.tzinfo is UTC
