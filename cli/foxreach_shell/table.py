"""Tables and records for people. On a terminal they fit its width; in a pipe nothing is cut."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from .failures import say
from .text import cut, harmless, padded, width, wrapped

SAMPLE = 100  # Items that decide how wide the columns are.
LONGEST = 40  # Columns of a terminal for one field.
GAP = "  "
MARGIN = 20  # A record needs this much beside the names of its fields; below, the values get lines of their own.


def table(chunks: Iterable[list[dict[str, Any]]], fields: Sequence[str], *, all_fields: bool) -> None:
    """Write a table; unless *all_fields* is set, fields that are empty in all of the first items are left out."""
    rows = (item for chunk in chunks for item in chunk)
    first = list(islice(rows, SAMPLE))
    if not first:
        say("nothing found")
        return
    fits = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    shown = [name for name in fields if all_fields or any(row.get(name) not in (None, "") for row in first)]
    widths = [_wide(name, first, LONGEST if fits else None) for name in shown]
    kept = len(shown) if fits is None else _fitting(widths, fits)
    places = list(zip(shown, widths, strict=True))[:kept]
    if fits is not None and len(first) < SAMPLE and _drawn(first, list(zip(shown, widths, strict=True)), fits):
        return
    _tell(len(shown) - kept)
    sys.stdout.write(bold(_line([name.upper() for name, _ in places], places, fits)) + "\n")
    for row in _chained(first, rows):
        sys.stdout.write(_line([shown_value(row.get(name)) for name, _ in places], places, fits) + "\n")


def _drawn(rows: Sequence[dict[str, Any]], places: Sequence[tuple[str, int]], columns: int) -> bool:
    """Draw the table with rich, unless that is not installed or the table does not fit with its wider gaps."""
    from .rich_table import GAP as WIDE  # noqa: PLC0415 - a pipe needs none
    from .rich_table import drawn  # noqa: PLC0415

    kept = places[: _fitting([wide for _, wide in places], columns - WIDE, WIDE)]
    if not kept or kept[0][1] + WIDE > columns:
        return False
    cells = [[shown_value(row.get(name)) for name, _ in kept] for row in rows]
    done = drawn(kept, cells, columns, bold=coloured())
    _tell(len(places) - len(kept) if done else 0)
    return done


def _tell(left_out: int) -> None:
    if left_out:
        say(f"{left_out} more fields do not fit: --fields chooses, -o json has all")


def _chained(first: list[dict[str, Any]], rest: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    yield from first
    yield from rest


def _wide(name: str, rows: Sequence[dict[str, Any]], most: int | None) -> int:
    widest = max([width(name), *(width(shown_value(row.get(name))) for row in rows)])
    return widest if most is None else min(widest, most)


def _fitting(widths: Sequence[int], columns: int, gap: int = len(GAP)) -> int:
    """Return how many columns fit; at least one is shown, cut to the terminal."""
    used = 0
    for place, wide in enumerate(widths):
        used += wide + gap * (place > 0)
        if used > columns:
            return max(1, place)
    return len(widths)


def _line(cells: Sequence[str], places: Sequence[tuple[str, int]], columns: int | None) -> str:
    texts = [text if columns is None else cut(text, wide) for text, (_, wide) in zip(cells, places, strict=True)]
    line = GAP.join(padded(text, wide) for text, (_, wide) in zip(texts, places, strict=True)).rstrip()
    return line if columns is None else cut(line, columns)


def record(item: dict[str, Any]) -> None:
    """Write one object, a line for each field that has a value."""
    names = [name for name, value in item.items() if value is not None]
    widest = max(map(width, names), default=0)
    columns = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    beside = columns is None or columns >= widest + MARGIN
    for name in names:
        label = bold(padded(name, widest) if beside else name)
        lines = _record_lines(item[name], columns, widest + len(GAP) if beside else len(GAP))
        if beside:
            sys.stdout.write(f"{label}{GAP}{lines[0].strip()}\n" + "".join(f"{line}\n" for line in lines[1:]))
        else:
            sys.stdout.write(f"{label}\n" + "".join(f"{line}\n" for line in lines))


def _record_lines(value: Any, columns: int | None, indent: int) -> list[str]:
    text = shown_value(value)
    if columns is None:
        return [text]
    return [" " * indent + line for line in wrapped(text, columns - indent)]


def shown_value(value: Any) -> str:
    """Return *value* as text on one line."""
    if value is None:
        return ""
    if isinstance(value, str):
        return harmless(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return harmless(json.dumps(value, ensure_ascii=False)) if isinstance(value, (dict, list)) else str(value)


def bold(text: str) -> str:
    """Return *text* in bold on a terminal that has colours and a user who wants them."""
    return f"\x1b[1m{text}\x1b[0m" if coloured() else text


def coloured() -> bool:
    """Return whether stdout gets colours: https://no-color.org, and terminals that have none."""
    import os  # noqa: PLC0415 - loaded anyway

    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
