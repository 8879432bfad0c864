from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from typing import Any

import anyio
import httpx2
import pytest
from foxreach_runtime.errors import FoxReachError, InDoubt, NotSentError, Settled
from foxreach_runtime.operation import Call
from foxreach_runtime.options.retry_policy import RetryPolicy

from ..flavours import World, reply, reply_bytes
from ..sample import (
    CREATE,
    EMAIL,
    GET,
    LEAD,
    LEADS_CREATE,
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


def leads(*items: dict[str, object]) -> Any:
    return reply(200, {"data": [LEAD | item for item in items], "meta": META})


def state(status: str) -> Any:
    return reply(200, {"data": LEAD | {"status": status}})


def talk(*messages: tuple[str, str, str]) -> Any:
    listed = [{"direction": way, "body": body, "timestamp": time} for way, body, time in messages]
    return reply(200, {"data": {"id": "rpl_1", "messages": listed}})


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


NOW, LONG_AGO = "2027-01-15T08:00:10", "2027-01-15T07:00:00"  # The world's own now is 08:00:00.


@pytest.mark.parametrize(
    ("call", "shown", "result"),
    [
        (CREATE, leads({}), "applied"),
        (CREATE, leads({"email": "JANE@Example.com"}), "applied"),
        (CREATE, leads(), "not_observed"),
        (CREATE, leads({"email": "other@example.com"}), "unknown"),  # the filter was not heeded, so the page is any
        (CREATE, leads({"email": "other@example.com"}, {}), "applied"),
        (NAMED, leads({"firstName": "Jane"}), "applied"),  # what the reply does not show cannot differ
        (NAMED, leads({"firstName": "June"}), "unknown"),  # an older lead with that address, or ours changed
        (NAMED, leads({"firstName": "June"}, {"firstName": "Jane"}), "applied"),
        (START, state("active"), "applied"),
        (START, state("bounced"), "applied"),
        (START, state("draft"), "not_observed"),
        (SEND, talk(("sent", "Hello Jane", NOW)), "applied"),
        (SEND, talk(("sent", " Hello Jane\n", NOW)), "applied"),
        (SEND, talk(("received", "Hello Jane", NOW)), "not_observed"),
        (SEND, talk(("sent", "Hello Jane", LONG_AGO)), "not_observed"),  # the same words, sent before
        (SEND, talk(("sent", "Hello Jane", "2027-01-15T09:00:10+01:00")), "applied"),
        (SEND, talk(("sent", "Hello Jane", "2027-01-15T08:00:10+01:00")), "not_observed"),
        (SEND, talk(("sent", "<p>Hello Jane</p>", NOW)), "unknown"),  # may be ours, rewritten
        (SEND, talk(), "not_observed"),
        (CREATE, reply(503), "unknown"),
        (CREATE, reply(403), "unknown"),
    ],
)
def test_what_became_of_a_call_is_read_and_never_sent_again(
    world: Worlds, call: Call[Any], shown: Any, result: Settled
) -> None:
    here = world(LOST, shown, retry=RetryPolicy(max_attempts=1))
    assert settled(here, call) == result
    posts = [request for request in here.sent if request.method != "GET"]
    assert len(posts) == 1
    looks = len(here.sent) - 1
    assert here.waits == [1.0, 2.0, 4.0][:looks]
    assert looks == (1 if result == "applied" else 3)


def test_the_looks_stop_as_soon_as_the_effect_shows(world: Worlds) -> None:
    here = world(LOST, reply(503), leads(), leads({}), retry=RetryPolicy(max_attempts=1))
    assert settled(here, CREATE) == "applied"
    assert [request.url.query for request in here.sent[1:]] == [b"email=jane%40example.com"] * 3


@pytest.mark.parametrize("ending", IN_DOUBT)
@pytest.mark.parametrize(
    ("call", "shown", "result"),
    [
        (CREATE, leads({}), "applied"),
        (CREATE, leads(), "not_observed"),
        (SEND, talk(("sent", "Hello Jane", NOW)), "applied"),
        (START, state("draft"), "not_observed"),
    ],
)
def test_whatever_leaves_a_call_in_doubt_can_be_settled(
    world: Worlds, ending: str, call: Call[Any], shown: Any, result: Settled
) -> None:
    here = world(IN_DOUBT[ending], shown)
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
    here = World("sync", [IN_DOUBT[ending], leads({})], retry=RetryPolicy(max_attempts=1))

    def both(transport: Any) -> Settled:
        with pytest.raises(FoxReachError) as caught:
            transport.run(CREATE)
        return anyio.run(in_doubt(caught.value).settle_async)

    assert here.do(both) == "applied"
