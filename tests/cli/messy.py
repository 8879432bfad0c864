"""A messy file, as spreadsheets and people make them, and the reckoning of what must become of it."""

from __future__ import annotations

from pathlib import Path

EVERY = 2_500  # Rows of which one has each kind of fault.
FAULTS = (
    'nobody{0}@example.com;"not closed;;',
    "bad{0}@example.com;\x81\x8d;Acme;",
    "cells{0}@example.com;A;B;C;D;E",
    ";no address;Acme;",
)


def messy(path: Path, rows: int) -> tuple[int, int]:
    """Write a file of *rows*; return how many leads it makes, and how many rows are rejected."""
    lines, leads, rejected = ["E-Mail;First Name;Firma;Team Size"], 0, 0
    for number in range(rows):
        kind = number % EVERY
        if kind < len(FAULTS):
            lines.append(FAULTS[kind].format(number))
            rejected += 1
        elif kind == len(FAULTS):
            lines.append("P6@EXAMPLE.COM ;twice;;" if number > EVERY else 'p6@example.com;"""J"" Müller";"a;b";')
            leads += number < EVERY
        else:
            lines.append(f"p{number}x@example.com;Jürgen {number};Müller & Söhne;{number % 40}")
            leads += 1
    path.write_bytes(_encoded(lines))
    return leads, rejected


def _encoded(lines: list[str]) -> bytes:
    """Return the lines as cp1252; two of its bytes stand for nothing and are the fault of a row."""
    return "\r\n".join(lines).encode("latin-1")
