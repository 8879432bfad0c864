"""The rows of all workspaces, in memory and optionally in an SQLite file."""

import json
import sqlite3
import weakref
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .document import Json

COLUMNS = "kind TEXT, id TEXT, workspace TEXT, deleted INTEGER, data TEXT, PRIMARY KEY (kind, id)"
TABLE = f"CREATE TABLE IF NOT EXISTS rows ({COLUMNS})"


@dataclass
class Row:
    """A row of a workspace; *data* is its representation in the API."""

    kind: str
    id: str
    workspace: str
    data: Json
    deleted: bool = False


class Store:
    """Rows by kind and id. Not thread-safe: the engine holds a lock."""

    def __init__(self, file: Path | None = None) -> None:
        self._rows: dict[tuple[str, str], dict[str, Row]] = {}
        self._emails: dict[tuple[str, str], str] = {}
        self._made = 0
        self._file = None if file is None else sqlite3.connect(file, check_same_thread=False, isolation_level=None)
        if self._file is not None:
            # Also closes the file if nobody calls close(), or if it is not a database.
            weakref.finalize(self, self._file.close)
            self._file.execute("PRAGMA synchronous=OFF")  # A sandbox survives a restart, not a power cut.
            self._file.execute(TABLE)
            for kind, name, workspace, deleted, data in self._file.execute("SELECT * FROM rows ORDER BY rowid"):
                self._keep(Row(kind, name, workspace, json.loads(data), bool(deleted)))
                self._made = max(self._made, _number(name))

    def __len__(self) -> int:
        return sum(map(len, self._rows.values()))

    def make(self, kind: str, prefix: str, workspace: str, data: Json) -> Row:
        """Store *data* as a new row with a new id."""
        self._made += 1
        name = f"{prefix}_{self._made}"
        return self.put(Row(kind, name, workspace, {"id": name, **data}))

    def put(self, row: Row) -> Row:
        """Store *row*, replacing the one with its id."""
        self._keep(row)
        if self._file is not None:
            line = (row.kind, row.id, row.workspace, row.deleted, json.dumps(row.data))
            update = "ON CONFLICT (kind, id) DO UPDATE SET deleted = excluded.deleted, data = excluded.data"
            self._file.execute(f"INSERT INTO rows VALUES (?, ?, ?, ?, ?) {update}", line)  # noqa: S608 - our own text
        return row

    def find(self, kind: str, workspace: str, name: str) -> Row | None:
        """Return the row with this id, None if there is none or it is deleted."""
        row = self._rows.get((workspace, kind), {}).get(name)
        return None if row is None or row.deleted else row

    def all(self, kind: str, workspace: str, **wanted: object) -> Iterator[Row]:
        """Yield the rows that are not deleted and whose fields equal *wanted*, oldest first."""
        for row in self._rows.get((workspace, kind), {}).values():
            if not row.deleted and all(row.data.get(name) == value for name, value in wanted.items()):
                yield row

    def every(self, kind: str, workspace: str) -> Iterator[Row]:
        """Yield all rows, deleted ones included."""
        return iter(list(self._rows.get((workspace, kind), {}).values()))

    def lead_by_email(self, workspace: str, email: str) -> Row | None:
        """Return the lead with this address, deleted or not; case is ignored."""
        name = self._emails.get((workspace, email.lower()))
        return None if name is None else self._rows[workspace, "leads"][name]

    def rename_lead(self, row: Row, email: str) -> None:
        """Change the address of a lead; the caller must `put` the row afterwards."""
        self._emails.pop((row.workspace, row.data["email"].lower()), None)
        row.data["email"] = email

    def drop(self, row: Row) -> None:
        """Remove *row* for good."""
        del self._rows[row.workspace, row.kind][row.id]
        if row.kind == "leads":
            self._emails.pop((row.workspace, row.data["email"].lower()), None)
        if self._file is not None:
            self._file.execute("DELETE FROM rows WHERE kind = ? AND id = ?", (row.kind, row.id))

    def clear(self) -> None:
        """Remove all rows."""
        self._rows.clear()
        self._emails.clear()
        self._made = 0
        if self._file is not None:
            self._file.execute("DELETE FROM rows")

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()

    def _keep(self, row: Row) -> None:
        self._rows.setdefault((row.workspace, row.kind), {})[row.id] = row
        if row.kind == "leads":
            self._emails[row.workspace, row.data["email"].lower()] = row.id


def _number(name: str) -> int:
    digits = name.rpartition("_")[2]
    return int(digits) if digits.isdigit() else 0
