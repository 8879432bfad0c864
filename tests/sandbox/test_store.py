"""The SQLite file of a sandbox that is never closed."""

import gc
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from foxreach_sandbox import Sandbox

from tests.sandbox.asking import ask, made


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
    opened: list[sqlite3.Connection] = []
    connect = sqlite3.connect

    def remembered(*arguments: Any, **options: Any) -> sqlite3.Connection:
        opened.append(connect(*arguments, **options))
        return opened[-1]

    monkeypatch.setattr(sqlite3, "connect", remembered)
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
