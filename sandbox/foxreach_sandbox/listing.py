"""Lists of the store: SQL for the rows that match, and a sequence that reads only the rows of a page. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self, overload

from .document import Json
from .schema import BLOCK, COLUMNS, SEPARATOR, trigrams

Query = tuple[str, tuple[Any, ...]]
READ = "SELECT rows.id, rows.deleted, rows.shape, rows.data"


@dataclass(frozen=True)
class Selection:
    """Rows of one place, oldest first. *words* is a condition of the index of words, "" if that is not used.

    *counted* is None for rows of any group, else the group that `counts` counts; *exact* says whether those two are the
    only conditions.
    """

    place: int
    conditions: tuple[str, ...] = ("rows.deleted = 0",)
    values: tuple[Any, ...] = ()
    words: str = ""
    counted: str | None = None
    exact: bool = True

    def where(self, column: str, value: object) -> Self:
        """Return those rows whose *column* has *value*."""
        if value is None:
            return replace(self, conditions=(*self.conditions, f"rows.{column} IS NULL"), exact=False)
        conditions, values = (*self.conditions, f"rows.{column} = ?"), (*self.values, value)
        if column == "counted" and self.exact:
            return replace(self, conditions=conditions, values=values, counted=str(value))
        return replace(self, conditions=conditions, values=values, exact=False)

    def containing(self, column: str, part: str) -> Self:
        """Return those rows whose *column* contains *part*."""
        conditions, values = (*self.conditions, f"instr(rows.{column}, ?)"), (*self.values, part)
        words = " AND ".join(filter(None, (self.words, trigrams(part))))
        return replace(self, conditions=conditions, values=values, words=words, exact=False)

    def sql(self, what: str, end: str = "") -> Query:
        """Return a statement that selects *what*, and its values before those of *end*."""
        if not self.words:
            source = "rows WHERE rows.place = ?"
            first: tuple[Any, ...] = (self.place,)
        else:  # CROSS JOIN: the index of words first, whatever the planner thinks of it.
            source = "search CROSS JOIN rows ON rows.seq = search.rowid WHERE search MATCH ? AND rows.place = ?"
            first = (self.words, self.place)
        return f"{what} FROM {source} AND {' AND '.join(self.conditions)} {end}", (*first, *self.values)

    def page(self, block: int, offset: int, limit: int) -> Query:
        """Return the statement that reads *limit* rows after *offset* rows, from the beginning of *block* on."""
        order = "search.rowid" if self.words else "rows.seq"
        found, values = self.sql(READ, f"{'AND rows.seq >= ?' if block else ''} ORDER BY {order} LIMIT ? OFFSET ?")
        return found, (*values, *((block << BLOCK,) if block else ()), limit, offset)


def selection(place: int, kind: str, wanted: Json) -> tuple[Selection, Json]:
    """Return the rows whose fields equal *wanted*, and those of the fields that have no column."""
    columns = COLUMNS.get(kind, {})
    chosen = Selection(place)
    for field, value in wanted.items():
        chosen = chosen.where(columns[field], value) if field in columns else chosen
    return chosen, {field: value for field, value in wanted.items() if field not in columns}


def matching(chosen: Selection, *, word: str = "", tag: str = "", email: str = "") -> Selection:
    """Return those leads that mention *word* in their name, address or company, have *tag* and the address *email*."""
    chosen = chosen.where("email", email.lower()) if email else chosen
    chosen = chosen.containing("tags", f"{SEPARATOR}{tag}{SEPARATOR}") if tag else chosen
    return chosen.containing("text", word.lower()) if word else chosen


class Listing(Sequence[Json]):
    """A list of *total* objects, which *read(begin, number)* reads when they are asked for."""

    def __init__(self, total: int, read: Callable[[int, int], list[Json]]) -> None:
        self._total, self._read = total, read

    def __len__(self) -> int:
        return self._total

    @overload
    def __getitem__(self, index: int) -> Json: ...
    @overload
    def __getitem__(self, index: slice) -> list[Json]: ...
    def __getitem__(self, index: int | slice) -> Json | list[Json]:
        if not isinstance(index, slice):
            return self[range(self._total)[index] : range(self._total)[index] + 1][0]
        begin, end, step = index.indices(self._total)
        if step != 1:
            return self[:][index]
        return self._read(begin, end - begin) if end > begin else []
