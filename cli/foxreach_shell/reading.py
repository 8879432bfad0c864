"""Rows of a CSV or JSON lines file: its encoding, its separator, and records of which a bad one costs no other.

Nothing of a file is kept in memory beyond the lines of one record.
"""

from __future__ import annotations

import argparse
import codecs
import csv
import io
import os
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, BinaryIO, NamedTuple

from .output import is_dict
from .usage import UsageError
from .values import json_value

SEPARATORS = ",;\t|"
SAMPLE = 65_536  # bytes
LONGEST = 200  # Lines of one record; a quote that is not closed within them is a fault of its line.
BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MAGIC = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"PAR1")  # zip (xlsx, ods), old Excel, gzip, Parquet
UNDECODED = re.compile("[\ud800-\udfff\ufffd\x00]")
NOT_CLOSED = "a quote is not closed"


class Stdin:
    """What was on stdin, in a file without a name: it goes with the process, however that ends."""

    def __init__(self) -> None:
        source: Any = getattr(sys.stdin, "buffer", None)
        with tempfile.TemporaryFile() as kept:
            if source is None:
                kept.write(sys.stdin.read().encode())
            else:
                shutil.copyfileobj(source, kept)
            kept.flush()
            self._handle = os.dup(kept.fileno())

    def open(self) -> BinaryIO:
        """Return a reader at the start. Of several readers, one at a time has the place."""
        found = os.fdopen(os.dup(self._handle), "rb")
        found.seek(0)
        return found

    def __del__(self) -> None:
        """Give the file up."""
        if "_handle" in vars(self):
            os.close(self._handle)


Source = Path | Stdin


class Record(NamedTuple):
    """One record: the number of its first line, its cells or its object, and why it cannot be read, '' if it can."""

    line: int
    cells: list[str]
    item: dict[str, Any]
    fault: str = ""


@dataclass(frozen=True)
class RowFile:
    """A file of rows. *header* is empty for JSON lines; *skipped* lines come before it."""

    source: Source
    name: str
    encoding: str
    separator: str = ""
    header: tuple[str, ...] = ()
    skipped: int = 0

    @property
    def is_json(self) -> bool:
        """Whether each line is a JSON object."""
        return not self.separator

    def records(self) -> Iterator[Record]:
        """Yield each record behind the header."""
        with opened(self.source, self.encoding) as file:
            lines = Lines(file)
            if self.is_json:
                yield from _objects(lines)
                return
            for _ in range(self.skipped):
                lines.next()
            _cells(lines, self.separator, 0)
            yield from _records(lines, self.separator, len(self.header))


