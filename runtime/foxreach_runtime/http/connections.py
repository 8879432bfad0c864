"""The connections of a client: opened at the first call, shared with every `with_options` of it, ended by `close`.

A forked process and another event loop get connections of their own: those of the parent or of the other loop cannot
be used there. An httpx2 client that the caller passed in cannot be made anew; using it there is an error.
"""

from __future__ import annotations

import codecs
import threading
from collections.abc import Generator
from contextlib import AbstractContextManager, contextmanager, suppress
from http.cookiejar import CookieJar
from typing import Any, TypeVar, cast

import anyio
import httpx2

from ..errors import ClientClosedError, ConfigurationError, FoxReachError
from ..fork import importing, reset_after_fork
from ..loops import run_in, running_loop
from .aborting.idle_loops import end_in, let_go
from .aborting.requests import end_requests, run_at_once, shut_down_all
from .lifetime import Lifetime, closed_error
from .pools import bound
from .tls import VARIABLES, TrustSettings, ssl_context

CLOSING = 1.0  # Seconds that `close` waits for cancelled calls to let go of their connections.
# A key has 100 calls a minute: ten connections are plenty, and tasks on more of them only slow each other down.
LIMITS = httpx2.Limits(max_connections=10, max_keepalive_connections=10, keepalive_expiry=30.0)

C = TypeVar("C", httpx2.Client, httpx2.AsyncClient)
_of_the_parent: list[Any] = []  # Kept, since to collect them would close sockets that the parent still uses.


class _NoCookies(CookieJar):
    """Keeps no cookie: no request carries one, and names that are always new would fill the memory."""

    def extract_cookies(self, response: object, request: object) -> None: ...


def opened(kind: type[C], operation: str, trust: TrustSettings, *, direct: bool) -> C:
    """Return a new client of *kind*, one that uses no proxy if *direct*; *operation* is for the error's message."""
    try:
        with importing():  # And while OpenSSL holds locks: a child forked meanwhile would wait for them for ever.
            context = ssl_context(trust)
            return bound(kind(verify=context, limits=LIMITS, trust_env=not direct, cookies=_NoCookies()))
    except ImportError:  # The words of httpx2 name the package of httpx.
        words = "a SOCKS proxy needs `pip install 'httpx2[socks]'`"
    except (ValueError, OSError, httpx2.InvalidURL) as fault:
        # Its words may quote the address of a proxy, and that may have a password in it.
        words = type(fault).__name__
    raise ConfigurationError(
        f"{operation}: no connection can be made with what the environment says ({words}); check HTTPS_PROXY, "
        f"HTTP_PROXY, ALL_PROXY, {', '.join(VARIABLES)}.",
        operation=operation,
    )


class _Opener:
    """Opens the httpx2 client of a sync client and of all that share its connections."""

    def __init__(self, given: httpx2.Client | None, *, direct: bool) -> None:
        self.lifetime = Lifetime()
        self._given = given
        self._direct = direct
        self._trust = TrustSettings.from_environment()
        self._client: httpx2.Client | None = None
        reset_after_fork(self)

    def client(self, operation: str) -> httpx2.Client:
        if self._foreign:
            raise _foreign_error(operation, "before this process was forked")
        client = self._client or self._opened(operation)
        if client.is_closed:
            raise closed_error(operation)
        return client

    def _opened(self, operation: str) -> httpx2.Client:
        with self._opening:
            if self._client is None and not self.lifetime.ended:
                self._client = self._given or opened(httpx2.Client, operation, self._trust, direct=self._direct)
            if (client := self._client) is None or self.lifetime.ended:  # by a signal handler of this thread, meanwhile
                self.close()
                raise closed_error(operation)
            return client

    def reset(self) -> None:
        """Forget, in the child of a fork, the connections of the parent and the lock that it may hold."""
        self.lifetime.forget_waits()
        self._opening = threading.RLock()
        self._foreign = self._given is not None and self._client is not None
        if self._given is None and self._client is not None:
            _of_the_parent.append(self._client)
            self._client = None

    def end_requests(self) -> None:
        """End what is under way for clients that are closed."""
        if self._client is not None and not self._foreign:
            end_requests(self._client)

    def close(self) -> None:
        with self._opening:  # A client that is just being opened is closed as well.
            client = self._client
        if client is not None and self._given is None:
            client.close()

    def __del__(self) -> None:
        with suppress(Exception):  # Forgotten without a close: no reason for warnings, least of all at exit.
            if self._client is not None and self._given is None:
                self._client.close()


class Connections:
    """The connections of a sync client; may be shared by threads.

    *parent* is that of the client from which this one was made by `with_options`; its connections are used.
    """

    def __init__(
        self, given: httpx2.Client | None = None, *, direct: bool = False, parent: Connections | None = None
    ) -> None:
        self._opener: _Opener = _Opener(given, direct=direct) if parent is None else parent._opener
        self._is_root = parent is None
        self.lifetime: Lifetime = self._opener.lifetime if parent is None else Lifetime(parent.lifetime)

    def client(self, operation: str) -> httpx2.Client:
        """Return the open client, or raise ClientClosedError."""
        if self.lifetime.ended:
            raise closed_error(operation)
        return self._opener.client(operation)

    def close(self) -> None:
        """End every call of this client and those made from it; close the connections if they are its own.

        Nothing is sent once this has returned. A client of the caller's own stays open.
        """
        self.lifetime.end()
        self._opener.end_requests()
        if self._is_root:
            self._opener.close()


