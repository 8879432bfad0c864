"""An import as a generator: it asks for rows, calls and file work, and returns the progress at its end.

Pure, apart from the listeners that it calls. The drivers in driving.py carry out what it asks for. What they raise is
the result of the step, so that an import that is interrupted or cancelled can record the rows in doubt.
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
from .checking import Checked, checked, unreadable
from .checkpoint import Digest, Files, State
from .outcomes import COUNTED, ImportProgress, Row, RowOutcome, counts_in, refusal, refusals, results
from .rules import BulkRule

PART = 10  # Rows among which the server names not every refusal are sent again in so many parts.


@dataclass(frozen=True, slots=True)
class Take:
    """Take up to *count* rows from the caller. The result is a list of them, empty at the end."""

    count: int


@dataclass(frozen=True, slots=True)
class FileWork:
    """Do *work*, which blocks, outside of the event loop if there is one. The result is what it returns."""

    work: Callable[[], Any]


@dataclass(frozen=True, slots=True)
class Unsent:
    """What a step raised, *error*, if it sent nothing."""

    error: BaseException


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One import: *call* makes a call of rows, *target* names the operation and the server, *key* the key in use."""

    rule: BulkRule
    target: str
    call: Callable[[Sequence[Any]], Call[Any]]
    batch_size: int
    files: Files
    clock: Callable[[], float]
    key: Callable[[], str] = str
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

    def checked(self, rows: list[Row]) -> Checked:
        """Return *rows* as they can be sent."""
        return checked(self.rule, self.call, rows)

    def tell(self, outcomes: Sequence[RowOutcome]) -> None:
        """Call the listener with each of *outcomes*."""
        if self.on_outcome is not None:
            for outcome in outcomes:
                self.on_outcome(outcome)

    def show(self, progress: ImportProgress) -> ImportProgress:
        """Call the listener with *progress*, and return it."""
        if self.on_progress is not None:
            self.on_progress(progress)
        return progress


@dataclass(frozen=True, slots=True)
class Batch:
    """The outcomes of the rows of a batch, the counts, and whether it may have been sent twice."""

    outcomes: list[RowOutcome]
    counts: Mapping[str, int]
    repeated: bool = False


Step = Take | Call[Any] | FileWork
Answer = RawReply[Any] | BaseException | Unsent
Importing = Generator[Step, Any, ImportProgress]
Sending = Generator[Step, Any, Batch]


def importing(job: Job) -> Importing:
    """Import every row and return the progress at the end."""
    digest = Digest()
    state: State = yield from _done(FileWork(partial(job.files.load, job.target, job.key)))
    yield from _skip(job, state, digest)
    began, skipped, doubtful = job.clock(), state.rows, state.rows + state.begun
    values = yield from _done(Take(job.batch_size))
    yield from _done(FileWork(partial(job.files.cut, state)))  # Rows that cannot be read leave no file.
    progress = _progress(job, state, skipped, 0.0)
    try:
        while values:
            rows = job.checked(_numbered(state.rows, values))
            state = replace(state, begun=max(0, doubtful - state.rows))
            batch = yield from _batch(job, rows, state)
            hashed = digest.add(rows.content(job.rule))
            state = state.after(len(values), hashed, batch.counts, repeated=batch.repeated, key=job.key())
            state = replace(state, begun=max(0, doubtful - state.rows))
            try:
                job.tell(batch.outcomes)
            finally:  # A listener that raises does not have the rows sent again.
                state = yield from _done(FileWork(partial(job.files.record, state, batch.outcomes)))
            progress = job.show(_progress(job, state, skipped, job.clock() - began))
            values = yield from _done(Take(job.batch_size))
    except BaseException as error:
        _note_stop(error, state.rows)
        raise
    return progress if state.rows > skipped else job.show(progress)


def _done(step: Take | FileWork) -> Generator[Step, Any, Any]:
    """Return the result of *step*, or raise what it raised."""
    return _raised((yield step))


def _raised(result: Any) -> Any:
    """Return *result*, or raise what the step raised."""
    if isinstance(result, BaseException):
        raise result
    if isinstance(result, Unsent):
        raise result.error
    return result


def _numbered(before: int, values: Sequence[Any]) -> list[Row]:
    return [Row(before + place, value) for place, value in enumerate(values, 1)]


def _note_stop(error: BaseException, rows: int) -> None:
    """Say in *error* where the import stopped, unless it is about an argument and comes before the first row."""
    if rows or not isinstance(error, (TypeError, ValueError)):
        error.add_note(f"The import stopped at row {rows + 1:,}. With a checkpoint, the same call resumes there.")


def _skip(job: Job, state: State, digest: Digest) -> Generator[Step, Any, None]:
    """Take the rows that were answered before, and check that they are the same."""
    done, found = 0, ""
    while done < state.rows:
        values: list[Any] = yield from _done(Take(min(state.rows - done, job.rule.limit)))
        if not values:
            raise job.files.mismatch(f"{state.rows:,} rows, and there are fewer now")
        found = digest.add(job.checked(_numbered(done, values)).content(job.rule))
        done += len(values)
    if found != state.digest:
        raise job.files.mismatch(f"other rows: they differ up to row {state.rows:,}, as after a refused row was mended")


