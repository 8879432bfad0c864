"""An import as a generator: it asks for rows, calls and file work, and returns the progress at its end.

Pure, apart from the listeners that it calls. The drivers in driving.py carry out what it asks for.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, cast

from ..errors import FoxReachError, UnprocessableContentError
from ..keys.source import is_async
from ..operation import Call
from ..raw import RawReply
from .checkpoint import BadCheckpointError, Digest, Files, State
from .outcomes import COUNTED, ImportProgress, Row, RowOutcome, counts_in, folded, refusal, told
from .rules import BulkRule

PART = 10  # Rows among which the server names not every refusal are sent again in so many parts.
SKIPPED = 10_000  # Rows to hash at a time.


@dataclass(frozen=True, slots=True)
class Take:
    """Take up to *count* rows from the caller. The result is a list of them, empty at the end."""

    count: int


@dataclass(frozen=True, slots=True)
class FileWork:
    """Do *work*, which blocks, outside of the event loop if there is one. The result is what it returns."""

    work: Callable[[], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One import: *call* makes a call of rows, *target* names the operation and the server."""

    rule: BulkRule
    target: str
    call: Callable[[Sequence[Any]], Call[Any]]
    batch_size: int
    files: Files
    clock: Callable[[], float]
    total: int | None = None
    on_progress: Callable[[ImportProgress], object] | None = None
    on_outcome: Callable[[RowOutcome], object] | None = None

    def __post_init__(self) -> None:
        """Refuse a batch that the server would refuse, and a listener that cannot be called after the first batch."""
        size: Any = self.batch_size
        if not isinstance(size, int) or isinstance(size, bool) or not 1 <= size <= self.rule.limit:
            raise ValueError(f"{self.rule.operation}: batch_size must be a whole number from 1 to {self.rule.limit}")
        for name in ("on_progress", "on_outcome"):
            listener: object = getattr(self, name)
            if listener is not None and (not callable(listener) or is_async(listener)):
                raise TypeError(f"{self.rule.operation}: {name} must be a function, and no coroutine function")

    def tell(self, outcomes: Sequence[RowOutcome]) -> None:
        """Call the listener with each of *outcomes*."""
        if self.on_outcome is not None:
            for outcome in outcomes:
                self.on_outcome(outcome)


@dataclass(frozen=True, slots=True)
class Batch:
    """The outcomes of the rows of a batch, the counts, and whether it may have been sent twice."""

    outcomes: list[RowOutcome]
    counts: Mapping[str, int]
    repeated: bool = False


Importing = Generator[Take | Call[Any] | FileWork, Any, ImportProgress]
Sending = Generator[Take | Call[Any] | FileWork, Any, Batch]


def importing(job: Job) -> Importing:
    """Import every row and return the progress at the end."""
    digest = Digest()
    state: State = yield FileWork(partial(job.files.load, job.target))
    yield from _skip(state, digest)
    yield FileWork(partial(job.files.cut, state))
    began, skipped, doubtful = job.clock(), state.rows, state.rows + state.begun
    while values := (yield Take(job.batch_size)):
        rows = [Row(state.rows + place, value) for place, value in enumerate(values, 1)]
        state = replace(state, begun=max(0, doubtful - state.rows))
        yield FileWork(partial(job.files.save, replace(state, begun=max(len(rows), state.begun))))
        batch = yield from _batch(job, rows, state)
        state = state.after(len(rows), digest.add(values), batch.counts, repeated=batch.repeated)
        state = replace(state, begun=max(0, doubtful - state.rows))
        try:
            job.tell(batch.outcomes)
        finally:  # A listener that raises does not have the rows sent again.
            state = yield FileWork(partial(job.files.record, state, batch.outcomes))
        if job.on_progress is not None:
            job.on_progress(_progress(job, state, skipped, job.clock() - began))
    return _progress(job, state, skipped, job.clock() - began)


def _skip(state: State, digest: Digest) -> Generator[Take, Any, None]:
    """Take the rows that were answered before, and check that they are the same."""
    left, found = state.rows, ""
    while left:
        values: list[Any] = yield Take(min(left, SKIPPED))
        if not values:
            raise BadCheckpointError(f"The checkpoint is about {state.rows:,} rows, and there are fewer now.")
        found, left = digest.add(values), left - len(values)
    if found != state.digest:
        raise BadCheckpointError("The first rows differ from those of the checkpoint. Delete it to import all rows.")