class _AsyncOpener:
    """Opens the httpx2 clients of an async client, one for each event loop that uses it."""

    def __init__(self, given: httpx2.AsyncClient | None, *, direct: bool) -> None:
        self.lifetime = Lifetime()
        self._given = given
        self._direct = direct
        self._trust = TrustSettings.from_environment()
        self._given_to: object = None
        self._by_loop: dict[object, httpx2.AsyncClient] = {}
        reset_after_fork(self)

    def client(self, operation: str) -> httpx2.AsyncClient:
        loop = running_loop()
        client = self._by_loop.get(loop)
        if client is None:
            client = self._by_loop[loop] = self._opened(operation, loop)
        if client.is_closed:
            raise closed_error(operation)
        return client

    def _opened(self, operation: str, loop: object) -> httpx2.AsyncClient:
        let_go(self._by_loop, {each for _, each in self.attempts.copy().values()})
        _load_backend()
        if self._given is None:
            return opened(httpx2.AsyncClient, operation, self._trust, direct=self._direct)
        if self._given_to not in {None, loop}:
            raise _foreign_error(operation, "in another event loop")
        self._given_to = loop
        return self._given

    def reset(self) -> None:
        """Forget, in the child of a fork, the connections and the calls of the parent."""
        self.lifetime.forget_waits()
        self.attempts: dict[anyio.CancelScope, tuple[Lifetime, object]] = {}
        _of_the_parent.extend(self._by_loop.values())
        self._by_loop = {}
        if self._given_to is not None:
            self._given_to = "the parent"

    async def end_attempts(self) -> None:
        """Cancel the attempts of clients that are closed, and wait for those of this event loop to end."""
        here = running_loop()
        ended = {scope: loop for scope, (lifetime, loop) in self.attempts.copy().items() if lifetime.ended}
        for scope, loop in ended.items():
            if loop is here:
                scope.cancel()
            else:
                run_in(loop, scope.cancel)
        with anyio.move_on_after(CLOSING):
            while any(scope in self.attempts for scope, loop in ended.items() if loop is here):
                await anyio.sleep(0)

    async def close(self) -> None:
        here, clients = running_loop(), self._by_loop
        self._by_loop = {}
        for loop, client in clients.items():
            if client is not self._given:
                if loop is not here:
                    end_in(loop, client)
                else:
                    shut_down_all(client)
        if here in clients and clients[here] is not self._given:
            await clients[here].aclose()

    def __del__(self) -> None:
        with suppress(Exception):  # Forgotten without a close: as quiet as the sync flavour.
            client = self._by_loop.pop(running_loop(), None)
            if client is not None and client is not self._given:
                run_at_once(client.aclose())


class AsyncConnections:
    """The connections of an async client, separate for each event loop that uses it; *parent* as for Connections."""

    def __init__(
        self, given: httpx2.AsyncClient | None = None, *, direct: bool = False, parent: AsyncConnections | None = None
    ) -> None:
        self._opener: _AsyncOpener = _AsyncOpener(given, direct=direct) if parent is None else parent._opener
        self.is_root = parent is None
        self.lifetime: Lifetime = self._opener.lifetime if parent is None else Lifetime(parent.lifetime)

    def client(self, operation: str) -> httpx2.AsyncClient:
        """Return the open client of the running event loop, or raise ClientClosedError."""
        if self.lifetime.ended:
            raise closed_error(operation)
        return self._opener.client(operation)

    def attempt(self, left: float | None) -> AbstractContextManager[anyio.CancelScope, bool]:
        """Cancel what is in the block after *left* seconds, or when the client is closed."""
        return cast(
            "AbstractContextManager[anyio.CancelScope, bool]", self._attempt(left)
        )  # It ends a cancelled block.

    @contextmanager
    def _attempt(self, left: float | None) -> Generator[anyio.CancelScope]:
        with anyio.move_on_after(left) as scope:
            self._opener.attempts[scope] = self.lifetime, running_loop()
            try:
                if self.lifetime.ended:
                    scope.cancel()
                yield scope
            finally:
                self._opener.attempts.pop(scope, None)

    async def close(self) -> None:
        """End every call of this client and those made from it; close the connections if they are its own.

        Nothing is sent once this has returned. Other event loops close their connections as soon as they can; these
        are shut down at once. A client of the caller's own stays open.
        """
        self.lifetime.end()
        await self._opener.end_attempts()
        if self.is_root:
            await self._opener.close()


# The first look-up of a name would import it, when no fork would wait for that.
codecs.lookup("idna")


def _load_backend() -> None:
    """Have anyio import now what it would import at the first call, when no fork would wait for it."""
    with importing():
        anyio.get_current_task()


def _foreign_error(operation: str, where: str) -> FoxReachError:
    return ClientClosedError(
        f"{operation}: the http_client was in use {where}, and its connections cannot be used here; make a new one.",
        operation=operation,
    )
