"""One attempt, sync and async: a request out, and its answer or failure back. All I/O of a call is here."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import aclosing

import anyio
import httpx2

from ..operation import Request
from ..options.options import Options
from ..response.outcome import Answer, Failure
from .deadline import deadline, time_left
from .progress import AsyncProgress, Progress
from .wire import FAULTS, Body, TooLate, Wire, failure_from, outcome_from


class Sender:
    """Makes attempts on an httpx2 client."""

    def __init__(self, options: Options, clock: Callable[[], float]) -> None:
        self._wire = Wire(options)
        self._secrets = (options.key,)
        self._clock = clock

    def attempt(self, client: httpx2.Client, wanted: Request, left: float | None) -> Answer | Failure:
        """Send once, within *left* seconds, and return the outcome; only faults of the transport become one."""
        progress = Progress()
        with deadline(left, self._clock):
            request = self._wire.request(wanted, left, progress)
            try:
                response = client.send(request, stream=True, follow_redirects=False)
            except FAULTS as fault:
                return outcome_from(fault, self._secrets, progress, request)
            except RuntimeError:
                return _closed(client, progress)
            body = Body(response)
            try:
                for part in response.iter_bytes():
                    body.add(part)
                    time_left(None, TooLate)
            except FAULTS as fault:
                body.broke(fault, self._secrets)
            finally:
                response.close()
            return body.answer()


class AsyncSender:
    """Makes attempts on an async httpx2 client."""

    def __init__(self, options: Options) -> None:
        self._wire = Wire(options)
        self._secrets = (options.key,)

    async def attempt(self, client: httpx2.AsyncClient, wanted: Request, left: float | None) -> Answer | Failure:
        """Send once, within *left* seconds, and return the outcome; only faults of the transport become one."""
        progress, body = AsyncProgress(), None
        with anyio.move_on_after(left):
            request = self._wire.request(wanted, left, progress)
            try:
                response = await client.send(request, stream=True, follow_redirects=False)
            except FAULTS as fault:
                return outcome_from(fault, self._secrets, progress, request)
            except RuntimeError:
                return _closed(client, progress)
            body = Body(response)
            await self._read(response, body)
            return body.answer()
        late = TooLate("the time for the whole call is over")
        if body is None:
            return failure_from(late, self._secrets, progress)
        body.broke(late, self._secrets)
        return body.answer()

    async def _read(self, response: httpx2.Response, body: Body) -> None:
        try:
            async with aclosing(response.aiter_bytes()) as parts:
                async for part in parts:
                    body.add(part)
        except FAULTS as fault:
            body.broke(fault, self._secrets)
        finally:
            await response.aclose()


def _closed(client: httpx2.Client | httpx2.AsyncClient, progress: Progress) -> Failure:
    """Return the failure of a client that was closed while a call was under way; else raise what httpx2 raised."""
    if not client.is_closed:
        raise  # noqa: PLE0704  # called while it is handled
    text = "the client was closed, by another thread or task"
    return Failure("unknown", "broken", text) if progress.sent else Failure("not_sent", "closed", text)
