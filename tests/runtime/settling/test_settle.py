from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import formatdate
from typing import Any, cast

import anyio
import httpx2
import pytest
from foxreach_runtime.errors import FoxReachError, InDoubt, NotSentError, Settled
from foxreach_runtime.operation import Call
from foxreach_runtime.options.retry_policy import RetryPolicy

from ..flavours import NOW, World, reply, reply_bytes
from ..sample import (
    CREATE,
    EMAIL,
    GET,
    LEAD,
    LEADS_CREATE,
    PAUSE,
    SEND,
    START,
    UPDATE,
    ConflictError,
    LeadCreate,
    NotFoundError,
)

Worlds = Callable[..., World]
LOST = httpx2.ReadTimeout("")
IN_DOUBT: dict[str, Any] = {
    "no answer": LOST,
    "500": reply(500),
    "503": reply(503),
    "408": reply(408),
    "unreadable": reply_bytes(201, b"<html>"),
    "of another shape": reply(201, {"data": {"id": 5}}),
}
REFUSED: dict[str, Any] = {"not sent": httpx2.ConnectError(""), **{str(status): reply(status) for status in (404, 409)}}
META = {"page": 1, "pageSize": 20, "total": 1, "totalPages": 1}
NAMED = LEADS_CREATE.call(body=LeadCreate(email=EMAIL, first_name="Jane", custom_fields={"a": 1}))
BEFORE, ALMOST, SAME, AFTER = "2027-01-15T07:59:50", "2027-01-15T07:59:55", "2027-01-15T08:00:01", "2027-01-15T08:00:02"
"""Times by the server's clock. Each call is sent at 08:00:00 and fails 10 s later; `Date` may be 2 s old."""


def leads(*items: dict[str, object], created: str = AFTER) -> Any:
    return reply(200, {"data": [LEAD | {"createdAt": created} | item for item in items], "meta": META})


def state(status: str, started: str | None = AFTER) -> Any:
    return reply(200, {"data": LEAD | {"status": status, "startedAt": started}})


def talk(*messages: tuple[str, str, str]) -> Any:
    listed = [{"direction": way, "body": body, "timestamp": time} for way, body, time in messages]
    return reply(200, {"data": {"id": "rpl_1", "messages": listed}})


def slow(here: World, end: Any) -> Any:
    """Return *end*, a reply or an error, 10 s after the request."""

    def answer(request: httpx2.Request) -> httpx2.Response:
        here.now += 10
        if isinstance(end, BaseException):
            raise end
        return cast("httpx2.Response", end(request))

    return answer


def dated(here: World, shown: Any, ahead: float = 0.0) -> Any:
    """Return *shown* with the server's Date, whose clock is *ahead* of ours."""

    def answer(request: httpx2.Request) -> httpx2.Response:
        response = cast("httpx2.Response", shown(request))
        response.headers["Date"] = formatdate(NOW + here.now + ahead, usegmt=True)
        return response

    return answer


def doubtful(here: World, *shown: Any, end: Any = LOST, date: bool = True) -> World:
    """Let the first call of *here* end in *end* after 10 s, and every look show one of *shown*."""
    here.replies = [slow(here, end), *(dated(here, each) if date else each for each in shown)]
    return here


def settled(here: World, call: Call[Any]) -> Settled:
    """Make *call*, which ends in doubt, and find out what became of it."""

    def sync(transport: Any) -> Settled:
        with pytest.raises(FoxReachError) as caught:
            transport.run(call)
        return in_doubt(caught.value).settle()

    async def asynchronous(transport: Any) -> Settled:
        with pytest.raises(FoxReachError) as caught:
            await transport.run(call)
        return await in_doubt(caught.value).settle_async()

    return here.do(sync if here.flavour == "sync" else asynchronous)  # type: ignore[no-any-return]


def in_doubt(error: FoxReachError) -> InDoubt:
    assert isinstance(error, InDoubt)
    return error


