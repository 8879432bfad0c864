"""Lists whose server fails or contradicts itself: 100 leads on pages of 10, read to their end or to an error."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import anyio
from foxreach_client import AsyncFoxReach, FoxReach, FoxReachError, ResponseDecodeError, ServerError

from tests.client.cases import BY_CALL
from tests.faults.answers import answer
from tests.faults.calls import KEY, Time
from tests.faults.server import Connection, serving

LEAD: dict[str, Any] = json.loads(json.dumps(BY_CALL["leads.get"].success[1].example["data"]))
TOTAL, SIZE = 100, 10
Answers = Callable[[int], bytes]


def leads(number: int, size: int = SIZE) -> list[dict[str, Any]]:
    """Return the leads of a page."""
    first = (number - 1) * size
    return [LEAD | {"id": f"cld_{at}", "email": f"{at}@example.com"} for at in range(first, first + size)]


def page(items: list[dict[str, Any]], number: int, **meta: int) -> bytes:
    """Return the answer with *items*; *meta* replaces what is true."""
    counts = {"page": number, "pageSize": SIZE, "total": TOTAL, "totalPages": TOTAL // SIZE} | meta
    return answer(200, json.dumps({"data": items, "meta": counts}).encode())


def right(number: int) -> bytes:
    """Return the page as it should be."""
    return page(leads(number), number)


def at_page(wrong: int, content: bytes) -> Answers:
    """Return the right pages except one."""
    return lambda number: content if number == wrong else right(number)


@dataclass(frozen=True)
class ListFault:
    """What the server answers to each page, and what comes of it: the error, after so many leads and requests."""

    name: str
    answers: Answers
    raises: type[FoxReachError] | None
    leads: int
    requests: int
    next_page: int | None = None

    def __str__(self) -> str:
        return re.sub(r"\W+", "-", self.name)


@dataclass(frozen=True)
class ListSeen:
    """What came of a list."""

    leads: int
    error: FoxReachError | None
    requests: int


LISTS = (
    ListFault("no fault", right, None, 100, 10),
    ListFault("503 at page 3", at_page(3, answer(503)), ServerError, 20, 6, 3),
    ListFault("page 3 without a list", at_page(3, answer(200, b'{"meta": {}}')), ResponseDecodeError, 20, 3, 3),
    ListFault("page 3 is no JSON", at_page(3, answer(200, b"<html>")), ResponseDecodeError, 20, 6, 3),
    ListFault("`totalPages` is 0", lambda at: page(leads(at), at, totalPages=0), ResponseDecodeError, 0, 1, 1),
    ListFault("an empty page in the middle", at_page(3, page([], 3)), ResponseDecodeError, 20, 3, 3),
    ListFault("a page with more items than its size", at_page(3, page(leads(2, 20), 3)), ResponseDecodeError, 20, 3, 3),
    ListFault("the first answer is page 3", lambda number: right(number + 2), ResponseDecodeError, 0, 1, 1),
    ListFault("each answer is page 1", lambda number: right(1), ResponseDecodeError, 10, 2, 2),
    ListFault(
        "each page has the items of page 1", lambda number: page(leads(1), number), ResponseDecodeError, 10, 3, 2
    ),
)


@cache
def observed_list(fault: ListFault, flavour: str) -> ListSeen:
    """Return what comes of iterating over the list."""

    def script(connection: Connection) -> None:
        while True:
            found = re.search(rb"[?&]page=(\d+)", connection.request())
            connection.send(fault.answers(int(found[1]) if found else 1))

    with serving(script) as server:
        seen = _read(server.url) if flavour == "sync" else anyio.run(_aread, server.url, backend=flavour)
        server.close()
        return ListSeen(*seen, len(server.received))


def _read(url: str) -> tuple[int, FoxReachError | None]:
    with FoxReach(api_key=KEY, base_url=url) as client:
        Time().in_place_of(client)
        count = 0
        try:
            for _ in client.leads.list(page_size=SIZE):
                count += 1
        except FoxReachError as error:
            return count, error
        return count, None


async def _aread(url: str) -> tuple[int, FoxReachError | None]:
    async with AsyncFoxReach(api_key=KEY, base_url=url) as client:
        Time().in_place_of(client)
        count = 0
        try:
            async for _ in client.leads.list(page_size=SIZE):
                count += 1
        except FoxReachError as error:
            return count, error
        return count, None
