"""`python -m tools.docs FOLDER`: build the site below FOLDER."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from sphinx.cmd.build import build_main

from tools.docs import staging

ROOT = Path(__file__).resolve().parents[2]


def main(arguments: Sequence[str]) -> int:
    """Build the site; return the exit status."""
    parser = argparse.ArgumentParser("nox -s docs --", description="Build the documentation site.")
    parser.add_argument("folder", type=Path, help="where to build")
    folder = parser.parse_args(arguments).folder.resolve()
    pages, site = folder / "pages", folder / "site"
    staging.write(staging.pages(ROOT), pages)
    status = build_main(
        [
            "-W",
            "--keep-going",
            "-q",
            "-c",
            str(Path(__file__).parent),
            "-d",
            str(folder / "read"),
            str(pages),
            str(site),
        ]
    )
    if status == 0:
        print(f"The site: {(site / 'index.html').as_uri()}")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
