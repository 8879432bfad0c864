"""The command that writes every object of a list to a file: CSV, JSON lines or Parquet, never half a file."""

from __future__ import annotations

import csv
import json
import sys
import tempfile
from argparse import Namespace
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import IO, Any

from . import calls, failures, files, output, tree
from .mapping import OURS
from .parser import API, Parser, add_option, options_of_all
from .reading import folded
from .session import Session
from .streams import checked
from .usage import DONE, EXIT_STATUSES, UsageError

FORMATS = ("csv", "jsonl", "parquet")
OTHERS = frozenset("xlsx xls ods json tsv xml html gz zip bz2 xz zst".split())  # Names that promise another content.
Column = tuple[str, str, str | None]  # Title, field, and the name in a field that is a map.
PART = 5_000  # Rows of Parquet in memory.


def parser(words: tuple[str, ...], call: str) -> Parser:
    """Return the parser of the command."""
    listed = tree.facts_of(tree.facts_of(call)["bulk"]["export"])
    found = Parser(words, f"{tree.summary('export', call)}.\n\nEach custom field is a column of its own.")
    found.epilog = EXIT_STATUSES
    found.add_argument("file", metavar="FILE", help="file to write; - for stdout")
    found.add_argument("--format", choices=FORMATS, help="by the name of the file, else csv")
    arguments = found.add_argument_group("arguments of the call")
    for fact in listed["arguments"]:
        if fact["wire"] not in listed["page"]:
            add_option(arguments, fact)
    options_of_all(found)
    return found


def run(call: str, given: Namespace, session: Session) -> int:
    """Run the command."""
    listed = tree.facts_of(call)["bulk"]["export"]
    values = {name.removeprefix(API): value for name, value in vars(given).items() if name.startswith(API)}
    suffix = Path(given.file).suffix.lstrip(".").lower()
    if suffix in OTHERS and not given.format:
        raise UsageError(f"{given.file}: there is no format .{suffix}; choose one with --format {'|'.join(FORMATS)}.")
    kind = given.format or (suffix if suffix in FORMATS else "csv")
    if kind == "parquet":
        _pyarrow()
        if given.file == "-":
            raise UsageError("Parquet is no text: name a file.")
    calls.check(listed, [], values)
    if given.file != "-":
        files.require_writable(given.file)
    with tempfile.TemporaryFile("w+", encoding="utf-8") as kept:
        count, names = _fetched(kept, session.method(listed)(**values), tree.facts_of(listed)["columns"])
        kept.seek(0)
        rows = map(json.loads, kept)
        _placed(given.file, kind, rows, _columns(tree.facts_of(listed)["columns"], names))
    failures.say(f"{count:,} row{'' if count == 1 else 's'}" + ("" if given.file == "-" else f" in {given.file}"))
    return DONE


def _fetched(kept: IO[str], pages: Any, columns: output.Columns) -> tuple[int, dict[str, list[str]]]:
    """Write every object to *kept*; return how many, and the names in each map, which are columns, too."""
    maps = [name for name, kind in columns if kind == "map"]
    names: dict[str, dict[str, None]] = {name: {} for name in maps}
    count = 0
    for page in pages.pages():
        for item in page.items:
            found = calls.plain(item)
            for name in maps:
                names[name].update(dict.fromkeys(found.get(name) or {}))
            kept.write(json.dumps(found) + "\n")
            count += 1
        if sys.stderr.isatty():
            sys.stderr.write(f"\r\x1b[K{count:,} rows")
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K")
    return count, {name: list(found) for name, found in names.items()}


def _columns(columns: output.Columns, names: dict[str, list[str]]) -> list[Column]:
    """Return each column; an import finds what an export wrote."""
    taken = {folded(name) for name, _ in columns} | {""}
    found: list[Column] = []
    for field, kind in columns:
        prefix = f"{field}."

        def title(name: str, prefix: str = prefix) -> str:
            """Return a title that an import takes for this name and no other."""
            meant = folded(name) in taken or name.startswith((prefix, OURS))
            return f"{prefix}{name}" if meant else name

        found += [(title(name), field, name) for name in names[field]] if kind == "map" else [(field, field, None)]
    return found


def _placed(name: str, kind: str, rows: Iterator[dict[str, Any]], columns: Sequence[Column]) -> None:
    if name == "-":
        _written(sys.stdout, kind, checked(rows), columns)
        return
    files.place(name, lambda path: _write(path, kind, rows, columns))


def _write(path: Path, kind: str, rows: Iterator[dict[str, Any]], columns: Sequence[Column]) -> None:
    if kind == "parquet":
        _parquet(str(path), rows, columns)
        return
    with path.open("w", encoding="utf-8", newline="") as target:
        _written(target, kind, rows, columns)


def _written(target: IO[str], kind: str, rows: Iterator[dict[str, Any]], columns: Sequence[Column]) -> None:
    if kind == "jsonl":
        target.writelines(output.compact(row) + "\n" for row in rows)
        return
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow([title for title, _, _ in columns])
    writer.writerows([output.cell(value_in(row, column)) for column in columns] for row in rows)


def value_in(row: dict[str, Any], column: Column) -> Any:
    """Return the value of *column*."""
    _, field, inner = column
    value = row.get(field)
    return value if inner is None else value.get(inner) if output.is_dict(value) else None


def _pyarrow() -> Any:
    try:
        return import_module("pyarrow"), import_module("pyarrow.parquet")
    except ModuleNotFoundError:
        raise UsageError("Parquet needs pyarrow: `pip install pyarrow`, or export to CSV.") from None


def _parquet(path: str, rows: Iterator[dict[str, Any]], columns: Sequence[Column]) -> None:
    """Write text columns: a custom field may have values of several types."""
    arrow, parquet = _pyarrow()
    schema = arrow.schema([(title, arrow.string()) for title, _, _ in columns])
    with parquet.ParquetWriter(path, schema) as writer:
        part: list[dict[str, str | None]] = []
        for row in rows:
            values = ((column[0], value_in(row, column)) for column in columns)
            part.append({title: None if value is None else output.cell(value) for title, value in values})
            if len(part) == PART:
                writer.write_table(arrow.Table.from_pylist(part, schema=schema))
                part = []
        writer.write_table(arrow.Table.from_pylist(part, schema=schema))