def _batch(job: Job, rows: Checked, state: State) -> Sending:
    """Return what became of *rows*, the ones after *state*. If the import has to stop, report those in doubt first."""
    answers = list[Answer]()
    begun = max(len(rows.rows) + len(rows.faults), state.begun)
    try:
        yield from _done(FileWork(partial(job.files.save, replace(state, begun=begun))))
        batch = yield from _watched(_sent(job, rows, repeated=state.begun > 0), answers)
    except GeneratorExit:  # Interrupted between two steps: nobody carries out another one.
        for step in _stop(job, rows, state, answers):
            step.work()
        raise
    except BaseException:
        for step in _stop(job, rows, state, answers):
            yield from _done(step)
        raise
    return replace(batch, outcomes=sorted(batch.outcomes, key=_row))


def _row(outcome: RowOutcome) -> int:
    return outcome.row


def _stop(job: Job, rows: Checked, state: State, answers: Sequence[Answer]) -> Generator[FileWork]:
    """Record the outcomes of *rows* that are in doubt, or that none of them is."""
    if not any(map(_may_have_acted, answers)):
        yield FileWork(partial(job.files.save, state))
        return
    doubt = [RowOutcome(row.number, "in_doubt") for row in rows.rows]
    outcomes = sorted([*_refused(rows.faults), *doubt], key=_row)
    try:
        job.tell(outcomes)
    finally:
        yield FileWork(partial(job.files.append, outcomes))


def _watched(steps: Sending, answers: list[Answer]) -> Sending:
    """Run *steps* and add the outcome of each call to *answers*."""
    answer = None
    while True:
        try:
            step = steps.send(answer)
        except StopIteration as end:
            return cast("Batch", end.value)
        answers.append(GeneratorExit())  # The outcome, if these steps are closed before they get another one.
        answers[-1] = answer = yield step


def _may_have_acted(answer: Answer) -> bool:
    """Return whether a call with this outcome may have been carried out; of one interrupted later, nobody knows."""
    if isinstance(answer, FoxReachError):
        return any(attempt.may_have_acted for attempt in answer.history)
    return not isinstance(answer, Unsent)


def _refused(faults: Mapping[int, str]) -> list[RowOutcome]:
    return [refusal(number, words) for number, words in faults.items()]


def _sent(job: Job, rows: Checked, *, repeated: bool) -> Sending:
    """Return what became of *rows*. Those that cannot be sent, or that the server cannot read, cost only themselves."""
    refused, batch = _refused(rows.faults), Batch([], dict.fromkeys(COUNTED, 0), repeated)
    while rows.call is not None:
        answer: Answer = yield rows.call
        if isinstance(answer, UnprocessableContentError):
            faults = unreadable(job.rule, rows.rows, answer.errors)
            if not faults:
                raise answer
            refused += _refused(faults)
            rows = job.checked([row for row in rows.rows if row.number not in faults])
        else:
            batch = yield from _told(job, rows, _raised(answer), repeated=repeated)
            break
    counts = {**batch.counts, "refused": batch.counts["refused"] + len(refused)}
    return Batch(refused + batch.outcomes, counts, batch.repeated)


def _told(job: Job, rows: Checked, answer: RawReply[Any], *, repeated: bool) -> Sending:
    """Return what the report tells about *rows*; parts of them are sent again until each refusal is found."""
    repeated = repeated or any(attempt.may_have_acted for attempt in answer.history[:-1])
    sent: list[Any] = getattr(getattr(rows.call, "body", None), job.rule.rows)
    keys, report = [str(getattr(row, job.rule.key)) for row in sent], answer.value
    refused, asked = refusals(job.rule, rows.rows, keys, report)
    size = max(1, -(-len(asked) // PART))
    for start in range(0, len(asked), size):
        again = yield from _sent(job, job.checked(asked[start : start + size]), repeated=True)
        refused += (each for each in again.outcomes if each.result == "refused")
    counts, numbers = counts_in(job.rule, report), {each.row for each in refused}
    accepted = [(row, key) for row, key in zip(rows.rows, keys, strict=True) if row.number not in numbers]
    certain = not repeated and len(refused) == counts["refused"]
    outcomes = results(job.rule, [row for row, _ in accepted], [key for _, key in accepted], report, certain=certain)
    return Batch(refused + outcomes, counts, repeated)


def _progress(job: Job, state: State, skipped: int, seconds: float) -> ImportProgress:
    rate = (state.rows - skipped) / seconds if seconds > 0 else 0.0
    total = job.total if job.total is not None and job.total >= state.rows else None  # of rows that became more
    return ImportProgress(state.rows, **state.counts, repeated=state.repeated, total=total, rate=rate, skipped=skipped)
