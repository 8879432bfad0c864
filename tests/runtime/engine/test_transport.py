from __future__ import annotations

import ssl
from collections.abc import AsyncIterator, Callable
from typing import Any

import httpx2
import pytest
from foxreach_runtime.errors import (
    ClientClosedError,
    ConnectTimeoutError,
    FoxReachError,
    NotSentError,
    OutcomeUnknownError,
    PoolTimeoutError,
    RedirectRefusedError,
    ResponseDecodeError,
    ServerError,
    TooManyRequestsError,
)
from foxreach_runtime.operation import Call
from foxreach_runtime.options.retry_policy import RetryPolicy

from ..flavours import DATE, World, reply, reply_bytes
from ..sample import CREATE, DELETE, GET, KEY, LEAD, LEADS_GET, START, UPDATE, ConflictError, NotFoundError

Worlds = Callable[..., World]
LEAD_REPLY = reply(200, {"data": LEAD})
ONCE = RetryPolicy(max_attempts=1)


def test_a_call_returns_the_object_and_not_its_envelope(world: Worlds) -> None:
    here = world(LEAD_REPLY)
    lead = here.run(GET)
    assert (lead.id, lead.created_at.isoformat()) == ("cld_1", "2025-01-15T10:30:00+00:00")


def test_what_goes_over_the_wire_is_what_the_spec_says(world: Worlds) -> None:
    here = world(LEAD_REPLY)
    here.run(GET)
    here.run(CREATE)
    here.run(START)
    got, posted, started = here.sent
    assert (got.method, str(got.url)) == ("GET", "https://api.test/v1/leads/cld_1")
    assert dict(got.headers) | {"user-agent": ""} == {
        "host": "api.test",
        "accept": "application/json",
        "accept-encoding": "gzip, deflate",
        "connection": "keep-alive",
        "user-agent": "",
        "x-api-key": KEY,
    }
    assert got.headers["user-agent"].startswith("foxreach-client/0 (spec 1) Python/3.")
    assert (posted.content, posted.headers["content-type"]) == (b'{"email":"jane@example.com"}', "application/json")
    assert posted.headers["content-length"] == "28"
    assert (started.content, started.headers["content-length"]) == (b"", "0")
    assert "content-type" not in started.headers


def test_every_attempt_sends_the_same_bytes(world: Worlds) -> None:
    here = world(reply(503), httpx2.ReadTimeout(""), LEAD_REPLY)
    here.run(UPDATE)
    assert len(here.sent) == 3
    assert len({(request.method, str(request.url), request.content) for request in here.sent}) == 1
    assert here.waits == [0.5, 1.0]


def certificate() -> httpx2.ConnectError:
    error = httpx2.ConnectError("[SSL: CERTIFICATE_VERIFY_FAILED]")
    error.__cause__ = ssl.SSLCertVerificationError("self-signed")
    return error


