"""What a key function of the async client may do, and what becomes of it when its calls or its client end."""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import Awaitable, Callable
from typing import Any

import anyio
import anyio.from_thread
import httpx2
import pytest
import sniffio
from foxreach_runtime.errors import ClientClosedError, ConfigurationError, NotSentError, StatusError
from foxreach_runtime.keys.rotation import UNKNOWN, Left
from foxreach_runtime.loops import begin
from foxreach_runtime.options.retry_policy import RetryPolicy

from ..sample import GET, LEAD, ClientAsync

BACKENDS = pytest.mark.parametrize("backend", ["asyncio", "trio"])
KEY = "otr_k3y"


def client(key: Any, status: int = 200) -> ClientAsync:
    """Return a client whose server answers every call alike."""
    mock = httpx2.MockTransport(lambda _: httpx2.Response(status, json={"data": LEAD}))
    return ClientAsync(api_key=key, http_client=httpx2.AsyncClient(transport=mock))


def get(client: Any) -> Any:
    return client._transport.run(GET)


def run(backend: str, main: Callable[[], Awaitable[Any]]) -> Any:
    async def timed() -> Any:
        with anyio.fail_after(10):
            return await main()

    return anyio.run(timed, backend=backend)


@BACKENDS
def test_a_task_that_the_function_began_waits_for_the_key(backend: str) -> None:
    clients: list[ClientAsync] = []
    found: list[str] = []

    async def main() -> None:
        called, ended = anyio.Event(), anyio.Event()

        async def refresher() -> None:
            called.set()
            found.append((await get(clients[0])).id)
            ended.set()

        async def key() -> str:
            begin(refresher)
            await called.wait()
            await anyio.sleep(0.01)
            return KEY

        clients.append(client(key))
        await get(clients[0])
        await ended.wait()

    run(backend, main)
    assert found == ["cld_1"]


@BACKENDS
def test_a_task_of_an_earlier_question_waits_for_the_next_one(backend: str) -> None:
    clients: list[Any] = []
    asked: list[None] = []

    async def main() -> None:
        again, ended = anyio.Event(), anyio.Event()

        async def refresher() -> None:
            await again.wait()
            await get(clients[0])
            ended.set()

        async def key() -> str:
            asked.append(None)
            if len(asked) == 1:
                begin(refresher)
            else:
                again.set()
                await anyio.sleep(0.01)
            return KEY

        clients.append(client(key))
        await get(clients[0])
        clients[0]._transport.options.keys._current = UNKNOWN
        await get(clients[0])
        await ended.wait()

    run(backend, main)
    assert len(asked) == 2


@BACKENDS
@pytest.mark.parametrize("kind", ["coroutine functions", "functions"])
def test_functions_that_call_the_clients_of_each_other_are_refused(backend: str, kind: str) -> None:
    clients: list[ClientAsync] = []

    async def call(index: int) -> str:
        return str((await get(clients[index])).id)

    async def main() -> None:
        for other in [1, 0]:
            functions: dict[str, Any] = {
                "coroutine functions": lambda other=other: call(other),
                "functions": lambda other=other: anyio.from_thread.run(call, other),
            }
            clients.append(client(functions[kind]))
        with pytest.raises(ConfigurationError, match="calls the client that asks it"):
            await get(clients[0])

    run(backend, main)


@BACKENDS
def test_functions_that_call_the_clients_of_each_other_are_refused_if_both_were_asked_before(backend: str) -> None:
    clients: list[ClientAsync] = []
    errors: list[ConfigurationError] = []

    async def main() -> None:
        both = [anyio.Event(), anyio.Event()]

        def function(own: int) -> Callable[[], Awaitable[str]]:
            async def key() -> str:
                both[own].set()
                await both[1 - own].wait()
                return str((await get(clients[1 - own])).id)

            return key

        async def call(own: int) -> None:
            with pytest.raises(ConfigurationError, match="calls the client that asks it") as caught:
                await get(clients[own])
            errors.append(caught.value)

        clients.extend([client(function(0)), client(function(1))])
        async with anyio.create_task_group() as group:
            group.start_soon(call, 0)
            group.start_soon(call, 1)

    run(backend, main)
    assert len(errors) == 2


