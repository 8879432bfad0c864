"""The httpx2 client behind one or more of ours: opened at the first call, one set of certificates a process."""

from __future__ import annotations

import ssl
import threading
from functools import cache

import httpx2

from .budget import RetryBudget
from .deadline import bound
from .errors import ClientClosedError

# A key has 100 calls a minute: ten connections are plenty, and tasks on more of them only slow each other down.
LIMITS = httpx2.Limits(max_connections=10, max_keepalive_connections=10, keepalive_expiry=30.0)


@cache
def ssl_context() -> ssl.SSLContext:
    """Return the one context of this process; making it is most of the cost of a client."""
    return httpx2.create_ssl_context()


class Connections:
    """The connections of a sync client and all that `with_options` makes of it."""

    def __init__(self, given: httpx2.Client | None = None) -> None:
        self.budget = RetryBudget()
        self._client = given
        self._given = given is not None
        self._closed = False
        self._opening = threading.Lock()

    def client(self, operation: str) -> httpx2.Client:
        """Return the open client, or raise ClientClosedError."""
        client = self._client
        if self._closed or (client is not None and client.is_closed):
            raise ClientClosedError(f"{operation}: the client is closed; make a new one.", operation=operation)
        return client or self._opened(operation)

    def _opened(self, operation: str) -> httpx2.Client:
        with self._opening:
            if self._client is None:
                self._client = bound(httpx2.Client(verify=ssl_context(), limits=LIMITS))
        return self.client(operation)

    def close(self) -> None:
        """Close what was opened here; a client of the caller's own stays open."""
        self._closed = True
        if self._client is not None and not self._given:
            self._client.close()


class AsyncConnections:
    """The connections of an async client and all that `with_options` makes of it."""

    def __init__(self, given: httpx2.AsyncClient | None = None) -> None:
        self.budget = RetryBudget()
        self._client = given
        self._given = given is not None
        self._closed = False

    def client(self, operation: str) -> httpx2.AsyncClient:
        """Return the open client, or raise ClientClosedError."""
        if self._closed or (self._client is not None and self._client.is_closed):
            raise ClientClosedError(f"{operation}: the client is closed; make a new one.", operation=operation)
        if self._client is None:
            self._client = httpx2.AsyncClient(verify=ssl_context(), limits=LIMITS)
        return self._client

    async def close(self) -> None:
        """Close what was opened here; a client of the caller's own stays open."""
        self._closed = True
        if self._client is not None and not self._given:
            await self._client.aclose()
