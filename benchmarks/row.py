"""A row of the table: the contestants, their comparisons and the goals."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from benchmarks.clock import Measure
from benchmarks.rounds import Samples, Spread, ratios, spread

OURS = "ours"
Manner = Literal["times", "share", "value"]


@dataclass(frozen=True)
class Place:
    """The setting of a run: the server's port, the folder of the stock client, the amount of work.

    *enough* is the CPU seconds of one measurement, *scale* the share of the row's normal amount of work.
    """

    port: int
    folder: Path
    enough: float
    scale: float = 1.0

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/api/v1"


@dataclass(frozen=True)
class Comparison:
    """Our client compared with *against*: how many *times* our cost the other has, or which *share* of it ours is.

    With *value*, our cost alone, in the unit that *against* names. *goal* is a minimum for "times", else a maximum.
    """

    against: str
    manner: Manner
    goal: float | None = None


@dataclass(frozen=True)
class Row:
    """One row: *contestants* sets up the measurements until its block ends. *rounds* is an odd number."""

    name: str
    title: str
    contestants: Callable[[Place], AbstractContextManager[Mapping[str, Measure]]]
    comparisons: tuple[Comparison, ...]
    rounds: int = 15


@dataclass(frozen=True)
class Finding:
    """The result of a comparison; *met* is None if there is no goal."""

    row: Row
    comparison: Comparison
    spread: Spread
    met: bool | None


def findings(row: Row, samples: Samples) -> list[Finding]:
    """Return the finding of each comparison of *row*."""
    return [_finding(row, comparison, samples) for comparison in row.comparisons]


def _finding(row: Row, comparison: Comparison, samples: Samples) -> Finding:
    if comparison.manner == "value":
        found = spread(samples[OURS])
    elif comparison.manner == "times":
        found = spread(ratios(samples[comparison.against], samples[OURS]))
    else:
        found = spread(ratios(samples[OURS], samples[comparison.against]))
    if comparison.goal is None:
        return Finding(row, comparison, found, None)
    far = found.median >= comparison.goal if comparison.manner == "times" else found.median <= comparison.goal
    return Finding(row, comparison, found, far)
