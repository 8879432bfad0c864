"""A sandbox, and calls of either flavour on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import anyio
import pytest
from foxreach_client import AsyncFoxReach, FoxReach
from foxreach_sandbox import Sandbox
from foxreach_testing.clients import async_client, new_sandbox, sync_client

Call = Callable[[Any], Any]


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with new_sandbox() as made:
        yield made


@pytest.fixture(params=["sync", "async"])
def do(request: pytest.FixtureRequest, sandbox: Sandbox) -> Callable[[Call], Any]:
    """Return a function that makes a call with a client of either flavour and returns its result."""

    async def awaited(call: Call) -> Any:
        async with async_client(AsyncFoxReach, sandbox) as client:
            return await call(client)

    def made(call: Call) -> Any:
        if request.param == "async":
            return anyio.run(awaited, call)
        with sync_client(FoxReach, sandbox) as client:
            return call(client)

    return made
