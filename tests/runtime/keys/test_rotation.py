"""A key from a function: asked before the first call, and once more for a call that the server refuses."""

from __future__ import annotations

import copy
import inspect
import pickle
import threading
import traceback
from collections.abc import Callable, Generator
from contextvars import ContextVar
from typing import Any

import anyio
import anyio.from_thread
import httpx2
import pytest
from foxreach_runtime.engine.exchange import Context, Timing
from foxreach_runtime.errors import (
    ClientClosedError,
    ConfigurationError,
    FoxReachError,
    NotSentError,
    QuotaError,
    StatusError,
)
from foxreach_runtime.keys.rotation import UNKNOWN, Key, Keys, Left, with_key
from foxreach_runtime.options.retry_policy import RetryPolicy
from msgspec import structs

from ..interrupts import interrupts
from ..sample import CREATE, GET, LEAD, Client, ClientAsync

OLD, NEW, NEWER = "otr_0ld", "otr_n3w", "otr_n3wer"
TOO_LATE = "leads.get: the API key was not there before the deadline of the call. Nothing was sent; allow more time"
FLAVOURS = pytest.mark.parametrize("flavour", ["sync", "asyncio", "trio"])


class Server:
    """Answers only to the keys in *good*; keeps the keys that it saw."""

    def __init__(self, *good: str, status: int = 401) -> None:
        self.good = set(good)
        self.status = status
        self.seen: list[str] = []

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        key = request.headers["x-api-key"]
        self.seen.append(key)
        if key not in self.good:
            return httpx2.Response(self.status, json={"detail": f"{key} is not valid"})
        return httpx2.Response(200, json={"data": LEAD})


class Vault:
    """Returns the keys in their order, the last one again and again."""

    def __init__(self, *keys: Any) -> None:
        self.keys = list(keys)
        self.asked = 0

    def __call__(self) -> str:
        self.asked += 1
        key: Any = self.keys[min(self.asked, len(self.keys)) - 1]
        if isinstance(key, BaseException):
            raise key
        returned: str = key
        return returned


def run(flavour: str, server: Server, key: Any, use: Callable[[Any], Any], **options: Any) -> Any:
    """Return what *use* does with a client that gets its key from *key*."""
    mock = httpx2.MockTransport(server)
    if flavour == "sync":
        with httpx2.Client(transport=mock) as own:
            return use(Client(api_key=key, http_client=own, **options))

    async def main() -> Any:
        async with httpx2.AsyncClient(transport=mock) as own:
            found = use(ClientAsync(api_key=key, http_client=own, **options))
            return await found if inspect.isawaitable(found) else found

    return anyio.run(main, backend=flavour)


def get(client: Any) -> Any:
    return client._transport.run(GET)


@FLAVOURS
def test_the_function_is_asked_before_the_first_call_and_not_again(flavour: str) -> None:
    server, vault = Server(OLD), Vault(OLD, NEW)

    def sync_use(client: Any) -> None:
        assert vault.asked == 0
        get(client)
        get(client)

    async def async_use(client: Any) -> None:
        assert vault.asked == 0
        await get(client)
        await get(client)

    run(flavour, server, vault, sync_use if flavour == "sync" else async_use)
    assert (vault.asked, server.seen) == (1, [OLD, OLD])


@FLAVOURS
@pytest.mark.parametrize("status", [401, 403])
@pytest.mark.parametrize("call", [GET, CREATE], ids=["get", "create"])
def test_a_refused_key_is_asked_for_again_and_the_call_is_made_with_the_new_one(
    flavour: str, status: int, call: Any
) -> None:
    server, vault = Server(NEW, status=status), Vault(OLD, NEW)
    reply = run(flavour, server, vault, lambda client: client._transport.raw().run(call))
    assert (reply.value.id, reply.attempts, server.seen) == ("cld_1", 2, [OLD, NEW])
    assert [attempt.status for attempt in reply.history] == [status, 200]


@FLAVOURS
def test_the_new_key_is_sent_even_if_the_policy_allows_one_attempt(flavour: str) -> None:
    server = Server(NEW)
    run(flavour, server, Vault(OLD, NEW), get, retry=RetryPolicy(max_attempts=1))
    assert server.seen == [OLD, NEW]


@FLAVOURS
@pytest.mark.parametrize(("keys", "seen"), [((OLD,), [OLD]), ((OLD, NEW, NEWER), [OLD, NEW])], ids=["same", "wrong"])
def test_a_key_is_asked_for_again_once_per_call_and_the_refusal_is_raised(
    flavour: str, keys: tuple[str, ...], seen: list[str]
) -> None:
    server, vault = Server(), Vault(*keys)
    with pytest.raises(StatusError) as caught:
        run(flavour, server, vault, get)
    assert (caught.value.status, caught.value.attempts) == (401, len(seen))
    assert (vault.asked, server.seen) == (2, seen)
    for form in forms(caught.value):
        assert "0ld" not in form
        assert "n3w" not in form


