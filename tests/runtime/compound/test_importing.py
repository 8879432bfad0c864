"""An import on a model of the server: the outcomes and counts agree with the truth, whatever is lost or killed."""

from __future__ import annotations

import json
import tracemalloc
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec
import pytest
from foxreach_client import (
    BadCheckpointError,
    FoxReachError,
    ImportProgress,
    OutcomeUnknownError,
    RowOutcome,
    UnprocessableError,
)
from foxreach_client.models import LeadImportReport, RejectedLead
from foxreach_client.operations.leads import LEADS_IMPORT_LEADS_BULK, leads_import_leads
from foxreach_runtime.compound.checkpoint import Files
from foxreach_runtime.compound.importing import FileWork, Job, Take, importing
from foxreach_runtime.compound.outcomes import folded
from foxreach_runtime.operation import Call
from foxreach_runtime.raw import RawReply
from foxreach_runtime.response.error_bodies import FieldError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .server import Server

Truth = dict[int, str]
RESULTS = {"created": "created", "restored": "restored", "duplicates": "duplicate", "errors": "refused"}


def leads_of(call: Call[Any]) -> list[Any]:
    """Return the rows that *call* sends."""
    leads: list[Any] = getattr(call.body, "leads", [])
    return leads


class Killed(BaseException):
    """The process ends here; nothing is cleaned up."""


class Recording(Server):
    """A server that keeps the first result of each row, and every row that it receives, by the row's number.

    Keys with outer spaces are refused, compared without them (*spaces* is "ignored"), or other keys ("kept"). A report
    has keys as they were sent, or (*folds*) as they are compared.
    """

    def __init__(self, spaces: str = "refused", *, folds: bool = False, **options: Any) -> None:
        super().__init__(**options)
        self.spaces, self.folds = spaces, folds
        self.truth: Truth = {}
        self.received: list[int] = []

    def _result(self, call: Call[Any]) -> Any:
        numbers = [int(lead.notes) for lead in leads_of(call)]
        self.received += numbers
        self.current = iter(numbers)
        return super()._result(call)

    def _import(self, leads: list[Any]) -> LeadImportReport:
        report = super()._import(leads)
        if not self.folds:
            return report
        twice = [folded(each) for each in report.duplicate_emails or ()]
        named = [RejectedLead(email=folded(each.email), reason=each.reason) for each in report.error_details or ()]
        return msgspec.structs.replace(report, duplicate_emails=twice, error_details=named)

    def imported(self, email: str) -> str:
        plain = email.strip()
        refused = self.spaces == "refused" and plain != email
        found = "errors" if refused else super().imported(plain if self.spaces == "ignored" else email)
        self.truth.setdefault(next(self.current), RESULTS[found])
        return found


def job(files: Files, told: list[RowOutcome] | None = None, **options: Any) -> Job:
    """Return an import with five rows in a call."""
    return Job(
        rule=LEADS_IMPORT_LEADS_BULK,
        target=options.pop("target", "leads.import_leads at here"),
        call=lambda some: leads_import_leads(leads=some),
        batch_size=options.pop("batch_size", 5),
        files=files,
        clock=options.pop("clock", lambda: 0.0),
        on_outcome=None if told is None else told.append,
        **options,
    )


def run(
    server: Server, rows: Iterable[Any], one: Job, kill_at: int = -1, answer: Callable[[Any], Any] | None = None
) -> ImportProgress:
    """Drive the import, and kill it before the step *kill_at*."""
    steps, left, number = importing(one), iter(rows), 0
    result: Any
    try:
        step = next(steps)
        while True:
            if number == kill_at:
                raise Killed
            number += 1
            if isinstance(step, Take):
                result = list(islice(left, step.count))
            else:
                result = step.work() if isinstance(step, FileWork) else (answer or server.answer)(step)
            step = steps.send(result)
    except StopIteration as end:
        progress: ImportProgress = end.value
        return progress
    finally:  # The system does that when a process is killed.
        one.files.close()


def rows_of(emails: Sequence[str]) -> list[Mapping[str, str]]:
    return [{"email": email, "notes": str(number)} for number, email in enumerate(emails, 1)]


def outcomes_in(path: Path) -> list[RowOutcome]:
    return [RowOutcome(**json.loads(line)) for line in path.read_text().splitlines()]


def check_outcomes(outcomes: Sequence[RowOutcome], truth: Mapping[int, str], count: int) -> None:
    """Assert that each row has one outcome, in order, which is the truth or *accepted*."""
    assert [outcome.row for outcome in outcomes] == list(range(1, count + 1))
    for outcome in outcomes:
        real = truth[outcome.row]
        assert outcome.result == real or (outcome.result == "accepted" and real != "refused"), (outcome, real)
        assert (outcome.reason == "invalid email") == (real == "refused")


