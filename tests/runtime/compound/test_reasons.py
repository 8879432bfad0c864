"""The words about a row that is refused: they tell a person what to mend, and have no data of the row."""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple, cast

import pytest
from foxreach_client import ImportProgress, Lead, LeadCreate, LeadStatus, RowOutcome, UnprocessableError
from foxreach_runtime.compound.checkpoint import Files
from foxreach_runtime.response.error_bodies import FieldError
from foxreach_sandbox import Sandbox

from . import conftest
from .test_importing import Recording, job, rows_of, run

Do = Callable[[conftest.Call], Any]
MEANT = "must be a LeadCreate or a mapping, not "
NAMES = "is none of email, first_name, last_name, company, title, phone, linkedin_url, website"


class Named(NamedTuple):
    email: str


def sqlite_row() -> sqlite3.Row:
    database = sqlite3.connect(":memory:")
    database.row_factory = sqlite3.Row
    row: sqlite3.Row = database.execute("SELECT 'a@example.com' AS email").fetchone()
    database.close()
    return row


WHEN = datetime(2026, 11, 29, tzinfo=UTC)
LEAD = Lead(id="cld_1", email="a@example.com", status=LeadStatus.ACTIVE, created_at=WHEN, updated_at=WHEN)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("a@example.com", f"{MEANT}str"),
        (["a@example.com"], f"{MEANT}list"),
        (None, f"{MEANT}NoneType"),
        (LEAD, f"{MEANT}Lead"),
        (sqlite_row(), f"{MEANT}Row: pass dict(row)"),
        (Named("a@example.com"), f"{MEANT}Named: pass row._asdict()"),
        ({"Jane Doe": "jane@example.com"}, f"the name of its field 1 {NAMES}"),
        ({"email": "a@example.com", "firstName": "Jane"}, f"the name of its field 2 {NAMES}"),
        ({"email": "a@example.com", None: ["Doe"]}, "has more cells than the header has columns"),
        ({"email": "a@example.com", 5: "Jane"}, "the name of a field must be text, not int"),
        ({"first_name": "Jane"}, "Missing required argument 'email'"),
        ({"email": 5}, "email: Expected `str`, got `int`"),
        ({"custom_fields": {"Jane Doe": {1}}}, "custom_fields[…]: must be text, a number"),
        ({"custom_fields": {'it\'s "Jane" [1]': [{"Doe": {1}}]}}, "custom_fields[…][0][…]: must be text, a number"),
        (LeadCreate(email="a@example.com", custom_fields={"Jane": cast("Any", {1})}), "custom_fields[…]: must be text"),
    ],
)
def test_a_reason_says_what_to_mend_and_has_no_data_of_the_row(
    sandbox: Sandbox, do: Do, tmp_path: Path, row: Any, words: str
) -> None:
    if isinstance(row, dict) and "custom_fields" in row:
        row["email"] = "a@example.com"
    told: list[RowOutcome] = []
    files = {"outcomes": tmp_path / "o", "checkpoint": tmp_path / "c"}
    some: list[Any] = [row, {"email": "b@example.com"}]
    progress = do(lambda client: client.leads.import_all(some, **files, on_outcome=told.append))
    assert (progress.created, progress.refused) == (1, 1)
    assert str(told[0].reason).startswith(words)
    written = (tmp_path / "o").read_text() + (tmp_path / "c").read_text()
    assert not [text for text in ("Jane", "Doe", "@") if text in written]


def test_a_table_without_a_header_leaves_no_data_of_its_rows(sandbox: Sandbox, do: Do, tmp_path: Path) -> None:
    table = csv.DictReader(["jane@example.com,Jane,Doe", "tom@example.com,Tom,Roe"])
    assert do(lambda client: client.leads.import_all(table, outcomes=tmp_path / "o")).refused == 1
    text = (tmp_path / "o").read_text()
    assert "the name of its field 1 is none of email" in text
    assert not [word for word in ("Jane", "Tom", "Doe", "Roe", "@") if word in text]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (("leads", 1), "is odd"),
        (("leads", 1, "firstName"), "first_name: is odd"),
        (("leads", 1, "tags", 3), "tags[3]: is odd"),
        (("leads", 1, "customFields", "Jane Doe"), "custom_fields[…]: is odd"),
        (("leads", 1, "Jane Doe"), "is odd"),
    ],
)
def test_a_reason_of_the_server_names_the_field(path: tuple[str | int, ...], words: str) -> None:
    server, told = Recording(), list[RowOutcome]()
    refusal = UnprocessableError("odd", status=422, operation="leads.import_leads")
    refusal.errors = (
        FieldError(field="x", message="is odd", kind="x", path=path),
        FieldError(field="x", message="is odd too", kind="x", path=path),
    )

    def answer(call: Any) -> Any:
        return server.answer(call) if len(call.body.leads) == 2 else refusal

    run(server, rows_of(["a@x.io", "b@x.io", "c@x.io"]), job(Files(None, None), told), answer=answer)
    assert [outcome.result for outcome in told] == ["created", "refused", "created"]
    assert told[1].reason == words


class Table:
    """A table as pandas has it: it iterates over the names of its columns."""

    columns = ("email", "company")

    def __iter__(self) -> Iterator[str]:
        return iter(self.columns)

    def to_dict(self, orient: str) -> list[Mapping[str, str]]:
        assert orient == "records"
        return [{"email": "a@example.com"}]


class Polars(Table):
    """The same as polars has it."""

    def to_dicts(self) -> list[Mapping[str, str]]:
        return self.to_dict("records")


@pytest.mark.parametrize(
    ("kind", "words"), [(Table, r'a Table: pass \.to_dict\("records"\)'), (Polars, r"a Polars: pass \.to_dicts\(\)")]
)
def test_a_table_is_no_iterable_of_rows(sandbox: Sandbox, do: Do, kind: type[Table], words: str) -> None:
    with pytest.raises(TypeError, match=f"rows must be an iterable of rows, not {words}"):
        do(lambda client: client.leads.import_all(kind()))
    assert sandbox.state.requests == []


class Growing(list[Any]):
    """A list whose length is not the number of its rows."""

    def __len__(self) -> int:
        return 2


def test_the_time_left_is_not_negative(do: Do) -> None:
    told: list[ImportProgress] = []
    some = Growing({"email": f"n{number}@example.com"} for number in range(3))
    progress = do(lambda client: client.leads.import_all(some, batch_size=1, on_progress=told.append))
    assert [each.total for each in told] == [2, 2, None]
    assert (progress.total, progress.seconds_left) == (None, None)
    assert "-" not in "".join(map(str, told))
