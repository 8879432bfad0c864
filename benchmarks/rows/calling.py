"""Calls on kept-alive connections: a page, a lead, a hundred tasks at once."""

import asyncio
from collections.abc import Awaitable, Callable, Generator, Mapping
from contextlib import AsyncExitStack, contextmanager

import httpx2
from foxreach_client import AsyncFoxReach, FoxReach

from benchmarks.clock import Measure, in_process
from benchmarks.floor import FLOOR, HTTPX2, Socket, Streams
from benchmarks.leads import KEY, LEAD_ID
from benchmarks.others import STOCK, VENDOR, stock_arguments, stock_client, stock_module, vendor_client, vendor_module
from benchmarks.row import OURS, Comparison, Place, Row

TASKS_AT_ONCE = 100
CONNECTIONS = 10  # The number that our client opens.


@contextmanager
def _lists(place: Place) -> Generator[Mapping[str, Measure]]:
    stock_list = stock_module(".api.leads.leads_list").sync
    with (
        FoxReach(api_key=KEY, base_url=place.base_url) as ours,
        vendor_client(place) as vendor,
        stock_client(place) as stock,
        Socket(place.port) as floor,
    ):
        works: dict[str, Callable[[], object]] = {
            OURS: lambda: ours.leads.list(page_size=100).first_page(),
            VENDOR: lambda: vendor.leads.list(page_size=100),
            STOCK: lambda: stock_list(client=stock, page_size=100),
            FLOOR: lambda: floor.get("/leads?pageSize=100"),
        }
        yield {name: in_process(work, place.enough) for name, work in works.items()}


@contextmanager
def _gets(place: Place) -> Generator[Mapping[str, Measure]]:
    stock_get = stock_module(".api.leads.leads_get").sync
    with (
        FoxReach(api_key=KEY, base_url=place.base_url) as ours,
        vendor_client(place) as vendor,
        stock_client(place) as stock,
        httpx2.Client(headers={"X-API-Key": KEY}) as bare,
        Socket(place.port) as floor,
    ):
        works: dict[str, Callable[[], object]] = {
            OURS: lambda: ours.leads.get(LEAD_ID),
            VENDOR: lambda: vendor.leads.get(LEAD_ID),
            STOCK: lambda: stock_get(LEAD_ID, client=stock),
            HTTPX2: lambda: bare.get(f"{place.base_url}/leads/{LEAD_ID}").json(),
            FLOOR: lambda: floor.get(f"/leads/{LEAD_ID}"),
        }
        yield {name: in_process(work, place.enough) for name, work in works.items()}


async def _opened(place: Place, stack: AsyncExitStack) -> dict[str, Callable[[], Awaitable[object]]]:
    """Return one call of each contestant."""
    stock_get = stock_module(".api.leads.leads_get").asyncio
    ours = await stack.enter_async_context(AsyncFoxReach(api_key=KEY, base_url=place.base_url))
    await ours.leads.get(LEAD_ID)  # Now it knows the rate limit of the server.
    vendor = await stack.enter_async_context(vendor_module().AsyncFoxReach(KEY, base_url=place.base_url))
    stock = stock_module().AuthenticatedClient(**stock_arguments(place.base_url))
    await stack.enter_async_context(stock)
    floor = Streams(place.port, CONNECTIONS)
    await floor.open()
    stack.push_async_callback(floor.close)
    return {
        OURS: lambda: ours.leads.get(LEAD_ID),
        VENDOR: lambda: vendor.leads.get(LEAD_ID),
        STOCK: lambda: stock_get(LEAD_ID, client=stock),
        FLOOR: lambda: floor.get(f"/leads/{LEAD_ID}"),
    }


@contextmanager
def _tasks(place: Place) -> Generator[Mapping[str, Measure]]:
    async def at_once(call: Callable[[], Awaitable[object]]) -> None:
        await asyncio.gather(*(call() for _ in range(TASKS_AT_ONCE)))

    with asyncio.Runner() as runner:
        stack = AsyncExitStack()
        calls = runner.run(_opened(place, stack))
        yield {name: in_process(_running(runner, at_once, call), place.enough) for name, call in calls.items()}
        runner.run(stack.aclose())


def _running(
    runner: asyncio.Runner,
    at_once: Callable[[Callable[[], Awaitable[object]]], Awaitable[None]],
    call: Callable[[], Awaitable[object]],
) -> Callable[[], None]:
    async def all_of_them() -> None:
        await at_once(call)

    return lambda: runner.run(all_of_them())


LIST = Row(
    "list",
    "`leads.list(page_size=100)`, first page",
    _lists,
    (Comparison(VENDOR, "times", 8.0), Comparison(STOCK, "times", 2.8), Comparison(FLOOR, "share")),
)
GET = Row(
    "get",
    "`leads.get`",
    _gets,
    (
        Comparison(VENDOR, "times"),
        Comparison(STOCK, "times"),
        Comparison(HTTPX2, "share"),
        Comparison(FLOOR, "share"),
    ),
)
TASKS = Row(
    "tasks",
    "`leads.get` in 100 concurrent tasks",
    _tasks,
    (Comparison(VENDOR, "times", 1.5), Comparison(STOCK, "times"), Comparison(FLOOR, "share")),
)
