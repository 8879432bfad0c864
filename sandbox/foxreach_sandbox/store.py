"""The rows of all workspaces, in an SQLite database: in a file, or in memory.

An answer is sent after its transaction, so a row that was answered survives the death of the process. No row, id or
time of a file is lost by a restart.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from msgspec import json

from .database import Database
from .document import Json
from .listing import READ, Listing, Query, Selection, matching, selection
from .schema import BLOCK, TABLES, TRIGGERS, columns_of, text_of
from .texts import Texts

PUT = """INSERT INTO rows (place, id, deleted, counted, parent, lead, at, email, text, tags, shape, data)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (place, id) DO UPDATE SET deleted = excluded.deleted,
    counted = excluded.counted, parent = excluded.parent, lead = excluded.lead, at = excluded.at,
    email = excluded.email, text = excluded.text, tags = excluded.tags, shape = excluded.shape, data = excluded.data
    RETURNING seq"""
TEXTS = "SELECT text FROM rows WHERE place = ? AND deleted = 0 AND seq BETWEEN ? AND ?"
BLOCKS = "SELECT block FROM counts WHERE place = ? GROUP BY block HAVING sum(number) > 0"
FEW = 20_000  # Above this number of candidates, reading all rows in their order is faster than the index of words.
FEW_TEXTS = 5_000  # Above this number, counting in all texts is.
SEARCHES = 8  # Whose numbers of matches are kept.
SMALL = 2_000  # Rows below which the index of words is not asked.


@dataclass
class Row:
    """A row of a workspace; *data* is its representation in the API."""

    kind: str
    id: str
    workspace: str
    data: Json
    deleted: bool = False


class Store(Database):
    """Rows by workspace, kind and id."""

    def __init__(self, file: Path | None = None) -> None:
        self._texts = Texts(self._texts_of)
        super().__init__(file)

    def __len__(self) -> int:
        return int(self._run("SELECT count(*) FROM (SELECT 1 FROM rows LIMIT 1)").fetchone()[0])

    def make(self, kind: str, prefix: str, workspace: str, data: Json) -> Row:
        """Store *data* as a new row with a new id."""
        with self:
            self._made += 1
            row = Row(kind, f"{prefix}_{self._made}", workspace, {"id": f"{prefix}_{self._made}", **data})
            place, seq = self._put(row)
            if kind == "leads":
                self._texts.add(place, seq, text_of(row.data))
            return row

    def put(self, row: Row) -> Row:
        """Store *row*, replacing the one with its id."""
        with self:
            self._texts.forget(*self._put(row))
        return row

    def _put(self, row: Row) -> tuple[int, int]:
        """Return the place and the number of *row*, which is stored."""
        place = self._place(row.workspace, row.kind)
        columns = columns_of(row.kind, row.data)
        values = json.encode(list(row.data.values()))
        shape, before = self._shape(tuple(row.data)), self._hits(row)
        [seq] = self._write(PUT, (place, row.id, row.deleted, *columns, shape, values)).fetchone()
        self._recount(row, before)
        return place, int(seq)

    def drop(self, row: Row) -> None:
        """Remove *row* for good."""
        with self:
            place, before = self._place(row.workspace, row.kind), self._hits(row)
            for [seq] in self._write(
                "DELETE FROM rows WHERE place = ? AND id = ? RETURNING seq", (place, row.id)
            ).fetchall():
                self._texts.forget(place, seq)
            self._recount(row, before)

    def clear(self) -> None:
        """Remove all rows; the next ids are those of a new store. The time stays."""
        with self:
            for name in ("rows", "places", "shapes", "counts", "search"):
                self._write(f"DROP TABLE {name}")
            self._write("DELETE FROM meta WHERE name = 'made'")
            for statement in (*TABLES[1:], *TRIGGERS):
                self._write(statement)
            self._load()
            self._texts.clear()

    def _end(self, *, commit: bool) -> None:
        super()._end(commit=commit)
        self._texts.keep()

    def undo(self) -> None:
        """Take back what the transaction has written so far."""
        super().undo()
        self._texts.undo()

    def workspaces(self, kind: str) -> list[str]:
        """Return the workspaces that may have rows of *kind*."""
        return [workspace for workspace, known in self._places if known == kind]

    def find(self, kind: str, workspace: str, name: str) -> Row | None:
        """Return the row with this id, None if there is none or it is deleted."""
        place = self._places.get((workspace, kind), 0)
        line = self._run(f"{READ} FROM rows WHERE place = ? AND id = ? AND deleted = 0", (place, name)).fetchone()
        return line and self._row(kind, workspace, line)

    def all(self, kind: str, workspace: str, **wanted: object) -> Iterator[Row]:
        """Yield the rows that are not deleted and whose fields equal *wanted*, oldest first."""
        chosen, rest = selection(self._places.get((workspace, kind), 0), kind, wanted)
        for row in self._rows(kind, workspace, chosen.sql(READ, "ORDER BY rows.seq")):
            if all(row.data.get(name) == value for name, value in rest.items()):
                yield row

    def deleted(self, kind: str, workspace: str, **wanted: object) -> list[Row]:
        """Return the deleted rows whose fields equal *wanted*; each of them needs a column."""
        chosen, _ = selection(self._places.get((workspace, kind), 0), kind, wanted)
        chosen = replace(chosen, conditions=("rows.deleted = 1", *chosen.conditions[1:]))
        return self._rows(kind, workspace, chosen.sql(READ, "ORDER BY rows.seq"))

    def due(self, kind: str, workspace: str, until: float, limit: int, **wanted: object) -> list[Row]:
        """Return at most *limit* rows that are due by the time *until*, in the order of their times."""
        chosen, _ = selection(self._places.get((workspace, kind), 0), kind, wanted)
        sql, values = chosen.sql(READ, "AND rows.at <= ? ORDER BY rows.at, rows.seq LIMIT ?")
        return self._rows(kind, workspace, (sql, (*values, until, limit)))

    def next_due(self, kind: str, workspace: str, **wanted: object) -> float | None:
        """Return the time of the row that is due next."""
        chosen, _ = selection(self._places.get((workspace, kind), 0), kind, wanted)
        sql, values = chosen.sql("SELECT rows.at", "AND rows.at IS NOT NULL ORDER BY rows.at LIMIT 1")
        line = self._run(sql, values).fetchone()
        return line and float(line[0])

    def count(self, kind: str, workspace: str, **wanted: object) -> int:
        """Return the number of the rows that `all` yields, without reading them if the fields are counted."""
        chosen, rest = selection(self._places.get((workspace, kind), 0), kind, wanted)
        return self._total(chosen) if not rest else sum(1 for _ in self.all(kind, workspace, **wanted))

    def listing(
        self, kind: str, workspace: str, show: Callable[[Row], Json], wanted: Json | None = None, **words: str
    ) -> Listing:
        """Return the list of the rows whose fields, each with a column, equal *wanted*; *words* are for `matching`."""
        chosen, _ = selection(self._places.get((workspace, kind), 0), kind, wanted or {})
        chosen = matching(chosen, **words)
        only = words.get("word", "") if len(words) == 1 and not wanted else ""
        total = self._matches(chosen, only) if words else self._total(chosen)
        # Of many matches the next ones are near; few are found by the index of words.
        chosen = chosen if total < FEW and self._has_many(chosen) else replace(chosen, words="")

        def read(begin: int, number: int) -> list[Json]:
            block, offset = self._block(chosen, begin)
            return [show(row) for row in self._rows(kind, workspace, chosen.page(block, offset, number))]

        return Listing(total, read)

    def lead_by_email(self, workspace: str, email: str) -> Row | None:
        """Return the lead with this address, else the latest deleted one; case is ignored."""
        place = self._places.get((workspace, "leads"), 0)
        for deleted in (0, 1):
            # Written out, since the two indexes are partial.
            where = f"WHERE place = ? AND email = ? AND deleted = {deleted} ORDER BY seq DESC LIMIT 1"
            line = self._run(f"{READ} FROM rows {where}", (place, email.lower())).fetchone()
            if line:
                return self._row("leads", workspace, line)
        return None

    # The number of matches of the latest searches is kept, and follows each lead that is written.

    def _matches(self, chosen: Selection, word: str) -> int:
        """Return how many rows are *chosen*; *word* is the one that they contain, if that is the only condition."""
        query = replace(chosen, words="").sql("SELECT count(*)")
        if query not in self._totals:
            if len(self._totals) >= SEARCHES:
                del self._totals[next(iter(self._totals))]
            self._totals[query] = self._counted(chosen, word)
        return self._totals[query]

    def _counted(self, chosen: Selection, word: str) -> int:
        narrowed = self._narrowed(chosen, FEW_TEXTS if word else FEW)
        if narrowed.words or not word:
            return self._total(narrowed)
        blocks = [block for [block] in self._run(BLOCKS, (chosen.place,))]
        return self._texts.count(chosen.place, blocks, word.lower())

    def _texts_of(self, place: int, block: int) -> list[str]:
        return [text for [text] in self._run(TEXTS, (place, block << BLOCK, ((block + 1) << BLOCK) - 1))]

    def _hits(self, row: Row) -> dict[Query, int]:
        """Return how often, 0 or 1, each of these searches finds *row*."""
        return {query: self._hit(query, row) for query in self._totals} if row.kind == "leads" else {}

    def _hit(self, query: Query, row: Row) -> int:
        sql, values = query
        return int(self._run(f"{sql} AND rows.id = ?", (*values, row.id)).fetchone()[0])

    def _recount(self, row: Row, before: dict[Query, int]) -> None:
        for query, number in before.items():
            self._totals[query] += self._hit(query, row) - number

    # Snapshots

    def snapshot(self) -> Json:
        """Return all rows, deleted ones too, and the last number of an id, as JSON values."""
        names = {place: key for key, place in self._places.items()}
        rows: list[Json] = []
        with self.lock:
            for *line, place in self._run(f"{READ}, place FROM rows ORDER BY seq"):
                workspace, kind = names[place]
                row = self._row(kind, workspace, tuple(line))
                common: Json = {"kind": kind, "workspace": workspace, "id": row.id, "data": row.data}
                rows.append({**common, "deleted": True} if row.deleted else common)
        return {"made": self._made, "rows": rows}

    def restore(self, snapshot: Json) -> None:
        """Replace all rows by those of *snapshot*, or raise KeyError, TypeError or ValueError and change nothing."""
        with self:
            self.clear()
            for row in snapshot["rows"]:
                place = (row["kind"], row["id"], row["workspace"])
                self.put(Row(*place, dict(row["data"]), deleted=bool(row.get("deleted"))))
            self._made = int(snapshot["made"])

    # Reading

    def _row(self, kind: str, workspace: str, line: tuple[Any, ...]) -> Row:
        name, deleted, shape, data = line
        return Row(kind, name, workspace, dict(zip(self._names[shape], json.decode(data), strict=True)), bool(deleted))

    def _rows(self, kind: str, workspace: str, query: Query) -> list[Row]:
        return [self._row(kind, workspace, line) for line in self._run(*query).fetchall()]

    def _total(self, chosen: Selection) -> int:
        if chosen.exact:
            where, values = ("", ()) if chosen.counted is None else (" AND counted = ?", (chosen.counted,))
            sum_ = "SELECT coalesce(sum(number), 0) FROM counts WHERE place = ?"
            return int(self._run(sum_ + where, (chosen.place, *values)).fetchone()[0])
        return int(self._run(*chosen.sql("SELECT count(*)")).fetchone()[0])

    def _block(self, chosen: Selection, offset: int) -> tuple[int, int]:
        """Return the block that has the row at *offset*, and the offset in it."""
        if offset < 1 << BLOCK or not chosen.exact:
            return 0, offset
        where, values = ("", ()) if chosen.counted is None else (" AND counted = ?", (chosen.counted,))
        blocks = f"SELECT block, sum(number) FROM counts WHERE place = ?{where} GROUP BY 1 ORDER BY 1"  # noqa: S608
        for block, number in self._run(blocks, (chosen.place, *values)).fetchall():
            if offset < number:
                return int(block), offset
            offset -= number
        return 0, offset

    def _narrowed(self, chosen: Selection, few: int) -> Selection:
        """Return *chosen* without the index of words, unless that proposes fewer than *few* of many rows."""
        if not chosen.words or not self._has_many(chosen):
            return replace(chosen, words="")
        probe = "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)"
        [found] = self._run(probe, (chosen.words, few)).fetchone()
        return chosen if found < few else replace(chosen, words="")

    def _has_many(self, chosen: Selection) -> bool:
        return self._total(Selection(chosen.place)) >= SMALL

    def _place(self, workspace: str, kind: str) -> int:
        if (workspace, kind) not in self._places:
            made = self._write("INSERT INTO places (workspace, kind) VALUES (?, ?)", (workspace, kind))
            self._places[workspace, kind] = made.lastrowid or 0
        return self._places[workspace, kind]

    def _shape(self, names: tuple[str, ...]) -> int:
        if names not in self._shapes:
            made = self._write("INSERT INTO shapes (names) VALUES (?)", (json.encode(names).decode(),))
            self._shapes[names] = made.lastrowid or 0
            self._names[self._shapes[names]] = names
        return self._shapes[names]
