"""A deadline for the sync flavour that also ends slow trickles and endless 1xx answers.

A read timeout starts anew with every byte, and nothing can interrupt a thread that reads. So the connections that
a client opens itself are wrapped: no read or write of a thread gets more time than its call has left. The async
flavour needs none of this, since a task can be cancelled.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable
from ssl import SSLContext
from typing import Any, cast

import httpcore2
import httpx2


class _Ends(threading.local):
    at: float | None = None
    clock: Callable[[], float] = staticmethod(time.monotonic)


_ends = _Ends()


class deadline:  # noqa: N801  # reads as the statement that it is: `with deadline(...)`
    """Within the block, no read or write of this thread on a bounded connection takes longer than *left* seconds."""

    __slots__ = ("_before", "_clock", "_left")

    def __init__(self, left: float | None, clock: Callable[[], float]) -> None:
        self._left = left
        self._clock = clock

    def __enter__(self) -> deadline:
        self._before = _ends.at, _ends.clock
        _ends.at, _ends.clock = None if self._left is None else self._clock() + self._left, self._clock
        return self

    def __exit__(self, *_: object) -> None:
        _ends.at, _ends.clock = self._before


def time_left(timeout: float | None, fault: type[Exception]) -> float | None:
    """Return *timeout* cut to what the thread's deadline leaves, or raise *fault* if that is over."""
    if _ends.at is None:
        return timeout
    left = _ends.at - _ends.clock()
    if left <= 0:
        raise fault("the time for the whole call is over")
    return left if timeout is None else min(timeout, left)


class _BoundedStream(httpcore2.NetworkStream):
    def __init__(self, stream: httpcore2.NetworkStream) -> None:
        self._stream = stream

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, time_left(timeout, httpcore2.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, time_left(timeout, httpcore2.WriteTimeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        left = time_left(timeout, httpcore2.ConnectTimeout)
        return _BoundedStream(self._stream.start_tls(ssl_context, server_hostname, left))

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _BoundedBackend(httpcore2.NetworkBackend):
    def __init__(self, backend: httpcore2.NetworkBackend) -> None:
        self._backend = backend

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        left = time_left(timeout, httpcore2.ConnectTimeout)
        return _BoundedStream(self._backend.connect_tcp(host, port, left, local_address, socket_options))

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore2.NetworkStream:
        left = time_left(timeout, httpcore2.ConnectTimeout)
        return _BoundedStream(self._backend.connect_unix_socket(path, left, socket_options))

    def sleep(self, seconds: float) -> None:
        self._backend.sleep(seconds)


def bound(client: httpx2.Client) -> httpx2.Client:
    """Return *client* with its connections bounded, the proxied ones too.

    httpx2 has no public way to say which backend its pools use. Where a later one keeps it elsewhere, the client
    works as before, except that a trickling answer can outlive the deadline; a test notices.
    """
    ways: Any = (client._transport, *client._mounts.values())  # pyright: ignore[reportPrivateUsage]
    for way in ways:
        pool = cast("Any", getattr(way, "_pool", None))
        backend = getattr(pool, "_network_backend", None)
        if isinstance(backend, httpcore2.NetworkBackend):
            pool._network_backend = _BoundedBackend(backend)
    return client
