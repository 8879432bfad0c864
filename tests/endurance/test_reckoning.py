"""Fifty thousand calls under random faults: in the end the server has what the callers were told, and no more.

Sixteen threads share one client and two hundred tasks another, on one sandbox. The faults and the callers' choices
come from a seed; which call meets which fault is left to the machine.
"""

from __future__ import annotations

import gc
import os
import random
import threading
import tracemalloc
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import anyio
import pytest
from foxreach_client import AsyncFoxReach, FoxReach, FoxReachError, NotSentError, OutcomeUnknownError, StatusError
from foxreach_runtime.testing.on_sandbox import async_client, sync_client
from foxreach_sandbox import Fault, Sandbox

CALLS = int(os.environ.get("FOXREACH_ENDURANCE", "50000"))
THREADS, TASKS, SEED = 16, 200, 7
GROWTH = 4 * 2**20  # bytes, from the first half to the second, beside what the server keeps
FAULTS = (
    Fault.status(503), Fault.status(500, after_work=True), Fault.status(429, retry_after=0), Fault.html(502),
    Fault.close(), Fault.close(after_work=True), Fault.reset(after_work=True), Fault.truncated(), Fault.delayed(60),
)  # fmt: skip


@dataclass
class Told:
    """What the callers were told of each lead they created, by its address."""

    created: set[str] = field(default_factory=set[str])
    failed: set[str] = field(default_factory=set[str])
    unknown: dict[str, FoxReachError] = field(default_factory=dict[str, FoxReachError])
    settled: dict[int, str] = field(default_factory=dict[int, str])
    calls: Counter[str] = field(default_factory=Counter[str])

    def of(self, email: str, error: FoxReachError | None) -> None:
        """Note what became of the lead with this address."""
        self.calls["ok" if error is None else type(error).__name__] += 1
        if error is None:
            self.created.add(email)
        elif isinstance(error, NotSentError) or (isinstance(error, StatusError) and error.status < 500):
            self.failed.add(email)
        else:
            self.unknown[email] = error


class Trouble:
    """Lets something go wrong with every tenth call or so."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._dice, self._sandbox, self._lock = random.Random(SEED), sandbox, threading.Lock()  # noqa: S311

    def brew(self) -> None:
        """Perhaps plan the next fault."""
        with self._lock:
            if self._dice.random() < 0.1 and self._sandbox.faults.left < 3:
                self._sandbox.faults.next("*", 1, self._dice.choice(FAULTS))


def emails(who: str, count: int) -> list[str]:
    """Return addresses of nobody else."""
    return [f"{who}.{number}@example.com" for number in range(count)]


def work(client: FoxReach, trouble: Trouble, told: Told, mine: list[str]) -> None:
    """Create each lead and look for it."""
    for email in mine:
        trouble.brew()
        lead_id = "cld_none"
        try:
            lead_id = (client.leads.create(email=email)).id
            told.of(email, None)
        except FoxReachError as error:
            told.of(email, error)
        try:
            client.leads.get(lead_id)
            told.calls["read"] += 1
        except FoxReachError:
            told.calls["read in vain"] += 1


async def awork(client: AsyncFoxReach, trouble: Trouble, told: Told, mine: list[str]) -> None:
    """Create each lead and look for it."""
    for email in mine:
        trouble.brew()
        lead_id = "cld_none"
        try:
            lead_id = (await client.leads.create(email=email)).id
            told.of(email, None)
        except FoxReachError as error:
            told.of(email, error)
        try:
            await client.leads.get(lead_id)
            told.calls["read"] += 1
        except FoxReachError:
            told.calls["read in vain"] += 1


async def at_once(sandbox: Sandbox, trouble: Trouble, told: Told, shares: list[list[str]]) -> None:
    """Let each share be a task."""
    client = async_client(AsyncFoxReach, sandbox)
    async with anyio.create_task_group() as group:
        for mine in shares:
            group.start_soon(awork, client, trouble, told, mine)
    sandbox.faults.clear()
    unknown = [error for error in told.unknown.values() if isinstance(error, OutcomeUnknownError)]
    for error in unknown:
        told.settled[id(error)] = await error.settle_async()
    await client.close()


def of_threads(sandbox: Sandbox, count: int) -> Told:
    """Return what sixteen threads with one client were told."""
    told, trouble = Told(), Trouble(sandbox)
    with sync_client(FoxReach, sandbox) as client, ThreadPoolExecutor(THREADS) as pool:
        shares = [emails(f"thread{number}", count // THREADS) for number in range(THREADS)]
        for done in [pool.submit(work, client, trouble, told, mine) for mine in shares]:
            done.result()
        sandbox.faults.clear()
        for error in told.unknown.values():
            if isinstance(error, OutcomeUnknownError):
                told.settled[id(error)] = error.settle()
    return told


def of_tasks(sandbox: Sandbox, count: int) -> Told:
    """Return what two hundred tasks with one client were told."""
    told, trouble = Told(), Trouble(sandbox)
    shares = [emails(f"task{number}", count // TASKS) for number in range(TASKS)]
    anyio.run(at_once, sandbox, trouble, told, shares)
    return told


def reckon(sandbox: Sandbox, told: Told, who: str) -> str:
    """Assert that *sandbox* has what the callers were told, and return the reckoning."""
    there = Counter(lead["email"] for lead in sandbox.state.leads if lead["email"].startswith(who))
    assert {email: count for email, count in there.items() if count != 1} == {}
    assert told.created <= there.keys()
    assert told.failed & there.keys() == set()
    assert set(there) <= told.created | set(told.unknown)
    settled = {email: told.settled.get(id(error), "server error") for email, error in told.unknown.items()}
    assert [email for email, word in settled.items() if word == "applied" and email not in there] == []
    assert [email for email, word in settled.items() if word == "not_observed" and email in there] == []
    words = dict(sorted(Counter(settled.values()).items()))
    return (
        f"{who}s: told created {len(told.created)}, failed {len(told.failed)}, unknown {len(told.unknown)} "
        f"{words}; on the server {len(there)}; {dict(sorted(told.calls.items()))}"
    )


def test_the_server_has_what_the_callers_were_told(request: pytest.FixtureRequest) -> None:
    sandbox = Sandbox(limit=None)
    tracemalloc.start()
    of_threads(sandbox, THREADS * 10)
    of_tasks(sandbox, TASKS)
    sizes: list[int] = []
    lines: list[str] = []
    for _ in range(2):
        sandbox.reset()
        lines += [reckon(sandbox, of_threads(sandbox, CALLS // 8), "thread")]
        lines += [reckon(sandbox, of_tasks(sandbox, CALLS // 8), "task")]
        sandbox.reset()
        gc.collect()
        sizes.append(tracemalloc.get_traced_memory()[0])
    tracemalloc.stop()
    told = request.config.get_terminal_writer()
    told.line("\n" + "\n".join([*lines, f"memory after each half: {sizes} bytes"]))
    assert sizes[1] - sizes[0] < GROWTH
