"""The SQLite database of a sandbox: its file, which one sandbox has to itself, its transactions and its time."""

import sqlite3
import threading
import weakref
from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from msgspec import json

from .listing import Query
from .schema import FORMAT, TABLES, TRIGGERS

IN_USE = "the file is used by another sandbox"
OLD = "the file was written by an earlier version or another program"
CARRY = (
    "start with a new file; `python -m foxreach_sandbox.former {0} > rows.json` saves the rows of an earlier version, "
    "and `--seed rows.json` restores them"
)


class Database:
    """What happens within one `transaction` is in the database whole or not at all.

    Whoever reads or writes holds the *lock*; `transaction` takes it.
    """

    def __init__(self, file: Path | None = None) -> None:
        self.lock = threading.RLock()
        self.file = file
        self._depth = 0
        self._later: list[Callable[[], object]] = []
        self._dirty = False  # Whether something was written since the last commit.
        self._database = sqlite3.connect(file or ":memory:", timeout=0, check_same_thread=False, isolation_level=None)
        # Also closes the file if nobody calls close(), or if it is not a database.
        weakref.finalize(self, self._database.close)
        self._run = self._database.execute
        self._places: dict[tuple[str, str], int] = {}
        self._shapes: dict[tuple[str, ...], int] = {}
        self._names: dict[int, tuple[str, ...]] = {}
        self._totals: dict[Query, int] = {}
        self._open()
        self._load()

    def _open(self) -> None:
        """Take the file for this sandbox alone, and create its tables if it is new."""
        self._run("PRAGMA locking_mode=EXCLUSIVE")
        try:
            if self.file is not None and self.file.is_file() and self.file.stat().st_size:
                self._known_format()  # A file of another format stays as it is: WAL would be written to it.
            self._run("PRAGMA synchronous=OFF")  # A sandbox survives a killed process, not a power cut.
            self._run("PRAGMA journal_mode=WAL")
            self._run("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            raise ValueError(f"{IN_USE}: {self.file}") if "locked" in str(error) else error from None
        if not self._known_format():
            for statement in (*TABLES, *TRIGGERS, f"PRAGMA user_version={FORMAT}"):
                self._run(statement)
        self._run("COMMIT")

    def _known_format(self) -> bool:
        """Return whether the file has tables; ValueError if they are of another format."""
        [version] = self._run("PRAGMA user_version").fetchone()
        [tables] = self._run("SELECT count(*) FROM sqlite_master").fetchone()
        if version != FORMAT and (version or tables):
            raise ValueError(f"{OLD}: {self.file}; {CARRY.format(self.file)}")
        return bool(version)

    def _load(self) -> None:
        """Read what is kept in memory too: the last number of an id, and the names of places and shapes."""
        known = dict(self._run("SELECT name, value FROM meta"))
        self._made = self._saved = int(known.get("made", 0))
        self._time = float(known.get("time", 0.0))
        rows = self._run("SELECT id, workspace, kind FROM places")
        self._places = {(workspace, kind): place for place, workspace, kind in rows}
        self._shapes = {tuple(json.decode(names)): shape for shape, names in self._run("SELECT * FROM shapes")}
        self._names = {shape: names for names, shape in self._shapes.items()}
        self._totals.clear()  # The counts of the last searches.

    # Transactions

    def transaction(self) -> Self:
        """Use as `with store.transaction():`. An inner one is a part of the outer one."""
        return self

    def __enter__(self) -> Self:
        self.lock.acquire()
        self._depth += 1
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self._depth -= 1
        try:
            if not self._depth:
                self._end(commit=kind is None)
        finally:
            self.lock.release()

    def _end(self, *, commit: bool) -> None:
        later, self._later = self._later, []
        if not commit:
            self.undo()
            return
        try:
            self._save("made", self._made, self._saved)
            if self._database.in_transaction:
                self._run("COMMIT")
        except sqlite3.Error:
            self.undo()
            raise
        self._saved, self._dirty = self._made, False
        for work in later:
            work()

    def undo(self) -> None:
        """Take back what the transaction has written so far."""
        self._later.clear()
        if self._database.in_transaction:
            self._run("ROLLBACK")
        if self._dirty:  # SQLite may have rolled back by itself, for instance when the disk was full.
            self._load()
            self._dirty = False

    def later(self, work: Callable[[], object]) -> None:
        """Do *work* after the transaction is in the database; never, if it fails."""
        if self._depth:
            self._later.append(work)
        else:
            work()

    def _write(self, statement: str, values: Iterable[Any] = ()) -> sqlite3.Cursor:
        self._dirty = True
        if self._depth and not self._database.in_transaction:
            self._run("BEGIN IMMEDIATE")
        return self._run(statement, tuple(values))

    def _save(self, name: str, value: float, before: float) -> None:
        if value != before:
            self._write(
                "INSERT INTO meta VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value", (name, value)
            )

    @property
    def time(self) -> float:
        """The time that no clock of this file may be behind: see `keep_time`."""
        return self._time

    def keep_time(self, now: float, ahead: float = 0.0) -> None:
        """Write down that the time was *now*; if the clock runs, *ahead* of it, so that few calls have to write."""
        if self.file is not None and now > self._time:
            with self:
                self._save("time", now + ahead, self._time)
            self._time = now + ahead

    def close(self) -> None:
        """Close the file."""
        self._database.close()
