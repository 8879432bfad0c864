"""Opens the connections below a client, for no longer than its call has time and the client is open.

A name is resolved in a thread of its own, which is left behind when the client is closed: nothing can interrupt the
resolution of a name, and no timeout limits it. The async flavour does the same, and a task can be cancelled anyway.
"""

from __future__ import annotations

import _thread
import socket
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from typing import Any

import httpcore2
from httpcore2._backends import sync

from ..waiter import Waiter, sleep
from .network import CLOSED, NO_THREAD, AsyncStream, Stream, current, shut_down, time_left

# What httpcore2 makes of a socket. Without it, connections to an address are opened in a thread as well.
SyncStream: Any = getattr(sync, "SyncStream", None)


class Backend(httpcore2.NetworkBackend):
    """Opens the connections of a sync client."""

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
        def connect(left: float | None) -> httpcore2.NetworkStream:
            return self._backend.connect_tcp(host, port, left, local_address, socket_options)

        family = _family_of(host)
        if family is None or SyncStream is None or local_address is not None:
            return Stream(_connected(connect, timeout))
        return Stream(SyncStream(_connected_to(family, (host, port), timeout, socket_options or ())))

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore2.NetworkStream:
        return Stream(_connected(lambda left: self._backend.connect_unix_socket(path, left, socket_options), timeout))

    def sleep(self, seconds: float) -> None:
        self._backend.sleep(seconds)


class AsyncBackend(httpcore2.AsyncNetworkBackend):
    """Opens the connections of an async client."""

    def __init__(self, backend: httpcore2.AsyncNetworkBackend) -> None:
        self._backend = backend

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        try:
            return AsyncStream(await self._backend.connect_tcp(host, port, timeout, local_address, socket_options))
        except RuntimeError as fault:  # There are too many threads, or the interpreter is about to end.
            raise httpcore2.ConnectError(NO_THREAD) from fault

    async def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore2.AsyncNetworkStream:
        return AsyncStream(await self._backend.connect_unix_socket(path, timeout, socket_options))

    async def sleep(self, seconds: float) -> None:
        await self._backend.sleep(seconds)


def _family_of(host: str) -> socket.AddressFamily | None:
    """Return the family of an address, None for a name."""
    for family in (socket.AF_INET, socket.AF_INET6):
        with suppress(OSError):
            socket.inet_pton(family, host)
            return family
    return None


def _check_open() -> None:
    if current.lifetime.ended:
        raise httpcore2.ConnectError(CLOSED)


def _connected_to(
    family: socket.AddressFamily, address: tuple[str, int], timeout: float | None, options: Iterable[Any]
) -> socket.socket:
    """Return a socket that is connected to *address*, which takes no thread: there is no name to resolve."""
    _check_open()
    connected = socket.socket(family, socket.SOCK_STREAM)
    try:
        connected.settimeout(time_left(timeout, httpcore2.ConnectTimeout))
        with current.lifetime.waiting() as waiter:
            waiter.listen(partial(shut_down, connected))  # On Linux, that ends a connect as well.
            connected.connect(address)
            waiter.listen(None)
        for option in (*options, (socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)):
            connected.setsockopt(*option)
        return connected
    except BaseException as fault:
        connected.close()
        if not isinstance(fault, OSError):
            raise
        # Raised here, so that it has a context: the pool drops the cause.
        kind = httpcore2.ConnectTimeout if isinstance(fault, TimeoutError) else httpcore2.ConnectError
        raise kind(fault) from fault


class _Connecting:
    """A connection that is opened by a thread of its own, which is left behind when the client is closed.

    Nothing can interrupt the resolution of a name, and no timeout limits it.
    """

    def __init__(self, connect: Callable[[], httpcore2.NetworkStream]) -> None:
        self._connect = connect
        self._outcomes: list[httpcore2.NetworkStream | Exception] = []
        self._left_behind = False

    def run(self, waiter: Waiter) -> None:
        """Connect, and wake the call that waits for it."""
        try:
            self._outcomes.append(self._connect())
        except Exception as fault:  # noqa: BLE001  # raised by the thread that waits
            self._outcomes.append(fault)
        waiter.wake()
        if self._left_behind:
            self.leave_behind()

    def outcome(self) -> httpcore2.NetworkStream | Exception | None:
        """Return what came of it, None if nothing has yet. It is taken out: whoever gets it has to close it."""
        try:
            return self._outcomes.pop()
        except IndexError:
            return None

    def leave_behind(self) -> None:
        """Have the connection closed, if it comes to one."""
        self._left_behind = True
        outcome = self.outcome()
        if isinstance(outcome, httpcore2.NetworkStream):
            outcome.close()


def _connected(
    connect: Callable[[float | None], httpcore2.NetworkStream], timeout: float | None
) -> httpcore2.NetworkStream:
    """Return what *connect* opens within *timeout*, what is left of the deadline, and the lifetime of the client."""
    _check_open()
    left = time_left(timeout, httpcore2.ConnectTimeout)
    connecting = _Connecting(partial(connect, left))
    with current.lifetime.waiting() as waiter:
        try:
            _thread.start_new_thread(connecting.run, (waiter,))  # A Thread costs twice as much.
        except RuntimeError:  # There are too many threads, or the interpreter is about to end.
            return connect(left)
        try:
            sleep(threading.TIMEOUT_MAX if left is None else left, waiter)
            outcome = connecting.outcome()
        finally:
            connecting.leave_behind()
    if outcome is None:
        raise httpcore2.ConnectError(CLOSED) if waiter.woken else httpcore2.ConnectTimeout
    if isinstance(outcome, Exception):
        raise outcome
    return outcome
