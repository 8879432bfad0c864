"""One attempt, sync and async: a request out, and its answer or failure back. All I/O of a call is here."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import aclosing

import httpx2

from ..errors import ClientClosedError
from ..operation import Request
from ..options.options import Options
from ..response.outcome import Answer, Failure
from .connections import AsyncConnections, Connections
from .failure import FAULTS, TooLateError, failure_from, outcome_from
from .lifetime import Lifetime
from .network import DEADLINE, bounds, time_left
from .pools import reports_events
from .progress import AsyncProgress, Progress
from .reuse import AsyncCheckedStream, CheckedStream
from .wire import Body, Wire

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
        with bounds(self._lifetime, left, self._clock):
            request = self._wire.request(wanted, left, progress)
            try:
                response = client.send(request, stream=True, follow_redirects=False)
            except FAULTS as fault:
                return _unless_closed(outcome_from(fault, progress, request), self._lifetime)
            except (ClientClosedError, RuntimeError) as error:
                return _closed(client, progress, error)
            body = Body(response)
            response.stream = CheckedStream(response.stream, closed=response.is_closed)
            try:
                for part in response.iter_bytes():
                    body.add(part)
                    time_left(None, TooLateError)
            except FAULTS as fault:
                body.broke(fault, closed=self._lifetime.ended)
            finally:
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
        with self._connections.attempt(left):
            request = self._wire.request(wanted, left, progress)
            try:
                response = await client.send(request, stream=True, follow_redirects=False)
            except FAULTS as fault:
                return _unless_closed(outcome_from(fault, progress, request), self._lifetime)
            except (ClientClosedError, RuntimeError) as error:
                return _closed(client, progress, error)
            body = Body(response)
            response.stream = AsyncCheckedStream(response.stream, closed=response.is_closed)
            await self._read(response, body)
            return body.answer()
        late, closed = TooLateError(DEADLINE), self._lifetime.ended
        if body is not None:
            body.broke(late, closed=closed)
            return body.answer()
        if closed:
            return CLOSED_UNSENT if progress.certainly_not_sent(reports_events(client)) else CLOSED_SENT
        return failure_from(late, progress)

    async def _read(self, response: httpx2.Response, body: Body) -> None:
        try:
            async with aclosing(response.aiter_bytes()) as parts:
                async for part in parts:
                    body.add(part)
        except FAULTS as fault:
            body.broke(fault, closed=self._lifetime.ended)
        finally:
            await response.aclose()


def _unless_closed(outcome: Answer | Failure, lifetime: Lifetime) -> Answer | Failure:
    """Return *outcome*, or what a failure means if the client was closed: then that is why it failed."""
    if isinstance(outcome, Answer) or not lifetime.ended:
        return outcome
    return CLOSED_UNSENT if outcome.stage == "not_sent" else CLOSED_SENT


def _closed(client: httpx2.Client | httpx2.AsyncClient, progress: Progress, error: Exception) -> Failure:
    """Return the failure of an attempt for which our client or its httpx2 client was closed; else raise *error*."""
    if isinstance(error, RuntimeError) and not client.is_closed:
        raise error
    return CLOSED_SENT if progress.sent else CLOSED_UNSENT
