"""Reading 10,000 leads from a distant server, with and without prefetch: wall-clock time, which is spent waiting."""

import asyncio
import time
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from typing import Any

import httpx2
from foxreach_client import AsyncFoxReach, FoxReach

from benchmarks.clock import Measure
from benchmarks.leads import KEY
from benchmarks.row import OURS, Comparison, Place, Row
from benchmarks.rows.iterating import PAGES as ALL

PAGES = 100
AHEAD = 4
DISTANCE = 0.15  # Seconds for each call, beside those of the server on loopback.
ONE_BY_ONE = "page after page"


class Distant(httpx2.HTTPTransport):
    """Connections on which each call takes *distance* seconds longer."""

    def __init__(self, distance: float) -> None:
        super().__init__()
        self._distance = distance

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        time.sleep(self._distance)
        return super().handle_request(request)


class AsyncDistant(httpx2.AsyncHTTPTransport):
    """The same for tasks."""

    def __init__(self, distance: float) -> None:
        super().__init__()
        self._distance = distance

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        await asyncio.sleep(self._distance)
        return await super().handle_async_request(request)


def _seconds(work: Callable[[], Any]) -> Measure:
    def measure() -> float:
        began = time.perf_counter()
        work()
        return time.perf_counter() - began

    return measure


def _first(place: Place) -> int:
    """Return the number of the page from which on there are as many as are to be read."""
    return 1 + ALL - max(1, round(PAGES * place.scale))


@contextmanager
def _in_threads(place: Place) -> Generator[Mapping[str, Measure]]:
    distant = httpx2.Client(transport=Distant(DISTANCE * place.scale))
    with distant, FoxReach(api_key=KEY, base_url=place.base_url, http_client=distant) as client:
        leads = client.leads.list(page=_first(place))
        yield {name: _seconds(leads.prefetch(ahead).to_list) for name, ahead in ((OURS, AHEAD), (ONE_BY_ONE, 0))}


@contextmanager
def _in_tasks(place: Place) -> Generator[Mapping[str, Measure]]:
    async def read(ahead: int) -> None:
        distant = httpx2.AsyncClient(transport=AsyncDistant(DISTANCE * place.scale))
        async with distant, AsyncFoxReach(api_key=KEY, base_url=place.base_url, http_client=distant) as client:
            await client.leads.list(page=_first(place)).prefetch(ahead).to_list()

    def measured(ahead: int) -> Measure:
        return _seconds(lambda: asyncio.run(read(ahead)))

    yield {OURS: measured(AHEAD), ONE_BY_ONE: measured(0)}


AGAINST = (Comparison(ONE_BY_ONE, "times", 3.5),)
PREFETCH = Row("prefetch", "10,000 leads, 150 ms a call, `prefetch(4)`", _in_threads, AGAINST, rounds=3)
PREFETCH_ASYNC = Row("prefetch-async", "The same in the async client", _in_tasks, AGAINST, rounds=3)
