"""Clients for tests: connected to a sandbox in the same process, on a virtual clock instead of real waits."""

from collections.abc import Generator
from contextlib import contextmanager
from types import FunctionType
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast
from unittest.mock import patch

import httpx2
from foxreach_runtime.client import AsyncClient, SyncClient
from foxreach_runtime.engine.exchange import Timing
from foxreach_runtime.engine.transport import AsyncTransport, Transport

if TYPE_CHECKING:
    from foxreach_sandbox import Sandbox
    from foxreach_sandbox.clock import Clock

S = TypeVar("S", bound=SyncClient)
A = TypeVar("A", bound=AsyncClient)
NAMES: Final = ("Fault", "Faults", "Sandbox", "Serving")


def new_sandbox() -> "Sandbox":
    """Return an empty sandbox without a rate limit, whose clock moves only when a client waits."""
    from foxreach_sandbox import Sandbox  # noqa: PLC0415 - takes a third of a second, which mocks alone do not need

    return Sandbox(limit=None)


@contextmanager
def no_unused_faults(sandbox: "Sandbox") -> Generator[None]:
    """Fail with an AssertionError if a counted fault was planned in the block and has not happened at its end."""
    yield
    unused = sandbox.faults.drop_unused()
    if unused:
        raise AssertionError(unused)


def sync_client(kind: type[S], sandbox: "Sandbox", transport: httpx2.BaseTransport | None = None) -> S:
    """Return a client of *sandbox*, or of another *transport*, that needs no socket and never sleeps."""
    http_client = httpx2.Client(transport=transport or sandbox.transport())
    client = kind(api_key=sandbox.key, base_url=sandbox.url, http_client=http_client)
    before, clock = client._transport, sandbox.clock  # pyright: ignore[reportPrivateUsage]
    virtual = Transport(before.options, before.connections, timing=timing_of(clock), sleep=clock.sleep)
    client._transport = virtual  # pyright: ignore[reportPrivateUsage]
    return client


def async_client(kind: type[A], sandbox: "Sandbox", transport: httpx2.AsyncBaseTransport | None = None) -> A:
    """Return a client of *sandbox*, or of another *transport*, that needs no socket and never sleeps."""
    http_client = httpx2.AsyncClient(transport=transport or sandbox.async_transport())
    client = kind(api_key=sandbox.key, base_url=sandbox.url, http_client=http_client)
    before, clock = client._transport, sandbox.clock  # pyright: ignore[reportPrivateUsage]
    virtual = AsyncTransport(before.options, before.connections, timing=timing_of(clock), sleep=clock.async_sleep)
    client._transport = virtual  # pyright: ignore[reportPrivateUsage]
    return client


@contextmanager
def virtual_time(clock: "Clock") -> Generator[None]:
    """Make every client that is created in the block wait on *clock*, also after the block."""
    sync, async_ = _keyword_defaults(Transport.__init__), _keyword_defaults(AsyncTransport.__init__)
    timing = timing_of(clock)
    with (
        patch.dict(sync, timing=timing, sleep=clock.sleep),
        patch.dict(async_, timing=timing, sleep=clock.async_sleep),
    ):
        yield


def timing_of(clock: "Clock") -> Timing:
    """Return the timing of *clock*, with a constant in place of random jitter, so that a test repeats exactly."""
    return Timing(clock.monotonic, clock.now, lambda: 1.0)


def _keyword_defaults(function: object) -> dict[str, object]:
    """Return the live mapping of the defaults of keyword-only arguments: a change of it changes them."""
    return cast("FunctionType", function).__kwdefaults__ or {}


def sandbox_name(name: str) -> Any:
    """Return `foxreach_sandbox.{name}` for one of NAMES, imported at the first use; else raise AttributeError."""
    if name not in NAMES:
        raise AttributeError(f"module 'foxreach_client.testing' has no attribute {name!r}")
    import foxreach_sandbox  # noqa: PLC0415 - as above

    return getattr(foxreach_sandbox, name)
