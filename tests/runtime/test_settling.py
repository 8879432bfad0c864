from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from typing import Any

import anyio
import httpx2
import pytest
from foxreach_runtime.errors import OutcomeUnknownError, Settled
from foxreach_runtime.operation import Call
from foxreach_runtime.retry import RetryPolicy

from .flavours import World, reply
from .sample import CREATE, EMAIL, GET, LEAD, LEADS_CREATE, SEND, START, LeadCreate

Worlds = Callable[..., World]
LOST = httpx2.ReadTimeout("")
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
    """Make *call*, which is lost, and find out what became of it."""

    def sync(transport: Any) -> Settled:
        with pytest.raises(OutcomeUnknownError) as caught:
            transport.run(call)
        return caught.value.settle()

    async def asynchronous(transport: Any) -> Settled:
        with pytest.raises(OutcomeUnknownError) as caught:
            await transport.run(call)
        return await caught.value.settle_async()

    return here.do(sync if here.flavour == "sync" else asynchronous)  # type: ignore[no-any-return]


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


def test_where_the_spec_names_no_way_the_result_is_unknown_without_a_read(world: Worlds) -> None:
    here = world(LOST, retry=RetryPolicy(max_attempts=1))
    assert settled(here, GET) == "unknown"
    assert (len(here.sent), here.waits) == (1, [])


def lost(world: Worlds) -> OutcomeUnknownError:
    with pytest.raises(OutcomeUnknownError) as caught:
        world(LOST, leads({}), retry=RetryPolicy(max_attempts=1)).run(CREATE)
    return caught.value


def test_a_copy_of_the_error_has_left_the_client_behind(world: Worlds) -> None:
    error = lost(world)
    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):  # noqa: S301
        assert vars(twin) == vars(error)
        assert twin.settle() == "unknown"


def test_an_error_of_the_async_client_says_which_way_to_settle_it() -> None:
    here = World("async", [LOST], retry=RetryPolicy(max_attempts=1))
    with pytest.raises(OutcomeUnknownError) as caught:
        here.run(CREATE)
    with pytest.raises(TypeError, match="settle_async"):
        caught.value.settle()


def test_an_error_of_the_sync_client_can_be_settled_in_a_coroutine_too() -> None:
    here = World("sync", [LOST, leads({})], retry=RetryPolicy(max_attempts=1))

    def both(transport: Any) -> Settled:
        with pytest.raises(OutcomeUnknownError) as caught:
            transport.run(CREATE)
        return anyio.run(caught.value.settle_async)

    assert here.do(both) == "applied"