ADDRESSES = st.sampled_from(["a@x.io", "b@x.io", "C@x.io", "c@x.io", "d@x.io", "bad", "", "old@x.io", "gone@x.io"])
SPACED = st.builds("".join, st.tuples(st.sampled_from(["", " "]), ADDRESSES, st.sampled_from(["", " "])))


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    emails=st.lists(
        ADDRESSES | SPACED | st.integers(0, 40).map(lambda n: f"n{n}@x.io" if n % 4 else f"bad{n}"), max_size=25
    ),
    named=st.integers(1, 3),
    spaces=st.sampled_from(["refused", "ignored", "kept"]),
    folds=st.booleans(),
    lost=st.dictionaries(st.integers(0, 8), st.tuples(st.sampled_from(["lost", "500"]), st.booleans()), max_size=2),
    kill_at=st.integers(-1, 40),
)
def test_outcomes_and_counts_are_the_truth(
    tmp_path_factory: pytest.TempPathFactory,
    emails: list[str],
    *,
    named: int,
    spaces: str,
    folds: bool,
    lost: Mapping[int, tuple[str, bool]],
    kill_at: int,
) -> None:
    folder = tmp_path_factory.mktemp("import")
    server = Recording(spaces, folds=folds, named=named, faults=lost)
    server.create("before", email="old@x.io")
    server.create("before", email="gone@x.io")
    server.delete("gone@x.io")
    rows = rows_of(emails)
    progress, runs = None, 0
    while progress is None:
        files = Files(folder / "checkpoint", folder / "outcomes")
        try:
            progress = run(server, rows, job(files), kill_at if runs == 0 else -1)
        except (FoxReachError, Killed):
            runs += 1
    outcomes = outcomes_in(folder / "outcomes")
    check_outcomes(outcomes, server.truth, len(rows))
    assert progress.rows == len(rows)
    assert progress.created + progress.restored + progress.duplicates + progress.refused == len(rows)
    assert progress.refused == Counter(server.truth.values())["refused"]
    if runs == 0:
        truth = Counter(server.truth.values())
        assert (progress.created, progress.restored) == (truth["created"], truth["restored"])
        assert progress.repeated == 0
        if named == 3 and len(rows) <= 3:
            unclear = truth["restored"] * truth["created"] or len(set(map(folded, emails))) < len(set(emails))
            assert unclear or all(outcome.result != "accepted" for outcome in outcomes)


def test_after_a_kill_at_any_step_no_recorded_row_is_sent_again_and_each_arrives(tmp_path: Path) -> None:
    rows = rows_of([f"n{number}@x.io" for number in range(17)])
    for kill_at in range(30):
        server, path, told = Recording(), tmp_path / f"checkpoint{kill_at}", tmp_path / f"outcomes{kill_at}"
        try:
            run(server, rows, job(Files(path, told)), kill_at)
        except Killed:
            recorded = json.loads(path.read_bytes())["rows"] if path.exists() else 0
            server.received.clear()
            progress = run(server, rows, job(Files(path, told)))
            assert set(server.received) == set(range(recorded + 1, 18))
            assert progress.rows == 17
            assert progress.repeated in (0, 5, 2)
            check_outcomes(outcomes_in(told), server.truth, 17)
        assert len(server.rows) == 17
        assert path.stat().st_mode & 0o777 == told.stat().st_mode & 0o777 == 0o600
        assert "@" not in path.read_text() + told.read_text()
    assert not list(tmp_path.glob(".*"))


def test_a_row_that_cannot_be_sent_is_refused_with_its_number_and_the_others_arrive(tmp_path: Path) -> None:
    rows: list[Any] = [*rows_of(["a@x.io", "b@x.io", "c@x.io"]), {"mail": "d@x.io"}, {"email": 5}, "text", None]
    told: list[RowOutcome] = []
    server = Recording()
    progress = run(server, rows, job(Files(None, None), told))
    assert [outcome.result for outcome in told] == ["created"] * 3 + ["refused"] * 4
    assert str(told[3].reason).startswith("the name of its field 1 is none of email, first_name, last_name")
    assert all(outcome.reason for outcome in told[3:])
    assert (progress.created, progress.refused) == (3, 4)
    assert server.received == [1, 2, 3]


def test_a_row_that_makes_the_server_refuse_the_call_costs_only_itself() -> None:
    server, told = Recording(), list[RowOutcome]()

    def answer(call: Any) -> Any:
        at = [place for place, lead in enumerate(call.body.leads) if lead.email == "odd@x.io"]
        if not at:
            return server.answer(call)
        error = UnprocessableError("odd", status=422, operation="leads.import_leads")
        error.errors = (
            FieldError(field=f"leads[{at[0]}].email", message="is odd", kind="x", path=("leads", at[0], "email")),
        )
        return error

    progress = run(server, rows_of(["a@x.io", "odd@x.io", "b@x.io"]), job(Files(None, None), told), answer=answer)
    assert told == [RowOutcome(1, "created"), RowOutcome(2, "refused", "email: is odd"), RowOutcome(3, "created")]
    assert (progress.created, progress.refused) == (2, 1)
    error = UnprocessableError("no", status=422, operation="leads.import_leads")
    with pytest.raises(UnprocessableError):
        run(server, rows_of(["a@x.io"]), job(Files(None, None)), answer=lambda _: error)


