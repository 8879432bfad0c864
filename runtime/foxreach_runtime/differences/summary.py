"""Sums up the log lines of a fleet: which places of the spec its replies differ from, and how often."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from .classify import Difference, summed
from .log_lines import differences_in

HEAD = ("count", "operation", "status", "kind", "pointer", "documented", "seen", "first", "last", "line", "place")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a table of the differences in the named logs; return 2 if one of them cannot be read."""
    parser = argparse.ArgumentParser(
        prog="python -m foxreach_client.differences", description="Sum up the differences in logs, as text or JSON."
    )
    parser.add_argument("logs", nargs="+", metavar="LOG", help="a file, or - for standard input")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    chosen = parser.parse_args(arguments)
    try:
        found = most_first(differences_in(_lines(chosen.logs)))
    except OSError as error:
        sys.stderr.write(f"{error.filename}: {error.strerror}\n")
        return 2
    sys.stdout.write(f"{as_json(found) if chosen.json else table(found)}\n")
    return 0


def most_first(found: Iterable[Difference]) -> list[Difference]:
    """Return *found* with one entry for each difference, the most frequent first."""
    return sorted(summed(found), key=lambda each: (-each.count, each.key))


def as_json(found: Iterable[Difference]) -> str:
    """Return *found* as a JSON array."""
    return msgspec.json.format(msgspec.json.encode(list(found)), indent=1).decode()


def table(found: Sequence[Difference]) -> str:
    """Return *found* as a table for people; the indexes of items are left out."""
    if not found:
        return "no difference"
    rows = [HEAD, *map(_cells, found)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    return "\n".join("  ".join(map(str.ljust, row, widths)).rstrip() for row in rows)


def _cells(each: Difference) -> tuple[str, ...]:
    times = ("" if moment is None else moment.isoformat(timespec="seconds") for moment in (each.first, each.last))
    pointer = f"request:{each.key[2]}" if each.part == "request" else each.key[2]
    line = "" if each.line is None else str(each.line)
    shown = (each.operation, str(each.status), each.kind, pointer or "-", each.documented, each.seen)
    return (str(each.count), *shown, *times, line, each.place)


def _lines(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        if name == "-":
            yield from sys.stdin
        else:
            with Path(name).open(encoding="utf-8", errors="replace") as file:
                yield from file
