"""An import that is misused or interrupted: nothing is lost, sent twice or refused for a reason that is not its own."""

from __future__ import annotations

import asyncio
import csv
import errno
import json
import os
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from foxreach_client import (
    BadCheckpointError,
    ClientClosedError,
    FoxReach,
    FoxReachError,
    LeadCreate,
    RowOutcome,
    UnprocessableError,
)
from foxreach_client.operations.leads import LEADS_IMPORT_LEADS_BULK, leads_import_leads
from foxreach_runtime.compound.checkpoint import Files, State
from foxreach_runtime.compound.importing import FileWork, Job, Take, importing
from foxreach_runtime.operation import Call
from foxreach_runtime.response.error_bodies import FieldError
from foxreach_sandbox import Fault, Sandbox
from foxreach_testing.clients import sync_client

from . import conftest

Do = Callable[[conftest.Call], Any]
LIMIT = "whole number from 1 to 1000"


def rows(count: int, first: int = 0) -> list[dict[str, str]]:
    return [{"email": f"lead{number}@example.com"} for number in range(first, first + count)]


def results(path: Path) -> list[str]:
    outcomes = [json.loads(line) for line in path.read_text().splitlines()]
    assert [outcome["row"] for outcome in outcomes] == list(range(1, len(outcomes) + 1))
    return [outcome["result"] for outcome in outcomes]


@pytest.mark.parametrize(
    ("wrong", "options", "kind", "words"),
    [
        ("jane@example.com", {}, TypeError, "an iterable of rows, not one str"),
        (b"jane@example.com", {}, TypeError, "an iterable of rows, not one bytes"),
        ({"email": "jane@example.com"}, {}, TypeError, "an iterable of rows, not one dict"),
        (LeadCreate(email="jane@example.com"), {}, TypeError, "not iterable"),
        (None, {}, TypeError, "not iterable"),
        (rows(1), {"batch_size": 0}, ValueError, LIMIT),
        (rows(1), {"batch_size": 1001}, ValueError, LIMIT),
        (rows(1), {"restore_soft_deleted": "yes"}, TypeError, "restore_soft_deleted: Expected `bool`"),
        ([{"mail": "a@x.io"}, *rows(1)], {"restore_soft_deleted": None}, TypeError, "restore_soft_deleted: Expected"),
        (rows(1), {"checkpoint": "one", "outcomes": "one"}, ValueError, "two files"),
        (rows(1), {"checkpoint": ""}, ValueError, "checkpoint must be the path of a file"),
        (rows(1), {"outcomes": "."}, ValueError, "outcomes must be the path of a file"),
        (rows(1), {"on_progress": 5}, TypeError, "on_progress must be a function"),
        (rows(1), {"on_progress": asyncio.sleep}, TypeError, "no coroutine function"),
        (rows(1), {"on_outcome": "print"}, TypeError, "on_outcome must be a function"),
    ],
)
def test_a_wrong_argument_is_refused_before_anything_is_sent(
    sandbox: Sandbox, do: Do, wrong: Any, *, options: Any, kind: type[Exception], words: str
) -> None:
    with pytest.raises(kind, match=words):
        do(lambda client: client.leads.import_all(wrong, **options))
    assert sandbox.state.requests == []


def test_an_import_of_nothing_succeeds_and_sends_nothing(sandbox: Sandbox, do: Do, tmp_path: Path) -> None:
    files = {"checkpoint": tmp_path / "c", "outcomes": tmp_path / "o"}
    progress = do(lambda client: client.leads.import_all([], **files))
    assert (progress.rows, progress.total, progress.rate, progress.seconds_left) == (0, 0, 0.0, None)
    assert sandbox.state.requests == []
    assert [path.name for path in tmp_path.iterdir()] == ["o"]


def test_a_row_that_contains_itself_costs_only_itself(sandbox: Sandbox, do: Do) -> None:
    endless: dict[str, Any] = {}
    endless["again"] = endless
    told: list[RowOutcome] = []
    wrong = {"email": "jane@example.com", "custom_fields": endless}
    progress = do(lambda client: client.leads.import_all([wrong, *rows(2)], on_outcome=told.append))
    assert (progress.created, progress.refused) == (2, 1)
    assert told[0] == RowOutcome(1, "refused", "is nested too deeply")


def test_a_row_of_a_csv_file_with_a_cell_too_many_is_refused_for_that_reason(sandbox: Sandbox, do: Do) -> None:
    told: list[RowOutcome] = []
    table = csv.DictReader(["email", "jane@example.com,Jane"])
    progress = do(lambda client: client.leads.import_all(table, on_outcome=told.append))
    assert progress.refused == 1
    assert told == [RowOutcome(1, "refused", "has more cells than the header has columns")]