def test_rows_in_doubt_are_told_and_sent_again(tmp_path: Path) -> None:
    server, told, files = Recording(faults={1: ("lost", True)}), list[RowOutcome](), (tmp_path / "c", tmp_path / "o")
    rows = rows_of([f"n{number}@x.io" for number in range(8)])
    with pytest.raises(OutcomeUnknownError) as raised:
        run(server, rows, job(Files(*files), told))
    assert raised.value.__notes__ == ["The import stopped at row 6. With a checkpoint, the same call resumes there."]
    assert [outcome.result for outcome in told] == ["created"] * 5 + ["in_doubt"] * 3
    assert outcomes_in(files[1]) == told
    progress = run(server, rows, job(Files(*files)))
    assert [outcome.result for outcome in outcomes_in(files[1])] == ["created"] * 5 + ["accepted"] * 3
    assert (progress.created, progress.duplicates, progress.repeated) == (5, 3, 3)
    assert "3 may have been sent twice" in str(progress)


@pytest.mark.parametrize(
    ("rows", "target", "words"),
    [
        (["b@x.io", "a@x.io"], "t", "about other rows"),
        (["a@x.io"], "t", "there are fewer now"),
        (["a@x.io", "b@x.io"], "u", "belongs to t, not to u"),
    ],
)
def test_a_checkpoint_of_other_rows_or_another_server_is_refused(
    tmp_path: Path, rows: list[str], target: str, words: str
) -> None:
    path = tmp_path / "checkpoint"
    run(Recording(), rows_of(["a@x.io", "b@x.io"]), job(Files(path, None), target="t"))
    server = Recording()
    with pytest.raises(BadCheckpointError, match=words):
        run(server, rows_of(rows), job(Files(path, None), target=target))
    assert server.received == []


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff", b"[1]", b"PK\x03\x04"])
def test_a_file_that_is_no_checkpoint_is_refused_and_kept(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "checkpoint"
    path.write_bytes(content)
    with pytest.raises(BadCheckpointError, match="is not the checkpoint of an import"):
        run(Recording(), [], job(Files(path, None)))
    assert path.read_bytes() == content


def test_a_finished_import_is_not_repeated_and_goes_on_with_rows_that_were_added(tmp_path: Path) -> None:
    path, server, emails = tmp_path / "checkpoint", Recording(), ["a@x.io", "b@x.io", "c@x.io"]
    run(server, rows_of(emails[:2]), job(Files(path, None)))
    assert run(server, rows_of(emails[:2]), job(Files(path, None))).created == 2
    assert run(server, rows_of(emails), job(Files(path, None))).created == 3
    assert server.received == [1, 2, 3]


@pytest.mark.parametrize("size", [0, 1001, -1, True, 1.5, "10", None])
def test_a_batch_that_the_server_would_refuse_is_refused_here(size: Any) -> None:
    with pytest.raises(ValueError, match="batch_size must be a whole number from 1 to 1000"):
        job(Files(None, None), batch_size=size)


def test_the_memory_of_an_import_does_not_grow_with_its_rows(tmp_path: Path) -> None:
    def peak(count: int) -> int:
        server = Server()
        server.imported = lambda email: "duplicates"  # type: ignore[method-assign]
        rows = ({"email": f"n{number}@x.io"} for number in range(count))
        tracemalloc.start()
        run(server, rows, job(Files(tmp_path / f"c{count}", tmp_path / f"o{count}"), batch_size=1000))
        _, found = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return found

    peak(2000)
    assert peak(100_000) < 1.2 * peak(5000)


WRITTEN: dict[str, Callable[[object], str]] = {
    "upper": lambda email: str(email).upper(),
    "without accents": lambda email: str(email).replace("é", "e"),
    "another": lambda email: "x@x.io",
}


@pytest.mark.parametrize("how", WRITTEN)
def test_a_report_with_keys_that_no_row_has_proves_no_result(how: str) -> None:
    written = WRITTEN[how]
    server, told = Recording(), list[RowOutcome]()
    emails = ["é@x.io", "bad", "b@x.io", "c@x.io", "bad"]
    server.create("before", email="é@x.io")

    def answer(call: Any) -> Any:
        reply = server.answer(call)
        assert isinstance(reply, RawReply)
        report: LeadImportReport = reply.value
        twice = [written(each) for each in report.duplicate_emails or ()]
        named = [RejectedLead(email=written(each.email), reason=each.reason) for each in report.error_details or ()]
        return reply.with_value(msgspec.structs.replace(report, duplicate_emails=twice, error_details=named))

    run(server, rows_of(emails), job(Files(None, None), told), answer=answer)
    check_outcomes(told, server.truth, len(emails))
    known = [outcome.result for outcome in told if outcome.result not in {"accepted", "refused"}]
    assert known == (["duplicate", "created", "created"] if how == "upper" else [])
