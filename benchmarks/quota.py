"""Measure speed, refusals, waits and fairness of both pacings, in virtual time and by four processes on a real Redis.

`nox -s bench -- quota` prints the tables, `nox -s bench -- quota --write` also writes them to docs/quota.md.
"""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from foxreach_runtime.options.retry_policy import RetryPolicy
from foxreach_runtime.rate_limit.limiter import LocalLimiter
from foxreach_runtime.rate_limit.pacing import Pacing

from benchmarks.quota_fleet import fleet, why_no_fleet
from benchmarks.quota_servers import DOCUMENTED, SERVERS, best_possible
from benchmarks.quota_world import Setting, Tally, World
from benchmarks.table import replaced
from tools.docs.charts import __main__ as charts

PAGE = Path(__file__).resolve().parent.parent / "docs" / "quota.md"
PACINGS: tuple[Pacing, ...] = ("interactive", "bulk")
PHASES = (0.0, 20.0, 40.0)  # Seconds after the first call at which a window of the server begins.
LONG_RUN, BURST = 3000, 40  # calls
GOAL = 0.88
ONLY_RETRY_AFTER = RetryPolicy(max_attempts=10_000, deadline=None, budget=None)
HEAD = """| Client | Server | Workers | Calls | Refused (429) | Of the best possible speed | Goal | |
|---|---|---|---|---|---|---|---|"""

CALLS, WORKERS = 600, (1, 4, 16, 64)
SETTINGS = {
    "key of our own": Setting(),
    "somebody else uses 30 %": Setting(stranger=0.3),
    "server restarts": Setting(restart=150.0),
    "limit falls to 50": Setting(changes=(100.0, 50)),
    "limit rises to 200": Setting(changes=(100.0, 200)),
    "no X-RateLimit headers": Setting(named="retry-after"),
    "a 429 names nothing": Setting(named="nothing"),
    "names nothing, 30 % used": Setting(named="nothing", stranger=0.3),
    "clocks 120 s ahead": Setting(skew=120.0),
    "clocks 120 s behind, no Date": Setting(skew=-120.0, dated=False),
}
HEAD_OF_SETTINGS = """| Setting | Pacing | Server | 429 | Failed | Longest call, s | Calls per worker | Speed |
|---|---|---|---|---|---|---|---|"""


@dataclass(frozen=True)
class Line:
    """A line of the first table: *refused* is of all runs, *share* is that of the best possible speed in the worst."""

    client: str
    server: str
    workers: str
    calls: int
    refused: int
    share: float | None = None
    goal: str = ""
    met: bool | None = None

    def __str__(self) -> str:
        share = "" if self.share is None else f"{self.share:.0%}"
        result = "" if self.met is None else "met" if self.met else "MISSED"
        cells = (self.client, self.server, self.workers, f"{self.calls:,}", f"{self.refused:,}", share, self.goal)
        return f"| {' | '.join((*cells, result))} |"


def main(arguments: Sequence[str]) -> None:
    """Print the tables; a missed goal is a finding, not a failure."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks quota", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the tables to docs/quota.md")
    asked = parser.parse_args(arguments)
    written: list[str] = []
    for text in texts():
        print(text, flush=True)
        written.append(text)
    if asked.write:
        PAGE.write_text(replaced(PAGE.read_text("utf-8"), "\n".join(written)), "utf-8")
        charts.main([])


def texts() -> Iterator[str]:
    """Yield the lines of both tables as they are measured."""
    yield HEAD
    yield from map(str, lines())
    if (reason := why_no_fleet()) is not None:
        yield f"\n{reason}"
    yield f"\n{CALLS} calls by {', '.join(map(str, WORKERS))} workers, in this order in each cell:\n"
    yield HEAD_OF_SETTINGS
    for name in SETTINGS:
        for pacing in PACINGS:
            for server in SERVERS:
                yield row(name, pacing, server)


def lines() -> Iterator[Line]:
    """Yield the lines of the first table as they are measured."""
    for pacing in PACINGS:
        for server in SERVERS:
            yield _long_run(pacing, server)
    yield from map(_at_once, SERVERS)
    for server in DOCUMENTED:
        yield _without_limiter(server)
    if why_no_fleet() is None:
        found = fleet()
        for server, refused in found.refused.items():
            share = found.best[server] / found.seconds
            goal = f"no 429, {GOAL:.0%}"
            met = not refused and share >= GOAL
            yield Line("bulk, Redis", server, "4 processes of 4", found.calls, refused, share, goal, met)


def _long_run(pacing: Pacing, name: str) -> Line:
    refused, share = 0, 1.0
    for phase in PHASES:
        tally = World(SERVERS[name](phase), LocalLimiter(pacing), RetryPolicy(), seed=4).run(4, LONG_RUN)
        refused += tally.refused
        share = min(share, best_possible(SERVERS[name](phase), LONG_RUN) / tally.ended)
    met = not refused and share >= GOAL
    return Line(pacing, name, "4", LONG_RUN, refused, share, f"no 429, {GOAL:.0%}", met)


def _at_once(name: str) -> Line:
    tally = World(SERVERS[name](), LocalLimiter(), RetryPolicy()).run_at([5.0] * BURST)
    met = not tally.refused and not any(tally.queued)
    return Line("interactive", name, f"{BURST} at once", BURST, tally.refused, None, "no delay, no 429", met)


def _without_limiter(name: str) -> Line:
    tally = World(SERVERS[name](), None, ONLY_RETRY_AFTER, seed=16).run(16, CALLS)
    share = best_possible(SERVERS[name](), CALLS) / tally.ended
    return Line("only Retry-After", name, "16", CALLS, tally.refused, share)


def measured(setting: Setting, pacing: Pacing, server: str, workers: int, phase: float = 37.0) -> Tally:
    """Return what so many *workers* come to; a window of the server begins in the middle of the first burst."""
    world = World(SERVERS[server](phase), LocalLimiter(pacing), RetryPolicy(), workers, setting)
    return world.run(workers, CALLS)


def row(name: str, pacing: Pacing, server: str) -> str:
    """Return a line of the second table."""
    setting = SETTINGS[name]
    tallies = [measured(setting, pacing, server, workers) for workers in WORKERS]
    best = setting.best(SERVERS[server](37.0), CALLS)
    cells = (
        _cell(tally.refused for tally in tallies),
        _cell(tally.quota_errors + tally.other_errors for tally in tallies),
        _cell(f"{max(tally.took):.0f}" for tally in tallies),
        _cell(_span(tally, workers) for tally, workers in zip(tallies, WORKERS, strict=True)),
        _cell(f"{best / tally.ended:.0%}" for tally in tallies),
    )
    return f"| {' | '.join((name, pacing, server, *cells))} |"


def _span(tally: Tally, workers: int) -> str:
    counts = [tally.served[worker] for worker in range(workers)]
    return f"{min(counts)}" if min(counts) == max(counts) else f"{min(counts)}-{max(counts)}"


def _cell(values: Iterable[object]) -> str:
    texts = [str(value) for value in values]
    return texts[0] if len(set(texts)) == 1 else ", ".join(texts)
