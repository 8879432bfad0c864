"""The streams below the connections that a client opens itself, wrapped (connecting.py opens them).

- No read or write of a thread gets more time than its call has left: a read timeout starts anew with every byte.
- No request is written to a connection on which unread bytes have arrived: they would be taken for its answer.
- A stream that is closed while another thread uses it is shut down, so that this thread returns at once.
"""

from __future__ import annotations

import select
import socket
import threading
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from functools import partial
from ssl import SSLContext
from typing import Any

import anyio
import httpcore2

from .lifetime import Lifetime

CLOSED = "the client was closed"
NO_THREAD = "no thread can begin that resolves the name of the host"
DEADLINE = "the time for the whole call is over"


class _Attempt(threading.local):
    """The attempt that this thread is making, for the calls that httpx2 makes back into this module."""

    # In one: each access to what belongs to a thread costs time.
    now: tuple[Lifetime, float | None, Callable[[], float]] = Lifetime(), None, time.monotonic

    @property
    def lifetime(self) -> Lifetime:
        """The time until the client of the attempt is closed."""
        return self.now[0]


current = _Attempt()


class bounds:  # noqa: N801  # reads as the statement that it is: `with bounds(...)`
    """Within the block, the network serves an attempt of this thread, for *left* seconds or until *lifetime* ends."""

    __slots__ = ("_before", "_now")

    def __init__(self, lifetime: Lifetime, left: float | None, clock: Callable[[], float]) -> None:
        self._now = lifetime, None if left is None else clock() + left, clock

    def __enter__(self) -> None:
        self._before = current.now
        current.now = self._now

    def __exit__(self, *_: object) -> None:
        current.now = self._before


def time_left(timeout: float | None, fault: type[Exception]) -> float | None:
    """Return *timeout* cut to what the thread's deadline leaves, or raise *fault* if that is over."""
    _, ends, clock = current.now
    if ends is None:
        return timeout
    left = ends - clock()
    if left <= 0:
        raise fault(DEADLINE)
    return left if timeout is None else min(timeout, left)


class Stream(httpcore2.NetworkStream):
    """A connection. Threads may close it while another one uses it: then the socket is shut down, and closed by that.

    To close it at once could let the other thread read from a new socket that got the same number.
    """

    def __init__(self, stream: httpcore2.NetworkStream) -> None:
        self._stream = stream
        self._readable = _Readable(stream)
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
            self._readable.refuse()
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
            return Stream(self._stream.start_tls(ssl_context, server_hostname, left))

    def get_extra_info(self, info: str) -> Any:
        return self._readable.now() if info == "is_readable" else self._stream.get_extra_info(info)


class AsyncStream(httpcore2.AsyncNetworkStream):
    """The same for the async flavour, whose tasks are cancelled at the deadline and when the client is closed."""

    def __init__(self, stream: httpcore2.AsyncNetworkStream) -> None:
        self._stream = stream
        self._readable = _Readable(stream)
        self._answered = False

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        self._answered = True
        return await self._stream.read(max_bytes, timeout)

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        if self._answered:
            self._readable.refuse()
            self._answered = False
        await self._stream.write(buffer, timeout)

    async def aclose(self) -> None:
        await self._stream.aclose()

    async def start_tls(
        self, ssl_context: SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.AsyncNetworkStream:
        try:
            return AsyncStream(await self._stream.start_tls(ssl_context, server_hostname, timeout))
        except BaseException:
            with anyio.CancelScope(shield=True):  # httpcore2 leaves it open when the task is cancelled
                await self._stream.aclose()
            raise

    def get_extra_info(self, info: str) -> Any:
        return self._readable.now() if info == "is_readable" else self._stream.get_extra_info(info)


class _Readable:
    """Whether a connection has something to read: bytes that nobody asked for, or its end.

    httpcore2 asks that of every idle connection at every call; to keep what the question needs is worth it.
    """

    def __init__(self, stream: httpcore2.NetworkStream | httpcore2.AsyncNetworkStream) -> None:
        self._stream = stream
        self._poll: Any = None

    def now(self) -> bool:
        """Return True if a read would return at once."""
        try:
            if self._poll is None:
                self._poll = self._new_poll()
            return bool(self._poll(0))
        except (OSError, RuntimeError, ValueError):  # It is closed, or another thread looks: then it is in use.
            return True

    def refuse(self) -> None:
        """Have the pool take another connection if there is something to read before a request is written."""
        if self.now():
            raise httpcore2.ConnectionNotAvailable

    def _new_poll(self) -> Callable[[int], object]:
        connected: Any = self._stream.get_extra_info("socket")
        if connected is None or not hasattr(select, "poll"):  # on Windows, and where gevent replaces it
            return lambda _: self._stream.get_extra_info("is_readable")
        poll = select.poll()
        poll.register(connected.fileno(), select.POLLIN)
        return poll.poll


@contextmanager
def _shut_down_when_closed(connected: socket.socket) -> Generator[None]:
    """Shut *connected* down if the client is closed within the block, in which TLS may take the socket over."""
    with socket.fromfd(connected.fileno(), connected.family, connected.type) as same, current.lifetime.waiting() as it:
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
