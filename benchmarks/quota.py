"""Measure the speed and the refusals of both pacings, in virtual time and by four processes on a real Redis.

`nox -s bench -- quota` prints the table, `nox -s bench -- quota --write` also writes it to docs/quota.md.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from foxreach_runtime.options.retry_policy import RetryPolicy
from foxreach_runtime.rate_limit.limiter import LocalLimiter
from foxreach_runtime.rate_limit.pacing import Pacing

from benchmarks.quota_fleet import fleet, why_no_fleet
from benchmarks.quota_servers import SERVERS, best_possible
from benchmarks.quota_world import World
from benchmarks.table import replaced

PAGE = Path(__file__).resolve().parent.parent / "docs" / "quota.md"
WORKERS = (1, 4, 16)
PHASES = (0.0, 20.0, 40.0)  # Seconds after the first call at which a window of the server begins.
BULK_CALLS, INTERACTIVE_CALLS, BURST = 3000, 1000, 40
GOAL = 0.88
ONLY_RETRY_AFTER = RetryPolicy(max_attempts=10_000, deadline=None, budget=None)
HEAD = """| Client | Server | Workers | Calls | Refused (429) | Of the best possible speed | Goal | |
|---|---|---|---|---|---|---|---|"""


@dataclass(frozen=True)
class Line:
    """A line of the table: *refused* is of all runs, *share* is that of the best possible speed in the worst run."""

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
    """Print the table; a missed goal is a finding, not a failure."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks quota", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the table to docs/quota.md")
    asked = parser.parse_args(arguments)
    written = [HEAD]
    print(HEAD)
    for line in lines():
        print(line, flush=True)
        written.append(str(line))
    if (reason := why_no_fleet()) is not None:
        print(reason)
        written.append(f"\n{reason}")
    if asked.write:
        PAGE.write_text(replaced(PAGE.read_text("utf-8"), "\n".join(written)), "utf-8")


def lines() -> Iterator[Line]:
    """Yield the lines as they are measured."""
    for server in SERVERS:
        for workers in WORKERS:
            yield _run("bulk", server, workers, BULK_CALLS)
    for server in SERVERS:
        for workers in WORKERS:
            yield _run("interactive", server, workers, INTERACTIVE_CALLS)
    yield from map(_at_once, SERVERS)
    for server in SERVERS:
        for workers in WORKERS:
            yield _run(None, server, workers, INTERACTIVE_CALLS)
    if why_no_fleet() is None:
        found = fleet()
        for server, refused in found.refused.items():
            share = found.best[server] / found.seconds
            goal = f"no 429, {GOAL:.0%}"
            met = not refused and share >= GOAL
            yield Line("bulk, Redis", server, "4 processes of 4", found.calls, refused, share, goal, met)


def _run(pacing: Pacing | None, name: str, workers: int, calls: int) -> Line:
    refused, share = 0, 1.0
    for phase in PHASES:
        limiter = None if pacing is None else LocalLimiter(pacing)
        policy = ONLY_RETRY_AFTER if pacing is None else RetryPolicy()
        tally = World(SERVERS[name](phase), limiter, policy, seed=workers).run(workers, calls)
        refused += tally.refused
        share = min(share, best_possible(SERVERS[name](phase), calls) / tally.ended)
    if pacing is None:
        return Line("only Retry-After", name, str(workers), calls, refused, share)
    if pacing == "interactive":
        return Line(pacing, name, str(workers), calls, refused, share, "no 429", not refused)
    return Line(pacing, name, str(workers), calls, refused, share, f"no 429, {GOAL:.0%}", not refused and share >= GOAL)


def _at_once(name: str) -> Line:
    tally = World(SERVERS[name](), LocalLimiter(), RetryPolicy()).run_at([5.0] * BURST)
    met = not tally.refused and not any(tally.queued)
    return Line("interactive", name, f"{BURST} at once", BURST, tally.refused, None, "no delay, no 429", met)
