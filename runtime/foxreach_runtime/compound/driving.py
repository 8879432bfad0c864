"""The drivers of operations made of several calls, sync and async. Generated methods call these functions."""

from __future__ import annotations

import os
from collections.abc import AsyncIterable, AsyncIterator, Callable, Iterable, Iterator, Sequence, Sized
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Any, TypeVar

import anyio

from ..engine.driving import async_driven, driven
from ..engine.transport import AsyncTransport, Transport
from ..errors import FoxReachError
from ..keys.rotation import UNKNOWN, Left
from ..operation import Call
from ..options.options import Options
from ..raw import RawReply
from ..settling.interrupted import unsettled
from ..tasks.threads import run_in_thread
from .checking import checked_rows
from .checkpoint import Files
from .importing import FileWork, Job, Step, Take, Unsent, importing
from .outcomes import ImportProgress, RowOutcome
from .rules import BulkRule, UpsertRule
from .upsert import Upserted, upserting

D = TypeVar("D", Transport, AsyncTransport)
T = TypeVar("T")
Path = str | os.PathLike[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOptions:
    """The options of an import that its callers share: files, listeners, and rows in a call."""

    checkpoint: Path | None = None
    outcomes: Path | None = None
    on_progress: Callable[[ImportProgress], object] | None = None
    on_outcome: Callable[[RowOutcome], object] | None = None
    batch_size: int


def upsert(transport: Transport, call: Call[T], rule: UpsertRule) -> Upserted[T]:
    """Create what *call* creates, or update the object that has its natural key."""
    timed = _timed(transport)
    return driven(upserting(call, rule, transport.clock), lambda step: _outcome(timed(), step))


async def async_upsert(transport: AsyncTransport, call: Call[T], rule: UpsertRule) -> Upserted[T]:
    """Do what `upsert` does, on an event loop."""
    timed = _timed(transport)
    return await async_driven(upserting(call, rule, transport.clock), lambda step: _async_outcome(timed(), step))


def import_all(
    transport: Transport,
    rule: BulkRule,
    call: Callable[[Sequence[Any]], Call[Any]],
    rows: Iterable[Any],
    options: ImportOptions,
) -> ImportProgress:
    """Import *rows*, by calls that *call* makes of some of them."""
    job, left = _job(transport, rule, call, rows, options), iter(rows)
    keys = transport.options.keys
    if keys is not None and options.checkpoint is not None:
        keys.ask(UNKNOWN, Left(None, job.clock))

    def do(step: Step) -> Any:
        with unsettled() as interrupted:
            try:
                if isinstance(step, Take):
                    return list(islice(left, step.count))
                return step.work() if isinstance(step, FileWork) else transport.reply(step)
            except BaseException as error:  # noqa: BLE001  # The import raises it, after it recorded the rows in doubt.
                return error if interrupted or isinstance(error, FoxReachError) else Unsent(error)

    with closing(job.files):
        return driven(importing(job), do)


async def async_import_all(
    transport: AsyncTransport,
    rule: BulkRule,
    call: Callable[[Sequence[Any]], Call[Any]],
    rows: Iterable[Any] | AsyncIterable[Any],
    options: ImportOptions,
) -> ImportProgress:
    """Do what `import_all` does, on an event loop. *rows* are taken there; files are written in a thread."""
    job = _job(transport, rule, call, rows, options)
    left = aiter(rows) if isinstance(rows, AsyncIterable) else iter(rows)

    keys = transport.options.keys
    if keys is not None and options.checkpoint is not None:
        await keys.ask(UNKNOWN, Left(None, job.clock))

    async def do(step: Step) -> Any:
        with unsettled() as interrupted:
            try:
                if isinstance(step, Take):
                    return await _taken(left, step.count)
                return await (_worked(step.work) if isinstance(step, FileWork) else transport.reply(step))
            except BaseException as error:  # noqa: BLE001
                return error if interrupted or isinstance(error, FoxReachError) else Unsent(error)

    with closing(job.files):
        return await async_driven(importing(job), do)


async def _worked(work: Callable[[], Any]) -> Any:
    """Do *work* in a thread, to its end although the task is cancelled, by whatever means, and return its result."""
    results = list[Any]()

    async def in_thread() -> None:
        with anyio.CancelScope(shield=True):
            try:
                results.append(await run_in_thread(work))
            except Exception as error:  # noqa: BLE001  # It would leave the group in an ExceptionGroup.
                results.append(error)

    with anyio.CancelScope(shield=True):
        async with anyio.create_task_group() as group:  # Task.cancel() of asyncio reaches only this task.
            group.start_soon(in_thread)
    return results[0]


def _job(
    transport: Transport | AsyncTransport,
    rule: BulkRule,
    call: Callable[[Sequence[Any]], Call[Any]],
    rows: object,
    options: ImportOptions,
) -> Job:
    checked_rows(rule, rows)
    return Job(
        rule=rule,
        target=f"{rule.operation} at {transport.options.base_url}",
        call=call,
        batch_size=options.batch_size,
        files=Files(options.checkpoint, options.outcomes),
        clock=transport.clock,
        key=partial(_key_in_use, transport.options),
        total=len(rows) if isinstance(rows, Sized) else None,
        on_progress=options.on_progress,
        on_outcome=options.on_outcome,
    )


def _timed(transport: D) -> Callable[[], D]:
    """Return a function that returns *transport* for the next of several calls, which share one deadline."""
    left = Left(transport.options.retry.deadline, transport.clock)
    first = [transport]  # It has all of the deadline.
    return lambda: first.pop() if first else transport.within(left())


def _key_in_use(options: Options) -> str:
    return (options.key or "") if options.keys is None else options.keys.current.text


def _outcome(transport: Transport, call: Call[T]) -> RawReply[T] | FoxReachError:
    try:
        return transport.reply(call)
    except FoxReachError as error:
        return error


async def _async_outcome(transport: AsyncTransport, call: Call[T]) -> RawReply[T] | FoxReachError:
    try:
        return await transport.reply(call)
    except FoxReachError as error:
        return error


async def _taken(rows: AsyncIterator[Any] | Iterator[Any], count: int) -> list[Any]:
    """Return the next *count* rows, or fewer at the end."""
    if not isinstance(rows, AsyncIterator):
        return list(islice(rows, count))
    taken: list[Any] = []
    async for row in rows:
        taken.append(row)
        if len(taken) == count:
            break
    return taken