@BACKENDS
def test_a_function_may_call_another_client_that_asks_its_own(backend: str) -> None:
    async def vault() -> str:
        await anyio.lowlevel.checkpoint()
        return KEY

    async def main() -> Any:
        other = client(vault)

        async def key() -> str:
            return str((await get(other)).id)

        return (await get(client(key))).id

    assert run(backend, main) == "cld_1"


@BACKENDS
@pytest.mark.parametrize("kind", ["cancelled", "late", "waiting"])
def test_close_ends_the_function(backend: str, kind: str) -> None:
    ended: list[bool] = []

    async def main() -> None:
        begun = anyio.Event()

        async def key() -> str:
            begun.set()
            try:
                await anyio.sleep_forever()
            finally:
                ended.append(True)
            return KEY

        async def waiting() -> None:
            with pytest.raises(ClientClosedError, match=r"leads\.get"):
                await get(own)

        async with anyio.create_task_group() as group:
            async with client(key) as own:
                if kind == "cancelled":
                    with anyio.move_on_after(0.01):
                        await get(own)
                elif kind == "late":
                    with pytest.raises(NotSentError):
                        await get(own.with_options(retry=RetryPolicy(deadline=0.01)))
                else:
                    group.start_soon(waiting)
                await begun.wait()
                await own.with_options().close()
                assert not ended
            assert ended
            assert backend == "trio" or len(asyncio.all_tasks()) <= 1 + (kind == "waiting")

    run(backend, main)


@BACKENDS
def test_close_does_not_wait_for_the_function_that_calls_it(backend: str) -> None:
    clients: list[Any] = []

    async def main() -> float:
        async def key() -> str:
            with anyio.CancelScope(shield=True):
                await clients[0].close()
            return KEY

        clients.append(client(key))
        began = anyio.current_time()
        with pytest.raises(ClientClosedError):
            await get(clients[0])
        return anyio.current_time() - began

    assert run(backend, main) < 0.5


def test_close_ends_a_function_in_another_event_loop() -> None:
    ended: list[str] = []

    async def key() -> str:
        try:
            await anyio.sleep_forever()
        finally:
            ended.append(sniffio.current_async_library())
        return KEY

    async def elsewhere(own: Any) -> None:
        await anyio.to_thread.run_sync(lambda: anyio.run(own.close, backend="trio"))

    async def main() -> None:
        own = client(key)
        async with anyio.create_task_group() as group:
            group.start_soon(elsewhere, own)
            with pytest.raises(ClientClosedError):
                await get(own)

    run("asyncio", main)
    assert ended == ["asyncio"]


def test_a_function_that_was_cancelled_is_named() -> None:
    async def key() -> str:
        raise asyncio.CancelledError

    async def main() -> None:
        with pytest.raises(NotSentError, match=r"^leads\.get: the function of api_key was cancelled") as caught:
            await get(client(key))
        assert caught.value.operation == "leads.get"

    run("asyncio", main)


def test_a_function_that_is_cancelled_after_a_refusal_leaves_the_refusal() -> None:
    keys = [KEY]

    async def key() -> str:
        if keys:
            return keys.pop()
        raise asyncio.CancelledError

    async def main() -> None:
        with pytest.raises(StatusError, match="401"):
            await get(client(key, status=401))

    run("asyncio", main)


@BACKENDS
@pytest.mark.parametrize("error", [SystemExit(3), KeyboardInterrupt()])
def test_what_ends_the_program_is_raised_for_the_caller(
    backend: str, error: BaseException, caplog: pytest.LogCaptureFixture
) -> None:
    found: list[BaseException] = []

    async def key() -> str:
        raise error

    async def main() -> None:
        try:
            await get(client(key))
        except BaseException as caught:  # noqa: BLE001
            found.append(caught)

    run(backend, main)
    assert [type(each) for each in found] == [type(error)]
    assert not caplog.records


@BACKENDS
def test_those_who_wait_get_errors_that_do_not_grow(backend: str) -> None:
    sizes: list[int] = []

    async def key() -> str:
        await anyio.sleep(0.01)
        raise LookupError("vault")

    async def main() -> None:
        own: Any = client(key)

        async def ask() -> None:
            try:
                await own._transport.options.keys.ask(UNKNOWN, Left(None, lambda: 0.0))
            except LookupError as error:
                sizes.append(len(traceback.extract_tb(error.__traceback__)))

        async with anyio.create_task_group() as group:
            for _ in range(20):
                group.start_soon(ask)

    run(backend, main)
    assert (len(sizes), len(set(sizes))) == (20, 1)