@pytest.mark.parametrize(
    ("call", "shown", "result"),
    [
        (CREATE, leads({}), "applied"),
        (CREATE, leads({"email": "JANE@Example.com"}), "applied"),
        (CREATE, leads({}, created=SAME), "unknown"),  # it may have been created before the call
        (CREATE, leads({}, created=BEFORE), "unknown"),  # or the server may have merged ours into it
        (CREATE, leads(), "not_observed"),
        (CREATE, leads({"email": "other@example.com"}), "unknown"),  # the filter was not heeded, so the page is any
        (CREATE, leads({"email": "other@example.com"}, {}), "applied"),
        (NAMED, leads({"firstName": "Jane"}), "applied"),  # what the reply does not show cannot differ
        (NAMED, leads({"firstName": "June"}), "unknown"),  # an older lead with that address, or ours changed
        (NAMED, leads({"firstName": "June"}, {"firstName": "Jane"}), "applied"),
        (NAMED, leads({"firstName": "Jane", "customFields": {"a": 1}}), "applied"),
        (NAMED, leads({"firstName": "Jane", "customFields": {"a": True}}), "unknown"),  # another value in JSON
        (START, state("active"), "applied"),
        (START, state("bounced"), "applied"),
        (START, state("active", SAME), "unknown"),
        (START, state("active", BEFORE), "unknown"),  # started before
        (START, state("active", None), "unknown"),
        (START, state("draft"), "not_observed"),
        (PAUSE, state("bounced"), "unknown"),  # nothing says since when
        (PAUSE, state("active"), "not_observed"),
        (SEND, talk(("sent", "Hello Jane", AFTER)), "applied"),
        (SEND, talk(("sent", " Hello Jane\n", AFTER)), "applied"),
        (SEND, talk(("sent", "Hello Jane", SAME)), "unknown"),
        (SEND, talk(("sent", "Hello Jane", ALMOST)), "unknown"),
        (SEND, talk(("sent", "Hello Jane", BEFORE)), "not_observed"),  # the same words, sent before
        (SEND, talk(("sent", "Hello Jane", BEFORE), ("sent", "Hello Jane", AFTER)), "applied"),
        (SEND, talk(("received", "Hello Jane", AFTER)), "not_observed"),
        (SEND, talk(("sent", "Hello Jane", "2027-01-15T09:00:10+01:00")), "applied"),
        (SEND, talk(("sent", "Hello Jane", "2027-01-15T08:00:10+01:00")), "not_observed"),
        (SEND, talk(("sent", "<p>Hello Jane</p>", AFTER)), "unknown"),  # may be ours, rewritten
        (SEND, talk(), "not_observed"),
        (CREATE, reply(503), "unknown"),
        (CREATE, reply(403), "unknown"),
    ],
)
def test_what_became_of_a_call_is_read_and_never_sent_again(
    world: Worlds, call: Call[Any], shown: Any, result: Settled
) -> None:
    here = doubtful(world(retry=RetryPolicy(max_attempts=1)), shown)
    assert settled(here, call) == result
    posts = [request for request in here.sent if request.method != "GET"]
    assert len(posts) == 1
    looks = len(here.sent) - 1
    assert here.waits == [1.0, 2.0, 4.0][:looks]
    assert looks == (1 if result == "applied" else 3)


@pytest.mark.parametrize(
    ("call", "shown"),
    [
        (CREATE, leads({})),
        (START, state("active")),
        (SEND, talk(("sent", "Hello Jane", AFTER))),
        (SEND, talk(("sent", "Hello Jane", BEFORE))),
    ],
)
def test_without_the_date_of_the_server_what_is_there_proves_nothing(
    world: Worlds, call: Call[Any], shown: Any
) -> None:
    assert settled(doubtful(world(retry=RetryPolicy(max_attempts=1)), shown, date=False), call) == "unknown"


@pytest.mark.parametrize("ahead", [-90_000.0, -3.0, 400.0, 90_000.0])
def test_the_clock_of_the_server_may_differ_from_ours(world: Worlds, ahead: float) -> None:
    for seconds, result in ((2, "applied"), (1, "unknown"), (-10, "not_observed")):
        here = world(retry=RetryPolicy(max_attempts=1))
        stamp = datetime.fromtimestamp(NOW + ahead + seconds, UTC).replace(tzinfo=None).isoformat()
        here.replies = [slow(here, LOST), dated(here, talk(("sent", "Hello Jane", stamp)), ahead)]
        assert settled(here, SEND) == result


@pytest.mark.parametrize(
    ("call", "first", "then"),
    [
        (CREATE, leads(), leads({}, created=SAME)),
        (PAUSE, state("active"), state("bounced")),
        (START, state("draft"), state("active", None)),
        (SEND, talk(("sent", "Hello Jane", BEFORE)), talk(("sent", "Hello Jane", SAME))),
    ],
)
def test_what_one_look_does_not_show_and_the_next_one_does_came_after_the_call(
    world: Worlds, call: Call[Any], first: Any, then: Any
) -> None:
    here = doubtful(world(retry=RetryPolicy(max_attempts=1)), first, then)
    assert settled(here, call) == "applied"
    assert len(here.sent) == 3


