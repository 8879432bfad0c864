"""The file of a sandbox that nobody closes."""

import gc
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from foxreach_sandbox import Sandbox


@pytest.mark.parametrize(
    "drop",
    [
        pytest.param(lambda file: Sandbox(file=file, seed="demo"), id="forgotten"),
        pytest.param(lambda file: Sandbox(file=file, window="none"), id="refused after it was opened"),
        pytest.param(lambda file: Sandbox(file=Path(__file__)), id="not a database"),
    ],
)
def test_a_file_is_closed_by_whoever_drops_the_sandbox(
    drop: Callable[[Path], Sandbox], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[sqlite3.Connection] = []
    connect = sqlite3.connect

    def remembered(*arguments: Any, **options: Any) -> sqlite3.Connection:
        opened.append(connect(*arguments, **options))
        return opened[-1]

    monkeypatch.setattr(sqlite3, "connect", remembered)
    with suppress(ValueError, sqlite3.DatabaseError):
        drop(tmp_path / "sandbox.db")
    gc.collect()
    with pytest.raises(sqlite3.ProgrammingError, match="closed database"):
        opened[0].execute("SELECT 1")
