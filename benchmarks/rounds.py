"""Interleaved rounds, and what they say: every round measures every contestant, and gives one ratio of each pair.

What slows the machine for a while slows both sides of a ratio.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

from benchmarks.clock import Measure

Samples = Mapping[str, Sequence[float]]
"""What each contestant cost, round by round."""


@dataclass(frozen=True)
class Spread:
    """The median of some values, and the quartiles around it."""

    median: float
    low: float
    high: float


def interleaved(contestants: Mapping[str, Measure], rounds: int) -> Samples:
    """Return what each contestant cost in each of *rounds*."""
    samples: dict[str, list[float]] = {name: [] for name in contestants}
    for number in range(rounds):
        for name in order(list(contestants), number):
            samples[name].append(contestants[name]())
    return samples


def order(names: Sequence[str], number: int) -> list[str]:
    """Return *names* in the order of round *number*: no one is always first, nor always after the same other."""
    first = number % len(names)
    turned = [*names[first:], *names[:first]]
    return turned if number % 2 == 0 else turned[::-1]


def ratios(dividends: Sequence[float], divisors: Sequence[float]) -> list[float]:
    """Return the ratio of each round."""
    return [dividend / divisor for dividend, divisor in zip(dividends, divisors, strict=True)]


def spread(values: Sequence[float]) -> Spread:
    """Return median and quartiles of *values*; of one value, that value three times."""
    if len(values) == 1:
        return Spread(values[0], values[0], values[0])
    low, _, high = quantiles(values, n=4, method="inclusive")
    return Spread(median(values), low, high)
