"""A program that polls the kit yields to other tasks, so it can be stopped, cancelled and timed out."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import anyio
import pytest
from foxreach_client import AsyncFoxReach
from foxreach_client.testing import FoxReachMock, Sandbox, factories

LONG = 500  # Rounds without another task running.
LOOPS = pytest.mark.parametrize("anyio_backend", ["asyncio", "trio"])


async def rounds(work: Callable[[], Awaitable[object]]) -> int:
    """Return how often *work* was done before another task could set an event."""
    stop, done = anyio.Event(), 0
    async with anyio.create_task_group() as group:
        group.start_soon(_stopping, stop)
        while not stop.is_set() and done < LONG:
            await work()
            done += 1
    return done


async def _stopping(stop: anyio.Event) -> None:
    await anyio.lowlevel.checkpoint()
    stop.set()


@LOOPS
async def test_calls_of_the_sandbox_yield(foxreach_async: AsyncFoxReach) -> None:
    assert await rounds(foxreach_async.inbox.stats) < LONG


@LOOPS
async def test_calls_of_the_mock_yield(foxreach_mock: FoxReachMock) -> None:
    foxreach_mock.inbox.stats.returns(factories.inbox_stats())
    async with AsyncFoxReach() as client:
        assert await rounds(client.inbox.stats) < LONG


@LOOPS
async def test_sleeps_on_the_clock_yield(foxreach_sandbox: Sandbox) -> None:
    assert await rounds(lambda: foxreach_sandbox.clock.async_sleep(60)) < LONG


@LOOPS
async def test_an_endless_poll_can_be_cancelled(foxreach_async: AsyncFoxReach) -> None:
    with anyio.CancelScope() as scope:
        for number in range(LONG):
            if number == 3:
                scope.cancel()
            await foxreach_async.inbox.stats()
    assert scope.cancelled_caught
