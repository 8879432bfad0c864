"""Calls of imports and upserts that type checkers must accept, with their results, and calls that they must refuse."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

import csv
from collections.abc import AsyncIterator, Iterator, Mapping
from pathlib import Path
from typing import Any, TextIO, assert_type

from foxreach_client import (
    AsyncFoxReach,
    FoxReach,
    ImportProgress,
    Lead,
    LeadCreate,
    LeadCreateDict,
    RowOutcome,
    Upserted,
)


def rows_of_any_kind(client: FoxReach, lead: LeadCreate, typed: LeadCreateDict, file: TextIO) -> None:
    mapping: Mapping[str, Any] = {"email": "a@example.com"}
    mixed: list[LeadCreate | Mapping[str, Any]] = [lead, mapping]
    texts: Iterator[dict[str, str]] = iter([{"email": "a@example.com"}])
    for rows in ([lead], [typed], [mapping], mixed, texts, (lead,), {"a": lead}.values()):
        assert_type(client.leads.import_all(rows), ImportProgress)
    client.leads.import_all(csv.DictReader(file))
    client.leads.import_all({"email": email} for email in file)
    client.leads.import_all([{"email": "a@example.com", "tags": ["a"], "custom_fields": {"Team": 3}}])


def options(client: FoxReach, outcomes: list[RowOutcome]) -> None:
    client.leads.import_all([], checkpoint="a", outcomes=Path("b"), batch_size=10, restore_soft_deleted=False)
    client.leads.import_all([], on_progress=print, on_outcome=outcomes.append)
    client.leads.import_all([], checkpoint=5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    client.leads.import_all([], outcomes=outcomes)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    client.leads.import_all([], on_outcome=outcomes)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    client.leads.import_all([], restore_soft_deleted=None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    client.leads.import_all([], chekpoint="a")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    client.leads.import_all()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


def wrong_rows(client: FoxReach, lead: Lead) -> None:
    client.leads.import_all("a@example.com")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    client.leads.import_all({"email": "a@example.com"})  # type: ignore[dict-item]  # pyright: ignore[reportArgumentType]
    client.leads.import_all(["a@example.com"])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    client.leads.import_all([lead])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    client.leads.import_all(LeadCreate(email="a@example.com"))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def results(progress: ImportProgress, outcome: RowOutcome) -> None:
    assert_type(progress.created, int)
    assert_type(progress.total, int | None)
    assert_type(progress.seconds_left, float | None)
    assert_type(outcome.reason, str | None)
    progress.rows = 5  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]


def upserts(client: FoxReach) -> None:
    assert_type(client.leads.upsert(email="a@example.com"), Upserted[Lead])
    lead, created = client.leads.upsert(email="a@example.com", title=None, custom_fields={"Team": 3})
    assert_type(lead, Lead)
    assert_type(created, bool)
    client.leads.upsert(email="a@example.com", tags=5)  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
    client.leads.upsert(email="a@example.com", frist_name="A")  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]


async def the_other_flavour(client: AsyncFoxReach, rows: AsyncIterator[LeadCreate]) -> None:
    assert_type(await client.leads.import_all(rows), ImportProgress)
    assert_type(await client.leads.import_all([{"email": "a@example.com"}]), ImportProgress)
    assert_type(await client.leads.upsert(email="a@example.com"), Upserted[Lead])
    client.leads.import_all(rows).created  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    client.leads.upsert(email="a@example.com").value  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
