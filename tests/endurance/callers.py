"""Sixteen threads or two hundred tasks that share one client; each creates, changes and reads objects."""

from __future__ import annotations

import random
from collections.abc import Callable, Generator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

import anyio
from foxreach_client import AsyncFoxReach, FoxReach, FoxReachError

from tests.endurance.changes import changes
from tests.endurance.counting import pooled
from tests.endurance.server import Ids
from tests.endurance.told import CancelledCallError, Told

THREADS, TASKS = 16, 200
CALLS_A_STEP = 4
CANCELLED, SOON = 0.02, 0.2  # the share of a task's calls that are cancelled, and within how many seconds
Steps = Generator[Callable[[], Any], Any, None]


def error_in(outcome: object) -> FoxReachError | None:
    """Return the error of a call, None if it succeeded."""
    return outcome if isinstance(outcome, FoxReachError) else None


def work(client: FoxReach | AsyncFoxReach, told: Told, ids: Ids, who: str, count: int) -> Steps:
    """Yield calls, and record what is sent back for each: its result or its error."""
    chance = random.Random(f"{who} makes")  # noqa: S311 - no secret
    for number in range(count):
        email, company = f"{who}.{number}@example.com", f"{who} {number}"
        lead = yield partial(client.leads.create, email=email)
        told.leads.note(email, told.end("leads.create", error_in(lead)))
        told.most = max(told.most, pooled(client))
        lead_id = "cld_none" if error_in(lead) else lead.id
        then = chance.choice(("get", "update", "template", "import", "changes"))
        if then == "changes":
            yield from changes(client, told, ids, f"{who}.{number}", lead_id)
        elif then == "get":
            told.end("leads.get", error_in((yield partial(client.leads.get, lead_id))))
        elif then == "import":
            row = {"email": f"imported.{email}"}
            report = yield partial(client.leads.import_leads, leads=[row])
            told.leads.note(row["email"], told.end("leads.import_leads", error_in(report)))
        elif then == "update":
            updated = yield partial(client.leads.update, lead_id, company=company)
            told.updated(email, company, told.end("leads.update", error_in(updated)))
        else:
            template = yield partial(client.templates.create, name=email, body="Hello")
            told.templates.note(email, told.end("templates.create", error_in(template)))


def in_a_thread(steps: Steps) -> None:
    """Make the calls, one after the other."""
    outcome: object = None
    try:
        while True:
            call = steps.send(outcome)
            try:
                outcome = call()
            except FoxReachError as error:
                outcome = error
    except StopIteration:
        pass


async def in_a_task(steps: Steps, who: str) -> None:
    """Make the calls, one after the other; some are cancelled while in flight."""
    chance = random.Random(who)  # noqa: S311 - no secret
    outcome: object = None
    try:
        while True:
            call = steps.send(outcome)
            outcome = CancelledCallError()
            with anyio.move_on_after(chance.uniform(0.0, SOON) if chance.random() < CANCELLED else None):
                try:
                    outcome = await call()
                except FoxReachError as error:
                    outcome = error
    except StopIteration:
        pass


def of_threads(client: FoxReach, ids: Ids, part: str, count: int) -> Told:
    """Run sixteen threads with *count* steps each and return their results; *part* prefixes the names they create."""
    told = Told()
    with ThreadPoolExecutor(THREADS) as pool:
        shares = [work(client, told, ids, f"{part}.{number}", count) for number in range(THREADS)]
        for done in [pool.submit(in_a_thread, share) for share in shares]:
            done.result()
    return told


async def of_tasks(client: AsyncFoxReach, ids: Ids, part: str, count: int) -> Told:
    """Run two hundred tasks with *count* steps each and return their results; *part* prefixes the names they create."""
    told = Told()
    async with anyio.create_task_group() as group:
        for who in (f"{part}.{number}" for number in range(TASKS)):
            group.start_soon(in_a_task, work(client, told, ids, who, count), who)
    return told


def settle(told: Told) -> None:
    """Settle every unknown outcome."""
    for made in (told.leads, told.templates):
        made.settled = {name: error.settle() for name, error in made.doubts.items()}


async def asettle(told: Told) -> None:
    """Settle every unknown outcome."""
    for made in (told.leads, told.templates):
        made.settled = {name: await error.settle_async() for name, error in made.doubts.items()}