def forms(error: FoxReachError) -> list[str]:
    """Return all that a log or an error reporter shows of *error*."""
    frames = traceback.TracebackException.from_exception(error, capture_locals=True).stack
    ours = [frame for frame in frames if "foxreach_runtime" in frame.filename]
    shown = [text for frame in ours for text in (frame.locals or {}).values()]
    assert shown
    return [str(error), repr(error), repr(copy.copy(error)), pickle.dumps(error).decode("latin-1"), *shown]


@FLAVOURS
@pytest.mark.parametrize("keys", [(LookupError("vault"),), (OLD, LookupError("vault"))], ids=["first", "again"])
def test_an_error_of_the_function_is_raised_as_it_is(flavour: str, keys: tuple[Any, ...]) -> None:
    with pytest.raises(LookupError, match="vault") as caught:
        run(flavour, Server(), Vault(*keys), get)
    assert caught.value.__cause__ is None


@FLAVOURS
def test_a_function_that_raises_stop_iteration_does_not_end_the_call_without_a_result(flavour: str) -> None:
    with pytest.raises(RuntimeError, match="StopIteration"):
        run(flavour, Server(), Vault(StopIteration()), get)


@FLAVOURS
@pytest.mark.parametrize("kind", ["function", "coroutine function"])
def test_a_function_that_calls_its_own_client_is_refused(flavour: str, kind: str) -> None:
    clients: list[Any] = []

    async def asking() -> Any:
        return await get(clients[0])

    def use(client: Any) -> Any:
        clients.append(client)
        return get(client)

    functions = {"function": lambda: anyio.from_thread.run(asking), "coroutine function": asking}
    function = (lambda: get(clients[0])) if flavour == "sync" else functions[kind]
    with pytest.raises(ConfigurationError, match="calls the client that asks it"):
        run(flavour, Server(), function, use)


def test_a_call_that_is_interrupted_anywhere_while_it_asks_does_not_keep_others_from_asking() -> None:
    for interrupt in interrupts("keys/rotation.py"):
        keys, left = Keys(lambda: OLD), Left(0.0, lambda: 0.0)
        with interrupt:
            keys.ask(UNKNOWN, left)
        assert keys.ask(UNKNOWN, left) == Key(OLD)


@pytest.mark.parametrize("flavour", ["asyncio", "trio"])
def test_the_function_sees_the_context_of_the_call_that_asks(flavour: str) -> None:
    tenant: ContextVar[str] = ContextVar("tenant")

    def use(client: Any) -> Any:
        tenant.set(OLD)
        return get(client)

    server = Server(OLD)
    run(flavour, server, tenant.get, use)
    assert server.seen == [OLD]


@FLAVOURS
@pytest.mark.parametrize("key", ["", "otr 5ecret", "otr_5ecret\n", "otr_5ecrét", None, b"otr_5ecret", 5])
def test_a_key_that_cannot_be_sent_is_refused_without_a_request(flavour: str, key: Any) -> None:
    server = Server()
    with pytest.raises(ConfigurationError, match=r"the function returned (must be visible ASCII|is empty)") as caught:
        run(flavour, server, Vault(key), get)
    assert "5ecr" not in str(caught.value)
    assert server.seen == []


@pytest.mark.parametrize("flavour", ["asyncio", "trio"])
@pytest.mark.parametrize("kind", ["coroutine function", "object", "lambda"])
def test_an_async_function_is_awaited_in_the_event_loop(flavour: str, kind: str) -> None:
    keys = iter([OLD, NEW])

    async def vault() -> str:
        await anyio.lowlevel.checkpoint()
        assert threading.current_thread() is threading.main_thread()
        return next(keys)

    class Object:
        async def __call__(self) -> str:
            return await vault()

    server = Server(NEW)
    kinds = {"coroutine function": vault, "object": Object(), "lambda": lambda: vault()}  # noqa: PLW0108
    run(flavour, server, kinds[kind], get)
    assert server.seen == [OLD, NEW]


@pytest.mark.parametrize("flavour", ["asyncio", "trio"])
def test_tasks_that_are_refused_together_ask_once(flavour: str) -> None:
    server, asked = Server(NEW), [OLD]

    async def vault() -> str:
        asked.append(NEW)
        await anyio.lowlevel.checkpoint()
        return OLD if len(asked) == 2 else NEW

    async def use(client: Any) -> None:
        async with anyio.create_task_group() as group:
            for _ in range(8):
                group.start_soon(get, client)

    run(flavour, server, vault, use)
    assert len(asked) == 3
    assert (server.seen.count(OLD), server.seen.count(NEW)) == (8, 8)


