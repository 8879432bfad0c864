"""The transport below the client: nothing but a GET leaves, except what a scratch lead needs. Keeps the last reply."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol, cast

import httpx2

ANY_FORMAT = 47  # of zlib: gzip or deflate, whichever it is


class StoppedRequestError(Exception):
    """A request that may not leave."""


class Allowance(Protocol):
    """What may leave beside a GET."""

    def allows(self, method: str, path: str, content: bytes) -> bool:
        """Return True if this request may leave."""
        ...


@dataclass(frozen=True, repr=False)
class Seen:
    """A complete reply."""

    status: int
    headers: dict[str, str]
    content: bytes


class Through(httpx2.BaseTransport):
    """Sends through *client*, with its connections, proxies and certificates. It does not close it."""

    def __init__(self, client: httpx2.Client) -> None:
        self._client = client

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send *request*."""
        return self._client.send(request, stream=True)


class Guard(httpx2.BaseTransport):
    """Sends reads through *inner*. *key* replaces the API key: "" removes it."""

    def __init__(self, inner: httpx2.BaseTransport, key_header: str, allowance: Allowance | None = None) -> None:
        self._inner, self._key_header, self._allowance = inner, key_header, allowance
        self.key: str | None = None
        self.seen: Seen | None = None
        self.sent = 0

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send *request*, or raise StoppedRequestError."""
        self.seen = None
        path = request.url.raw_path.decode("ascii")
        if request.method != "GET" and not self._allowed(request.method, path, request.read()):
            raise StoppedRequestError(f"A {request.method} was stopped: the probe only reads.")
        request.headers["accept-encoding"] = "identity"
        if self.key is not None:
            del request.headers[self._key_header]
        if self.key:
            request.headers[self._key_header] = self.key
        self.sent += 1
        response = self._inner.handle_request(request)
        response.stream = _Kept(cast("httpx2.SyncByteStream", response.stream), response, self)
        return response

    def _allowed(self, method: str, path: str, content: bytes) -> bool:
        return self._allowance is not None and self._allowance.allows(method, path, content)

    def close(self) -> None:
        """Close the connections."""
        self._inner.close()


class _Kept(httpx2.SyncByteStream):
    """A body on its way to the client, which is kept if it arrives whole."""

    def __init__(self, inner: httpx2.SyncByteStream, response: httpx2.Response, guard: Guard) -> None:
        self._inner, self._response, self._guard = inner, response, guard

    def __iter__(self) -> Iterator[bytes]:
        chunks: list[bytes] = []
        for chunk in self._inner:
            chunks.append(chunk)
            yield chunk
        content, headers = b"".join(chunks), dict(self._response.headers.items())
        if headers.get("content-encoding", "identity") != "identity":
            content = zlib.decompress(content, ANY_FORMAT)
        self._guard.seen = Seen(self._response.status_code, headers, content)

    def close(self) -> None:
        self._inner.close()