@pytest.mark.parametrize("there", [True, False])
@pytest.mark.parametrize("spaced", [0, 1, 2])
def test_a_row_whose_key_differs_by_a_space_has_the_outcome_that_the_counts_have(
    sandbox: Sandbox, do: Do, there: bool, spaced: int
) -> None:
    if there:
        do(lambda client: client.leads.create(email="n@example.com"))
    told: list[RowOutcome] = []
    some = [{"email": "n@example.com"} for _ in range(2)]
    some.insert(spaced, {"email": " n@example.com "})
    progress = do(lambda client: client.leads.import_all(some, on_outcome=told.append))
    wanted = ["duplicate" if there else "created", "duplicate"]
    wanted.insert(spaced, "refused")
    assert [outcome.result for outcome in told] == wanted
    assert (progress.created, progress.duplicates, progress.refused) == (1 - there, 1 + there, 1)


class DatabaseError(Exception):
    """The rows cannot be read any further."""


@pytest.mark.parametrize("error", [DatabaseError, KeyboardInterrupt])
def test_after_an_error_of_the_rows_the_import_resumes(
    sandbox: Sandbox, tmp_path: Path, error: type[BaseException]
) -> None:
    def failing() -> Iterator[dict[str, str]]:
        yield from rows(25)
        raise error

    files: Any = {"checkpoint": tmp_path / "c", "outcomes": tmp_path / "o"}
    with sync_client(FoxReach, sandbox) as client:
        with pytest.raises(error):
            client.leads.import_all(failing(), batch_size=10, **files)
        progress = client.leads.import_all(rows(30), batch_size=10, **files)
    assert (progress.created, progress.duplicates, progress.repeated) == (30, 0, 0)
    assert results(tmp_path / "o") == ["created"] * 30
    assert sandbox.state.statuses == {200: 3}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["c", "o"]


@pytest.mark.parametrize("listener", ["on_outcome", "on_progress"])
def test_rows_whose_listener_raises_are_not_sent_again(sandbox: Sandbox, do: Do, tmp_path: Path, listener: str) -> None:
    def listen(_: Any) -> None:
        raise DatabaseError

    files: Any = {"checkpoint": tmp_path / "c", "outcomes": tmp_path / "o"}
    with pytest.raises(DatabaseError):
        do(lambda client: client.leads.import_all(rows(20), batch_size=10, **files, **{listener: listen}))
    assert results(tmp_path / "o") == ["created"] * 10
    progress = do(lambda client: client.leads.import_all(rows(20), batch_size=10, **files))
    assert (progress.created, progress.repeated) == (20, 0)
    assert len(sandbox.state.requests) == 2


def test_a_client_that_is_closed_on_the_way_stops_the_import_and_another_one_resumes_it(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    def closing(client: FoxReach) -> Iterator[dict[str, str]]:
        yield from rows(15)
        client.close()
        yield from rows(15, first=15)

    files: Any = {"checkpoint": tmp_path / "c", "outcomes": tmp_path / "o", "batch_size": 10}
    client = sync_client(FoxReach, sandbox)
    with pytest.raises(ClientClosedError) as raised:
        client.leads.import_all(closing(client), **files)
    assert raised.value.__notes__ == ["The import stopped at row 11. With a checkpoint, the same call resumes there."]
    with pytest.raises(ClientClosedError):
        client.leads.import_all(rows(30), **files)
    with sync_client(FoxReach, sandbox) as other:
        progress = other.leads.import_all(rows(30), **files)
    assert (progress.created, progress.repeated) == (30, 0)
    assert results(tmp_path / "o") == ["created"] * 30
    assert len(sandbox.state.requests) == 3


@pytest.mark.parametrize(
    ("fault", "result"),
    [
        (Fault.status(402), "created"),
        (Fault.status(403), "created"),
        (Fault.status(429), "created"),
        (Fault.status(500, after_work=True), "accepted"),
        (Fault.close(after_work=True), "accepted"),
    ],
    ids=str,
)
def test_only_rows_that_may_have_arrived_count_as_repeated(
    sandbox: Sandbox, do: Do, tmp_path: Path, fault: Fault, result: str
) -> None:
    files: Any = {"checkpoint": tmp_path / "c", "outcomes": tmp_path / "o", "batch_size": 10}
    do(lambda client: client.leads.import_all(rows(10), **files))
    sandbox.faults.always("leads.import_leads", fault)
    with pytest.raises(FoxReachError):
        do(lambda client: client.leads.import_all(rows(20), **files))
    sandbox.faults.clear()
    progress = do(lambda client: client.leads.import_all(rows(20), **files))
    assert progress.repeated == (0 if result == "created" else 10)
    assert results(tmp_path / "o") == ["created"] * 10 + [result] * 10


def test_a_checkpoint_serves_one_import_at_a_time(sandbox: Sandbox, tmp_path: Path) -> None:
    with sync_client(FoxReach, sandbox) as client:

        def nested() -> Iterator[dict[str, str]]:
            yield from rows(10)
            with pytest.raises(BadCheckpointError, match="is in use by another import"):
                client.leads.import_all(rows(20), checkpoint=tmp_path / "c")
            yield from rows(10, first=10)

        assert client.leads.import_all(nested(), checkpoint=tmp_path / "c", batch_size=10).created == 20
        assert client.leads.import_all(rows(20), checkpoint=tmp_path / "c").created == 20
    assert [path.name for path in tmp_path.iterdir()] == ["c"]


def test_the_lock_of_a_process_that_was_killed_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / ".c.lock").touch()
    files = Files(tmp_path / "c", None)
    assert files.load("t").rows == 0
    with pytest.raises(BadCheckpointError, match="in use"):
        Files(tmp_path / "c", None).load("t")
    files.close()
    files = Files(tmp_path / "c", None)
    files.load("t")
    files.close()


