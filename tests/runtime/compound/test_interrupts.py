"""An import that is interrupted or cancelled: the rows in doubt are told and recorded, and the next run resumes."""

from __future__ import annotations

import asyncio
import json
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import anyio
import httpx2
import pytest
from foxreach_client import AsyncFoxReach, FoxReach, RowOutcome
from foxreach_runtime.compound import checkpoint
from foxreach_runtime.compound.checkpoint import Files, Lock
from foxreach_runtime.compound.importing import Step, Take, importing
from foxreach_runtime.operation import Call
from foxreach_sandbox import Sandbox
from foxreach_testing.clients import async_client, sync_client

from ..interrupts import interrupts
from .test_importing import Recording, job, rows_of, run
from .test_misuse import results, rows

NOTE = "The import stopped at row 11. With a checkpoint, the same call resumes there."


class Stopping(httpx2.BaseTransport, httpx2.AsyncBaseTransport):
    """Raises *fault* after the server carried out the call with this *number*; without one, never answers."""

    def __init__(self, sandbox: Sandbox, number: int, fault: BaseException | None = None) -> None:
        self._sandbox, self._left, self._fault = sandbox, number, fault
        self.reached = anyio.Event()

    def _stop(self) -> None:
        self._left -= 1
        if self._left == 0 and self._fault is not None:
            raise self._fault

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        response = self._sandbox.transport().handle_request(request)
        response.read()
        self._stop()
        return response

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        response = await self._sandbox.async_transport().handle_async_request(request)
        await response.aread()
        self._stop()
        if self._left == 0:
            self.reached.set()
            await anyio.sleep_forever()
        return response


def check_doubt(sandbox: Sandbox, folder: Path, error: BaseException, told: list[RowOutcome]) -> None:
    """Assert that the second of two batches is in doubt, apart from the row that cannot be sent, and can be resumed."""
    wanted = ["created"] * 10 + ["refused"] + ["in_doubt"] * 9
    assert [outcome.result for outcome in told] == results(folder / "o") == wanted
    assert NOTE in error.__notes__
    assert sorted(path.name for path in folder.iterdir()) == ["c", "o"]
    with sync_client(FoxReach, sandbox) as client:
        progress = client.leads.import_all(some(), checkpoint=folder / "c", outcomes=folder / "o", batch_size=10)
    assert (progress.created, progress.duplicates, progress.refused, progress.repeated) == (10, 9, 1, 10)
    assert results(folder / "o") == ["created"] * 10 + ["refused"] + ["accepted"] * 9


def some() -> list[Any]:
    return [*rows(10), {"name": "nobody"}, *rows(9, first=10)]


@pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")  # Where the interrupt comes just behind the lock.
def test_an_interrupt_leaves_no_checkpoint_locked(tmp_path: Path) -> None:
    for interrupt in interrupts("compound/checkpoint.py"):
        with interrupt:
            Lock(tmp_path / "c").close()
        Lock(tmp_path / "c").close()
        assert list(tmp_path.iterdir()) == []


@pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")
def test_an_import_that_is_interrupted_at_its_lock_can_be_made_again(
    sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = checkpoint._locked  # pyright: ignore[reportPrivateUsage]

    def interrupted(path: Path) -> None:
        locked(path)
        raise KeyboardInterrupt

    with sync_client(FoxReach, sandbox) as client:
        monkeypatch.setattr(checkpoint, "_locked", interrupted)
        with pytest.raises(KeyboardInterrupt):
            client.leads.import_all(rows(2), checkpoint=tmp_path / "c")
        monkeypatch.setattr(checkpoint, "_locked", locked)
        assert client.leads.import_all(rows(2), checkpoint=tmp_path / "c").created == 2


class Left(BaseException):
    """An exception that is no error."""


@pytest.mark.parametrize("flavour", ["sync", "asyncio", "trio"])
def test_rows_whose_call_was_not_sent_are_not_in_doubt(sandbox: Sandbox, tmp_path: Path, flavour: str) -> None:
    told: list[RowOutcome] = []
    options: Any = {"outcomes": tmp_path / "o", "on_outcome": told.append}

    def key() -> str:
        raise ZeroDivisionError

    async def imported() -> None:
        http = httpx2.AsyncClient(transport=sandbox.async_transport())
        async with AsyncFoxReach(api_key=key, base_url=sandbox.url, http_client=http) as client:
            with pytest.raises(ZeroDivisionError) as raised:
                await client.leads.import_all(rows(20), **options)
        assert raised.value.__notes__ == [NOTE.replace("11", "1")]

    if flavour != "sync":
        anyio.run(imported, backend=flavour)
    else:
        http = httpx2.Client(transport=sandbox.transport())
        with FoxReach(api_key=key, base_url=sandbox.url, http_client=http) as client, pytest.raises(ZeroDivisionError):
            client.leads.import_all(rows(20), **options)
    assert (told, (tmp_path / "o").read_text()) == ([], "")


@pytest.mark.parametrize("fault", [KeyboardInterrupt, SystemExit, Left, ZeroDivisionError])
@pytest.mark.parametrize("flavour", ["sync", "asyncio", "trio"])
def test_rows_in_doubt_are_told_whatever_ends_the_call(
    sandbox: Sandbox, tmp_path: Path, flavour: str, fault: type[BaseException]
) -> None:
    told: list[RowOutcome] = []
    options: Any = {"checkpoint": tmp_path / "c", "outcomes": tmp_path / "o", "on_outcome": told.append}
    stopping, found = Stopping(sandbox, 2, fault()), list[BaseException]()

    async def imported() -> None:
        async with async_client(AsyncFoxReach, sandbox, stopping) as client:
            try:
                await client.leads.import_all(some(), batch_size=10, **options)
            except BaseException as error:  # noqa: BLE001
                found.append(error)

    if flavour != "sync":
        anyio.run(imported, backend=flavour)
    else:
        with sync_client(FoxReach, sandbox, stopping) as client, pytest.raises(fault) as raised:
            client.leads.import_all(some(), batch_size=10, **options)
        found.append(raised.value)
    assert isinstance(found[0], fault)
    check_doubt(sandbox, tmp_path, found[0], told)


@pytest.mark.parametrize("way", ["asyncio", "trio", "task"])
def test_rows_in_doubt_are_told_if_the_task_is_cancelled(sandbox: Sandbox, tmp_path: Path, way: str) -> None:
    told: list[RowOutcome] = []
    found: list[BaseException] = []

    async def imported(stopping: Stopping) -> None:
        options: Any = {"checkpoint": tmp_path / "c", "outcomes": tmp_path / "o", "on_outcome": told.append}
        async with async_client(AsyncFoxReach, sandbox, stopping) as client:
            try:
                await client.leads.import_all(some(), batch_size=10, **options)
            except BaseException as error:
                found.append(error)
                raise

    async def main() -> None:
        stopping = Stopping(sandbox, 2)
        if way == "task":
            task = asyncio.ensure_future(imported(stopping))
            await stopping.reached.wait()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            return
        async with anyio.create_task_group() as group:
            group.start_soon(imported, stopping)
            await stopping.reached.wait()
            group.cancel_scope.cancel()

    anyio.run(main, backend="trio" if way == "trio" else "asyncio")
    check_doubt(sandbox, tmp_path, found[0], told)


@pytest.mark.parametrize("number", range(6))
def test_a_task_that_is_cancelled_writes_its_file_to_the_end(
    sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    real, calls, begun, go_on = os.fsync, iter(range(1000)), threading.Event(), threading.Event()
    seen: list[list[str]] = []

    def fsync(descriptor: int) -> None:
        if next(calls) == number:
            begun.set()
            assert go_on.wait(10)
        real(descriptor)

    async def imported() -> None:
        async with async_client(AsyncFoxReach, sandbox) as client:
            files: Any = {"checkpoint": tmp_path / "c", "outcomes": tmp_path / "o"}
            try:
                await client.leads.import_all(rows(20), batch_size=10, **files)
            finally:
                seen.append(sorted(path.name for path in tmp_path.iterdir()))

    async def main() -> None:
        task = asyncio.ensure_future(imported())
        await asyncio.to_thread(begun.wait, 10)
        task.cancel()
        for _ in range(5):  # It does not end before its file is written.
            await asyncio.sleep(0)
        assert not task.done()
        go_on.set()
        with pytest.raises(asyncio.CancelledError):
            await task

    monkeypatch.setattr(os, "fsync", fsync)
    anyio.run(main)
    assert seen == [["c", "o"]]
    with sync_client(FoxReach, sandbox) as client:
        progress = client.leads.import_all(rows(20), checkpoint=tmp_path / "c", outcomes=tmp_path / "o", batch_size=10)
    assert (progress.created, progress.repeated) == (20, 0)
    assert results(tmp_path / "o") == ["created"] * 20


def test_an_import_that_is_closed_between_two_steps_records_its_doubt(tmp_path: Path) -> None:
    server, told, files = Recording(), list[RowOutcome](), Files(tmp_path / "c", tmp_path / "o")
    steps = importing(job(files, told))
    step: Step = Take(0)
    while not isinstance(step, Call):
        step = steps.send(None if step == Take(0) else rows_of(["a@x.io"]) if isinstance(step, Take) else step.work())
    server.answer(step)
    steps.close()
    files.close()
    assert told == [RowOutcome(1, "in_doubt")]
    assert results(tmp_path / "o") == ["in_doubt"]
    progress = run(server, rows_of(["a@x.io"]), job(Files(tmp_path / "c", tmp_path / "o")))
    assert (progress.duplicates, progress.repeated) == (1, 1)


def test_an_interrupted_reading_of_rows_says_where_the_next_run_resumes(sandbox: Sandbox, tmp_path: Path) -> None:
    def interrupted() -> Iterator[dict[str, str]]:
        yield from rows(10)
        raise KeyboardInterrupt

    with sync_client(FoxReach, sandbox) as client, pytest.raises(KeyboardInterrupt) as raised:
        client.leads.import_all(interrupted(), checkpoint=tmp_path / "c", batch_size=10)
    assert raised.value.__notes__ == [NOTE]
    assert json.loads((tmp_path / "c").read_text())["rows"] == 10
