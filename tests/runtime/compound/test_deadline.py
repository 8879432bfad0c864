"""Operations of several calls have one deadline: an upsert, and the reads of `settle()`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx2
import pytest
from foxreach_client.operations.leads import LEADS_CREATE_UPSERT, leads_create
from foxreach_runtime.compound.driving import async_upsert, upsert
from foxreach_runtime.errors import FoxReachError, InDoubt, NotSentError, OutcomeUnknownError
from foxreach_runtime.options.retry_policy import RetryPolicy

from ..flavours import DATE, World, reply

Worlds = Callable[..., World]
LEAD: dict[str, Any] = {
    "id": "cld_1",
    "email": "jane@example.com",
    "status": "active",
    "createdAt": "2027-01-15T07:59:00",
    "updatedAt": "2027-01-15T07:59:00",
}
TAKEN = reply(409, {"detail": "taken"})
FOUND = reply(200, {"data": [LEAD], "meta": {"page": 1, "pageSize": 20, "total": 1, "totalPages": 1}}, Date=DATE)
UPDATED = reply(200, {"data": LEAD | {"title": "CTO"}})
LOST = httpx2.ReadTimeout("")


def taking(here: World, seconds: float, end: Any) -> Any:
    """Return *end*, a reply or an error, so many *seconds* after the request."""

    def answer(request: httpx2.Request) -> httpx2.Response:
        here.now += seconds
        if isinstance(end, BaseException):
            raise end
        response: httpx2.Response = end(request)
        return response

    return answer


def given(here: World) -> list[float]:
    """Return the seconds in which each request had to be answered."""
    return [round(request.extensions["timeout"]["read"], 3) for request in here.sent]


def upserted(here: World) -> Any:
    call = leads_create(email="jane@example.com", title="CTO")
    make = upsert if here.flavour == "sync" else async_upsert
    return here.do(lambda transport: make(transport, call, LEADS_CREATE_UPSERT))


def test_the_calls_of_an_upsert_share_one_deadline(world: Worlds) -> None:
    here = world(retry=RetryPolicy.within(1.0))
    here.replies = [taking(here, 0.6, TAKEN), taking(here, 0.3, FOUND), taking(here, 0.1, UPDATED)]
    assert upserted(here).value.title == "CTO"
    assert given(here) == [1.0, 0.4, 0.1]


def test_a_retry_within_an_upsert_ends_with_its_deadline(world: Worlds) -> None:
    here = world(retry=RetryPolicy.within(1.0))
    here.replies = [taking(here, 0.6, TAKEN), reply(503)]
    with pytest.raises(FoxReachError, match=r"leads\.list: 503.*past the deadline"):
        upserted(here)
    assert (len(here.sent), here.waits) == (2, [])


@pytest.mark.parametrize(
    ("end", "error", "words"),
    [
        (TAKEN, NotSentError, r"leads\.list: The deadline of the call has passed\. Nothing was sent; allow more time"),
        (LOST, OutcomeUnknownError, r"leads\.create"),
    ],
    ids=["refused", "lost"],
)
def test_no_call_of_an_upsert_is_sent_after_its_deadline(
    world: Worlds, end: Any, error: type[FoxReachError], words: str
) -> None:
    here = world(retry=RetryPolicy.within(1.0))
    here.replies = [taking(here, 1.0, end)]
    with pytest.raises(error, match=words) as caught:
        upserted(here)
    assert (type(caught.value), len(here.sent), here.waits) == (error, 1, [])


def test_without_a_deadline_an_upsert_takes_its_time(world: Worlds) -> None:
    here = world(retry=RetryPolicy(deadline=None))
    here.replies = [taking(here, 500.0, each) for each in (TAKEN, FOUND, UPDATED)]
    assert upserted(here).value.title == "CTO"


def test_the_reads_of_settle_share_a_deadline_that_does_not_count_its_waits(world: Worlds) -> None:
    here = world(retry=RetryPolicy.within(1.0))
    here.replies = [taking(here, 1.0, LOST), *(taking(here, 0.6, reply(503)) for _ in range(3))]

    def found(error: InDoubt) -> Any:
        return error.settle() if here.flavour == "sync" else error.settle_async()

    def sync(transport: Any) -> Any:
        with pytest.raises(OutcomeUnknownError) as caught:
            upsert(transport, leads_create(email="jane@example.com"), LEADS_CREATE_UPSERT)
        return found(caught.value)

    async def asynchronous(transport: Any) -> Any:
        with pytest.raises(OutcomeUnknownError) as caught:
            await async_upsert(transport, leads_create(email="jane@example.com"), LEADS_CREATE_UPSERT)
        return await found(caught.value)

    assert here.do(sync if here.flavour == "sync" else asynchronous) == "unknown"
    assert (given(here), here.waits) == ([1.0, 1.0, 0.4], [1.0, 2.0, 4.0])
