"""The SQLite file of a sandbox that is never closed."""

import gc
import shutil
import sqlite3
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from foxreach_sandbox import Clock, Sandbox
from foxreach_sandbox.behaviour.campaigns import NEW as CAMPAIGN
from foxreach_sandbox.behaviour.leads import NEW
from foxreach_sandbox.store import Row

from tests.sandbox.asking import ask, made

TIMES = {"createdAt": "2026-11-29T00:00:00", "updatedAt": "2026-11-29T00:00:00"}


@pytest.mark.parametrize(
    ("name", "window"),
    [
        pytest.param("sandbox.db", "fixed", id="forgotten"),
        pytest.param("sandbox.db", "none", id="refused after it was opened"),
        pytest.param(__file__, "fixed", id="not a database"),
    ],
)
def test_a_file_is_closed_even_if_nobody_closes_the_sandbox(
    name: str, window: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = connections_of(monkeypatch)
    with suppress(ValueError, sqlite3.DatabaseError):
        Sandbox(file=tmp_path / name, window=window)
    gc.collect()
    with pytest.raises(sqlite3.ProgrammingError, match="closed database"):
        opened[0].execute("SELECT 1")


def test_a_snapshot_restores_every_row_and_the_next_id(tmp_path: Path) -> None:
    sandbox = Sandbox(file=tmp_path / "sandbox.db", seed="demo")
    gone = sandbox.state.leads[0]["id"]
    ask(sandbox, "DELETE", f"/leads/{gone}")
    store = sandbox.engine.store
    kept = store.snapshot()
    new = made(sandbox, "/leads", email="new@example.com")
    store.restore(kept)
    assert store.snapshot() == kept
    assert [row.id for row in store.deleted("leads", "first")] == [gone]
    assert made(sandbox, "/leads", email="other@example.com") == new
    with pytest.raises(KeyError):
        store.restore({"rows": [{}], "made": 1})
    assert len(sandbox.state.leads) == 5


def test_a_process_that_is_killed_at_any_statement_leaves_each_writers_work_whole(tmp_path: Path) -> None:
    program = [sys.executable, "-m", "tests.sandbox.killed", str(tmp_path), "24"]
    done = subprocess.run(program, stdout=subprocess.PIPE, text=True, check=True)
    lines = [line.split() for line in done.stdout.splitlines()]
    assert len(lines) == 24
    assert len({answered for answered, _ in lines}) > 15  # Most writers were killed at their work.
    for answered, state in lines:  # What was answered is there; of the next writer all or nothing.
        assert state in (answered, str(int(answered) + 1))


def connections_of(monkeypatch: pytest.MonkeyPatch) -> list[sqlite3.Connection]:
    """Return a list that gets the connections to come."""
    opened: list[sqlite3.Connection] = []
    connect = sqlite3.connect

    def remembered(*arguments: Any, **options: Any) -> sqlite3.Connection:
        opened.append(connect(*arguments, **options))
        return opened[-1]

    monkeypatch.setattr(sqlite3, "connect", remembered)
    return opened


@pytest.mark.parametrize(
    ("before", "after"),
    [("PRAGMA max_page_count=1", "PRAGMA max_page_count=100000"), ("PRAGMA query_only=ON", "PRAGMA query_only=OFF")],
    ids=["full disk", "read-only file"],
)
def test_what_cannot_be_written_is_500_and_keeps_nothing(
    before: str, after: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = connections_of(monkeypatch)
    sandbox = Sandbox(file=tmp_path / "sandbox.db", seed="demo")
    kept = sandbox.engine.store.snapshot()
    rows = {"leads": [{"email": f"{number}@example.com", "notes": "x" * 500} for number in range(100)]}
    opened[0].execute(before)
    assert ask(sandbox, "POST", "/leads/import", rows).status == 500
    assert ask(sandbox, "GET", "/leads").body["meta"]["total"] == 5
    opened[0].execute(after)
    assert sandbox.engine.store.snapshot() == kept
    assert ask(sandbox, "POST", "/leads/import", rows).data["created"] == 100


def test_a_second_sandbox_on_one_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "sandbox.db"
    with Sandbox(file=file) as sandbox:
        with pytest.raises(ValueError, match=r"the file is used by another sandbox: .*sandbox\.db"):
            Sandbox(file=file)
        made(sandbox, "/leads", email="jane@example.com")
    with Sandbox(file=file) as sandbox:
        assert len(sandbox.state.leads) == 1


def test_a_file_of_another_version_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "sandbox.db"
    with sqlite3.connect(file) as old:
        old.execute("CREATE TABLE rows (kind TEXT, id TEXT, workspace TEXT, deleted INTEGER, data TEXT)")
    old.close()
    with pytest.raises(ValueError, match="start with a new file"):
        Sandbox(file=file)


def test_an_address_stays_unique_over_a_restart(tmp_path: Path) -> None:
    file = tmp_path / "sandbox.db"
    with Sandbox(file=file) as sandbox:
        first, second = (made(sandbox, "/leads", email=f"{name}@example.com") for name in "ab")
        ask(sandbox, "DELETE", f"/leads/{second}")
        ask(sandbox, "PATCH", f"/leads/{first}", {"email": "b@example.com"})
    with Sandbox(file=file) as sandbox:
        assert ask(sandbox, "POST", "/leads", {"email": "b@example.com"}).status == 409
        assert made(sandbox, "/leads", email="a@example.com") not in (first, second)


@pytest.mark.parametrize("closed", [True, False])
def test_the_clock_of_a_file_never_goes_back(closed: bool, tmp_path: Path) -> None:
    names = [tmp_path / name for name in ("sandbox.db", "copy.db")]
    sandbox = Sandbox(file=names[0], clock=Clock(start=1_800_000_000))
    sandbox.clock.advance(86_400)
    ask(sandbox, "GET", "/leads")
    shown = sandbox.clock.now()
    if closed:
        sandbox.close()
    for end in ("", "-wal"):  # The copy of an open file is what a killed process leaves.
        if (part := Path(f"{names[0]}{end}")).exists():
            shutil.copy(part, f"{names[1]}{end}")
    with Sandbox(file=names[1], clock=Clock(start=1_700_000_000)) as sandbox:
        assert sandbox.clock.now() >= shown


def test_a_running_clock_is_written_ahead_so_that_few_calls_write(tmp_path: Path) -> None:
    with Sandbox(file=tmp_path / "sandbox.db") as sandbox:
        store = sandbox.engine.store
        now = store.time + 1
        store.keep_time(now, 60.0)
        for passed in (0.0, 59.0):
            store.keep_time(now + passed, 60.0)
            assert store.time == now + 60
        store.keep_time(now + 61, 60.0)
        assert store.time == now + 121


@pytest.fixture(scope="module")
def crowded() -> tuple[Sandbox, sqlite3.Connection]:
    """A sandbox with 12,000 leads, of which each is in a campaign of 100."""
    with pytest.MonkeyPatch.context() as patch:
        opened = connections_of(patch)
        sandbox = Sandbox(limit=None)
    store = sandbox.engine.store
    with store.transaction():
        for number in range(12_000):
            store.make("leads", "cld", "first", {**NEW, "email": f"lead{number}@example.com", **TIMES})
            campaign = f"cmp_{number // 120}"
            store.put(Row("memberships", f"{campaign}:{number}", "first", {"campaignId": campaign, "leadId": ""}))
        for number in range(100):
            store.put(
                Row("campaigns", f"cmp_{number}", "first", {"id": f"cmp_{number}", "name": "x", **CAMPAIGN, **TIMES})
            )
    return sandbox, opened[0]


@pytest.mark.parametrize(
    "path",
    [
        "/leads",
        "/leads?pageSize=100",
        "/leads?page=599",
        "/leads?status=active&page=300",
        "/leads?search=lead7777",
        "/leads?search=NOBODY",
        "/leads?email=lead11999@example.com",
        "/leads?tags=nothing",
        "/campaigns?pageSize=1",
        "/campaigns?pageSize=100",
    ],
)
def test_a_page_visits_few_rows(crowded: tuple[Sandbox, sqlite3.Connection], path: str) -> None:
    sandbox, connection = crowded
    steps = 0

    def step() -> None:
        nonlocal steps
        steps += 1

    connection.set_progress_handler(step, 10)
    answer = ask(sandbox, "GET", path)
    connection.set_progress_handler(None, 0)
    assert answer.status == 200
    assert steps * 10 < 12_000 + 20 * len(answer.data) * 10  # Reading all leads takes 10 instructions for each of them.
