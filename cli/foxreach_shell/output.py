"""Items on stdout: as a table, JSON, JSON lines or CSV. Each page is written before the next one is fetched."""

from __future__ import annotations

import csv
import json
import re
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeGuard

from .streams import check
from .table import record, table
from .text import HARMFUL, harmless
from .usage import UsageError

Item = dict[str, Any]
AMBIGUOUS = re.compile(r"[;,\[\"]|^\s|\s$")  # What an item of a list cannot have in a cell that is no JSON.
Columns = Sequence[tuple[str, str]]  # Name and kind.
SCALARS = frozenset({"text", "integer", "number", "boolean", "time", "date", "clock", "uuid", "decimal", "enum"})


def write_list(pages: Iterable[list[Item]], columns: Columns, given: Namespace) -> None:
    """Write the items of *pages* in the format that the command line names."""
    fields, kind = chosen(columns, given.fields), given.output or "table"
    chunks = ([picked(item, fields) if fields else item for item in page] for page in pages)
    if kind == "json":
        _json_array(chunks)
    elif kind == "jsonl":
        for item in flat(chunks):
            put(compact(item) + "\n")
    elif kind == "csv":
        _csv(chunks, fields or [name for name, _ in columns])
    else:
        table(chunks, fields or [name for name, kind in columns if kind in SCALARS], all_fields=bool(fields))
    sys.stdout.flush()


def write_one(item: Any, columns: Columns, given: Namespace) -> None:
    """Write one object, which is not always one with fields."""
    if not is_dict(item):
        put(pretty(item) + "\n")
        return
    found: Item = item
    fields, kind = chosen(columns, given.fields), given.output or "table"
    found = picked(found, fields) if fields else found
    if kind == "json":
        put(pretty(found) + "\n")
    elif kind == "table":
        record(found)
    else:
        write_list([[found]], columns, Namespace(fields=given.fields, output=kind))


def chosen(columns: Columns, fields: str | None) -> list[str]:
    """Return the fields that the command line names, none for all."""
    if not fields:
        return []
    names = [name.strip() for name in fields.split(",") if name.strip()]
    known = {name for name, _ in columns}
    unknown = next((name for name in names if known and name.partition(".")[0] not in known), None)
    if unknown is not None or not names:
        raise UsageError(f"--fields: {unknown!r} is no field; the fields are {', '.join(name for name, _ in columns)}")
    return names


def is_dict(value: Any) -> TypeGuard[dict[str, Any]]:
    """Return whether *value* is an object of JSON."""
    return isinstance(value, dict)


def is_list(value: Any) -> TypeGuard[list[Any]]:
    """Return whether *value* is a list of JSON."""
    return isinstance(value, list)


def picked(item: Item, fields: Sequence[str]) -> Item:
    """Return the *fields* of *item*; `custom_fields.Team Size` is a value inside one."""
    return {field: _inside(item, field) for field in fields}


def _inside(item: Item, field: str) -> Any:
    if field in item or "." not in field:
        return item.get(field)
    outer, _, inner = field.partition(".")
    found = item.get(outer)
    return found.get(inner) if is_dict(found) else None


def flat(chunks: Iterable[list[Item]]) -> Iterator[Item]:
    """Yield the items of all *chunks*."""
    for chunk in chunks:
        yield from chunk


def put(text: str) -> None:
    """Write *text* to stdout."""
    sys.stdout.write(text)


def flush() -> None:
    """Let a reader see now what was written; raise OutputError if there is none."""
    sys.stdout.flush()
    check()


def compact(value: Any) -> str:
    """Return *value* as JSON on one line that no terminal acts on."""
    return _escaped(json.dumps(value, ensure_ascii=False))


def pretty(value: Any) -> str:
    """Return *value* as indented JSON."""
    return "\n".join(map(_escaped, json.dumps(value, ensure_ascii=False, indent=2).split("\n")))


def _escaped(text: str) -> str:
    return HARMFUL.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _json_array(chunks: Iterable[list[Item]]) -> None:
    """Write one list. A chunk ends with its line, since stderr may go to the same place: a comma begins the next."""
    before = "[\n  "
    for chunk in filter(None, chunks):
        put(before + ",\n  ".join(pretty(item).replace("\n", "\n  ") for item in chunk) + "\n")
        before = ", "
    put("]\n" if before == ", " else "[]\n")


def _csv(chunks: Iterable[list[Item]], fields: Sequence[str]) -> None:
    clean = harmless if sys.stdout.isatty() else str
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(fields)
    for chunk in chunks:
        writer.writerows([clean(cell(item.get(field))) for field in fields] for item in chunk)
        sys.stdout.flush()


def cell(value: Any) -> str:
    """Return *value* as a cell of CSV: nothing for None, items of a list with semicolons, anything else as JSON."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if is_list(value) and all(isinstance(each, str) and each and not AMBIGUOUS.search(each) for each in value):
        return ";".join(value)
    return json.dumps(value, ensure_ascii=False)