@pytest.mark.parametrize(
    ("fault", "kind", "sent"),
    [
        (httpx2.ConnectError("refused"), NotSentError, (4, 4, 4)),
        (httpx2.ConnectTimeout(""), ConnectTimeoutError, (4, 4, 4)),
        (httpx2.PoolTimeout(""), PoolTimeoutError, (4, 4, 4)),
        (httpx2.ProxyError("403"), NotSentError, (4, 4, 4)),
        (certificate(), NotSentError, (1, 1, 1)),
        (httpx2.LocalProtocolError(f"Illegal header value {KEY!r}"), NotSentError, (1, 1, 1)),
        (httpx2.ReadTimeout(""), OutcomeUnknownError, (4, 4, 1)),
        (httpx2.WriteTimeout(""), OutcomeUnknownError, (4, 4, 1)),
        (httpx2.ReadError("reset"), OutcomeUnknownError, (4, 4, 1)),
        (httpx2.RemoteProtocolError("closed"), OutcomeUnknownError, (4, 4, 1)),
        (OSError("odd"), OutcomeUnknownError, (4, 4, 1)),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else None,
)
def test_a_failure_is_told_by_how_far_it_got_and_repeated_accordingly(
    world: Worlds, fault: BaseException, kind: type[FoxReachError], sent: tuple[int, int, int]
) -> None:
    for call, count in zip((GET, UPDATE, CREATE), sent, strict=True):
        here = world(fault)
        with pytest.raises(kind) as caught:
            here.run(call)
        assert type(caught.value) is kind
        assert len(here.sent) == count == caught.value.attempts
        assert caught.value.operation == call.operation.name
        assert KEY not in str(caught.value)


@pytest.mark.parametrize("kind", [KeyboardInterrupt, MemoryError])
def test_what_is_no_failure_of_a_call_passes_through(world: Worlds, kind: type[BaseException]) -> None:
    with pytest.raises(kind):
        world(kind()).run(GET)


class _Breaks(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """A body that ends in an error after its first part."""

    def __init__(self, first: bytes) -> None:
        self.first = first

    def __iter__(self) -> Any:
        yield self.first
        raise httpx2.RemoteProtocolError("peer closed connection")

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield self.first
        raise httpx2.RemoteProtocolError("peer closed connection")


def broken(status: int) -> Callable[[httpx2.Request], httpx2.Response]:
    return lambda request: httpx2.Response(status, stream=_Breaks(b'{"data":'))


@pytest.mark.parametrize(("call", "count"), [(GET, 4), (UPDATE, 1), (CREATE, 1)])
def test_a_body_that_does_not_arrive_is_fetched_again_by_reads_alone(
    world: Worlds, call: Call[Any], count: int
) -> None:
    here = world(broken(201))
    with pytest.raises(ResponseDecodeError, match="did not arrive whole") as caught:
        here.run(call)
    assert (caught.value.status, len(here.sent)) == (201, count)
    assert caught.value.body == '{"data":'
    assert {attempt.stage for attempt in caught.value.history} == {"answered"}


def test_the_status_decides_even_where_the_body_of_an_error_breaks(world: Worlds) -> None:
    with pytest.raises(NotFoundError):
        world(broken(404)).run(GET)
    here = world(broken(429), LEAD_REPLY)
    assert here.run(CREATE).id == "cld_1"


@pytest.mark.parametrize(
    ("content", "path"),
    [
        (b"", None),
        (b"<html>hello</html>", None),
        (b'{"data": {"id": "\xff"}}', None),
        (b"[" * 100_000, None),
        (b"null", None),
        (b'{"data": {"id": 5, "email": "", "createdAt": ""}}', "data.id"),
        (b'{"data": {"id": "1", "email": "", "createdAt": "noon"}}', "data.createdAt"),
        (b'{"data": ' + b"9" * 5_000 + b"}", "data"),
        (b"{}", None),
    ],
    ids=range(9),
)
def test_a_2xx_that_does_not_parse_has_status_place_and_body(world: Worlds, content: bytes, path: str | None) -> None:
    here = world(reply_bytes(200, content))
    with pytest.raises(ResponseDecodeError) as caught:
        here.run(CREATE)
    assert (caught.value.status, caught.value.path_in_body) == (200, path)
    assert caught.value.body == content.decode("utf-8", "replace")[:65_536]
    assert len(here.sent) == 1


def test_a_body_that_does_not_parse_is_asked_for_again_by_reads(world: Worlds) -> None:
    here = world(reply_bytes(200, b""), LEAD_REPLY)
    assert here.run(GET).id == "cld_1"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308, 300, 304])
def test_a_redirect_is_not_followed_and_its_target_is_named_without_its_query(world: Worlds, status: int) -> None:
    here = world(reply(status, location="https://elsewhere.test/leads?email=jane@example.com#x"))
    with pytest.raises(RedirectRefusedError, match=r"https://elsewhere\.test/leads\.") as caught:
        here.run(GET)
    assert (caught.value.status, caught.value.target, len(here.sent)) == (status, "https://elsewhere.test/leads", 1)


def test_a_delete_answered_without_content_gives_the_same_result_as_one_with(world: Worlds) -> None:
    with_body = world(reply(200, {"data": {"id": "cld_1", "deleted": True}})).run(DELETE)
    assert world(reply(204)).run(DELETE) == world(reply(205)).run(DELETE) == with_body
    assert world(reply(200, {"data": {"id": "cld_2", "deleted": False}})).run(DELETE).id == "cld_2"


def test_no_content_where_the_spec_says_content_does_not_parse(world: Worlds) -> None:
    with pytest.raises(ResponseDecodeError, match="the body is empty"):
        world(reply(204), retry=ONCE).run(GET)


def test_a_300_with_a_lead_in_it_is_a_redirect_all_the_same(world: Worlds) -> None:
    with pytest.raises(RedirectRefusedError):
        world(reply(300, {"data": LEAD})).run(GET)


def test_a_404_after_an_attempt_that_may_have_deleted_is_success(world: Worlds) -> None:
    for first in (reply(503), httpx2.ReadTimeout("")):
        here = world(first, reply(404, {"detail": "Lead not found"}))
        assert here.run(DELETE).deleted
    for other in (reply(429), httpx2.ConnectError("")):
        with pytest.raises(NotFoundError):
            world(other, reply(404)).run(DELETE)
    with pytest.raises(NotFoundError):
        world(reply(404)).run(DELETE)
    with pytest.raises(NotFoundError):
        world(reply(503), reply(404)).run(UPDATE)


