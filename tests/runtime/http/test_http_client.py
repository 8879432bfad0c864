"""An httpx2 client of the caller's own, with what callers set on theirs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import anyio
import httpx2
import pytest
from foxreach_runtime.engine.transport import AsyncTransport, Transport
from foxreach_runtime.errors import (
    FoxReachError,
    OutcomeUnknownError,
    RedirectRefusedError,
    ResponseDecodeError,
    ServerError,
)
from foxreach_runtime.http.connections import AsyncConnections, Connections
from foxreach_runtime.operation import Call
from foxreach_runtime.options.retry_policy import RetryPolicy
from msgspec import structs

from ..loopback import serving
from ..sample import CREATE, GET, KEY, Client, ClientAsync, NotFoundError
from .test_connections import GOOD, options

both = pytest.mark.parametrize("flavour", ["sync", "async"])
TWICE = RetryPolicy(max_attempts=2, backoff_cap=0.0)


def called(flavour: str, call: Call[Any], answer: Any, hook: Any, events: str = "response") -> FoxReachError:
    """Return the error of *call* on a client whose event hook is *hook*."""
    transport = httpx2.MockTransport(answer)

    def sync() -> None:
        with httpx2.Client(transport=transport, event_hooks={events: [hook]}) as given:
            Client(api_key=KEY, http_client=given, retry=TWICE)._transport.run(call)  # pyright: ignore[reportPrivateUsage]

    async def hooked(event: Any) -> None:
        if isinstance(event, httpx2.Response) and hook is read_and_raised:
            await event.aread()
        hook(event)

    async def asynchronous() -> None:
        async with httpx2.AsyncClient(transport=transport, event_hooks={events: [hooked]}) as given:
            client = ClientAsync(api_key=KEY, http_client=given, retry=TWICE)
            await client._transport.run(call)  # pyright: ignore[reportPrivateUsage]

    with pytest.raises(FoxReachError) as caught:
        sync() if flavour == "sync" else anyio.run(asynchronous)
    return caught.value


def answering(status: int) -> Callable[[httpx2.Request], httpx2.Response]:
    return lambda request: httpx2.Response(status, json={"detail": "It is away"})


def read_and_raised(response: httpx2.Response) -> None:
    if not response.is_closed:
        response.read()
    response.raise_for_status()


@both
@pytest.mark.parametrize(
    ("call", "status", "kind", "attempts"),
    [
        (GET, 404, NotFoundError, 1),
        (CREATE, 500, ServerError, 1),
        (GET, 500, ServerError, 2),
        (CREATE, 302, RedirectRefusedError, 1),
    ],
)
def test_a_status_that_a_hook_raises_is_the_answer(
    flavour: str, call: Call[Any], status: int, kind: type[FoxReachError], attempts: int
) -> None:
    error = called(flavour, call, answering(status), read_and_raised)
    assert (type(error), error.attempts) == (kind, attempts)
    assert getattr(error, "detail", "It is away") == "It is away"
    assert error.history[-1].stage == "answered"


@both
def test_a_status_that_a_hook_raises_before_the_body_is_read_is_the_answer_too(flavour: str) -> None:
    error = called(flavour, GET, answering(404), httpx2.Response.raise_for_status)
    assert type(error) is NotFoundError


@both
def test_a_status_of_another_request_is_no_answer_to_ours(flavour: str) -> None:
    def token(request: httpx2.Request) -> None:
        httpx2.Response(404, request=httpx2.Request("GET", "https://token.test")).raise_for_status()

    error = called(flavour, CREATE, answering(200), token, "request")
    assert type(error) is OutcomeUnknownError


def test_a_client_closed_after_the_request_was_sent_leaves_the_outcome_unknown() -> None:
    def closing(request: httpx2.Request) -> httpx2.Response:
        request.extensions["trace"]("http11.send_request_headers.started", {})
        given.close()
        raise RuntimeError("closed in the middle")

    given = httpx2.Client(transport=httpx2.MockTransport(closing))
    with pytest.raises(OutcomeUnknownError):
        Client(api_key=KEY, http_client=given)._transport.run(CREATE)  # pyright: ignore[reportPrivateUsage]


@both
@pytest.mark.parametrize("way", ["closed", "read"])
def test_a_body_that_a_hook_has_taken_is_no_reply_and_not_asked_for_again(flavour: str, way: str) -> None:
    def hook(response: httpx2.Response) -> None:
        response.close() if way == "closed" else list(response.iter_raw())

    async def asynchronous_hook(response: httpx2.Response) -> None:
        await response.aclose() if way == "closed" else [part async for part in response.aiter_raw()]

    with serving(GOOD) as server:

        def sync() -> None:
            with httpx2.Client(event_hooks={"response": [hook]}) as given:
                Transport(structs.replace(options(server), retry=TWICE), Connections(given)).run(GET)

        async def asynchronous() -> None:
            async with httpx2.AsyncClient(event_hooks={"response": [asynchronous_hook]}) as given:
                await AsyncTransport(structs.replace(options(server), retry=TWICE), AsyncConnections(given)).run(GET)

        with pytest.raises(
            ResponseDecodeError, match="an event hook of the http_client has closed or read it"
        ) as caught:
            sync() if flavour == "sync" else anyio.run(asynchronous)
        assert (caught.value.attempts, caught.value.transient, len(server.requests)) == (1, False, 1)
