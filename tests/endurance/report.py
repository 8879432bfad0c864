"""The results as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from tests.endurance.told import Made, Told

HEAD = (
    "round", "calls", "made", "failed", "unknown", "applied", "not observed", "open", "there", "twice", "lost",
    "untrue", "pool", "sockets", "server",
)  # fmt: skip
SUMMED = slice(1, 12)
LEGEND = """\
made, failed, unknown: what callers were told of each lead, template and other change; applied, not observed: what was
found out of the unknown; open: what nobody can find out. there: rows; twice, lost, untrue: what is not as told.
pool: most connections of a client at once; sockets, server: connections once all was quiet, here and there."""


@dataclass(frozen=True)
class Line:
    """One part of a round: the value of each column, and the counts of how its calls ended."""

    cells: tuple[str, ...]
    ends: Counter[str]


@dataclass
class Report:
    """All results: a line for each part of a round, the memory after each round, and what was left open."""

    lines: list[Line] = field(default_factory=list[Line])
    sizes: list[int] = field(default_factory=list[int])
    ending: str = ""

    def add(self, who: str, told: Told, wrong: Mapping[str, set[str]], *, rows: int, sockets: int, server: int) -> None:
        """Keep the counts of *told*, leads and templates together."""
        made: Sequence[Made] = (told.leads, told.templates)
        words = Counter(word for each in made for word in each.words.values())
        words.update(word for word, _ in told.changes.values())
        settled = Counter(cast("str", word) for each in made for word in each.settled.values())
        left = words["unknown"] - settled["applied"] - settled["not_observed"]
        twice, lost = len(wrong["doubles"]), len(wrong["lost"])
        numbers = (
            told.ends.total(), words["made"], words["failed"], words["unknown"], settled["applied"],
            settled["not_observed"], left, rows, twice, lost, sum(map(len, wrong.values())) - twice - lost,
            told.most, sockets, server,
        )  # fmt: skip
        self.lines.append(Line((who, *map(str, numbers)), told.ends))

    def text(self) -> str:
        """Return the table, the ends of the calls, the memory after each round, and what was left open."""
        rows = [HEAD, *(line.cells for line in self.lines)]
        sums = [sum(map(int, column)) for column in zip(*(row[SUMMED] for row in rows[1:]), strict=True)]
        rows.append(("all", *map(str, sums), *[""] * (len(HEAD) - 1 - len(sums))))
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        lines = ["  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]
        ends = sum((line.ends for line in self.lines), Counter[str]())
        lines.append(", ".join(f"{name} {count}" for name, count in ends.most_common()))
        lines.append(f"bytes in use after each round: {', '.join(f'{size:,}' for size in self.sizes)}")
        return "\n".join([*lines, self.ending, LEGEND])
