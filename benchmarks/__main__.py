"""Measure the given rows and print the findings; `--write` writes the table to docs/benchmarks.md.

`quota` is not a row: it runs quota.py, whose `--write` writes docs/quota.md.
"""

import argparse
import gc
import os
import platform
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from foxreach_client import __version__

from benchmarks import quota, stock
from benchmarks.clock import ENOUGH
from benchmarks.rounds import interleaved
from benchmarks.row import Finding, Place, Row, findings
from benchmarks.rows import ROWS
from benchmarks.rows.iterating import PAGES
from benchmarks.server import serving
from benchmarks.table import line, markdown, replaced, versions
from tools.docs.charts import __main__ as charts

PAGE = Path(__file__).resolve().parent.parent / "docs" / "benchmarks.md"
OTHERS = ("foxreach", "openapi-python-client", "httpx", "httpx2", "msgspec")


def main(arguments: Sequence[str]) -> None:
    """Run; the exit status is 2 for wrong usage, else 0: a missed goal is a finding, not a failure."""
    if arguments[:1] == ["quota"]:
        quota.main(arguments[1:])
        return
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    names = [row.name for row in ROWS]
    parser.add_argument("rows", nargs="*", metavar="ROW", help=f"one or more of {', '.join(names)}; default: all")
    parser.add_argument("--write", action="store_true", help="write the table to docs/benchmarks.md")
    parser.add_argument("--scale", type=float, default=1.0, help="share of the normal work: 50 imports 1,000,000 rows")
    asked = parser.parse_args(arguments)
    if unknown := set(asked.rows) - set(names):
        parser.error(f"no such row: {', '.join(sorted(unknown))}; there are {', '.join(names)}")
    if asked.write and (asked.rows or asked.scale != 1):
        parser.error("--write wants all rows in their normal size: leave out names and --scale")
    found = run([row for row in ROWS if row.name in (asked.rows or names)], asked.scale)
    if asked.write:
        written = f"{versions(_versions(), f'{datetime.now(UTC):%Y-%m-%d}')}\n\n{markdown(found)}"
        PAGE.write_text(replaced(PAGE.read_text("utf-8"), written), "utf-8")
        charts.main([])


def run(rows: Sequence[Row], scale: float) -> list[Finding]:
    """Measure *rows* and print each finding as soon as it is known."""
    os.environ["NO_PROXY"] = "127.0.0.1"
    found: list[Finding] = []
    with tempfile.TemporaryDirectory(prefix="benchmarks-") as scratch, serving(PAGES) as port:
        stock.generate(Path(scratch))
        sys.path.append(scratch)
        for row in rows:
            for finding in measured(row, Place(port, Path(scratch), ENOUGH, scale), row.rounds):
                print(line(finding), flush=True)
                found.append(finding)
    return found


def measured(row: Row, place: Place, rounds: int) -> list[Finding]:
    """Return the findings of *row*."""
    with row.contestants(place) as contestants:
        gc.collect()
        gc.freeze()  # Collections during a measurement must not visit the modules of the other clients.
        try:
            return findings(row, interleaved(contestants, rounds))
        finally:
            gc.unfreeze()


def _versions() -> dict[str, str]:
    others = {name: version(name) for name in OTHERS}
    return {platform.python_implementation(): platform.python_version(), "foxreach-client": __version__, **others}


if __name__ == "__main__":
    main(sys.argv[1:])