def test_a_409_after_an_attempt_of_unknown_outcome_may_be_our_own_doing(world: Worlds) -> None:
    with pytest.raises(ConflictError, match="An earlier attempt") as caught:
        world(httpx2.ReadTimeout(""), reply(409)).run(UPDATE)
    assert caught.value.maybe_ours
    with pytest.raises(ConflictError) as caught:
        world(reply(409)).run(CREATE)
    assert not caught.value.maybe_ours


def test_429_is_waited_out_even_by_a_post(world: Worlds) -> None:
    here = world(reply(429, Retry_After="7"), reply(429, X_RateLimit_Reset="1800000020", Date=DATE), LEAD_REPLY)
    assert here.run(CREATE).id == "cld_1"
    assert here.waits == [7.0, 20.0]


def test_a_wait_beyond_the_deadline_is_raised_at_once(world: Worlds) -> None:
    here = world(reply(429, Retry_After="50"), retry=RetryPolicy(deadline=49.0))
    with pytest.raises(TooManyRequestsError, match="past the deadline") as caught:
        here.run(GET)
    assert (here.waits, caught.value.retry_after) == ([], 50.0)


def test_the_last_attempt_has_no_more_time_than_the_deadline_leaves(world: Worlds) -> None:
    here = world(reply(503, Retry_After="20"), LEAD_REPLY, retry=RetryPolicy(deadline=32.0))
    here.run(GET)
    first, last = (request.extensions["timeout"] for request in here.sent)
    assert first == {"connect": 5.0, "read": 30.0, "write": 30.0, "pool": 30.0}
    assert last == {"connect": 5.0, "read": 12.0, "write": 12.0, "pool": 11.9}


def test_no_timeout_still_ends_at_the_deadline(world: Worlds) -> None:
    here = world(LEAD_REPLY, timeout=None, retry=RetryPolicy(deadline=9.0))
    here.run(GET)
    assert set(here.sent[0].extensions["timeout"].values()) == {9.0, 8.9}
    here = world(LEAD_REPLY, timeout=None, retry=RetryPolicy(deadline=None))
    here.run(GET)
    assert set(here.sent[0].extensions["timeout"].values()) == {None}


def test_the_raw_form_gives_the_whole_reply(world: Worlds) -> None:
    here = world(reply(503), reply(200, {"data": LEAD}, X_RateLimit_Limit="100", X_RateLimit_Remaining="9"))
    got = here.raw(GET)
    assert (got.status, got.attempts, got.parse().id) == (200, 2, "cld_1")
    assert (got.rate_limit.limit, got.rate_limit.remaining, got.headers["x-ratelimit-LIMIT"]) == (100, 9, "100")
    assert got.content.startswith(b'{"data"')
    assert "jane" not in repr(got)


def test_errors_are_raised_in_the_raw_form_all_the_same(world: Worlds) -> None:
    with pytest.raises(NotFoundError):
        world(reply(404)).raw(GET)


def test_a_client_of_the_callers_own_that_was_closed_is_said_to_be_closed(world: Worlds) -> None:
    here = world(LEAD_REPLY)

    def closing(transport: Any) -> Any:
        if here.flavour == "sync":
            transport.connections.client("").close()
            return transport.run(GET)

        async def main() -> Any:
            await transport.connections.client("").aclose()
            return await transport.run(GET)

        return main()

    with pytest.raises(ClientClosedError, match=r"leads\.get"):
        here.do(closing)


class _Endless(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """A body that never ends."""

    def __init__(self) -> None:
        self.parts = 0
        self.closed = False

    def __iter__(self) -> Any:
        while True:
            self.parts += 1
            yield b" " * 2**16

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for part in self:
            yield part

    def close(self) -> None:
        self.closed = True

    async def aclose(self) -> None:
        self.closed = True


@pytest.mark.parametrize(("status", "kind", "parts"), [(200, ResponseDecodeError, 801), (500, ServerError, 17)])
def test_a_body_without_an_end_is_left_at_the_cap(
    world: Worlds, status: int, kind: type[FoxReachError], parts: int
) -> None:
    stream = _Endless()

    def endless(request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(status, stream=stream)

    with pytest.raises(kind):
        world(endless, retry=ONCE).run(CREATE)
    assert (stream.parts, stream.closed) == (parts, True)


def test_the_path_of_a_call_keeps_its_encoding_on_the_wire(world: Worlds) -> None:
    here = world(LEAD_REPLY)
    here.run(LEADS_GET.call(path={"lead_id": "a/b?c#d%2e é"}, query={"search": "a&b=c+d/é"}))
    assert here.sent[0].url.raw_path == b"/v1/leads/a%2Fb%3Fc%23d%252e%20%C3%A9?search=a%26b%3Dc%2Bd%2F%C3%A9"
