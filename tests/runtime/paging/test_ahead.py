"""Pages that are fetched while the caller works: which ones on a model of a server, and how in both flavours."""

from __future__ import annotations

import gc
import json
import os
import re
import socket
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import anyio
import anyio.to_thread
import pytest
from foxreach_runtime.errors import ClientClosedError, FoxReachError, OutcomeUnknownError
from foxreach_runtime.paging.ahead import NAME, Ahead, Threads
from foxreach_runtime.paging.changes import Changes
from foxreach_runtime.paging.page import AnyPage, Walk
from foxreach_runtime.paging.walk import walk
from hypothesis import given, settings
from hypothesis import strategies as st

from ..loopback import received
from ..sample import KEY, LEAD, LIST, Client, ClientAsync, NotFoundError
from .test_walk import SHAPES, Item, Listed, check, listed

PATIENCE = 10.0  # Seconds until a test gives up; no time is measured.
FLAVOURS = ("sync", "asyncio", "trio")
each_flavour = pytest.mark.parametrize("flavour", FLAVOURS)


@dataclass
class Early:
    """A page that is fetched ahead: the server answers at once, or *late*, when the page is asked for."""

    number: int
    here: Listed
    late: bool
    page: AnyPage[Item] | None = None

    def __post_init__(self) -> None:
        if not self.late:
            self.page = self.here.page(self.number)

    def result(self) -> AnyPage[Item]:
        return self.page or self.here.page(self.number)


@dataclass
class Fetches:
    """Begins fetches of a server's pages; counts how many of them were ended."""

    here: Listed
    late: Callable[[], bool]
    begun: list[int] = field(default_factory=list[int])
    ended: int = 0

    def begin(self, number: int) -> Early:
        self.begun.append(number)
        return Early(number, self.here, self.late())

    def end(self) -> None:
        self.ended += 1


def read(
    here: Listed,
    depth: int,
    fetches: Fetches,
    *,
    changes: Changes | None = None,
    after: Callable[[], None] = lambda: None,
) -> list[Item]:
    """Return all items as a driver gets them; *after* is called when a page was given."""
    changes, got = changes or Changes(), list[Item]()
    steps: Walk[AnyPage[Item]] = walk(None, changes)
    ahead: Ahead[Early] = Ahead(depth, changes, fetches)
    step = next(steps)
    with suppress(StopIteration):
        while True:
            if isinstance(step, AnyPage):
                ahead.extend(step)
                got += step.items
                after()
                step = next(steps)
                continue
            early = ahead.take(step)
            page = early.result() if early is not None else None
            if page is None or not ahead.fits(page):
                page = here.page(int(step or 1))
            step = steps.send(page)
    return got


@given(**SHAPES, depth=st.integers(1, 5))
@settings(max_examples=200)
def test_nothing_is_lost_or_doubled_when_this_client_changes_the_list(
    size: int, count: int, newest_first: bool, depth: int, data: st.DataObject
) -> None:
    here, changes = listed(size, count, newest_first=newest_first), Changes()

    def after() -> None:
        if len(here.requests) < 200 and data.draw(st.booleans()):
            with changes.made():
                here.insert(data.draw(st.integers(0, 4)))
                here.delete(*data.draw(st.lists(st.integers(0, 40), max_size=4)))

    fetches = Fetches(here, lambda: data.draw(st.booleans()))
    check(here, read(here, depth, fetches, changes=changes, after=after))


@given(**SHAPES, depth=st.integers(1, 5))
@settings(max_examples=200)
def test_nothing_is_lost_or_doubled_when_others_add_or_remove(
    size: int, count: int, newest_first: bool, depth: int, data: st.DataObject
) -> None:
    here, adding = listed(size, count, newest_first=newest_first), data.draw(st.booleans())

    def after() -> None:
        if len(here.requests) < 200:
            few = data.draw(st.integers(0, 3))
            here.insert(few) if adding else here.delete(*(data.draw(st.integers(0, 40)) for _ in range(few)))

    fetches = Fetches(here, lambda: data.draw(st.booleans()))
    check(here, read(here, depth, fetches, after=after))


@pytest.mark.parametrize("depth", [0, 1, 3, 10])
def test_a_quiet_list_costs_no_call_more_and_is_fetched_in_time(depth: int) -> None:
    here = listed(2, 15)
    fetches = Fetches(here, lambda: True)
    assert read(here, depth, fetches) == here.items
    assert here.requests == list(range(1, 9))
    assert fetches.begun == (list(range(2, 9)) if depth else [])


def test_a_list_that_is_changed_all_the_time_is_hardly_fetched_ahead() -> None:
    here, changes = listed(2, 40), Changes()

    def delete_one() -> None:
        with changes.made():
            here.delete(0)

    fetches = Fetches(here, lambda: True)
    check(here, read(here, 4, fetches, changes=changes, after=delete_one))
    assert len(fetches.begun) == 4


