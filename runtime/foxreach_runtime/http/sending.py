"""One attempt, sync and async: a request out, and its answer or failure back. All I/O of a call is here.

A connection on which bytes beyond an answer were received (the body of a 204, a second answer, a body longer than
announced) carries no other request: they would be read as the answer to it. They are in the buffer of the HTTP parser
or in a layer above the socket, both of which are looked at here when an answer ends, or still in the socket, which
network.py looks at. httpx2 has no public way to the parser: were it elsewhere in a later one, tests would notice.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import aclosing
from typing import Any

import httpcore2
import httpx2

from ..errors import ClientClosedError
from ..fork import importing
from ..operation import Request
from ..options.options import Options
from ..response.headers import Headers
from ..response.outcome import Answer, Failure
from .aborting.requests import abandoned, run_at_once
from .connections import AsyncConnections, Connections
from .failure import (
    FAULTS,
    LARGEST_BODY,
    LARGEST_DOWNLOAD,
    LARGEST_ERROR_BODY,
    TooLargeError,
    TooLateError,
    failure_from,
    outcome_from,
    words,
)
from .network import CLOSED, DEADLINE, bounds, time_left
from .pools import reports_events
from .progress import AsyncProgress, Progress
from .wire import Wire

UNREAD = (*FAULTS, httpx2.StreamError)  # The last: an event hook of the caller's has closed the body, or taken it.
EXPIRED = -1.0  # a time in the past, or before the end of an answer
CLOSED_UNSENT = Failure("not_sent", "closed", "the client was closed before this attempt was sent")
CLOSED_SENT = Failure("unknown", "closed", "the client was closed before the answer had come")


class Sender:
    """Makes attempts on an httpx2 client."""

    def __init__(self, options: Options, connections: Connections, clock: Callable[[], float]) -> None:
        self._wire = Wire(options)
        self._lifetime = connections.lifetime
        self._clock = clock

    def attempt(self, client: httpx2.Client, wanted: Request, left: float | None) -> Answer | Failure:
        """Send once, within *left* seconds; return what came of it. Only faults of the transport are caught."""
        progress = Progress(self._lifetime)
        request = self._wire.request(wanted, left, progress)
        try:
            with bounds(self._lifetime, left, self._clock):
                response = client.send(request, stream=True, follow_redirects=False)
                return self._read(response, Body(response, wanted.spool))
        except BaseException as fault:
            for connection in abandoned(client, progress, fault):
                connection.close()
            if (outcome := _outcome_of(fault, progress, request, client)) is None:
                raise
            return outcome

    def _read(self, response: httpx2.Response, body: Body) -> Answer:
        if _has_connection(response):
            response.stream = CheckedStream(response.stream, closed=response.is_closed)
        _expect_members(response)
        try:
            for part in response.iter_bytes():
                body.add(part)
                time_left(None, TooLateError)
        except UNREAD as fault:
            body.broke(fault, closed=self._lifetime.ended)
        finally:
            if not response.is_closed:
                response.close()
        return body.answer()


class AsyncSender:
    """Makes attempts on an async httpx2 client."""

    def __init__(self, options: Options, connections: AsyncConnections) -> None:
        self._wire = Wire(options)
        self._connections = connections
        self._lifetime = connections.lifetime

    async def attempt(self, client: httpx2.AsyncClient, wanted: Request, left: float | None) -> Answer | Failure:
        """Send once, within *left* seconds; return what came of it. Only faults of the transport are caught."""
        progress, body = AsyncProgress(self._lifetime), None
        request = self._wire.request(wanted, left, progress)
        try:
            with self._connections.attempt(left):
                response = await client.send(request, stream=True, follow_redirects=False)
                body = Body(response, wanted.spool)
                return await self._read(response, body)
        except BaseException as fault:
            for connection in abandoned(client, progress, fault):
                run_at_once(connection.aclose())
            if (outcome := _outcome_of(fault, progress, request, client)) is None:
                raise
            return outcome
        late, closed = TooLateError(DEADLINE), self._lifetime.ended
        if body is not None:
            body.broke(late, closed=closed)
            return body.answer()
        if closed:
            return CLOSED_UNSENT if progress.certainly_not_sent(reports_events(client)) else CLOSED_SENT
        return failure_from(late, progress)

    async def _read(self, response: httpx2.Response, body: Body) -> Answer:
        if _has_connection(response):
            response.stream = AsyncCheckedStream(response.stream, closed=response.is_closed)
        _expect_members(response)
        try:
            async with aclosing(response.aiter_bytes()) as parts:
                async for part in parts:
                    body.add(part)
        except UNREAD as fault:
            body.broke(fault, closed=self._lifetime.ended)
        finally:
            await response.aclose()
        return body.answer()


def _expect_members(response: Any) -> None:
    """Have a gzip body decoded to its end, not to that of its first member."""
    decoder = getattr(response, "_get_content_decoder", None)
    if decoder is not None and type(decoder()).__name__ == "GZipDecoder":
        with importing():  # Few replies are compressed.
            from .encoding.gzip import Members  # noqa: PLC0415

        response._decoder = Members()


def _has_connection(response: httpx2.Response) -> bool:
    """Return True if the body comes from a connection, not from a mock or another transport."""
    return hasattr(getattr(response.stream, "_stream", None), "_httpcore_stream")


def _outcome_of(
    fault: BaseException, progress: Progress, request: httpx2.Request, client: httpx2.Client | httpx2.AsyncClient
) -> Answer | Failure | None:
    """Return what it means that an attempt ended in *fault*, None if that is no fault of the transport.

    If the client was closed, that is why it failed.
    """
    if isinstance(fault, FAULTS):
        outcome = outcome_from(fault, progress, request)
        if isinstance(outcome, Answer) or not progress.lifetime.ended:
            return outcome
        return CLOSED_UNSENT if outcome.stage == "not_sent" else CLOSED_SENT
    if isinstance(fault, ClientClosedError) or (isinstance(fault, RuntimeError) and client.is_closed):
        return CLOSED_SENT if progress.sent else CLOSED_UNSENT
    return None


class Body:
    """Takes a body in part by part, up to what we accept of a status; sizes are those after decompression."""

    def __init__(self, response: httpx2.Response, spool: Callable[[], Any] | None = None) -> None:
        self._response = response
        self._parts: list[bytes] = []
        succeeds = 200 <= response.status_code < 300
        self._largest = LARGEST_BODY if succeeds else LARGEST_ERROR_BODY
        self._keep, self._file = self._parts.append, None
        if spool is not None and succeeds:
            self._largest, self._file = LARGEST_DOWNLOAD, spool()
            self._keep = self._file.write
        self._size = 0
        self.fault: str | None = None
        self.permanent = False

    def add(self, part: bytes) -> None:
        """Keep *part*, or raise one of FAULTS if the body has become too large."""
        self._keep(part)
        self._size += len(part)
        if self._size > self._largest:
            raise TooLargeError(self._largest)

    def broke(self, fault: BaseException, *, closed: bool) -> None:
        """Remember that the body ended in *fault*, or because the client was *closed*."""
        self.fault = f"the body did not arrive whole ({CLOSED if closed else words(fault)})"
        self.permanent = isinstance(fault, (TooLargeError, httpx2.StreamError))

    def answer(self) -> Answer:
        """Return the answer with as much of the body as there is."""
        content = b"".join(self._parts)[: self._largest]
        status, headers = self._response.status_code, Headers(self._response.headers.raw)
        return Answer(status, headers, content, self.fault, self.permanent, self._file)


class _Checked:  # An event hook of the caller's may have read and *closed* the body before.
    """The body of a response; when it is closed, its connection is retired if there are unread bytes."""

    def __init__(self, stream: Any, *, closed: bool) -> None:
        self._stream = stream
        if closed:
            retire_if_unread(stream)


class CheckedStream(_Checked, httpx2.SyncByteStream):
    """A body of the sync flavour."""

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._stream)

    def close(self) -> None:
        """Let go of the connection, so that another request can have it."""
        retire_if_unread(self._stream)
        self._stream.close()


class AsyncCheckedStream(_Checked, httpx2.AsyncByteStream):
    """A body of the async flavour."""

    def __aiter__(self) -> AsyncIterator[bytes]:
        return aiter(self._stream)

    async def aclose(self) -> None:
        """Let go of the connection, so that another request can have it."""
        retire_if_unread(self._stream)
        await self._stream.aclose()


def retire_if_unread(stream: Any) -> None:
    """Have the connection behind *stream*, the body of a response, closed after it if bytes beyond it were received."""
    try:
        connection = stream._stream._httpcore_stream._stream._connection
        unread = connection._h11_state.trailing_data[0]
        if not unread and isinstance(connection._network_stream, httpcore2.AsyncNetworkStream):
            unread = _layers_hold_bytes(connection._network_stream)
    except AttributeError:  # another transport, HTTP/2, or another httpx2
        return
    if unread:
        connection._keepalive_expiry = connection._expire_at = EXPIRED  # the second, if it has been given back already


def _layers_hold_bytes(stream: Any) -> bool:
    """Return True if a layer above the socket has received more than was read from it."""
    while stream is not None:
        for name in ("_read_bio", "_incoming"):  # TLS of anyio, of trio
            if (buffer := getattr(stream, name, None)) is not None and buffer.pending:
                return True
        if getattr(getattr(stream, "_protocol", None), "read_queue", None):  # anyio on asyncio
            return True
        stream = getattr(stream, "_stream", None) or getattr(stream, "transport_stream", None)
    return False
