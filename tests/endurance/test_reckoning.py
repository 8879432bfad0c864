"""Many calls on real sockets under random faults: in the end, the rows of the server match what callers were told.

Sixteen threads share one client and two hundred tasks another; both live as long as the whole run. The sandbox runs
in a separate process, so that sockets and memory are the client's. Faults and the callers' choices come from seeds;
which call gets which fault depends on timing. Waits between attempts are virtual.
"""

from __future__ import annotations

import gc
import os
import tracemalloc
from collections.abc import Callable, Generator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

import pytest
from anyio.from_thread import BlockingPortal, start_blocking_portal
from foxreach_client import AsyncFoxReach, FoxReach

from tests.endurance import callers
from tests.endurance.changes import CHANGING
from tests.endurance.clients import async_client, sync_client
from tests.endurance.counting import DESCRIPTORS, open_sockets, pooled
from tests.endurance.report import Report
from tests.endurance.server import GONE, SHARED, Server, running
from tests.endurance.told import Told

CALLS = int(os.environ.get("FOXREACH_ENDURANCE", "2000"))
ROUNDS = max(3, CALLS // 10_000)
POOL = 10  # connections of one client
LEAST = 4  # bytes a call: a list grows by twice as much that keeps one thing of each, without the thing
NOISE = 2**16  # bytes: how many connections are kept, and in which state, differs from round to round


@dataclass
class Run:
    """A server, a client of each flavour, and the number of sockets that this process had before."""

    server: Server
    portal: BlockingPortal
    blocking: FoxReach
    awaiting: AsyncFoxReach
    sockets: int
    report: Report
    operations: set[str] = field(default_factory=set[str])

    def round(self, number: int) -> None:
        """Run the threads, then the tasks, and record the memory in use afterwards."""
        each = CALLS // ROUNDS // 2 // callers.CALLS_A_STEP
        ids = self.server.begin(seed=2 * number)
        told = callers.of_threads(self.blocking, ids, f"threads-{number}", -(-each // callers.THREADS))
        self.server.calm()
        callers.settle(told)
        self.reckon(f"{number + 1} threads", told)
        ids = self.server.begin(seed=2 * number + 1)
        told = self.portal.call(callers.of_tasks, self.awaiting, ids, f"tasks-{number}", -(-each // callers.TASKS))
        self.server.calm()
        self.portal.call(callers.asettle, told)
        self.reckon(f"{number + 1} tasks", told)
        del told
        gc.collect()
        self.report.sizes.append(tracemalloc.get_traced_memory()[0])

    def reckon(self, who: str, told: Told) -> None:
        """Add a line to the table, and assert that all results are true and no socket is left open."""
        leads = [row for row in self.server.ask("rows/leads") if not row["email"].startswith((SHARED, GONE))]
        templates = [row for row in self.server.ask("rows/templates") if not row["name"].startswith(GONE)]
        held = open_sockets() - self.sockets
        open_there = self.server.ask("state")["connections"]["open"] - 1  # without the one that asks
        wrong, rows = told.untrue(leads, templates, self.server.changes), len(leads) + len(templates)
        self.report.add(who, told, wrong, rows=rows, sockets=held, server=open_there)
        assert {name: things for name, things in wrong.items() if things} == {}
        assert open_there <= held == pooled(self.blocking) + pooled(self.awaiting)
        assert told.most <= POOL
        self.operations |= told.operations


@contextmanager
def begun(report: Report) -> Generator[Run]:
    """Start server and clients; at the end, nothing may be left open here or at the server."""
    with running() as server, start_blocking_portal() as portal:
        before = open_sockets()
        run = Run(server, portal, sync_client(server), async_client(server), before, report)
        run.blocking.inbox.stats()  # Tells each of them that there is no limit; 200 calls at once would meet the first.
        portal.call(run.awaiting.inbox.stats)
        try:
            yield run
        finally:
            run.blocking.close()
            portal.call(run.awaiting.close)
        left, there = open_sockets() - before, server.ask("state")["connections"]
        report.ending = f"left after close(): {left} sockets, {there['open'] - 1} connections at the server"
        assert (left, there["open"]) == (0, 1)  # the one that asks


@pytest.mark.skipif(not os.path.isdir(DESCRIPTORS), reason=f"there is no {DESCRIPTORS} to count sockets in")  # noqa: PTH112
def test_the_rows_match_what_callers_were_told(printed: Callable[[str], None]) -> None:
    report = Report()
    with ExitStack() as stack:
        stack.callback(lambda: printed(report.text()))
        tracemalloc.start()
        stack.callback(tracemalloc.stop)
        run = stack.enter_context(begun(report))
        for number in range(ROUNDS):
            run.round(number)
        assert sorted(CHANGING - run.operations) == []  # No operation of the document is left out.
    since_the_first = CALLS * (ROUNDS - 1) // ROUNDS
    assert report.sizes[-1] - report.sizes[0] < LEAST * since_the_first + NOISE