@pytest.mark.parametrize("what", ["another total", "a change of this client", "neither"])
def test_a_page_that_may_show_another_list_is_not_used(what: str) -> None:
    here, changes = listed(2, 9), Changes()
    fetches = Fetches(here, lambda: True)
    ahead: Ahead[Early] = Ahead(2, changes, fetches)
    ahead.extend(here.page(1))
    early = ahead.take(2)
    assert early is not None
    if what == "another total":
        here.insert(1)
    elif what == "a change of this client":
        with changes.made():
            pass
    assert ahead.fits(early.result()) == (what == "neither")
    assert (ahead.take(3) is None) == (what != "neither")


class Pages:
    """A server of *count* pages with two leads each. *held* pages are answered by the end of their connection alone."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.held: set[int] = set()
        self.missing: set[int] = set()
        self.together: threading.Barrier | None = None  # at which the pages behind the first meet
        self.asked: list[int] = []
        self.arrived = threading.Semaphore(0)
        self.gone = threading.Semaphore(0)
        self.listening = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.url = f"http://127.0.0.1:{self.listening.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self.listening.accept()
                threading.Thread(target=self._converse, args=(connection,), daemon=True).start()

    def _converse(self, connection: socket.socket) -> None:
        with connection, suppress(OSError, threading.BrokenBarrierError):
            while request := received(connection):
                found = re.search(rb"[?&]page=(\d+)", request)
                number = int(found[1]) if found else 1
                self.asked.append(number)
                self.arrived.release()
                if number in self.held:
                    connection.recv(1)
                    self.gone.release()
                    return
                if self.together is not None and number > 1:
                    self.together.wait(PATIENCE)
                connection.sendall(self._answer(number))

    def _answer(self, number: int) -> bytes:
        meta = {"page": number, "pageSize": 2, "total": 2 * self.count, "totalPages": self.count}
        items = [LEAD | {"id": f"cld_{number}_{item}"} for item in range(2)]
        status, body = (404, {"detail": "Gone"}) if number in self.missing else (200, {"data": items, "meta": meta})
        content = json.dumps(body).encode()
        head = f"HTTP/1.1 {status} X\r\ncontent-type: application/json\r\ncontent-length: {len(content)}\r\n\r\n"
        return head.encode() + content

    def wait(self, events: threading.Semaphore, count: int) -> None:
        """Return once there were *count* events."""
        for _ in range(count):
            assert events.acquire(timeout=PATIENCE)

    @property
    def ids(self) -> list[str]:
        return [f"cld_{number}_{item}" for number in range(1, self.count + 1) for item in range(2)]


@contextmanager
def pages(count: int) -> Generator[Pages]:
    server = Pages(count)
    try:
        yield server
    finally:
        server.listening.close()


def leads_of(client: Any) -> Any:
    """Return the list of leads of a client in either flavour."""
    return client._transport.pages(LIST)


def nothing_is_left() -> None:
    """Assert that no thread fetches pages any more."""
    gc.collect()
    assert [thread for thread in threading.enumerate() if thread.name == NAME] == []


def read_all(server: Pages, flavour: str, got: list[str], ahead: int = 4) -> None:
    """Put the id of each lead into *got*."""
    if flavour == "sync":
        with Client(api_key=KEY, base_url=server.url) as client:
            got.extend(lead.id for lead in leads_of(client).prefetch(ahead))
        return

    async def main() -> None:
        async with ClientAsync(api_key=KEY, base_url=server.url) as client:
            async for lead in leads_of(client).prefetch(ahead):
                got.append(lead.id)  # noqa: PERF401  # What came before an error counts.

    anyio.run(main, backend=flavour)


@each_flavour
def test_four_pages_are_fetched_at_the_same_time_and_come_in_order(flavour: str) -> None:
    with pages(9) as server:
        server.together = threading.Barrier(4)
        got: list[str] = []
        read_all(server, flavour, got)
        assert got == server.ids
        assert sorted(server.asked) == list(range(1, 10))
    nothing_is_left()


@each_flavour
def test_an_error_comes_where_its_page_would_have_come(flavour: str) -> None:
    with pages(9) as server:
        server.missing, got = {3, 4}, list[str]()
        with pytest.raises(NotFoundError) as caught:
            read_all(server, flavour, got)
        assert (got, caught.value.next_page) == (server.ids[:4], 3)
    nothing_is_left()


@each_flavour
def test_leaving_the_iteration_ends_what_is_fetched(flavour: str) -> None:
    with pages(9) as server:
        server.held = {3, 4, 5}
        if flavour == "sync":
            with Client(api_key=KEY, base_url=server.url) as client:
                for lead in leads_of(client).prefetch(4):
                    if lead.id == "cld_1_1":
                        server.wait(server.arrived, 5)
                        break
                server.wait(server.gone, 3)
                nothing_is_left()
                assert leads_of(client).first_page().number == 1  # The client itself is open.
            return

        async def main() -> None:
            async with ClientAsync(api_key=KEY, base_url=server.url) as client:
                async for lead in leads_of(client).prefetch(4):
                    if lead.id == "cld_1_1":
                        await anyio.to_thread.run_sync(server.wait, server.arrived, 5)
                        break
                await anyio.to_thread.run_sync(server.wait, server.gone, 3)
                assert (await leads_of(client).first_page()).number == 1

        anyio.run(main, backend=flavour)


@pytest.mark.parametrize("flavour", ["asyncio", "trio"])
def test_cancelling_the_caller_ends_what_is_fetched(flavour: str) -> None:
    async def main() -> None:
        async with ClientAsync(api_key=KEY, base_url=server.url) as client, anyio.create_task_group() as group:

            async def reading() -> None:
                async for _ in leads_of(client).prefetch(4):
                    pass

            group.start_soon(reading)
            await anyio.to_thread.run_sync(server.wait, server.arrived, 5)
            group.cancel_scope.cancel()
        # Outside: the cancelled group would cancel this wait, too.
        await anyio.to_thread.run_sync(server.wait, server.gone, 4)

    with pages(9) as server:
        server.held = {2, 3, 4, 5}
        anyio.run(main, backend=flavour)


def test_closing_the_client_ends_the_iteration() -> None:
    with pages(9) as server, Client(api_key=KEY, base_url=server.url) as client:
        server.held, seen = {2, 3, 4, 5}, list[Exception]()

        def reading() -> None:
            try:
                list(leads_of(client).prefetch(4))
            except FoxReachError as error:
                seen.append(error)

        reader = threading.Thread(target=reading)
        reader.start()
        server.wait(server.arrived, 5)
        client.close()
        reader.join(PATIENCE)
        assert [type(error) for error in seen] in [[ClientClosedError], [OutcomeUnknownError]]
    nothing_is_left()


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")  # From Python 3.12 on, of forks with threads.
def test_an_iteration_goes_on_in_the_child_of_a_fork() -> None:
    with pages(9) as server, Client(api_key=KEY, base_url=server.url) as client:
        items = iter(leads_of(client).prefetch(4))
        got = [next(items).id]
        child = os.fork()
        if child == 0:
            with suppress(BaseException):
                got += [lead.id for lead in items]
            os._exit(got != server.ids)
        assert os.waitpid(child, 0)[1] == 0
        assert got + [lead.id for lead in items] == server.ids


@each_flavour
def test_memory_holds_no_more_than_the_pages_ahead(flavour: str) -> None:
    with pages(60) as server:
        got: list[str] = []
        read_all(server, flavour, got, ahead=3)
        furthest = [max(server.asked[: at + 1]) - at - 1 for at in range(len(server.asked))]
        assert got == server.ids
        assert max(furthest) <= 3


@pytest.mark.parametrize("count", [-1, 11, True, 2.0, "4", None])
def test_a_number_of_pages_that_cannot_be_is_refused(count: Any) -> None:
    with Client(api_key=KEY) as client, pytest.raises(ValueError, match=r"^leads\.list: prefetch must be a number"):
        leads_of(client).prefetch(count)


def test_the_repr_says_how_many_pages_are_fetched_ahead() -> None:
    with Client(api_key=KEY) as client:
        assert repr(leads_of(client).prefetch(4)) == "<Pages leads.list pageSize=2 prefetch=4>"


@pytest.mark.parametrize("least", [1, 3])
def test_without_a_thread_more_the_pages_are_fetched_when_they_are_asked_for(
    least: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = count(1)

    class Scarce(threading.Thread):
        def start(self) -> None:
            if next(started) % 4 >= least:
                raise RuntimeError("can't start new thread")
            super().start()

    monkeypatch.setattr("foxreach_runtime.paging.ahead.Thread", Scarce)
    with pages(9) as server:
        got: list[str] = []
        read_all(server, "sync", got)
        assert got == server.ids
        assert sorted(server.asked) == list(range(1, 10))
    nothing_is_left()


def test_a_list_that_is_forgotten_in_a_thread_of_its_own_does_not_wait_for_that_thread() -> None:
    begun = threading.Event()

    def fetch(call: int) -> Any:
        assert begun.wait(PATIENCE)
        threads.end()  # as the garbage collector may
        return call

    threads: Threads[int, Any] = Threads(lambda number: number, lambda: (fetch, lambda: None))
    future = threads.begin(2)
    begun.set()
    assert future is not None
    assert future.result(PATIENCE) == 2
