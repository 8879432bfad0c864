"""A call that is cancelled or interrupted can be settled although its exception is not one of the client."""

from __future__ import annotations

import asyncio
from typing import Any

import anyio
import httpx2
import pytest
from foxreach_runtime.errors import ConfigurationError, OutcomeUnknownError
from foxreach_runtime.options.retry_policy import RetryPolicy
from foxreach_runtime.settling.interrupted import unsettled

from ..interrupts import interrupts
from ..sample import CREATE, GET, LEAD, Client, ClientAsync

DATE = {"Date": "Wed, 15 Jan 2025 10:29:40 GMT"}  # The lead came to be 20 seconds later.
LISTED = {"data": [LEAD], "meta": {"page": 1, "pageSize": 20, "total": 1, "totalPages": 1}}


class Hanging:
    """Answers lists; cancels *scope*, or the task, on any other request, and never answers it."""

    def __init__(self, scope: anyio.CancelScope | None = None) -> None:
        self.scope = scope
        self.sent: list[str] = []

    async def __call__(self, request: httpx2.Request) -> httpx2.Response:
        self.sent.append(request.method)
        if request.method == "GET" and request.url.query:
            return httpx2.Response(200, headers=DATE, json=LISTED)
        if self.scope is not None:
            self.scope.cancel()
        await anyio.sleep_forever()
        raise AssertionError


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_cancelled_call_can_be_settled(backend: str) -> None:
    async def main() -> None:
        scope = anyio.CancelScope()
        server = Hanging(scope)
        async with httpx2.AsyncClient(transport=httpx2.MockTransport(server)) as own:
            client = ClientAsync(api_key="otr_k", http_client=own)
            with unsettled() as outer, unsettled() as calls, scope:
                await client._transport.run(CREATE)  # pyright: ignore[reportPrivateUsage]
            assert scope.cancelled_caught
            (call,) = calls
            assert outer == calls
            assert isinstance(call, OutcomeUnknownError)
            assert call.operation == "leads.create"
            assert await call.settle_async(waits=(0.0,)) == "applied"
            assert server.sent == ["POST", "GET"]

    anyio.run(main, backend=backend)


def test_a_call_in_a_task_that_is_cancelled_is_collected_by_the_task_that_started_it() -> None:
    async def main() -> None:
        server = Hanging()
        async with httpx2.AsyncClient(transport=httpx2.MockTransport(server)) as own:
            client = ClientAsync(api_key="otr_k", http_client=own)
            with unsettled() as calls:
                task = asyncio.create_task(client._transport.run(CREATE))  # pyright: ignore[reportPrivateUsage]
                while not server.sent:
                    await asyncio.sleep(0)
                task.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await task
        assert [call.operation for call in calls] == ["leads.create"]

    asyncio.run(main())


@pytest.mark.parametrize("interrupt", [KeyboardInterrupt, SystemExit, LookupError])
def test_an_interrupted_call_of_the_sync_client_can_be_settled(interrupt: type[BaseException]) -> None:
    def answer(request: httpx2.Request) -> httpx2.Response:
        if request.method == "POST":
            raise interrupt
        return httpx2.Response(200, headers=DATE, json=LISTED)

    with httpx2.Client(transport=httpx2.MockTransport(answer)) as own, unsettled() as calls:
        client = Client(api_key="otr_k", http_client=own)
        with pytest.raises(interrupt):
            client._transport.run(CREATE)  # pyright: ignore[reportPrivateUsage]
        (call,) = calls
        assert call.settle(waits=(0.0,)) == "applied"


@pytest.mark.parametrize("flavour", ["sync", "asyncio", "trio"])
def test_a_call_that_was_sent_can_be_settled_wherever_it_is_interrupted(flavour: str) -> None:
    def answer(request: httpx2.Request) -> httpx2.Response:
        sent.append(request.method)
        return httpx2.Response(201, json={"data": LEAD})

    async def main() -> list[OutcomeUnknownError]:
        async with httpx2.AsyncClient(transport=httpx2.MockTransport(answer)) as own:
            client = ClientAsync(api_key="otr_k", http_client=own)
            with unsettled() as calls, interrupt:
                await client._transport.run(CREATE)  # pyright: ignore[reportPrivateUsage]
            return calls

    def main_sync() -> list[OutcomeUnknownError]:
        with httpx2.Client(transport=httpx2.MockTransport(answer)) as own:
            client = Client(api_key="otr_k", http_client=own)
            with unsettled() as calls, interrupt:
                client._transport.run(CREATE)  # pyright: ignore[reportPrivateUsage]
            return calls

    for interrupt in interrupts("engine/transport.py", "engine/driving.py", "paging/changes.py", "engine/result.py"):
        sent: list[str] = []
        calls = main_sync() if flavour == "sync" else anyio.run(main, backend=flavour)
        assert interrupt.raised or not calls
        assert len(calls) >= len(sent) or not interrupt.raised


def test_a_read_and_a_call_that_was_not_sent_leave_nothing_to_settle() -> None:
    def answer(request: httpx2.Request) -> httpx2.Response:
        raise KeyboardInterrupt

    def key() -> str:
        raise KeyboardInterrupt

    with httpx2.Client(transport=httpx2.MockTransport(answer)) as own, unsettled() as calls:
        for given, call in (("otr_k", GET), (key, CREATE)):
            client: Any = Client(api_key=given, http_client=own)
            with pytest.raises(KeyboardInterrupt):
                client._transport.run(call)
    assert calls == []


def test_a_call_is_in_the_lists_of_all_blocks_around_it_and_of_no_other() -> None:
    def answer(request: httpx2.Request) -> httpx2.Response:
        raise KeyboardInterrupt

    with httpx2.Client(transport=httpx2.MockTransport(answer)) as own, unsettled() as outer:
        client: Any = Client(api_key="otr_k", http_client=own)
        with unsettled() as inner, pytest.raises(KeyboardInterrupt):
            client._transport.run(CREATE)
        assert (len(inner), outer) == (1, inner)
        with pytest.raises(KeyboardInterrupt):
            client._transport.run(CREATE)
    assert (len(inner), len(outer)) == (1, 2)
    with httpx2.Client(transport=httpx2.MockTransport(answer)) as own, pytest.raises(KeyboardInterrupt):
        Client(api_key="otr_k", http_client=own)._transport.run(CREATE)  # pyright: ignore[reportPrivateUsage]
    assert (len(inner), len(outer)) == (1, 2)


def test_a_policy_within_some_seconds_has_that_deadline() -> None:
    assert RetryPolicy.within(2.5) == RetryPolicy(deadline=2.5)
    assert RetryPolicy.within(2.5, max_attempts=1) == RetryPolicy(deadline=2.5, max_attempts=1)


def test_a_policy_without_a_bound_is_not_made_by_within() -> None:
    with pytest.raises(ConfigurationError, match="within: seconds must be a number"):
        RetryPolicy.within(None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
