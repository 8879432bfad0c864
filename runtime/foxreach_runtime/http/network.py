"""The network below the connections that a client opens itself: each stream and backend of httpcore2, wrapped.

- No read or write of a thread gets more time than its call has left: a read timeout starts anew with every byte.
- No request is written to a connection on which unread bytes have arrived: they would be taken for its answer.
- Nothing is connected for a client that is closed, and what is under way for it ends: the socket is shut down, so that
  the thread that reads from it returns at once.
"""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager, suppress
from functools import partial
from ssl import SSLContext
from typing import Any

import anyio
import httpcore2

from ..waiter import Waiter, sleep
from .lifetime import Lifetime

CLOSED = "the client was closed"
DEADLINE = "the time for the whole call is over"


class _Attempt(threading.local):
    """The attempt that this thread is making, for the calls that httpx2 makes back into this module."""

    lifetime = Lifetime()
    ends: float | None = None
    clock: Callable[[], float] = staticmethod(time.monotonic)


_attempt = _Attempt()


class bounds:  # noqa: N801  # reads as the statement that it is: `with bounds(...)`
    """Within the block, the network serves an attempt of this thread, for *left* seconds or until *lifetime* ends."""

    __slots__ = ("_before", "_now")

    def __init__(self, lifetime: Lifetime, left: float | None, clock: Callable[[], float]) -> None:
        self._now = lifetime, None if left is None else clock() + left, clock

    def __enter__(self) -> None:
        self._before = _attempt.lifetime, _attempt.ends, _attempt.clock
        _attempt.lifetime, _attempt.ends, _attempt.clock = self._now

    def __exit__(self, *_: object) -> None:
        _attempt.lifetime, _attempt.ends, _attempt.clock = self._before


def time_left(timeout: float | None, fault: type[Exception]) -> float | None:
    """Return *timeout* cut to what the thread's deadline leaves, or raise *fault* if that is over."""
    if _attempt.ends is None:
        return timeout
    left = _attempt.ends - _attempt.clock()
    if left <= 0:
        raise fault(DEADLINE)
    return left if timeout is None else min(timeout, left)


class _Stream(httpcore2.NetworkStream):
    """A connection. Threads may close it while another one uses it: then the socket is shut down, and closed by that.

    To close it at once could let the other thread read from a new socket that got the same number.
    """

    def __init__(self, stream: httpcore2.NetworkStream) -> None:
        self._stream = stream
        self._answered = False
        self._in_use = False
        self._closed = False

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        self._answered = self._in_use = True
        try:
            return self._stream.read(max_bytes, time_left(timeout, httpcore2.ReadTimeout))
        finally:
            self._release()

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        if self._answered:  # This begins another request.
            _refuse_unread(self._stream)
            self._answered = False
        self._in_use = True
        try:
            self._stream.write(buffer, time_left(timeout, httpcore2.WriteTimeout))
        finally:
            self._release()

    def close(self) -> None:
        self._closed = True
        if self._in_use:
            shut_down(self._stream.get_extra_info("socket"))
        else:
            self._stream.close()

    def _release(self) -> None:
        self._in_use = False
        if self._closed:
            self._stream.close()

    def start_tls(
        self, ssl_context: SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        with _shut_down_when_closed(self._stream.get_extra_info("socket")):
            left = time_left(timeout, httpcore2.ConnectTimeout)
            return _Stream(self._stream.start_tls(ssl_context, server_hostname, left))

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _AsyncStream(httpcore2.AsyncNetworkStream):
    """The same for the async flavour, whose tasks are cancelled at the deadline and when the client is closed."""

    def __init__(self, stream: httpcore2.AsyncNetworkStream) -> None:
        self._stream = stream
        self._answered = False

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        self._answered = True
        return await self._stream.read(max_bytes, timeout)

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        if self._answered:
            _refuse_unread(self._stream)
            self._answered = False
        await self._stream.write(buffer, timeout)

    async def aclose(self) -> None:
        await self._stream.aclose()

    async def start_tls(
        self, ssl_context: SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.AsyncNetworkStream:
        try:
            return _AsyncStream(await self._stream.start_tls(ssl_context, server_hostname, timeout))
        except BaseException:
            with anyio.CancelScope(shield=True):  # httpcore2 leaves it open when the task is cancelled
                await self._stream.aclose()
            raise

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _refuse_unread(stream: httpcore2.NetworkStream | httpcore2.AsyncNetworkStream) -> None:
    """Have the pool take another connection if *stream* has something to read although nothing was asked."""
    if stream.get_extra_info("is_readable"):
        raise httpcore2.ConnectionNotAvailable


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

        return _Stream(_connected(connect, timeout))

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore2.NetworkStream:
        return _Stream(_connected(lambda left: self._backend.connect_unix_socket(path, left, socket_options), timeout))

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
        return _AsyncStream(await self._backend.connect_tcp(host, port, timeout, local_address, socket_options))

    async def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore2.AsyncNetworkStream:
        return _AsyncStream(await self._backend.connect_unix_socket(path, timeout, socket_options))

    async def sleep(self, seconds: float) -> None:
        await self._backend.sleep(seconds)


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
    lifetime, left = _attempt.lifetime, time_left(timeout, httpcore2.ConnectTimeout)
    connecting = _Connecting(partial(connect, left))
    with lifetime.waiting() as waiter:
        if lifetime.ended:
            raise httpcore2.ConnectError(CLOSED)
        try:
            threading.Thread(target=connecting.run, args=(waiter,), name="foxreach-connect", daemon=True).start()
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


@contextmanager
def _shut_down_when_closed(connected: socket.socket) -> Generator[None]:
    """Shut *connected* down if the client is closed within the block, in which TLS may take the socket over."""
    with socket.fromfd(connected.fileno(), connected.family, connected.type) as same, _attempt.lifetime.waiting() as it:
        it.listen(partial(shut_down, same))
        try:
            yield
        finally:
            it.listen(None)


def shut_down(connected: Any) -> None:
    """Shut a connection down for reading and writing, so that a thread that reads from it returns at once."""
    # SSLSocket.shutdown drops TLS before it shuts the socket: another thread could send in clear in between.
    shutdown = (
        partial(socket.socket.shutdown, connected) if isinstance(connected, socket.socket) else connected.shutdown
    )
    with suppress(OSError):
        shutdown(socket.SHUT_RDWR)