def test_the_time_that_counts_is_that_of_the_attempt_and_not_of_its_wait_for_the_quota(world: Worlds) -> None:
    here = world(reply(429, Retry_After="30"), retry=RetryPolicy(max_attempts=2))
    sent_meanwhile = talk(("sent", "Hello Jane", "2027-01-15T08:00:20"))
    here.replies = [here.replies[0], slow(here, LOST), dated(here, sent_meanwhile)]
    assert settled(here, SEND) == "not_observed"


def test_the_looks_stop_as_soon_as_the_effect_shows(world: Worlds) -> None:
    here = doubtful(world(retry=RetryPolicy(max_attempts=1)), reply(503), leads(), leads({}))
    assert settled(here, CREATE) == "applied"
    assert [request.url.query for request in here.sent[1:]] == [b"email=jane%40example.com"] * 3


@pytest.mark.parametrize("ending", IN_DOUBT)
@pytest.mark.parametrize(
    ("call", "shown", "result"),
    [
        (CREATE, leads({}), "applied"),
        (CREATE, leads(), "not_observed"),
        (SEND, talk(("sent", "Hello Jane", AFTER)), "applied"),
        (START, state("draft"), "not_observed"),
    ],
)
def test_whatever_leaves_a_call_in_doubt_can_be_settled(
    world: Worlds, ending: str, call: Call[Any], shown: Any, result: Settled
) -> None:
    here = doubtful(world(), shown, end=IN_DOUBT[ending])
    assert settled(here, call) == result
    assert [request.method for request in here.sent] == ["POST"] + ["GET"] * (1 if result == "applied" else 3)


@pytest.mark.parametrize("ending", IN_DOUBT)
@pytest.mark.parametrize("call", [GET, UPDATE])
def test_where_the_spec_names_no_way_the_result_is_unknown_without_a_read(
    world: Worlds, ending: str, call: Call[Any]
) -> None:
    here = world(IN_DOUBT[ending], retry=RetryPolicy(max_attempts=1))
    assert settled(here, call) == "unknown"
    assert (len(here.sent), here.waits) == (1, [])


@pytest.mark.parametrize("ending", REFUSED)
def test_an_error_that_leaves_no_doubt_about_the_call_offers_no_look(world: Worlds, ending: str) -> None:
    with pytest.raises((NotSentError, ConflictError, NotFoundError)) as caught:
        world(REFUSED[ending]).run(CREATE)
    assert not isinstance(caught.value, InDoubt)


def lost(world: Worlds, ending: str) -> Any:
    with pytest.raises(FoxReachError) as caught:
        world(IN_DOUBT[ending], leads({}), retry=RetryPolicy(max_attempts=1)).run(CREATE)
    return caught.value


@pytest.mark.parametrize("ending", IN_DOUBT)
def test_a_copy_of_the_error_has_left_the_client_behind(world: Worlds, ending: str) -> None:
    error = lost(world, ending)
    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):  # noqa: S301
        assert vars(twin) == vars(error)
        assert repr(twin) == repr(error)
        assert twin.settle() == "unknown"


@pytest.mark.parametrize("ending", IN_DOUBT)
def test_an_error_of_the_async_client_says_which_way_to_settle_it(ending: str) -> None:
    here = World("async", [IN_DOUBT[ending]], retry=RetryPolicy(max_attempts=1))
    with pytest.raises(FoxReachError) as caught:
        here.run(CREATE)
    with pytest.raises(TypeError, match="settle_async"):
        in_doubt(caught.value).settle()


@pytest.mark.parametrize("ending", IN_DOUBT)
def test_an_error_of_the_sync_client_can_be_settled_in_a_coroutine_too(ending: str) -> None:
    here = doubtful(World("sync", retry=RetryPolicy(max_attempts=1)), leads({}), end=IN_DOUBT[ending])

    def both(transport: Any) -> Settled:
        with pytest.raises(FoxReachError) as caught:
            transport.run(CREATE)
        return anyio.run(in_doubt(caught.value).settle_async)

    assert here.do(both) == "applied"