class Lines:
    """The lines of a text file with their numbers; lines can be given back."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file
        self._given_back: list[str] = []
        self.number = 0

    def next(self) -> str:
        """Return the next line with its end, '' at the end of the file."""
        line = self._given_back.pop() if self._given_back else self._file.readline()
        self.number += bool(line)
        return line

    def give_back(self, lines: list[str]) -> None:
        """Let *lines* be the next ones."""
        self._given_back += reversed(lines)
        self.number -= len(lines)


def opened(source: Source, encoding: str) -> IO[str]:
    """Open *source*; bytes that the encoding does not have become marks that `UNDECODED` finds."""
    errors = "surrogateescape" if encoding in ("utf-8", "utf-8-sig", "cp1252", "ascii") else "replace"
    return io.TextIOWrapper(_bytes(source), encoding=encoding, errors=errors, newline="")


def _bytes(source: Source) -> BinaryIO:
    return source.open("rb") if isinstance(source, Path) else source.open()


def row_file(name: str, encoding: str | None, separator: str | None, key: str) -> RowFile:
    """Return the file *name*, `-` for stdin, with what is guessed of it; *key* is the column that it must have."""
    path = Stdin() if name == "-" else Path(name)
    shown = "stdin" if name == "-" else name
    _refuse_others(path, shown)
    found = encoding or encoding_of(path)
    try:
        io.TextIOWrapper(io.BytesIO(), found)  # As `open` does: some codecs, such as rot13, do not make bytes to text.
    except (LookupError, ValueError):
        raise UsageError(f"--encoding: {found!r} is no encoding.") from None
    with opened(path, found) as file:
        lines = Lines(file)
        first = next(iter(lines.next, ""), "")
        start = first.lstrip("\ufeff \t")
        if start.startswith("{") and separator is None:
            return RowFile(path, shown, found)
        if start.startswith("[") and separator is None:
            raise UsageError(f"{shown} is a JSON list. Write one object a line, as `jq -c '.[]'` does.")
        named = re.fullmatch(r"\ufeff?sep=(.)\r?\n?", first)
        first = lines.next() if named else first
        chosen = separator or (named[1] if named else separator_of(first, key))
        lines.give_back([first])
        header = _cells(lines, chosen, 0).cells if first.strip() else []
    if not header:
        raise UsageError(f"{shown} has no header: its first line must name the columns.")
    return RowFile(path, shown, found, chosen, _names(header), int(bool(named)))


def _refuse_others(path: Source, shown: str) -> None:
    """Raise UsageError for what cannot be a list of rows."""
    if isinstance(path, Path) and path.exists() and not (path.is_file() or path.is_dir()):
        words = "is not a regular file, and a list is read more than once"
        raise UsageError(f"{shown} {words}: `… | foxr leads import -`.")
    with _bytes(path) as file:
        if file.read(4).startswith(MAGIC):
            raise UsageError(f"{shown} is a spreadsheet or an archive. Save it as CSV.")


def _names(header: list[str]) -> tuple[str, ...]:
    """Return the names of the columns, with the spaces around them if two differ in nothing else."""
    names = [each.lstrip("\ufeff").strip() for each in header]
    counts = Counter(names)
    return tuple(name if counts[name] == 1 else each for name, each in zip(names, header, strict=True))


def encoding_of(source: Source) -> str:
    """Return the encoding: by its mark, by zero bytes, and else the one in which more lines are text.

    A line that is not ASCII and is valid UTF-8 is hardly ever anything else; a file with more lines that are not is
    read as cp1252, which has a character for nearly every byte.
    """
    with _bytes(source) as file:
        start = file.read(SAMPLE)
        for mark, name in BOMS:
            if start.startswith(mark):
                return name
        if start.count(0) > len(start) // 4:
            return "utf-16-le" if start[1::2].count(0) > start[::2].count(0) else "utf-16-be"
        file.seek(0)
        valid = invalid = 0
        for line in file:
            if not line.isascii():
                good = _is_utf8(line)
                valid, invalid = valid + good, invalid + (not good)
    return "cp1252" if invalid > valid else "utf-8"


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def separator_of(header: str, key: str) -> str:
    """Return the separator that finds the column *key*, and among those the one that makes the most columns."""
    bare = re.sub(r'"[^"]*"', "", header)
    found = {each: {folded(cell) for cell in _parsed(header, each) or ()} for each in SEPARATORS}
    return max(SEPARATORS, key=lambda each: (folded(key) in found[each], bare.count(each)))


def folded(name: str) -> str:
    """Return a name of a column without what writers differ in: E-Mail, e_mail and EMAIL are one."""
    return re.sub(r"[\W_]", "", name).casefold()


def _objects(lines: Lines) -> Iterator[Record]:
    while line := lines.next():
        if not line.strip():
            continue
        fault, item = "", {}
        try:
            found = json_value(line)
            if is_dict(found):
                item = found
            else:
                fault = "is not a JSON object"
        except argparse.ArgumentTypeError as error:
            fault = str(error)
        if UNDECODED.search(line):
            fault = "has bytes that are no text"
        yield Record(lines.number, [line.rstrip("\r\n")], item, fault)


def _records(lines: Lines, separator: str, columns: int) -> Iterator[Record]:
    while True:
        record = _cells(lines, separator, columns)
        if record.line == 0:
            return
        if any(cell.strip() for cell in record.cells):
            yield record


def _cells(lines: Lines, separator: str, columns: int) -> Record:
    """Return the next record, number 0 at the end of the file.

    A quoted cell may have line breaks. If its quote is not closed, or if the record that it makes does not have as many
    cells as the header, the quote belongs to its line alone, and the lines behind it are records of their own.
    """
    first = lines.next()
    if not first:
        return Record(0, [], {})
    number, taken = lines.number, [first]
    cells = _parsed(first, separator)
    while cells is None and len(taken) < LONGEST and (line := lines.next()):
        taken.append(line)
        cells = _parsed("".join(taken), separator, strict=True)
    if cells is None or (len(taken) > 1 and columns and len(cells) != columns):
        lines.give_back(taken[1:])
        return Record(number, first.rstrip("\r\n").split(separator), {}, NOT_CLOSED)
    return Record(number, cells, {}, _fault(cells, columns))


def _fault(cells: list[str], columns: int) -> str:
    if any(UNDECODED.search(cell) for cell in cells):
        return "has bytes that are no text"
    if columns and any(cell.strip() for cell in cells[columns:]):
        return f"has {len(cells)} cells, and the header has {columns}"
    return ""


def _parsed(text: str, separator: str, *, strict: bool = False) -> list[str] | None:
    """Return the cells of *text*, None if a quote is open at its end; none if *strict* and a quote is out of place."""
    if '"' not in text:
        return text.rstrip("\r\n").split(separator)
    try:
        [cells] = csv.reader([text], delimiter=separator, strict=True)
    except (csv.Error, ValueError) as error:
        if "unexpected end" in str(error) or _is_open(text, separator):
            return None
        return [] if strict else next(csv.reader([text], delimiter=separator), list[str]())
    return cells


def _is_open(text: str, separator: str) -> bool:
    """Return whether a quoted cell is open at the end of *text*, by the rules of the csv module."""
    state = "start"
    for character in text:
        if state == "quoted":
            state = "closed" if character == '"' else "quoted"
        elif character == separator:
            state = "start"
        elif character == '"' and state != "plain":
            state = "quoted"
        elif character not in "\r\n":
            state = "plain"
    return state == "quoted"
