"""The httpx2 clients behind one or more of ours: opened at the first call.

A process that was forked and an event loop that is another get connections of their own: those of the parent or of
the other loop cannot be used there. A client that the caller passed in cannot be made anew; that is said.
"""

from __future__ import annotations

import asyncio
import os
import threading
import weakref
from collections.abc import Coroutine
from contextlib import closing, suppress
from typing import Any

import anyio.lowlevel
import httpx2

from ..errors import ClientClosedError, FoxReachError
from .deadline import bound
from .opening import opened

LOOPS = 16  # Event loops that one client serves at the same time.


class Shared:
    """What the calls of a client and of every `with_options` of it have in common."""

    def __init__(self, *, direct: bool) -> None:
        self.direct = direct  # no proxy
        self.closed = False
        _every.add(self)

    def leave_behind(self) -> None:
        """Forget, in the child of a fork, what belongs to the parent: connections, and locks that it may hold."""


_every: weakref.WeakSet[Shared] = weakref.WeakSet()
_left_behind: list[Any] = []  # Kept, since to collect them would close sockets that the parent still uses.


def _after_fork() -> None:
    for shared in list(_every):
        shared.leave_behind()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)


class Connections(Shared):
    """The connections of a sync client; may be shared by threads."""

    def __init__(self, given: httpx2.Client | None = None, *, direct: bool = False) -> None:
        super().__init__(direct=direct)
        self._given = given
        self._client: httpx2.Client | None = None
        self._opening = threading.Lock()
        self._foreign = False

    def client(self, operation: str) -> httpx2.Client:
        """Return the open client, or raise ClientClosedError."""
        client = self._client
        if self.closed or (client is not None and client.is_closed):
            raise closed_error(operation)
        if self._foreign:
            raise _foreign_error(operation, "before this process was forked")
        return client or self._opened(operation)

    def _opened(self, operation: str) -> httpx2.Client:
        with self._opening:
            if self._client is None:
                self._client = self._given or bound(opened(httpx2.Client, operation, direct=self.direct))
        return self.client(operation)

    def leave_behind(self) -> None:
        self._opening = threading.Lock()
        self._foreign = self._given is not None and self._client is not None
        if self._given is None and self._client is not None:
            _left_behind.append(self._client)
            self._client = None

    def close(self) -> None:
        """Close what was opened here; a client of the caller's own stays open."""
        self.closed = True
        if self._client is not None and self._given is None:
            self._client.close()

    def __del__(self) -> None:
        with suppress(Exception):  # Forgotten without a close: no reason for warnings, least of all at exit.
            self.close()


class AsyncConnections(Shared):
    """The connections of an async client, separate for each event loop that uses it."""

    def __init__(self, given: httpx2.AsyncClient | None = None, *, direct: bool = False) -> None:
        super().__init__(direct=direct)
        self._given = given
        self._given_to: object = None
        self._by_loop: dict[object, httpx2.AsyncClient] = {}

    def client(self, operation: str) -> httpx2.AsyncClient:
        """Return the open client of the running event loop, or raise ClientClosedError."""
        if self.closed:
            raise closed_error(operation)
        loop = _running_loop()
        client = self._by_loop.get(loop)
        if client is None:
            client = self._by_loop[loop] = self._opened(operation, loop)
        if client.is_closed:
            raise closed_error(operation)
        return client

    def _opened(self, operation: str, loop: object) -> httpx2.AsyncClient:
        self._let_go()
        if self._given is None:
            return opened(httpx2.AsyncClient, operation, direct=self.direct)
        if self._given_to not in {None, loop}:
            raise _foreign_error(operation, "in another event loop")
        self._given_to = loop
        return self._given

    def _let_go(self) -> None:
        """Forget the clients of loops that have ended; trio does not tell, so there the oldest ones have to go."""
        for other in list(self._by_loop):
            if isinstance(other, asyncio.AbstractEventLoop) and other.is_closed():
                self._by_loop.pop(other, None)  # Another thread may be at it, too.
        for other in list(self._by_loop)[: 1 - LOOPS]:  # all but the youngest, to which one more will come
            self._by_loop.pop(other, None)

    def leave_behind(self) -> None:
        _left_behind.extend(self._by_loop.values())
        self._by_loop = {}
        if self._given_to is not None:
            self._given_to = "the parent"

    async def close(self) -> None:
        """Close what was opened here in this event loop; a client of the caller's own stays open."""
        self.closed = True
        client = self._by_loop.pop(_running_loop(), None)
        if client is not None and client is not self._given:
            await client.aclose()

    def __del__(self) -> None:
        with suppress(Exception):  # Forgotten without a close: as quiet as the sync flavour.
            given, current = self._given, _running_loop()
            client = self._by_loop.pop(current, None)
            if client is not None and client is not given:
                _run_at_once(client.aclose())


def _run_at_once(work: Coroutine[Any, Any, None]) -> None:
    """Run *work* to its end, or to the first thing that it really has to wait for, which closing a socket has not."""
    with suppress(StopIteration), closing(work):
        while work.send(None) is None:
            pass


def closed_error(operation: str) -> ClientClosedError:
    """Return the error of a call on a closed client."""
    return ClientClosedError(f"{operation}: the client is closed; make a new one.", operation=operation)


def _foreign_error(operation: str, where: str) -> FoxReachError:
    return ClientClosedError(
        f"{operation}: the http_client was in use {where}, and its connections cannot be used here; make a new one.",
        operation=operation,
    )


def _running_loop() -> object:
    """Return what tells the running event loop from any other, asyncio's or trio's."""
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return anyio.lowlevel.current_token()
