"""The connection pools of an httpx2 client, of which httpx2 says nothing in public.

Where a later one keeps them elsewhere, calls work as before, and end at their timeouts when their client is closed;
tests notice.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any, TypeVar

import httpcore2
import httpx2

from .connecting import AsyncBackend, Backend

ATTEMPT = "foxreach_client.attempt"  # the extension of a request that tells whose it is, by its Progress
C = TypeVar("C", httpx2.Client, httpx2.AsyncClient)


def bound(client: C) -> C:
    """Return *client* with its connections wrapped, the proxied ones too.

    An interrupt within the `__enter__` of httpcore2's own lock would leave that held; this one has none in Python.
    """
    for pool in pools(client):
        backend = getattr(pool, "_network_backend", None)
        if isinstance(backend, httpcore2.NetworkBackend):
            pool._network_backend, pool._optional_thread_lock = Backend(backend), threading.RLock()
        elif isinstance(backend, httpcore2.AsyncNetworkBackend):
            pool._network_backend = AsyncBackend(backend)
    return client


def reports_events(client: httpx2.Client | httpx2.AsyncClient) -> bool:
    """Return True if each transport of *client* is one of httpx2's own, which report what they do."""
    return all(hasattr(transport, "_pool") for transport in _transports(client))


def pools(client: httpx2.Client | httpx2.AsyncClient) -> Iterator[Any]:
    """Yield the connection pools of *client*: one for direct connections, and one for each proxy."""
    for transport in _transports(client):
        if (pool := getattr(transport, "_pool", None)) is not None:
            yield pool


def _transports(client: Any) -> list[Any]:
    return [each for each in (client._transport, *client._mounts.values()) if each is not None]