def _batch(job: Job, rows: list[Row], state: State) -> Sending:
    """Return what became of *rows*, the ones after *state*. If the import has to stop, report those in doubt first."""
    answers = list[RawReply[Any] | FoxReachError]()
    try:
        batch = yield from _watched(_sent(job, rows, repeated=state.begun > 0), answers)
    except FoxReachError as error:
        if any(map(_may_have_acted, answers)):
            doubt = [RowOutcome(row.number, "in_doubt") for row in rows]
            job.tell(doubt)
            yield FileWork(partial(job.files.append, doubt))
        else:
            yield FileWork(partial(job.files.save, state))
        error.add_note(f"The import stopped at row {rows[0].number:,}. With a checkpoint, the same call resumes there.")
        raise
    return replace(batch, outcomes=sorted(batch.outcomes, key=lambda outcome: outcome.row))


def _watched(steps: Sending, answers: list[RawReply[Any] | FoxReachError]) -> Sending:
    """Run *steps* and add the outcome of each call to *answers*."""
    answer = None
    while True:
        try:
            step = steps.send(answer)
        except StopIteration as end:
            return cast("Batch", end.value)
        answer = yield step
        answers.append(answer)


def _may_have_acted(answer: RawReply[Any] | FoxReachError) -> bool:
    return isinstance(answer, RawReply) or any(attempt.may_have_acted for attempt in answer.history)


def _sent(job: Job, rows: list[Row], *, repeated: bool) -> Sending:
    """Return what became of *rows*. Those that cannot be sent, or that the server cannot read, cost only themselves."""
    refused, answer, keys = list[RowOutcome](), None, list[str]()
    while rows and answer is None:
        try:
            call = job.call([row.value for row in rows])
        except (ValueError, TypeError) as fault:
            faults = _unsendable(job, rows, fault)
        else:
            answer = yield call
            if not isinstance(answer, UnprocessableContentError):
                keys = [folded(getattr(row, job.rule.key)) for row in getattr(call.body, job.rule.rows)]
                break
            faults, answer = _unreadable(rows, answer), None
        refused += (refusal(number, words) for number, words in faults.items())
        rows = [row for row in rows if row.number not in faults]
    if isinstance(answer, FoxReachError):
        raise answer
    batch = Batch([], dict.fromkeys(COUNTED, 0), repeated)
    if answer is not None:
        batch = yield from _told(job, rows, keys, answer, repeated=repeated)
    counts = {**batch.counts, "refused": batch.counts["refused"] + len(refused)}
    return Batch(refused + batch.outcomes, counts, batch.repeated)


def _told(job: Job, rows: list[Row], keys: list[str], answer: RawReply[Any], *, repeated: bool) -> Sending:
    """Return what the report tells about *rows*; parts of them are sent again until it names each refusal."""
    repeated = repeated or any(attempt.may_have_acted for attempt in answer.history[:-1])
    known = told(job.rule, rows, keys, answer.value, repeated=repeated)
    outcomes, size = list(known.outcomes), max(1, -(-len(known.asked) // PART))
    for start in range(0, len(known.asked), size):
        again = yield from _sent(job, list(known.asked[start : start + size]), repeated=True)
        outcomes += (each if each.result == "refused" else replace(each, result=known.rest) for each in again.outcomes)
    return Batch(outcomes, counts_in(job.rule, answer.value), repeated)


def _unsendable(job: Job, rows: list[Row], fault: Exception) -> dict[int, str]:
    """Return why rows cannot be sent, by their numbers; raise *fault* if it is not about a row."""
    faults = {row.number: words for row in rows if (words := _fault(job, row))}
    if not faults:
        raise fault
    return faults


def _fault(job: Job, row: Row) -> str:
    """Return why *row* cannot be sent, or '' if it can. A fault of an option is raised: it would refuse every row."""
    place = f"{job.rule.operation}: {job.rule.rows}"
    try:
        job.call([row.value])
    except (ValueError, TypeError) as fault:
        if not str(fault).startswith(place):
            raise
        return str(fault).removeprefix(place).removeprefix("[0]").lstrip(".: ")
    return ""


def _unreadable(rows: list[Row], error: UnprocessableContentError) -> dict[int, str]:
    """Return why the server cannot read rows, by their numbers; raise *error* if it names none."""
    places = [(each.path[1], each.message) for each in error.errors if len(each.path) > 1]
    faults = {rows[at].number: words for at, words in places if isinstance(at, int) and 0 <= at < len(rows)}
    if not faults:
        raise error
    return faults


def _progress(job: Job, state: State, skipped: int, seconds: float) -> ImportProgress:
    rate = (state.rows - skipped) / seconds if seconds > 0 else 0.0
    return ImportProgress(state.rows, **state.counts, repeated=state.repeated, total=job.total, rate=rate)