def test_a_checkpoint_of_other_rows_leaves_the_outcomes_of_theirs_alone(sandbox: Sandbox, tmp_path: Path) -> None:
    with sync_client(FoxReach, sandbox) as client:
        client.leads.import_all(rows(3), checkpoint=tmp_path / "c", outcomes=tmp_path / "first")
        client.leads.import_all(rows(5), outcomes=tmp_path / "second")
        with pytest.raises(BadCheckpointError, match="does not have the outcomes of the 3 rows"):
            client.leads.import_all(rows(9, first=1), checkpoint=tmp_path / "c", outcomes=tmp_path / "second")
    assert len(results(tmp_path / "second")) == 5


def test_a_large_file_that_is_no_checkpoint_is_not_read_whole(tmp_path: Path) -> None:
    with (tmp_path / "leads.csv").open("wb") as file:
        file.truncate(10**9)
    files = Files(tmp_path / "leads.csv", None)
    tracemalloc.start()
    try:
        with pytest.raises(BadCheckpointError, match="is not the checkpoint"):
            files.load("t")
        assert tracemalloc.get_traced_memory()[1] < 10**6
    finally:
        tracemalloc.stop()
        files.close()


@pytest.mark.parametrize("full_at", range(6))
def test_a_full_disk_loses_nothing(
    sandbox: Sandbox, do: Do, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, full_at: int
) -> None:
    real, steps = os.fsync, iter(range(100))

    def fsync(number: int) -> None:
        if next(steps) == full_at:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(number)

    files: Any = {"checkpoint": tmp_path / "c", "outcomes": tmp_path / "o", "batch_size": 10}
    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(OSError, match="No space left"):
        do(lambda client: client.leads.import_all(rows(20), **files))
    progress = do(lambda client: client.leads.import_all(rows(20), **files))
    assert progress.rows == progress.created + progress.duplicates == len(sandbox.state.leads) == 20
    assert len(results(tmp_path / "o")) == 20
    assert sorted(path.name for path in tmp_path.iterdir()) == ["c", "o"]


def test_a_server_that_names_one_bad_row_at_a_time_costs_calls_and_no_stack() -> None:
    told: list[RowOutcome] = []
    error = UnprocessableError("odd", status=422, operation="leads.import_leads")
    error.errors = (FieldError(field="leads[0]", message="is odd", kind="x", path=("leads", 0)),)
    job = Job(
        rule=LEADS_IMPORT_LEADS_BULK,
        target="t",
        call=lambda some: leads_import_leads(leads=some),
        batch_size=1000,
        files=Files(None, None),
        clock=lambda: 0.0,
        on_outcome=told.append,
    )
    steps, left = importing(job), iter([rows(1000), []])
    step, calls = next(steps), 0
    while len(told) < 1000:
        calls += isinstance(step, Call)
        result = next(left) if isinstance(step, Take) else step.work() if isinstance(step, FileWork) else error
        step = steps.send(result)
    assert told == [RowOutcome(number, "refused", "is odd") for number in range(1, 1001)]
    assert calls == 1000


def test_a_checkpoint_replaces_what_a_killed_run_left(tmp_path: Path) -> None:
    files = Files(tmp_path / "c", None)
    left = tmp_path / ".c.new"
    left.write_text("half of a check")
    files.save(State("POST /leads/bulk"))
    assert [path.name for path in tmp_path.iterdir()] == ["c"]
