"""httpx2 transports that need no socket: a fault raises what httpx2 raises on a socket, and waits advance the clock."""

from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx2
from anyio.lowlevel import checkpoint

from ..clock import Clock
from ..engine import Engine
from ..faults import Fault, Then
from ..http_messages import Reply, Request
from .sending import pieces

SENT = (
    "http11.send_request_headers.started",
    "http11.send_request_headers.complete",
    "http11.send_request_body.started",
    "http11.send_request_body.complete",
    "http11.receive_response_headers.started",
)
ANSWERED = "http11.receive_response_headers.complete"
CLOSED = "Server disconnected without sending a response."
TRUNCATED = "peer closed connection without sending complete message body"


class _Bridge:
    """The part that both transports share."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def _reply(self, request: httpx2.Request, body: bytes) -> Reply:
        headers = {name.lower(): value for name, value in request.headers.items()}
        path, _, query = request.url.raw_path.decode("ascii").partition("?")
        reply = self._engine.handle(Request(request.method, path, query, headers, body))
        if reply.fault is not None:
            self._inject(request, reply.fault)
        return reply

    def _inject(self, request: httpx2.Request, fault: Fault) -> None:
        if fault.content is not None:
            raise NotImplementedError("Fault.raw needs a socket: Sandbox.serve()")
        _wait(self._engine.clock, request, fault.latency)
        if fault.then is not None and fault.sent == "nothing":
            raise _broken(self._engine.clock, request, fault.then, CLOSED)

    def _response(self, request: httpx2.Request, reply: Reply) -> httpx2.Response:
        lines = [(name, value) for name, value in reply.lines]
        stream = _Body(request, reply, self._engine.clock)
        return httpx2.Response(reply.status, headers=lines, stream=stream, request=request)


class SandboxTransport(_Bridge, httpx2.BaseTransport):
    """For `httpx2.Client(transport=...)`; thread-safe."""

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Answer *request*."""
        trace: Any = request.extensions.get("trace")
        body = request.read()
        for event in SENT if trace else ():
            trace(event, {"request": None})
        reply = self._reply(request, body)
        if trace:
            trace(ANSWERED, {"return_value": None})
        return self._response(request, reply)


class AsyncSandboxTransport(_Bridge, httpx2.AsyncBaseTransport):
    """For `httpx2.AsyncClient(transport=...)`."""

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Answer *request*, after other tasks could run, as on a network: a task that polls must not block them."""
        await checkpoint()
        trace: Any = request.extensions.get("trace")
        body = await request.aread()
        for event in SENT if trace else ():
            await trace(event, {"request": None})
        reply = self._reply(request, body)
        if trace:
            await trace(ANSWERED, {"return_value": None})
        return self._response(request, reply)


class _Body(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """The body of an answer: whole, slow or truncated."""

    def __init__(self, request: httpx2.Request, reply: Reply, clock: Clock) -> None:
        self._request, self._reply, self._clock = request, reply, clock

    def __iter__(self) -> Iterator[bytes]:
        fault, body = self._reply.fault, self._reply.body
        if fault is not None and fault.then is not None and fault.sent == "half":
            yield body[: len(body) // 2]
            raise _broken(self._clock, self._request, fault.then, TRUNCATED)
        if fault is None or not fault.pause:
            yield body
        else:
            for piece in pieces(body):
                _wait(self._clock, self._request, fault.pause)
                yield piece

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self:
            yield piece


def _broken(clock: Clock, request: httpx2.Request, then: Then, message: str) -> Exception:
    """Return the exception of a broken connection; `silence` first waits for the read timeout."""
    if then == "close":
        return httpx2.RemoteProtocolError(message, request=request)
    if then == "reset":
        return httpx2.ReadError("Connection reset by peer", request=request)
    clock.advance(request.extensions.get("timeout", {}).get("read") or 0.0)
    return httpx2.ReadTimeout("The read operation timed out", request=request)


def _wait(clock: Clock, request: httpx2.Request, seconds: float) -> None:
    timeout: Any = request.extensions.get("timeout", {}).get("read")
    if not seconds:
        return
    clock.advance(seconds if timeout is None else min(seconds, timeout))
    if timeout is not None and seconds > timeout:
        raise httpx2.ReadTimeout("The read operation timed out", request=request)
