"""What a row of the table is: who is measured, what is compared with whom, and which goals there are."""

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
    """Where a run takes place: the server's address, the folder of the stock client, how much is done.

    *enough* is in CPU seconds of one measurement, *scale* is the share of the row's usual amount of work.
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
    """Ours beside *against*: how many *times* as much the other costs, which *share* of its cost is ours.

    With *value*, ours alone, in the unit that *against* names. The *goal* of "times" is a least, of the others a most.
    """

    against: str
    manner: Manner
    goal: float | None = None


@dataclass(frozen=True)
class Row:
    """One row: *contestants* sets up what is measured, for as long as the `with` lasts. *rounds* is an odd number."""

    name: str
    title: str
    contestants: Callable[[Place], AbstractContextManager[Mapping[str, Measure]]]
    comparisons: tuple[Comparison, ...]
    rounds: int = 15


@dataclass(frozen=True)
class Finding:
    """What a comparison came to; *met* is None where there is no goal."""

    row: Row
    comparison: Comparison
    spread: Spread
    met: bool | None


def findings(row: Row, samples: Samples) -> list[Finding]:
    """Return what each comparison of *row* came to."""
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
