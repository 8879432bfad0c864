"""Interleaved rounds: each round measures every contestant once and gives one ratio for each pair.

A temporary slowdown of the machine affects both sides of a ratio.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

from benchmarks.clock import Measure

Samples = Mapping[str, Sequence[float]]
"""The cost of each contestant, by round."""


@dataclass(frozen=True)
class Spread:
    """Median and quartiles."""

    median: float
    low: float
    high: float


def interleaved(contestants: Mapping[str, Measure], rounds: int) -> Samples:
    """Measure each contestant in each of *rounds*."""
    samples: dict[str, list[float]] = {name: [] for name in contestants}
    for number in range(rounds):
        for name in order(list(contestants), number):
            samples[name].append(contestants[name]())
    return samples


def order(names: Sequence[str], number: int) -> list[str]:
    """Return *names* in the order of round *number*, so that neither first place nor predecessor is always the same."""
    first = number % len(names)
    turned = [*names[first:], *names[:first]]
    return turned if number % 2 == 0 else turned[::-1]


def ratios(dividends: Sequence[float], divisors: Sequence[float]) -> list[float]:
    """Return the ratio of each round."""
    return [dividend / divisor for dividend, divisor in zip(dividends, divisors, strict=True)]


def spread(values: Sequence[float]) -> Spread:
    """Return median and quartiles of *values*; for one value, that value three times."""
    if len(values) == 1:
        return Spread(values[0], values[0], values[0])
    low, _, high = quantiles(values, n=4, method="inclusive")
    return Spread(median(values), low, high)
