"""The connection pools of an httpx2 client, of which httpx2 says nothing in public.

Where a later one keeps them elsewhere, calls work as before, and end at their timeouts when their client is closed;
tests notice.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any, NoReturn, TypeVar

import httpcore2
import httpx2

from .connecting import AsyncBackend, Backend
from .network import CLOSED, shut_down

LIFETIME = "foxreach_client.lifetime"  # the extension of a request that tells whose it is
C = TypeVar("C", httpx2.Client, httpx2.AsyncClient)


def bound(client: C) -> C:
    """Return *client* with its connections wrapped, the proxied ones too."""
    for pool in pools(client):
        backend = getattr(pool, "_network_backend", None)
        if isinstance(backend, httpcore2.NetworkBackend):
            pool._network_backend = Backend(backend)
        elif isinstance(backend, httpcore2.AsyncNetworkBackend):
            pool._network_backend = AsyncBackend(backend)
    return client


def end_requests(client: httpx2.Client) -> None:
    """End the requests that *client* has under way or in its queue for our clients that are closed; no others."""
    with suppress(AttributeError):
        for pool in pools(client):
            with pool._optional_thread_lock:
                for each in list(pool._requests):
                    lifetime = each.request.extensions.get(LIFETIME)
                    if lifetime is not None and lifetime.ended:
                        _end(each)


def shut_down_all(client: httpx2.AsyncClient) -> None:
    """Shut down every connection of *client*, from whatever thread."""
    with suppress(AttributeError):
        for pool in pools(client):
            for connection in pool.connections:
                _shut_down_below(connection)


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


def _end(queued: Any) -> None:
    """End a request of a pool: one without a connection gets one that fails."""
    if queued.connection is None:
        queued.assign_to_connection(_NoConnection())
    else:
        _shut_down_below(queued.connection)


def _shut_down_below(connection: Any) -> None:
    """Shut down the socket of a connection of a pool, unless it is still being opened or HTTP/2, which others share."""
    while (inner := getattr(connection, "_connection", None)) is not None:
        connection = inner
    if hasattr(connection, "_h11_state"):
        connected = connection._network_stream.get_extra_info("socket")
        if connected is not None:
            shut_down(connected)


class _NoConnection:
    """A connection for a request that is not to be sent."""

    def handle_request(self, request: object) -> NoReturn:  # noqa: ARG002  # what the pool calls
        raise httpcore2.ConnectError(CLOSED)
