"""Which column of a file becomes which field of a row, and the values of a record by these fields. Pure."""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from .output import compact, is_dict, is_list
from .reading import Record, RowFile, folded
from .usage import UsageError
from .values import json_value, parsed

Fact = dict[str, Any]
OURS = "foxr_"  # What the columns begin with that a file of rejected rows has beside its own.
LEFT_OUT = "left out"
LISTS = re.compile("[;,]")


@dataclass(frozen=True)
class Target:
    """Where the value of a column goes: a field, or a name in the map of a row. Without either it is left out."""

    fact: Fact | None = None
    name: str | None = None

    def __str__(self) -> str:
        return self.fact["name"] if self.fact else LEFT_OUT if self.name is None else f"custom field {self.name!r}"


@dataclass(frozen=True)
class Mapping:
    """The targets of columns by their names, and the name of the field that holds all others."""

    targets: dict[str, Target]
    others: str
    target_of: Callable[[str], Target]

    def row(self, file: RowFile, record: Record) -> tuple[dict[str, Any], str]:
        """Return the row of *record* and why it cannot be sent, '' if it can."""
        if record.fault:
            return {}, record.fault
        row, faults = dict[str, Any](), list[str]()
        pairs = record.item.items() if file.is_json else zip(file.header, record.cells, strict=False)
        for name, value in pairs:
            target = self.targets.get(name) or self.target_of(name)
            try:
                self._put(row, target, value)
            except argparse.ArgumentTypeError as error:
                faults.append(f"{name} {error}")
        return row, "; ".join(faults)

    def _put(self, row: dict[str, Any], target: Target, value: Any) -> None:
        """Add a value to *row*; raise ArgumentTypeError if it is of another type, or if the row has one already."""
        value = value.strip() if isinstance(value, str) else value
        if value in (None, "") or str(target) == LEFT_OUT:
            return
        field = target.fact["name"] if target.fact else self.others
        found: Any = value_of(target.fact, value) if target.fact else {target.name: value}
        own: Any = row.get(field)
        both = own.keys() & found.keys() if is_dict(own) and is_dict(found) else {field} & row.keys()
        if both:
            raise argparse.ArgumentTypeError(f"is a second value for {', '.join(map(repr, sorted(both)))}")
        row[field] = {**own, **found} if is_dict(own) else found


def value_of(fact: Fact, value: Any) -> Any:
    """Return a cell, or a value of JSON, as a value of the field."""
    if fact["kind"] == "map":
        found = json_value(value) if isinstance(value, str) else value
        if not is_dict(found):
            raise argparse.ArgumentTypeError("is not a JSON object")
        return found
    if not isinstance(value, str):
        return value
    choices = [str(each) for each in fact.get("values", ())]
    if fact["kind"] == "array":
        return [parsed(fact.get("items", "text"), each) for each in items_of(value)]
    if choices:
        found = next((each for each in choices if each.casefold() == value.casefold()), None)
        if found is None:
            raise argparse.ArgumentTypeError(f"must be one of {', '.join(choices)}")
        return next(each for each in fact["values"] if str(each) == found)
    return parsed(fact["kind"], value)


def items_of(cell: str) -> list[str]:
    """Return the items of a list: of a JSON list, as an export writes one, or between semicolons and commas."""
    with suppress(argparse.ArgumentTypeError):
        found = json_value(cell) if cell.startswith("[") else None
        if is_list(found):
            return [each if isinstance(each, str) else compact(each) for each in found]
    return [each.strip() for each in LISTS.split(cell) if each.strip()]


def mapping(file: RowFile, bulk: Fact, own: Sequence[str], known: Sequence[str]) -> Mapping:
    """Return the mapping of *file*: *own* is what `--map` says, *known* are the columns that an export adds."""
    fields: list[Fact] = list(bulk["fields"])
    maps = [fact["name"] for fact in fields if fact["kind"] == "map"]
    others = maps[0] if len(maps) == 1 else ""
    by_name = {folded(name): fact for fact in fields for name in (fact["wire"], fact["name"])}
    named = dict(_named(each, by_name, others) for each in own)
    columns = file.header or tuple(next((each.item for each in file.records() if each.item), ()))
    added = {name for name in known if folded(name) not in by_name}  # By the server: an id, times.
    left_out = added if added <= set(columns) else set[str]()  # Else the file is no export, and the names mean others.

    def target_of(column: str) -> Target:
        if column in named:
            return named[column]
        if others and column.startswith(f"{others}."):
            return Target(name=column.removeprefix(f"{others}."))
        fact = by_name.get(folded(column))
        if fact is not None or column.startswith(OURS) or column in left_out or not column.strip():
            return Target(fact)
        return Target(name=column) if others else Target()

    _check(file, named, bulk["key"], target_of)
    return Mapping({column: target_of(column) for column in columns}, others, target_of)


def _named(text: str, by_name: dict[str, Fact], others: str) -> tuple[str, Target]:
    column, sign, field = text.rpartition("=")
    if not sign or not column:
        raise UsageError('--map: write "COLUMN=FIELD", or "COLUMN=" to leave a column out.')
    if not field:
        return column, Target()
    fact = by_name.get(folded(field))
    if fact is None and others and field.startswith(f"{others}."):
        return column, Target(name=field.removeprefix(f"{others}."))
    if fact is None:
        names = ", ".join(sorted({each["name"] for each in by_name.values()}))
        raise UsageError(f"--map: {field!r} is no field; the fields are {names}.")
    return column, Target(fact)


def _check(file: RowFile, named: dict[str, Target], key: str, target_of: Callable[[str], Target]) -> None:
    if file.is_json:
        return
    unknown = next((column for column in named if column not in file.header), None)
    if unknown is not None:
        raise UsageError(f"--map: {file.name} has no column {unknown!r}; it has {', '.join(file.header)}.")
    found = Counter(str(target_of(column)) for column in file.header)
    without = next((column for column in named if folded(column) == folded(key) and named[column] == Target()), None)
    if key not in found and without is not None:
        raise UsageError(f'--map "{without}=" leaves out {key}, which each row must have.')
    if key not in found:
        words = f"{file.name} has no column for {key}; it has {', '.join(file.header)}."
        raise UsageError(f'{words} Name the column with --map "COLUMN={key}".')
    twice = next((each for each in found if each != LEFT_OUT and found[each] > 1), None)
    if twice is not None:
        columns = [column for column in file.header if str(target_of(column)) == twice]
        if len(set(columns)) < len(columns):
            raise UsageError(f"The column {columns[0]} is there twice. Rename one of the two in the file.")
        raise UsageError(f'The columns {", ".join(columns)} are both {twice}. Leave one out with --map "COLUMN=".')


def mapped(found: Mapping) -> str:
    """Return in words what becomes of each column."""
    return ", ".join(f"{column} -> {target}" for column, target in found.targets.items() if column)
