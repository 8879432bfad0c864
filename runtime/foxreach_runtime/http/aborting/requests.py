"""Ends requests that httpx2 has under way, and lets go of their connections.

`close()` shuts the sockets down, so that whoever reads from them returns at once. An attempt that ends in an exception
gives its connection up: httpx2 loses it if the exception comes between two of its steps, as an interrupt can.
"""

from __future__ import annotations

from collections.abc import Coroutine
from contextlib import closing, suppress
from typing import Any, NoReturn

import httpcore2
import httpx2

from ..network import CLOSED, shut_down
from ..pools import ATTEMPT, pools
from ..progress import Progress


def end_requests(client: httpx2.Client) -> None:
    """End the requests that *client* has under way or in its queue for our clients that are closed; no others."""
    with suppress(AttributeError):
        for pool in pools(client):
            with pool._optional_thread_lock:
                for each in list(pool._requests):
                    progress: Progress | None = each.request.extensions.get(ATTEMPT)
                    if progress is not None and progress.lifetime.ended:
                        _end(each)


def shut_down_all(client: httpx2.AsyncClient) -> None:
    """Shut down every connection of *client*, from whatever thread."""
    with suppress(AttributeError):
        for pool in pools(client):
            for connection in pool.connections:
                _shut_down_below(connection)


def abandoned(client: httpx2.Client | httpx2.AsyncClient, progress: Progress, fault: BaseException) -> list[Any]:
    """Take the request of the attempt that ended in *fault* out of its pool, and return the connections to close.

    These are the connections in use of which no request is left. An interrupt of a thread can also leave a lock of a
    connection held, and nobody could tell of which one: then all that no other request uses are closed.
    """
    found: list[Any] = []
    interrupted = isinstance(client, httpx2.Client) and (client.is_closed or not isinstance(fault, Exception))
    with suppress(AttributeError):
        for pool in pools(client):
            with pool._optional_thread_lock:
                pool._requests = [
                    each for each in pool._requests if each.request.extensions.get(ATTEMPT) is not progress
                ]
                used = {each.connection for each in pool._requests}
                unused = [
                    each for each in pool._connections if each not in used and (interrupted or not each.is_idle())
                ]
                pool._connections = [each for each in pool._connections if each not in unused]
                found += unused + pool._assign_requests_to_connections()
    return found


def run_at_once(work: Coroutine[Any, Any, None]) -> None:
    """Run *work* to its end, or to the first thing that it really has to wait for, which closing a socket has not."""
    with suppress(Exception), closing(work):
        while work.send(None) is None:
            pass


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