def test_threads_that_are_refused_together_ask_once() -> None:
    server, vault, barrier = Server(NEW), Vault(OLD, NEW, NEWER), threading.Barrier(4)

    def use(client: Any) -> None:
        def work() -> None:
            barrier.wait(10)
            get(client)

        threads = [threading.Thread(target=work) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    run("sync", server, vault, use)
    assert vault.asked == 2
    assert set(server.seen) == {OLD, NEW}


def test_a_coroutine_function_is_refused_by_the_sync_client() -> None:
    async def vault() -> str:
        return OLD

    key: Any = vault
    with pytest.raises(ConfigurationError, match="plain function"):
        Client(api_key=key)
    with pytest.raises(ConfigurationError, match="must be visible ASCII"):
        run("sync", Server(), lambda: vault(), get)  # noqa: PLW0108


@FLAVOURS
def test_a_client_made_by_with_options_has_the_same_key(flavour: str) -> None:
    server, vault = Server(OLD), Vault(OLD, NEW)

    def sync_use(client: Any) -> None:
        get(client)
        get(client.with_options(timeout=1.0))

    async def async_use(client: Any) -> None:
        await get(client)
        await get(client.with_options(timeout=1.0))

    run(flavour, server, vault, sync_use if flavour == "sync" else async_use)
    assert (vault.asked, server.seen) == (1, [OLD, OLD])


@FLAVOURS
def test_a_client_that_is_closed_while_the_function_works_sends_nothing(flavour: str) -> None:
    server = Server(OLD)
    clients: list[Any] = []

    async def closing() -> str:
        await clients[0].close()
        return OLD

    def use(client: Any) -> Any:
        clients.append(client)
        return get(client)

    with pytest.raises(ClientClosedError, match=r"leads\.get"):
        run(flavour, server, (lambda: clients[0].close() or OLD) if flavour == "sync" else closing, use)
    assert server.seen == []


def test_a_lock_that_was_held_at_a_fork_is_free_in_the_child() -> None:
    keys = Keys(lambda: OLD)
    lock: Any = keys.__dict__["_asking"]
    other = threading.Thread(target=lock.acquire)
    other.start()
    other.join(10)
    assert keys.ask(UNKNOWN, Left(0.0, lambda: 0.0)) == UNKNOWN
    keys.reset()
    assert keys.ask(UNKNOWN, Left(0.0, lambda: 0.0)) == Key(OLD)


@FLAVOURS
def test_calls_do_not_wait_for_the_key_beyond_their_deadlines_and_the_function_is_not_called_again(
    flavour: str,
) -> None:
    server, begun, over, asked = Server(OLD), threading.Event(), threading.Event(), list[None]()

    def slow() -> str:
        asked.append(None)
        begun.set()
        assert over.wait(10)
        return OLD

    def late(client: Any) -> Any:
        hasty = client.with_options(retry=RetryPolicy(deadline=0.05))
        if flavour != "sync":
            return alate(hasty)
        first = threading.Thread(target=get, args=(client,))
        first.start()
        assert begun.wait(10)
        for _ in range(3):
            with pytest.raises(NotSentError, match=TOO_LATE):
                get(hasty)
        over.set()
        first.join(10)
        return get(client)

    async def alate(client: Any) -> Any:
        for _ in range(3):
            with pytest.raises(NotSentError, match=TOO_LATE):
                await get(client)
        over.set()
        return await get(client.with_options(retry=RetryPolicy()))

    run(flavour, server, slow, late, retry=RetryPolicy(deadline=None))
    assert set(server.seen) == {OLD}
    assert len(asked) == 1


def test_a_new_key_that_is_late_leaves_the_refusal() -> None:
    refusal = StatusError("leads.get: 401", "leads.get", 401)

    def refused(**_: Any) -> Generator[Any, Any, None]:
        raise refusal
        yield

    keys, left = Keys(lambda: OLD), Left(1.0, lambda: 0.0)
    steps = with_key(keys, lambda work, _: work, GET, Context(), refused, left=left)
    key = next(steps)()
    assert key.text == OLD
    assert steps.send(key)  # asks for a new one
    with pytest.raises(StatusError) as caught:
        steps.send(UNKNOWN)
    assert caught.value is refusal


@pytest.mark.parametrize("late", [1, 2], ids=["first", "again"])
@FLAVOURS
def test_a_key_that_comes_after_the_deadline_is_not_sent(flavour: str, late: int) -> None:
    server, asked, now = Server(), [OLD, NEW], [0.0]

    def slow() -> str:
        now[0] += 1.0 if len(asked) == 3 - late else 0.0
        return asked.pop(0)

    def use(client: Any) -> Any:
        transport = client._transport
        transport._context = structs.replace(transport._context, timing=Timing(clock=lambda: now[0]))
        return transport.run(GET)

    with pytest.raises(NotSentError if late == 1 else StatusError) as caught:
        run(flavour, server, slow, use, retry=RetryPolicy.within(1.0))
    assert type(caught.value) is not QuotaError
    assert server.seen == [OLD][: late - 1]
    assert str(caught.value).startswith(TOO_LATE if late == 1 else "leads.get: 401")
