"""The reckoning as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from tests.endurance.told import Made, Told

HEAD = (
    "round", "calls", "made", "failed", "unknown", "applied", "not observed", "open", "there",
    "pool", "sockets", "server",
)  # fmt: skip


@dataclass(frozen=True)
class Line:
    """One part of a round: what stands under each word of the head, and how its calls ended."""

    cells: tuple[str, ...]
    ends: Counter[str]


def line_of(who: str, told: Told, *, rows: int, sockets: int, server: int) -> Line:
    """Return the line of *told*, leads and templates together; it keeps nothing else of it."""
    made: Sequence[Made] = (told.leads, told.templates)
    words = Counter(word for each in made for word in each.words.values())
    settled = Counter(cast("str", word) for each in made for word in each.settled.values())
    left = words["unknown"] - settled["applied"] - settled["not_observed"]
    numbers = (
        told.ends.total(), words["made"], words["failed"], words["unknown"], settled["applied"],
        settled["not_observed"], left, rows, told.most, sockets, server,
    )  # fmt: skip
    return Line((who, *map(str, numbers)), told.ends)


def table(lines: Sequence[Line], sizes: Iterable[int]) -> str:
    """Return the table, how the calls ended, and the bytes in use after each round."""
    rows = [list(HEAD), *(list(line.cells) for line in lines)]
    numbers = [[0] * 8, *([int(cell) for cell in row[1:9]] for row in rows[1:])]
    rows.append(["all", *(str(sum(column)) for column in zip(*numbers, strict=True)), "", "", ""])
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    text = ["  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]
    ends = sum((line.ends for line in lines), Counter[str]())
    text.append(", ".join(f"{name} {count}" for name, count in ends.most_common()))
    text.append(f"bytes in use after each round: {', '.join(f'{size:,}' for size in sizes)}")
    return "\n".join(text)
