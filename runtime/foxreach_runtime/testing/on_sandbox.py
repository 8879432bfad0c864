"""A client in a sandbox of its own: no socket, and time that passes when somebody waits."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import httpx2

from ..client import AsyncClient, SyncClient
from ..exchange import Timing
from ..transport import AsyncTransport, Transport

if TYPE_CHECKING:
    from foxreach_sandbox import Sandbox

S = TypeVar("S", bound=SyncClient)
A = TypeVar("A", bound=AsyncClient)


def new_sandbox() -> Sandbox:
    """Return an empty sandbox whose clock stands still until somebody waits."""
    from foxreach_sandbox import Sandbox  # noqa: PLC0415 - an extra that mocks alone do not need

    return Sandbox(limit=None)


def sync_client(kind: type[S], sandbox: Sandbox) -> S:
    """Return a client of *sandbox*, in this process."""
    client = kind(api_key=sandbox.key, base_url=sandbox.url, http_client=httpx2.Client(transport=sandbox.transport()))
    before = client._transport  # pyright: ignore[reportPrivateUsage]
    ours = Transport(before.options, before.connections, timing=_timing(sandbox), sleep=sandbox.clock.sleep)
    client._transport = ours  # pyright: ignore[reportPrivateUsage]
    return client


def async_client(kind: type[A], sandbox: Sandbox) -> A:
    """Return a client of *sandbox*, in this process."""
    http_client = httpx2.AsyncClient(transport=sandbox.async_transport())
    client = kind(api_key=sandbox.key, base_url=sandbox.url, http_client=http_client)
    before = client._transport  # pyright: ignore[reportPrivateUsage]
    ours = AsyncTransport(before.options, before.connections, timing=_timing(sandbox), sleep=sandbox.clock.async_sleep)
    client._transport = ours  # pyright: ignore[reportPrivateUsage]
    return client


def _timing(sandbox: Sandbox) -> Timing:
    """Return the clocks of *sandbox*, with dice that always show the most: a test is the same each time."""
    return Timing(sandbox.clock.monotonic, sandbox.clock.now, lambda: 1.0)
