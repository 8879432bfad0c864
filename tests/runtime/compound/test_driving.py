"""Both flavours on the sandbox: an upsert, and an import that is lost, killed and cancelled on the way."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import anyio
import pytest
from foxreach_client import AsyncFoxReach, ImportProgress, OutcomeUnknownError, RowOutcome
from foxreach_sandbox import Fault, Sandbox, Variants
from foxreach_testing.clients import async_client, new_sandbox

from .conftest import Call

LOST = [
    None,
    Fault.close(),
    Fault.close(after_work=True),
    Fault.status(500),
    Fault.status(500, after_work=True),
    Fault.truncated(),
    Fault.html(503, after_work=True),
]


@pytest.mark.parametrize("fault", LOST, ids=str)
@pytest.mark.parametrize("there", [False, True])
def test_an_upsert_settles_what_is_lost_at_the_creation(
    sandbox: Sandbox, do: Callable[[Call], Any], there: bool, fault: Fault | None
) -> None:
    if there:
        do(lambda client: client.leads.create(email="jane@example.com", company="Acme", custom_fields={"a": 1}))
        sandbox.clock.sleep(60)
    if fault:
        sandbox.faults.next("leads.create", 1, fault)
    lead, created = do(
        lambda client: client.leads.upsert(email="Jane@example.com", title="CTO", custom_fields={"b": 2})
    )
    [row] = sandbox.state.leads
    assert (row["id"], row["title"], created) == (lead.id, "CTO", not there)
    assert row["customFields"] == ({"a": 1, "b": 2} if there else {"b": 2})
    assert row["company"] == ("Acme" if there else None)


def test_a_server_that_answers_a_creation_with_the_object_that_is_there_is_understood(
    do: Callable[[Call], Any], sandbox: Sandbox
) -> None:
    sandbox.engine.variants = Variants(duplicates=201)
    do(lambda client: client.leads.create(email="jane@example.com"))
    sandbox.clock.sleep(60)
    lead, created = do(lambda client: client.leads.upsert(email="jane@example.com", title="CTO"))
    assert (lead.title, created) == ("CTO", False)


@pytest.mark.parametrize(
    "change",
    [("custom_fields", {"opted_in": 1}, {"opted_in": True}), ("title", "cto", "CTO"), ("title", "CTO ", "CTO")],
)
@pytest.mark.parametrize("duplicates", [409, 201])
@pytest.mark.parametrize("fault", [None, Fault.close(after_work=True)], ids=str)
def test_an_upsert_sends_a_value_that_python_or_a_person_takes_for_the_old_one(
    do: Callable[[Call], Any], sandbox: Sandbox, change: tuple[str, Any, Any], duplicates: Any, fault: Fault | None
) -> None:
    name, before, now = change
    sandbox.engine.variants = Variants(duplicates=duplicates)
    do(lambda client: client.leads.create(email="jane@example.com", **{name: before}))
    if fault:
        sandbox.faults.next("leads.create", 1, fault)
    lead, created = do(lambda client: client.leads.upsert(email="jane@example.com", **{name: now}))
    [row] = sandbox.state.leads
    assert (repr(getattr(lead, name)), created) == (repr(now), False)
    assert repr(row[{"custom_fields": "customFields"}.get(name, name)]) == repr(now)


def rows(count: int) -> Iterator[dict[str, str]]:
    for number in range(count):
        yield {"email": f"lead{number}@example.com" if number % 10 else f"bad{number}"}


def test_an_import_tells_the_outcome_of_each_row(sandbox: Sandbox, do: Callable[[Call], Any], tmp_path: Path) -> None:
    files = {"checkpoint": tmp_path / "checkpoint", "outcomes": tmp_path / "outcomes"}
    seen: list[ImportProgress] = []
    told: list[RowOutcome] = []
    sandbox.faults.next("leads.import_leads", 1, Fault.close(after_work=True))
    call: Call = lambda client: client.leads.import_all(  # noqa: E731
        rows(2500), **files, on_progress=seen.append, on_outcome=told.append
    )
    progress = do(call)
    assert [each.rows for each in seen] == [1000, 2000, 2500]
    assert (progress.created, progress.duplicates, progress.refused) == (
        1350,
        900,
        250,
    )
    assert progress.repeated == 1000
    assert Counter(outcome.result for outcome in told) == {"accepted": 900, "created": 1350, "refused": 250}
    assert [json.loads(line)["row"] for line in files["outcomes"].read_text().splitlines()] == list(range(1, 2501))
    assert len(sandbox.state.leads) == 2250
    before = len(sandbox.state.requests)
    assert do(call).rows == 2500
    assert len(sandbox.state.requests) == before


def test_an_import_that_stops_resumes_where_it_stopped(
    sandbox: Sandbox, do: Callable[[Call], Any], tmp_path: Path
) -> None:
    call: Call = lambda client: client.leads.import_all(rows(300), checkpoint=tmp_path / "c", batch_size=100)  # noqa: E731
    do(lambda client: client.leads.import_all(rows(100), checkpoint=tmp_path / "c", batch_size=100))
    sandbox.faults.always("leads.import_leads", Fault.close(after_work=True))
    with pytest.raises(OutcomeUnknownError, match=r"leads\.import_leads"):
        do(call)
    sandbox.faults.clear()
    progress = do(call)
    assert (progress.rows, progress.repeated) == (300, 100)
    assert len(sandbox.state.leads) == 270


def test_the_async_import_takes_rows_from_an_async_iterable(sandbox: Sandbox) -> None:
    async def arriving() -> AsyncIterator[dict[str, str]]:
        for row in rows(25):
            yield row

    async def main() -> ImportProgress:
        async with async_client(AsyncFoxReach, sandbox) as client:
            return await client.leads.import_all(arriving(), batch_size=10)

    assert anyio.run(main).created == 22


def test_the_total_is_known_if_the_rows_have_a_length(do: Callable[[Call], Any]) -> None:
    told: list[ImportProgress] = []
    do(lambda client: client.leads.import_all(list(rows(20)), on_progress=told.append, batch_size=10))
    assert [(each.rows, each.total) for each in told] == [(10, 20), (20, 20)]
    do(lambda client: client.leads.import_all(rows(5), on_progress=told.append))
    assert (told[-1].total, told[-1].seconds_left) == (None, None)


POINTS, ROWS = 50, 100


def test_a_process_that_is_killed_anywhere_loses_nothing_and_sends_nothing_answered_again(
    tmp_path: Path,
) -> None:
    with new_sandbox() as sandbox, sandbox.serve() as where:
        command = [sys.executable, str(Path(__file__).with_name("killed.py")), where.url, sandbox.key, str(tmp_path)]
        done = subprocess.run(
            [*command, f"{POINTS}", f"{ROWS}"], capture_output=True, text=True, timeout=300, check=False
        )
        assert done.returncode == 0, done.stderr
        emails = Counter(lead["email"] for lead in sandbox.state.leads)
    points = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(points) == POINTS
    for point in points:
        recorded, sent = point["recorded"], point["sent_again"]
        assert sorted(sent) == list(range(recorded + 1, ROWS + 1)), point
        assert [json.loads(line)["row"] for line in point["outcomes"]] == list(range(1, ROWS + 1))
        assert point["rows"] == ROWS
        assert all(emails[f"p{point['number']}r{row}@example.com"] == 1 for row in range(1, ROWS + 1))
    assert len({point["recorded"] for point in points}) > 5
