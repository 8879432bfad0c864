"""Rows of an import as the call that sends them; rows that cannot be sent cost only themselves. Pure.

The words about a row have none of its data, and neither its keys: in a file without a header they are data too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

import msgspec

from ..operation import Call
from ..response.error_bodies import FieldError
from .outcomes import Row
from .rules import BulkRule

OWN_KEY = re.compile(r"""\[(['"])(?:\\.|(?!\1).)*\1\]""")  # as `shown_key` writes it in a place
ROWS = {"keys": "dict(row)", "_asdict": "row._asdict()"}  # of sqlite3, and named tuples
TABLES = {"to_dicts": "to_dicts()", "to_pylist": "to_pylist()", "to_dict": 'to_dict("records")'}

_hashed = msgspec.json.Encoder(order="deterministic")  # The order of a set differs from run to run.
Calling = Callable[[Sequence[Any]], Call[Any]]


@dataclass(frozen=True, slots=True)
class Checked:
    """The *call* of the *rows* that can be sent, None if there are none, and the *faults* of the others by number."""

    call: Call[Any] | None
    rows: list[Row]
    faults: Mapping[int, str]

    def content(self, rule: BulkRule) -> bytes:
        """Return what is sent, a line a row: "?" for a row that cannot be sent, which counts for the others' places."""
        sent: list[Any] = [] if self.call is None else getattr(self.call.body, rule.rows)
        if not self.faults:
            return _hashed.encode_lines(sent)
        lines = {row.number: _hashed.encode(value) for row, value in zip(self.rows, sent, strict=True)}
        lines |= dict.fromkeys(self.faults, b"?")
        return b"".join(lines[number] + b"\n" for number in sorted(lines))


def checked(rule: BulkRule, call: Calling, rows: list[Row]) -> Checked:
    """Return *rows* as they can be sent; raise what is wrong if that is not a row."""
    faults = dict[int, str]()
    try:
        return Checked(call([row.value for row in rows]) if rows else None, rows, faults)
    except (ValueError, TypeError):
        faults |= {row.number: words for row in rows if (words := _fault(rule, call, row.value))}
        if not faults:
            raise
    left = [row for row in rows if row.number not in faults]
    return Checked(call([row.value for row in left]) if left else None, left, faults)


def _fault(rule: BulkRule, call: Calling, value: object) -> str:
    """Return why a row cannot be sent, or '' if it can. A fault of an option is raised: it would refuse every row."""
    words = _wrong_kind(rule.row, value) or _wrong_name(rule.row, value)
    if words:
        return words
    place = f"{rule.operation}: {rule.rows}"
    try:
        call([value])
    except (ValueError, TypeError) as fault:
        if not str(fault).startswith(place):
            raise
        return OWN_KEY.sub("[…]", str(fault).removeprefix(place).removeprefix("[0]").lstrip(".: "))
    return ""


def _wrong_kind(kind: type[msgspec.Struct], value: object) -> str:
    if isinstance(value, (kind, Mapping)):
        return ""
    remedy = next((f": pass {call}" for name, call in ROWS.items() if hasattr(value, name)), "")
    return f"must be a {kind.__name__} or a mapping, not {type(value).__name__}{remedy}"


def _wrong_name(kind: type[msgspec.Struct], value: object) -> str:
    names = kind.__struct_fields__
    for place, name in enumerate(cast("Mapping[object, object]", value) if isinstance(value, Mapping) else (), 1):
        if name is None:  # as csv.DictReader calls them
            return "has more cells than the header has columns"
        if not isinstance(name, str):
            return f"the name of a field must be text, not {type(name).__name__}"
        if name not in names:
            return f"the name of its field {place} is none of {', '.join(names)}"
    return ""


def unreadable(rule: BulkRule, rows: Sequence[Row], errors: Sequence[FieldError]) -> dict[int, str]:
    """Return why the server cannot read rows, by their numbers; nothing if it names none."""
    names = {field.encode_name: field.name for field in msgspec.structs.fields(rule.row)}
    found = dict[int, str]()
    for error in errors:
        at: object = error.path[1] if len(error.path) > 1 else None
        if isinstance(at, int) and 0 <= at < len(rows):
            field = names.get(str(error.path[2]), "") if len(error.path) > 2 else ""
            place = field + "".join(f"[{part}]" if isinstance(part, int) else "[…]" for part in error.path[3:])
            found.setdefault(rows[at].number, f"{place}: {error.message}" if field else error.message)
    return found


def checked_rows(rule: BulkRule, rows: object) -> None:
    """Refuse what is one row, or a table whose iteration yields no rows."""
    kind = type(rows)
    if issubclass(kind, str | bytes | Mapping):
        raise TypeError(f"{rule.operation}: rows must be an iterable of rows, not one {kind.__name__}")
    remedy = next((call for name, call in TABLES.items() if hasattr(kind, name)), "")
    if remedy and hasattr(kind, "columns"):
        raise TypeError(f"{rule.operation}: rows must be an iterable of rows, not a {kind.__name__}: pass .{remedy}")
