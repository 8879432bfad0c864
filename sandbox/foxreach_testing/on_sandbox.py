"""A client in a sandbox of its own: no socket, and time that passes when somebody waits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar

import httpx2
from foxreach_runtime.client import AsyncClient, SyncClient
from foxreach_runtime.engine.transport import AsyncTransport, Transport

from .waiting import timing_of

if TYPE_CHECKING:
    from foxreach_sandbox import Sandbox

S = TypeVar("S", bound=SyncClient)
A = TypeVar("A", bound=AsyncClient)
NAMES: Final = ("Fault", "Faults", "Sandbox", "Serving")


def new_sandbox() -> Sandbox:
    """Return an empty sandbox whose clock stands still until somebody waits."""
    from foxreach_sandbox import Sandbox  # noqa: PLC0415 - a third of a second that mocks alone do not need

    return Sandbox(limit=None)


def sync_client(kind: type[S], sandbox: Sandbox) -> S:
    """Return a client of *sandbox*, in this process."""
    client = kind(api_key=sandbox.key, base_url=sandbox.url, http_client=httpx2.Client(transport=sandbox.transport()))
    before, clock = client._transport, sandbox.clock  # pyright: ignore[reportPrivateUsage]
    ours = Transport(before.options, before.connections, timing=timing_of(clock), sleep=clock.sleep)
    client._transport = ours  # pyright: ignore[reportPrivateUsage]
    return client


def async_client(kind: type[A], sandbox: Sandbox) -> A:
    """Return a client of *sandbox*, in this process."""
    http_client = httpx2.AsyncClient(transport=sandbox.async_transport())
    client = kind(api_key=sandbox.key, base_url=sandbox.url, http_client=http_client)
    before, clock = client._transport, sandbox.clock  # pyright: ignore[reportPrivateUsage]
    ours = AsyncTransport(before.options, before.connections, timing=timing_of(clock), sleep=clock.async_sleep)
    client._transport = ours  # pyright: ignore[reportPrivateUsage]
    return client


def name_of_sandbox(name: str) -> Any:
    """Return what tests need of the sandbox by its name, or raise AttributeError; loaded only where it is used."""
    if name not in NAMES:
        raise AttributeError(f"the kit for tests has no {name}")
    import foxreach_sandbox  # noqa: PLC0415 - as above

    return getattr(foxreach_sandbox, name)
