"""Files of leads to import, and what the import says of them."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

ROWS, BAD, EMPTY = 250, 25, 5


def address(number: int) -> str:
    """Return what a row has for an address: each tenth one twice, each tenth one bad, each fiftieth none."""
    if number % 50 == 7:
        return ""
    return {3: f"bad{number}", 4: f"LEAD{number - 4}@example.com"}.get(number % 10, f"lead{number}@example.com")


def file_of(rows: int, folder: Path) -> Path:
    """Return a file with so many rows, as Excel writes it."""
    path = folder / "leads.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as table:
        csv.writer(table).writerows([["E-Mail", "First Name", "Team"], *([address(n), "Zoë", n] for n in range(rows))])
    return path


def table_of(folder: Path, content: bytes) -> Path:
    """Return a file with this content."""
    path = folder / "leads.csv"
    path.write_bytes(content)
    return path


def rejected(file: Path) -> dict[int, str]:
    """Return the reasons of the rejected rows by their lines, having seen that each line is there once."""
    with file.with_suffix(".rejected.csv").open(encoding="utf-8", newline="") as table:
        rows = [(int(row["line"]), row["reason"]) for row in csv.DictReader(table)]
    assert len({line for line, _ in rows}) == len(rows)
    return dict(rows)


def counted(line: str) -> Counter[str]:
    """Return the numbers of a line of the program."""
    found: list[tuple[str, str]] = re.findall(r"([\d,]+) (rows|created|restored|duplicates|errors|unsent)", line)
    return Counter({name: int(number.replace(",", "")) for number, name in found})
