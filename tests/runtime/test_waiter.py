from __future__ import annotations

import threading
from collections.abc import Callable

import anyio
import anyio.to_thread
import pytest
from foxreach_runtime.waiter import Waiter, async_sleep, sleep

FOREVER = 600.0  # Seconds. A wait that is not cut short makes the test run into its own timeout.


class Listened(Waiter):
    """A waiter that tells when a driver has begun to wait."""

    def __init__(self, then: Callable[[], object]) -> None:
        super().__init__()
        self._then = then

    def listen(self, listener: Callable[[], object] | None) -> None:
        super().listen(listener)
        if listener is not None:
            self._then()


def test_a_wait_in_a_thread_ends_when_another_thread_wakes_it() -> None:
    waiting = threading.Event()
    waiter = Listened(waiting.set)
    thread = threading.Thread(target=sleep, args=(FOREVER, waiter))
    thread.start()
    waiting.wait()
    waiter.wake()
    thread.join()


@pytest.mark.parametrize("woken", [True, False])
def test_a_wait_in_a_thread_ends_at_once_if_it_was_woken_before_or_has_no_time(woken: bool) -> None:
    waiter = Waiter()
    if woken:
        waiter.wake()
    sleep(FOREVER if woken else 0.0, waiter)
    sleep(0.0)
    assert waiter.woken is woken


async def test_a_wait_in_a_task_ends_when_another_task_wakes_it() -> None:
    waiter = Waiter()
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(async_sleep, FOREVER, waiter)
        tasks.start_soon(anyio.to_thread.run_sync, waiter.wake)


async def test_a_wait_in_a_task_ends_when_a_thread_wakes_it() -> None:
    waking = threading.Event()
    waiter = Listened(waking.set)

    def wake() -> None:
        waking.wait()
        waiter.wake()

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(anyio.to_thread.run_sync, wake)
        await async_sleep(FOREVER, waiter)


@pytest.mark.parametrize("woken", [True, False])
async def test_a_wait_in_a_task_ends_at_once_if_it_was_woken_before_or_has_no_time(woken: bool) -> None:
    waiter = Waiter()
    if woken:
        waiter.wake()
    await async_sleep(FOREVER if woken else 0.0, waiter)
    await async_sleep(0.0)
    assert waiter.woken is woken


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_to_wake_a_wait_of_an_event_loop_that_has_ended_does_nothing(backend: str) -> None:
    waiter, listeners = Waiter(), list[Callable[[], object]]()

    class Kept(Waiter):
        def listen(self, listener: Callable[[], object] | None) -> None:
            listeners.extend([listener] if listener is not None else [])

    anyio.run(async_sleep, 0.0, Kept(), backend=backend)
    (listener,) = listeners
    waiter.listen(listener)
    waiter.wake()


async def test_a_cancelled_wait_is_woken_no_more() -> None:
    told = list[bool]()

    class Told(Waiter):
        def listen(self, listener: Callable[[], object] | None) -> None:
            super().listen(listener)
            told.append(listener is not None)

    waiter = Told()
    with anyio.move_on_after(0.0):
        await async_sleep(FOREVER, waiter)
    waiter.wake()
    assert told == [True, False]
