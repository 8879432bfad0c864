"""The command that imports rows of a file, resumes after any interruption, and says what was rejected and why."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import Any

from . import calls, failures, files, output, tree
from .checkpoint import Checkpoint
from .mapping import Mapping, mapped, mapping
from .parser import API, Parser, add_option, options_of_all
from .progress import Progress
from .reading import RowFile, row_file
from .rejected import Rejected, write_rejected
from .session import Session, method_of
from .usage import DONE, EXIT_STATUSES, INTERRUPTED, REFUSED, StoppedError, UsageError
from .values import natural

ABOUT = """{summary}.

The first line of a CSV file names the columns. Columns with the name of a field are found without regard to case,
spaces and hyphens; any other column becomes a custom field. Empty cells are not sent. A row that cannot be read or that
the server refuses does not stop the others. If an import stops, the same command with --resume goes on."""


def parser(words: tuple[str, ...], call: str) -> Parser:
    """Return the parser of the command."""
    facts = tree.facts_of(call)
    found = Parser(words, ABOUT.format(summary=tree.summary("import", call)))
    found.epilog = EXIT_STATUSES
    found.add_argument("file", metavar="FILE", help="CSV or JSON lines; - for stdin")
    reading = found.add_argument_group("reading")
    reading.add_argument("--map", action="append", default=[], metavar="COLUMN=FIELD",
                         help="field of a column; nothing behind = leaves it out (repeatable)")  # fmt: skip
    reading.add_argument("--encoding", metavar="NAME", help="encoding, such as cp1252 (guessed)")
    reading.add_argument("--separator", metavar="CHARACTER", help="separator of columns (guessed)")
    arguments = found.add_argument_group("arguments of the call")
    for fact in facts["arguments"]:
        if fact["name"] != facts["bulk"]["rows"]:
            add_option(arguments, fact)
    arguments.add_argument("--batch-size", type=natural, metavar="N", default=facts["bulk"]["limit"],
                           help=f"rows in a call (1 to {facts['bulk']['limit']})")  # fmt: skip
    found.add_argument("--dry-run", action="store_true", help="check every row; send nothing")
    found.add_argument("--resume", action="store_true", help="go on where an import of this file stopped")
    found.add_argument("--restart", action="store_true", help="forget where it stopped, and begin again")
    found.add_argument("--checkpoint", metavar="FILE", help="file that remembers where it stopped (beside FILE)")
    found.add_argument("--rejected", metavar="FILE", help="write the rejected rows there, with the reasons")
    found.add_argument("-o", "--output", choices=("table", "json"), help="how the result is printed")
    options_of_all(found)
    return found


@dataclass(frozen=True)
class Job:
    """One import: what is read, how it becomes rows, and the rows that can be sent."""

    call: str
    file: RowFile
    mapping: Mapping
    checked: Callable[[dict[str, Any]], str]

    def rows(self) -> Iterator[tuple[int, Any, dict[str, Any], str]]:
        """Yield line, record, row and fault of each record."""
        for record in self.file.records():
            row, fault = self.mapping.row(self.file, record)
            yield record.line, record, row, fault


class Good:
    """The rows that can be read, in order: the same at each iteration."""

    def __init__(self, job: Job) -> None:
        self._job = job
        faults = Counter(bool(fault) for *_, fault in job.rows())
        self.unreadable, self._length = faults[True], faults[False]

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return (row for *_, row, fault in self._job.rows() if not fault)


def run(call: str, given: Namespace, session: Session) -> int:
    """Run the command."""
    facts = tree.facts_of(call)
    bulk = facts["bulk"]
    known = [name for name, _ in tree.facts_of(bulk["export"])["columns"]] if bulk.get("export") else []
    if given.separator is not None and len(given.separator) != 1:
        given.separator = {"\\t": "\t", "tab": "\t"}.get(given.separator, "")
        if not given.separator:
            raise UsageError("--separator must be one character, or tab.")
    file = row_file(given.file, given.encoding, given.separator, bulk["key"])
    found = mapping(file, bulk, given.map, known)
    how = "JSON lines" if file.is_json else f"separator {'tab' if file.separator == chr(9) else file.separator!r}"
    failures.say(f"{file.name}: {file.encoding}, {how}" + f"; {mapped(found)}")
    job = Job(call, file, found, _checking(call, bulk["rows"]))
    checkpoint = Checkpoint(given, file)
    if given.rejected:
        files.require_writable(given.rejected)
    if given.batch_size > bulk["limit"]:
        raise UsageError(f"--batch-size must be 1 to {bulk['limit']}.")
    if given.dry_run:
        return _dry_run(job, given, bulk)
    with closing(checkpoint):
        checkpoint.begin()
        return _import(job, given, session, checkpoint)


def _checking(call: str, rows: str) -> Callable[[dict[str, Any]], str]:
    def checked(row: dict[str, Any]) -> str:
        try:
            calls.check(call, [], {rows: [row]})
        except UsageError as error:
            return str(error).partition(f"{rows}[0]")[2].lstrip(".: ") or str(error)
        return ""

    return checked


def _dry_run(job: Job, given: Namespace, bulk: dict[str, Any]) -> int:
    """Check every row without a call."""
    keys, faults, good, twice = set[str](), list[Rejected](), 0, 0
    for line, record, row, fault in job.rows():
        fault = fault or job.checked(row)  # noqa: PLW2901 - what the client would refuse
        if fault:
            faults.append(Rejected(line, record, fault))
            continue
        key = str(row.get(bulk["key"], "")).strip().casefold()
        good, twice = good + 1, twice + (key in keys)
        keys.add(key)
    batches = -(-good // given.batch_size)
    result = {"rows": good + len(faults), "valid": good, "rejected": len(faults), "twice_in_file": twice,
              "calls": batches, "sent": 0}  # fmt: skip
    _told(job, given, faults)
    _printed(result, given)
    return REFUSED if faults else DONE


def _import(job: Job, given: Namespace, session: Session, checkpoint: Checkpoint) -> int:
    bulk = tree.facts_of(job.call)["bulk"]
    good = Good(job)
    session.pacing = "bulk"
    method = method_of(session.client, f"{job.call.rpartition('.')[0]}.{bulk['method']}")
    named = {name.removeprefix(API): value for name, value in vars(given).items() if name.startswith(API)}
    progress = Progress(good.unreadable)
    with _stopping(checkpoint):
        with progress:
            done = method(good, **named, checkpoint=checkpoint.lock, outcomes=checkpoint.outcomes,
                          on_progress=progress.show, on_outcome=checkpoint.keep,
                          batch_size=given.batch_size)  # fmt: skip
        faults = _told(job, given, _rejected(job, checkpoint.refused()))
    checkpoint.remove()
    _printed({"rows": done.rows + good.unreadable, "created": done.created, "restored": done.restored,
              "duplicates": done.duplicates, "rejected": faults, "maybe_sent_twice": done.repeated}, given)  # fmt: skip
    return REFUSED if faults else DONE


@contextmanager
def _stopping(checkpoint: Checkpoint) -> Generator[None]:
    """Say how an import goes on that stops."""
    try:
        yield
    except ValueError as error:
        is_about_checkpoint = type(error).__name__ == "BadCheckpointError"
        raise UsageError(f"{error} {checkpoint.mismatch}" if is_about_checkpoint else str(error)) from None
    except KeyboardInterrupt:
        failures.say(f"interrupted; {checkpoint.advice}")
        raise StoppedError(INTERRUPTED) from None
    except Exception:
        failures.say(f"stopped; {checkpoint.advice}")
        raise


def _rejected(job: Job, reasons: dict[int, str]) -> list[Rejected]:
    """Return the rows that cannot be read, and those that were refused, in the order of the file."""
    found, number = list[Rejected](), 0
    for line, record, _, fault in job.rows():
        number += not fault
        reason = fault or reasons.get(number, "")
        if reason:
            found.append(Rejected(line, record, reason))
    return found


def _told(job: Job, given: Namespace, faults: list[Rejected]) -> int:
    """Write the rejected rows to the file that the command line names, or the first of them to stderr."""
    if given.rejected:
        files.place(given.rejected, lambda path: write_rejected(path, job.file, faults))
        if faults:
            told = (
                "1 rejected row, with the reason"
                if len(faults) == 1
                else f"{len(faults):,} rejected rows, with reasons"
            )
            failures.say(f"{told}: {given.rejected}")
        return len(faults)
    for each in faults[:10]:
        failures.say(f"line {each.line}: {each.reason}")
    if len(faults) > 10:
        failures.say(f"and {len(faults) - 10:,} more; --rejected FILE writes them all")
    return len(faults)


def _printed(result: dict[str, Any], given: Namespace) -> None:
    if given.output == "json":
        output.put(output.pretty(result) + "\n")
    else:
        output.put("".join(f"{value:>10,}  {name.replace('_', ' ')}\n" for name, value in result.items()))
