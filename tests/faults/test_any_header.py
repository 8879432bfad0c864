"""Headers are text from outside: whatever they hold, a call ends in its reply or its error, after a bounded wait."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import Any

import anyio
import httpx2
import pytest
from foxreach_client import AsyncFoxReach, FoxReach, FoxReachError, RetryPolicy
from foxreach_runtime.engine.exchange import Context, Wait, exchange
from foxreach_runtime.response.headers import Headers
from foxreach_runtime.response.outcome import Answer
from foxreach_runtime.response.rate_limit_headers import RateLimit
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.faults.answers import LEAD
from tests.faults.calls import CALLS, DATE, KEY, NOW, Time

NAMES = (
    "Retry-After",
    "Date",
    "X-RateLimit-Reset",
    "X-RateLimit-Limit",
    "X-RateLimit-Remaining",
    "Content-Type",
    "Location",
)
POLICY = RetryPolicy(longest_wait=20.0)
Lines = list[tuple[str, bytes]]

numbers = st.one_of(
    st.integers(-(10**25), 10**25).map(str),
    st.floats().map(str),
    st.integers(0, 130).map(str),
    st.integers(-100, 100).map(lambda seconds: str(NOW + seconds)),
    st.sampled_from(["nan", "inf", "-1", "-0", "1e9", "0x10", "1_000", "٣", "3,5", "1, 2", " 7 ", "", "0", "19.999"]),
)
dates = st.one_of(
    st.just(DATE),
    st.builds(
        "{}, {:02} {} {:04} {:02}:{:02}:{:02} {}".format,
        st.sampled_from(["Fri", "Xyz", ""]),
        st.integers(0, 99),
        st.sampled_from(["Jan", "Feb", "Foo"]),
        st.integers(0, 99999),
        st.integers(0, 99),
        st.integers(0, 99),
        st.integers(0, 99),
        st.sampled_from(["GMT", "+9999", "-2400", "EST", "", "x"]),
    ),
)
words = st.one_of(
    numbers, dates, st.text(max_size=30), st.sampled_from(["application/json", "text/html; charset=\x00"])
)
values = st.one_of(words.map(lambda word: word.encode("utf-8", "surrogatepass")), st.binary(max_size=30))
lines = st.lists(st.tuples(st.sampled_from(NAMES), values), max_size=8)
statuses = st.sampled_from([200, 201, 204, 302, 404, 408, 409, 422, 429, 429, 429, 500, 503, 503])
bodies = st.sampled_from(
    [LEAD, b"", b'{"details": {"reset": 1800000003, "limit": 5}}', b'{"details": {"reset": 1e308}}']
)


@settings(max_examples=300)
@given(statuses, lines, bodies, st.sampled_from(["read", "update", "create"]))
def test_no_header_makes_the_exchange_raise_a_builtin_error_or_wait_out_of_bounds(
    status: int, headers: Lines, body: bytes, name: str
) -> None:
    call, passing = CALLS[name], Time()
    context = Context(passing.timing(), secrets=(KEY,))
    steps = exchange(call.operation, call.request, POLICY, empty=call.empty, context=context)
    with suppress(FoxReachError, StopIteration):
        step: Any = next(steps)
        while True:
            if isinstance(step, Wait):
                assert 0 <= step.seconds <= POLICY.longest_wait
                passing.sleep(step.seconds)
                step = steps.send(None)
            else:
                step = steps.send(Answer(status, Headers(headers), body))


@pytest.mark.parametrize("flavour", ["sync", "async"])
@settings(max_examples=100)
@given(st.lists(st.tuples(statuses, lines, bodies), min_size=1, max_size=4))
def test_no_header_makes_a_call_raise_a_builtin_error_or_wait_out_of_bounds(
    flavour: str, answers: list[tuple[int, Lines, bytes]]
) -> None:
    passing = Time()
    if flavour == "sync":
        make_calls(answers, passing)
    else:
        anyio.run(partial(amake_calls, answers, passing))
    assert all(0 <= wait <= POLICY.longest_wait for wait in passing.waits)


@given(lines)
def test_the_quota_is_read_from_any_header(headers: Lines) -> None:
    quota = RateLimit.of(Headers(headers))
    assert quota.limit is None or quota.limit >= 0
    assert quota.remaining is None or quota.remaining >= 0


def server(answers: Sequence[tuple[int, Lines, bytes]]) -> Callable[[httpx2.Request], httpx2.Response]:
    """Return what answers with each of *answers* in turn, over and over."""
    count = iter(range(10**6))

    def answer(request: httpx2.Request) -> httpx2.Response:
        status, headers, body = answers[next(count) % len(answers)]
        named = [(name.encode(), value) for name, value in headers]
        return httpx2.Response(status, headers=named, stream=httpx2.ByteStream(body))

    return answer


def make_calls(answers: Sequence[tuple[int, Lines, bytes]], passing: Time) -> None:
    """Make each call once; time passes only when something waits."""
    with httpx2.Client(transport=httpx2.MockTransport(server(answers))) as own:
        transport = passing.in_place_of(FoxReach(api_key=KEY, retry=POLICY, http_client=own))
        for name in ("read", "update", "create"):
            with suppress(FoxReachError):
                transport.run(CALLS[name])


async def amake_calls(answers: Sequence[tuple[int, Lines, bytes]], passing: Time) -> None:
    """Make each call once; time passes only when something waits."""
    async with httpx2.AsyncClient(transport=httpx2.MockTransport(server(answers))) as own:
        transport = passing.in_place_of(AsyncFoxReach(api_key=KEY, retry=POLICY, http_client=own))
        for name in ("read", "update", "create"):
            with suppress(FoxReachError):
                await transport.run(CALLS[name])
