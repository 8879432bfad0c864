"""`python -m tools.docs.charts [--check]`: draw the charts in docs/images, or compare them with the tables."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from tools.docs.charts.bars import drawn
from tools.docs.charts.tables import CHARTS

ROOT = Path(__file__).resolve().parents[3]


def main(arguments: Sequence[str], root: Path = ROOT) -> int:
    """Write what is missing or old; with `--check`, return 1 if anything is."""
    old = [(path, text) for path, text in charts(root).items() if not path.is_file() or path.read_text("utf-8") != text]
    for path, text in old:
        if "--check" in arguments:
            print(f"{path.relative_to(root)} differs from its table: run `nox -s generate`", file=sys.stderr)
        else:
            path.write_text(text, "utf-8", newline="\n")
    return int(bool(old) and "--check" in arguments)


def charts(root: Path) -> dict[Path, str]:
    """Return the text of each chart of the checkout *root*, by its file."""
    made = [chart((root / page).read_text("utf-8")) for page, chart in CHARTS.items()]
    return {root / "docs" / "images" / f"{chart.name}.svg": drawn(chart) for chart in made}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
