"""The transports below a client of httpx2: one records what passes, one answers from a recording; sync and async."""

from __future__ import annotations

import re
from typing import Any, cast

import httpx2
import msgspec

from ..differences.document import Document, Operation
from ..response.decoding import same_json
from .recording import Exchange, Recording
from .stand_ins import StandIns

FRAMING = (b"content-encoding", b"content-length", b"transfer-encoding")
PLAIN = re.compile(r"\d{1,4}|true|false")  # a value of a query that is about nobody
KEPT = ("content-type", "retry-after", "x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset")


class NotRecordedError(LookupError):
    """A request is not in the recording, or was made more often than there."""


class Recorder(httpx2.BaseTransport, httpx2.AsyncBaseTransport):
    """Sends requests through *inner* and records the exchanges, with stand-ins for what is about a person.

    No header of a request is recorded. *base* is the path of the base URL.
    """

    def __init__(
        self, inner: httpx2.BaseTransport | httpx2.AsyncBaseTransport, document: Document, base: str = "/api/v1"
    ) -> None:
        self._inner, self._document, self._base = inner, document, base.rstrip("/")
        self._stand_ins = StandIns(document)
        self._exchanges: list[Exchange] = []

    @property
    def recording(self) -> Recording:
        """What was recorded until now."""
        return Recording(tuple(self._exchanges))

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send *request* and record the reply."""
        request.headers["accept-encoding"] = "identity"
        sent = request.read()
        response = cast("httpx2.BaseTransport", self._inner).handle_request(request)
        content = response.read()
        response.close()
        return self._recorded(request, sent, response, content)

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send *request* and record the reply."""
        request.headers["accept-encoding"] = "identity"
        sent = await request.aread()
        response = await cast("httpx2.AsyncBaseTransport", self._inner).handle_async_request(request)
        content = await response.aread()
        await response.aclose()
        return self._recorded(request, sent, response, content)

    def close(self) -> None:
        """Close the connections."""
        cast("httpx2.BaseTransport", self._inner).close()

    async def aclose(self) -> None:
        """Close the connections."""
        await cast("httpx2.AsyncBaseTransport", self._inner).aclose()

    def _recorded(
        self, request: httpx2.Request, sent: bytes, response: httpx2.Response, content: bytes
    ) -> httpx2.Response:
        path, query = _target(request, self._base)
        name, operation = _operation(self._document, request.method, path)
        reply = self._document.reply(name, response.status_code) if operation is not None else None
        stand_ins = self._stand_ins
        exchange = Exchange(
            name,
            request.method,
            "/".join(stand_ins.step(step) for step in path.split("/")),
            tuple((key, value if PLAIN.fullmatch(value) else stand_ins.text(value)) for key, value in query),
            stand_ins.value(_decoded(sent), operation.body if operation is not None else ()),
            response.status_code,
            {key: value for key, value in response.headers.items() if key.lower() in KEPT},
            stand_ins.value(_decoded(content), reply.schema if reply is not None else ()),
        )
        self._exchanges.append(exchange)
        headers = [(key, value) for key, value in response.headers.raw if key.lower() not in FRAMING]
        return httpx2.Response(response.status_code, headers=headers, content=content, request=request)


class Replay(httpx2.BaseTransport, httpx2.AsyncBaseTransport):
    """Answers from *recording*: equal requests get its replies in their order, each once."""

    def __init__(self, recording: Recording, base: str = "/api/v1") -> None:
        self._left, self._base = list(recording.exchanges), base.rstrip("/")

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Return the recorded reply; raise NotRecordedError if there is none left."""
        path, query = _target(request, self._base)
        asked, sent = (request.method, path, query), _decoded(request.read())
        for index, each in enumerate(self._left):
            if (each.method, each.path, each.query) == asked and same_json(each.sent, sent):
                del self._left[index]
                return _response(each, request)
        left = ", ".join(dict.fromkeys(each.operation or each.method for each in self._left)) or "none"
        raise NotRecordedError(f"This {request.method} is not in the recording. Left in it: {left}.")

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Return the recorded reply; raise NotRecordedError if there is none left."""
        await request.aread()
        return self.handle_request(request)


def _response(exchange: Exchange, request: httpx2.Request) -> httpx2.Response:
    body = exchange.body
    content = b"" if body is None else body.encode() if isinstance(body, str) else msgspec.json.encode(body)
    return httpx2.Response(exchange.status, headers=dict(exchange.headers), content=content, request=request)


def _operation(document: Document, method: str, path: str) -> tuple[str, Operation | None]:
    """Return the operation at *path*; one without a parameter there goes first."""
    each = sorted(document.operations.items(), key=lambda item: item[1].path.count("{"))
    for name, operation in each:
        pattern = re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(operation.path))
        if operation.method == method and re.fullmatch(pattern, path):
            return name, operation
    return "", None


def _decoded(content: bytes) -> Any:
    """Return JSON values; None without content, and a text for what is no JSON."""
    if not content:
        return None
    try:
        return msgspec.json.decode(content)
    except (ValueError, RecursionError):
        return content.decode("utf-8", "replace")


def _target(request: httpx2.Request, base: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return the path below *base* and the query, both decoded."""
    return request.url.path.removeprefix(base), tuple(request.url.params.multi_items())
